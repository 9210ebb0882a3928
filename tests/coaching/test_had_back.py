"""Older versions of an entry that are had back, one after the other: none that stood for a day is lost."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.coaching import diary
from kneecoach.coaching.advice import read_advised
from kneecoach.coaching.check_in import read_record
from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.pain import PainEntry, PainPhase
from kneecoach.domain.run import Run
from kneecoach.exchange.catalogue import load_exercises
from kneecoach.storage import bin as bin_table
from kneecoach.storage import people
from kneecoach.storage.database import open_store
from tests.builders import A_DAY, PERSON_ID, a_person

pytestmark = pytest.mark.usefixtures("unmeasured")

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
NOW = A_DAY + timedelta(hours=4)
PAIN = PainEntry(uuid4(), NOW, 9, phase=PainPhase.DAILY)
RUN = Run(uuid4(), NOW, 5_000, pain_max=7, limp=False)
EXERCISES = load_exercises()


def versions(store, now):
    with store.begin() as tx:
        return {getattr(one.value, "score", None): one.id for one in bin_table.listed(tx, PERSON_ID, now)}


def rules(store, now):
    return {one.rule for one in read_advised(store, PERSON_ID, now, EXERCISES).findings}


@pytest.mark.parametrize("days", [0, 1])
def test_two_versions_had_back_one_after_the_other_leave_the_warning(store, days):
    diary.log_pain(store, PERSON_ID, PAIN, NOW)
    for minutes, score in enumerate((2, 1)):
        diary.change_pain(store, PERSON_ID, replace(PAIN, score=score), NOW + DAY + minutes * MINUTE)
    then = NOW + DAY + days * DAY

    for minutes, score in enumerate((9, 2), 5):
        diary.put_back(store, versions(store, then)[score], then + minutes * MINUTE)

    assert read_record(store, PERSON_ID, then + DAY).pains[0].score == 2
    assert "R08" in rules(store, then + DAY)


def test_so_it_is_with_a_run(store):
    diary.log_run(store, PERSON_ID, RUN, NOW)
    for minutes, pain in enumerate((2, 1)):
        diary.change_run(store, PERSON_ID, replace(RUN, pain_max=pain), NOW + DAY + minutes * MINUTE)
    with store.begin() as tx:
        lies = {one.value.pain_max: one.id for one in bin_table.listed(tx, PERSON_ID, NOW + DAY)}

    for minutes, pain in enumerate((7, 2), 5):
        diary.put_back(store, lies[pain], NOW + DAY + minutes * MINUTE)

    assert "R11" in rules(store, NOW + 2 * DAY)


def test_a_slip_of_one_day_that_is_looked_at_again_on_another_warns_of_nothing(store):
    told = replace(PAIN, score=2)
    diary.log_pain(store, PERSON_ID, told, NOW)
    diary.change_pain(store, PERSON_ID, PAIN, NOW + DAY)
    diary.change_pain(store, PERSON_ID, told, NOW + DAY + MINUTE)

    was = diary.put_back(store, versions(store, NOW + 2 * DAY)[9], NOW + 2 * DAY)
    diary.put_back(store, was, NOW + 2 * DAY + MINUTE)

    assert "R08" not in rules(store, NOW + 3 * DAY)


WHAT = st.one_of(
    st.tuples(st.just("change"), st.integers(0, 10)),
    st.tuples(st.just("have back"), st.integers(0, 5)),
    st.tuples(st.just("delete and undo"), st.just(0)),
    st.tuples(st.just("sleep"), st.integers(1, 3)),
)


@given(steps=st.lists(WHAT, max_size=14))
def test_what_is_read_is_what_stood_when_a_day_was_over(tmp_path_factory, steps):
    """As long as the bin has it; what came and went within one day, and no more."""
    now, stood, score = NOW, set(), PAIN.score
    store = open_store(tmp_path_factory.mktemp("diary"))
    with store.begin() as tx:
        people.add(tx, a_person())
    diary.log_pain(store, PERSON_ID, PAIN, now)
    for what, number in steps:
        now += MINUTE
        with store.begin() as tx:
            lies = bin_table.listed(tx, PERSON_ID, now)
        if what == "change":
            score = number
            diary.change_pain(store, PERSON_ID, replace(PAIN, score=score), now)
        elif what == "have back" and lies:
            chosen = lies[number % len(lies)]
            score = chosen.value.score
            diary.put_back(store, chosen.id, now)
        elif what == "delete and undo":
            diary.put_back(store, diary.delete(store, PERSON_ID, Kind.PAIN, PAIN.id, now), now + MINUTE / 2)
        elif what == "sleep" and (now - NOW).days + number < 30:
            stood.add(score)
            now += number * DAY

    record = read_record(store, PERSON_ID, now)
    store.close()

    (pain,) = record.pains
    assert pain.score == score
    assert {one.score for one in record.earlier} | {score} == stood | {score}
