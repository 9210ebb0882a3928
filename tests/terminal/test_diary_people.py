"""Whose diary a command means: the one who was named, else the current one."""

from argparse import Namespace
from contextlib import closing
from uuid import uuid4

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.storage import people
from kneecoach.storage.database import open_in_memory
from kneecoach.terminal.diary_people import reader, writer
from tests.builders import a_person

NOBODY_NAMED, ANNA_NAMED, BERT_NAMED = (Namespace(person=name) for name in (None, "Anna", " bert "))


@pytest.fixture
def empty():
    with closing(open_in_memory()) as store:
        yield store


@pytest.fixture
def two(empty):
    with empty.begin() as tx:
        people.add(tx, a_person(name="Anna"))
        people.add(tx, a_person(name="Bert", id=uuid4()))
        people.make_current(tx, a_person().id)
    return empty


@pytest.mark.parametrize("whose", [reader, writer])
def test_the_one_who_was_named_else_the_current_one(two, whose):
    assert whose(two, BERT_NAMED).name == "Bert"
    assert whose(two, ANNA_NAMED).name == "Anna"
    assert whose(two, NOBODY_NAMED).name == "Anna"


@pytest.mark.parametrize("whose", [reader, writer])
def test_somebody_unknown_is_refused(two, whose):
    with pytest.raises(InvalidInput, match="nobody called Cleo"):
        whose(two, Namespace(person="Cleo"))


def test_whoever_reads_makes_nobody_and_whoever_writes_does(empty):
    assert reader(empty, NOBODY_NAMED) is None

    made = writer(empty, NOBODY_NAMED)

    assert reader(empty, NOBODY_NAMED) == made
