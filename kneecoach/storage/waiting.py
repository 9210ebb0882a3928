"""What waits for an answer when the window opens, read with the standard library alone: a morning, and a week."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from kneecoach.domain.review import WEEK, week_of_review
from kneecoach.domain.session_record import SessionRecord
from kneecoach.storage.rows import instant, moment_of, understood

_RUNS = "SELECT at, zone FROM run WHERE person = ? AND at >= ?"
_ANSWERED = "SELECT day FROM morning WHERE person = ? AND day >= ?"
_WAVED = "SELECT morning, times FROM morning_wave WHERE person = ? AND morning >= ?"
_REVIEWED = "SELECT 1 FROM weekly_review WHERE person = ? AND week = ?"
_LOGGED = (
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM pain_entry WHERE person = :person AND at >= :since AND at < :until) "
    "OR EXISTS (SELECT 1 FROM run WHERE person = :person AND at >= :since AND at < :until) "
    "OR EXISTS (SELECT 1 FROM session WHERE person = :person AND started_at >= :since AND started_at < :until)"
)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """The `morning` whose question is due, and the Monday of the `week` to look back at; None when there is none."""

    morning: date | None = None
    week: date | None = None


def waiting(connection: sqlite3.Connection, person: UUID, sessions: Iterable[SessionRecord], now: datetime) -> Waiting:
    """What waits at `now` (aware); `sessions` are at least those of the last two days."""
    return Waiting(_morning(connection, str(person), sessions, now), _week(connection, str(person), now))


def _morning(
    connection: sqlite3.Connection, person: str, sessions: Iterable[SessionRecord], now: datetime
) -> date | None:
    first = now.date() - 2 * _DAY
    found = connection.execute(_RUNS, (person, instant(now - 4 * _DAY)))
    loaded = {understood(lambda row: moment_of(row[0], row[1]).date(), row) for row in found}
    loaded |= {one.started_at.date() for one in sessions if one.highest_pain and not one.rehearsal}
    answered = {understood(date.fromisoformat, row[0]) for row in connection.execute(_ANSWERED, (person, str(first)))}
    if all(day + _DAY in answered for day in loaded if first <= day < now.date()):
        return None
    # Only on such a morning: it takes a while to be imported
    from kneecoach.domain.morning import morning_due  # noqa: PLC0415

    rows = connection.execute(_WAVED, (person, str(first)))
    return morning_due(loaded, answered, {understood(date.fromisoformat, day): times for day, times in rows}, now)


def _week(connection: sqlite3.Connection, person: str, now: datetime) -> date | None:
    monday = week_of_review(now)
    if monday is None or connection.execute(_REVIEWED, (person, str(monday))).fetchone():
        return None
    begins = datetime.combine(monday, time(), now.tzinfo)
    ends = datetime.combine(monday + WEEK, time(), now.tzinfo)
    between = {"person": person, "since": instant(begins), "until": instant(ends)}
    return monday if connection.execute(_LOGGED, between).fetchone() else None
