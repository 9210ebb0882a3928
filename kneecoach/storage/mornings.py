"""Mornings, ice, what was used, and weekly reviews of one person. Lists come the earliest first, before `until`."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from kneecoach.domain.ice import Ice
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.review import WeeklyReview
from kneecoach.domain.support import SupportUsed
from kneecoach.storage import morning_rows, tables
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import understood
from kneecoach.storage.statements import days, insert_or_replace, window

_KEEP_CHECK = insert_or_replace(tables.mornings.morning)
_KEEP_ICE = insert_or_replace(tables.mornings.ice)
_KEEP_SUPPORT = insert_or_replace(tables.mornings.support)
_KEEP_REVIEW = insert_or_replace(tables.plans.weekly_review)
_WAVE = insert(tables.mornings.morning_wave)


def keep_check(tx: Transaction, person: UUID, check: MorningCheck) -> None:
    """Keep a morning check, new or changed; there is one for each day (`check_on`)."""
    tx.execute(_KEEP_CHECK, morning_rows.check_row(check, person))


def check_on(tx: Transaction, person: UUID, day: date) -> MorningCheck | None:
    """The check of a local day, if it was answered."""
    table = tables.mornings.morning
    one = select(table).where(table.c.person == str(person), table.c.day == day.isoformat())
    row = tx.execute(one).mappings().first()
    return understood(morning_rows.check_of, row) if row else None


def checks(
    tx: Transaction, person: UUID, since: date | None = None, until: date | None = None
) -> tuple[MorningCheck, ...]:
    """The morning checks of a person, by their local day, whenever they were told."""
    rows = tx.execute(days(tables.mornings.morning.c.day, person, since, until)).mappings()
    return tuple(understood(morning_rows.check_of, row) for row in rows)


def waved(tx: Transaction, person: UUID) -> Mapping[date, int]:
    """How often the question of each morning was put off."""
    table = tables.mornings.morning_wave
    rows = tx.execute(select(table.c.morning, table.c.times).where(table.c.person == str(person)))
    return {understood(date.fromisoformat, morning): times for morning, times in rows}


def wave(tx: Transaction, person: UUID, morning: date) -> None:
    """Put the question of a morning off once more."""
    again = _WAVE.on_conflict_do_update(
        index_elements=["person", "morning"], set_={"times": tables.mornings.morning_wave.c.times + 1}
    )
    tx.execute(again, {"person": str(person), "morning": morning.isoformat(), "times": 1})


def keep_ice(tx: Transaction, person: UUID, ice: Ice) -> None:
    """Keep a cooling, new or changed."""
    tx.execute(_KEEP_ICE, morning_rows.ice_row(ice, person))


def ice(tx: Transaction, ice_id: UUID) -> Ice | None:
    """The cooling with this id, if there is one."""
    row = tx.execute(select(tables.mornings.ice).where(tables.mornings.ice.c.id == str(ice_id))).mappings().first()
    return understood(morning_rows.ice_of, row) if row else None


def ices(
    tx: Transaction, person: UUID, since: datetime | None = None, until: datetime | None = None
) -> tuple[Ice, ...]:
    """The coolings of a person."""
    rows = tx.execute(window(tables.mornings.ice, person, since, until)).mappings()
    return tuple(understood(morning_rows.ice_of, row) for row in rows)


def keep_support(tx: Transaction, person: UUID, support: SupportUsed) -> None:
    """Keep what was used on a day, new or changed; there is one for each day (`support_on`)."""
    tx.execute(_KEEP_SUPPORT, morning_rows.support_row(support, person))


def support_on(tx: Transaction, person: UUID, day: date) -> SupportUsed | None:
    """What was used on a local day, if it was said."""
    table = tables.mornings.support
    one = select(table).where(table.c.person == str(person), table.c.day == day.isoformat())
    row = tx.execute(one).mappings().first()
    return understood(morning_rows.support_of, row) if row else None


def supports(
    tx: Transaction, person: UUID, since: datetime | None = None, until: datetime | None = None
) -> tuple[SupportUsed, ...]:
    """What a person used, day by day."""
    rows = tx.execute(window(tables.mornings.support, person, since, until)).mappings()
    return tuple(understood(morning_rows.support_of, row) for row in rows)


def keep_review(tx: Transaction, person: UUID, review: WeeklyReview) -> None:
    """Keep a weekly review, new or changed; there is one for each week (`review_of`)."""
    tx.execute(_KEEP_REVIEW, morning_rows.review_row(review, person))


def forget_review(tx: Transaction, person: UUID, week: date) -> None:
    """The review of this week was never answered."""
    table = tables.plans.weekly_review
    tx.execute(delete(table).where(table.c.person == str(person), table.c.week == week.isoformat()))


def review_of(tx: Transaction, person: UUID, week: date) -> WeeklyReview | None:
    """The review of the week that starts on this Monday, if it was answered."""
    table = tables.plans.weekly_review
    one = select(table).where(table.c.person == str(person), table.c.week == week.isoformat())
    row = tx.execute(one).mappings().first()
    return understood(morning_rows.review_of, row) if row else None


def reviews(
    tx: Transaction, person: UUID, since: date | None = None, until: date | None = None
) -> tuple[WeeklyReview, ...]:
    """The weekly reviews of a person, by the Mondays of their weeks."""
    rows = tx.execute(days(tables.plans.weekly_review.c.week, person, since, until)).mappings()
    return tuple(understood(morning_rows.review_of, row) for row in rows)
