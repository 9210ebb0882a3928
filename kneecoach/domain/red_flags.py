"""The rules R01 to R09 in their order, and the open flags that none of them reads."""

from dataclasses import replace
from datetime import datetime

from kneecoach.domain.finding import Finding, Level, Record
from kneecoach.domain.flag import URGENCY, Closing, Flag, Urgency
from kneecoach.domain.known import open_flags, seen_on
from kneecoach.domain.red_flag_words import FLAG_NAMES, capital, day_words
from kneecoach.domain.red_flags_acute import (
    CLEARS_GONE,
    CLEARS_SEEN,
    CLEARS_TODAY,
    emergency,
    hot_joint,
    instability,
    ottawa,
    same_day,
    seen_note,
    ticked,
)
from kneecoach.domain.red_flags_bone import bone_stress
from kneecoach.domain.red_flags_gone import gone_unseen
from kneecoach.domain.red_flags_lasting import severe, swelling, systemic
from kneecoach.domain.told_before import as_told, marked

RULES = (emergency, hot_joint, ottawa, same_day, instability, systemic, bone_stress, severe, swelling)

RULE_OF = {
    Flag.GIVES_WAY: "R05",
    Flag.NIGHT_PAIN: "R06",
    Flag.CONSTANT_PAIN: "R06",
    Flag.WEIGHT_LOSS: "R06",
    Flag.NEW_LUMP: "R06",
    Flag.HOP_PAIN: "R07",
    Flag.BONE_SORE: "R07",
    Flag.SWOLLEN: "R09",
}

_ADVICE = {
    Urgency.EMERGENCY: ("Get help now.", "This can need emergency care. Call your emergency number now."),
    Urgency.SAME_DAY: ("Have this seen today.", "Contact a doctor today."),
    Urgency.DAYS: ("Have this looked at in the next days.", "Book a visit with a doctor or physio in the next days."),
    Urgency.ROUTINE: ("Mention this at your next visit.", "Mention it to a physio or doctor when you next see one."),
}
_CLEARS = {Urgency.EMERGENCY: CLEARS_SEEN, Urgency.SAME_DAY: CLEARS_TODAY}


def red_flags(record: Record, now: datetime) -> list[Finding]:
    """Every finding of the red-flag rules at `now` (aware), in the order of the rules, then the flags left over.

    What was changed on a later day than it was told counts beside what it was changed to.
    """
    plain = _found(replace(record, earlier=()), now)
    return marked(_found(as_told(record), now), plain) if record.earlier else plain


def _found(record: Record, now: datetime) -> list[Finding]:
    found = [finding for rule in RULES if (finding := rule(record, now))]
    flags = dict.fromkeys(entry.flag for entry in open_flags(record))
    found += [_own(record, flag, now) for flag in flags if not _read(record, flag, found)]
    found += _lately_seen(record, now, {finding.rule for finding in found})
    gone = gone_unseen(record, now)
    return found if gone is None else [*found, gone]


def _read(record: Record, flag: Flag, found: list[Finding]) -> bool:
    """Whether a finding at least as urgent as the flag, or a note that it was seen, already names it."""
    lines = ticked(open_flags(record, flag))
    return any(
        line in finding.because
        and (finding.urgency is Urgency.ROUTINE or (finding.urgency or Urgency.ROUTINE) >= URGENCY[flag])
        for finding in found
        for line in lines
    )


def _own(record: Record, flag: Flag, now: datetime) -> Finding:
    entries = open_flags(record, flag)
    seen = seen_on(record, flag, now)
    if seen and URGENCY[flag] is Urgency.DAYS:
        return seen_note("FLAG", ticked(entries), seen)
    title, advice = _ADVICE[URGENCY[flag]]
    name = FLAG_NAMES[flag]
    return Finding(
        rule="FLAG",
        level=Level.SEEK_CARE,
        urgency=URGENCY[flag],
        title=title,
        text=f"{capital(name)}: you noted this on {day_words(entries[-1].at.date())}. {advice}",
        because=ticked(entries),
        source="NHSGGC musculoskeletal knee page; g-care and Kernow knee pathways",
        clears_when=_CLEARS.get(URGENCY[flag], CLEARS_GONE),
    )


def _lately_seen(record: Record, now: datetime, told: set[str]) -> list[Finding]:
    """A note for each flag that was closed as seen, has not been ticked again, and whose rule says nothing."""
    still = {entry.flag for entry in open_flags(record)}
    notes = []
    for flag in dict.fromkeys(entry.flag for entry in record.flags):
        visits = [entry for entry in record.flags if entry.flag is flag and entry.closed]
        seen = seen_on(record, flag, now)
        if seen and flag not in still and URGENCY[flag] is Urgency.DAYS and RULE_OF.get(flag) not in told:
            last = [one for one in visits if one.closed and one.closed.how is Closing.SEEN and one.closed.on == seen]
            notes.append(seen_note("FLAG", ticked(last), seen))
    return notes
