"""Signs that could not wait and were answered as gone: still to be looked at, for a while."""

from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from kneecoach.domain.finding import Finding, Level, Record
from kneecoach.domain.flag import URGENCY, Closing, FlagEntry, Injury, Urgency
from kneecoach.domain.local_time import utc
from kneecoach.domain.red_flag_words import FLAG_NAMES, day_words, injury_words, listed
from kneecoach.domain.red_flags_acute import ottawa, same_day, ticked

GONE_DAYS = 14
"""The program's own choice: the two weeks that it asks of whatever else is to have settled."""
Answerable = TypeVar("Answerable", FlagEntry, Injury)


def gone_unseen(record: Record, now: datetime) -> Finding | None:
    """What was of the same day, is answered as gone for less than fourteen days, and that nobody has seen."""
    flags = [entry for entry in record.flags if waits_for_visit(entry, now) and not _told_since(record, entry)]
    injuries = [one for one in record.injuries if waits_for_visit(one, now) and _was_same_day(record, one, now)]
    if not flags and not injuries:
        return None
    said = listed([*(FLAG_NAMES[entry.flag] for entry in flags), *(injury_words(one) for one in injuries)])
    entries: list[FlagEntry | Injury] = [*flags, *injuries]
    gone = [day_words(one.closed.on) for one in entries if one.closed is not None]
    return Finding(
        rule="FLAG",
        level=Level.CAUTION,
        urgency=Urgency.ROUTINE,
        title="Gone, but have it looked at.",
        text=f"You noted: {said}, and answered it as gone. Gone or not, people with this are usually advised to be "
        "seen the same day. If nobody has looked at it, contact a doctor.",
        because=(
            *ticked(flags),
            *(injury_words(one) for one in injuries),
            f"answered as gone on {listed(gone)}",
        ),
        source="g-care and Kernow knee pathways; that it is told for 14 days is this program's own choice",
        clears_when="Answer it in the diary as seen by a clinician. It lapses 14 days after it was answered as gone.",
    )


def waits_for_visit(entry: FlagEntry | Injury, now: datetime) -> bool:
    """Whether it is an injury, or a sign of the same day, lately answered as gone: it can still be answered as seen."""
    if isinstance(entry, FlagEntry) and URGENCY[entry.flag] is not Urgency.SAME_DAY:
        return False
    if entry.closed is None or entry.closed.how is not Closing.GONE:
        return False
    return 0 <= (now.date() - entry.closed.on).days < GONE_DAYS


def _told_since(record: Record, gone: FlagEntry) -> bool:
    """Whether the sign is open once more, or somebody has seen it since."""
    same = [one for one in record.flags if one.flag is gone.flag]
    return any(one.is_open or (_was_seen(one) and _day(one) >= gone.at.date()) for one in same)


def _was_seen(entry: FlagEntry | Injury) -> bool:
    return entry.closed is not None and entry.closed.how is Closing.SEEN


def _day(entry: FlagEntry | Injury) -> date:
    return entry.closed.on if entry.closed is not None else entry.at.date()


def _was_same_day(record: Record, injury: Injury, now: datetime) -> bool:
    """Whether R03 or R04 would speak of it if it, and what was gone since it was told, were open still."""
    flags = tuple(_reopened(one) if utc(one.at) >= utc(injury.at) else one for one in record.flags)
    again = replace(record, flags=flags, injuries=(_reopened(injury),))
    name = injury_words(injury)
    found = (rule(again, now) for rule in (ottawa, same_day))
    return any(name in line for one in found if one is not None for line in one.because)


def _reopened(entry: Answerable) -> Answerable:
    gone = entry.closed is not None and entry.closed.how is Closing.GONE
    return replace(entry, closed=None) if gone else entry
