"""Morning checks, ice, what was used, and weekly reviews to flat rows and back; no SQL here."""

import json
from datetime import date
from typing import Any
from uuid import UUID

from kneecoach.domain.ice import Ice
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount
from kneecoach.domain.review import Change, WeeklyReview
from kneecoach.domain.support import Support, SupportUsed
from kneecoach.storage.rows import (
    Row,
    dumped,
    instant,
    member,
    moment_in,
    moment_of,
    moment_row,
    number,
    truth,
    word,
    zone_name,
)


def check_row(check: MorningCheck, person: UUID) -> dict[str, Any]:
    """A morning check as the columns of `morning`."""
    return {
        "id": str(check.id),
        "person": str(person),
        "day": check.on.isoformat(),
        "at": instant(check.at),
        "zone": zone_name(check.at),
        "pain": check.pain,
        "stiff": number(check.stiff),
        "swelling": word(check.swelling),
        "night": number(check.night),
    }


def check_of(row: Row) -> MorningCheck:
    """The check again."""
    return MorningCheck(
        id=UUID(row["id"]),
        on=date.fromisoformat(row["day"]),
        at=moment_of(row["at"], row["zone"]),
        pain=row["pain"],
        stiff=truth(row["stiff"]),
        swelling=member(Amount, row["swelling"]),
        night=truth(row["night"]),
    )


def ice_row(ice: Ice, person: UUID) -> dict[str, Any]:
    """One cooling as its columns."""
    return {
        "id": str(ice.id),
        "person": str(person),
        "at": instant(ice.at),
        "zone": zone_name(ice.at),
        "minutes": ice.minutes,
        "cloth": number(ice.cloth),
        **moment_row("entered", ice.entered),
    }


def ice_of(row: Row) -> Ice:
    """The cooling again."""
    return Ice(
        id=UUID(row["id"]),
        at=moment_of(row["at"], row["zone"]),
        minutes=row["minutes"],
        cloth=truth(row["cloth"]),
        entered=moment_in(row, "entered"),
    )


def support_row(support: SupportUsed, person: UUID) -> dict[str, Any]:
    """What was used on a day, as its columns."""
    return {
        "id": str(support.id),
        "person": str(person),
        "day": support.on.isoformat(),
        "at": instant(support.at),
        "zone": zone_name(support.at),
        "used": dumped([thing.value for thing in support.used]),
        "not_used": dumped([thing.value for thing in support.not_used]),
        **moment_row("entered", support.entered),
    }


def support_of(row: Row) -> SupportUsed:
    """What was used on a day again."""
    return SupportUsed(
        id=UUID(row["id"]),
        at=moment_of(row["at"], row["zone"]),
        used=tuple(Support(name) for name in json.loads(row["used"])),
        not_used=tuple(Support(name) for name in json.loads(row["not_used"])),
        entered=moment_in(row, "entered"),
    )


def review_row(review: WeeklyReview, person: UUID) -> dict[str, Any]:
    """A weekly review as its columns."""
    return {
        "id": str(review.id),
        "person": str(person),
        "week": review.week.isoformat(),
        "at": instant(review.at),
        "zone": zone_name(review.at),
        "change": word(review.change),
        "sure": review.sure,
    }


def review_of(row: Row) -> WeeklyReview:
    """The review again."""
    return WeeklyReview(
        id=UUID(row["id"]),
        week=date.fromisoformat(row["week"]),
        at=moment_of(row["at"], row["zone"]),
        change=member(Change, row["change"]),
        sure=row["sure"],
    )
