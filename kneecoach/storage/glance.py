"""What the first paint needs, read with the standard library alone: importing the real store takes far longer."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from kneecoach.domain.ahead import reopened
from kneecoach.domain.finding import Record
from kneecoach.domain.pain_gate import Zones
from kneecoach.domain.person import Person
from kneecoach.domain.screening import Permission, may_start
from kneecoach.domain.session_record import SessionRecord, SessionStatus
from kneecoach.domain.settings import Settings
from kneecoach.storage import disk
from kneecoach.storage.diary_rows import check_in_of, flag_of, injury_of, pain_of
from kneecoach.storage.revision import DATABASE, NEWEST, open_still, revision_of
from kneecoach.storage.rows import Row, instant, person_of, settings_of, understood, zones_of
from kneecoach.storage.session_rows import sessions_of
from kneecoach.storage.told_rows import EDITS, oldest, pains_before
from kneecoach.storage.trained import Trained, trained
from kneecoach.storage.waiting import Waiting, waiting

if TYPE_CHECKING:
    from kneecoach.domain.own_routine import OwnRoutine
    from kneecoach.domain.plan import Plan

Value = TypeVar("Value")
SHOWN = timedelta(days=14)

_PERSON = (
    "SELECT person.* FROM person LEFT JOIN settings ON settings.person = person.id "
    "ORDER BY settings.person IS NULL, person.rowid LIMIT 1"
)
_LATEST = "SELECT max(started_at) AS latest FROM session WHERE person IS ?"
_SESSIONS = "SELECT * FROM session WHERE person IS ? AND (started_at >= ? OR status = 'open') ORDER BY started_at, id"
_VERSIONS = (
    "SELECT * FROM routine_version WHERE digest IN "
    "(SELECT routine FROM session WHERE person IS ? AND (started_at >= ? OR status = 'open'))"
)
_LOGGED = (
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM run WHERE person = :person) "
    "OR EXISTS (SELECT 1 FROM morning WHERE person = :person)"
)
_OWN = (
    "SELECT * FROM own_routine WHERE deleted_at IS NULL "
    "AND (id IN (SELECT routine FROM favourite) OR id IN (SELECT before_run FROM settings))"
)
_PLAN = "SELECT * FROM week_plan WHERE person = ?"
_ZONES = "SELECT name, numbers FROM thresholds WHERE person = ?"
_SETS = (
    "SELECT * FROM session_set WHERE session IN "
    "(SELECT id FROM session WHERE person IS ? AND (started_at >= ? OR status = 'open')) ORDER BY session, idx"
)


@dataclass(frozen=True, slots=True)
class Glance:
    """What Today shows of the current person at first sight.

    `last_sessions` are those of the last 14 days, or of the 14 before the latest one, the earliest first. `favourites`
    are ids; `own_routines` are those with a star and the one that is used before runs; `waiting` is what to ask for;
    `trained` are the runs and activities of two weeks; `logged` says whether there ever was a run or a morning;
    `plan` is what the week is planned for.
    """

    person: Person | None
    settings: Settings
    record: Record
    last_sessions: tuple[SessionRecord, ...]
    open_session: SessionRecord | None
    favourites: frozenset[str] = frozenset()
    own_routines: "tuple[OwnRoutine, ...]" = ()
    waiting: Waiting = field(default_factory=Waiting)
    trained: tuple[Trained, ...] = ()
    logged: bool = False
    plan: "Plan | None" = None

    def permission(self, now: datetime) -> Permission:
        """What may start now."""
        return may_start(self.record, now)


def glance(folder: Path, now: datetime) -> Glance | None:
    """Read it without changing a byte, as seen at `now` (aware).

    None when there is no database yet, or one that must be upgraded first; `CannotStart` and its kinds when the
    database can't be read.
    """
    if revision_of(folder) != NEWEST:
        return None
    with disk.faults(), closing(open_still(folder / DATABASE)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("BEGIN")
        return _read(connection, now)


def _read(connection: sqlite3.Connection, now: datetime) -> Glance:
    found = _values(connection, person_of, _PERSON)
    person = found[0] if found else None
    settings = _values(connection, settings_of, "SELECT * FROM settings")
    record = _record(connection, person, now)
    sessions = _sessions(connection, person.id if person else None, now)
    going_on = [session for session in sessions if session.status is SessionStatus.OPEN]
    return Glance(
        person=person,
        settings=settings[0] if settings else Settings(),
        record=record,
        last_sessions=sessions,
        open_session=going_on[-1] if going_on else None,
        favourites=frozenset(row["routine"] for row in _rows(connection, "SELECT routine FROM favourite", ())),
        own_routines=_own(connection),
        waiting=waiting(connection, person.id, sessions, now) if person else Waiting(),
        trained=trained(connection, person.id, now) if person else (),
        plan=_plan(connection, person.id) if person else None,
        logged=person is not None and _logged(connection, person.id),
    )


def _logged(connection: sqlite3.Connection, person: UUID) -> bool:
    return connection.execute(_LOGGED, {"person": str(person)}).fetchone() is not None


def _record(connection: sqlite3.Connection, person: Person | None, now: datetime) -> Record:
    if person is None:
        return Record()
    whose = (str(person.id),)
    found = Record(
        person=person,
        flags=_values(connection, flag_of, "SELECT * FROM flag_entry WHERE person = ? ORDER BY at", whose),
        injuries=_values(connection, injury_of, "SELECT * FROM injury WHERE person = ? ORDER BY at", whose),
        pains=_values(connection, pain_of, "SELECT * FROM pain_entry WHERE person = ? ORDER BY at", whose),
        check_ins=_values(connection, check_in_of, "SELECT * FROM check_in WHERE person = ? ORDER BY at", whose),
        zones=_zones(connection, whose),
        earlier=pains_before(_rows(connection, EDITS, {"person": str(person.id), "oldest": oldest(now)})),
    )
    return reopened(found, now)


def _zones(connection: sqlite3.Connection, whose: tuple[str]) -> Zones:
    found = _values(connection, zones_of, _ZONES, whose)
    return found[0] if found else Zones()


def _plan(connection: sqlite3.Connection, person: UUID) -> "Plan | None":
    rows = _rows(connection, _PLAN, (str(person),))
    if not rows:
        return None
    # Only for those who have a plan
    from kneecoach.storage.plan_rows import plan_of  # noqa: PLC0415

    return understood(plan_of, rows[0])


def _own(connection: sqlite3.Connection) -> "tuple[OwnRoutine, ...]":
    rows = _rows(connection, _OWN, ())
    if not rows:
        return ()
    # Only for those who have made a routine and use it
    from kneecoach.storage.own_rows import own_if_understood  # noqa: PLC0415

    return tuple(own for row in rows if (own := own_if_understood(row)) is not None)


def _sessions(connection: sqlite3.Connection, person: UUID | None, now: datetime) -> tuple[SessionRecord, ...]:
    whose = None if person is None else str(person)
    latest = connection.execute(_LATEST, (whose,)).fetchone()["latest"]
    if latest is None:
        return ()
    # A session of the future, played while the clock was wrong, must not hide today's
    first = understood(lambda text: instant(min(datetime.fromisoformat(text), now) - SHOWN), latest)
    chosen = (whose, first)
    rows, versions, sets = (_rows(connection, query, chosen) for query in (_SESSIONS, _VERSIONS, _SETS))
    return understood(lambda given: sessions_of(*given), (rows, versions, sets))


def _values(
    connection: sqlite3.Connection, value_of: Callable[[Row], Value], query: str, chosen: tuple[str | None, ...] = ()
) -> tuple[Value, ...]:
    return tuple(understood(value_of, row) for row in _rows(connection, query, chosen))


def _rows(connection: sqlite3.Connection, query: str, chosen: tuple[str | None, ...] | dict[str, str]) -> list[Row]:
    return [dict(row) for row in connection.execute(query, chosen)]
