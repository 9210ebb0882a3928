"""R20 to R22 beyond their vectors: what painful runs share, and what a warm-up was."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kneecoach.domain.advice.habits import warm_up
from kneecoach.domain.advice.pattern import pattern
from kneecoach.domain.run import RunKind
from kneecoach.domain.session_record import SessionStatus, SetStatus
from tests.domain.advice.logs import PROFILE, a_log, a_run, moment
from tests.domain.advice.records import told


def played(*words, run_after=None, **more):
    """The log of one shipped warm-up at 17:00, and of a run some minutes after it."""
    log = told([f"0 session warm_up {' '.join(words)}".strip()]).log
    runs = () if run_after is None else (replace(a_run(0), at=moment(0, 17) + timedelta(minutes=run_after)),)
    return replace(log, now=moment(0, 22), runs=runs, sessions=tuple(replace(one, **more) for one in log.sessions))


def with_items(log, *order, seconds=None):
    session = log.sessions[0]
    items = {item.exercise: item for item in session.routine.items}
    chosen = [items[name] for name in order]
    if seconds is not None:
        chosen = [
            replace(item, dosage=replace(item.dosage, sets=1, seconds=seconds)) if item.dosage.seconds else item
            for item in chosen
        ]
    routine = replace(session.routine, items=tuple(chosen))
    return replace(log, sessions=(replace(session, routine=routine),))


ROLL, STRETCH, WALK, LUNGE = "adductor_roll", "adductor_stretch", "lateral_walk", "front_lunge"


def test_the_warm_up_as_shipped_needs_no_word():
    assert warm_up(played(run_after=5), PROFILE) is None


def test_another_order_is_named():
    found = warm_up(with_items(played(), LUNGE, ROLL, STRETCH, WALK), PROFILE)

    assert found.key == "R22.order"
    assert found.title == "Another order than usual"
    assert found.text.startswith("You logged this warm-up on 1 June. Roll, stretch, walk, lunge")


@pytest.mark.parametrize(
    ("seconds", "after", "fires"), [(59, 5, False), (60, 15, True), (60, 16, False), (60, None, False)]
)
def test_a_stretch_of_sixty_seconds_matters_only_right_before_a_run(seconds, after, fires):
    log = with_items(played(run_after=after), STRETCH, WALK, LUNGE, seconds=seconds)

    found = warm_up(log, PROFILE)

    assert (found is not None) is fires


def test_a_roll_of_more_than_two_minutes_is_named():
    assert warm_up(with_items(played(), ROLL, LUNGE, seconds=121), PROFILE).title == "A long roll"


def test_what_was_skipped_was_no_part_of_it():
    log = played()
    session = log.sessions[0]
    sets = tuple(
        replace(one, status=SetStatus.SKIPPED) if one.exercise in (WALK, LUNGE) else one for one in session.sets
    )

    assert warm_up(replace(log, sessions=(replace(session, sets=sets),)), PROFILE).title == "It ends with a stretch"


@pytest.mark.parametrize("status", [SessionStatus.STOPPED, SessionStatus.OPEN])
def test_a_warm_up_that_was_ended_early_is_not_judged(status):
    log = with_items(played(status=status), LUNGE, ROLL)

    assert warm_up(log, PROFILE) is None


def test_an_exercise_that_is_not_known_is_not_judged():
    assert warm_up(replace(with_items(played(), LUNGE, ROLL), exercises={}), PROFILE) is None


def test_a_warm_up_of_which_nothing_was_done_is_none():
    assert warm_up(with_items(played("skipped"), LUNGE, ROLL), PROFILE) is None


def test_a_gentle_roll_is_no_word():
    assert warm_up(played("adductor_roll=4"), PROFILE) is None


def runs_of(*pains, kind, hour=18, first=0):
    return [a_run(first + 2 * number, kind=kind, pain_max=pain, hour=hour) for number, pain in enumerate(pains)]


def test_r20_is_silent_when_chance_could_do_it():
    hills = runs_of(9, 0, 9, 0, kind=RunKind.HILLS)
    easy = runs_of(0, 9, 0, 3, kind=RunKind.EASY, first=1)

    assert pattern(a_log(20, *hills, *easy), PROFILE) is None


@pytest.mark.parametrize(
    ("hour", "other", "group"),
    [(6, 18, "morning runs"), (13, 18, "afternoon runs"), (18, 6, "evening runs"), (11, 12, "morning runs")],
)
def test_r20_names_the_time_of_day(hour, other, group):
    hard = runs_of(5, 5, 6, 5, 6, kind=None, hour=hour)
    easy = runs_of(1, 1, 0, 1, 0, kind=None, hour=other, first=1)

    assert dict(pattern(a_log(20, *hard, *easy), PROFILE).values)["group"] == group


def test_r20_leaves_out_what_a_painkiller_may_have_hidden_and_what_was_not_said():
    hills = runs_of(4, 4, 4, 4, kind=RunKind.HILLS)
    easy = runs_of(2, 3, 2, 3, kind=RunKind.EASY, first=1)
    log = a_log(20, *hills, *easy)

    assert pattern(log, PROFILE) is not None
    assert pattern(a_log(20, replace(hills[0], painkiller=True), *hills[1:], *easy), PROFILE) is None
    assert pattern(a_log(20, replace(hills[0], pain_max=None), *hills[1:], *easy), PROFILE) is None


def test_r20_wants_a_difference_of_fifteen_tenths():
    hills = runs_of(4, 4, 4, 4, 4, 4, kind=RunKind.HILLS)
    near = runs_of(3, 3, 2, 3, 2, 3, kind=RunKind.EASY, first=1)

    assert pattern(a_log(20, *hills, *near), PROFILE) is None


def test_r20_says_the_same_every_time():
    runs = [*runs_of(4, 4, 4, 4, kind=RunKind.HILLS), *runs_of(2, 3, 2, 3, kind=RunKind.EASY, first=1)]

    assert pattern(a_log(20, *runs), PROFILE) == pattern(a_log(20, *runs), PROFILE)
