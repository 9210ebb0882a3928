"""What the rules read and what they say: a knee's record, and a finding with its reasons."""

from dataclasses import dataclass, field
from enum import IntEnum
from uuid import UUID

from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.flag import FlagEntry, Injury, Urgency
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.pain_gate import Zones
from kneecoach.domain.person import Person

STAGE_RULE = "R25"
"""The rule of returning to running, which has a page of its own."""


class Level(IntEnum):
    """How strong a finding is; each level includes the ones before it."""

    INFO = 1
    CAUTION = 2
    STOP = 3
    SEEK_CARE = 4

    @property
    def word(self) -> str:
        """As files and `--json` write it: "seek-care"."""
        return self.name.lower().replace("_", "-")


@dataclass(frozen=True, slots=True)
class Record:
    """Everything one person has logged that decides whether a session may start, in any order.

    It holds the whole history: what a rule once found stays until something logged later answers it. `stops` is what
    the rules of runs and mornings (R11, R13) say of stopping, as of now, from whoever has read those. `earlier` holds
    pains as they were told before they were changed on a later day; `as_told` takes these in, and leaves as `versions`
    all there are of a changed one, which a rise is measured by. `zones` are those that a physio has set, if any.
    """

    person: Person | None = None
    flags: tuple[FlagEntry, ...] = ()
    injuries: tuple[Injury, ...] = ()
    pains: tuple[PainEntry, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    stops: "tuple[Finding, ...]" = ()
    zones: Zones = field(default_factory=Zones)
    earlier: tuple[PainEntry, ...] = ()
    versions: tuple[PainEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says about a record, with the numbers it read and what would clear it.

    `rule` is R01 to R25, or FLAG for an open flag that no rule reads. `title` is the short form of `text`. A finding
    of level STOP has no urgency; SEEK_CARE always has one. `entries` are the ids of what was read. Those of training
    can be said again in other units: `key` is that of their words, with its `values`.
    """

    rule: str
    level: Level
    urgency: Urgency | None
    title: str
    text: str
    because: tuple[str, ...]
    source: str
    clears_when: str
    entries: tuple[UUID, ...] = ()
    key: str = ""
    values: tuple[tuple[str, int | str], ...] = ()
