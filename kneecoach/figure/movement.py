"""What an exercise's drawing is made of: its key poses in order, and everything painted around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from kneecoach.figure.poses import KeyPose, Limb
from kneecoach.figure.vectors import ORIGIN, Vec

HOLD = "hold"
"""What a tempo calls a position that is kept."""


class MovementError(Exception):
    """The data of a movement is wrong; carries one sentence that names what."""


class View(Enum):
    """From where the figure is seen."""

    SIDE = "side"
    FRONT = "front"


class Ease(Enum):
    """How a phase sets off and arrives."""

    SOFT = "soft"
    IN_OUT = "inout"
    IN = "in"
    OUT = "out"
    LINEAR = "linear"


class Muscle(Enum):
    """A patch that lights up where the work is."""

    ADDUCTORS = "adductors"
    QUADS = "quads"
    HAMSTRINGS = "hamstrings"
    ITB = "itb"
    TFL = "tfl"
    HIP_FLEXORS = "hip_flexors"
    CALVES = "calves"
    GLUTE_MED = "glute_med"
    GLUTE_MAX = "glute_max"


class BoxKind(Enum):
    """A thing with straight edges."""

    MAT = "mat"
    STEP = "step"
    BENCH = "bench"
    WALL = "wall"


@dataclass(frozen=True, slots=True)
class Moment:
    """A place in the loop: the index of a phase, and how far into its time, 0 to 1."""

    phase: int
    progress: float


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the figure is seen from: yaw 0 = it faces right, 90 = it faces the viewer; pitch is from above.

    `include` are points to keep in the frame, `largest` the greatest share of the height that one body height takes.
    """

    yaw: float
    pitch: float
    include: tuple[Vec, ...] = ()
    largest: float = 1.25


@dataclass(frozen=True, slots=True)
class MovementPhase:
    """The way from one key pose to the next, in seconds at the movement's own pace.

    `tempo` names the part of the dosage's tempo that it belongs to. `lift` is how high a stepping foot rises,
    `lift_pitch` how far its toes then tip down. `breaths` are the breaths taken when it starts and when it ends.
    """

    name: str
    tempo: str
    seconds: float
    to: str
    start: KeyPose
    end: KeyPose
    ease: Ease = Ease.SOFT
    lift: Mapping[Limb, float] = field(default_factory=dict)
    lift_pitch: float = 14.0
    breaths: tuple[float, float] | None = None

    @property
    def still(self) -> bool:
        """Nothing moves but the breath."""
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class LitMuscle:
    """A muscle that is lit, in the phases given or in all; `limb` None is both sides."""

    muscle: Muscle
    limb: Limb | None = None
    phases: frozenset[int] | None = None

    def lit_in(self, phase: int) -> bool:
        return self.phases is None or phase in self.phases


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow of two or three points from a joint, in the phases given; in those of `back` it points the other way.

    In a phase of `hold`, and wherever nothing moves, the mark of a hold is shown instead. `view` None is both views.
    """

    points: tuple[Vec, ...]
    joint: str | None = None
    phases: frozenset[int] | None = None
    back: frozenset[int] = frozenset()
    hold: frozenset[int] = frozenset()
    double: bool = False
    view: View | None = None

    def shown_in(self, phase: int) -> bool:
        return self.phases is None or phase in self.phases | self.back | self.hold


@dataclass(frozen=True, slots=True)
class Box:
    """A mat, step, bench or wall between two corners; `bias` moves it towards the viewer in painting order."""

    kind: BoxKind
    low: Vec
    high: Vec
    bias: float = 0.0


@dataclass(frozen=True, slots=True)
class Roller:
    """A foam roller; `at` is its middle unless a pose puts it elsewhere, `axis` a unit direction."""

    at: Vec
    axis: Vec
    length: float
    radius: float
    bias: float = 0.0


@dataclass(frozen=True, slots=True)
class LegTube:
    """An exercise tube round both legs, `along` being its share of the way down the thigh or the shank."""

    segment: Literal["thigh", "shank"]
    along: float
    half_width: float = 0.013


@dataclass(frozen=True, slots=True)
class Chair:
    """A chair on the floor spot (x, z); facing 1 looks ahead, -1 backwards."""

    at: tuple[float, float]
    seat: float = 0.26
    width: float = 0.24
    facing: int = 1
    bias: float = 0.0


@dataclass(frozen=True, slots=True)
class Footprint:
    """A sole in dashes where a foot sets off, seen while it is away from there; `at` is (x, z) under the ankle."""

    limb: Limb
    at: tuple[float, float]
    heading: float = 0.0
    height: float = 0.0


Prop = Box | Roller | LegTube | Chair | Footprint


@dataclass(frozen=True, slots=True)
class Marks:
    """A ladder on the floor under a figure that travels: a rung `every` so far, from `first` to `last`.

    The two are measured to the right of the way.
    """

    every: float
    first: float
    last: float


@dataclass(frozen=True, slots=True)
class Movement:
    """One exercise as the coach performs it; the last pose is where the loop starts, moved on by `travel`.

    `side` is the leg that works as drawn, None for both. `far` tints a leg that crosses behind, `depth_bias` brings a
    part nearer to the viewer.
    """

    exercise: str
    side: Limb | None
    phases: tuple[MovementPhase, ...]
    poses: Mapping[str, KeyPose]
    views: Mapping[View, Camera]
    main_view: View
    hero: Moment
    props: tuple[Prop, ...] = ()
    muscles: tuple[LitMuscle, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    travel: Vec = ORIGIN
    depth_bias: Mapping[str, float] = field(default_factory=dict)
    far: Mapping[Limb, float] = field(default_factory=dict)
    marks: Marks | None = None

    @property
    def seconds(self) -> float:
        """One loop at the movement's own pace."""
        return sum(phase.seconds for phase in self.phases)

    @property
    def travels(self) -> bool:
        """The figure gets ahead, and the camera goes along."""
        return self.travel != ORIGIN

    @property
    def camera(self) -> Camera:
        return self.views[self.main_view]

    @property
    def roller(self) -> Roller | None:
        return next((prop for prop in self.props if isinstance(prop, Roller)), None)

    def holds(self, phase: int) -> bool:
        """Whether a position is kept in it, which is marked instead of pointed at; a pause is not a hold."""
        one = self.phases[phase]
        return (one.still and one.tempo == HOLD) or any(phase in arrow.hold for arrow in self.arrows)

    def at_second(self, second: float) -> Moment:
        """The moment of a second of the loop played over and over at the movement's own pace."""
        index, rest = 0, second % self.seconds
        while index < len(self.phases) - 1 and rest >= self.phases[index].seconds:
            rest -= self.phases[index].seconds
            index += 1
        return Moment(index, min(1.0, rest / self.phases[index].seconds))
