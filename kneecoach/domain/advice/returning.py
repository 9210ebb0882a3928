"""R25: back to running by stages of walking and running, one step at a time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from uuid import UUID

from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.pain import Amount

ADVANCE_DAYS = 7
BREAK_DAYS = 14
"""After so many days without a run the stages are offered (design 24), and they begin anew (app default)."""
DAY = timedelta(days=1)
OTHER_RUN = -1
"""The stage of a run that was no time at one."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: `repeats` times running and walking, in minutes; `effort_max` of 0 to 10 is its cap."""

    number: int
    run_min: int
    walk_min: int
    repeats: int
    effort_max: int

    @property
    def total_min(self) -> int:
        """Without the five minutes of brisk walking before it."""
        return self.repeats * (self.run_min + self.walk_min)

    @property
    def running_min(self) -> int:
        """The minutes of it that are run."""
        return self.repeats * self.run_min


STAGES = (
    Stage(0, 0, 30, 1, 3),
    Stage(1, 3, 2, 3, 3),
    Stage(2, 3, 2, 4, 3),
    Stage(3, 4, 2, 3, 4),
    Stage(4, 4, 2, 4, 4),
    Stage(5, 4, 1, 5, 5),
    Stage(6, 22, 0, 1, 5),
)
"""clinical.md R25: ratios and caps of the table in Trials 2023; the repeats are this program's choice."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One time at a stage, or another run, with what the knee said. None is not known, and never good news.

    `whole` tells whether all of the stage was done, `rested` whether no other run lay on that day or the one before.
    """

    id: UUID
    on: date
    stage: int
    pain_before: int | None = None
    pain_max: int | None = None
    pain_60: int | None = None
    morning: int | None = None
    usual: Fraction | None = None
    swelling: Amount | None = None
    limp: bool | None = None
    masked: bool = False
    whole: bool | None = True
    rested: bool = True


class Step(Enum):
    """What became of the stage."""

    BEGIN = "begin"
    ADVANCE = "advance"
    REPEAT = "repeat"
    HOLD = "hold"
    BACK = "back"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Standing:
    """Today's stage, why it is that one, and the first day on which it may be done.

    `read` are the attempts that decided it, `clean` how many clean ones the stage has so far.
    """

    stage: Stage
    step: Step
    from_day: date
    read: tuple[UUID, ...] = ()
    clean: int = 0


class _Answer(Enum):
    CLEAN = "clean"
    AMBER = "amber"
    RED = "red"
    UNKNOWN = "unknown"


def began_with(attempts: Sequence[Attempt]) -> Fraction | None:
    """The usual morning when these stages began, the first that was known: a usual that has risen is no measure."""
    return next((one.usual for one in sorted(attempts, key=lambda one: one.on) if one.usual is not None), None)


def judged(attempt: Attempt, profile: Profile, began: Fraction | None = None) -> _Answer:
    """How one attempt went; whatever is not known keeps it from being clean. `began` is that of `began_with`."""
    if attempt.limp or attempt.swelling in (Amount.LITTLE, Amount.CLEAR):
        return _Answer.RED
    if attempt.pain_max is not None and attempt.pain_max > profile.amber_max:
        return _Answer.RED
    if _amber(attempt, profile, began):
        return _Answer.AMBER
    known = (attempt.pain_max, attempt.pain_before, attempt.pain_60, attempt.morning, attempt.usual, attempt.limp)
    if attempt.masked or not attempt.whole or not attempt.rested:
        return _Answer.UNKNOWN
    if attempt.swelling is None or any(value is None for value in known):
        return _Answer.UNKNOWN
    return _Answer.CLEAN


def _amber(attempt: Attempt, profile: Profile, began: Fraction | None) -> bool:
    worse = (
        (attempt.pain_max, profile.green_max),
        (attempt.pain_60, attempt.pain_before),
        (attempt.morning, attempt.usual),
        (attempt.morning, profile.green_max),
        (attempt.morning, began),
    )
    return any(value is not None and level is not None and value > level for value, level in worse)


def course(attempts: Sequence[Attempt], run_days: Collection[date], today: date) -> tuple[Attempt, ...]:
    """The attempts since the last break of more than `BREAK_DAYS` without a run of any kind, the earliest first."""
    days = sorted({*run_days, *(one.on for one in attempts), today})
    began = max((later for day, later in pairwise(days) if (later - day).days > BREAK_DAYS), default=date.min)
    return tuple(sorted((one for one in attempts if one.on >= began), key=lambda one: one.on))


def standing(attempts: Sequence[Attempt], today: date, profile: Profile, others: Collection[Attempt] = ()) -> Standing:
    """Where a person stands after these attempts, by going through them from the first.

    `others` are the other runs: they too want a day of rest, and are among those of a week. One that warns counts as
    an attempt does: red is a step back and 48 hours off, amber a hold. None of them counts as clean. One that is
    masked, or of which any answer is missing, lets the clean times begin anew: what nobody said of a run between
    them must not stand for a good answer.
    """
    number, clean = 0, list[Attempt]()
    advances: list[date] = []
    step, free, read = Step.BEGIN, date.min, tuple[UUID, ...]()
    began = began_with(attempts)
    for attempt in sorted([*attempts, *others], key=lambda one: one.on):
        answer = judged(attempt, profile, began)
        free = max(free, attempt.on + DAY + _off(answer, profile))
        if not _counts(attempt, answer, number, step):
            continue
        read = (attempt.id,)
        if answer is _Answer.RED:
            number, step, clean = max(0, number - 1), Step.BACK, []
        elif answer is not _Answer.CLEAN:
            step, clean = Step.HOLD if answer is _Answer.AMBER else Step.REPEAT, []
        else:
            clean = [one for one in clean if (attempt.on - one.on).days > 1] + [attempt]
            step = Step.REPEAT
            lately = [day for day in advances if (attempt.on - day).days < ADVANCE_DAYS]
            if len(clean) >= profile.return_clean and len(lately) < profile.return_advances:
                read = tuple(one.id for one in clean[-profile.return_clean :])
                advances.append(attempt.on)
                step = Step.DONE if number == STAGES[-1].number else Step.ADVANCE
                number, clean = min(number + 1, STAGES[-1].number), []
    days = [one.on for one in (*attempts, *others)]
    return Standing(STAGES[number], step, _within_the_week(days, max(free, today), profile), read, len(clean))


def _off(answer: _Answer, profile: Profile) -> timedelta:
    return timedelta(hours=profile.return_off_hours) if answer is _Answer.RED else DAY


def _counts(attempt: Attempt, answer: _Answer, number: int, step: Step) -> bool:
    """Whether this changes where a person stands: not what is clean at another stage than the one that was due."""
    if attempt.stage == OTHER_RUN:
        # Before the first time there is nothing to take back, and after the last one an ordinary run is the plan
        wanted = {Step.BEGIN: (), Step.DONE: (_Answer.RED,)}
        return answer in wanted.get(step, (_Answer.RED, _Answer.AMBER, _Answer.UNKNOWN))
    warns = answer in (_Answer.RED, _Answer.AMBER)
    return warns or (attempt.stage == number and step is not Step.DONE)


def runs_left(run_days: Collection[date], today: date, profile: Profile) -> int:
    """How many more runs the seven days up to `today` have room for; `run_days` has one day for each run."""
    return max(0, profile.return_runs - _lately(run_days, today))


def _within_the_week(days: Collection[date], day: date, profile: Profile) -> date:
    """The first day from `day` on with room for one more of the runs that a week may have."""
    while _lately(days, day) >= profile.return_runs:
        day += DAY
    return day


def _lately(days: Collection[date], today: date) -> int:
    return sum(0 <= (today - day).days < ADVANCE_DAYS for day in days)
