"""The ice timer: how long the ice has been on, moved only by the moments and controls that are handed to it.

It counts boot time: a computer that sleeps does not take the ice off.
"""

from dataclasses import dataclass
from typing import TypeAlias

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.ice import (
    CAUTION_ABOVE_MINUTES,
    DEFAULT_MINUTES,
    LONGEST_MINUTES,
    SHORTEST_MINUTES,
    SKIN_CHECK_EVERY_S,
)
from kneecoach.domain.moment import Moment
from kneecoach.domain.session_clock import MICROSECONDS, in_us

REMIND_EVERY_S = 30
REMIND_AT_MOST = 6
"""Whoever has not answered by then is not near; the question stays."""
MINUTE_US = 60 * MICROSECONDS
PAST_CAUTION_ONLY = f"More than {CAUTION_ABOVE_MINUTES} minutes can be set only past the caution."


@dataclass(frozen=True, slots=True)
class MinuteDone:
    """The ice has been on for so many whole minutes: what a power cut must not lose."""

    minutes: int


@dataclass(frozen=True, slots=True)
class SkinCheckDue:
    """Time to look at the skin."""


@dataclass(frozen=True, slots=True)
class Reminded:
    """The skin was not looked at, or the ice not taken off, since it was asked for."""


@dataclass(frozen=True, slots=True)
class TimeUp:
    """The set time is over: the ice comes off."""


IceEvent: TypeAlias = MinuteDone | SkinCheckDue | Reminded | TimeUp


class IceTimer:
    """From the first moment to the set time, and what waits for an answer.

    Every control takes `now`, lets time pass up to it and answers with what happened, in order; of the minutes and of
    the skin checks that lie in one step only the last is told. A skin check that nobody answers goes on waiting, and
    the time goes on. Once the time is up only `end` does anything. `minutes`, `paused`, `check_due`, `ended` and the
    rest are for reading.
    """

    def __init__(self, minutes: int = DEFAULT_MINUTES, *, past_caution: bool = False) -> None:
        if not SHORTEST_MINUTES <= minutes <= LONGEST_MINUTES:
            raise InvalidInput(f"Set from {SHORTEST_MINUTES} to {LONGEST_MINUTES} minutes.")
        if minutes > CAUTION_ABOVE_MINUTES and not past_caution:
            raise InvalidInput(PAST_CAUTION_ONLY)
        self.minutes = minutes
        self.past_caution = past_caution
        self.paused = self.check_due = self.ended = False
        self._last: Moment | None = None
        self._on_us = 0
        self._waiting_us = 0

    @property
    def time_up(self) -> bool:
        """Whether the set time is over."""
        return self._on_us >= self._length_us

    @property
    def on_s(self) -> float:
        """How long the ice has been on; pauses count for nothing."""
        return self._on_us / MICROSECONDS

    @property
    def left_s(self) -> float:
        """How long it stays on."""
        return (self._length_us - self._on_us) / MICROSECONDS

    @property
    def waiting_s(self) -> float:
        """For how long the open skin check, or the end, has been waiting; a pause counts for nothing."""
        return self._waiting_us / MICROSECONDS if self.check_due or self.time_up else 0.0

    @property
    def minutes_done(self) -> int:
        """What the diary keeps: to the nearest whole minute, 0 under half a minute."""
        return (self._on_us + MINUTE_US // 2) // MINUTE_US

    @property
    def limit(self) -> int:
        """The longest that can be set as things stand."""
        return LONGEST_MINUTES if self.past_caution else CAUTION_ABOVE_MINUTES

    @property
    def shortest(self) -> int:
        """The shortest that can be set now: what is over can't be taken back."""
        return max(SHORTEST_MINUTES, self._on_us // MINUTE_US + 1)

    def advance(self, now: Moment) -> list[IceEvent]:
        """Let time pass up to `now`. The first moment starts the clock."""
        last, self._last = self._last, now
        if last is None or self.paused or self.ended:
            return []
        return self._run(max(0, in_us(now.boot) - in_us(last.boot)))

    def pause(self, now: Moment) -> list[IceEvent]:
        """The ice is off for a moment; the computer may sleep meanwhile."""
        events = self.advance(now)
        self.paused = not (self.ended or self.time_up)
        return events

    def resume(self, now: Moment) -> list[IceEvent]:
        """The ice is on again."""
        events = self.advance(now)
        self.paused = False
        return events

    def allow_longer(self) -> None:
        """The caution about more than 20 minutes was confirmed."""
        self.past_caution = True

    def stretch(self, now: Moment, minutes: int) -> list[IceEvent]:
        """Set so many minutes more or less, as far as the limits let it."""
        events = self.advance(now)
        if not (self.ended or self.time_up):
            self.minutes = min(max(self.minutes + minutes, self.shortest), max(self.limit, self.minutes))
        return events

    def skin_is_fine(self, now: Moment) -> list[IceEvent]:
        """Red and only cold: go on."""
        events = self.advance(now)
        self.check_due = False
        return events

    def end(self, now: Moment) -> list[IceEvent]:
        """The ice is off."""
        events = self.advance(now)
        self.ended, self.paused, self.check_due = True, False, False
        return events

    @property
    def _length_us(self) -> int:
        return self.minutes * MINUTE_US

    def _run(self, step_us: int) -> list[IceEvent]:
        if self.time_up:
            return self._wait(step_us)
        before, after = self._on_us, self._on_us + step_us
        self._on_us = min(after, self._length_us)
        events: list[IceEvent] = []
        if self._on_us // MINUTE_US > before // MINUTE_US:
            events.append(MinuteDone(self._on_us // MINUTE_US))
        if after >= self._length_us:
            self.check_due, self._waiting_us = False, after - self._on_us
            return [*events, TimeUp()]
        every = in_us(SKIN_CHECK_EVERY_S)
        if self._on_us // every > before // every:
            self.check_due, self._waiting_us = True, self._on_us % every
            return [*events, SkinCheckDue()]
        return [*events, *(self._wait(step_us) if self.check_due else [])]

    def _wait(self, step_us: int) -> list[IceEvent]:
        every = in_us(REMIND_EVERY_S)
        before, self._waiting_us = self._waiting_us // every, self._waiting_us + step_us
        return [Reminded()] if before < min(self._waiting_us // every, REMIND_AT_MOST) else []
