"""How a finding of the rules of training is put into words, in kilometres or miles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from string import Formatter
from uuid import UUID

from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.rules import RULES
from kneecoach.domain.advice.texts import WORDS
from kneecoach.domain.advice.texts_under_red import UNDER_RED, key_under_red
from kneecoach.domain.advice.threshold import THRESHOLDS
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.flag import Urgency
from kneecoach.domain.number_words import or_less
from kneecoach.domain.person import Units
from kneecoach.domain.red_flag_words import day_words
from kneecoach.domain.tenths import tenths

LIMITS = "limits"
GREEN = "green"
"""The score up to which one may carry on; it is said as "2 or less"."""
_WITH_LIMITS = frozenset(one.rule for one in THRESHOLDS.values()) | {"R11"}
METRES_A_MILE = Fraction(1_609_344, 1_000)
Value = int | str


@dataclass(frozen=True, slots=True)
class Said:
    """How strong it is and what it read: what a rule finds, before its words."""

    level: Level
    values: Mapping[str, Value]
    entries: tuple[UUID, ...]
    urgency: Urgency | None = None


def found(key: str, said: Said) -> Finding:
    """The finding whose words have this key, told in kilometres."""
    rule = RULES[key.partition(".")[0]]
    blank = Finding(
        rule=rule.id,
        level=said.level,
        urgency=said.urgency,
        title="",
        text="",
        because=(),
        source=rule.source,
        clears_when="",
        entries=said.entries,
        key=key,
        values=tuple(said.values.items()),
    )
    return in_units(blank, Units.KM)


def in_units(finding: Finding, units: Units) -> Finding:
    """The same finding with its distances in these units; those of the red flags have none."""
    if not finding.key:
        return finding
    words = UNDER_RED.get(finding.key) or WORDS[finding.key]
    shown = {name: _shown(name, value, units) for name, value in finding.values}
    because = [line.format(**shown) for line in words.because if _known(line, shown)]
    if LIMITS in shown:
        because.append(f"Limits: {shown[LIMITS]}")
    return replace(
        finding,
        title=words.title.format(**shown),
        text=words.text.format(**shown),
        because=tuple(_capital(line) for line in because),
        clears_when=_capital(words.clears.format(**shown)),
    )


def under_red(finding: Finding) -> Finding:
    """The same as it is said while a red flag stands, in kilometres: of a stop nothing but the stop."""
    key = key_under_red(finding.key)
    return finding if key == finding.key else in_units(replace(finding, key=key), Units.KM)


def by_limits(finding: Finding, profile: Profile) -> Finding:
    """The same finding, which names the limits it goes by where they are not those of KneeCoach itself."""
    if profile.is_ours or not finding.key or finding.rule not in _WITH_LIMITS:
        return finding
    said = replace(finding, values=(*finding.values, (LIMITS, f"“{profile.name}”")))
    return in_units(said, Units.KM)


def distance(metres: int, units: Units) -> str:
    """A distance with one decimal, cut off and not rounded up, so that "at most" holds: "8.4 km"."""
    if units is Units.KM:
        tenths = metres // 100
        return f"{tenths // 10}.{tenths % 10} km"
    tenths = int(10 * metres / METRES_A_MILE)
    return f"{tenths // 10}.{tenths % 10} miles"


def mean_words(values: Iterable[int]) -> str:
    """The mean with one decimal: "3.6"."""
    scores = list(values)
    return tenths(Fraction(sum(scores), len(scores)))


def day_of_words(day: date) -> str:
    """A day as findings name it."""
    return day_words(day)


def _known(line: str, shown: Mapping[str, str]) -> bool:
    """Whether the line lacks nothing: what was not said leaves its line out."""
    return all(shown[name] for _, name, _, _ in Formatter().parse(line) if name)


def _shown(name: str, value: Value, units: Units) -> str:
    if name == GREEN and isinstance(value, int):
        return or_less(value)
    return distance(value, units) if name.endswith("_m") and isinstance(value, int) else str(value)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
