"""The pain entries that follow from a run or a morning check: kept beside it, so that every rule reads one list."""

from datetime import datetime, timedelta
from uuid import UUID, uuid5

from kneecoach.domain.exercise import Side
from kneecoach.domain.local_time import later
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import PainEntry, PainPhase
from kneecoach.domain.run import Run

AN_HOUR = timedelta(minutes=60)
Place = tuple[Side | None, tuple[str, ...]]
"""The side and the regions; (None, ()) when nothing was said."""


def pains_of_run(run: Run, place: Place = (None, ())) -> tuple[PainEntry, ...]:
    """One entry for each pain that was said of the run, all at the same place."""
    ended = later(run.at, timedelta(seconds=run.seconds or 0))
    said: tuple[tuple[str, datetime, int | None, PainPhase], ...] = (
        ("before", run.at, run.pain_before, PainPhase.BEFORE_RUN),
        ("during", run.at, run.pain_max, PainPhase.DURING_RUN),
        ("after", ended, run.pain_after, PainPhase.AFTER_RUN),
        ("60", later(ended, AN_HOUR), run.pain_60, PainPhase.AFTER_RUN),
    )
    return tuple(
        _entry(run.id, name, at, score, phase, place, run.entered)
        for name, at, score, phase in said
        if score is not None
    )


def pains_of_morning(
    check: MorningCheck, place: Place = (None, ()), night_score: int | None = None
) -> tuple[PainEntry, ...]:
    """The morning itself with its swelling, at a place only when it hurts; and the night when its pain was said."""
    where = place if check.pain else (None, ())
    side, regions = where
    morning = PainEntry(
        uuid5(check.id, "morning"),
        check.at,
        check.pain,
        side,
        regions,
        PainPhase.MORNING,
        swelling=check.swelling,
        of=check.id,
    )
    if not check.night or night_score is None:
        return (morning,)
    return (morning, _entry(check.id, "night", check.at, night_score, PainPhase.NIGHT, place, None))


def _entry(
    of: UUID, name: str, at: datetime, score: int, phase: PainPhase, place: Place, entered: datetime | None
) -> PainEntry:
    side, regions = place
    return PainEntry(uuid5(of, name), at, score, side, regions, phase, entered=entered, of=of)
