"""What stands behind a finding: its entries, the picture of its numbers, and what to do about it."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

from kneecoach.coaching.advice import Advised
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.red_entries import entries_of
from kneecoach.domain.advice.words import distance
from kneecoach.domain.diary import Entry, instant_of
from kneecoach.domain.finding import Finding
from kneecoach.domain.ice import CAUTION_ABOVE_MINUTES
from kneecoach.domain.person import Units
from kneecoach.domain.shoe import shoe_distance_m
from kneecoach.ui.pages.diary_words import Terms

WEEK = 7
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values on the scale of pain: the needle, and grey what it is measured by; None when that is not known."""

    value: Fraction
    before: Fraction | None
    said: str
    grey: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Amounts below each other on one scale, each with its words; `limit` is the amount from which the rule speaks."""

    rows: tuple[tuple[str, str, int], ...]
    limit: int | None = None
    limit_words: str = ""


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a week, the last one today, with the metres run on each."""

    days: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """A finding with everything that is shown behind it."""

    finding: Finding
    entries: tuple[Entry, ...] = ()
    picture: Pair | Bars | Days | None = None
    also: tuple[str, ...] = ()
    """The titles of other findings that read one of these entries."""


def reasons(finding: Finding, advised: Advised, profile: Profile, units: Units) -> Reasons:
    """What is behind it; `finding` is in the units already."""
    ids = set(entries_of(finding, advised.record))
    others = [one for one in advised.findings if one.rule != finding.rule]
    also = tuple(one.title.rstrip(".") for one in others if ids & set(entries_of(one, advised.record)))
    return Reasons(finding, _entries(ids, advised), picture_of(finding, advised, profile, units), also)


def _entries(ids: set[UUID], advised: Advised) -> tuple[Entry, ...]:
    """The entries of the diary, the newest first: a score that was told with a run or a session is that one's."""
    log, record = advised.log, advised.record
    whole: list[Entry] = [*log.runs, *log.mornings, *log.sessions, *log.ices, *record.flags, *record.injuries]
    known: dict[UUID, Entry] = {one.id: one for one in whole}
    found: dict[UUID, Entry] = {one.id: one for one in whole if one.id in ids}
    for pain in record.pains:
        if pain.id in ids:
            of = known.get(pain.of) if pain.of is not None else None
            found[of.id if of is not None else pain.id] = of if of is not None else pain
    return tuple(sorted(found.values(), key=instant_of, reverse=True))


def picture_of(finding: Finding, advised: Advised, profile: Profile, units: Units) -> Pair | Bars | Days | None:
    """The drawing for this kind of rule; None where words say it all."""
    if finding.rule in _PAIRS:
        return _pair(finding.rule, dict(finding.values))
    if finding.rule in {"R16", "R17"}:
        return _week(advised)
    return _bars(finding, profile, units)


def _bars(finding: Finding, profile: Profile, units: Units) -> Bars | None:
    values = {name: value for name, value in finding.values if isinstance(value, int)}
    amounts: tuple[tuple[str, int], ...]
    match finding.rule:
        case "R14" if "longest_m" in values:
            amounts = (("This run", values["distance_m"]), ("Longest before", values["longest_m"]))
            limit, words = profile.spike_small * values["longest_m"] // 100, f"From {profile.spike_small} % on"
        case "R15" if "week_m" in values:
            amounts = (("Seven days", values["week_m"]), ("The seven before", values["before_m"]))
            limit, words = profile.week_jump * values["before_m"] // 100, f"From {profile.week_jump} % on"
        case "R23" if "distance_m" in values:
            amounts = (("This pair", values["distance_m"]),)
            limit, words = profile.shoe_caution_m, "Caution from"
        case "R21" if finding.key == "R21.long":
            minutes = values["minutes"]
            return Bars(
                (("Ice", f"{minutes} minutes", minutes),), CAUTION_ABOVE_MINUTES, f"{CAUTION_ABOVE_MINUTES} at most"
            )
        case _:
            return None
    rows = tuple((name, distance(metres, units), metres) for name, metres in amounts)
    return Bars(rows, limit, f"{words}: {distance(limit, units)}".replace("from:", "from"))


_PAIRS = {
    "R10": ("pain", "start", "in the exercise", "before the session"),
    "R11": ("pain", "", "on the run", ""),
    "R12": ("later", "before", "an hour later", "before the run"),
    "R13": ("pain", "", "that morning", "the usual"),
    "R18": ("last", "first", "on average lately", "at first"),
    "R19": ("now", "before", "this week", "the week before"),
    "R20": ("in_mean", "out_mean", "on average on these", "on other runs"),
}
"""Which values of the rule stand on the scale, and how the needle and the grey mark are named."""


def _pair(rule: str, values: dict[str, int | str]) -> Pair | None:
    needle, grey, said, grey_said = _PAIRS[rule]
    value = values.get(needle, "")
    if value == "":
        return None
    before = values.get(grey, "") if grey else ""
    if rule == "R13":
        usual = _usual(values)
        return Pair(Fraction(value), usual, said, grey_said if usual is not None else "")
    if before == "":
        return Pair(Fraction(value), None, said, "")
    return Pair(Fraction(value), Fraction(before), said, grey_said)


def _usual(values: dict[str, int | str]) -> Fraction | None:
    """The usual morning, when it was that which the morning was measured by."""
    if not str(values["usual"]).startswith("your usual is "):
        return None
    return Fraction(str(values["usual"]).removeprefix("your usual is "))


def _week(advised: Advised) -> Days:
    today = advised.now.date()
    days = [today - back * DAY for back in range(WEEK - 1, -1, -1)]
    run = {day: sum(one.distance_m for one in advised.log.runs_between(day, day)) for day in days}
    return Days(tuple(run.items()))


def terms_of(advised: Advised, units: Units) -> Terms:
    """What the words of an entry need to know."""
    log = advised.log
    return Terms(units, {shoe.id: (shoe.name, shoe_distance_m(shoe, log.runs)) for shoe in log.shoes})


def to_do(finding: Finding) -> str:
    """What the finding asks for: what its text says after what was logged."""
    logged, _, rest = finding.text.partition(". ")
    return rest or logged
