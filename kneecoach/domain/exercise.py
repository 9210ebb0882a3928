"""One movement, with its words, equipment, cautions and source."""

from dataclasses import dataclass
from enum import Enum

from kneecoach.domain.dosage import Dosage


class Position(Enum):
    """Where the body is; going from one to the other takes a longer get-ready."""

    STANDING = "standing"
    FLOOR = "floor"


class Side(Enum):
    """The leg that works or leads; BOTH when the two work together."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def other(self) -> "Side":
        """The opposite leg; BOTH stays BOTH."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(self, self)

    @property
    def leading(self) -> "Side":
        """The leg that begins where the two take turns: the left of both."""
        return Side.RIGHT if self is Side.RIGHT else Side.LEFT


class Kind(Enum):
    """What an exercise is for, in the order of a warm-up: loosen, lengthen, wake up, move the whole leg."""

    ROLL = "roll"
    STRETCH = "stretch"
    ACTIVATE = "activate"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Equipment:
    """A thing that is needed, and what does instead when it is not at hand."""

    name: str
    substitute: str


@dataclass(frozen=True, slots=True)
class CommonError:
    """What often goes wrong, and the correction."""

    error: str
    correction: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """A movement as the library describes it; `dosage` is what applies unless a routine says otherwise.

    `each_side` says how a dose is read aloud: "each side", "each leg", "steps each way". `dose_range` is what the
    source allows around `dosage`, where it names a range. `source` says where it comes from and how strong that is,
    `evidence` at length who was studied and what is missing. `easier` and `harder` say the variant in a sentence, empty
    when there is none; `easier_exercise` and `harder_exercise` are its id when it is an exercise of its own. `room` is
    the way it goes, "4 m ahead", empty when it stays on the spot. `halves` is what a hold of two parts asks for in its
    first and in its second half, empty when it is one.
    """

    id: str
    code: str | None
    name: str
    short_name: str
    position: Position
    muscles: tuple[str, ...]
    equipment: tuple[Equipment, ...]
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    common_errors: tuple[CommonError, ...]
    easier: str
    harder: str
    cautions: tuple[str, ...]
    dosage: Dosage
    source: str
    each_side: str = "each side"
    dose_range: str = ""
    evidence: tuple[str, ...] = ()
    easier_exercise: str | None = None
    harder_exercise: str | None = None
    room: str = ""
    has_movement: bool = False
    kind: Kind = Kind.ACTIVATE
    halves: tuple[str, str] | tuple[()] = ()
