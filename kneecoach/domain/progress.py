"""Days on which the knee was trained, as the person's own calendar has them."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from kneecoach.domain.session_record import SessionRecord, SetStatus

_DAY = timedelta(days=1)


def days_trained(sessions: Iterable[SessionRecord]) -> set[date]:
    """The local days on which a session with at least some work began; rehearsals never count.

    The day is that of the zone the person was in, so that neither travel nor a changed clock moves it.
    """
    return {session.started_at.date() for session in sessions if not session.rehearsal and _worked(session)}


def streak(days: Collection[date], today: date) -> int:
    """Days in a row up to `today`; a today that is still to come breaks nothing, and days after it don't count."""
    last = today if today in days else today - _DAY
    count = 0
    while last - count * _DAY in days:
        count += 1
    return count


def week_of(today: date) -> tuple[date, ...]:
    """The seven days of this week, Monday first."""
    monday = today - today.weekday() * _DAY
    return tuple(monday + number * _DAY for number in range(7))


def _worked(session: SessionRecord) -> bool:
    return any(done.status is not SetStatus.SKIPPED for done in session.sets)
