"""Who plays: the runner, or a physio's patient."""

from dataclasses import dataclass, fields
from enum import Enum
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.pain import checked_pain

MAX_NAME = 200
EARLIEST_BIRTH, LATEST_BIRTH = 1900, 2100


class Role(Enum):
    """What KneeCoach is used for on this computer."""

    RUNNER = "runner"
    PHYSIO = "physio"


class HurtingFor(Enum):
    """How long the knee has been hurting at first run."""

    DAYS = "days"
    WEEKS = "weeks"
    OVER_SIX_WEEKS = "over_six_weeks"


class Began(Enum):
    """How the pain began."""

    INCIDENT = "incident"
    GRADUALLY = "gradually"


class Units(Enum):
    """How distance is shown."""

    KM = "km"
    MILES = "miles"


class Country(Enum):
    """Where the emergency number comes from; UNKNOWN shows all three."""

    UNKNOWN = "unknown"
    EUROPE = "europe"
    UNITED_KINGDOM = "united_kingdom"
    IRELAND = "ireland"
    UNITED_STATES = "united_states"
    CANADA = "canada"
    AUSTRALIA = "australia"
    NEW_ZEALAND = "new_zealand"
    SWITZERLAND = "switzerland"
    INDIA = "india"
    SOUTH_AFRICA = "south_africa"


EMERGENCY_NUMBERS: dict[Country, tuple[str, ...]] = {
    Country.UNKNOWN: ("112", "999", "911"),
    Country.EUROPE: ("112",),
    Country.UNITED_KINGDOM: ("999",),
    Country.IRELAND: ("112", "999"),
    Country.UNITED_STATES: ("911",),
    Country.CANADA: ("911",),
    Country.AUSTRALIA: ("000",),
    Country.NEW_ZEALAND: ("111",),
    Country.SWITZERLAND: ("144", "112"),
    Country.INDIA: ("112",),
    Country.SOUTH_AFRICA: ("112", "10177"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """One person with a knee. Every answer that was left open is None, which never reassures.

    `safety_accepted` is the ticked safety statement: without it no session starts in the window. `may_ice` is
    that nothing speaks against ice, as answered before the first one.
    """

    id: UUID
    role: Role = Role.RUNNER
    name: str = ""
    birth_year: int | None = None
    knee: Side | None = None
    hurting_for: HurtingFor | None = None
    began: Began | None = None
    worst_pain: int | None = None
    units: Units = Units.KM
    country: Country = Country.UNKNOWN
    cancer_history: bool | None = None
    seen_by_clinician: bool = False
    safety_accepted: bool = False
    may_ice: bool = False

    def __post_init__(self) -> None:
        if len(self.name) > MAX_NAME:
            raise InvalidInput(f"A name has at most {MAX_NAME} characters.")
        if self.birth_year is not None and not EARLIEST_BIRTH <= self.birth_year <= LATEST_BIRTH:
            raise InvalidInput("The year of birth has four digits, such as 1985.")
        if self.worst_pain is not None:
            checked_pain(self.worst_pain)

    def unlike(self, other: "Person") -> dict[str, Any]:
        """The fields in which this differs from `other`, with the values of this."""
        mine = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in mine.items() if value != getattr(other, name)}

    @property
    def emergency_numbers(self) -> tuple[str, ...]:
        """The numbers to call, most useful first."""
        return EMERGENCY_NUMBERS[self.country]


def first_side(person: Person | None) -> Side:
    """The side that begins: the sore one, the left when it is both or was not said."""
    knee = person.knee if person is not None else None
    return knee.leading if knee is not None else Side.LEFT


@dataclass(frozen=True, slots=True)
class Beginning:
    """How the pain of a person began, as a diary file tells it; a person has one answer at most."""

    id: UUID
    began: Began


def beginning_of(person: Person) -> Beginning | None:
    """What this person said; None while the question is open. Its id is the same for everybody: it is one answer."""
    return None if person.began is None else Beginning(uuid5(NAMESPACE_OID, "kneecoach began"), person.began)
