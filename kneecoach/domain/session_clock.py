"""Real moments turned into played time, and the judgement whether the machine slept."""

import math

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.moment import Moment

ASLEEP_S = 2.0
"""A longer step of real time means that the process was stopped or the machine slept."""
AHEAD_S = 0.5
"""Boot time running ahead of monotonic time by more than this means suspend (Linux stops the monotonic clock)."""
MAX_SPEED = 1_000.0
MICROSECONDS = 1_000_000


def in_us(seconds: float) -> int:
    """Whole microseconds. A session adds up integers only, so an hour of steps drifts by nothing."""
    return round(seconds * MICROSECONDS)


class PlayedTime:
    """How much played time each step brings: a function of the moments alone, however finely they are cut."""

    def __init__(self, speed: float) -> None:
        if not (math.isfinite(speed) and 0 < speed <= MAX_SPEED):
            raise InvalidInput(f"The speed is more than 0 and at most {MAX_SPEED:.0f}.")
        self._speed = speed
        self._last = Moment(0.0, 0.0)
        self._anchor_us = 0
        self._given_us = 0
        self.started = False

    def start(self, now: Moment) -> None:
        """Measure from here; what lies before counts for nothing."""
        self.started = True
        self._last = now
        self._anchor_us = in_us(now.monotonic)
        self._given_us = 0

    def step(self, now: Moment) -> int | None:
        """Played microseconds since the start or the last step; None when the machine slept in between."""
        real_s = now.monotonic - self._last.monotonic
        if real_s > ASLEEP_S or now.boot - self._last.boot - real_s > AHEAD_S:
            return None
        if real_s <= 0:
            return 0
        self._last = now
        played_us = round((in_us(now.monotonic) - self._anchor_us) * self._speed)
        step_us, self._given_us = played_us - self._given_us, played_us
        return step_us
