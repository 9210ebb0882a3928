"""R25: back to running by stages of walking and running, one step at a time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, IntEnum
from fractions import Fraction
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
    `told` is the same one at each other time that was told of it before that was changed on a later day; `changed`
    says that any of it was, and `dated` whether its day is sure enough for it to be a clean time.
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
    told: "tuple[Attempt, ...]" = ()
    changed: bool = False
    dated: bool = True

    @property
    def readings(self) -> "tuple[Attempt, ...]":
        """It as it is now, and as it was told."""
        return (self, *self.told)

    @property
    def days(self) -> tuple[date, ...]:
        """The days that were told of it, the earliest first."""
        return tuple(sorted({one.on for one in self.readings}))


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


class _Answer(IntEnum):
    """How a time went, the worse the higher."""

    CLEAN = 0
    UNKNOWN = 1
    AMBER = 2
    RED = 3


def began_with(attempts: Sequence[Attempt]) -> Fraction | None:
    """The usual morning when these stages began, the first that was known: a usual that has risen is no measure.

    Where a change of a day leaves open which was the first, it is the lowest of those that may have been.
    """
    read = [one for one in attempts if all(reading.usual is not None for reading in one.readings)]
    until = min((one.days[-1] for one in read), default=date.max)
    readings = [reading for one in attempts for reading in one.readings if reading.on <= until]
    return min((one.usual for one in readings if one.usual is not None), default=None)


def gravest(attempt: Attempt, profile: Profile, began: Fraction | None = None) -> Attempt:
    """The reading of it that went worst, of all the times that were told of it."""
    return max(attempt.readings, key=lambda one: _judged_at(one, profile, began))


def judged(attempt: Attempt, profile: Profile, began: Fraction | None = None) -> _Answer:
    """How one attempt went, by the worst of its readings; `began` is that of `began_with`."""
    return _judged_at(gravest(attempt, profile, began), profile, began)


def _judged_at(attempt: Attempt, profile: Profile, began: Fraction | None) -> _Answer:
    """Whatever is not known keeps it from being clean."""
    if attempt.limp or attempt.swelling in (Amount.LITTLE, Amount.CLEAR):
        return _Answer.RED
    if attempt.pain_max is not None and attempt.pain_max > profile.amber_max:
        return _Answer.RED
    if _amber(attempt, profile, began):
        return _Answer.AMBER
    known = (attempt.pain_max, attempt.pain_before, attempt.pain_60, attempt.morning, attempt.usual, attempt.limp)
    if attempt.masked or not attempt.whole or not attempt.rested or not attempt.dated:
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


def standing(attempts: Sequence[Attempt], today: date, profile: Profile, others: Collection[Attempt] = ()) -> Standing:
    """Where a person stands after these attempts, by going through them from the first.

    `others` are the other runs: they too want a day of rest, and are among those of a week. One that warns counts as
    an attempt does: red is a step back and 48 hours off, amber a hold. None of them counts as clean. One that is
    masked, or of which any answer is missing, lets the clean times begin anew: what nobody said of a run between
    them must not stand for a good answer.

    One that was moved on a later day warns on each of its days, and is a step back once. A clean one counts on the
    earliest, and not at all where another run lies between them.
    """
    runs = [*attempts, *others]
    began = began_with(attempts)
    answers = [_answer(one, runs, profile, began) for one in runs]
    on_days = [
        (day, one, answer)
        for one, answer in zip(runs, answers, strict=True)
        for day in (one.days[:1] if answer is _Answer.CLEAN else one.days)
    ]
    way = _Way(profile)
    for _, one, answer in sorted(on_days, key=lambda on_day: on_day[0]):
        way.go(one, answer)
    off = (one.days[-1] + DAY + _off(answer, profile) for one, answer in zip(runs, answers, strict=True))
    days = [one.days for one in runs]
    from_day = _within_the_week(days, max(today, *off, date.min), profile)
    return Standing(STAGES[way.number], way.step, from_day, way.read, len(way.clean))


def _answer(one: Attempt, runs: Sequence[Attempt], profile: Profile, began: Fraction | None) -> _Answer:
    answer = judged(one, profile, began)
    if answer is not _Answer.CLEAN:
        return answer
    first, last = one.days[0], one.days[-1]
    passed = any(
        other is not one and bool(one.told or other.told) and any(first <= day <= last for day in other.days)
        for other in runs
    )
    return _Answer.UNKNOWN if passed else answer


@dataclass(slots=True)
class _Way:
    """The way through the attempts, one after the other."""

    profile: Profile
    number: int = 0
    step: Step = Step.BEGIN
    read: tuple[UUID, ...] = ()
    clean: list[Attempt] = field(default_factory=list)
    advances: list[date] = field(default_factory=list)
    backs: dict[UUID, int] = field(default_factory=dict)
    """How many steps on there had been when an attempt was last a step back."""

    def go(self, attempt: Attempt, answer: _Answer) -> None:
        if not _counts(attempt, answer, self.number, self.step):
            return
        self.read = (attempt.id,)
        if answer is _Answer.CLEAN:
            self._go_on(attempt)
            return
        self.clean = []
        self.step = {_Answer.RED: Step.BACK, _Answer.AMBER: Step.HOLD}.get(answer, Step.REPEAT)
        if answer is _Answer.RED:
            if self.backs.get(attempt.id) != len(self.advances):
                self.number = max(0, self.number - 1)
            self.backs[attempt.id] = len(self.advances)

    def _go_on(self, attempt: Attempt) -> None:
        first, last = attempt.days[0], attempt.days[-1]
        self.clean = [one for one in self.clean if _apart(one, attempt) > 1] + [attempt]
        self.step = Step.REPEAT
        lately = [day for day in self.advances if (first - day).days < ADVANCE_DAYS]
        if len(self.clean) < self.profile.return_clean or len(lately) >= self.profile.return_advances:
            return
        self.read = tuple(one.id for one in self.clean[-self.profile.return_clean :])
        self.advances.append(last)
        self.step = Step.DONE if self.number == STAGES[-1].number else Step.ADVANCE
        self.number, self.clean = min(self.number + 1, STAGES[-1].number), []


def _apart(one: Attempt, other: Attempt) -> int:
    """The days between them, the fewest of what was told."""
    return min(abs((day - before).days) for day in other.days for before in one.days)


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


def runs_left(run_days: Collection[Sequence[date]], today: date, profile: Profile) -> int:
    """How many more runs the seven days up to `today` have room for; `run_days` has the days told of each run."""
    return max(0, profile.return_runs - _lately(run_days, today))


def _within_the_week(run_days: Collection[Sequence[date]], day: date, profile: Profile) -> date:
    """The first day from `day` on with room for one more of the runs that a week may have."""
    while _lately(run_days, day) >= profile.return_runs:
        day += DAY
    return day


def _lately(run_days: Collection[Sequence[date]], today: date) -> int:
    return sum(any(0 <= (today - day).days < ADVANCE_DAYS for day in days) for days in run_days)
