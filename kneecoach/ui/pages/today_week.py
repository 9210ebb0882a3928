"""The week as Today counts it: kilometres, minutes and the highest pain of each day, without a judgement."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kneecoach.domain import known
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.person import Units
from kneecoach.domain.progress import days_trained, week_of
from kneecoach.domain.session_record import SessionRecord, SetStatus
from kneecoach.domain.timeline import Timeline, plan_played
from kneecoach.exchange.catalogue import CALM_DOWN, SHORT_WARM_UP, WARM_UP
from kneecoach.storage.glance import Glance
from kneecoach.ui import words

SHORT_NAMES = {WARM_UP: "Warm-up", SHORT_WARM_UP: "Short", CALM_DOWN: "Calm-down"}
UNIT = {Units.KM: (1_000.0, "km"), Units.MILES: (1_609.344, "miles")}
RUNS = {"run_walk": "run and walk", "other": "run", None: "run"}
ACTIVITIES = {"other": "Other training"}
NOTHING = "Nothing done yet this week"


@dataclass(frozen=True, slots=True)
class Day:
    """One day: minutes trained in sessions and activities, what they were, its runs, and the highest pain said.

    `run` is how far was run in the person's unit, 0 without a run; `to_run` how far a run that is planned and still to
    come, and `planned` what the day is for.
    """

    day: date
    minutes: int = 0
    played: tuple[str, ...] = ()
    pain: int | None = None
    run: float = 0.0
    unit: str = "km"
    runs: tuple[str, ...] = ()
    to_run: float = 0.0
    planned: str = ""

    @property
    def done(self) -> bool:
        """Whether anything was trained."""
        return bool(self.played or self.runs)

    @property
    def distance(self) -> str:
        """ "8.0"."""
        return f"{self.run:.1f}"

    def short_names(self) -> tuple[str, ...]:
        """What stands below the day, the longest first; the first that fits is shown."""
        if self.runs:
            name = self.runs[0]
            return (name[0].upper() + name[1:],)
        if not self.played:
            return (self.planned, self.planned.partition(",")[0]) if self.planned else ()
        return (f"{self.played[0]} {self.minutes} min", self.played[0])


def week(glance: Glance, today: date, exercises: Mapping[str, Exercise], *, planned: bool = True) -> tuple[Day, ...]:
    """Monday to Sunday of the week of `today`; rehearsals do not count. Without `planned` nothing is shown of the plan.

    A planned day that has gone by is not held against anybody: of the past only rest is shown, and what was done.
    """
    days = tuple(_day(day, glance, exercises) for day in week_of(today))
    return tuple(_with_plan(day, glance, today) for day in days) if planned and glance.plan is not None else days


def _with_plan(day: Day, glance: Glance, today: date) -> Day:
    assert glance.plan is not None, "there is a plan"
    wanted = glance.plan.days[day.day.weekday()]
    uses = [use.value for use in wanted.uses]
    if day.done or (day.day < today and uses != ["rest"]):
        return day
    size, _ = _unit(glance)
    return replace(day, to_run=(wanted.distance_m or 0) / size, planned=", ".join(uses).capitalize())


def _day(day: date, glance: Glance, exercises: Mapping[str, Exercise]) -> Day:
    sessions = [one for one in glance.last_sessions if days_trained([one]) == {day}]
    logged = [one for one in glance.trained if one.day == day]
    runs, others = [one for one in logged if one.metres], [one for one in logged if not one.metres]
    played = sum(played_s(one, exercises) for one in sessions)
    names = [SHORT_NAMES.get(one.routine.id, words.named(one.routine.name)) for one in sessions]
    names += [ACTIVITIES.get(one.kind or "", (one.kind or "").capitalize()) for one in others]
    size, unit = _unit(glance)
    return Day(
        day,
        math.ceil(played / 60) + sum(one.minutes for one in others),
        tuple(dict.fromkeys(names)),
        _highest_pain(day, glance, sessions),
        sum(one.metres for one in runs) / size,
        unit,
        tuple(RUNS.get(one.kind) or str(one.kind) for one in runs),
    )


def _unit(glance: Glance) -> tuple[float, str]:
    return UNIT[glance.person.units if glance.person is not None else Units.KM]


def _highest_pain(day: date, glance: Glance, sessions: Sequence[SessionRecord]) -> int | None:
    logged = known.worst_of_day(glance.record, day)
    pains = [] if logged is None else [logged]
    for one in sessions:
        said = (one.pain_before, one.pain_after, *(done.pain for done in one.sets))
        pains += [score for score in said if score is not None]
    return max(pains, default=None)


def played_s(session: SessionRecord, exercises: Mapping[str, Exercise]) -> float:
    """How long a session took without its interruptions: what was worked, with the planned pause before each set."""
    leads = {one.index: one.lead_s for one in timeline_of(session, exercises).sets}
    return sum(
        done.seconds + leads.get(done.index, 0.0) for done in session.sets if done.status is not SetStatus.SKIPPED
    )


def timeline_of(session: SessionRecord, exercises: Mapping[str, Exercise]) -> Timeline:
    return plan_played(session.routine, exercises, first=session.first_side)


def week_words(glance: Glance, shown: Sequence[Day]) -> str:
    """ "14.2 km run, 6.0 km planned · last week 17.4 km", or "3 days, 30 minutes" without a run this week.

    Days in a row are not counted: a day of rest must not cost anything.
    """
    last = _last_week(glance, shown[0].day)
    if any(day.runs for day in shown):
        return f"{sum(day.run for day in shown):.1f} {shown[0].unit} run{_to_come(shown)}{last}"
    done = [day for day in shown if day.done]
    if not done:
        return f"{NOTHING}{_to_come(shown)}{last}"
    said = "1 day" if len(done) == 1 else f"{len(done)} days"
    return f"{said}, {words.minutes(sum(day.minutes for day in done))}{_to_come(shown)}{last}"


def _to_come(shown: Sequence[Day]) -> str:
    far = sum(day.to_run for day in shown)
    return f", {far:.1f} {shown[0].unit} planned" if far else ""


def _last_week(glance: Glance, monday: date) -> str:
    size, unit = _unit(glance)
    metres = sum(one.metres for one in glance.trained if monday - timedelta(days=7) <= one.day < monday)
    return f" · last week {metres / size:.1f} {unit}" if metres else ""


def day_words(day: Day, today: date) -> str:
    """One day in a sentence, for the reading line and screen readers."""
    name = words.long_day(day.day)
    plan = [_planned_words(day)] if day.planned else []
    if day.day > today:
        return ": ".join([name, *plan])
    parts = []
    if day.runs:
        count = "run" if len(day.runs) == 1 else f"{len(day.runs)} runs"
        kinds = [kind for kind in dict.fromkeys(day.runs) if kind != "run"]
        parts.append(", ".join([f"{count} of {day.distance} {day.unit}", *([words.listed(kinds)] if kinds else [])]))
    if day.played:
        parts.append(f"{words.listed(list(day.played))}, {words.minutes(day.minutes)}")
    if not parts:
        parts += plan or ["no run and no session"]
    if day.pain is not None:
        parts.append(f"highest pain {day.pain} of 10")
    return f"{name}: {', '.join(parts)}"


def _planned_words(day: Day) -> str:
    far = f", {day.to_run:.1f} {day.unit}" if day.to_run else ""
    return f"planned: {day.planned.lower()}{far}"
