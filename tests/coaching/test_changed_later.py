"""What was told and changed on a later day: the rules go on reading the worse of it, and say so."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from kneecoach.coaching import diary, mornings
from kneecoach.coaching.advice import read_advised
from kneecoach.coaching.cautions import of_its_pain
from kneecoach.coaching.check_in import read_record
from kneecoach.coaching.play import permission_of
from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount, PainEntry, PainPhase, PainSize, Tenderness
from kneecoach.domain.run import Run
from kneecoach.domain.screening import Verdict
from kneecoach.domain.session_record import SessionStatus
from kneecoach.domain.told_before import CHANGED
from kneecoach.exchange.catalogue import load_exercises
from kneecoach.storage import sessions
from kneecoach.storage.glance import glance
from tests.builders import A_DAY, PERSON_ID, a_session_record, a_set_record

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
NOW = A_DAY + timedelta(hours=4)
EXERCISES = load_exercises()
RUN = Run(uuid4(), NOW - 3 * MINUTE, 5_000, pain_max=1, limp=False)
PAIN = PainEntry(uuid4(), NOW - MINUTE, 2, phase=PainPhase.DAILY)
BONE = ("medial_tibial_plateau",)
SORE = {"regions": BONE, "size": PainSize.FINGERTIP, "tenderness": Tenderness.CLEAR, "phase": PainPhase.WALKING}
MORNING = MorningCheck(uuid4(), NOW.date(), NOW - 2 * MINUTE, 0, swelling=Amount.NONE)


def keep(store, entry, now):
    if isinstance(entry, Run):
        diary.log_run(store, PERSON_ID, entry, now)
    elif isinstance(entry, MorningCheck):
        mornings.answer(store, PERSON_ID, entry, now)
    else:
        diary.log_pain(store, PERSON_ID, entry, now)


def change(store, entry, now):
    if isinstance(entry, Run):
        diary.change_run(store, PERSON_ID, entry, now)
    elif isinstance(entry, MorningCheck):
        mornings.answer(store, PERSON_ID, entry, now)
    else:
        diary.change_pain(store, PERSON_ID, entry, now)


def found(store, now):
    return {one.rule: one for one in read_advised(store, PERSON_ID, now, EXERCISES).findings}


TOLD = [
    ("R11", replace(RUN, pain_max=6), RUN),
    ("R11", replace(RUN, pain_max=6), replace(RUN, pain_max=None)),
    ("R11", replace(RUN, limp=True), RUN),
    ("R11", replace(RUN, limp=True), replace(RUN, limp=None)),
    ("R12", replace(RUN, pain_before=1, pain_60=2), replace(RUN, pain_before=1, pain_60=1)),
    ("R24", replace(RUN, painkiller=True), replace(RUN, painkiller=False)),
    ("R08", replace(PAIN, score=9), PAIN),
    ("R08", replace(PAIN, score=9), replace(PAIN, score=9, phase=PainPhase.DURING_RUN)),
    ("R09", replace(PAIN, swelling=Amount.CLEAR), replace(PAIN, swelling=Amount.NONE)),
    ("R09", replace(PAIN, swelling=Amount.CLEAR), PAIN),
    ("R07", replace(PAIN, score=4, **SORE), replace(PAIN, score=4, **SORE | {"tenderness": Tenderness.MILD})),
    ("R07", replace(PAIN, score=4, **SORE), replace(PAIN, score=4, **SORE | {"size": PainSize.WIDE})),
    ("R07", replace(PAIN, score=4, **SORE), replace(PAIN, score=4, **SORE | {"regions": ("pes_anserine",)})),
    ("R08", replace(RUN, pain_before=8), replace(RUN, pain_before=None)),
    ("R09", replace(MORNING, swelling=Amount.CLEAR), MORNING),
    ("R08", replace(MORNING, pain=8), MORNING),
]

SOME = (TOLD[0], TOLD[6], TOLD[-2])


@pytest.mark.parametrize(("rule", "told", "now"), TOLD)
def test_a_change_on_a_later_day_takes_no_warning_away_and_is_named(store, rule, told, now):
    keep(store, told, NOW)
    assert rule in found(store, NOW + DAY)
    assert CHANGED not in found(store, NOW + DAY)[rule].because

    change(store, now, NOW + DAY)

    assert CHANGED in found(store, NOW + DAY)[rule].because


@pytest.mark.parametrize(("rule", "told", "now"), SOME)
def test_what_is_put_right_on_the_day_it_was_told_counts_as_it_was_put_right(store, rule, told, now):
    keep(store, told, NOW)

    change(store, now, NOW + MINUTE)

    assert rule not in found(store, NOW + DAY)


@pytest.mark.parametrize(("rule", "told", "now"), SOME)
def test_a_mistake_is_taken_back_by_deleting_the_entry_and_logging_it_anew(store, rule, told, now):
    kind = {Run: Kind.RUN, MorningCheck: Kind.MORNING, PainEntry: Kind.PAIN}[type(told)]
    keep(store, told, NOW)
    change(store, now, NOW + DAY)

    diary.delete(store, PERSON_ID, kind, told.id, NOW + DAY)
    keep(store, replace(now, id=uuid4()), NOW + DAY)

    assert rule not in found(store, NOW + DAY)


@pytest.mark.parametrize(("rule", "told", "now"), SOME)
def test_what_was_told_counts_as_long_as_it_can_be_had_back(store, rule, told, now):
    keep(store, told, NOW)
    change(store, now, NOW + DAY)

    assert rule in found(store, NOW + 30 * DAY)
    assert rule not in found(store, NOW + 32 * DAY)


def test_a_lower_score_on_a_later_day_opens_no_session(store):
    keep(store, replace(PAIN, score=9), NOW)
    keep(store, replace(RUN, pain_max=7), NOW)
    before = permission_of(store, PERSON_ID, NOW + DAY)

    change(store, PAIN, NOW + DAY)
    change(store, RUN, NOW + DAY)

    after = permission_of(store, PERSON_ID, NOW + DAY)
    assert (before.verdict, after.verdict) == (Verdict.CALM_ONLY, Verdict.CALM_ONLY)
    assert [one.rule for one in after.findings] == ["R08", "R11"]
    assert all(CHANGED in one.because for one in after.findings)


def test_what_is_said_of_the_run_at_once_is_what_was_told_too(store):
    keep(store, replace(RUN, pain_max=7), NOW)

    change(store, RUN, NOW + DAY)

    assert any("No run until it has settled" in one for one in of_its_pain(store, PERSON_ID, RUN, NOW + DAY))


def test_the_first_paint_reads_the_same(store, folder):
    keep(store, replace(RUN, pain_max=7, pain_before=3), NOW)
    keep(store, replace(PAIN, score=9), NOW)
    change(store, RUN, NOW + DAY)
    change(store, PAIN, NOW + DAY)

    record = read_record(store, PERSON_ID, NOW + DAY, stops=False)

    assert {one.score for one in record.earlier} == {7, 3, 9}
    assert glance(folder, NOW + DAY).record == record


@pytest.mark.parametrize(
    ("told", "now"),
    [((1, 4), (1, 1)), ((1, 4), (1, None)), ((0, 3), (3, 3)), ((0, 3), (None, 2))],
)
def test_a_session_that_was_corrected_on_a_later_day_keeps_what_hurt(store, told, now):
    def a_session(before, pain):
        done = a_set_record(0, id=set_id, exercise="front_lunge", pain=pain)
        ended = {"status": SessionStatus.COMPLETED, "ended_at": A_DAY + timedelta(minutes=12)}
        return a_session_record(pain_before=before, sets=(done,), **ended)

    set_id = uuid4()
    with store.begin() as tx:
        sessions.add(tx, a_session(*told))
    assert "R10" in found(store, NOW)

    diary.change_session(store, PERSON_ID, a_session(*now), NOW + DAY)

    assert CHANGED in found(store, NOW + DAY)["R10"].because
