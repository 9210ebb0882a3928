"""What the rules of training say. Each begins with what was logged, and has one thing to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from uuid import UUID

from kneecoach.domain.advice.rules import RULES
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.flag import Urgency
from kneecoach.domain.person import Units
from kneecoach.domain.red_flag_words import day_words

METRES_A_MILE = Fraction(1_609_344, 1_000)
Value = int | str


@dataclass(frozen=True, slots=True)
class Words:
    """A title, the sentence under it, the numbers read line by line, and what would clear it."""

    title: str
    text: str
    because: tuple[str, ...]
    clears: str


_AGAIN_EASIER = "A later run with pain of {green} or less, and without a limp or a painkiller."
WORDS: Mapping[str, Words] = {
    "R10.caution": Words(
        "Less of this exercise",
        "You logged {pain} of 10 in {exercise}. Make it smaller, do fewer, or take the easier variant.",
        ("{exercise}, {day}: {pain} of 10",),
        "{exercise} once more with {green} or less.",
    ),
    "R10.stop": Words(
        "Leave this exercise out",
        "You logged {pain} of 10 in {exercise}. Leave it out until the knee is back at its usual.",
        ("{exercise}, {day}: {pain} of 10", "{start}"),
        "{exercise} once more with {green} or less, and no rise.",
    ),
    "R11.caution": Words(
        "Make the next run easier",
        "You logged {pain} of 10 on the run of {day}. Make the next one shorter, or 10 to 20 percent slower, or walk "
        "in between, and skip the downhill.",
        ("Run of {day}, {distance_m}: highest pain {pain} of 10",),
        _AGAIN_EASIER,
    ),
    "R11.stop": Words(
        "No run until it has settled",
        "You logged {what} on the run of {day}. When a run does that, stop and walk home. Leave out the next one until "
        "walking is as usual.",
        ("Run of {day}, {distance_m}: {what}",),
        _AGAIN_EASIER,
    ),
    "R12.caution": Words(
        "Make the next run shorter or easier",
        "You logged {later} of 10 an hour after the run of {day}, and {before} before it. Make the next one shorter or "
        "easier.",
        ("Before the run of {day}: {before} of 10", "An hour after it: {later} of 10"),
        "A later run, without a painkiller, whose pain is back to the start within the hour.",
    ),
    "R13.caution": Words(
        "Repeat, don\N{RIGHT SINGLE QUOTATION MARK}t add",
        "You logged {pain} of 10 on the morning of {day}; {usual}. Run as far as last time or less.",
        ("Morning of {day}: {pain} of 10", "{usual}"),
        "A later morning at {clear} or less.",
    ),
    "R13.stop": Words(
        "Rest from running today",
        "You logged {pain} of 10{swollen} on the morning of {day}; {usual}. Take a day without a run.",
        ("Morning of {day}: {pain} of 10{swollen}", "{usual}"),
        "A later morning at {clear} or less, with no swelling.",
    ),
    **{
        f"R14.{size}": Words(
            "A longer run than in the last month",
            "You logged {distance_m}; the longest of the 30 days before was {longest_m}. "
            f"Runs that much longer were followed by {times} times as many injuries in a large group. "
            "Keep the next one to {most_m}.",
            (
                "Run of {day}: {distance_m}",
                "Longest of the 30 days before: {longest_m}",
                "That is {percent} percent of it",
            ),
            "A next run of at most {most_m}, or a week from {day}.",
        )
        # Hazard ratios of Frandsen 2025
        for size, times in (("small", "1.6"), ("moderate", "1.5"), ("large", "2.3"))
    },
    "R14.first": Words(
        "The first run in a month",
        "You logged {distance_m}, and no run in the 30 days before it. There is nothing to measure it by: keep the "
        "next one no longer.",
        ("Run of {day}: {distance_m}", "Runs in the 30 days before: none"),
        "A next run of at most {most_m}, or a week from {day}.",
    ),
    "R15.distance": Words(
        "Many more kilometres than last week",
        "You logged {week_m} in seven days, and {before_m} in the seven before. Change one thing at a time.",
        ("Seven days to {day}: {week_m}", "The seven days before: {before_m} in {runs} runs"),
        "On {clear_day}, if no run is added until then.",
    ),
    "R15.several": Words(
        "Several things rose together",
        "You logged more of these than in the seven days before: {risen}. Change one thing at a time.",
        ("More than 30 percent up: {risen}",),
        "On {clear_day}, if no run is added until then.",
    ),
    "R16.info": Words(
        "Two days in a row",
        "You logged runs on two days in a row, and {pain} of 10 on the last. A day without a run lets the knee settle.",
        ("Days in a row with a run: 2", "Highest pain of the last run: {pain} of 10"),
        "A day without a run: {clear_day}.",
    ),
    "R16.caution": Words(
        "{days} days in a row",
        "You logged runs on {days} days in a row. A day of rest or of something gentler helps recovery.",
        ("Days in a row with a run: {days}",),
        "A day without a run: {clear_day}.",
    ),
    "R17.info": Words(
        "Only running this week",
        "You logged {runs} runs in seven days, but no {missing}. Put one in.",
        ("Runs in the seven days to {day}: {runs}", "Not logged: {missing}"),
        "{missing} logged, or fewer than {least} runs in seven days.",
    ),
    "R18.two_weeks": Words(
        "See someone, no hurry",
        "You logged pain for {days} days without a clear change. A physiotherapist or doctor can check it.",
        ("Since {start}: {days} days", "First {first_n} entries: {first}", "Last {last_n} entries: {last}"),
        "The last seven entries are at {clear} or less on average.",
    ),
    "R18.six_weeks": Words(
        "See someone, no hurry",
        "You logged pain for {days} days, and {pain} of 10 lately. A physiotherapist or doctor can check it.",
        ("Since {start}: {days} days", "On {day}: {pain} of 10"),
        "Seven logged days, one after the other, under {least} of 10.",
    ),
    "R18.again": Words(
        "See someone, no hurry",
        "You logged pain that came back: {episodes} times in 180 days. A physiotherapist or doctor can check why.",
        ("Began on: {starts}",),
        "On {clear_day}, 180 days after the first, if it does not come back until then.",
    ),
    "R19.worse": Words(
        "More pain than last week",
        "You logged {now} on average in seven days, and {before} in the seven before. Take a lighter week.",
        ("Seven days to {day}: {now} ({now_n} entries)", "The seven days before: {before} ({before_n} entries)"),
        "A mean of less than {clear} over seven days.",
    ),
    "R19.better": Words(
        "Less pain than last week",
        "You logged {now} on average in seven days, and {before} in the seven before. Keep on as you are.",
        ("Seven days to {day}: {now} ({now_n} entries)", "The seven days before: {before} ({before_n} entries)"),
        "It is said while the week stands that way.",
    ),
    "R20.info": Words(
        "Your painful runs share something",
        "You logged more pain on {group}: {in_mean} on average in {in_n} runs, and {out_mean} in {out_n} others. It "
        "goes together; it need not be the cause.",
        ("{group}: {in_mean} of 10 (n = {in_n})", "Other runs: {out_mean} of 10 (n = {out_n})", "By chance: {chance}"),
        "Later runs that no longer differ.",
    ),
    "R22.roll": Words(
        "Roll more gently",
        "You logged {pain} of 10 while rolling on {day}. Put less weight on the roller.",
        ("{exercise}, {day}: {pain} of 10",),
        "A later roll with less than {least} of 10.",
    ),
    "R22.order": Words(
        "{lead}",
        "You logged this warm-up on {day}. {said}",
        ("Warm-up of {day}: {routine}",),
        "A later warm-up in the usual order and doses.",
    ),
    "R23.info": Words(
        "These shoes have gone far",
        "You logged {distance_m} in {shoe}. Foams vary; many runners change between 500 and 800 km.",
        ("{shoe}: {distance_m}",),
        "The pair is retired.",
    ),
    "R23.caution": Words(
        "These shoes have gone very far",
        "You logged {distance_m} in {shoe}. Many runners have changed by now: look at the sole, or try a newer pair.",
        ("{shoe}: {distance_m}",),
        "The pair is retired.",
    ),
    "R24.info": Words(
        "This run\N{RIGHT SINGLE QUOTATION MARK}s numbers are masked",
        "You logged a painkiller before the run of {day}. It can hide what the knee says, so its numbers are not used "
        "to do more.",
        ("Painkiller before the run of {day}",),
        "A later run without a painkiller before it.",
    ),
}


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
    words = WORDS[finding.key]
    shown = {name: _shown(name, value, units) for name, value in finding.values}
    because = (line.format(**shown) for line in words.because)
    return replace(
        finding,
        title=words.title.format(**shown),
        text=words.text.format(**shown),
        because=tuple(_capital(line) for line in because if line),
        clears_when=_capital(words.clears.format(**shown)),
    )


def distance(metres: int, units: Units) -> str:
    """A distance with one decimal, cut off and not rounded up, so that "at most" holds: "8.4 km"."""
    if units is Units.KM:
        tenths = metres // 100
        return f"{tenths // 10}.{tenths % 10} km"
    tenths = int(10 * metres / METRES_A_MILE)
    return f"{tenths // 10}.{tenths % 10} miles"


def mean_words(values: Iterable[int]) -> str:
    """The mean with one decimal, half up: "3.6"."""
    scores = list(values)
    tenths = (20 * sum(scores) + len(scores)) // (2 * len(scores))
    return f"{tenths // 10}.{tenths % 10}"


def day_of_words(day: date) -> str:
    """A day as findings name it."""
    return day_words(day)


def _shown(name: str, value: Value, units: Units) -> str:
    return distance(value, units) if name.endswith("_m") and isinstance(value, int) else str(value)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
