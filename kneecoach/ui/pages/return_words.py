"""What the page of returning to running says: stages, parts in minutes, and the times at a stage as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from kneecoach.coaching.returning import Returning
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.returning import STAGES, Attempt, Stage, Step, began_with, gravest
from kneecoach.domain.advice.stage_session import BEFORE_MIN
from kneecoach.domain.advice.stage_words import plan_words
from kneecoach.domain.advice.words import day_of_words
from kneecoach.domain.number_words import in_words
from kneecoach.domain.pain import Amount
from kneecoach.ui.words import listed, long_day, plain_day, short_day

UNKNOWN = "–"
TITLE = "Return to running"
LEVEL_GROUND = "on level ground, effort up to {most} of 10"
LIMITS = (
    "At most {most} in seven days. Pain above {amber_max}, swelling or a limp: one stage back and {hours} hours off, "
    "after swelling from when it is gone. After 14 days without a run the stages begin anew."
)
WALK_HOME = "if pain passes {amber_max} or you start to limp. {amber}: walk, and go on only at {green_or_less}."
HOUR_LATER = "An hour after it, click its day and say how the knee is."
REST_LEAD, DONE_LEAD = "Rest today.", "Done for today."
REST_TEXT = "Or walk for 20 minutes if that feels well."
FINISHED = (
    "Lengthen only the longest run from now on, by at most a tenth, while pain stays {green_or_less} and the next "
    "morning is as usual."
)


class Met(Enum):
    """How a line of the table looks."""

    YES = "yes"
    AMBER = "amber"
    RED = "red"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one time says to one condition."""

    text: str
    met: Met


@dataclass(frozen=True, slots=True)
class Row:
    """One condition, and what each of the times shown says to it."""

    name: str
    cells: tuple[Cell, ...]


def title_of(found: Returning) -> str:
    """ "Stage 2 of 6"."""
    if found.standing.step is Step.DONE:
        return "The stages are done"
    return f"Stage {found.standing.stage.number} of {STAGES[-1].number}"


def walk_home(profile: Profile) -> tuple[str, str]:
    """When to stop on the way: in bold what to do, and when."""
    return "Walk home", WALK_HOME.format(**profile.zones.shown)


def finished(profile: Profile) -> str:
    """What holds once the stages are done."""
    return FINISHED.format(**profile.zones.shown)


def limits_words(profile: Profile) -> str:
    """What the stages go by, and whose limits these are where they are not KneeCoach's own."""
    steps = profile.return_advances
    most = f"{in_words(steps)} {'stage' if steps == 1 else 'stages'}"
    said = LIMITS.format(most=most, hours=profile.return_off_hours, **profile.zones.shown)
    return f"{said} {profile.zones.note}".rstrip()


def read_words(found: Returning) -> str:
    """The entries that decided the stage, by their days."""
    days = [day_of_words(one.on) for one in (*found.attempts, *found.others) if one.id in found.standing.read]
    if not days:
        return "No run at a stage is in the diary since the last break."
    return f"Read: the {'run' if len(days) == 1 else 'runs'} of {listed(days)}."


def since_words(found: Returning) -> str:
    """ "Since 16 January"; empty before the first time."""
    if not found.attempts or found.stopped:
        return ""
    return f"Since {plain_day(found.attempts[0].on, found.now.date())}"


def rung_name(stage: Stage) -> str:
    """Below a bar of the ladder: "2. 3 / 2"."""
    if not stage.run_min:
        return f"{stage.number}. Walk"
    return f"{stage.number}. {stage.run_min} / {stage.walk_min}" if stage.walk_min else f"{stage.number}. Run"


def rung_times(stage: Stage) -> str:
    """Below that: "4 times", or the minutes of what is done in one piece."""
    return f"{stage.repeats} times" if stage.repeats > 1 else f"{stage.total_min} min"


def stage_words(stage: Stage) -> str:
    """A stage in a sentence, for whoever looks at one that is not today's."""
    return (
        f"Stage {stage.number}: {plan_words(stage)}, {stage.total_min} minutes in all, "
        f"effort up to {stage.effort_max} of 10."
    )


def parts_of(stage: Stage) -> tuple[tuple[int, bool], ...]:
    """Its parts in order, each with its minutes and whether it is run; the walk before comes first."""
    if not stage.run_min:
        return ((stage.walk_min, False),)
    turns: list[tuple[int, bool]] = [(BEFORE_MIN, False)]
    for _ in range(stage.repeats):
        turns.append((stage.run_min, True))
        if stage.walk_min:
            turns.append((stage.walk_min, False))
    return tuple(turns)


def minutes_of(stage: Stage) -> int:
    """The minutes with the walk before."""
    return sum(minutes for minutes, _ in parts_of(stage))


def caption_of(stage: Stage) -> tuple[str, str]:
    """The line below today's parts: what in bold, and the rest."""
    level = LEVEL_GROUND.format(most=stage.effort_max)
    if not stage.run_min:
        return f"Walk briskly for {stage.walk_min} minutes", level
    if not stage.walk_min:
        return f"Run easily for {stage.run_min} minutes", level
    return f"Run {stage.run_min}, walk {stage.walk_min}, {in_words(stage.repeats)} times", level


def today_words(found: Returning) -> str:
    """ "Today, Saturday 30 January"."""
    return f"Today, {long_day(found.now.date())}"


def rest_lead(found: Returning) -> str:
    """Why nothing is begun now: it was done today, or this is a day of rest."""
    return DONE_LEAD if found.attempts and found.attempts[-1].on == found.now.date() else REST_LEAD


def next_day_words(found: Returning) -> str:
    """The earliest day of the stage, where that is not today."""
    day = found.standing.from_day
    later = f"Stage {found.standing.stage.number} on {long_day(day)} at the earliest."
    return later if day > found.now.date() else REST_TEXT


def shown(found: Returning) -> tuple[Attempt, ...]:
    """The times that the table shows: the last two at this stage, or those that led to it, each as it went worst."""
    stands = found.standing
    here = [one for one in found.attempts if one.stage == stands.stage.number]
    if stands.step in (Step.ADVANCE, Step.DONE, Step.BACK):
        here = [one for one in (*found.attempts, *found.others) if one.id in stands.read]
    began = began_with(found.attempts)
    return tuple(gravest(one, found.profile, began) for one in here[-2:])


def column_of(attempt: Attempt) -> str:
    """The head of a column: "Thu 28"."""
    return short_day(attempt.on)


def table_title(found: Returning, profile: Profile) -> str:
    """What the times shown were for."""
    if found.standing.step in (Step.ADVANCE, Step.DONE):
        return f"Moved on: {in_words(profile.return_clean)} clean times"
    return f"To move on: {in_words(profile.return_clean)} clean times"


def rows_of(attempts: Sequence[Attempt], everything: Sequence[Attempt], profile: Profile) -> tuple[Row, ...]:
    """The conditions of R25, line by line."""
    rests = [_rest(one, everything) for one in attempts]
    began = began_with(everything)
    return (
        Row(f"Highest pain, up to {profile.green_max}", tuple(_highest(one, profile) for one in attempts)),
        Row("After 60 min, back to start", tuple(_hour(one) for one in attempts)),
        Row("Next morning, not above usual", tuple(_morning(one, profile, began) for one in attempts)),
        Row("No swelling, no limp", tuple(_signs(one) for one in attempts)),
        Row("A day between runs", tuple(rests)),
        Row("All of it, no painkiller", tuple(_whole(one) for one in attempts)),
    )


def _highest(one: Attempt, profile: Profile) -> Cell:
    if one.pain_max is None:
        return Cell(UNKNOWN, Met.UNKNOWN)
    met = Met.RED if one.pain_max > profile.amber_max else Met.AMBER if one.pain_max > profile.green_max else Met.YES
    return Cell(str(one.pain_max), met)


def _hour(one: Attempt) -> Cell:
    if one.pain_60 is None:
        return Cell(UNKNOWN, Met.UNKNOWN)
    if one.pain_before is None:
        return Cell(f"{one.pain_60}, was {UNKNOWN}", Met.UNKNOWN)
    return Cell(f"{one.pain_60}, was {one.pain_before}", Met.AMBER if one.pain_60 > one.pain_before else Met.YES)


def _morning(one: Attempt, profile: Profile, began: Fraction | None) -> Cell:
    if one.morning is None:
        return Cell(UNKNOWN, Met.UNKNOWN)
    if one.usual is None:
        return Cell(f"{one.morning}, usual {UNKNOWN}", Met.UNKNOWN)
    if one.morning > one.usual:
        return Cell(f"{one.morning}, usual {float(one.usual):g}", Met.AMBER)
    if one.morning > profile.green_max:
        return Cell(f"{one.morning}, above {profile.green_max}", Met.AMBER)
    if began is not None and one.morning > began:
        return Cell(f"{one.morning}, at first {float(began):g}", Met.AMBER)
    return Cell(f"{one.morning}, usual {float(one.usual):g}", Met.YES)


def _signs(one: Attempt) -> Cell:
    swollen = one.swelling in (Amount.LITTLE, Amount.CLEAR)
    if swollen or one.limp:
        return Cell("Both" if swollen and one.limp else "Swelling" if swollen else "Limp", Met.RED)
    known = one.swelling is not None and one.limp is not None
    return Cell("None", Met.YES) if known else Cell(UNKNOWN, Met.UNKNOWN)


def _rest(one: Attempt, everything: Sequence[Attempt]) -> Cell:
    before = max((other.on for other in everything if other.on < one.on and other.id != one.id), default=None)
    if not one.rested or (before is not None and (one.on - before).days < 2):  # noqa: PLR2004 - a day between
        return Cell("None", Met.AMBER)
    days = 0 if before is None else (one.on - before).days - 1
    return Cell("First" if before is None else f"{days} {'day' if days == 1 else 'days'}", Met.YES)


def _whole(one: Attempt) -> Cell:
    if one.masked:
        return Cell("Painkiller", Met.AMBER)
    if one.whole is None:
        return Cell(UNKNOWN, Met.UNKNOWN)
    return Cell("Yes", Met.YES) if one.whole else Cell("Ended early", Met.AMBER)


def waiting_words(attempts: Sequence[Attempt], today: date) -> str:
    """What of the last time is still to come or was not said; empty when all is known."""
    if not attempts:
        return ""
    last = attempts[-1]
    if last.morning is None and (today - last.on).days <= 1:
        hour = f" {HOUR_LATER}" if last.pain_60 is None and last.on == today else ""
        return f"{day_of_words(last.on)} is judged after its next morning check.{hour}"
    lacking = [last.pain_max, last.pain_before, last.pain_60, last.limp, last.whole]
    if any(value is None for value in lacking):
        return "A dash was not asked or not said, and never counts as clean. Click its day to fill it in."
    return ""
