"""What the weekly review says: its rows, and its sentence with the numbers of it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from kneecoach.coaching.reviews import WeekLooked
from kneecoach.domain.advice.load import most_m
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.finding import Finding
from kneecoach.domain.flag import Urgency
from kneecoach.domain.number_words import in_words
from kneecoach.domain.person import Units
from kneecoach.domain.run_input import UNIT_M, UNIT_WORDS
from kneecoach.domain.tenths import tenths
from kneecoach.domain.weekly import WEEK_DAYS, Change, WeekNumbers
from kneecoach.ui import words
from kneecoach.ui.pages.diary_names import IN_PHASE
from kneecoach.ui.widgets.card import Kind
from kneecoach.ui.widgets.needle_row import RowSaid

UNKNOWN, NO_RUNS = "\N{EN DASH}", "none"
PAIN_MOST, TEN = 10, 10
Sentence = tuple[Kind, str, str]


@dataclass(frozen=True, slots=True)
class Weeks:
    """What the week that is looked at, the one before and the one after are called on the day it is looked at."""

    this: str = "this week"
    last: str = "last week"
    next: str = "next week"


NOW = Weeks()


def weeks_of(monday: date, today: date) -> Weeks:
    """On its Sunday it is this week; from Monday on the week after it has begun, and is this week."""
    weeks = (today - monday).days // WEEK_DAYS
    if weeks == 0:
        return NOW
    return Weeks("that week", "the week before", "this week" if weeks == 1 else "the week after")


def title(monday: date, today: date) -> str:
    """ "The week, 16 to 22 November"."""
    return f"The week, {words.span(monday, monday + timedelta(days=WEEK_DAYS - 1), today)}"


def sure(weeks: Weeks) -> str:
    """The second question."""
    return f"How sure are you that you can run {weeks.next} as planned?"


def units_of(week: WeekLooked) -> Units:
    return week.person.units if week.person is not None else Units.KM


def distance(metres: float, units: Units) -> str:
    """ "17.2": one decimal, without its unit."""
    return f"{metres / UNIT_M[units]:.1f}"


def with_unit(metres: float, units: Units) -> str:
    return f"{distance(metres, units)} {UNIT_WORDS[units]}"


def scale_most(metres: float, units: Units) -> float:
    """The next ten above, in the person's unit, as metres."""
    ten = TEN * UNIT_M[units]
    return (metres // ten + 1) * ten


def rows(week: WeekLooked) -> tuple[RowSaid, ...]:
    """The seven rows; each has its own fixed scale."""
    this, last = week.this, week.last
    return (*_pain_rows(this, last, units_of(week)), *_distance_rows(week), *_day_rows(this, last))


def _pain_rows(this: WeekNumbers, last: WeekNumbers, units: Units) -> tuple[RowSaid, RowSaid]:
    average = RowSaid(
        "Average pain",
        counted(this.entries, "entry", "entries"),
        _mean(this.average),
        _was(_mean(last.average)),
        PAIN_MOST,
        _number(this.average),
        _number(last.average),
    )
    most, before = _score(this), _score(last)
    highest = RowSaid(
        "Highest pain",
        _highest_note(this, units),
        UNKNOWN if most is None else str(most),
        _was(UNKNOWN if before is None else str(before)),
        PAIN_MOST,
        most,
        before,
    )
    return average, highest


def _highest_note(this: WeekNumbers, units: Units) -> str:
    if this.highest is None:
        return ""
    day = words.DAYS[this.highest.at.weekday()]
    if this.highest_run is not None:
        return f"{day}, {with_unit(this.highest_run.distance_m, units)}"
    phase = this.highest.phase
    return f"{day}, {IN_PHASE[phase]}" if phase else day


def _distance_rows(week: WeekLooked) -> tuple[RowSaid, RowSaid]:
    this, last, units = week.this, week.last, units_of(week)
    unit = UNIT_WORDS[units]
    whole = RowSaid(
        f"Distance, {unit}",
        counted(this.runs, "run", "runs"),
        _run_number(this.run_m, units),
        _was(_run_number(last.run_m, units)),
        scale_most(week.most_in_week_m, units),
        this.run_m or None,
        last.run_m or None,
    )
    limit = _limit_m(week)
    longest = RowSaid(
        f"Longest run, {unit}",
        "" if limit is None else f"dashed line: {distance(limit, units)}",
        _run_number(this.longest_m, units),
        _was(_run_number(last.longest_m, units)),
        scale_most(max(week.most_in_run_m, limit or 0), units),
        this.longest_m,
        last.longest_m,
        limit,
    )
    return whole, longest


def _limit_m(week: WeekLooked) -> int | None:
    """None also where the pain of the week is not known well enough to go by."""
    held = week.first is not None or week.held is not None or is_worse(week)
    if week.longest_m is None or held or week.this.entries < week.profile.trend_least:
        return None
    return most_m(week.longest_m, week.profile)


def _day_rows(this: WeekNumbers, last: WeekNumbers) -> tuple[RowSaid, RowSaid, RowSaid]:
    before = f"{this.warmed} of " if this.warmed < this.runs else ""
    warm_ups = _days("Warm-ups", this.warm_ups, last.warm_ups)
    strength = _days("Strength days", len(this.strength_days), len(last.strength_days))
    return (
        replace(warm_ups, note=f"before {before}{counted(this.runs, 'run', 'runs')}" if this.runs else ""),
        replace(strength, note=_weekdays(this.strength_days)),
        _days("Days without a run", this.days_without_a_run, last.days_without_a_run),
    )


def _days(name: str, this: int, last: int) -> RowSaid:
    most = WEEK_DAYS if max(this, last) <= WEEK_DAYS else 2 * WEEK_DAYS
    return RowSaid(name, "", str(this), _was(str(last)), most, this, last, steps=most, tall=WEEK_DAYS)


def _weekdays(days: tuple[date, ...]) -> str:
    names = [words.DAYS[day.weekday()] for day in days]
    return names[0] if len(names) == 1 else ", ".join(name[:3] for name in names)


def counted(count: int, one: str, many: str) -> str:
    """ "no runs", "1 run", "3 runs"."""
    return f"no {many}" if count == 0 else f"{count} {one if count == 1 else many}"


def _mean(mean: Fraction | None) -> str:
    return UNKNOWN if mean is None else tenths(mean)


def _number(mean: Fraction | None) -> float | None:
    return None if mean is None else float(mean)


def _score(week: WeekNumbers) -> int | None:
    return None if week.highest is None else week.highest.score


def _run_number(metres: int | None, units: Units) -> str:
    return distance(metres, units) if metres else NO_RUNS


def _was(text: str) -> str:
    return f"was {text}"


def sentence(week: WeekLooked, weeks: Weeks = NOW) -> Sentence:
    """R19 with its numbers, or what comes before it."""
    if week.first is not None:
        return (_kind(week.first), week.first.title, week.first.text)
    kind, lead, text = _change_words(week, weeks)
    said = (text, _load_words(week, weeks), week.profile.zones.note)
    return (kind, lead, " ".join(part for part in said if part))


def is_worse(week: WeekLooked) -> bool:
    """Whether its pain was clearly higher than in the week before."""
    return week.change in (Change.WORSE, Change.WORSE_AFTER_RUNS_IN_A_ROW)


def _kind(found: Finding) -> Kind:
    return Kind.STOP if is_red(found) else Kind.INFO


def is_red(found: Finding) -> bool:
    """Whether somebody has to look at the knee within days."""
    return found.urgency is not None and found.urgency >= Urgency.DAYS


def _change_words(week: WeekLooked, weeks: Weeks) -> Sentence:
    now, before = week.this.average, week.last.average
    least, points = week.profile.trend_least, _points(week.profile)
    if now is None or before is None or week.change is Change.TOO_FEW:
        counted = f"{week.this.entries} {weeks.this}, {week.last.entries} {weeks.last}."
        return (
            Kind.INFO,
            "Too few entries to compare.",
            f"{counted} {in_words(least).capitalize()} in each week are needed.",
        )
    by = tenths(abs(now - before))
    numbers = f"from {_mean(before)} to {_mean(now)}"
    if week.change is Change.BETTER:
        clear = f"{points}, or {_share(week.profile)}, count as clearly better."
        easier = " Fewer runs may be the reason." if week.this.run_m < week.last.run_m else ""
        return (Kind.INFO, "Improving.", f"{by} lower, {numbers}: {clear}{easier}")
    if week.change is Change.WORSE:
        return (
            Kind.WARN,
            "Clearly higher.",
            f"{by} higher, {numbers}: {points} {_count(week.profile)} as a clear change.",
        )
    if week.change is Change.WORSE_AFTER_RUNS_IN_A_ROW:
        kind = Kind.WARN if week.in_a_row >= week.profile.row_caution else Kind.INFO
        rest = "A rest or low-impact day helps recovery."
        return (kind, f"Higher after runs on {week.in_a_row} days in a row.", f"{by} higher, {numbers}. {rest}")
    return (Kind.INFO, "No clear change yet.", _unclear_words(now, before, week.profile))


def _unclear_words(now: Fraction, before: Fraction, profile: Profile) -> str:
    # Cut off, so that what is said is less than a point, too
    apart = 10 * abs(now - before) // 1
    by, points = f"{apart // 10}.{apart % 10}" if apart else "Less than 0.1", _points(profile)
    if now == before:
        return f"The average is {_mean(now)} in both weeks."
    if now < before:
        return f"{by} lower is less than the {points}, or {_share(profile)}, that count as clearly better."
    return f"{by} higher is less than the {points} that {_count(profile)} as a clear change."


def _points(profile: Profile) -> str:
    return "one point" if profile.trend_points == 1 else f"{in_words(profile.trend_points)} points"


def _count(profile: Profile) -> str:
    return "counts" if profile.trend_points == 1 else "count"


def _share(profile: Profile) -> str:
    """ "three tenths", or "25 percent"."""
    tenths, rest = divmod(profile.trend_share, TEN)
    return f"{profile.trend_share} percent" if rest else f"{in_words(tenths)} tenths"


def _load_words(week: WeekLooked, weeks: Weeks) -> str:
    units = units_of(week)
    if not week.this.runs and not week.last.runs:
        return ""
    this, last = (f"{with_unit(one.run_m, units)}" if one.runs else "nothing" for one in (week.this, week.last))
    return f"You ran {this}, {weeks.last} {last}."
