"""The session: where a person is in a routine, moved only by time and by controls that are handed to it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from kneecoach.domain.dosage import MAX_HOLD_S
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.moment import Moment
from kneecoach.domain.pain import checked_pain
from kneecoach.domain.session_book import SetBook
from kneecoach.domain.session_clock import AHEAD_S, ASLEEP_S, MICROSECONDS, PlayedTime, in_us
from kneecoach.domain.session_events import (
    Cause,
    Countdown,
    Counted,
    HalfWay,
    LeadStarted,
    PainSaid,
    Paused,
    PhaseStarted,
    Playing,
    Resumed,
    SessionEnded,
    SessionEvent,
    SetFinished,
    WorkStarted,
)
from kneecoach.domain.session_head import COUNTDOWN_S, PlayHead, whole_us
from kneecoach.domain.session_record import SessionStatus, SetRecord
from kneecoach.domain.timeline import PlannedSet, Timeline, both_run, eased

__all__ = [
    "AHEAD_S", "ASLEEP_S", "Cause", "Countdown", "Counted", "HalfWay", "LeadStarted", "Moment", "PainSaid", "Paused",
    "PhaseStarted", "Playing", "Resumed", "Session", "SessionEnded", "SessionEvent", "SetFinished", "WorkStarted",
]  # fmt: skip

RESTARTS_AFTER_S = 3.0
"""Going back later than this into the work restarts the set instead of going to the one before."""
STRETCH_S = 15.0


class Session:
    """Where a person is in a routine.

    Every control takes `now` and first lets time pass up to it, then answers with what happened, in order. The
    session never reads a clock. A step longer than `ASLEEP_S`, or boot time running ahead by more than `AHEAD_S`,
    means that the machine slept: the session pauses where it was, and the gap counts for nothing. Judged before any
    rehearsal speed.

    Controls that move while it is paused move at once and leave it paused; the lead or work they moved to tells its
    start when the session is resumed. After the end every control does nothing. `id`, `timeline` (with what
    `fewer_reps` made of it), `records` and `pains` (by index; the highest pain said, also of sets without a record),
    `position` and `worked_s` (all attempts together) are for reading.
    """

    def __init__(
        self,
        timeline: Timeline,
        *,
        id: UUID,  # noqa: A002
        speed: float = 1.0,
        records: Iterable[SetRecord] = (),
        pains: Mapping[int, int] | None = None,
        position: int = 0,
        cause: Cause | None = None,
    ) -> None:
        self.id = id
        self.timeline = timeline
        known = range(len(timeline.sets))
        self._book = SetBook(id, (record for record in records if record.index in known), pains or {})
        self.records = self._book.records
        self.pains = self._book.pains
        self.position = min(max(position, 0), len(timeline.sets) - 1)
        self.worked_s = sum(record.seconds for record in self.records.values())
        self._time = PlayedTime(speed)
        self._paused = cause
        self._ended: SessionStatus | None = None
        self._head = PlayHead(timeline.sets[self.position])
        self._worked_us = in_us(self.worked_s)
        self._counted: tuple[int, tuple[PlannedSet, ...]] = (-1, ())
        self._after_us = 0

    @property
    def playing(self) -> Playing:
        """Where it stands now."""
        sets, following = self.timeline.sets, self.position + 1
        if self._counted[0] != following or self._counted[1] is not sets:
            # Asked for many times a second, and another one only once a set
            self._counted, self._after_us = (following, sets), whole_us(sets[following:])
        coming = sets[following] if following < len(sets) else None
        return self._head.picture(coming, self._after_us, paused=self._paused, ended=self._ended)

    def advance(self, now: Moment) -> list[SessionEvent]:
        """Let time pass up to `now` and report every boundary crossed, in order. The first moment starts the clock."""
        if self._ended:
            return []
        if not self._time.started or self._paused:
            first = not self._time.started
            self._time.start(now)
            if self._paused:
                return [Paused(self._paused)] if first else []
            return self._run(0)
        step_us = self._time.step(now)
        if step_us is None:
            self._paused = Cause.SLEPT
            return [Paused(Cause.SLEPT)]
        return self._run(step_us)

    def pause(self, now: Moment, cause: Cause = Cause.ASKED) -> list[SessionEvent]:
        """Stand still. When it already does, only "it hurts" replaces the cause."""
        events = self.advance(now)
        if self._ended or self._paused is cause or (self._paused and cause is not Cause.HURTS):
            return events
        self._paused = cause
        return [*events, Paused(cause)]

    def resume(self, now: Moment) -> list[SessionEvent]:
        """Go on from exactly where it stood."""
        events = self.advance(now)
        if self._ended or not self._paused:
            return events
        self._paused = None
        self._time.start(now)
        return [*events, Resumed(), *self._run(0)]

    def skip(self, now: Moment) -> list[SessionEvent]:
        """From a lead to its work; from work to the next lead, keeping what was counted."""
        return self._control(now, self._skip)

    def back(self, now: Moment) -> list[SessionEvent]:
        """To the lead of the set before; more than `RESTARTS_AFTER_S` into the work, to this one's lead."""
        return self._control(now, self._back)

    def restart_set(self, now: Moment) -> list[SessionEvent]:
        """To this set's lead again, no longer than a get-ready; the attempt counts only if it stays the best one."""
        return self._control(now, self._restart)

    def finish_set(self, now: Moment) -> list[SessionEvent]:
        """Set done: what was counted so far is what was done. Nothing in a lead."""
        return self._control(now, lambda: self._skip() if self._head.working else [])

    def stretch_lead(self, now: Moment, seconds: float = STRETCH_S) -> list[SessionEvent]:
        """Make this lead longer, or shorter when negative; 3, 2, 1 is always left to hear. Nothing in work."""
        return self._control(now, lambda: self._stretch(in_us(seconds)))

    def jump(self, now: Moment, index: int, *, as_it_was: Playing | None = None) -> list[SessionEvent]:
        """To the lead of any set, or where that set stood; those passed over stay pending. `InvalidInput` without one.

        With `as_it_was` a skip is taken back: what is then done betters the record that the skip left.
        """
        if not 0 <= index < len(self.timeline.sets):
            raise InvalidInput("There is no such set in this session.")
        return self._control(now, lambda: self._jump(index, as_it_was))

    def fewer_reps(self, now: Moment) -> list[SessionEvent]:
        """Halve what is left of this exercise, on both sides: repetitions or seconds, rounded up, at least one.

        In a part that is run it halves all that are still to be run.
        """
        return self._control(now, self._ease)

    def end_exercise(self, now: Moment) -> list[SessionEvent]:
        """Record this exercise's sets as far as they were done, and go to the next one; `end` when it was the last.

        So whoever breaks off the last exercise stopped, and whoever still played what follows came to the end.
        """
        return self._control(now, self._end_exercise)

    def end(self, now: Moment) -> list[SessionEvent]:
        """End here. Stopped, unless every set has its record already."""
        return self._control(now, self._end)

    def say_pain(self, now: Moment, score: int, sharp: bool = False) -> list[SessionEvent]:  # noqa: FBT001, FBT002
        """Keep the highest score said in this set. What follows from it is for `Zones.gate` to say."""
        checked_pain(score)
        return self._control(now, lambda: self._say_pain(PainSaid(self._head.planned, score, sharp, now)))

    def put_aside(self, now: Moment) -> list[SessionEvent]:
        """Pause and record what was done of this set, as a session that may not come back before it is closed."""
        events = self.pause(now)
        return events if self._ended else events + self._hold_on()

    def _control(self, now: Moment, move: Callable[[], list[SessionEvent]]) -> list[SessionEvent]:
        events = self.advance(now)
        if self._ended:
            return events
        events += move()
        return events if self._paused or self._ended else events + self._run(0)

    def _run(self, us: int) -> list[SessionEvent]:
        events: list[SessionEvent] = []
        while not self._ended:
            before = us
            crossed, us = self._head.run(us)
            events += crossed
            if self._head.working:
                self._worked_us += before - us
                self.worked_s = self._worked_us / MICROSECONDS
            if not self._head.over:
                break
            events += self._skip()
        return events

    def _skip(self) -> list[SessionEvent]:
        if not self._head.working:
            self._head.enter_work()
            return []
        self._hold()
        return _finished(self._book.write(self._head.planned)) + self._go_to(self.position + 1)

    def _go_to(self, index: int) -> list[SessionEvent]:
        if index == len(self.timeline.sets):
            return self._close(SessionStatus.COMPLETED)
        self.position = index
        self._head.enter_lead(self.timeline.sets[index])
        return []

    def _back(self) -> list[SessionEvent]:
        late = self._head.at_us > in_us(RESTARTS_AFTER_S)
        if self.position == 0 or (self._head.working and late):
            return self._restart()
        self._hold()
        return self._go_to(self.position - 1)

    def _restart(self) -> list[SessionEvent]:
        self._hold()
        self._head.enter_lead(self._head.planned, at_most_s=self.timeline.routine.pauses.get_ready_s)
        return []

    def _jump(self, index: int, was: Playing | None) -> list[SessionEvent]:
        if was is None and index == self.position:
            return self._restart()
        events = self._hold_on() + self._go_to(index)
        if was is not None:
            self._head.go_on_at(in_us(was.elapsed_s), working=was.working, lead_us=in_us(was.length_s))
        return events

    def _stretch(self, us: int) -> list[SessionEvent]:
        head = self._head
        if not head.working:
            shortest_us = min(head.left_us, in_us(COUNTDOWN_S))
            head.set_lead(head.at_us + min(max(head.left_us + us, shortest_us), in_us(MAX_HOLD_S)))
        return []

    def _ease(self) -> list[SessionEvent]:
        head = self._head
        now = head.planned
        done = (head.counted if now.dosage.reps is not None else head.at_us / MICROSECONDS) if head.working else 0
        sets = list(self.timeline.sets)
        for planned in sets[:]:
            if planned.index == now.index:
                sets[planned.index] = eased(planned, done=done)
            elif (planned.item == now.item or both_run(planned, now)) and planned.index not in self.records:
                sets[planned.index] = eased(planned)
        self.timeline = replace(self.timeline, sets=tuple(sets))
        head.replan(sets[now.index])
        return []

    def _end_exercise(self) -> list[SessionEvent]:
        self._hold()
        item = self._head.planned.item
        following = next((planned.index for planned in self.timeline.sets if planned.item > item), None)
        if following is None:
            return self._end()
        events = self._write_pending(planned for planned in self.timeline.sets if planned.item == item)
        return events + self._go_to(following)

    def _end(self) -> list[SessionEvent]:
        complete = len(self.records) == len(self.timeline.sets)
        self._hold()
        return self._close(SessionStatus.COMPLETED if complete else SessionStatus.STOPPED)

    def _say_pain(self, said: PainSaid) -> list[SessionEvent]:
        return [said, *_finished(self._book.say_pain(said.planned, said.score))]

    def _close(self, status: SessionStatus) -> list[SessionEvent]:
        events = self._write_pending(self.timeline.sets)
        self._ended, self._paused = status, None
        return [*events, SessionEnded(status)]

    def _write_pending(self, sets: Iterable[PlannedSet]) -> list[SessionEvent]:
        pending = (planned for planned in sets if planned.index not in self.records or self._book.was_tried(planned))
        return [event for planned in pending for event in _finished(self._book.write(planned))]

    def _hold(self) -> None:
        if self._head.working:
            self._book.hold(self.position, reps=self._head.counted, worked_us=self._head.at_us)

    def _hold_on(self) -> list[SessionEvent]:
        """Hold, and record the set that stands here if it was begun."""
        self._hold()
        left = self._head.planned
        return _finished(self._book.write(left)) if self._book.was_tried(left) else []


def _finished(record: SetRecord | None) -> list[SessionEvent]:
    return [SetFinished(record)] if record else []
