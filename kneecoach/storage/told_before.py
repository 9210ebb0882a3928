"""What was told of the entries of a diary before they were changed on a later day, as far as the bin has it."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import text

from kneecoach.domain.diary import Removable
from kneecoach.domain.errors import CannotStart
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord
from kneecoach.storage.bin import value_of
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import Row
from kneecoach.storage.told_rows import EDITS, oldest, pains_before, told_longer

Told = TypeVar("Told", Run, MorningCheck, SessionRecord)
_EDITS = text(EDITS)


@dataclass(frozen=True, slots=True)
class ToldBefore:
    """By the ids of the entries."""

    runs: dict[UUID, tuple[Run, ...]] = field(default_factory=dict)
    mornings: dict[UUID, tuple[MorningCheck, ...]] = field(default_factory=dict)
    sessions: dict[UUID, tuple[SessionRecord, ...]] = field(default_factory=dict)


def told_before(tx: Transaction, person: UUID, now: datetime) -> ToldBefore:
    """What can be had back at `now` (aware). What can't be understood is left out."""
    rows = told_longer(changed_rows(tx, person, now))
    values = [value for row in rows if (value := _value(tx, row)) is not None]
    return ToldBefore(_by_id(values, Run), _by_id(values, MorningCheck), _by_id(values, SessionRecord))


def pains_told_before(tx: Transaction, person: UUID, now: datetime) -> tuple[PainEntry, ...]:
    """The pain entries as they were told, those that followed from a run, a morning or a session among them."""
    return pains_before(changed_rows(tx, person, now))


def changed_rows(tx: Transaction, person: UUID, now: datetime) -> list[Row]:
    """The changes that the bin has at `now` (aware), the first first, also those of the day it was told."""
    return [dict(row) for row in tx.execute(_EDITS, {"person": str(person), "oldest": oldest(now)}).mappings()]


def _value(tx: Transaction, row: Row) -> Removable | None:
    try:
        return value_of(tx, row)
    except CannotStart:
        return None


def _by_id(values: list[Removable], kind: type[Told]) -> dict[UUID, tuple[Told, ...]]:
    found: dict[UUID, list[Told]] = defaultdict(list)
    for value in values:
        if isinstance(value, kind):
            found[value.id].append(value)
    return {known: tuple(told) for known, told in found.items()}
