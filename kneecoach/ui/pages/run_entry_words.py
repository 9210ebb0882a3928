"""What the page of a run says: its words, and what it hands over."""

from dataclasses import dataclass

from kneecoach.coaching.shoes import ShoeGone
from kneecoach.domain.entry_pains import Place
from kneecoach.domain.person import Units
from kneecoach.domain.run import Onset, Run, RunKind, Surface
from kneecoach.domain.run_input import distance_words
from kneecoach.domain.shoe import Wear

KINDS: tuple[tuple[RunKind, str], ...] = (
    (RunKind.EASY, "Easy"),
    (RunKind.LONG, "Long"),
    (RunKind.TEMPO, "Tempo"),
    (RunKind.INTERVALS, "Intervals"),
    (RunKind.HILLS, "Hills"),
    (RunKind.RACE, "Race"),
    (RunKind.RUN_WALK, "Run/walk"),
    (RunKind.OTHER, "Other"),
)
SURFACES: tuple[tuple[Surface, str], ...] = (
    (Surface.ROAD, "Road"),
    (Surface.CONCRETE, "Concrete"),
    (Surface.TRAIL, "Trail"),
    (Surface.GRASS, "Grass"),
    (Surface.TRACK, "Track"),
    (Surface.TREADMILL, "Treadmill"),
    (Surface.MIXED, "Mixed"),
)
ONSETS: tuple[tuple[Onset, str], ...] = (
    (Onset.START, "Start"),
    (Onset.MIDDLE, "Middle"),
    (Onset.END, "End"),
    (Onset.AFTER, "After"),
)
BEFORE, DURING, AFTER, LATER = "pain_before", "pain_max", "pain_after", "pain_60"
WHEN: tuple[tuple[str, str], ...] = (
    (BEFORE, "Before"),
    (DURING, "During"),
    (AFTER, "After"),
    (LATER, "An hour later"),
)
ASKED = {
    BEFORE: "Pain before the run",
    DURING: "Highest pain during the run",
    AFTER: "Pain right after the run",
    LATER: "Pain an hour later",
}
UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class RunTold:
    """A run as it was told, and where it hurt."""

    run: Run
    place: Place = (None, ())


def said_words(pains: dict[str, int | None]) -> str:
    """The four pains in a line, so that a marker is never the only one to know."""
    return ", ".join(
        f"{word if place == 0 else word.lower()} {UNKNOWN if pains[when] is None else pains[when]}"
        for place, (when, word) in enumerate(WHEN)
    )


def shoe_line(gone: ShoeGone, units: Units, *, this_run_m: int | None) -> tuple[str, Wear]:
    """How far a pair has gone, "after this run" when it is the chosen one, and what that says."""
    metres = gone.metres + (this_run_m or 0)
    said = gone.wear(this_run_m or 0)
    after = " after this run" if this_run_m else ""
    hint = {Wear.FINE: after, Wear.INFO: f"{after}, check the sole", Wear.CAUTION: f"{after}, many change by now"}[said]
    return f"{distance_words(metres, units)}{hint}", said
