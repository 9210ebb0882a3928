"""What the weekly review says of next week: what follows from the diary, and nothing else."""

from dataclasses import dataclass

from kneecoach.coaching.reviews import WeekLooked
from kneecoach.domain.advice.load import most_m
from kneecoach.domain.advice.profile import AS_LONG, Profile
from kneecoach.domain.advice.words import in_units
from kneecoach.domain.finding import Finding
from kneecoach.domain.number_words import in_words
from kneecoach.domain.weekly import WeekNumbers
from kneecoach.ui.pages.review_words import NOW, TEN, Weeks, counted, is_red, is_worse, units_of, with_unit

USUAL_STRENGTH = 2
FROM_THE_DIARY = "This follows from the diary. Nothing is planned for you."


@dataclass(frozen=True, slots=True)
class NextRow:
    """One thing that is true of next week."""

    icon: str
    title: str
    detail: str


NO_RUN = NextRow(
    "run", "Begin with short parts", "Two weeks without a run: Return to running, under Advice, leads back"
)

WORSE = NextRow("info", "No distance: take a lighter week", "Clears with a week that is no longer clearly higher")


def next_week(week: WeekLooked, weeks: Weeks = NOW) -> tuple[NextRow, ...]:
    """What can honestly be said: nothing is planned here."""
    if week.first is not None:
        clears = NextRow("info", "No distance while this is open", _clears(week.first))
        return (clears,) if is_red(week.first) else (clears, _strength(week.this, weeks))
    return (_longest(week, weeks), _strength(week.this, weeks))


def _longest(week: WeekLooked, weeks: Weeks) -> NextRow:
    units = units_of(week)
    if week.held is not None:
        held = in_units(week.held, units)
        return NextRow("info", f"No distance: {held.title[0].lower()}{held.title[1:]}", _clears(held))
    if week.this.entries < week.profile.trend_least:
        told = counted(week.this.entries, "pain entry", "pain entries")
        least = in_words(week.profile.trend_least)
        told = f"{told[0].upper()}{told[1:]} {weeks.this}: {least} are needed to go by"
        return NextRow("info", f"No distance for {weeks.next}", told)
    if is_worse(week):
        return WORSE
    if not week.this.runs and not week.last.runs:
        return NO_RUN
    days = week.profile.spike_days
    if week.longest_m is None:
        return NextRow("run", "Start short", f"There is no run in the last {days} days to measure by")
    longest = with_unit(week.longest_m, units)
    most = with_unit(most_m(week.longest_m, week.profile), units)
    return NextRow(
        "run", f"Longest run up to {most}", f"{_more(week.profile)} than {longest}, the longest of {days} days"
    )


def _clears(found: Finding) -> str:
    return f"Clears with: {found.clears_when[:1].lower()}{found.clears_when[1:]}"


def _more(profile: Profile) -> str:
    if profile.spike_small == AS_LONG:
        return "No more"
    return "A tenth more" if profile.spike_small == AS_LONG + TEN else f"{profile.spike_small - AS_LONG} percent more"


def _strength(this: WeekNumbers, weeks: Weeks) -> NextRow:
    days = len(this.strength_days)
    name = counted(days, "strength day", "strength days")
    usual = "One is a start, two is usual" if days < USUAL_STRENGTH else "Two or three a week are usual"
    return NextRow("routine", f"{name[0].upper()}{name[1:]} {weeks.this}", usual)
