"""Routines of one's own to flat rows and back; no SQL here."""

from datetime import datetime, tzinfo
from typing import Any

from kneecoach.domain.errors import CannotStart
from kneecoach.domain.own_routine import DeletedRoutine, OwnRoutine
from kneecoach.storage.rows import Row, instant, moment_of, plain, understood, zone_name
from kneecoach.storage.session_rows import routine_of, routine_row


def own_row(own: OwnRoutine) -> dict[str, Any]:
    """A routine of one's own as the columns of `own_routine`, not deleted."""
    content = routine_row(own.routine)
    del content["digest"]
    return {
        "id": content.pop("routine"),
        **content,
        "based_on": own.based_on,
        "based_on_name": plain(own.based_on_name),
        "edited_at": instant(own.edited_at),
        "edited_zone": zone_name(own.edited_at),
        "deleted_at": None,
    }


def own_of(row: Row) -> OwnRoutine:
    """The routine again."""
    return OwnRoutine(
        routine_of({**row, "routine": row["id"]}),
        edited_at=moment_of(row["edited_at"], row["edited_zone"]),
        based_on=row["based_on"],
        based_on_name=row["based_on_name"],
    )


def own_if_understood(row: Row) -> OwnRoutine | None:
    """None for a row that no routine can come from: it stays as it is and must not keep the others from being used."""
    try:
        return understood(own_of, row)
    except CannotStart:
        return None


def deleted_of(row: Row, zone: tzinfo | None) -> DeletedRoutine | None:
    """One that was deleted, its time in `zone`; None for a row that no routine can come from."""
    own = own_if_understood(row)
    return None if own is None else DeletedRoutine(own, datetime.fromisoformat(row["deleted_at"]).astimezone(zone))
