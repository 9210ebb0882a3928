"""Whether a recording is a run that can come in, another activity, or nothing to believe."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from uuid import uuid4

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.local_time import utc
from kneecoach.domain.run import Run
from kneecoach.domain.run_input import refuse_unlikely
from kneecoach.exchange.runs.found import Found, NotARun, Outcome
from kneecoach.exchange.runs.limits import MAX_NAME
from kneecoach.exchange.runs.recording import Recording, Sport
from kneecoach.exchange.runs.sports import kind_of

FIRST_YEAR = 1990
RUNS = {Sport.RUN, Sport.UNKNOWN}
ACTIVITIES = {
    Sport.WALK: (ActivityKind.WALK, "A walk"),
    Sport.BIKE: (ActivityKind.BIKE, "A bike ride"),
    Sport.SWIM: (ActivityKind.SWIM, "A swim"),
    Sport.STRENGTH: (ActivityKind.STRENGTH, "Strength training"),
    Sport.FLEXIBILITY: (ActivityKind.FLEXIBILITY, "Stretching or yoga"),
    Sport.OTHER: (ActivityKind.OTHER, "Another sport"),
}


@dataclass(frozen=True, slots=True)
class Judge:
    """What decides beside the file: the person's zone, the moment of reading, and whether other activities come in."""

    zone: tzinfo
    now: datetime
    others: bool

    def judged(self, recording: Recording, file: str, digest: str) -> Outcome:
        """What becomes of it; `InvalidInput` says why it can't come in."""
        at = self.moment(recording.start)
        if len(recording.name) > MAX_NAME:
            raise InvalidInput(f"Its name is longer than {MAX_NAME} characters.")
        if recording.sport in RUNS:
            return Found(_run(recording, at, file, digest), file, recording.shoe[:MAX_NAME])
        activity, what = _activity(recording, at, file, digest)
        if self.others:
            return Found(activity, file)
        return NotARun(activity, file, f"{what}, {minutes(activity.minutes)}. Log it as other training.")

    def moment(self, start: datetime | None) -> datetime:
        """The start where the person was: in the file's own offset when it knows one that is not that of home."""
        if start is None:
            raise InvalidInput("It does not say when it was.")
        try:
            home = start.astimezone(self.zone)
        except (OverflowError, ValueError):
            raise InvalidInput("It does not say when it was.") from None
        if home.year < FIRST_YEAR:
            raise InvalidInput("The watch did not know the date.")
        refuse_future(start, self.now)
        away = start.utcoffset() not in {UTC.utcoffset(None), home.utcoffset()}
        return start if away else home


def refuse_future(start: datetime, now: datetime) -> None:
    """`InvalidInput` for a start that is still to come."""
    if utc(start) > utc(now):
        raise InvalidInput("It starts in the future.")


def _run(recording: Recording, at: datetime, file: str, digest: str) -> Run:
    run = Run(
        id=uuid4(),
        at=at,
        distance_m=round(recording.distance_m or 0),
        seconds=None if recording.seconds is None else round(recording.seconds),
        kind=recording.kind or kind_of(recording.name),
        surface=recording.surface,
        climb_m=None if recording.climb_m is None else round(recording.climb_m),
        note=_note(recording),
        source=file,
        digest=digest,
    )
    refuse_unlikely(run.distance_m, run.seconds)
    return run


def _activity(recording: Recording, at: datetime, file: str, digest: str) -> tuple[Activity, str]:
    kind, what = ACTIVITIES[recording.sport]
    lasted = max(1, round((recording.seconds or 0) / 60))
    return Activity(uuid4(), at, kind, lasted, note=_note(recording), source=file, digest=digest), what


def _note(recording: Recording) -> str:
    return "\n".join(text for text in (recording.name, recording.note) if text)


def minutes(count: int) -> str:
    """ "1 minute", "40 minutes"."""
    return "1 minute" if count == 1 else f"{count} minutes"
