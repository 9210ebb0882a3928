"""Which pose the drawn coach takes at any moment of a session: the session's own phase and progress, nothing else."""

from collections.abc import Callable
from dataclasses import dataclass

from kneecoach.domain.exercise import Side
from kneecoach.domain.session import Playing
from kneecoach.domain.timeline import PlannedSet
from kneecoach.figure.movement import Moment, Movement
from kneecoach.figure.pacing import (
    ENTER,
    LEAVE,
    entering,
    halves,
    holding,
    in_repetition,
    is_held,
    leaving,
    starting,
    stills,
)

LIMB_SIDES = {"l": Side.LEFT, "r": Side.RIGHT}


@dataclass(frozen=True, slots=True)
class Pose:
    """`mirrored` when the other side works than in the drawing."""

    movement: Movement
    mirrored: bool
    moment: Moment


def pose_of(
    playing: Playing,
    worked: PlannedSet | None,
    movements: Callable[[str], Movement | None],
    *,
    reduced_motion: bool = False,
) -> Pose | None:
    """What is seen now; None when nobody drew the exercise.

    `worked` is the set that was worked just before this pause, if one was: of the same exercise, its position is left
    in the first seconds. Then the coming set stands still in its best pose, until a position that is held has to be
    taken. Under the name of another exercise nothing but that exercise is seen.
    """
    movement = movements(playing.planned.exercise.id)
    if movement is None:
        return None
    left = None
    if worked is not None and worked.item == playing.planned.item and not playing.working:
        left = movement
        # Paused, the heading names the coming side
        seen = not reduced_motion and not (playing.paused and worked.side is not playing.planned.side)
        if seen and (moment := _leaving(left, playing)) is not None:
            return Pose(left, is_mirrored(left, worked.side), moment)
    if not playing.working:
        moment = coming_still(movement) if reduced_motion else _coming(movement, left, playing)
    elif reduced_motion:
        moment = _still(movement, playing)
    else:
        moment = _working(movement, playing)
    return Pose(movement, is_mirrored(movement, playing.planned.side), moment)


def coming_still(movement: Movement) -> Moment:
    """The best pose of what comes, at the end of the way into it: the sign of a hold would look like a pause."""
    index = movement.hero.phase
    if not movement.phases[index].still:
        return movement.hero
    return Moment((index - 1) % len(movement.phases), 1.0)


def is_mirrored(movement: Movement, side: Side) -> bool:
    """Whether the drawing has to be turned round for this side; what is done with both is painted as drawn."""
    drawn = LIMB_SIDES.get(movement.side or "")
    return drawn is not None and side is drawn.other


def _working(movement: Movement, playing: Playing) -> Moment:
    index, tempo = playing.phase_index, playing.planned.dosage.tempo
    if index is None or is_held(movement):
        return holding(movement, playing.elapsed_s, playing.length_s)
    parts = [(part.phase, part.seconds) for part in tempo]
    return in_repetition(movement, parts, index, playing.phase_elapsed_s / tempo[index].seconds)


def _still(movement: Movement, playing: Playing) -> Moment:
    """How far each part of the tempo goes, without the way there; of a hold, the hold."""
    index, tempo = playing.phase_index, playing.planned.dosage.tempo
    if is_held(movement):
        second = halves(movement)[2] if 2 * playing.elapsed_s >= playing.length_s else ()
        return Moment(second[0], movement.hero.progress) if second else movement.hero
    if index is None:
        return stills(movement)[1]
    return in_repetition(movement, [(part.phase, part.seconds) for part in tempo], index, 1.0)


def _leaving(movement: Movement, playing: Playing) -> Moment | None:
    moment = leaving(movement, playing.elapsed_s, _room(playing, movement, ENTER))
    return None if moment == starting(movement) else moment


def _coming(movement: Movement, left: Movement | None, playing: Playing) -> Moment:
    moment = entering(movement, playing.seconds_left, _room(playing, left, LEAVE))
    return coming_still(movement) if moment == starting(movement) else moment


def _room(playing: Playing, other: Movement | None, name: str) -> float:
    """What the pause leaves to the one of leaving and entering when the other takes its time; at least half of it."""
    taken = sum(phase.seconds for phase in other.phases if phase.tempo == name) if other is not None else 0.0
    return max(playing.length_s - taken, playing.length_s / 2)
