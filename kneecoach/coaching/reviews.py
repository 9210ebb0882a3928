"""The weekly review: a week beside the one before it, what may be run next, and the two answers."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from kneecoach.coaching.advice import read_log
from kneecoach.coaching.check_in import record_of
from kneecoach.coaching.diary import read_diary
from kneecoach.coaching.thresholds import profile_of
from kneecoach.coaching.told import refuse_future
from kneecoach.domain.advice.course import persistent, trend
from kneecoach.domain.advice.engine import CONDITIONS
from kneecoach.domain.advice.log import TrainingLog, log_at
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.record_at import record_at
from kneecoach.domain.advice.stage_finding import stage_finding
from kneecoach.domain.advice.told_ahead import graver_told
from kneecoach.domain.advice.words import by_limits
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.person import Person
from kneecoach.domain.plan import Plan
from kneecoach.domain.review import WEEK, WeeklyReview
from kneecoach.domain.screening import findings
from kneecoach.domain.weekly import (
    SCALE_WEEKS,
    WEEK_DAYS,
    Change,
    Kinds,
    WeekNumbers,
    change,
    comes_first,
    longest_before,
    most_in_weeks,
    runs_in_a_row,
    week_numbers,
)
from kneecoach.exchange.catalogue import STRENGTH_DAY, WARM_UPS
from kneecoach.storage import mornings, people, plans, settings
from kneecoach.storage.database import Store

_DAY = timedelta(days=1)
_OF_RUNS = ("R11", "R12", "R13", "R14", "R15", "R16")
NOT_YET = "That week has not begun yet."


@dataclass(frozen=True, slots=True)
class WeekLooked:
    """What the review shows. `first` stands in place of the sentence, and takes the distance of next week away.

    So does `held`, what the rules say of running that is open; None while `first` is there.

    `most_in_week_m` and `most_in_run_m` are of eight weeks; `longest_m` is of the days up to the end of the week that
    the `profile` of thresholds counts, None without a run in them; `in_a_row` are the many days in a row with a run
    that explain a rise, else 0.
    """

    this: WeekNumbers
    last: WeekNumbers
    change: Change
    in_a_row: int
    most_in_week_m: int
    most_in_run_m: int
    longest_m: int | None
    profile: Profile
    first: Finding | None
    person: Person | None
    review: WeeklyReview | None
    plan: Plan | None = None
    held: Finding | None = None


def look_back(store: Store, person_id: UUID, monday: date, now: datetime) -> WeekLooked:
    """The week from this Monday as the diary has it at `now` (aware), with the answers that were kept."""
    if monday > now.date():
        raise InvalidInput(NOT_YET)
    entries = read_diary(store, person_id, monday - (SCALE_WEEKS - 1) * WEEK, monday + WEEK - _DAY).entries
    with store.begin() as tx:
        before_run = settings.read(tx).before_run
        record = record_of(tx, person_id, now, stops=False, whole=True)
        review = mornings.review_of(tx, person_id, monday)
        person = people.person(tx, person_id)
        plan = plans.plan(tx, person_id)
        profile = profile_of(tx, person_id)
        log = read_log(tx, person_id, now, record_at(record, now), {})
    kinds = Kinds(WARM_UPS | {before_run}, frozenset({STRENGTH_DAY}))
    this, last = week_numbers(entries, monday, kinds), week_numbers(entries, monday - WEEK, kinds)
    in_a_row = runs_in_a_row(entries, monday + (WEEK_DAYS - 1) * _DAY, profile)
    most_in_week_m, most_in_run_m = most_in_weeks(entries, monday)
    first = comes_first([*findings(record, now), *_gone_on(log, profile)])
    return WeekLooked(
        this=this,
        last=last,
        change=change(this, last, profile, in_a_row=in_a_row > 0),
        in_a_row=in_a_row,
        most_in_week_m=most_in_week_m,
        most_in_run_m=most_in_run_m,
        longest_m=longest_before(entries, monday + WEEK, profile),
        profile=profile,
        first=first,
        person=person,
        review=review,
        plan=plan,
        held=_held(log, profile) if first is None else None,
    )


def _gone_on(log: TrainingLog, profile: Profile) -> list[Finding]:
    found = graver_told(persistent, log_at(log.now, log), profile)
    return [] if found is None else [by_limits(found, profile)]


def _held(log: TrainingLog, profile: Profile) -> Finding | None:
    """The gravest finding that speaks of how far to run: the last run, the mornings, a jump, or the stages."""
    at = log_at(log.now, log)
    stage = stage_finding(at, profile)
    found = [one for rule in _OF_RUNS if (one := graver_told(CONDITIONS[rule], at, profile))]
    found += [] if (week := graver_told(trend, at, profile)) is None or week.level < Level.CAUTION else [week]
    found += [] if stage is None else [stage]
    return by_limits(max(found, key=lambda one: one.level), profile) if found else None


def keep(store: Store, person_id: UUID, review: WeeklyReview, now: datetime) -> WeeklyReview | None:
    """Keep the answers of a week; what was answered before, None for the first time, to undo it with."""
    refuse_future(review.at, now)
    with store.begin() as tx:
        before = mornings.review_of(tx, person_id, review.week)
        mornings.keep_review(tx, person_id, review if before is None else replace(review, id=before.id))
    return before


def put_back(store: Store, person_id: UUID, week: date, before: WeeklyReview | None) -> None:
    """Undo `keep`: the answers of before, or none."""
    with store.begin() as tx:
        if before is None:
            mornings.forget_review(tx, person_id, week)
        else:
            mornings.keep_review(tx, person_id, before)
