"""Which pose the drawn coach takes at any moment of a session: the session's own phase and progress, nothing else."""

from collections.abc import Callable
from dataclasses import dataclass

from kneecoach.domain.exercise import Side
from kneecoach.domain.session import Playing
from kneecoach.domain.timeline import PlannedSet
from kneecoach.figure.movement import Moment, Movement
from kneecoach.figure.pacing import entering, holding, in_repetition, is_held, leaving, starting, stills

LIMB_SIDES = {"l": Side.LEFT, "r": Side.RIGHT}


@dataclass(frozen=True, slots=True)
class Pose:
    """`mirrored` when the other side works than in the drawing; `signs` are the arrows and the sign of a hold."""

    movement: Movement
    mirrored: bool
    moment: Moment
    signs: bool = True


def pose_of(
    playing: Playing,
    worked: PlannedSet | None,
    movements: Callable[[str], Movement | None],
    *,
    reduced_motion: bool = False,
) -> Pose | None:
    """What is seen now; None when nobody drew the exercise.

    `worked` is the set that was worked just before this pause, if one was: its position is left in the first seconds.
    Then the coming exercise stands still in its best pose, until a position that is held has to be taken.
    """
    if not playing.working and worked is not None and not reduced_motion:
        before = movements(worked.exercise.id)
        if before is not None and (moment := _leaving(before, playing)) is not None:
            return Pose(before, is_mirrored(before, worked.side), moment)
    movement = movements(playing.planned.exercise.id)
    if movement is None:
        return None
    if not playing.working:
        moment = movement.hero if reduced_motion else _coming(movement, playing, halved=worked is not None)
    elif reduced_motion:
        moment = _still(movement, playing)
    else:
        moment = _working(movement, playing)
    # Nothing is held yet while it is waited for: the sign of a hold would look like a pause
    signs = playing.working or not movement.phases[moment.phase].still
    return Pose(movement, is_mirrored(movement, playing.planned.side), moment, signs)


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
        return movement.hero
    if index is None:
        return stills(movement)[1]
    return in_repetition(movement, [(part.phase, part.seconds) for part in tempo], index, 1.0)


def _leaving(movement: Movement, playing: Playing) -> Moment | None:
    moment = leaving(movement, playing.elapsed_s, playing.length_s / 2)
    return None if moment == starting(movement) else moment


def _coming(movement: Movement, playing: Playing, *, halved: bool) -> Moment:
    lead_s = playing.length_s / 2 if halved else playing.length_s
    moment = entering(movement, playing.seconds_left, lead_s)
    return movement.hero if moment == starting(movement) else moment
