"""The same body seen in a mirror: left is right, and z turns round."""

from dataclasses import replace

from kneecoach.figure.joints import Arm, Joints, Leg
from kneecoach.figure.movement import Movement, MovementPhase
from kneecoach.figure.poses import Ankle, AnkleTarget, ArmPose, FootContact, FreeLeg, KeyPose, LegPose, Limb
from kneecoach.figure.vectors import Quaternion, Vec, X, Y, rotate

OTHER: dict[Limb, Limb] = {"l": "r", "r": "l"}


def point(at: Vec) -> Vec:
    return (at[0], at[1], -at[2])


def turn(q: Quaternion) -> Quaternion:
    return (q[0], -q[1], -q[2], q[3])


def axes(q: Quaternion) -> tuple[float, ...]:
    return (*rotate(q, X), *rotate(q, Y))


def bend(angles: Vec) -> Vec:
    return (angles[0], -angles[1], -angles[2])


def joint(name: str) -> str:
    side, _, part = name.partition("_")
    return f"{OTHER[side]}_{part}" if side in {"l", "r"} else name


def movement(shown: Movement) -> Movement:
    return replace(shown, phases=tuple(phase(each) for each in shown.phases))


def phase(shown: MovementPhase) -> MovementPhase:
    lift = {OTHER[limb]: height for limb, height in shown.lift.items()}
    return replace(shown, start=pose(shown.start), end=pose(shown.end), lift=lift)


def pose(shown: KeyPose) -> KeyPose:
    pelvis = replace(shown.pelvis, at=point(shown.pelvis.at), frame=turn(shown.pelvis.frame))
    return replace(
        shown,
        pelvis=pelvis,
        legs={OTHER[limb]: leg_pose(leg) for limb, leg in shown.legs.items()},
        arms={OTHER[limb]: arm_pose(arm) for limb, arm in shown.arms.items()},
        spine=bend(shown.spine),
        head=bend(shown.head),
        props={name: point(at) for name, at in shown.props.items()},
    )


def leg_pose(leg: LegPose) -> LegPose:
    match leg:
        case FootContact():
            spot = (leg.spot[0], -leg.spot[1])
            held = replace(leg, spot=spot, heading=-leg.heading, tilt=-leg.tilt, knee=point(leg.knee))
            return replace(held, ankle=point(leg.ankle), foot=turn(leg.foot))
        case AnkleTarget():
            target, knee = point(leg.target), point(leg.knee)
            return replace(leg, target=target, knee=knee, ankle=held_foot(leg.ankle), joint=joint(leg.joint))
        case FreeLeg():
            knee = None if leg.knee is None else point(leg.knee)
            thigh, shank = point(leg.thigh), point(leg.shank)
            return replace(leg, thigh=thigh, shank=shank, knee=knee, ankle=held_foot(leg.ankle))


def held_foot(ankle: Ankle) -> Ankle:
    return replace(ankle, toes=None if ankle.toes is None else point(ankle.toes))


def arm_pose(arm: ArmPose) -> ArmPose:
    given = {"elbow": arm.elbow, "palm": arm.palm, "elbow_at": arm.elbow_at}
    turned = {name: point(at) for name, at in given.items() if at is not None}
    hang = turn(arm.hang_turn)
    return replace(arm, target=point(arm.target), joint=joint(arm.joint), hang_turn=hang, **turned)


def parts(joints: Joints, *, mirrored: bool) -> dict[str, float]:
    """Every number of a body under a name, or those of its mirror image."""
    at, q = (point, lambda frame: axes(turn(frame))) if mirrored else (_same, axes)
    trunk = ("pelvis", "waist", "chest", "neck_base", "neck_top", "head")
    found = {name: at(getattr(joints, name)) for name in trunk}
    found |= {f"{name} frame": q(getattr(joints, f"{name}_frame")) for name in ("pelvis", "chest", "neck", "head")}
    for own in joints.legs:
        limb = OTHER[own] if mirrored else own
        leg, arm = joints.legs[limb], joints.arms[limb]
        found |= {f"{own} foot": q(leg.foot), f"{own} angles": (leg.flexion / 90, arm.flexion / 90, leg.toe_flat)}
        found |= {f"{own} {name}": at(place) for name, place in _limb_points(leg, arm).items()}
    found |= {name: at(place) for name, place in joints.props.items()}
    return {f"{name} {index}": number for name, numbers in found.items() for index, number in enumerate(numbers)}


def _limb_points(leg: Leg, arm: Arm) -> dict[str, Vec]:
    points = {name: getattr(leg, name) for name in ("hip", "knee", "ankle", "knee_direction")}
    return points | {name: getattr(arm, name) for name in ("shoulder", "elbow", "wrist", "hand_direction")}


def _same(value: tuple[float, ...]) -> tuple[float, ...]:
    return value
