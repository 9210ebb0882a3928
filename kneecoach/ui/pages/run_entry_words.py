"""What the page of a run says: its words, and what it hands over."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kneecoach.domain.entry_pains import AN_HOUR, Place
from kneecoach.domain.person import Units
from kneecoach.domain.run import Onset, Run, RunKind, Surface
from kneecoach.domain.run_input import distance_words
from kneecoach.domain.shoe import Shoe, Wear, wear

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
SLACK = timedelta(minutes=1)
ENDS_LATER = "That run would end in the future. Check the start and the time."
UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class RunTold:
    """A run as it was told, and where it hurt."""

    run: Run
    place: Place = (None, ())


@dataclass(frozen=True, slots=True)
class ShoeGone:
    """A pair and how far it has gone by now, with this run when it is counted already."""

    shoe: Shoe
    metres: int = 0


def said_words(pains: dict[str, int | None]) -> str:
    """The four pains in a line, so that a marker is never the only one to know."""
    return ", ".join(
        f"{word if place == 0 else word.lower()} {UNKNOWN if pains[when] is None else pains[when]}"
        for place, (when, word) in enumerate(WHEN)
    )


def shoe_line(gone: ShoeGone, units: Units, *, this_run_m: int | None) -> tuple[str, Wear]:
    """How far a pair has gone, "after this run" when it is the chosen one, and what that says."""
    metres = gone.metres + (this_run_m or 0)
    said = wear(metres)
    after = " after this run" if this_run_m else ""
    hint = {Wear.FINE: after, Wear.INFO: f"{after}, check the sole", Wear.CAUTION: f"{after}, many change by now"}[said]
    return f"{distance_words(metres, units)}{hint}", said


def start_of(now: datetime, seconds: int | None, *, hour_gone: bool) -> datetime:
    """When a run began that has just ended, or ended an hour ago when that hour's pain is told; to the minute."""
    back = timedelta(seconds=seconds or 0) + (AN_HOUR if hour_gone else timedelta(0))
    # By real time, over a change of the clocks
    began = now.timestamp() - back.total_seconds()
    return datetime.fromtimestamp(began // 60 * 60, now.tzinfo)


def refusal_of_end(run: Run, now: datetime) -> str:
    """A sentence when the end of the run is still to come, else ""."""
    ended = run.at.timestamp() + (run.seconds or 0)
    return ENDS_LATER if ended > (now + SLACK).timestamp() else ""
