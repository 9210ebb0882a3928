"""From key poses to a body: every joint of a moment."""

from collections.abc import Callable, Mapping
from math import cos, pi, sin

from kneecoach.figure.arms import solve_arm
from kneecoach.figure.joints import Joints, Leg
from kneecoach.figure.legs import solve_leg
from kneecoach.figure.movement import Ease, Moment, Movement, MovementPhase
from kneecoach.figure.poses import Limb
from kneecoach.figure.trunk import Trunk, solve_trunk
from kneecoach.figure.vectors import Vec, Y, between, cross, dot, mix, subtract

EASES: Mapping[Ease, Callable[[float], float]] = {
    Ease.SOFT: lambda u: 0.5 - 0.5 * cos(pi * u),
    Ease.IN_OUT: lambda u: u * u * (3 - 2 * u),
    Ease.IN: lambda u: u * u,
    Ease.OUT: lambda u: 1 - (1 - u) ** 2,
    Ease.LINEAR: lambda u: u,
}


def solve(movement: Movement, moment: Moment) -> Joints:
    """The body at this moment; progress outside 0..1 is taken as the nearer end."""
    phase = movement.phases[moment.phase]
    progress = max(0.0, min(1.0, moment.progress))
    share = EASES[phase.ease](progress)
    trunk = solve_trunk(phase.start, phase.end, share)
    legs = _legs(phase, trunk, share)
    props = _props(phase, movement, share)
    return Joints(
        trunk.pelvis,
        trunk.waist,
        trunk.chest,
        trunk.neck_base,
        trunk.neck_top,
        trunk.head,
        trunk.pelvis_frame,
        trunk.waist_frame,
        trunk.chest_frame,
        trunk.neck_frame,
        trunk.head_frame,
        legs,
        {
            "l": solve_arm(phase.start, phase.end, share, "l", trunk, legs),
            "r": solve_arm(phase.start, phase.end, share, "r", trunk, legs),
        },
        _breath(phase, progress),
        props,
        _roller_turn(movement, props),
    )


def _legs(phase: MovementPhase, trunk: Trunk, share: float) -> dict[Limb, Leg]:
    if phase.start.leans("l") or phase.end.leans("l"):
        right = solve_leg(phase, "r", trunk, None, share)
        return {"l": solve_leg(phase, "l", trunk, right, share), "r": right}
    left = solve_leg(phase, "l", trunk, None, share)
    return {"l": left, "r": solve_leg(phase, "r", trunk, left, share)}


def _breath(phase: MovementPhase, progress: float) -> float:
    return 0.0 if phase.breaths is None else sin(2 * pi * mix(*phase.breaths, progress))


def _props(phase: MovementPhase, movement: Movement, share: float) -> dict[str, Vec]:
    places = {name: between(at, phase.end.props.get(name, at), share) for name, at in phase.start.props.items()}
    if movement.roller and "roller" not in places:
        places["roller"] = movement.roller.at
    return places


def _roller_turn(movement: Movement, props: Mapping[str, Vec]) -> float:
    """Rolling without slipping: radians since its first place."""
    roller = movement.roller
    if roller is None:
        return 0.0
    return dot(subtract(props["roller"], roller.at), cross(roller.axis, Y)) / roller.radius
