"""The play head: how far the lead or the work of one set has run, and which boundaries it crosses."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Literal

from kneecoach.domain.session_clock import MICROSECONDS, in_us
from kneecoach.domain.session_events import (
    Cause,
    Countdown,
    Counted,
    HalfWay,
    LeadStarted,
    PhaseStarted,
    Playing,
    SessionEvent,
    WorkStarted,
)
from kneecoach.domain.session_record import SessionStatus
from kneecoach.domain.timeline import PlannedSet

COUNTDOWN_S = 3
HALF_WAY_FROM_S = 20
HALF_WAY_FROM_REPS = 4

Mark = tuple[int, SessionEvent]


class PlayHead:
    """Stands in one set. What happens at its very start is told when it first runs, not when it is put there."""

    def __init__(self, planned: PlannedSet) -> None:
        self.planned = planned
        self.working = False
        self.at_us = 0
        self.length_us = 0
        self._marks: list[Mark] = []
        self._next = 0
        self.enter_lead(planned)

    def enter_lead(self, planned: PlannedSet, *, at_most_s: float | None = None) -> None:
        """Stand at the start of a set's lead, shortened to `at_most_s` if that is given."""
        lead_s = planned.lead_s if at_most_s is None else min(planned.lead_s, at_most_s)
        self.planned = planned
        self.working = False
        self._stand_at_start(in_us(lead_s))

    def enter_work(self) -> None:
        """Stand at the start of this set's work."""
        self.working = True
        self._stand_at_start(work_us(self.planned))

    def go_on_at(self, at_us: int, *, working: bool, lead_us: int) -> None:
        """Stand in the middle of this set's work, or of a lead of that length; what came before is not told again."""
        self.working = working
        self._stand_at_start(max(at_us, work_us(self.planned) if working else lead_us))
        self.at_us = at_us
        self._next = bisect_right(self._marks, at_us, key=_at) if at_us else 0

    def run(self, us: int) -> tuple[list[SessionEvent], int]:
        """Let played time pass, to the end of the lead or work at most; the events crossed and the time left over."""
        taken = min(us, self.length_us - self.at_us)
        self.at_us += taken
        first, self._next = self._next, bisect_right(self._marks, self.at_us, key=_at)
        return [event for _, event in self._marks[first : self._next]], us - taken

    def set_lead(self, length_us: int) -> None:
        """Change how long this lead lasts, never to less than has run; a countdown due at this instant is told."""
        if length_us == self.length_us:
            return
        self.length_us = max(length_us, self.at_us)
        self._marks = self._all_marks()
        if self._next:
            self._next = max(1, bisect_left(self._marks, self.at_us, key=_at))

    def replan(self, planned: PlannedSet) -> None:
        """The same set with another dosage, never less than has run."""
        self.planned = planned
        if self.working:
            self.length_us = max(work_us(planned), self.at_us)
            self._marks = self._all_marks()
            if self._next:
                self._next = bisect_right(self._marks, self.at_us, key=_at)

    @property
    def over(self) -> bool:
        """Whether the lead or work has run to its end."""
        return self.at_us >= self.length_us

    @property
    def left_us(self) -> int:
        """Left of the lead or work."""
        return self.length_us - self.at_us

    @property
    def _next_us(self) -> int:
        following = self._marks[self._next][0] if self._next < len(self._marks) else self.length_us
        return min(following, self.length_us) - self.at_us

    @property
    def counted(self) -> int:
        """Repetitions counted so far; 0 in a lead and in timed work."""
        if not self.working or self.planned.dosage.reps is None:
            return 0
        full, within = divmod(self.at_us, rep_us(self.planned))
        return min(full + (within >= counted_at_us(self.planned)), self.planned.dosage.reps)

    @property
    def phase(self) -> tuple[int | None, float]:
        """Which part of the tempo runs, and for how many seconds."""
        ends = list(accumulate(in_us(phase.seconds) for phase in self.planned.dosage.tempo))
        if not self.working or not ends:
            return None, 0.0
        within = self.at_us % ends[-1]
        index = bisect_right(ends, within)
        return index, (within - (ends[index - 1] if index else 0)) / MICROSECONDS

    def picture(
        self, following: PlannedSet | None, after_us: int, *, paused: Cause | None, ended: SessionStatus | None
    ) -> Playing:
        """Where it stands, with the set that follows this one, and how long all that follow take."""
        left_us = self.left_us + (0 if self.working else work_us(self.planned)) + after_us
        phase_index, phase_elapsed_s = self.phase
        return Playing(
            planned=self.planned,
            working=self.working,
            length_s=self.length_us / MICROSECONDS,
            elapsed_s=self.at_us / MICROSECONDS,
            seconds_left=self.left_us / MICROSECONDS,
            rep=self.counted,
            reps=self.planned.dosage.reps,
            phase_index=phase_index,
            phase_elapsed_s=phase_elapsed_s,
            paused=paused,
            session_left_s=0.0 if ended else left_us / MICROSECONDS,
            ended=ended,
            last_set_of_exercise=following is None or following.item != self.planned.item,
            next_s=self._next_us / MICROSECONDS,
        )

    def _stand_at_start(self, length_us: int) -> None:
        self.at_us = 0
        self.length_us = length_us
        self._next = 0
        self._marks = self._all_marks()

    def _all_marks(self) -> list[Mark]:
        if self.working:
            return work_marks(self.planned, self.length_us)
        return [(0, LeadStarted(self.planned)), *countdown_marks(self.length_us, "lead")]


def whole_us(sets: Iterable[PlannedSet]) -> int:
    """Microseconds that sets take with the pauses before them."""
    return sum(in_us(planned.lead_s) + work_us(planned) for planned in sets)


def rep_us(planned: PlannedSet) -> int:
    """Microseconds of one repetition."""
    return sum(in_us(phase.seconds) for phase in planned.dosage.tempo)


def counted_at_us(planned: PlannedSet) -> int:
    """Microseconds into a repetition at which it counts."""
    return in_us(planned.dosage.counted_at_s)


def work_us(planned: PlannedSet) -> int:
    """Microseconds of a set's work."""
    dosage = planned.dosage
    return in_us(dosage.seconds) if dosage.seconds is not None else (dosage.reps or 0) * rep_us(planned)


def countdown_marks(length_us: int, during: Literal["lead", "work"]) -> list[Mark]:
    """3, 2 and 1 s before the end, as far as they fit."""
    marks = ((length_us - in_us(seconds), Countdown(seconds, during)) for seconds in range(COUNTDOWN_S, 0, -1))
    return [(at, event) for at, event in marks if at >= 0]


def work_marks(planned: PlannedSet, length_us: int) -> list[Mark]:
    """Everything that a set's work tells, in order; at one instant the count comes before the next phase."""
    marks: list[Mark] = [(0, WorkStarted(planned))]
    reps = planned.dosage.reps
    if reps is None:
        if length_us >= in_us(HALF_WAY_FROM_S):
            marks.append((length_us // 2, HalfWay(planned)))
        marks += countdown_marks(length_us, "work")
    else:
        counted_us = counted_at_us(planned)
        for rep in range(reps):
            marks.append((rep * rep_us(planned) + counted_us, Counted(rep + 1, reps)))
            if reps >= HALF_WAY_FROM_REPS and rep + 1 == (reps + 1) // 2:
                marks.append((rep * rep_us(planned) + counted_us, HalfWay(planned)))
    return sorted(marks + _phase_marks(planned, length_us), key=_at)


def _phase_marks(planned: PlannedSet, length_us: int) -> list[Mark]:
    marks: list[Mark] = []
    at = 0
    while planned.dosage.tempo:
        for index, phase in enumerate(planned.dosage.tempo):
            if at >= length_us:
                return marks
            marks.append((at, PhaseStarted(index, phase)))
            at += in_us(phase.seconds)
    return marks


def _at(mark: Mark) -> int:
    return mark[0]
