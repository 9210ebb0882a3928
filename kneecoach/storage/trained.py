"""The runs and activities of the last two weeks as Today counts them, read with the standard library alone."""

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from kneecoach.storage.rows import instant, moment_of, understood

LOOKED_BACK = timedelta(days=16)
"""This week and the one before it, whatever the zone of an entry."""

_TRAINED = (
    "SELECT at, zone, 'run' AS what, kind, distance_m AS amount FROM run WHERE person = :person AND at >= :since "
    "UNION ALL "
    "SELECT at, zone, 'activity', kind, minutes FROM activity WHERE person = :person AND at >= :since ORDER BY at"
)


@dataclass(frozen=True, slots=True)
class Trained:
    """One run with its metres, or one activity with its minutes, on the day it was done; `kind` is its stored word."""

    day: date
    kind: str | None
    metres: int = 0
    minutes: int = 0


def trained(connection: sqlite3.Connection, person: UUID, now: datetime) -> tuple[Trained, ...]:
    """The earliest first, as seen at `now` (aware)."""
    chosen = {"person": str(person), "since": instant(now - LOOKED_BACK)}
    return tuple(understood(_trained_of, dict(row)) for row in connection.execute(_TRAINED, chosen))


def _trained_of(row: dict[str, str]) -> Trained:
    amount = {"metres" if row["what"] == "run" else "minutes": int(row["amount"])}
    return Trained(moment_of(row["at"], row["zone"]).date(), row["kind"], **amount)
