"""How findings, their levels and what became of them are said on the Advice page."""

from dataclasses import dataclass
from datetime import date

from kneecoach.domain.advice.engine import is_red
from kneecoach.domain.advice.history import Became, Past
from kneecoach.domain.advice.red_rules import EVERY_RULE
from kneecoach.domain.advice.waiting import SIGNS, Waiting
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.flag import Urgency
from kneecoach.domain.known import ASKED_DAYS
from kneecoach.ui.widgets.text import Tone
from kneecoach.ui.words import plain_day, span

NOT_A_DIAGNOSIS = "These lines come from rules that read only your diary. They can be wrong, and can't feel your knee."
NEVER_GOOD_NEWS = "An empty diary does not count as good news."
GENERAL = "This is general information, not a diagnosis."
HIDDEN = "While this is open, hints for training are left out. That does not mean that running is all right."
NOTHING = "Nothing to say today. No rule waits for more data."
TOO_LITTLE = "Too little logged to advise you. That is not an all-clear."
BY_THE_RECORD = "Worked out from the diary as it is now: a corrected entry changes what was found."


@dataclass(frozen=True, slots=True)
class Sign:
    """What a card says of its finding before it is read."""

    icon: str
    words: str
    tone: Tone


_URGENT = {
    Urgency.EMERGENCY: Sign("stop", "Emergency", Tone.STOP),
    Urgency.SAME_DAY: Sign("stop", "Have it seen today", Tone.STOP),
    Urgency.DAYS: Sign("stop", "Have it seen in the next days", Tone.STOP),
    Urgency.ROUTINE: Sign("patients", "See someone, no hurry", Tone.INK),
}
_LEVELS = {
    Level.STOP: Sign("stop", "Stop", Tone.STOP),
    Level.CAUTION: Sign("warn", "Caution", Tone.WARN),
    Level.INFO: Sign("info", "Information", Tone.INFO),
    Level.SEEK_CARE: Sign("patients", "See someone, no hurry", Tone.INK),
}


def sign_of(finding: Finding) -> Sign:
    """Icon, words and colour of its level."""
    return _URGENT[finding.urgency] if finding.urgency is not None else _LEVELS[finding.level]


def count_words(findings: tuple[Finding, ...], waiting: tuple[Waiting, ...]) -> str:
    """ "4 open, no warning sign noted", "2 open, 1 red flag", "None open. Warning signs not asked for 7 days"."""
    red = sum(is_red(one) for one in findings)
    count = f"{len(findings)} open" if findings else "None open"
    if red:
        return f"{count}, {'1 red flag' if red == 1 else f'{red} red flags'}"
    if any(one.rule in SIGNS for one in waiting):
        return f"{count}. Warning signs not asked for {ASKED_DAYS} days"
    return f"{count}, no warning sign noted"


def judged_words(waiting: tuple[Waiting, ...]) -> str:
    """ "19 of 25 could judge"."""
    return f"{len(EVERY_RULE) - len({one.rule for one in waiting})} of {len(EVERY_RULE)} could judge"


def clears_words(finding: Finding) -> str:
    """What the foot of a card says."""
    return f"What clears it: {finding.clears_when[:1].lower()}{finding.clears_when[1:]}"


_BECAME = {
    Became.SEEN: "seen by a clinician",
    Became.GONE: "answered as gone",
    Became.RUN: "cleared by a run",
    Became.MORNING: "cleared by a morning check",
    Became.SESSION: "cleared by a session",
    Became.ICE: "cleared by the next ice",
    Became.ENTRY: "cleared by later entries",
    Became.TIME: "cleared as days passed",
}


def became_words(past: Past, today: date) -> str:
    """ "14 to 16 November, cleared by a run"."""
    one_day = past.first == past.last
    days = plain_day(past.first, today) if one_day else span(past.first, past.last, today)
    return f"{days}, {_BECAME[past.became]}"


def ended_words(past: Past) -> str:
    """ "cleared by a run"."""
    return _BECAME[past.became]


def cleared_words(past: Past, today: date) -> str:
    """ "Over since 20 November"."""
    return f"Over since {plain_day(past.ended, today)}"


def earlier_words(pasts: tuple[Past, ...], today: date) -> str:
    """ "11 since 28 August"."""
    return f"{len(pasts)} since {plain_day(min(past.first for past in pasts), today)}"


def nothing_words(waiting: tuple[Waiting, ...]) -> str:
    """What stands where nothing is open."""
    return TOO_LITTLE if waiting else NOTHING


def waiting_rows(waiting: tuple[Waiting, ...]) -> tuple[tuple[str, str], ...]:
    """What is lacking, with the rules that lack it: "R14 R16", "A run in the diary."."""
    rows: dict[str, list[str]] = {}
    for one in waiting:
        rows.setdefault(one.lacks, []).append(one.rule)
    return tuple((", ".join(rules), lacks) for lacks, rules in rows.items())
