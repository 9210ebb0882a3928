"""The key poses of a movement, read from JSON and complete: what a pose takes over from another is filled in."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from kneecoach.figure.joints import LEG_POINTS, TRUNK_POINTS
from kneecoach.figure.legs import standing
from kneecoach.figure.movement import MovementError
from kneecoach.figure.poses import (
    LIMBS,
    OUTWARD,
    Ankle,
    AnkleTarget,
    ArmPose,
    FootContact,
    FreeLeg,
    KeyPose,
    LegPose,
    Limb,
    PelvisPose,
    Space,
)
from kneecoach.figure.vectors import ORIGIN, UNTURNED, Quaternion, Vec, X, Y, about, aim, compose, turned, unit

_BASES: Mapping[str, Quaternion] = {
    "stand": UNTURNED,
    "supine": turned(0, -90),
    "prone": turned(0, 90),
    "side_right_up": compose(about(Y, -90), about(X, -90)),
    "side_left_up": compose(about(Y, -90), about(X, 90)),
}
_MERGED = frozenset({"pelvis", "spine", "head"})
_PARTS = frozenset({"from", "pelvis", "spine", "head", "l_leg", "r_leg", "l_arm", "r_arm", "props"})
_LEG_JOINTS = frozenset(f"{limb}_{part}" for limb in LIMBS for part in LEG_POINTS)
_OWN_AXES = frozenset({"pelvis", "chest", "head"})
_MIRRORED = _OWN_AXES | {"hang"}


def complete(name: str, poses: Mapping[str, Any], library: Mapping[str, Any]) -> dict[str, Any]:
    """The pose with all it takes over from others, of the movement first and then of the library."""
    return _filled(name, poses, library, ())


def _filled(name: str, poses: Mapping[str, Any], library: Mapping[str, Any], passed: tuple[str, ...]) -> dict[str, Any]:
    # A pose may build on the library's pose of the same name
    own = name in poses and name not in passed
    if not own and (name not in library or passed.count(name) > 1):
        raise MovementError(f"there is no pose {name!r}")
    source: Mapping[str, Any] = poses[name] if own else library[name]
    only(source, _PARTS, f"pose {name!r}")
    if "from" not in source:
        return dict(source)
    base = _filled(source["from"], poses, library, (*passed, name))
    for part, value in source.items():
        base[part] = {**base.get(part, {}), **value} if part in _MERGED else value
    del base["from"]
    return base


def key_pose(name: str, poses: Mapping[str, Any], library: Mapping[str, Any]) -> KeyPose:
    """One pose of a movement; `MovementError` says what is wrong with it."""
    entry = complete(name, poses, library)
    missing = _PARTS - entry.keys() - {"from", "spine", "head", "props"}
    if missing:
        raise MovementError(f"pose {name!r} lacks {', '.join(sorted(missing))}")
    return KeyPose(
        pelvis=_pelvis(entry["pelvis"]),
        legs={limb: _leg(entry[f"{limb}_leg"], limb) for limb in LIMBS},
        arms={limb: _arm(entry[f"{limb}_arm"], limb) for limb in LIMBS},
        spine=_bend(entry.get("spine", {}), "spine"),
        head=_bend(entry.get("head", {}), "head"),
        props=_props(entry.get("props", {})),
    )


def only(entry: Mapping[str, Any], known: Collection[str], what: str) -> None:
    """`MovementError` when there is something else in an entry than what is known."""
    if unknown := entry.keys() - set(known):
        raise MovementError(f"{what} has the unknown {', '.join(sorted(unknown))}")


def vec(value: Sequence[float]) -> Vec:
    """Three numbers; `MovementError` when they are not."""
    try:
        x, y, z = value
        return (float(x), float(y), float(z))
    except (TypeError, ValueError):
        raise MovementError(f"{value!r} are not three numbers") from None


def direction(value: Sequence[float]) -> Vec:
    """An azimuth and an elevation; `MovementError` when they are not."""
    try:
        azimuth, elevation = value
        return aim(float(azimuth), float(elevation))
    except (TypeError, ValueError):
        raise MovementError(f"{value!r} are not an azimuth and an elevation") from None


def _pelvis(entry: Mapping[str, Any]) -> PelvisPose:
    only(entry, {"at", "base", "rot", "turn", "pin"}, "pelvis")
    base = entry.get("base", "stand")
    if base not in _BASES:
        raise MovementError(f"there is no base {base!r}")
    if entry.get("pin") not in {None, "chest"}:
        raise MovementError("only the chest can be pinned")
    frame = compose(_BASES[base], turned(*vec(entry.get("rot", ORIGIN))))
    if turn := entry.get("turn"):
        frame = compose(about(Y, -turn), frame)
    return PelvisPose(vec(entry["at"]), frame, pinned="pin" in entry)


def _bend(entry: Mapping[str, Any], what: str) -> Vec:
    only(entry, {"bend"}, what)
    return vec(entry.get("bend", ORIGIN))


def _props(entry: Mapping[str, Any]) -> dict[str, Vec]:
    only(entry, {"roller"}, "props of a pose")
    return {name: vec(at) for name, at in entry.items()}


def _leg(entry: Mapping[str, Any], limb: Limb) -> LegPose:
    if "foot" in entry:
        return _contact(entry, limb)
    if "ankle" in entry:
        only(entry, {"ankle", "knee", "space", "toes", "point"}, f"{limb}_leg")
        space, joint = _space(entry, _LEG_JOINTS | TRUNK_POINTS, frozenset({"world", "pelvis"}))
        if joint.startswith(limb):
            raise MovementError(f"{limb}_leg is measured from itself")
        return AnkleTarget(vec(entry["ankle"]), direction(entry["knee"]), _ankle(entry), space, joint)
    only(entry, {"thigh", "shank", "knee", "space", "toes", "point"}, f"{limb}_leg")
    if not {"thigh", "shank"} <= entry.keys():
        raise MovementError(f"{limb}_leg has neither foot nor ankle nor thigh and shank")
    space, _ = _space(entry, frozenset(), frozenset({"world", "pelvis"}))
    knee = direction(entry["knee"]) if "knee" in entry else None
    return FreeLeg(direction(entry["thigh"]), direction(entry["shank"]), _ankle(entry), knee, space)


def _contact(entry: Mapping[str, Any], limb: Limb) -> FootContact:
    only(entry, {"foot", "y", "heading", "heel", "tilt", "knee"}, f"{limb}_leg")
    heading, heel, tilt = (float(entry.get(name, 0)) for name in ("heading", "heel", "tilt"))
    height, spot = float(entry.get("y", 0)), (float(entry["foot"][0]), float(entry["foot"][1]))
    out = entry.get("knee", 0)
    knee = aim(heading + out * OUTWARD[limb]) if isinstance(out, int | float) else direction(out)
    ankle, foot = standing(spot, height, (heading, heel, tilt))
    return FootContact(spot, height, heading, heel, tilt, knee, ankle, foot)


def _ankle(entry: Mapping[str, Any]) -> Ankle:
    return Ankle(direction(entry["toes"]) if "toes" in entry else None, float(entry.get("point", 10)))


def _arm(entry: Mapping[str, Any], limb: Limb) -> ArmPose:
    only(entry, {"hand", "space", "az", "elbow", "palm", "fist", "elbow_at"}, f"{limb}_arm")
    name = entry.get("space", "world")
    space, joint = _space(entry, _LEG_JOINTS | TRUNK_POINTS - _OWN_AXES, _MIRRORED | {"world"})
    target = vec(entry["hand"])
    return ArmPose(
        target=_own(target, limb) if name in _MIRRORED else target,
        space=space,
        joint=joint,
        elbow=_arm_direction(entry, "elbow", limb),
        palm=_arm_direction(entry, "palm", limb),
        fist=float(entry.get("fist", 0)),
        elbow_at=vec(entry["elbow_at"]) if "elbow_at" in entry else None,
        hang_turn=turned(entry.get("az", 0)),
    )


def _arm_direction(entry: Mapping[str, Any], part: str, limb: Limb) -> Vec | None:
    if part not in entry:
        return None
    given = unit(vec(entry[part]))
    return _own(given, limb) if entry.get("space") in _OWN_AXES else given


def _own(value: Vec, limb: Limb) -> Vec:
    return (value[0], value[1], value[2] * OUTWARD[limb])


def _space(entry: Mapping[str, Any], joints: frozenset[str], spaces: frozenset[str]) -> tuple[Space, str]:
    name = entry.get("space", "world")
    if name in spaces:
        return Space(name), ""
    if name in joints:
        return Space.JOINT, name
    raise MovementError(f"there is no joint {name!r} to measure from")
