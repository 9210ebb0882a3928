"""Our own mistakes: one sentence, and a log that tells nothing about the person."""

import sys

import pytest

from kneecoach.domain.errors import DiskTrouble
from kneecoach.error_log import ErrorLog
from kneecoach.ui.mishap import SENTENCE, Mishap
from tests.builders import A_DAY


@pytest.fixture
def told():
    return []


@pytest.fixture
def log(tmp_path):
    return ErrorLog(tmp_path, (), lambda: A_DAY)


@pytest.fixture
def hook(log, told):
    return Mishap(log, told.append)


def fail(hook, error):
    try:
        raise error
    except type(error):
        hook(*sys.exc_info())


def test_a_mistake_is_told_in_one_sentence_and_logged_by_its_place(hook, told, tmp_path):
    fail(hook, ValueError("Jana Weber said 7"))

    written = (tmp_path / "errors.log").read_text()
    assert told == [f"{SENTENCE} {tmp_path / 'errors.log'} says where it happened, without anything about you."]
    assert "ValueError" in written
    assert "test_mishap.py" in written
    assert "Jana" not in written


def test_what_the_person_can_act_on_is_told_as_it_is_and_not_logged(hook, told, tmp_path):
    fail(hook, DiskTrouble("The disk is full."))

    assert told == ["The disk is full."]
    assert not (tmp_path / "errors.log").exists()


def test_a_mistake_while_telling_of_one_does_not_go_round_in_circles(log):
    told = []

    def tell(sentence):
        told.append(sentence)
        fail(hook, RuntimeError("again"))

    hook = Mishap(log, tell)
    fail(hook, ValueError("first"))

    (sentence,) = told
    assert sentence.startswith(SENTENCE)


def test_a_log_that_cannot_be_written_does_not_hide_the_sentence(told, tmp_path):
    (tmp_path / "file").write_text("")
    hook = Mishap(ErrorLog(tmp_path / "file", (), lambda: A_DAY), told.append)

    fail(hook, ValueError("more"))

    assert told == [SENTENCE]
