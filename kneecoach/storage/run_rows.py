"""Runs, shoes and activities to flat rows and back; no SQL here."""

from datetime import date
from typing import Any
from uuid import UUID

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.run import Onset, Run, RunKind, Surface
from kneecoach.domain.shoe import Shoe
from kneecoach.storage.rows import (
    Row,
    instant,
    member,
    moment_in,
    moment_of,
    moment_row,
    number,
    plain,
    truth,
    word,
    zone_name,
)


def run_row(run: Run, person: UUID) -> dict[str, Any]:
    """A run as its columns."""
    return {
        "id": str(run.id),
        "person": str(person),
        "at": instant(run.at),
        "zone": zone_name(run.at),
        "distance_m": run.distance_m,
        "seconds": run.seconds,
        "kind": word(run.kind),
        "surface": word(run.surface),
        "climb_m": run.climb_m,
        "shoe": run.shoe and str(run.shoe),
        "effort": run.effort,
        "pain_before": run.pain_before,
        "pain_max": run.pain_max,
        "pain_after": run.pain_after,
        "pain_60": run.pain_60,
        "onset": word(run.onset),
        "limp": number(run.limp),
        "stopped_early": number(run.stopped_early),
        "painkiller": number(run.painkiller),
        "note": plain(run.note),
        "source": plain(run.source),
        "digest": run.digest,
        **moment_row("entered", run.entered),
    }


def run_of(row: Row) -> Run:
    """The run again."""
    return Run(
        id=UUID(row["id"]),
        at=moment_of(row["at"], row["zone"]),
        distance_m=row["distance_m"],
        seconds=row["seconds"],
        kind=member(RunKind, row["kind"]),
        surface=member(Surface, row["surface"]),
        climb_m=row["climb_m"],
        shoe=row["shoe"] and UUID(row["shoe"]),
        effort=row["effort"],
        pain_before=row["pain_before"],
        pain_max=row["pain_max"],
        pain_after=row["pain_after"],
        pain_60=row["pain_60"],
        onset=member(Onset, row["onset"]),
        limp=truth(row["limp"]),
        stopped_early=truth(row["stopped_early"]),
        painkiller=truth(row["painkiller"]),
        note=row["note"],
        source=row["source"],
        digest=row["digest"],
        entered=moment_in(row, "entered"),
    )


def activity_row(activity: Activity, person: UUID) -> dict[str, Any]:
    """An activity as its columns."""
    return {
        "id": str(activity.id),
        "person": str(person),
        "at": instant(activity.at),
        "zone": zone_name(activity.at),
        "kind": activity.kind.value,
        "minutes": activity.minutes,
        "effort": activity.effort,
        "note": plain(activity.note),
        "source": plain(activity.source),
        "digest": activity.digest,
        **moment_row("entered", activity.entered),
    }


def activity_of(row: Row) -> Activity:
    """The activity again."""
    return Activity(
        id=UUID(row["id"]),
        at=moment_of(row["at"], row["zone"]),
        kind=ActivityKind(row["kind"]),
        minutes=row["minutes"],
        effort=row["effort"],
        note=row["note"],
        source=row["source"],
        digest=row["digest"],
        entered=moment_in(row, "entered"),
    )


def shoe_row(shoe: Shoe, person: UUID) -> dict[str, Any]:
    """A pair of shoes as its columns."""
    return {
        "id": str(shoe.id),
        "person": str(person),
        "name": plain(shoe.name),
        "start_m": shoe.start_m,
        "first_day": shoe.first_day and shoe.first_day.isoformat(),
        "retired": shoe.retired and shoe.retired.isoformat(),
    }


def shoe_of(row: Row) -> Shoe:
    """The pair again."""
    return Shoe(
        id=UUID(row["id"]),
        name=row["name"],
        start_m=row["start_m"],
        first_day=_day_of(row["first_day"]),
        retired=_day_of(row["retired"]),
    )


def _day_of(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
