"""Which moment of a movement belongs to which moment of a set."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import inf

from kneecoach.figure.movement import HOLD, Moment, Movement

ENTER, LEAVE = "enter", "leave"
_STILL = frozenset({HOLD, "pause"})

Tempo = Sequence[tuple[str, float]]
"""The names of a dosage's tempo and their seconds."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring phases of one tempo name, by their indices."""

    name: str
    phases: tuple[int, ...]


def runs(movement: Movement) -> tuple[Run, ...]:
    """The movement as its tempo names it, each name once for all phases that follow one another under it."""
    found = groupby(enumerate(movement.phases), key=lambda numbered: numbered[1].tempo)
    return tuple(Run(name, tuple(index for index, _ in phases)) for name, phases in found)


def starting(movement: Movement) -> Moment:
    """Where every repetition begins: the last pose of the loop."""
    return Moment(len(movement.phases) - 1, 1.0)


def is_held(movement: Movement) -> bool:
    """A position that is taken once and held, not a repetition."""
    return any(phase.tempo == ENTER for phase in movement.phases) and bool(_indices(movement, HOLD))


def in_repetition(movement: Movement, tempo: Tempo, index: int, share: float) -> Moment:
    """The moment at a share (0 to 1) of one part of the tempo.

    A tempo that someone changed is met as well as can be: parts go by their names in order, what moves is never left
    out, and where nothing fits the whole loop is spread over the repetition.
    """
    parts = _parts(movement, [name for name, _ in tempo])
    index = max(0, min(len(tempo) - 1, index))
    if parts is None:
        return _spread(movement, tempo, index, share)
    if not parts[index]:
        # A pause that the movement knows nothing of: the figure waits where it is
        before = [part for part in parts[:index] if part]
        return Moment(before[-1][-1], 1.0) if before else starting(movement)
    return _within(movement, parts[index], share)


def holding(movement: Movement, elapsed_s: float, total_s: float | None = None) -> Moment:
    """The moment of a hold in real seconds; with `total_s` a whole number of breaths fits in, so that none is cut off.

    A hold of two positions goes over to the second one at half of `total_s`, and stays in the first without it. A
    movement that is not held is played over and over at its own pace.
    """
    if not is_held(movement):
        return movement.at_second(max(0.0, elapsed_s))
    first, change, second = halves(movement)
    if not change or not total_s:
        return _breathing(movement, first, elapsed_s, total_s)
    half_s = total_s / 2
    if elapsed_s < half_s:
        return _breathing(movement, first, elapsed_s, half_s)
    change_s = min(half_s / 2, sum(movement.phases[index].seconds for index in change))
    after_s = elapsed_s - half_s
    if after_s < change_s:
        return _within(movement, change, after_s / change_s)
    return _breathing(movement, second, after_s - change_s, half_s - change_s)


def halves(movement: Movement) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """The phases of a hold: its position, the way to its second one, and that one; empty where it has only one."""
    held = [
        (still, tuple(phases))
        for still, phases in groupby(_indices(movement, HOLD), key=lambda index: movement.phases[index].still)
    ]
    match held:
        case [(True, first), (False, change), (True, second)]:
            return first, change, second
        case _:
            return _indices(movement, HOLD), (), ()


def entering(movement: Movement, before_s: float, lead_s: float = inf) -> Moment:
    """The moment so many seconds before the work starts: a position is taken in the last of them.

    A lead that is shorter than this takes makes it faster; the same goes for the pause of `leaving`.
    """
    phases = _indices(movement, ENTER) if is_held(movement) else ()
    enter_s = min(lead_s, sum(movement.phases[index].seconds for index in phases))
    if enter_s <= 0 or before_s >= enter_s:
        return starting(movement)
    return _within(movement, phases, 1 - max(0.0, before_s) / enter_s)


def leaving(movement: Movement, after_s: float, pause_s: float = inf) -> Moment:
    """The moment so many seconds after the work: a position is left in the first of them."""
    phases = _indices(movement, LEAVE) if is_held(movement) else ()
    leave_s = min(pause_s, sum(movement.phases[index].seconds for index in phases))
    if leave_s <= 0 or after_s >= leave_s:
        return starting(movement)
    return _within(movement, phases, max(0.0, after_s) / leave_s)


def stills(movement: Movement) -> tuple[Moment, Moment]:
    """Two pictures that tell a movement without moving: where it begins and how far it goes."""
    return starting(movement), Moment(runs(movement)[0].phases[-1], 1.0)


def _breathing(movement: Movement, phases: Sequence[int], elapsed_s: float, total_s: float | None) -> Moment:
    loop_s = sum(movement.phases[index].seconds for index in phases)
    if total_s:
        loop_s = total_s / max(1, round(total_s / loop_s))
    return _within(movement, phases, max(0.0, elapsed_s) / loop_s % 1.0)


def _indices(movement: Movement, name: str) -> tuple[int, ...]:
    return tuple(index for index, phase in enumerate(movement.phases) if phase.tempo == name)


def _within(movement: Movement, phases: Sequence[int], share: float) -> Moment:
    """The moment at a share of some phases, which divide the time by their own seconds."""
    whole = sum(movement.phases[index].seconds for index in phases)
    rest = max(0.0, min(1.0, share)) * whole
    for index in phases:
        seconds = movement.phases[index].seconds
        if rest < seconds:
            return Moment(index, rest / seconds)
        rest -= seconds
    return Moment(phases[-1], 1.0)


def _parts(movement: Movement, names: Sequence[str]) -> list[tuple[int, ...]] | None:
    """The phases of each part of a tempo; None when the names do not fit."""
    parts: list[list[int]] = [[] for _ in names]
    at = -1
    waiting: list[int] = []
    for run in runs(movement):
        found = next((index for index in range(at + 1, len(names)) if names[index] == run.name), None)
        if found is not None:
            at = found
            parts[at] += [*waiting, *run.phases]
            waiting = []
        elif not all(movement.phases[index].still for index in run.phases):
            # What moves must not be left out, or the figure would jump
            (waiting if at < 0 else parts[at]).extend(run.phases)
    fits = at >= 0 and all(part or name in _STILL for part, name in zip(parts, names, strict=True))
    return [tuple(part) for part in parts] if fits else None


def _spread(movement: Movement, tempo: Tempo, index: int, share: float) -> Moment:
    whole = sum(seconds for _, seconds in tempo)
    before = sum(seconds for _, seconds in tempo[:index])
    within = max(0.0, min(1.0, share)) * tempo[index][1] if tempo else 0.0
    return _within(movement, range(len(movement.phases)), (before + within) / whole if whole > 0 else 0.0)
