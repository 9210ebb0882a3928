"""What follows from a run and from a morning as entries of pain."""

from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from kneecoach.domain.entry_pains import pains_of_morning, pains_of_run
from kneecoach.domain.exercise import Side
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount, PainPhase
from kneecoach.domain.run import Run
from tests.builders import A_DAY

PLACE = (Side.LEFT, ("medial_joint_line",))
MINUTES = timedelta(minutes=1)


def a_run(**more):
    return Run(UUID(int=1), A_DAY, 6_000, **more)


def a_check(pain=0, **more):
    return MorningCheck(UUID(int=2), A_DAY.date(), A_DAY, pain, **more)


def test_a_run_of_which_nothing_was_said_says_nothing():
    assert pains_of_run(a_run(seconds=1_800), PLACE) == ()


def test_each_pain_of_a_run_is_an_entry_at_its_time():
    entries = pains_of_run(a_run(seconds=1_800, pain_before=0, pain_max=3, pain_after=2, pain_60=1), PLACE)

    assert [(entry.score, entry.phase, entry.at - A_DAY) for entry in entries] == [
        (0, PainPhase.BEFORE_RUN, 0 * MINUTES),
        (3, PainPhase.DURING_RUN, 0 * MINUTES),
        (2, PainPhase.AFTER_RUN, 30 * MINUTES),
        (1, PainPhase.AFTER_RUN, 90 * MINUTES),
    ]
    assert {(entry.side, entry.regions, entry.of) for entry in entries} == {(*PLACE, UUID(int=1))}


def test_a_run_without_a_time_ends_when_it_starts():
    (entry,) = pains_of_run(a_run(pain_after=2))

    assert (entry.at, entry.side, entry.regions) == (A_DAY, None, ())


def test_what_was_told_later_of_a_run_was_told_later_of_its_pains():
    (entry,) = pains_of_run(a_run(pain_max=2, entered=A_DAY + 600 * MINUTES))

    assert entry.entered == A_DAY + 600 * MINUTES


def test_the_entries_keep_their_numbers_when_the_run_is_corrected():
    before, after = (pains_of_run(a_run(pain_max=pain, pain_60=1)) for pain in (2, 7))

    assert [entry.id for entry in before] == [entry.id for entry in after]
    assert len({entry.id for entry in before}) == 2


def test_an_hour_after_a_run_is_an_hour_also_while_the_clocks_go_back():
    start = datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo("Europe/Berlin"))

    (entry,) = pains_of_run(Run(UUID(int=1), start, 5_000, 1_800, pain_60=1))

    assert entry.at.timestamp() - start.timestamp() == 5_400
    assert (entry.at.hour, entry.at.fold) == (2, 1)


@pytest.mark.parametrize(("pain", "place"), [(0, (None, ())), (1, PLACE), (10, PLACE)])
def test_a_morning_has_a_place_only_when_it_hurts(pain, place):
    (entry,) = pains_of_morning(a_check(pain, swelling=Amount.LITTLE), PLACE)

    assert (entry.score, entry.side, entry.regions) == (pain, *place)
    assert (entry.phase, entry.swelling, entry.of) == (PainPhase.MORNING, Amount.LITTLE, UUID(int=2))


@pytest.mark.parametrize(
    ("night", "score", "told"), [(True, 4, True), (True, None, False), (False, 4, False), (None, 4, False)]
)
def test_pain_in_the_night_is_an_entry_when_its_score_was_said(night, score, told):
    entries = pains_of_morning(a_check(1, night=night), PLACE, score)

    assert [(entry.score, entry.regions) for entry in entries if entry.phase is PainPhase.NIGHT] == (
        [(4, PLACE[1])] if told else []
    )
    assert len(entries) == 1 + told


def test_a_morning_told_on_the_next_day_lies_in_its_own_morning_and_night():
    told = datetime(2026, 10, 26, 9, tzinfo=ZoneInfo("Europe/Berlin"))
    check = MorningCheck(UUID(int=2), date(2026, 10, 25), told, 3, night=True)

    morning, night = pains_of_morning(check, PLACE, 5)

    assert (morning.at.date(), night.at.date()) == (check.on, check.on)
    assert night.at.hour < morning.at.hour < 12
    assert (morning.entered, night.entered) == (told, told)


def test_a_morning_told_in_the_middle_of_the_night_is_not_in_the_future():
    told = datetime(2026, 11, 21, 2, tzinfo=ZoneInfo("Europe/Berlin"))

    morning, night = pains_of_morning(MorningCheck(UUID(int=2), told.date(), told, 3, night=True), PLACE, 5)

    assert (morning.at, morning.entered) == (told, None)
    assert (night.at, night.entered) == (told, None)
