"""The pain entries that follow from a run or a morning check: kept beside it, so that every rule reads one list."""

from datetime import datetime, time, timedelta
from uuid import UUID, uuid5

from kneecoach.domain.exercise import Side
from kneecoach.domain.local_time import later, utc
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import PainEntry, PainPhase
from kneecoach.domain.run import Run

AN_HOUR = timedelta(minutes=60)
MORNING, NIGHT = time(8), time(4)
"""Where the first minutes out of bed, and the night before them, lie when they are told on a later day."""
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
    """The morning itself with its swelling, at a place only when it hurts; and the night when its pain was said.

    Each lies in its own morning and night, whenever it was told: the rules count days and nights.
    """
    side, regions = place if check.pain else (None, ())
    at = check.at if check.at.date() == check.on else _on(check, MORNING)
    night_at = min(check.at, _on(check, NIGHT), key=utc)
    morning = PainEntry(
        uuid5(check.id, "morning"),
        at,
        check.pain,
        side,
        regions,
        PainPhase.MORNING,
        swelling=check.swelling,
        entered=_entered(check, at),
        of=check.id,
    )
    if not check.night or night_score is None:
        return (morning,)
    entered = _entered(check, night_at)
    return (morning, _entry(check.id, "night", night_at, night_score, PainPhase.NIGHT, place, entered))


def _on(check: MorningCheck, hour: time) -> datetime:
    return datetime.combine(check.on, hour, check.at.tzinfo)


def _entered(check: MorningCheck, at: datetime) -> datetime | None:
    return check.at if utc(at) != utc(check.at) else None


def _entry(
    of: UUID, name: str, at: datetime, score: int, phase: PainPhase, place: Place, entered: datetime | None
) -> PainEntry:
    side, regions = place
    return PainEntry(uuid5(of, name), at, score, side, regions, phase, entered=entered, of=of)
