"""The line under the ruler: what is said to whoever reads while a set is worked."""

from dataclasses import replace

import pytest

from kneecoach.domain.session import Session
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.exchange.movements import load_movement
from kneecoach.ui.pages.player_pose import pose_of
from kneecoach.ui.pages.player_words import working_line
from tests.builders import SESSION_ID, at, play

EXERCISES = load_exercises()
A_ROLL = load_routines()["warm-up"].items[0]


def a_calf_stretch(*, before_a_roll=False):
    """The timeline of one stretch, and perhaps of a foam roll after it."""
    routine = load_routines()["flexibility-day"]
    (stretch,) = (item for item in routine.items if item.exercise == "calf_stretch")
    return plan(replace(routine, items=(stretch, A_ROLL) if before_a_roll else (stretch,)), EXERCISES)


def worked(timeline, second, *, index=0):
    """A set of it at a second of its work."""
    session = Session(timeline, id=SESSION_ID, position=index)
    session.advance(at(0))
    session.skip(at(0.0))
    play(session, 0.0, second)
    assert session.playing.working
    return session.playing


@pytest.mark.parametrize(
    ("second", "line"),
    [
        (0.1, "Back knee straight. Back heel heavy."),
        (19.9, "Back knee straight. Back heel heavy."),
        (20.0, "Bend the back knee a little. Feet point at the wall."),
        (39.0, "Bend the back knee a little. Feet point at the wall."),
    ],
)
def test_each_half_of_a_hold_says_first_what_it_asks_for(second, line):
    timeline = a_calf_stretch()

    assert working_line(worked(timeline, second), timeline) == line


def test_what_to_fetch_next_waits_until_the_second_half_has_been_told():
    timeline = a_calf_stretch(before_a_roll=True)

    lines = [working_line(worked(timeline, second, index=1), timeline) for second in (20.0, 29.9, 30.0)]

    assert [line.startswith("Bend the back knee a little.") for line in lines] == [True, True, False]
    assert "roller" in lines[-1]


@pytest.mark.parametrize(("second", "position"), [(1.0, "hold"), (19.9, "hold"), (20.0, "bent"), (39.0, "bent")])
def test_with_reduced_motion_each_half_is_one_still_picture(second, position):
    movement = load_movement("calf_stretch")

    pose = pose_of(worked(a_calf_stretch(), second), None, lambda _: movement, reduced_motion=True)

    assert movement.phases[pose.moment.phase].still
    assert movement.phases[pose.moment.phase].to == position
