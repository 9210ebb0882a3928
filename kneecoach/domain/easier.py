"""The easier version of an exercise that hurts: said in place of its cues, in all its sets."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from kneecoach.domain.exercise import Exercise
from kneecoach.domain.pain_gate import Gate
from kneecoach.domain.timeline import PlannedSet, Timeline


def sore_items(timeline: Timeline, pains: Mapping[int, int], start: int | None) -> frozenset[int]:
    """The exercises of which less was to be done, by what is kept of a session that was left: pains by index of a set.

    Whether the easier version or fewer repetitions were agreed on is not kept, so the easier version is the careful
    one to go on with.
    """
    said = ((planned.item, pains[planned.index]) for planned in timeline.sets if planned.index in pains)
    return frozenset(item for item, score in said if timeline.zones.gate(score, start) is not Gate.GREEN)


def with_easier(timeline: Timeline, items: Collection[int]) -> Timeline:
    """The timeline that cues nothing but the easier version in these exercises, as far as they have one."""
    sets = tuple(_cued(planned) if planned.item in items else planned for planned in timeline.sets)
    return replace(timeline, sets=sets)


def eased(before: PlannedSet, now: PlannedSet) -> bool:
    """Whether the easier version of this set was agreed on since."""
    return before.index == now.index and before.exercise.cues != now.exercise.cues


def is_easier(planned: PlannedSet) -> bool:
    """Whether this set is told in its easier version."""
    return bool(planned.exercise.easier) and planned.exercise.cues == _instead(planned.exercise)


def _cued(planned: PlannedSet) -> PlannedSet:
    exercise = planned.exercise
    return replace(planned, exercise=replace(exercise, cues=_instead(exercise))) if exercise.easier else planned


def _instead(exercise: Exercise) -> tuple[str, ...]:
    return (exercise.easier.rstrip("."),)
