"""The entries of a diary as documents: what `kneecoach diary --json` prints and what a file of the diary holds.

Times are ISO 8601 with offset, distances kilometres; unknown is null, never 0.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import URGENCY, Flag, FlagEntry, Injury, Mechanism
from kneecoach.domain.ice import Ice
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.novelty import NewThing, Novelty
from kneecoach.domain.pain import Amount, PainEntry, PainPhase, PainSize, Quality, Symptom, Tenderness
from kneecoach.domain.person import Began, Beginning
from kneecoach.domain.plan import MAX_GOAL, Plan, PlannedDay, Use
from kneecoach.domain.review import Change, WeeklyReview
from kneecoach.domain.run import Onset, Run, RunKind, Surface
from kneecoach.domain.shoe import MAX_SHOE_NAME, Shoe
from kneecoach.domain.support import Support, SupportUsed
from kneecoach.exchange.diary_shapes import (
    Cell,
    Document,
    Field,
    an_id,
    closing,
    day,
    listed,
    maybe,
    metres,
    minutes,
    moment,
    read,
    text,
    whole,
    word,
    words,
    written,
    yes_no,
)

ShoeNames = Mapping[UUID, str]


@dataclass(frozen=True, slots=True)
class Shape:
    """How one kind of value is written. `extras` are for whoever reads a document; coming back they are not asked."""

    type: str
    make: Callable[..., Any]
    fields: tuple[Field, ...]
    extras: Mapping[str, Cell] = field(default_factory=dict)

    @property
    def cells(self) -> dict[str, Cell]:
        """Every key of the document, and how it stands in a table."""
        return {key: cell for one in self.fields for key, cell in one.cells.items()} | dict(self.extras)

    def attributes(self, document: Document) -> dict[str, Any]:
        """What the value is made of; `InvalidInput` names what can't be believed, or is not known here."""
        known = self.cells
        if unknown := [key for key in document if key != "type" and key not in known]:
            raise InvalidInput(f"KneeCoach does not know “{unknown[0][:40]}” of it.")
        return read(self.fields, document)

    def value(self, document: Document) -> Any:
        """The value; `InvalidInput` as for its attributes, and for what no such value can be."""
        return self.make(**self.attributes(document))


ID, AT = an_id("id"), moment("at", "at", "zone")
ENTERED = maybe(moment("entered", "entered", "entered_zone"))
CLOSED = closing()

_PAIN = Shape(
    "pain",
    PainEntry,
    (
        *(ID, AT, whole("score"), maybe(word("side", Side)), words("regions")),
        maybe(word("phase", PainPhase)),
        *(words("qualities", Quality, key="quality"), maybe(word("swelling", Amount)), maybe(word("size", PainSize))),
        *(maybe(word("tenderness", Tenderness)), words("symptoms", Symptom), text("note"), ENTERED, maybe(an_id("of"))),
    ),
)
_RUN = Shape(
    "run",
    Run,
    (
        *(ID, AT, maybe(word("kind", RunKind)), metres("distance_m", "km"), maybe(minutes("seconds", "minutes"))),
        *(maybe(word("surface", Surface)), maybe(whole("climb_m")), maybe(an_id("shoe", "shoe_id"))),
        *(maybe(whole(name)) for name in ("effort", "pain_before", "pain_max", "pain_after", "pain_60")),
        *(maybe(word("onset", Onset)), *(maybe(yes_no(name)) for name in ("limp", "stopped_early", "painkiller"))),
        *(text("note"), text("source"), text("digest"), ENTERED),
    ),
    {"shoe": Cell.WORD},
)
_ACTIVITY = Shape(
    "activity",
    Activity,
    (
        *(ID, AT, word("kind", ActivityKind), whole("minutes"), maybe(whole("effort"))),
        *(text("note"), text("source"), text("digest"), ENTERED),
    ),
)
_MORNING = Shape(
    "morning",
    MorningCheck,
    (
        *(ID, AT, day("on"), whole("pain")),
        *(maybe(yes_no("stiff")), maybe(word("swelling", Amount)), maybe(yes_no("night"))),
    ),
)
_ICE = Shape("ice", Ice, (ID, AT, whole("minutes"), maybe(yes_no("cloth")), ENTERED))
_SUPPORT = Shape("support", SupportUsed, (ID, AT, words("used", Support), words("not_used", Support), ENTERED))
_FLAG = Shape("flag", FlagEntry, (ID, AT, word("flag", Flag), CLOSED), {"urgency": Cell.WORD})
_INJURY = Shape(
    "injury",
    Injury,
    (
        *(ID, AT, word("mechanism", Mechanism)),
        *(maybe(yes_no(name)) for name in ("pop", "snap", "bruise", "fast_swelling")),
        *(moment("entered", "entered", "entered_zone"), CLOSED),
    ),
)
_REVIEW = Shape("review", WeeklyReview, (ID, AT, day("week"), maybe(word("change", Change)), maybe(whole("sure"))))
_WEEK = listed("days", (words("uses", Use), maybe(metres("distance_m", "km"))), PlannedDay)
_PLAN = Shape("plan", Plan, (ID, AT, text("goal", most=MAX_GOAL), _WEEK))
_NOVELTY = Shape("changed", Novelty, (ID, AT, day("on"), words("things", NewThing), text("note")))
_BEGINNING = Shape("began", Beginning, (ID, word("began", Began)))
_SHOE = Shape(
    "shoe",
    Shoe,
    (
        *(ID, text("name", most=MAX_SHOE_NAME), metres("start_m", "start_km")),
        *(maybe(day("first_day")), maybe(day("retired"))),
    ),
)

SHAPES: dict[type, Shape] = {
    PainEntry: _PAIN,
    Run: _RUN,
    Activity: _ACTIVITY,
    MorningCheck: _MORNING,
    Ice: _ICE,
    SupportUsed: _SUPPORT,
    FlagEntry: _FLAG,
    Injury: _INJURY,
    WeeklyReview: _REVIEW,
    Shoe: _SHOE,
    Plan: _PLAN,
    Novelty: _NOVELTY,
    Beginning: _BEGINNING,
}
"""How each kind of entry is written; sessions and check-ins stand in `diary_played`."""
ENTRY_TYPES = ("pain", "run", "activity", "morning", "ice", "flag", "injury", "support")
"""What `kneecoach diary` lists."""


def document(value: object, shoe_names: ShoeNames) -> Document:
    """An entry, a review or a pair of shoes with every field of its type, and what kind it is."""
    shape = SHAPES[type(value)]
    found = {"type": shape.type, **written(shape.fields, value)}
    if isinstance(value, FlagEntry):
        found["urgency"] = URGENCY[value.flag].word
    if isinstance(value, Run):
        found["shoe"] = None if value.shoe is None else shoe_names.get(value.shoe)
    return found
