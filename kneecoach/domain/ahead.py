"""What is dated after now, as by a clock that was ahead for a while: it still warns, and reassures of nothing."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from kneecoach.domain.advice.record_at import open_until, record_at
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.finding import Finding, Record
from kneecoach.domain.flag import Injury
from kneecoach.domain.local_time import utc
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.red_flags import red_flags
from kneecoach.domain.told_before import WARNS_FROM, name_of, warns

_EXACT = timedelta(days=1)
"""Before this times are told apart by what the clock of their zone shows, which is fast."""


def is_ahead(told: datetime | None, now: datetime) -> bool:
    """Whether it was told after `now` (both aware); what was told at once says no time of its own."""
    return told is not None and utc(told) > utc(now)


def any_ahead(told: Iterable[datetime | None], now: datetime) -> bool:
    """Whether any of these was told after `now`; of years of them it takes no longer than to compare."""
    edge = now - _EXACT
    return any(is_ahead(at, now) for at in told if at is not None and at > edge)


def reopened(record: Record, now: datetime) -> Record:
    """The record in which what was answered on a later day is open still; itself where nothing was."""
    flags = tuple(open_until(one, now) for one in record.flags)
    injuries = tuple(open_until(one, now) for one in record.injuries)
    if (flags, injuries) == (record.flags, record.injuries):
        return record
    return replace(record, flags=flags, injuries=injuries)


def cautious(record: Record, now: datetime) -> Record:
    """The record without what of later could only reassure; what was answered on a later day is open still.

    Itself where nothing is of later.
    """
    record = reopened(record, now)
    if not _any_ahead(record, now):
        return record
    # With a history of cancer every pain is a warning
    least = 1 if record.person and record.person.cancer_history else WARNS_FROM
    asked = (_warning(one, least) if is_ahead(one.at, now) else one for one in record.check_ins)
    return replace(
        record,
        pains=tuple(one for one in record.pains if not _pain_ahead(one, now) or warns(one) or one.score >= least),
        check_ins=tuple(one for one in asked if one is not None),
    )


def of_now(record: Record, now: datetime) -> Record | None:
    """What was told by `now` (aware); None where that is all of it."""
    if not _any_ahead(record, now):
        return None
    told = replace(
        record,
        injuries=tuple(one for one in record.injuries if not _injury_ahead(one, now)),
        pains=tuple(one for one in record.pains if not _pain_ahead(one, now)),
    )
    return record_at(told, now)


def red_flags_of_both(record: Record, now: datetime) -> list[Finding]:
    """The red flags at `now` (aware), with what is dated after it and without: the graver of both, in their order."""
    wary = cautious(record, now)
    found, known = red_flags(wary, now), of_now(wary, now)
    return found if known is None else graver_of_both(found, red_flags(known, now))


def graver_of_both(one: list[Finding], other: list[Finding]) -> list[Finding]:
    """The findings of either, each rule once, as it is more urgent."""
    found = {name_of(finding): finding for finding in other}
    for finding in one:
        same = found.get(name_of(finding))
        if same is None or (finding.urgency or 0) >= (same.urgency or 0):
            found[name_of(finding)] = finding
    order = [name_of(finding) for finding in (*one, *other)]
    return [found[name] for name in dict.fromkeys(order)]


def _any_ahead(record: Record, now: datetime) -> bool:
    told = [one.at for one in record.pains]
    told += [one.entered for one in record.pains if one.entered is not None]
    told += [one.at for one in record.flags]
    told += [one.at for one in record.check_ins]
    told += [at for one in record.injuries for at in (one.at, one.entered)]
    return any_ahead(told, now)


def _pain_ahead(pain: PainEntry, now: datetime) -> bool:
    return is_ahead(pain.at, now) or is_ahead(pain.entered, now)


def _injury_ahead(injury: Injury, now: datetime) -> bool:
    return is_ahead(injury.at, now) or is_ahead(injury.entered, now)


def _warning(check_in: CheckIn, least: int) -> CheckIn | None:
    """Of a check-in its high scores, as if nobody had been asked anything; None where it has none."""
    pain = check_in.pain if check_in.pain is not None and check_in.pain >= least else None
    marks = tuple(mark for mark in check_in.marks if mark.pain >= least)
    if pain is None and not marks:
        return None
    return replace(check_in, pain=pain, marks=marks, answers=(), denied=(), asked=False)
