"""What the page of the plan says of a goal, a week and what changed."""

from collections.abc import Sequence
from datetime import date

from kneecoach.domain.flag import Closing, Injury
from kneecoach.domain.novelty import NewThing, Novelty
from kneecoach.domain.person import Units
from kneecoach.domain.plan import Plan, Use
from kneecoach.domain.red_flag_words import MECHANISM_NAMES, capital
from kneecoach.domain.run_input import UNIT_M, UNIT_WORDS
from kneecoach.ui import words

TITLE = "My plan"
AT_ONCE = "Kept as you go"
GOAL, GOAL_EXAMPLE = (
    "What do you want to be able to do?",
    "In your own words: around the lake without thinking about it",
)
GOAL_HINT = (
    "One goal at a time. A small one that you can reach beats a large one far away; raise it when you are there."
)
WEEK_HINT = (
    "The articles advise a day between runs, strength in the week, and days of rest. "
    "Nothing counts how often you kept to it, and a rest day breaks nothing."
)
RED_HINT = "A warning sign is open. What Today says about it goes before any plan."
CHANGED_HINT = "With its day. A change is no proof of a cause."
BEGAN_HINT = "An incident that you can name, or little by little?"
USES: tuple[tuple[Use, str], ...] = (
    (Use.RUN, "Run"),
    (Use.STRENGTH, "Strength"),
    (Use.OTHER, "Other"),
    (Use.REST, "Rest"),
)
OTHER_TIP = "Bike, swim, walk, stretching"
NEW_THINGS: tuple[tuple[NewThing, str], ...] = (
    (NewThing.SHOES, "Shoes"),
    (NewThing.SURFACE, "Surface"),
    (NewThing.DISTANCE, "Distance"),
    (NewThing.RUN_DAYS, "Days of running"),
    (NewThing.SPEED_OR_HILLS, "Speed or hills"),
    (NewThing.TECHNIQUE, "Technique"),
    (NewThing.OTHER_TRAINING, "Other training"),
    (NewThing.BREAK, "A break from running"),
    (NewThing.DAILY_LIFE, "Work or daily life"),
    (NewThing.OTHER, "Something else"),
)
_THINGS = dict(NEW_THINGS)
NOTHING_PLANNED = "Nothing planned yet"


def novelty_words(one: Novelty) -> str:
    """What changed, in one breath: the things, then what was written."""
    said = words.listed([_lower(_THINGS[thing]) for thing in NewThing if thing in one.things])
    note = f"“{words.named(' '.join(one.note.split()))}”" if one.note.strip() else ""
    return capital(", ".join(part for part in (said, note) if part))


def injury_line(one: Injury, today: date) -> str:
    """ "Twist on 14 November, still open"."""
    fate = "still open"
    if one.closed is not None:
        how = {Closing.GONE: "gone", Closing.SEEN: "seen by a clinician", Closing.MISTAKE: "noted by mistake"}
        fate = f"{how[one.closed.how]} on {words.plain_day(one.closed.on, today)}"
    return f"{capital(MECHANISM_NAMES[one.mechanism])} on {words.plain_day(one.at.date(), today)}, {fate}"


def week_words(plan: Plan, units: Units) -> str:
    """ "3 run days, 17.5 km · 1 strength day · 2 rest days"."""
    runs = plan.days_for(Use.RUN)
    metres = sum(day.distance_m or 0 for day in plan.days)
    distance = f", {metres / UNIT_M[units]:.1f} {UNIT_WORDS[units]}" if metres else ""
    parts = [f"{_days(len(runs), 'run')}{distance}"] if runs else []
    for use, name in ((Use.STRENGTH, "strength"), (Use.OTHER, "other"), (Use.REST, "rest")):
        if days := plan.days_for(use):
            parts.append(_days(len(days), name))
    return " · ".join(parts) or NOTHING_PLANNED


def day_words(plan: Plan, weekday: int, units: Units) -> str:
    """ "Run 6 km, strength"; "" when nothing is planned."""
    day = plan.days[weekday]
    named = [_use_words(use, name, day.distance_m, units) for use, name in USES if use in day.uses]
    return capital(", ".join(named).lower())


def run_days(plan: Plan, units: Units) -> str:
    """ "Tue 5, Thu 6, Sat 6.5 km" of the days with a run; "" without one."""
    days = [(words.DAYS[at][:3], plan.days[at].distance_m) for at in plan.days_for(Use.RUN)]
    said = [f"{name} {_number(metres, units)}" if metres else name for name, metres in days]
    unit = f" {UNIT_WORDS[units]}" if days and any(metres for _, metres in days) else ""
    return f"{', '.join(said)}{unit}"


def strength_days(plan: Plan) -> Sequence[str]:
    """The names of the days that are for strength."""
    return [words.DAYS[at] for at in plan.days_for(Use.STRENGTH)]


def _use_words(use: Use, name: str, metres: int | None, units: Units) -> str:
    return f"{name} {_number(metres, units)} {UNIT_WORDS[units]}" if use is Use.RUN and metres else name


def _number(metres: int, units: Units) -> str:
    text = f"{metres / UNIT_M[units]:.1f}"
    return text.removesuffix(".0")


def _days(count: int, what: str) -> str:
    return f"{count} {what} day{'' if count == 1 else 's'}"


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
