"""What was read as lines of JSON, from the process that reads to the one that shows."""

import json
from dataclasses import fields
from datetime import datetime, timedelta, timezone, tzinfo
from enum import Enum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.run import Run, RunKind, Surface
from kneecoach.exchange.runs.found import Found, NotARun, Outcome, Refused

_KINDS: dict[str, type[Run] | type[Activity]] = {"run": Run, "activity": Activity}
_KIND_OF: dict[str, type[Enum]] = {"run": RunKind, "activity": ActivityKind}


def line_of(outcome: Outcome, home: tzinfo) -> str:
    """One line without its end. Times of `home` come back in that zone, others in the offset that they have."""
    if isinstance(outcome, Refused):
        return json.dumps({"file": outcome.file, "why": outcome.why})
    if isinstance(outcome, NotARun):
        return json.dumps({"file": outcome.file, "why": outcome.why, "entry": _entry(outcome.activity, home)})
    said = {"file": outcome.file, "shoe": outcome.shoe, "remark": outcome.remark}
    return json.dumps(said | {"entry": _entry(outcome.entry, home)})


def outcome_of(told: dict[str, Any], home: tzinfo) -> Outcome:
    """The outcome of a line that `line_of` wrote."""
    if "entry" not in told:
        return Refused(told["file"], told["why"])
    entry = _back(told["entry"], home)
    if "why" in told:
        assert isinstance(entry, Activity), "only another activity is told of with a reason"
        return NotARun(entry, told["file"], told["why"])
    return Found(entry, told["file"], told["shoe"], told["remark"])


def zone_told(zone: tzinfo, now: datetime) -> str | float:
    """The zone by its name, or by its offset of today in seconds."""
    offset = now.utcoffset()
    return zone.key if isinstance(zone, ZoneInfo) else offset.total_seconds() if offset is not None else 0.0


def zone_of(told: str | float) -> tzinfo:
    """The zone that `zone_told` told."""
    return ZoneInfo(told) if isinstance(told, str) else timezone(timedelta(seconds=told))


def _entry(entry: Run | Activity, home: tzinfo) -> dict[str, Any]:
    said = {one.name: _plain(value) for one in fields(entry) if (value := getattr(entry, one.name)) is not None}
    return said | {"is": "run" if isinstance(entry, Run) else "activity", "home": entry.at.tzinfo == home}


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return value.value if isinstance(value, Enum) else value


def _back(told: dict[str, Any], home: tzinfo) -> Run | Activity:
    what, at_home = told.pop("is"), told.pop("home")
    at = datetime.fromisoformat(told["at"])
    told |= {"id": UUID(told["id"]), "at": at.astimezone(home) if at_home else at}
    if "kind" in told:
        told["kind"] = _KIND_OF[what](told["kind"])
    if "surface" in told:
        told["surface"] = Surface(told["surface"])
    return _KINDS[what](**told)
