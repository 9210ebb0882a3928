"""The exercises and routines that ship with KneeCoach, read from `resources/`."""

import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from kneecoach.domain.dosage import Dosage, Sides, TempoPhase
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import CommonError, Equipment, Exercise, Kind, Position
from kneecoach.domain.routine import Mood, Prescription, Routine
from kneecoach.paths import resource

WARM_UP = "warm-up"
SHORT_WARM_UP = "short-warm-up"
STRENGTH_DAY = "strength-day"
FLEXIBILITY_DAY = "flexibility-day"
CALM_DOWN = "calm-down"
WARM_UPS = frozenset({WARM_UP, SHORT_WARM_UP})
IN_ORDER = (WARM_UP, SHORT_WARM_UP, STRENGTH_DAY, FLEXIBILITY_DAY, CALM_DOWN)


class _Library(Mapping[str, Exercise]):
    """A file is read when its exercise is first asked for: what Today shows are four of them."""

    def __init__(self, entries: Path, movements: Path) -> None:
        self._files = {file.stem: file for file in entries.glob("*.toml")}
        self._drawn = {file.stem for file in movements.glob("*.json")}
        self._read: dict[str, Exercise] = {}

    def __getitem__(self, exercise: str) -> Exercise:
        if exercise not in self._read:
            entry = tomllib.loads(self._files[exercise].read_text(encoding="utf-8"))
            self._read[exercise] = self._known(_exercise(entry, has_movement=entry["id"] in self._drawn))
        return self._read[exercise]

    def __contains__(self, exercise: object) -> bool:
        return exercise in self._files

    def __iter__(self) -> Iterator[str]:
        everything = (self[exercise] for exercise in self._files)
        return (one.id for one in sorted(everything, key=lambda one: (one.code is None, one.code or one.id)))

    def __len__(self) -> int:
        return len(self._files)

    def _known(self, exercise: Exercise) -> Exercise:
        for other in (exercise.easier_exercise, exercise.harder_exercise):
            if other is not None and other not in self:
                raise InvalidInput(f"{exercise.name} names an exercise that is not in the library: {other}.")
        return exercise


def load_exercises() -> Mapping[str, Exercise]:
    """Every shipped exercise by its id, in the order of the library's codes, those without one at the end.

    Asking for one raises `InvalidInput` when its easier or harder exercise is not in the library.
    """
    return _library(resource("exercises"), resource("movements"))


@cache
def _library(entries: Path, movements: Path) -> _Library:
    """Read once: a start asks three times, and nothing shipped changes while it runs."""
    return _Library(entries, movements)


def load_routines() -> dict[str, Routine]:
    """Every shipped routine by its id, the warm-up first and the calm-down day last."""
    files = resource("routines").glob("*.json")
    routines = {routine.id: routine for routine in map(_routine, (file.read_bytes() for file in files))}
    first = [known for known in IN_ORDER if known in routines]
    return {known: routines[known] for known in [*first, *sorted(routines.keys() - set(first))]}


def find_routine(text: str, mine: Callable[[], Sequence[Routine]] = tuple) -> Routine:
    """The routine with this id or name, however it is capitalised; `InvalidInput` names the ones there are.

    `mine` reads the routines of one's own; it is asked only when no shipped one is called that.
    """
    shipped = load_routines()
    if found := _called(text, shipped.values()):
        return found[0]
    own = mine()
    found = _called(text, own)
    if len(found) > 1:
        raise InvalidInput(f"Several routines are called {text!r}: give the id of one.")
    if not found:
        there = ", ".join([*shipped, *(routine.name for routine in own)])
        raise InvalidInput(f"There is no routine called {text!r}. There are: {there}.")
    return found[0]


def _called(text: str, routines: Iterable[Routine]) -> list[Routine]:
    wanted = text.strip().casefold()
    return [routine for routine in routines if wanted in {routine.id.casefold(), routine.name.casefold()}]


def asked_routine(text: str | None, *, short: bool, mine: Callable[[], Sequence[Routine]] = tuple) -> Routine:
    """The routine that `start` was asked for, the warm-up when none was named; `InvalidInput` as `find_routine`."""
    routine = find_routine(WARM_UP if text is None else text, mine)
    if short and routine.id not in {WARM_UP, SHORT_WARM_UP}:
        raise InvalidInput("Only the warm-up has a short version.")
    return find_routine(SHORT_WARM_UP) if short else routine


def _exercise(entry: Mapping[str, Any], *, has_movement: bool) -> Exercise:
    return Exercise(
        id=entry["id"],
        code=entry.get("code"),
        name=entry["name"],
        short_name=entry["short_name"],
        position=Position(entry["position"]),
        muscles=tuple(entry["muscles"]),
        equipment=tuple(Equipment(**item) for item in entry.get("equipment", ())),
        steps=tuple(entry["steps"]),
        cues=tuple(entry["cues"]),
        common_errors=tuple(CommonError(**item) for item in entry["common_errors"]),
        easier=entry["easier"],
        harder=entry["harder"],
        cautions=tuple(entry["cautions"]),
        dosage=_dosage(entry["dosage"]),
        source=entry["source"],
        each_side=entry["each_side"],
        dose_range=entry.get("dose_range", ""),
        evidence=tuple(entry["evidence"]),
        easier_exercise=entry.get("easier_exercise"),
        harder_exercise=entry.get("harder_exercise"),
        room=entry.get("room", ""),
        has_movement=has_movement,
        kind=Kind(entry["kind"]),
        halves=_halves(entry.get("halves", ())),
    )


def _halves(told: Sequence[str]) -> tuple[str, str] | tuple[()]:
    if not told:
        return ()
    first, second = told
    return first, second


def _routine(text: bytes) -> Routine:
    entry = json.loads(text)
    return Routine(
        id=entry["id"],
        name=entry["name"],
        author=entry["author"],
        version=entry["version"],
        items=tuple(Prescription(item["exercise"], _dosage(item["dosage"])) for item in entry["items"]),
        calming=entry["calming"],
        mood=Mood(entry["mood"]),
        description=entry["description"],
        how_often=entry.get("how_often", ""),
    )


def _dosage(entry: Mapping[str, Any]) -> Dosage:
    seconds = entry.get("seconds")
    return Dosage(
        sets=entry["sets"],
        reps=entry.get("reps"),
        seconds=None if seconds is None else float(seconds),
        tempo=tuple(TempoPhase(part["phase"], float(part["s"])) for part in entry.get("tempo", ())),
        rest_s=float(entry["rest_s"]),
        sides=Sides(entry["sides"]),
        resistance=entry.get("resistance", ""),
        pain_limit=entry["pain_limit"],
    )
