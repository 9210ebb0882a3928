"""What was moved to another time on a later day hides no warning behind good news."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from kneecoach.coaching import diary, mornings
from kneecoach.coaching.advice import read_advised
from kneecoach.coaching.play import permission_of
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount, PainEntry, PainPhase
from kneecoach.domain.run import Run
from kneecoach.domain.screening import Verdict
from kneecoach.domain.told_before import CHANGED
from kneecoach.exchange.catalogue import load_exercises
from tests.builders import A_DAY, PERSON_ID

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NOW = A_DAY + 10 * HOUR
EXERCISES = load_exercises()
GOOD = Run(uuid4(), NOW - 6 * HOUR, 5_000, pain_max=1, limp=False)
BAD = Run(uuid4(), NOW - 2 * HOUR, 5_000, pain_max=8, limp=True)
ROSE = replace(BAD, pain_max=None, limp=None, pain_before=1, pain_60=4)
FELL = replace(GOOD, pain_before=1, pain_60=1)


def found(store, now):
    return {one.rule: one for one in read_advised(store, PERSON_ID, now, EXERCISES).findings}


@pytest.mark.parametrize(
    ("rule", "good", "bad", "moved"),
    [
        ("R11", GOOD, BAD, replace(BAD, at=GOOD.at - HOUR)),
        ("R11", GOOD, BAD, replace(GOOD, at=BAD.at + HOUR)),
        ("R11", GOOD, replace(BAD, limp=False), replace(BAD, limp=False, at=GOOD.at - HOUR)),
        ("R12", FELL, ROSE, replace(ROSE, at=FELL.at - HOUR)),
        ("R12", FELL, ROSE, replace(FELL, at=ROSE.at + HOUR)),
    ],
)
def test_a_run_that_is_moved_on_a_later_day_takes_no_warning_away(store, rule, good, bad, moved):
    for run in (good, bad):
        diary.log_run(store, PERSON_ID, run, NOW)
    assert rule in found(store, NOW + DAY)

    diary.change_run(store, PERSON_ID, moved, NOW + DAY)

    assert rule in found(store, NOW + DAY)
    assert moved.id != bad.id or CHANGED in found(store, NOW + DAY)[rule].because


def test_a_run_that_is_moved_away_from_the_day_before_leaves_the_morning_as_it_was(store):
    diary.log_run(store, PERSON_ID, GOOD, NOW)
    check = MorningCheck(uuid4(), (NOW + DAY).date(), NOW + DAY, 5, swelling=Amount.LITTLE)
    mornings.answer(store, PERSON_ID, check, NOW + DAY)
    before = permission_of(store, PERSON_ID, NOW + DAY)

    diary.change_run(store, PERSON_ID, replace(GOOD, at=GOOD.at - DAY), NOW + DAY)

    assert "R13" in found(store, NOW + DAY)
    after = permission_of(store, PERSON_ID, NOW + DAY)
    assert after.verdict is before.verdict is Verdict.EASIER
    assert "R13" in [one.rule for one in after.findings]


def test_swelling_that_is_moved_before_dry_days_still_stands_where_it_was(store):
    for days, swelling in ((6, Amount.NONE), (3, Amount.NONE), (0, Amount.CLEAR)):
        entry = PainEntry(uuid4(), NOW - days * DAY, 1, phase=PainPhase.DAILY, swelling=swelling)
        diary.log_pain(store, PERSON_ID, entry, NOW - days * DAY)
    before = permission_of(store, PERSON_ID, NOW + DAY).verdict

    diary.change_pain(store, PERSON_ID, replace(entry, at=NOW - 7 * DAY), NOW + DAY)

    assert "R09" in found(store, NOW + DAY)
    assert permission_of(store, PERSON_ID, NOW + DAY).verdict is before is Verdict.CALM_ONLY


def test_on_the_day_it_was_told_a_time_is_put_right_and_nothing_else(store):
    for run in (GOOD, BAD):
        diary.log_run(store, PERSON_ID, run, NOW)

    diary.change_run(store, PERSON_ID, replace(BAD, at=GOOD.at - HOUR), NOW + HOUR)

    assert "R11" not in found(store, NOW + DAY)


def test_a_slip_on_a_later_day_that_is_put_right_on_that_day_does_not_count(store):
    diary.log_run(store, PERSON_ID, GOOD, NOW)

    diary.change_run(store, PERSON_ID, replace(GOOD, pain_max=8), NOW + DAY)
    assert "R11" in found(store, NOW + DAY)
    diary.change_run(store, PERSON_ID, GOOD, NOW + DAY + HOUR)

    assert "R11" not in found(store, NOW + DAY + HOUR)


def test_what_stood_over_a_night_counts_though_it_was_told_on_a_later_day(store):
    diary.log_run(store, PERSON_ID, GOOD, NOW)
    diary.change_run(store, PERSON_ID, replace(GOOD, pain_max=8), NOW + DAY)

    diary.change_run(store, PERSON_ID, GOOD, NOW + 2 * DAY)

    assert "R11" in found(store, NOW + 2 * DAY)
