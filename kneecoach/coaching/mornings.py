"""The morning after: what waits for its answer, and what the answer closes."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from uuid import UUID

from kneecoach.coaching.diary import NOWHERE
from kneecoach.coaching.returning import told_by_runs
from kneecoach.coaching.thresholds import profile_of
from kneecoach.coaching.told import IN_THE_FUTURE, refuse_future
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.diary import day_of, instant_of
from kneecoach.domain.entry_pains import Place, pains_of_morning
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.morning import USUAL_DAYS, MorningCheck, morning_due, usual_morning
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord
from kneecoach.storage import bin as bin_table
from kneecoach.storage import diary, mornings, runs, sessions
from kneecoach.storage.database import Store, Transaction

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """A morning that waits for its answer. `closes` are the runs, and the sessions with pain, of the day before.

    `usual` is that of the seven days before the day that is closed (R13), None while it is not known. `week` are the
    answers of the seven days before the morning, the earliest first; `profile` are the limits they are judged by.
    """

    morning: date
    closes: tuple[Run | SessionRecord, ...]
    usual: Fraction | None
    week: tuple[MorningCheck, ...]
    profile: Profile


def due(store: Store, person: UUID, now: datetime) -> Due | None:
    """The morning to ask for at `now` (aware), or None."""
    today = now.date()
    with store.begin() as tx:
        loads = _loads(tx, person, today - 2 * _DAY, today)
        checks = mornings.checks(tx, person, today - (USUAL_DAYS + 2) * _DAY)
        waved = mornings.waved(tx, person)
        profile = profile_of(tx, person)
    morning = morning_due({day_of(load) for load in loads}, {check.on for check in checks}, waved, now)
    if morning is None:
        return None
    closes = tuple(load for load in loads if day_of(load) == morning - _DAY)
    week = tuple(check for check in checks if morning - USUAL_DAYS * _DAY <= check.on < morning)
    return Due(morning, closes, usual_morning(checks, morning - _DAY), week, profile)


def answer(
    store: Store,
    person: UUID,
    check: MorningCheck,
    now: datetime,
    place: Place = NOWHERE,
    night_score: int | None = None,
) -> MorningCheck:
    """Keep the answer of a morning with the pain entries that follow from it.

    Said again for that day, it replaces the answer and keeps its id; that can be undone.
    """
    refuse_future(check.at, now)
    if check.on > now.date():
        raise InvalidInput(IN_THE_FUTURE)
    with store.begin() as tx:
        before = mornings.check_on(tx, person, check.on)
        if before is not None:
            check = replace(check, id=before.id)
            bin_table.before_edit(tx, person, Kind.MORNING, before.id, now)
        mornings.keep_check(tx, person, check)
        for entry in pains_of_morning(check, place, night_score):
            diary.keep_pain_entry(tx, person, entry)
    return check


def wave(store: Store, person: UUID, morning: date) -> None:
    """Put the question of a morning off: it is asked once more, and then stays unknown."""
    with store.begin() as tx:
        mornings.wave(tx, person, morning)


def _loads(tx: Transaction, person: UUID, since: date, until: date) -> tuple[Run | SessionRecord, ...]:
    """The runs, and the sessions with pain, of the local days from `since` on and before `until`, by their start."""
    first, last = (datetime.combine(day, time(), UTC) for day in (since - _DAY, until + _DAY))
    ran = [run for run in runs.runs(tx, person, first, last) if since <= day_of(run) < until]
    played = [record for record in told_by_runs(sessions.sessions(tx, since, person, until), ran) if _hurt(record)]
    return tuple(sorted([*ran, *played], key=instant_of))


def _hurt(record: SessionRecord) -> bool:
    return not record.rehearsal and bool(record.highest_pain)
