"""At any moment of a set the figure is where the exercise's own dosage says, and it never jumps on the way."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain.dosage import Dosage
from kneecoach.exchange.catalogue import load_routines
from kneecoach.figure.joints import Joints
from kneecoach.figure.movement import Moment, Movement
from kneecoach.figure.pacing import (
    entering,
    holding,
    in_pace,
    in_repetition,
    is_held,
    leaving,
    starting,
)
from kneecoach.figure.poses import LIMBS
from kneecoach.figure.solving import solve
from kneecoach.figure.vectors import ORIGIN, Vec, subtract
from tests.figure.performance import FRAMES_A_SECOND
from tests.figure.seen import movement as shown
from tests.figure.test_every_movement import EACH, EXERCISES

FASTEST = 3.0
"""Body heights a second: a hand or foot of an exercise never goes faster."""
LEAD_S = 5.0
WATCHED = ("head", *(f"{limb}_{part}" for limb in LIMBS for part in ("knee", "ankle", "elbow", "wrist")))


def tempo_of(dosage: Dosage) -> list[tuple[str, float]]:
    return [(part.phase, part.seconds) for part in dosage.tempo]


def moments(movement: Movement, dosage: Dosage) -> Iterator[Moment]:
    """Every picture of the lead, of the set or three repetitions of it, and of what leaves a position."""
    tempo = tempo_of(dosage)
    seconds = dosage.seconds or 3 * dosage.rep_s
    for frame in range(round(LEAD_S * FRAMES_A_SECOND)):
        yield entering(movement, LEAD_S - frame / FRAMES_A_SECOND, LEAD_S)
    for frame in range(round(seconds * FRAMES_A_SECOND)):
        at = frame / FRAMES_A_SECOND
        yield in_pace(movement, tempo, at) if tempo else holding(movement, at, seconds)
    # A roller's time may be up half way through a pass: the picture then changes with the stage
    for frame in range(round(LEAD_S * FRAMES_A_SECOND) if is_held(movement) else 0):
        yield leaving(movement, frame / FRAMES_A_SECOND, LEAD_S)


@EACH
def test_a_figure_never_jumps_while_a_set_is_played(name):
    movement = shown(name)
    # The same picture comes again in every repetition, but for the last digits of its time
    solved = cache(lambda phase, progress: places(solve(movement, Moment(phase, progress))))
    played = ((moment.phase, round(moment.progress, 9)) for moment in moments(movement, EXERCISES[name].dosage))
    for one, other in pairwise(played):
        # A new repetition starts where the one before ended: the camera goes along
        gone = movement.travel if other[0] < one[0] else ORIGIN
        after = solved(*other)
        for joint, before in solved(*one).items():
            moved = dist(subtract(before, gone), after[joint])
            assert moved * FRAMES_A_SECOND <= FASTEST, (one, other, joint)


def places(joints: Joints) -> dict[str, Vec]:
    return {joint: joints.point(joint) for joint in WATCHED}


@EACH
@settings(deadline=None, max_examples=30)
@given(at=st.floats(0, 120))
def test_at_any_time_the_pose_is_that_of_the_part_of_the_tempo(name, at):
    movement, dosage = shown(name), EXERCISES[name].dosage
    tempo = tempo_of(dosage)
    if not tempo:
        assert is_held(movement)
        assert movement.phases[holding(movement, at, 120.0).phase].tempo == "hold"
        return
    index, rest = 0, at % dosage.rep_s
    while index < len(tempo) - 1 and rest >= tempo[index][1]:
        rest -= tempo[index][1]
        index += 1

    moment = in_pace(movement, tempo, at)

    assert movement.phases[moment.phase].tempo == tempo[index][0]
    assert moment == in_repetition(movement, tempo, index, rest / tempo[index][1])


@EACH
def test_each_repetition_ends_where_the_next_one_starts(name):
    movement, tempo = shown(name), tempo_of(EXERCISES[name].dosage)
    if not tempo:
        assert leaving(movement, 600.0) == starting(movement)
        return

    assert in_repetition(movement, tempo, len(tempo) - 1, 1.0) == starting(movement)


@pytest.mark.parametrize("routine", load_routines().values(), ids=lambda routine: routine.id)
def test_each_dose_of_a_shipped_routine_has_the_tempo_of_its_movement(routine):
    for item in routine.items:
        movement, dosage = shown(item.exercise), item.dosage
        names = {phase.tempo for phase in movement.phases}

        assert {part.phase for part in dosage.tempo} <= names
        assert bool(dosage.tempo) != is_held(movement)
