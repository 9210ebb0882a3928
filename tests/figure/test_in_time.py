"""At any moment of a set the figure is where the exercise's own dosage says, and it never jumps on the way."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from math import dist

import pytest

from kneecoach.domain.dosage import STILL_PHASES, Dosage
from kneecoach.domain.session import Playing, Session, WorkStarted
from kneecoach.domain.timeline import PlannedSet, plan
from kneecoach.exchange.catalogue import load_routines
from kneecoach.figure.joints import Joints
from kneecoach.figure.movement import Moment, Movement
from kneecoach.figure.pacing import ENTER, LEAVE, halves, in_repetition, is_held, leaving, starting
from kneecoach.figure.poses import LIMBS
from kneecoach.figure.solving import solve
from kneecoach.figure.vectors import ORIGIN, Vec, subtract
from kneecoach.ui.pages.player_pose import Pose, coming_still, pose_of
from tests.builders import SESSION_ID, a_routine, at
from tests.figure.performance import FRAMES_A_SECOND
from tests.figure.seen import movement as shown
from tests.figure.test_every_movement import EACH, EXERCISES

FASTEST = 3.0
"""Body heights a second: a hand or foot of an exercise never goes faster."""
WITH_SIDES = 4
WATCHED = ("head", *(f"{limb}_{part}" for limb in LIMBS for part in ("knee", "ankle", "elbow", "wrist")))


pytestmark = pytest.mark.usefixtures("unmeasured")
CUT = frozenset({"still"})
"""What may follow or go before another picture at once: the still picture of what comes."""


def tempo_of(dosage: Dosage) -> list[tuple[str, float]]:
    return [(part.phase, part.seconds) for part in dosage.tempo]


def own(dosage: Dosage) -> Dosage:
    return dosage


def slower(dosage: Dosage) -> Dosage:
    """As someone who wants it slower changes it."""
    return replace(dosage, tempo=tuple(replace(part, seconds=1.7 * part.seconds) for part in dosage.tempo))


def without_stops(dosage: Dosage) -> Dosage:
    """What stands still is left out, where anything else remains."""
    moves = tuple(part for part in dosage.tempo if part.phase not in STILL_PHASES)
    return replace(dosage, tempo=moves or dosage.tempo)


def played(name: str, dosage: Dosage) -> Iterator[tuple[Playing, Pose]]:
    """Every picture of two sets with the pause between them, and the session's own word on what is done then."""
    few = dosage if dosage.reps is None else replace(dosage, reps=2)
    routine = a_routine(replace(few, sets=2, rest_s=12.0))
    item = replace(routine.items[0], exercise=name)
    timeline = plan(replace(routine, items=(item,)), EXERCISES)
    worked: PlannedSet | None = None
    session = Session(timeline, id=SESSION_ID)
    sets = timeline.sets[: 2 if len(timeline.sets) < WITH_SIDES else 3]
    for frame in range(round(sum(one.lead_s + one.work_s for one in sets) * FRAMES_A_SECOND)):
        for event in session.advance(at(frame / FRAMES_A_SECOND)):
            worked = event.planned if isinstance(event, WorkStarted) else worked
        playing = session.playing
        pose = pose_of(playing, worked, shown)
        assert pose is not None
        yield playing, pose


def kind_of(playing: Playing, pose: Pose) -> str:
    """What a picture belongs to: the work, or the way into a position or out of it, else it stands still."""
    tempo = pose.movement.phases[pose.moment.phase].tempo
    if playing.working:
        return "work"
    return tempo if tempo in {ENTER, LEAVE} and pose.moment != coming_still(pose.movement) else "still"


@pytest.mark.parametrize("changed", [own, slower, without_stops])
@EACH
def test_a_figure_never_jumps_while_a_set_is_played(name, changed):
    movement = shown(name)
    # The same picture comes again in every repetition, but for the last digits of its time
    solved = cache(lambda phase, progress: places(solve(movement, Moment(phase, progress))))
    pictures = (
        (kind_of(playing, pose), pose.mirrored, (pose.moment.phase, round(pose.moment.progress, 9)))
        for playing, pose in played(name, changed(EXERCISES[name].dosage))
    )
    for (kind, side, one), (next_kind, next_side, other) in pairwise(pictures):
        if side != next_side or (kind != next_kind and {kind, next_kind} & CUT):
            continue
        # A new repetition starts where the one before ended: the camera goes along
        gone = movement.travel if other[0] < one[0] else ORIGIN
        after = solved(*other)
        for joint, before in solved(*one).items():
            moved = dist(subtract(before, gone), after[joint])
            assert moved * FRAMES_A_SECOND <= FASTEST, (one, other, joint)


def places(joints: Joints) -> dict[str, Vec]:
    return {joint: joints.point(joint) for joint in WATCHED}


@EACH
def test_while_a_set_is_worked_the_pose_is_that_of_the_part_of_the_tempo(name):
    movement, dosage = shown(name), EXERCISES[name].dosage
    seen = [(playing, pose) for playing, pose in played(name, dosage) if playing.working]

    for playing, pose in seen:
        part = "hold" if playing.phase_index is None else dosage.tempo[playing.phase_index].phase
        assert movement.phases[pose.moment.phase].tempo == part
        assert share_done(movement, pose.moment) == pytest.approx(share_due(movement, playing), abs=1e-6)
    assert is_held(movement) is not bool(dosage.tempo)
    assert len(seen) > FRAMES_A_SECOND


def share_done(movement: Movement, moment: Moment) -> float:
    """How far the figure is in the phases of one tempo name that follow one another, 0 to 1 of their seconds.

    The two positions of a hold and the way between them are one each.
    """
    kinds = [(phase.tempo, phase.tempo == "hold" and phase.still) for phase in movement.phases]
    name, first, last = kinds[moment.phase], moment.phase, moment.phase + 1
    while first and kinds[first - 1] == name:
        first -= 1
    while last < len(movement.phases) and kinds[last] == name:
        last += 1
    seconds = [phase.seconds for phase in movement.phases[first:last]]
    here = moment.phase - first
    return (sum(seconds[:here]) + moment.progress * seconds[here]) / sum(seconds)


def share_due(movement: Movement, playing: Playing) -> float:
    """How far the session's own clock is in the part of the tempo; a hold breathes in whole loops."""
    if playing.phase_index is not None:
        return playing.phase_elapsed_s / playing.planned.dosage.tempo[playing.phase_index].seconds
    held = [phase.seconds for phase in movement.phases if phase.tempo == "hold"]
    if len(held) == 1 or not playing.planned.exercise.halves:
        return breathed(sum(held), playing.elapsed_s, playing.length_s)
    first_s, change_s, second_s = held
    half_s, after_s = playing.length_s / 2, playing.elapsed_s - playing.length_s / 2
    if after_s < 0:
        return breathed(first_s, playing.elapsed_s, half_s)
    return after_s / change_s if after_s < change_s else breathed(second_s, after_s - change_s, half_s - change_s)


def breathed(loop_s: float, elapsed_s: float, total_s: float) -> float:
    return elapsed_s / total_s * max(1, round(total_s / loop_s)) % 1.0


@pytest.mark.parametrize("seconds", [4.0, 20.0, 40.0, 90.0])
def test_a_hold_of_two_parts_is_in_its_second_position_from_half_way_on(seconds):
    movement, dosage = shown("calf_stretch"), replace(EXERCISES["calf_stretch"].dosage, seconds=seconds)
    told = {"Back knee straight": "hold", "Bend the back knee a little": "bent"}
    assert set(EXERCISES["calf_stretch"].halves) == set(told)

    for playing, pose in played("calf_stretch", dosage):
        if playing.working:
            assert movement.phases[pose.moment.phase].to == told[playing.half]


def test_every_hold_of_two_positions_has_words_for_both_and_the_other_way_round():
    for name, exercise in EXERCISES.items():
        assert bool(exercise.halves) is bool(halves(shown(name))[1]), name


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
