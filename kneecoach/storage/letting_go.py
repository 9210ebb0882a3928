"""What was deleted or changed leaves the file, but not by the word of a clock alone, which may be days ahead."""

from datetime import datetime

from sqlalchemy import Column, delete, func, select

from kneecoach.storage.database import Transaction
from kneecoach.storage.told_rows import oldest

DAYS_OF_WORK = 3
"""So many different days on which something came in have to lie behind; a wrong clock is noticed before."""


def let_go(tx: Transaction, came_in: Column[str], now: datetime) -> None:
    """Delete the rows of this column's table that came in more than 30 days before `now` (aware).

    They stay while they are not as old by the third last day of those on which something came in: what is shown for
    30 days may stay in the file for longer, and never for less because a clock was ahead for a day or two.
    """
    day = func.substr(came_in, 1, len("2026-11-22"))
    # What is damaged there is no day
    days = select(day.label("day")).where(func.date(day) == day, day > "1970").distinct().order_by(day.desc())
    last = tx.execute(days.limit(1).offset(DAYS_OF_WORK - 1)).scalar()
    if last is None:
        return
    by_work = datetime.fromisoformat(f"{last}T00:00:00Z")
    tx.execute(delete(came_in.table).where(came_in < min(oldest(now), oldest(by_work))))
