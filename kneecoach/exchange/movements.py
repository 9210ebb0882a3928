"""The drawn movements that ship with KneeCoach, read from `resources/movements`."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum
from itertools import groupby
from typing import Any, TypeVar

from kneecoach.exchange.key_poses import direction, key_pose, only, vec
from kneecoach.figure.joints import ARM_POINTS, LEG_POINTS, TRUNK_POINTS
from kneecoach.figure.movement import (
    Arrow,
    Box,
    BoxKind,
    Camera,
    Chair,
    Ease,
    Footprint,
    LegTube,
    LitMuscle,
    Marks,
    Moment,
    Movement,
    MovementError,
    MovementPhase,
    Muscle,
    Prop,
    Roller,
    View,
)
from kneecoach.figure.poses import LIMBS, KeyPose, Limb
from kneecoach.figure.vectors import ORIGIN, scale
from kneecoach.paths import resource

_BREATH_S = 4.0
_SHARED = "shared_poses"
_MOVEMENT = frozenset(
    {"exercise", "works", "view", "camera", "other_view", "hero", "poses", "phases", "props", "muscles", "arrows"}
    | {"travel", "depth_bias", "far", "marks"}
)
_PHASE = frozenset({"name", "tempo", "s", "to", "ease", "lift", "lift_pitch", "breathe"})
_CAMERA = frozenset({"yaw", "pitch", "include", "max"})
_BIASED = frozenset({"head", "pelvis", "chest"}) | {
    f"{limb}_{part}" for limb in LIMBS for part in ("thigh", "shank", "arm", "upper")
}
_ARROW_JOINTS = TRUNK_POINTS | {f"{limb}_{part}" for limb in LIMBS for part in LEG_POINTS | ARM_POINTS}
_Choice = TypeVar("_Choice", bound=Enum)


class Movements:
    """Reads each movement once, when it is first asked for."""

    def __init__(self) -> None:
        self._read: dict[str, Movement | None] = {}

    def find(self, exercise_id: str) -> Movement | None:
        """The movement of an exercise, None when it has none."""
        if exercise_id not in self._read:
            self._read[exercise_id] = load_movement(exercise_id)
        return self._read[exercise_id]


def has_movement(exercise_id: str) -> bool:
    """Whether the coach can show this exercise."""
    return exercise_id != _SHARED and (resource("movements") / f"{exercise_id}.json").is_file()


def load_movement(exercise_id: str) -> Movement | None:
    """The movement of an exercise, None when it has none; `MovementError` names what is wrong with its file."""
    if not has_movement(exercise_id):
        return None
    text, library = (resource(f"movements/{name}.json").read_text(encoding="utf-8") for name in (exercise_id, _SHARED))
    return read_movement(exercise_id, text, library)


def read_movement(exercise_id: str, text: str, library: str) -> Movement:
    """A movement from the text of its file and that of the shared poses; `MovementError` as `load_movement`."""
    try:
        return _movement(exercise_id, json.loads(text), json.loads(library))
    except MovementError as wrong:
        raise MovementError(f"The movement {exercise_id} cannot be shown: {wrong}.") from None
    except KeyError as missing:
        raise MovementError(f"The movement {exercise_id} cannot be shown: it lacks {missing}.") from None
    except (TypeError, ValueError, AttributeError) as wrong:
        raise MovementError(f"The movement {exercise_id} cannot be read: {wrong}.") from None


def _movement(exercise_id: str, entry: Mapping[str, Any], library: Mapping[str, Any]) -> Movement:
    only(entry, _MOVEMENT, "the movement")
    if entry["exercise"] != exercise_id:
        raise MovementError(f"it says it is {entry['exercise']!r}")
    poses = {name: key_pose(name, entry["poses"], library) for name in entry["poses"]}
    travel = vec(entry.get("travel", ORIGIN))
    phases = _phases(entry["phases"], poses, entry.get("travel"))
    main, other = _camera(entry["camera"]), _camera(entry["other_view"])
    main_view = _choice(View, entry["view"], "view")
    props = tuple(_prop(prop) for prop in entry.get("props", ()))
    rolling = any(isinstance(prop, Roller) for prop in props)
    return Movement(
        exercise=exercise_id,
        side=None if entry["works"] == "both" else _limb(entry["works"]),
        phases=phases,
        poses=poses,
        views={main_view: main, _other(main_view): other},
        main_view=main_view,
        hero=Moment(_index(entry["hero"][0], phases), float(entry["hero"][1])),
        props=props,
        muscles=tuple(_muscle(muscle, phases) for muscle in entry.get("muscles", ())),
        arrows=tuple(_arrow(arrow, phases, rolling=rolling) for arrow in entry.get("arrows", ())),
        travel=travel,
        depth_bias=_biases(entry.get("depth_bias", {})),
        far={_leg(name): float(share) for name, share in entry.get("far", {}).items()},
        marks=_marks(entry["marks"]) if "marks" in entry else None,
    )


def _phases(
    entries: Sequence[Mapping[str, Any]], poses: Mapping[str, KeyPose], travel: Sequence[float] | None
) -> tuple[MovementPhase, ...]:
    if not entries:
        raise MovementError("it has no phase")
    for entry in entries:
        only(entry, _PHASE, f"phase {entry.get('name')!r}")
        if entry["to"] not in poses:
            raise MovementError(f"there is no pose {entry['to']!r}")
        if float(entry["s"]) <= 0:
            raise MovementError(f"phase {entry['name']!r} takes no time")
    last = poses[entries[-1]["to"]]
    # The loop closes: its first phase starts where the last one ended, one loop's travel further back
    before = last.moved(scale(vec(travel), -1.0)) if travel else last
    breaths = _breaths(entries)
    phases: list[MovementPhase] = []
    for entry, breath in zip(entries, breaths, strict=True):
        phases.append(_phase(entry, before, poses[entry["to"]], breath))
        before = poses[entry["to"]]
    return tuple(phases)


def _phase(
    entry: Mapping[str, Any], start: KeyPose, end: KeyPose, breaths: tuple[float, float] | None
) -> MovementPhase:
    if all(start.leans(limb) or end.leans(limb) for limb in LIMBS):
        raise MovementError(f"in phase {entry['name']!r} each leg lies on the other")
    return MovementPhase(
        name=entry["name"],
        tempo=entry["tempo"],
        seconds=float(entry["s"]),
        to=entry["to"],
        start=start,
        end=end,
        ease=_choice(Ease, entry.get("ease", "soft"), "ease"),
        lift={_limb(limb): float(height) for limb, height in entry.get("lift", {}).items()},
        lift_pitch=float(entry.get("lift_pitch", 14)),
        breaths=breaths,
    )


def _breaths(entries: Sequence[Mapping[str, Any]]) -> list[tuple[float, float] | None]:
    """Whole breaths over every run of phases that breathe, so that the loop of a hold closes."""
    breaths: list[tuple[float, float] | None] = []
    for breathing, run in groupby(entries, key=lambda entry: bool(entry.get("breathe"))):
        seconds = [float(entry["s"]) for entry in run]
        cycles = max(1, round(sum(seconds) / _BREATH_S))
        begun = 0.0
        for second in seconds:
            done = begun + second / sum(seconds) * cycles
            breaths.append((begun, done) if breathing else None)
            begun = done
    return breaths


def _camera(entry: Mapping[str, Any]) -> Camera:
    only(entry, _CAMERA, "camera")
    include = tuple(vec(point) for point in entry.get("include", ()))
    camera = Camera(float(entry["yaw"]), float(entry["pitch"]), include)
    return replace(camera, largest=float(entry["max"])) if "max" in entry else camera


def _prop(entry: Mapping[str, Any]) -> Prop:
    kind, bias = entry["type"], float(entry.get("bias", 0))
    if kind == "roller":
        only(entry, {"type", "at", "axis", "len", "r", "bias"}, "the roller")
        return Roller(vec(entry["at"]), direction(entry["axis"]), float(entry["len"]), float(entry["r"]), bias)
    if kind == "band":
        only(entry, {"type", "seg", "t", "w"}, "the tube")
        if entry["seg"] not in {"thigh", "shank"}:
            raise MovementError(f"a tube cannot go round {entry['seg']!r}")
        return LegTube(entry["seg"], float(entry["t"]), float(entry.get("w", 0.013)))
    if kind == "chair":
        only(entry, {"type", "at", "seat", "w", "facing", "bias"}, "the chair")
        seat, width = float(entry.get("seat", 0.26)), float(entry.get("w", 0.24))
        return Chair((float(entry["at"][0]), float(entry["at"][1])), seat, width, int(entry.get("facing", 1)), bias)
    if kind == "footprint":
        only(entry, {"type", "side", "at", "heading", "y"}, "the footprint")
        at = (float(entry["at"][0]), float(entry["at"][1]))
        return Footprint(_limb(entry["side"]), at, float(entry.get("heading", 0)), float(entry.get("y", 0)))
    only(entry, {"type", "min", "max", "bias"}, f"the {kind}")
    return Box(_choice(BoxKind, kind, "thing"), vec(entry["min"]), vec(entry["max"]), bias)


def _muscle(entry: Mapping[str, Any], phases: Sequence[MovementPhase]) -> LitMuscle:
    only(entry, {"name", "side", "phases"}, "a muscle")
    side = entry.get("side", "both")
    muscle = _choice(Muscle, entry["name"], "muscle")
    return LitMuscle(muscle, None if side == "both" else _limb(side), _indices(entry.get("phases"), phases))


def _arrow(entry: Mapping[str, Any], phases: Sequence[MovementPhase], *, rolling: bool) -> Arrow:
    only(entry, {"phases", "back", "hold", "joint", "pts", "double", "view"}, "an arrow")
    joint = entry.get("joint")
    if joint is not None and joint not in _ARROW_JOINTS | ({"prop_roller"} if rolling else set()):
        raise MovementError(f"there is no joint {joint!r} for an arrow")
    points = tuple(vec(point) for point in entry["pts"])
    if not 2 <= len(points) <= 3:  # noqa: PLR2004
        raise MovementError("an arrow has two or three points")
    back, hold = (_indices(entry.get(name, ()), phases) or frozenset() for name in ("back", "hold"))
    view = _choice(View, entry["view"], "view") if "view" in entry else None
    return Arrow(points, joint, _indices(entry.get("phases"), phases), back, hold, bool(entry.get("double")), view)


def _marks(entry: Mapping[str, Any]) -> Marks:
    only(entry, {"every", "from", "to"}, "marks")
    return Marks(float(entry["every"]), float(entry["from"]), float(entry["to"]))


def _biases(entry: Mapping[str, float]) -> dict[str, float]:
    only(entry, _BIASED, "depth_bias")
    return {part: float(bias) for part, bias in entry.items()}


def _indices(given: Sequence[int] | None, phases: Sequence[MovementPhase]) -> frozenset[int] | None:
    return None if given is None else frozenset(_index(index, phases) for index in given)


def _index(given: int, phases: Sequence[MovementPhase]) -> int:
    if not 0 <= given < len(phases):
        raise MovementError(f"there is no phase {given}")
    return int(given)


def _limb(name: str) -> Limb:
    for limb in LIMBS:
        if name == limb:
            return limb
    raise MovementError(f"{name!r} is not a side")


def _leg(name: str) -> Limb:
    limb, _, part = name.partition("_")
    if part != "leg":
        raise MovementError(f"{name!r} is not a leg")
    return _limb(limb)


def _choice(choices: type[_Choice], given: object, what: str) -> _Choice:
    try:
        return choices(given)
    except ValueError:
        raise MovementError(f"there is no {what} {given!r}") from None


def _other(view: View) -> View:
    return View.FRONT if view is View.SIDE else View.SIDE
