"""`kneecoach advice`: the findings of a day, with their reasons."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from kneecoach.coaching.advice import advise
from kneecoach.domain.advice.rules import RULES
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.finding import Finding, Level
from kneecoach.exchange.catalogue import load_exercises
from kneecoach.storage.database import Store
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.json_documents import dumped
from kneecoach.terminal.printable import visible

NOTHING = "Nothing to say about that day. That is not the same as all well: rules without enough entries say nothing."
NOT_A_DIAGNOSIS = "This is general information, not a diagnosis."
LEVEL_WORDS = {Level.INFO: "note", Level.CAUTION: "caution", Level.STOP: "stop", Level.SEEK_CARE: "see someone"}


def advice(store: Store, person_id: UUID | None, on: date | None, terminal: Terminal) -> int:
    """Say what the rules find at the end of that day, or now."""
    now = terminal.wall()
    at = end_of(on, now)
    found = [] if person_id is None else advise(store, person_id, at, load_exercises(), present=now)
    if terminal.json:
        terminal.document(dumped([finding_document(finding) for finding in found]))
        return 0
    for finding in found:
        _say(finding, terminal)
    terminal.say(NOT_A_DIAGNOSIS if found else NOTHING)
    return 0


def end_of(on: date | None, now: datetime) -> datetime:
    """The last moment of that local day, or now when it is today; `InvalidInput` for a day to come."""
    if on is None or on == now.date():
        return now
    if on > now.date():
        raise InvalidInput("That day is still to come.")
    return datetime.combine(on, time.max, now.tzinfo)


def finding_document(finding: Finding) -> dict[str, Any]:
    """One entry of `advice`."""
    return {
        "rule": finding.rule,
        "level": finding.level.word,
        "urgency": None if finding.urgency is None else finding.urgency.word,
        "title": finding.title,
        "text": finding.text,
        "because": list(finding.because),
        "entries": [str(entry) for entry in finding.entries],
        "source": finding.source,
        "clears_when": finding.clears_when,
    }


def _say(finding: Finding, terminal: Terminal) -> None:
    terminal.say(f"{finding.rule}  {LEVEL_WORDS[finding.level]}: {visible(finding.title)}")
    terminal.say(f"     {visible(finding.text)}")
    for line in finding.because:
        terminal.say(f"     - {visible(line)}")
    rule = RULES.get(finding.rule)
    sure = f" ({rule.evidence.word.lower()})" if rule is not None else ""
    terminal.say(f"     Source: {visible(finding.source)}{sure}")
    terminal.say(f"     Clears: {visible(finding.clears_when)}")
