"""What a diary takes along of the bin when it leaves as a file: what was told before it was changed on a later day."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from kneecoach.domain.bin_kind import How, Kind
from kneecoach.domain.diary import kind_of
from kneecoach.domain.errors import CannotStart
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.told_version import TellsOf, ToldVersion
from kneecoach.storage import diary_rows, morning_rows, routines, run_rows, tables
from kneecoach.storage.bin import value_of
from kneecoach.storage.bin_content import Content, bin_row
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import Row, moment_of, understood
from kneecoach.storage.session_rows import session_row, set_row
from kneecoach.storage.told_before import changed_rows
from kneecoach.storage.told_rows import first_told_on, told_longer


def told_versions(tx: Transaction, person: UUID, now: datetime) -> tuple[ToldVersion, ...]:
    """What can be had back at `now` (aware), the one that was changed first first; what is damaged is left out."""
    found: list[ToldVersion] = []
    for row in told_longer(changed_rows(tx, person, now)):
        try:
            found.append(understood(lambda kept: _version(kept, value_of(tx, kept)), row))
        except CannotStart:
            continue
    return tuple(found)


def add(tx: Transaction, person: UUID, versions: Sequence[ToldVersion]) -> None:
    """Put them into the bin of a diary that has their entries, in the order in which they were changed."""
    for one in versions:
        how = How.UNDONE if one.undone else How.EDITED
        row = bin_row(person, kind_of(one.value).value, one.value.id, one.at, how, _content(tx, person, one))
        told = {"told_on": one.told_on.isoformat(), "next_told_on": one.next_told_on and one.next_told_on.isoformat()}
        tx.execute(insert(tables.binned.bin_entry), row | told | {"id": str(one.id)})


def _version(row: Row, value: Any) -> ToldVersion:
    content = json.loads(row["content"])
    told_on = row["told_on"] and date.fromisoformat(row["told_on"])
    if isinstance(value, SessionRecord):
        value = replace(value, person=None)
    return ToldVersion(
        id=UUID(row["id"]),
        at=moment_of(row["at"], row["zone"]),
        told_on=told_on or first_told_on(Kind(row["kind"]), row["content"]),
        value=value,
        follows=tuple(diary_rows.pain_of(one) for one in content.get("pain_entry", ()) if one["id"] != row["entry"]),
        next_told_on=row["next_told_on"] and date.fromisoformat(row["next_told_on"]),
        undone=row["how"] == How.UNDONE.value,
    )


def _content(tx: Transaction, person: UUID, version: ToldVersion) -> Content:
    content = _rows_of(tx, person, version.value)
    if version.follows:
        content["pain_entry"] = [diary_rows.pain_row(pain, person) for pain in version.follows]
    return content


def _rows_of(tx: Transaction, person: UUID, value: TellsOf) -> dict[str, list[dict[str, Any]]]:
    match value:
        case PainEntry():
            return {"pain_entry": [diary_rows.pain_row(value, person)]}
        case Run():
            return {"run": [run_rows.run_row(value, person)]}
        case MorningCheck():
            return {"morning": [morning_rows.check_row(value, person)]}
        case SessionRecord():
            row = session_row(replace(value, person=person), routines.keep_version(tx, value.routine))
            return {"session": [row], "session_set": [set_row(done, value.id) for done in value.sets]}
