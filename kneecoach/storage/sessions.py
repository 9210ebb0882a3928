"""Sessions and their sets. A set is the unit that is saved; nothing here makes less of what was done."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from kneecoach.domain.session_record import SessionRecord, SessionStatus, SetRecord
from kneecoach.storage import routines
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import plain, understood
from kneecoach.storage.session_rows import ending_row, said_row, session_row, sessions_of, set_row
from kneecoach.storage.tables.routines import routine_version as _version
from kneecoach.storage.tables.sessions import session as _session
from kneecoach.storage.tables.sessions import session_set as _set

_ADD_SET = upsert(_set)
_CHANGED = {name: _ADD_SET.excluded[name] for name in ("reps", "seconds", "status", "pain")}
# A correction leaves the seconds, a better attempt has as many or more: only a worse one would have fewer
_KEEP_SET = _ADD_SET.on_conflict_do_update(
    index_elements=["id"], set_=_CHANGED, where=_ADD_SET.excluded.seconds >= _set.c.seconds
)
_CORRECT_SET = _ADD_SET.on_conflict_do_update(index_elements=["id"], set_=_CHANGED)
_SET_POSITION = (
    update(_session)
    .where(_session.c.id == bindparam("session_id"), _session.c.position != bindparam("to"))
    .values(position=bindparam("to"))
)
# Made once: to build it anew for each set took longer than to run it
_PLACE = ("position", "agreed", "pains")
_KEEP_PLACE = (
    update(_session)
    .where(
        _session.c.id == bindparam("session_id"), or_(*(_session.c[name] != bindparam(f"to_{name}") for name in _PLACE))
    )
    .values({name: bindparam(f"to_{name}") for name in _PLACE})
)
_FURTHEST_ZONE = timedelta(days=1)


def add(tx: Transaction, record: SessionRecord) -> None:
    """Keep a new session with the version of its routine and the sets it already has."""
    tx.execute(insert(_session), session_row(record, routines.keep_version(tx, record.routine)))
    for done in record.sets:
        keep_set(tx, record.id, done)


def keep_set(tx: Transaction, session_id: UUID, record: SetRecord) -> None:
    """Keep a set; the same id again betters or corrects it, an attempt with less time worked changes nothing."""
    tx.execute(_KEEP_SET, set_row(record, session_id))


def set_position(tx: Transaction, session_id: UUID, position: int) -> None:
    """The index of the set at which the session stands."""
    tx.execute(_SET_POSITION, {"session_id": str(session_id), "to": position})


def keep_place(
    tx: Transaction,
    session_id: UUID,
    position: int,
    agreed: Iterable[tuple[int, float]],
    pains: Iterable[tuple[int, int]],
) -> None:
    """Where the session stands, what was agreed on and said about single sets: all it must know to go on."""
    said = {f"to_{name}": value for name, value in said_row(agreed, pains).items()}
    tx.execute(_KEEP_PLACE, {"session_id": str(session_id), "to_position": position, **said})


def counts_for(tx: Transaction, session_id: UUID) -> UUID | None:
    """The person to whose record the session belongs; None for nobody's, and for a rehearsal."""
    chosen = select(_session.c.person).where(_session.c.id == str(session_id), _session.c.rehearsal == 0)
    person = tx.execute(chosen).scalar()
    return None if person is None else understood(UUID, str(person))


def is_open(tx: Transaction, session_id: UUID) -> bool:
    """Whether it goes on."""
    chosen = select(_session.c.status).where(_session.c.id == str(session_id))
    return tx.execute(chosen).scalar() == SessionStatus.OPEN.value


def close(tx: Transaction, session_id: UUID, status: SessionStatus, ended_at: datetime) -> None:
    """End an open session; one that has ended stays as it ended."""
    ended = {"status": status.value, **ending_row(ended_at)}
    tx.execute(
        update(_session).where(_session.c.id == str(session_id), _session.c.status == SessionStatus.OPEN.value), ended
    )


def replace(
    tx: Transaction,
    session_id: UUID,
    *,
    pain_after: int | None = None,
    effort: int | None = None,
    note: str | None = None,
    stop_reason: str | None = None,
) -> None:
    """Keep what was said after a session; what is None stays as it is."""
    said: dict[str, Any] = {
        "pain_after": pain_after,
        "effort": effort,
        "note": None if note is None else plain(note),
        "stop_reason": None if stop_reason is None else plain(stop_reason),
    }
    changed = {name: value for name, value in said.items() if value is not None}
    if changed:
        tx.execute(update(_session).where(_session.c.id == str(session_id)), changed)


def correct(tx: Transaction, record: SessionRecord) -> None:
    """Keep what was corrected of a session that has ended: what was said of it, and its sets."""
    said = {
        "pain_before": record.pain_before,
        "pain_after": record.pain_after,
        "effort": record.effort,
        "note": plain(record.note),
    }
    tx.execute(update(_session).where(_session.c.id == str(record.id)), said)
    for done in record.sets:
        tx.execute(_CORRECT_SET, set_row(done, record.id))


def sessions(
    tx: Transaction, since: date | None = None, person: UUID | None = None, until: date | None = None
) -> tuple[SessionRecord, ...]:
    """Sessions with their sets, the earliest first; `person` None means everyone's.

    `since` is the first local day and `until` the first that is no longer wanted.
    """
    chosen = select(_session)
    if person is not None:
        chosen = chosen.where(_session.c.person == str(person))
    # No zone is more than a day away from UTC; the exact local day is decided on the values
    if since is not None:
        chosen = chosen.where(
            _session.c.started_at >= (max(since, date.min + _FURTHEST_ZONE) - _FURTHEST_ZONE).isoformat()
        )
    if until is not None:
        chosen = chosen.where(_session.c.started_at < (until + _FURTHEST_ZONE).isoformat())
    found = _read(tx, chosen)
    return tuple(
        record
        for record in found
        if (since is None or record.started_at.date() >= since) and (until is None or record.started_at.date() < until)
    )


def session(tx: Transaction, session_id: UUID) -> SessionRecord | None:
    """The session with this id, if there is one."""
    return next(iter(_read(tx, select(_session).where(_session.c.id == str(session_id)))), None)


def last_of(tx: Transaction, routine_id: str, person_id: UUID | None) -> SessionRecord | None:
    """The newest session of this routine that has ended and is no rehearsal, whatever version was played."""
    versions = select(_version.c.digest).where(_version.c.routine == routine_id)
    ended = (_session.c.status != SessionStatus.OPEN.value, _session.c.rehearsal == 0)
    whose = _session.c.person == (person_id and str(person_id))
    chosen = select(_session).where(_session.c.routine.in_(versions), whose, *ended)
    return next(iter(_read(tx, chosen.order_by(_session.c.started_at.desc()).limit(1))), None)


def open_session(tx: Transaction, person_id: UUID | None) -> SessionRecord | None:
    """The session that this person has not ended, the latest if there are several."""
    found = open_sessions(tx, person_id)
    return found[-1] if found else None


def open_sessions(tx: Transaction, person_id: UUID | None) -> tuple[SessionRecord, ...]:
    """Every session that this person has not ended, the earliest first."""
    person = None if person_id is None else str(person_id)
    chosen = select(_session).where(
        _session.c.person.is_not_distinct_from(person), _session.c.status == SessionStatus.OPEN.value
    )
    return _read(tx, chosen)


def _read(tx: Transaction, chosen: Select[Any]) -> tuple[SessionRecord, ...]:
    ids = chosen.with_only_columns(_session.c.id).scalar_subquery()
    played = chosen.with_only_columns(_session.c.routine).scalar_subquery()
    rows = tx.execute(chosen.order_by(_session.c.started_at, _session.c.id)).mappings().all()
    if not rows:
        return ()
    versions = tx.execute(select(_version).where(_version.c.digest.in_(played))).mappings().all()
    sets = tx.execute(select(_set).where(_set.c.session.in_(ids)).order_by(_set.c.session, _set.c.idx)).mappings().all()
    return understood(lambda _: sessions_of(rows, versions, sets), rows)
