"""What R11 and R13 say of stopping: it refuses no session, and eases it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from kneecoach.coaching.thresholds import profile_of
from kneecoach.domain.advice.log import TrainingLog, log_at
from kneecoach.domain.advice.mornings import may_be_open, next_morning
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.response import run_gate
from kneecoach.domain.advice.told import hidden_days
from kneecoach.domain.advice.told_ahead import graver_told, with_known
from kneecoach.domain.advice.words import by_limits, in_units
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.morning import MorningCheck, MorningMark
from kneecoach.domain.pain import Amount
from kneecoach.domain.person import Units
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.told_before import graver
from kneecoach.storage import far_back, people, runs, sessions
from kneecoach.storage.database import Transaction
from kneecoach.storage.told_before import ToldBefore, told_before

NEAR = timedelta(days=14)
"""Days so near to each other are read at once: to ask the disk takes longer than to read some days more."""
_DAY = timedelta(days=1)


def stops_of(tx: Transaction, person: UUID, now: datetime, present: datetime | None = None) -> tuple[Finding, ...]:
    """The stops that are open at `now` (aware), by the rules in their order; `present` is as for `record_of`."""
    profile = profile_of(tx, person)
    told = told_before(tx, person, now), present or now
    found = (_of_runs(tx, person, now, profile, *told), _of_mornings(tx, person, now, profile, *told))
    known = people.person(tx, person)
    units = known.units if known is not None else Units.KM
    stops = (one for one in found if one is not None and one.level is Level.STOP)
    return tuple(in_units(by_limits(one, profile), units) for one in stops)


def _of_runs(
    tx: Transaction, person: UUID, now: datetime, profile: Profile, before: ToldBefore, present: datetime
) -> Finding | None:
    """R11 reads the last answers alone, so only the runs down to these are read."""
    masked = {known for known, told in before.runs.items() if any(run.painkiller for run in told)}
    read = [
        *far_back.runs_that_say(tx, person, "pain_max", now, present, masked),
        *far_back.runs_that_say(tx, person, "limp", now, present, masked),
        *changed_runs(tx, before),
    ]
    kept = tuple({run.id: run for run in read}.values())
    log = with_known(TrainingLog(now, runs=kept, earlier=before.runs), present)
    return graver_told(run_gate, log_at(now, log), profile)


def _of_mornings(
    tx: Transaction, person: UUID, now: datetime, profile: Profile, before: ToldBefore, present: datetime
) -> Finding | None:
    """R13 of all mornings, or of those that had been told by the present: the graver counts."""
    marks, known = far_back.morning_marks(tx, person, now, present)
    found = [_of_marks(tx, person, now, profile, before, marks)]
    if known is not marks:
        found.append(_of_marks(tx, person, now, profile, before, known))
    return max((one for one in found if one is not None), key=lambda one: one.level, default=None)


def _of_marks(
    tx: Transaction,
    person: UUID,
    now: datetime,
    profile: Profile,
    before: ToldBefore,
    marks: tuple[MorningMark, ...],
) -> Finding | None:
    """R13 for the mornings that may be open still, with what was done on the days before them."""
    earlier = TrainingLog(now, earlier=before.runs, earlier_mornings=before.mornings, earlier_sessions=before.sessions)
    masked = [*far_back.masked_runs(tx, person), *changed_runs(tx, before)]
    hidden = hidden_days(log_at(now, replace(earlier, runs=tuple(masked))), profile)
    told = tuple(_told(mark, before) for mark in marks) if before.mornings else marks
    usual = tuple(_lowest(mark, before) for mark in marks) if before.mornings else marks
    days = sorted({on - _DAY for on in may_be_open(told, hidden, usual)})
    if not days:
        return None
    log = replace(
        earlier,
        runs=tuple({run.id: run for run in (*masked, *_runs_on(tx, person, days))}.values()),
        # When a morning was told is nothing that R13 reads
        mornings=tuple(
            MorningCheck(UUID(mark.known), mark.on, now, mark.pain, swelling=mark.swelling) for mark in marks
        ),
        sessions=_sessions_on(tx, person, days),
    )
    return next_morning(log_at(now, log), profile)


def changed_runs(tx: Transaction, before: ToldBefore) -> list[Run]:
    """However far back a run was moved, it still counts as it was told."""
    return [run for known in before.runs if (run := runs.run(tx, known)) is not None]


def _told(mark: MorningMark, before: ToldBefore) -> MorningMark:
    for check in before.mornings.get(UUID(mark.known), ()):
        swelling = graver(mark.swelling, check.swelling, tuple(Amount))
        mark = replace(mark, pain=max(mark.pain, check.pain), swelling=swelling)
    return mark


def _lowest(mark: MorningMark, before: ToldBefore) -> MorningMark:
    told = before.mornings.get(UUID(mark.known), ())
    return replace(mark, pain=min([mark.pain, *(check.pain for check in told)]))


def _runs_on(tx: Transaction, person: UUID, days: Sequence[date]) -> tuple[Run, ...]:
    return tuple(
        run
        for first, last in _spans(days)
        for run in runs.runs(
            tx, person, datetime.combine(first - _DAY, time(), UTC), datetime.combine(last + 2 * _DAY, time(), UTC)
        )
    )


def _sessions_on(tx: Transaction, person: UUID, days: Sequence[date]) -> tuple[SessionRecord, ...]:
    return tuple(one for first, last in _spans(days) for one in sessions.sessions(tx, first, person, last + _DAY))


def _spans(days: Sequence[date]) -> list[tuple[date, date]]:
    """The days, the earliest first, as few times of which each can be read at once."""
    spans: list[tuple[date, date]] = []
    for day in days:
        if spans and day - spans[-1][1] <= NEAR:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return spans
