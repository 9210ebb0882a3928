"""The facts for a doctor where an entry was changed on a later day: what was told stands beside what it says now."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.doctor_days import PainSum
from kneecoach.domain.doctor_facts import Told, doctor_facts
from kneecoach.domain.exercise import Side
from kneecoach.domain.finding import Record
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount, PainEntry
from kneecoach.domain.run import Run
from tests.builders import A_DAY, a_person

NOW, DAY = A_DAY, timedelta(days=1)
PLACE = {"side": Side.LEFT, "regions": ("pes_anserine",)}


def ago(days):
    return NOW - days * DAY


def a_pain(score, days, **more):
    return PainEntry(uuid4(), ago(days), score, **PLACE | more)


def facts(pains=(), earlier=()):
    record = Record(a_person(), pains=tuple(pains), earlier=tuple(earlier))
    return doctor_facts(Told(record, TrainingLog(NOW, pains=tuple(pains))), NOW)


def test_a_lowered_pain_is_shown_as_told_and_as_it_is_now():
    now, other = a_pain(2, 3), a_pain(4, 2)

    found = facts((now, other), (replace(now, score=7), replace(now, score=6)))

    assert [(one.pain, one.told) for one in found.days[-4:]] == [(2, 7), (4, None), (None, None), (None, None)]
    assert (found.weeks[-1].pain_sum, found.weeks[-1].highest, found.weeks[-1].told) == (6, 4, PainSum(2, 11, 7))
    (place,) = found.places
    assert (place.highest, place.told, place.worst, place.times) == (4, 7, 7, 2)
    assert found.changed_later


@pytest.mark.parametrize("before", [0, 2, 3])
def test_what_was_told_no_worse_is_not_mentioned(before):
    now = a_pain(3, 3)

    found = facts((now,), (replace(now, score=before),))

    assert found == facts((now,))
    assert not found.changed_later


def test_a_pain_that_was_moved_or_is_said_no_more_stays_where_it_was_told():
    moved, gone = a_pain(6, 1), a_pain(5, 10, regions=("whole_knee",))

    found = facts((moved,), (replace(moved, at=ago(20)), gone))

    assert [(one.pain, one.told) for one in (found.days[-21], found.days[-11], found.days[-2])] == [
        (None, 6),
        (None, 5),
        (6, None),
    ]
    assert [week.told for week in found.weeks[-3:]] == [PainSum(1, 6, 6), PainSum(1, 5, 5), None]
    assert [(one.region, one.times, one.worst, one.last) for one in found.places] == [
        ("pes_anserine", 1, 6, ago(1).date()),
        ("whole_knee", 0, 5, ago(10).date()),
    ]
    assert found.first_pain == ago(20).date()


def test_a_change_that_makes_the_mean_milder_but_no_pain_higher_is_none():
    high, low = a_pain(5, 2), a_pain(1, 30)

    assert facts((high,), (replace(low, at=ago(2)),)).weeks[-1].told is None


def test_a_painkiller_that_was_taken_back_is_one_still():
    run, noted = Run(uuid4(), ago(2), 5_000, painkiller=False), Run(uuid4(), ago(1), 5_000, painkiller=True)
    earlier = {run.id: (replace(run, painkiller=True),), noted.id: (replace(noted, painkiller=None),)}

    log = TrainingLog(NOW, runs=(run, noted), earlier=earlier)
    found = doctor_facts(Told(Record(a_person()), log), NOW)

    assert [(one.painkiller, one.painkiller_changed) for one in found.days[-3:-1]] == [(True, True), (True, False)]
    assert (found.painkiller_changed, found.painkiller_no) == (1, 0)


def test_a_morning_counts_with_the_worse_of_what_was_told_of_it():
    check = MorningCheck(uuid4(), ago(1).date(), ago(1), 1, stiff=False, swelling=Amount.NONE, night=False)
    told = replace(check, pain=6, stiff=True, swelling=Amount.CLEAR, night=True)
    log = TrainingLog(NOW, mornings=(check,), earlier_mornings={check.id: (told,)})

    found = doctor_facts(Told(Record(a_person()), log), NOW).mornings

    assert (found.answered, found.highest, found.stiff, found.swollen, found.nights) == (1, 6, 1, 1, 1)
    assert found.changed
    assert not doctor_facts(Told(Record(a_person()), replace(log, earlier_mornings={})), NOW).mornings.changed


def test_swelling_that_was_taken_back_is_counted_once():
    now = a_pain(2, 3, swelling=Amount.LITTLE)
    back = a_pain(2, 4, swelling=Amount.NONE)

    found = facts((now, back), (replace(now, swelling=Amount.CLEAR), replace(back, swelling=Amount.CLEAR)))

    assert found.swollen == (1, 1)


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10), st.integers(0, 50)), max_size=8))
def test_nothing_that_was_told_makes_the_page_milder(entries):
    pains = [a_pain(now, days) for now, _, days in entries]
    earlier = [replace(pain, score=before) for pain, (_, before, _) in zip(pains, entries, strict=True)]

    found, plain = facts(pains, earlier), facts(pains)

    assert [one.pain for one in found.days] == [one.pain for one in plain.days]
    assert all(one.told is None or one.told > (one.pain or 0) for one in found.days)
    shown = {one.day: one.pain if one.told is None else one.told for one in found.days}
    for one in (*pains, *earlier):
        assert shown.get(one.at.date(), 10) >= one.score
