"""Of years of entries those that still say something, so that nobody waits while all are read."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Column, and_, or_, select

from kneecoach.domain.ahead import is_ahead
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.flag import Flag
from kneecoach.domain.morning import MorningMark
from kneecoach.domain.pain import Amount, PainEntry
from kneecoach.domain.red_flags_bone import BONE_REGIONS, PHASES
from kneecoach.domain.red_flags_lasting import HIGH_AT_REST
from kneecoach.domain.run import Run
from kneecoach.storage import diary_rows, run_rows, tables
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import instant, understood
from kneecoach.storage.statements import window


def pains_lately(tx: Transaction, person: UUID, since: datetime) -> tuple[PainEntry, ...]:
    """The pains from `since` (aware) on, and of those before what counts however old it is (`domain.lately.stays`)."""
    table = tables.diary.pain_entry
    stays = or_(
        table.c.at >= instant(since),
        table.c.phase.in_([phase.value for phase in PHASES]),
        table.c.score >= HIGH_AT_REST,
        *(table.c.regions.contains(f'"{region}"') for region in sorted(BONE_REGIONS)),
    )
    rows = tx.execute(window(table, person).where(stays)).mappings()
    return tuple(understood(diary_rows.pain_of, row) for row in rows)


def swellings_before(tx: Transaction, person: UUID, since: datetime) -> tuple[PainEntry, ...]:
    """The pains before `since` (aware) that tell of swelling, or of none."""
    told = window(tables.diary.pain_entry, person, until=since).where(tables.diary.pain_entry.c.swelling.is_not(None))
    return tuple(understood(diary_rows.pain_of, row) for row in tx.execute(told).mappings())


def check_ins_lately(tx: Transaction, person: UUID, since: datetime) -> tuple[CheckIn, ...]:
    """The check-ins from `since` (aware) on, and those before with a high score or a word on hopping."""
    table = tables.sessions.check_in
    tells = or_(
        table.c.at >= instant(since),
        table.c.pain >= HIGH_AT_REST,
        table.c.marks != "[]",
        table.c.denied.contains(f'"{Flag.HOP_PAIN.value}"'),
    )
    rows = tx.execute(window(table, person).where(tells)).mappings()
    return tuple(understood(diary_rows.check_in_of, row) for row in rows)


def runs_that_say(
    tx: Transaction, person: UUID, what: str, now: datetime, present: datetime, masked: Collection[UUID] = ()
) -> tuple[Run, ...]:
    """The runs up to `now` (aware) with an answer in this column, the newest first, down to the first without a
    painkiller.

    `masked` are runs that had one all the same. What was told after the `present` ends nothing.
    """
    answer: Column[int] = tables.runs.run.c[what]
    said = window(tables.runs.run, person).where(answer.is_not(None), tables.runs.run.c.at <= instant(now))
    found: list[Run] = []
    for row in tx.execute(said.order_by(None).order_by(tables.runs.run.c.at.desc())).mappings():
        found.append(understood(run_rows.run_of, row))
        if not (is_ahead(found[-1].entered, present) or found[-1].painkiller or found[-1].id in masked):
            break
    return tuple(found)


def masked_runs(tx: Transaction, person: UUID) -> tuple[Run, ...]:
    """The runs after a painkiller, the earliest first."""
    rows = tx.execute(window(tables.runs.run, person).where(tables.runs.run.c.painkiller == 1)).mappings()
    return tuple(understood(run_rows.run_of, row) for row in rows)


def morning_marks(
    tx: Transaction, person: UUID, now: datetime, present: datetime
) -> tuple[tuple[MorningMark, ...], tuple[MorningMark, ...]]:
    """The mornings up to the day of `now` (aware), the earliest first, each with its pain and its swelling alone; and
    those of them that had been told by the `present`.
    """
    table = tables.mornings.morning
    light = select(table.c.id, table.c.day, table.c.pain, table.c.swelling, table.c.at > instant(present))
    mine = and_(table.c.person == str(person), table.c.day <= now.date().isoformat())
    rows = tx.execute(light.where(mine).order_by(table.c.day))
    marks = understood(lambda all_of_them: [(_mark(*row[:4]), row[4]) for row in all_of_them], rows)
    told = tuple(mark for mark, _ in marks)
    return told, told if not any(ahead for _, ahead in marks) else tuple(mark for mark, ahead in marks if not ahead)


def _mark(known: str, day: str, pain: int, swelling: str | None) -> MorningMark:
    return MorningMark(known, date.fromisoformat(day), pain, None if swelling is None else Amount(swelling))
