"""The diary: what is logged comes back, what is changed or deleted can be had back."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from kneecoach.coaching import diary
from kneecoach.domain.diary import Kind
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from tests.builders import A_DAY, PERSON_ID

AN_HOUR = timedelta(hours=1)
NOW = A_DAY + 2 * AN_HOUR
PLACE = (Side.LEFT, ("medial_joint_line",))
A_RUN = Run(UUID(int=1), A_DAY, 6_200, 2_320, pain_before=1, pain_max=3)


def listed(store):
    return diary.read_diary(store, PERSON_ID).entries


def test_a_run_brings_its_pains_and_takes_them_along(store):
    run = diary.log_run(store, PERSON_ID, A_RUN, NOW, PLACE)

    assert [entry.score for entry in listed(store) if isinstance(entry, PainEntry)] == [1, 3]
    assert diary.place_of(store, run.id) == diary.last_place(store, PERSON_ID) == PLACE
    diary.delete(store, PERSON_ID, Kind.RUN, run.id, NOW)
    assert listed(store) == ()


def test_a_deleted_run_comes_back_whole(store):
    diary.log_run(store, PERSON_ID, A_RUN, NOW, PLACE)
    before = listed(store)

    kept = diary.delete(store, PERSON_ID, Kind.RUN, A_RUN.id, NOW)
    diary.put_back(store, kept, NOW + 24 * AN_HOUR)

    assert listed(store) == before
    assert diary.binned(store, PERSON_ID, NOW) == ()


def test_a_change_can_be_undone_and_that_again(store):
    run = diary.log_run(store, PERSON_ID, A_RUN, NOW, PLACE)
    old = listed(store)
    first = diary.change_run(store, PERSON_ID, replace(run, pain_max=7), NOW + AN_HOUR, PLACE)
    new = listed(store)

    second = diary.put_back(store, first, NOW + AN_HOUR)
    assert listed(store) == old != new
    diary.put_back(store, second, NOW + AN_HOUR)

    assert listed(store) == new


def test_the_future_is_refused(store):
    with pytest.raises(InvalidInput, match="in the future"):
        diary.log_run(store, PERSON_ID, A_RUN, A_DAY - AN_HOUR)

    assert listed(store) == ()
