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


def rest(days, score, hours=0, **more):
    return PainEntry(uuid4(), NOW - days * DAY + hours * HOUR, score, phase=PainPhase.REST, **more)


@pytest.mark.parametrize(
    ("rule", "entries", "moved", "hours"),
    [
        ("R08", (rest(8, 2, -4), rest(8, 8)), 0, 10),
        ("R09", (rest(3, 2, swelling=Amount.CLEAR), rest(1, 0, swelling=Amount.NONE), rest(0, 0)), 1, -30),
    ],
)
def test_good_news_that_is_moved_counts_from_the_earliest_time_it_was_told_of(store, rule, entries, moved, hours):
    last = replace(entries[-1], swelling=Amount.NONE) if rule == "R09" else entries[-1]
    for one in (*entries[:-1], last):
        diary.log_pain(store, PERSON_ID, one, one.at)
    assert rule in found(store, NOW)

    diary.change_pain(store, PERSON_ID, replace(entries[moved], at=entries[moved].at + hours * HOUR), NOW)

    assert rule in found(store, NOW)


def test_an_entry_that_is_lowered_and_moved_to_and_fro_does_not_answer_itself(store):
    told = rest(8, 9)
    diary.log_pain(store, PERSON_ID, told, told.at)
    for days, at in ((6, NOW - 6 * DAY), (5, told.at)):
        diary.change_pain(store, PERSON_ID, replace(told, score=2, at=at), NOW - days * DAY)

    assert "R08" in found(store, NOW)


def five_usual_mornings(store, pain):
    kept = []
    for days in range(8, 3, -1):
        at = NOW - days * DAY
        kept.append(MorningCheck(uuid4(), at.date(), at, pain, swelling=Amount.NONE))
        mornings.answer(store, PERSON_ID, kept[-1], at)
    return kept


def sore_morning_after(store, **told):
    run = Run(uuid4(), NOW - DAY, 5_000, pain_before=1, pain_max=1, **told)
    diary.log_run(store, PERSON_ID, run, NOW - DAY)
    mornings.answer(store, PERSON_ID, MorningCheck(uuid4(), NOW.date(), NOW, 5, swelling=Amount.NONE), NOW)
    return run


def stopped(store, now):
    return "R13" in found(store, now), "R13" in [one.rule for one in permission_of(store, PERSON_ID, now).findings]


def test_other_mornings_that_are_raised_later_make_no_sore_one_usual(store):
    usual = five_usual_mornings(store, 1)
    sore_morning_after(store)
    assert stopped(store, NOW) == (True, True)

    for check in usual:
        mornings.answer(store, PERSON_ID, replace(check, pain=5), NOW + DAY)

    assert stopped(store, NOW + DAY) == (True, True)


def test_without_a_usual_morning_a_run_that_is_moved_away_still_tells_how_it_was_before_it(store):
    run = sore_morning_after(store)
    assert stopped(store, NOW) == (True, True)

    diary.change_run(store, PERSON_ID, replace(run, at=run.at - DAY), NOW + DAY)

    assert stopped(store, NOW + DAY) == (True, True)


def test_the_last_run_with_a_painkiller_stays_the_last_one_when_it_is_moved(store):
    masked = replace(BAD, pain_max=None, limp=None, painkiller=True)
    for run in (GOOD, masked):
        diary.log_run(store, PERSON_ID, run, NOW)
    assert "R24" in found(store, NOW + DAY)

    diary.change_run(store, PERSON_ID, replace(masked, at=GOOD.at - HOUR), NOW + DAY)

    assert CHANGED in found(store, NOW + DAY)["R24"].because
