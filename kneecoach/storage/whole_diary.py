"""All that the diary of one person holds, read and added at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Table, insert, select
from sqlalchemy.exc import IntegrityError

from kneecoach.domain.activity import Activity
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.diary import Entry
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.flag import FlagEntry, Injury
from kneecoach.domain.ice import Ice
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.novelty import Novelty
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.person import Beginning, beginning_of
from kneecoach.domain.plan import Plan
from kneecoach.domain.review import WeeklyReview
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.shoe import Shoe
from kneecoach.domain.support import SupportUsed
from kneecoach.domain.told_version import ToldVersion
from kneecoach.storage import (
    diary,
    diary_rows,
    morning_rows,
    mornings,
    people,
    plan_rows,
    plans,
    routines,
    run_rows,
    runs,
    sessions,
    tables,
    told_versions,
)
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import Row
from kneecoach.storage.session_rows import session_row, set_row

Kept: TypeAlias = Entry | Shoe | WeeklyReview | CheckIn | Plan | Novelty | Beginning | ToldVersion
CONTRADICTS = "Something in it contradicts what is kept here."

KINDS: tuple[tuple[type, Table, Callable[[Any, UUID], Row]], ...] = (
    (Shoe, tables.runs.shoe, run_rows.shoe_row),
    (CheckIn, tables.sessions.check_in, diary_rows.check_in_row),
    (Run, tables.runs.run, run_rows.run_row),
    (Activity, tables.runs.activity, run_rows.activity_row),
    (MorningCheck, tables.mornings.morning, morning_rows.check_row),
    (Ice, tables.mornings.ice, morning_rows.ice_row),
    (SupportUsed, tables.mornings.support, morning_rows.support_row),
    (WeeklyReview, tables.plans.weekly_review, morning_rows.review_row),
    (Plan, tables.plans.week_plan, plan_rows.plan_row),
    (Novelty, tables.plans.novelty, plan_rows.novelty_row),
    (FlagEntry, tables.diary.flag_entry, diary_rows.flag_row),
    (Injury, tables.diary.injury, diary_rows.injury_row),
    (PainEntry, tables.diary.pain_entry, diary_rows.pain_row),
)
"""In the order in which they can be added: what others name comes first."""


def everything(tx: Transaction, person: UUID) -> tuple[Kept, ...]:
    """Kind by kind, each the earliest first; shoes, and then check-ins, before what may name them."""
    return (
        *runs.shoes(tx, person),
        *diary.check_ins(tx, person),
        *sessions.sessions(tx, None, person),
        *runs.runs(tx, person),
        *runs.activities(tx, person),
        *mornings.checks(tx, person),
        *mornings.ices(tx, person),
        *mornings.supports(tx, person),
        *mornings.reviews(tx, person),
        *(() if (plan := plans.plan(tx, person)) is None else (plan,)),
        *plans.novelties(tx, person),
        *(() if (began := beginning(tx, person)) is None else (began,)),
        *diary.flags(tx, person),
        *diary.injuries(tx, person),
        *diary.pains(tx, person),
    )


def beginning(tx: Transaction, person: UUID) -> Beginning | None:
    """How it began, if the person said so."""
    known = people.person(tx, person)
    return None if known is None else beginning_of(known)


def owners(tx: Transaction) -> dict[UUID, UUID | None]:
    """Whose each entry is, of everybody, also in the bin; a set belongs to the person of its session."""
    each = (*(table for _, table, _ in KINDS), tables.sessions.session, tables.binned.bin_entry)
    wanted = [select(table.c.id, table.c.person) for table in each]
    wanted.append(
        select(tables.sessions.session_set.c.id, tables.sessions.session.c.person).join_from(
            tables.sessions.session_set, tables.sessions.session
        )
    )
    return {UUID(row.id): row.person and UUID(row.person) for chosen in wanted for row in tx.execute(chosen)}


def add(tx: Transaction, person: UUID, values: Sequence[Kept]) -> None:
    """Add what is not there yet, all of it; `InvalidInput`, and nothing, when part of it can't stand beside what is."""
    try:
        with tx.begin_nested():
            _add(tx, person, values)
    except IntegrityError as error:
        raise InvalidInput(CONTRADICTS) from error


def _add(tx: Transaction, person: UUID, values: Sequence[Kept]) -> None:
    for value in values:
        if isinstance(value, Beginning):
            people.keep_began(tx, person, value.began)
    for kind, table, row_of in KINDS:
        if rows := [row_of(value, person) for value in values if isinstance(value, kind)]:
            tx.execute(insert(table), rows)
    played = [replace(value, person=person) for value in values if isinstance(value, SessionRecord)]
    if played:
        versions = {routine: routines.keep_version(tx, routine) for routine in {one.routine for one in played}}
        tx.execute(
            insert(tables.sessions.session), [session_row(record, versions[record.routine]) for record in played]
        )
    if sets := [set_row(done, record.id) for record in played for done in record.sets]:
        tx.execute(insert(tables.sessions.session_set), sets)
    told_versions.add(tx, person, [value for value in values if isinstance(value, ToldVersion)])
