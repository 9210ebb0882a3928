"""Playing a routine: start, keep what was done, go on after a crash, finish. The same for window and terminal."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4, uuid5

from kneecoach.coaching.check_in import read_record
from kneecoach.coaching.returning import keep_attempt, refuse_unready
from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.dosage import MAX_REPS
from kneecoach.domain.effort import checked_effort
from kneecoach.domain.errors import InvalidInput, NotAllowed
from kneecoach.domain.exercise import Exercise, Side
from kneecoach.domain.pain import PainEntry, PainPhase, Quality
from kneecoach.domain.person import Person
from kneecoach.domain.screening import Permission, Record, may_start
from kneecoach.domain.session import (
    Cause,
    Countdown,
    Counted,
    HalfWay,
    PainSaid,
    PhaseStarted,
    Session,
    SessionEnded,
    SessionEvent,
    SetFinished,
)
from kneecoach.domain.session_record import SessionRecord, SessionStatus, SetRecord, SetStatus
from kneecoach.domain.timeline import Timeline, agreed, by_zones, plan, with_agreed
from kneecoach.storage import bin as bin_table
from kneecoach.storage import diary, sessions
from kneecoach.storage.database import Store, Transaction

_LEAVE_NO_TRACE = (PhaseStarted, Counted, HalfWay, Countdown)


def start(  # noqa: PLR0913
    store: Store,
    person: Person | None,
    timeline: Timeline,
    *,
    now: datetime,
    check_in: CheckIn | None = None,
    pain_before: int | None = None,
    rehearsal: bool = False,
    speed: float = 1.0,
) -> Session:
    """Begin a session and keep it as open, so that nothing of it can be lost.

    `check_in` is one that was saved. Any speed but 1 makes it a rehearsal. An older session of this person that was
    still open is ended as stopped, its sets kept. `NotAllowed` when `may_start` refuses, or a stage of returning to
    running is not due; then nothing is kept.
    """
    permission = permission_of(store, person.id if person else None, now)
    if not permission.allows(timeline.routine):
        raise NotAllowed(permission.sentence)
    if pain_before is None and check_in is not None:
        pain_before = check_in.pain
    record = SessionRecord(
        id=uuid4(),
        person=person.id if person else None,
        routine=timeline.routine,
        first_side=_first_side(timeline),
        started_at=now,
        rehearsal=rehearsal or speed != 1.0,
        check_in=check_in.id if check_in else None,
        pain_before=pain_before,
    )
    with store.begin() as tx:
        refuse_unready(tx, record.person, timeline.routine, now)
        for older in sessions.open_sessions(tx, record.person):
            _close(tx, older.id, SessionStatus.STOPPED, now)
        sessions.add(tx, record)
    return Session(by_zones(timeline, permission.zones), id=record.id, speed=speed)


def keep(store: Store, session: Session, events: Iterable[SessionEvent], now: datetime) -> None:
    """Put what happened on disk, in one transaction; whoever shows the events calls this first.

    `DiskTrouble` means that nothing of it was kept: hold the events back and hand them in again, before or together
    with later ones, as often as it takes. Handing in what was already kept changes nothing. With no events it keeps
    the place the session stands at, for a control that moved while paused.
    """
    happened = tuple(events)
    if happened and all(isinstance(event, _LEAVE_NO_TRACE) for event in happened):
        return
    with store.begin() as tx:
        _keep_pains(tx, session.id, [event for event in happened if isinstance(event, PainSaid)], now)
        for event in happened:
            if isinstance(event, SetFinished):
                # The session may know it better by now than an event that had to wait
                sessions.keep_set(tx, session.id, session.records.get(event.record.index, event.record))
            elif isinstance(event, SessionEnded):
                _close(tx, session.id, event.status, now)
        said = agreed(session.timeline).items(), session.pains.items()
        sessions.keep_place(tx, session.id, session.position, *said)


def offered(store: Store, person: Person | None) -> SessionRecord | None:
    """The session to go on with, if one was left open."""
    with store.begin() as tx:
        return sessions.open_session(tx, person.id if person else None)


def resume(
    store: Store, record: SessionRecord, exercises: Mapping[str, Exercise], now: datetime, *, speed: float = 1.0
) -> Session:
    """Go on with a session where it stood, paused.

    `NotAllowed` when it may not go on: it is then ended as stopped and its sets are kept.
    """
    permission = permission_of(store, record.person, now)
    if not permission.allows(record.routine):
        discard(store, record, now)
        raise NotAllowed(permission.sentence)
    try:
        with store.begin() as tx:
            refuse_unready(tx, record.person, record.routine, now)
    except NotAllowed:
        discard(store, record, now)
        raise
    timeline = plan(record.routine, exercises, first=record.first_side)
    return Session(
        by_zones(with_agreed(timeline, dict(record.agreed)), permission.zones),
        id=record.id,
        speed=speed,
        records=record.sets,
        pains=dict(record.pains),
        position=record.position,
        cause=Cause.RESTARTED,
    )


def discard(store: Store, record: SessionRecord, now: datetime) -> None:
    """Not go on with a session: it is ended as stopped, its sets are kept."""
    with store.begin() as tx:
        _close(tx, record.id, SessionStatus.STOPPED, now)


def finish(
    store: Store,
    session_id: UUID,
    *,
    pain_after: int | None = None,
    effort: int | None = None,
    note: str | None = None,
    stop_reason: str | None = None,
    now: datetime,
) -> None:
    """Keep what was said after a session; None leaves what was said before. One still open ends as stopped.

    The pain becomes a pain entry of the person, of the day on which the session ended; said again, it changes that.
    """
    with store.begin() as tx:
        _close(tx, session_id, SessionStatus.STOPPED, now)
        person = sessions.counts_for(tx, session_id)
        if pain_after is not None and person is not None:
            at = _said_at(sessions.session(tx, session_id), now)
            diary.keep_pain(tx, person, pain_after_session(session_id, at, pain_after))
        if effort is not None:
            checked_effort(effort)
        sessions.replace(tx, session_id, pain_after=pain_after, effort=effort, note=note, stop_reason=stop_reason)


def pain_after_session(session_id: UUID, at: datetime, pain: int) -> PainEntry:
    """The pain entry that follows from what was said after a session; there is one for each session."""
    return PainEntry(uuid5(session_id, "pain after"), at, pain, phase=PainPhase.EXERCISE, of=session_id)


def correct_set(store: Store, session_id: UUID, index: int, reps: int, now: datetime) -> SetRecord:
    """What the person says they did in a set counted in repetitions, up or down; the bin keeps what stood there."""
    if isinstance(reps, bool) or not 0 <= reps <= MAX_REPS:
        raise InvalidInput(f"Repetitions are from 0 to {MAX_REPS}.")
    with store.begin() as tx:
        record = sessions.session(tx, session_id)
        found = next((done for done in record.sets if done.index == index), None) if record else None
        if record is None or found is None or found.reps is None:
            raise InvalidInput("Only a set that was counted in repetitions can be corrected.")
        corrected = replace(found, reps=reps, status=_status(record.target_reps(index), reps))
        person = sessions.counts_for(tx, session_id)
        if corrected != found and person is not None and record.status is not SessionStatus.OPEN:
            bin_table.copy(tx, person, Kind.SESSION, session_id, now)
        sessions.keep_set(tx, session_id, corrected)
    return corrected


def permission_of(store: Store, person_id: UUID | None, now: datetime) -> Permission:
    """What `may_start` says of a person's record; of nobody's, an empty one."""
    return may_start(read_record(store, person_id, now) if person_id else Record(), now)


def _close(tx: Transaction, session_id: UUID, status: SessionStatus, now: datetime) -> None:
    """End it if it is open, and keep what it was of a return to running as a run."""
    if sessions.is_open(tx, session_id):
        sessions.close(tx, session_id, status, now)
        keep_attempt(tx, session_id, now)


def _keep_pains(tx: Transaction, session_id: UUID, said: Collection[PainSaid], now: datetime) -> None:
    """Each score that was said is a pain entry of the person, so that `may_start` knows it from then on."""
    person = sessions.counts_for(tx, session_id) if said else None
    if person is None:
        return
    for event in said:
        when, side = event.said, event.planned.side
        told = f"pain {event.planned.index} {event.score} {event.sharp} {when.monotonic} {when.boot}"
        entry = PainEntry(
            uuid5(session_id, told),
            now,
            event.score,
            side=None if side is Side.BOTH else side,
            phase=PainPhase.EXERCISE,
            qualities=(Quality.SHARP,) if event.sharp else (),
            of=session_id,
        )
        diary.keep_pain(tx, person, entry)


def _said_at(record: SessionRecord | None, now: datetime) -> datetime:
    """Pain after a session is of now; told on a later day, it is of when the session ended."""
    ended = record.ended_at if record else None
    return now if ended is None or ended.date() == now.date() else ended


def _first_side(timeline: Timeline) -> Side:
    sided = (planned.side for planned in timeline.sets if planned.side is not Side.BOTH)
    return next(sided, Side.LEFT)


def _status(target: int | None, reps: int) -> SetStatus:
    if reps >= (target or MAX_REPS):
        return SetStatus.DONE
    return SetStatus.PARTIAL if reps else SetStatus.SKIPPED
