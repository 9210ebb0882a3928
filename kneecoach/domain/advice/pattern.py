"""R20: what the painful runs share."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.rules import RULES
from kneecoach.domain.advice.words import Said, Value, found, mean_words
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.progress import Group, chances
from kneecoach.domain.run import Onset, Run, RunKind, Surface

NOON, EVENING = 12, 17
KIND_WORDS = {
    RunKind.EASY: "easy runs",
    RunKind.LONG: "long runs",
    RunKind.TEMPO: "tempo runs",
    RunKind.INTERVALS: "intervals",
    RunKind.HILLS: "hill runs",
    RunKind.RACE: "races",
    RunKind.RUN_WALK: "runs with walking",
    RunKind.OTHER: "other kinds of run",
}
SURFACE_WORDS = {surface: f"runs on {surface.value}" for surface in Surface} | {
    Surface.ROAD: "runs on the road",
    Surface.TRACK: "runs on the track",
    Surface.TREADMILL: "runs on the treadmill",
    Surface.MIXED: "runs on mixed ground",
}
ONSET_WORDS = {
    Onset.START: "runs that hurt from the start",
    Onset.MIDDLE: "runs that hurt from the middle on",
    Onset.END: "runs that hurt at the end",
    Onset.AFTER: "runs that hurt afterwards",
}
Trait = Callable[[Run], Hashable]


NOT_R20 = "That is not what the rule of the painful runs says."


@dataclass(frozen=True, slots=True)
class Looked:
    """What R20 found, None for nothing, when it read the `runs` of this mark (`runs_read`)."""

    runs: str
    found: Finding | None = None


def pattern(log: TrainingLog, profile: Profile) -> Finding | None:
    """R20: the group whose mean lies furthest above the others and is no chance; takes long, so keep what it finds.

    Runs under a painkiller (R24) and those without a score are left out.
    """
    runs, names = _scored(log), _shoe_words(log)
    groups = _groups(runs, names, profile.pattern_least)
    pains = [run.pain_max or 0 for run in runs]
    far = {name: group for name, group in groups.items() if _apart(pains, group) >= profile.pattern_tenths}
    if not far:
        return None
    by_chance = dict(zip(groups, chances(pains, list(groups.values())), strict=True))
    sure = {name: group for name, group in far.items() if 100 * by_chance[name] <= profile.pattern_error}
    if not sure:
        return None
    name = max(sure, key=lambda one: _apart(pains, sure[one]))
    group = sure[name]
    values: dict[str, int | str] = {
        "group": name,
        "in_mean": mean_words(pains[place] for place in group.inside),
        "in_n": len(group.inside),
        "out_mean": mean_words(pains[place] for place in group.outside),
        "out_n": len(group.outside),
        "chance": f"{by_chance[name]:.3f}",
        "shoe": next((str(shoe) for shoe, words in names.items() if words == name), ""),
    }
    return again(values, tuple(runs[place].id for place in group.inside))


def again(values: Mapping[str, Value], entries: tuple[UUID, ...]) -> Finding:
    """The finding with these values, as it was told or is told anew; `InvalidInput` when they are not those of R20."""
    try:
        return found("R20.info", Said(Level.INFO, values, entries))
    except KeyError:
        raise InvalidInput(NOT_R20) from None


def runs_read(log: TrainingLog, profile: Profile) -> str:
    """A mark of everything that R20 reads: while it is the same, so is what R20 finds."""
    read = [
        (run.id, run.kind, run.surface, run.shoe, _time_of_day(run), run.onset, run.pain_max) for run in _scored(log)
    ]
    limits = (profile.pattern_least, profile.pattern_tenths, profile.pattern_error, RULES["R20"].version)
    return sha256(repr((read, sorted(_shoe_words(log).items()), limits)).encode()).hexdigest()


def comparable(log: TrainingLog, profile: Profile) -> bool:
    """Whether there are runs enough to set any group of them against others."""
    return bool(_groups(_scored(log), _shoe_words(log), profile.pattern_least))


def _scored(log: TrainingLog) -> list[Run]:
    return [run for run in log.runs if run.pain_max is not None and not run.painkiller]


def _shoe_words(log: TrainingLog) -> dict[UUID, str]:
    return {shoe.id: f"runs in “{shoe.name}”" for shoe in log.shoes}


def _groups(runs: Sequence[Run], shoes: Mapping[UUID, str], least: int) -> dict[str, Group]:
    traits: tuple[tuple[Trait, Mapping[Any, str]], ...] = (
        (lambda run: run.kind, KIND_WORDS),
        (lambda run: run.surface, SURFACE_WORDS),
        (lambda run: run.shoe, shoes),
        (_time_of_day, {time: f"{time} runs" for time in ("morning", "afternoon", "evening")}),
        (lambda run: run.onset, ONSET_WORDS),
    )
    groups: dict[str, Group] = {}
    for trait, words in traits:
        known = [(place, trait(run)) for place, run in enumerate(runs) if trait(run) is not None]
        for value, name in words.items():
            inside = tuple(place for place, of in known if of == value)
            outside = tuple(place for place, of in known if of != value)
            if min(len(inside), len(outside)) >= least:
                groups[name] = Group(inside, outside)
    return groups


def _time_of_day(run: Run) -> str:
    if run.at.hour < NOON:
        return "morning"
    return "afternoon" if run.at.hour < EVENING else "evening"


def _apart(pains: Sequence[int], group: Group) -> int:
    """The difference of the means in whole tenths, rounded down."""
    inside, outside = (sum(pains[place] for place in places) for places in (group.inside, group.outside))
    apart = inside * len(group.outside) - outside * len(group.inside)
    return 10 * apart // (len(group.inside) * len(group.outside))
