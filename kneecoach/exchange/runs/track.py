"""The length, time and climb of a line of points, for files that have no totals of their own."""

import math

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.runs.limits import MAX_POINTS, TOO_MANY_POINTS

EARTH_RADIUS_M = 6_371_008.8
POLE, HALF_TURN = 90, 180
PAUSE_S, STANDING_M_PER_S = 60.0, 0.5
RISE_M = 5.0
"""Smaller rises are noise of the sensor."""


class Track:
    """Sums points as they come. A gap of a minute or more without getting anywhere is a pause and counts for nothing,
    like the time and the way between two segments.
    """

    def __init__(self) -> None:
        self.points = 0
        self.distance_m = 0.0
        self.start_s: float | None = None
        self._timed_seconds: float | None = None
        self._climb = Climb()
        self._last: tuple[float, float] | None = None
        self._last_s: float | None = None
        self._since_time_m = 0.0

    @property
    def seconds(self) -> float | None:
        """Time in motion; None when fewer than two points had a time."""
        return self._timed_seconds

    @property
    def climb_m(self) -> float | None:
        """Metres uphill; None when no point had a height."""
        return self._climb.total_m

    def begin_segment(self) -> None:
        """What comes next does not follow from what came before."""
        self._last = self._last_s = None
        self._since_time_m = 0.0
        self._climb.lift()

    def add(self, latitude: float, longitude: float, height_m: float | None, second: float | None) -> None:
        """One more point at a second of any clock; `InvalidInput` for one that is not on earth, or one too many."""
        if not (-POLE <= latitude <= POLE and -HALF_TURN <= longitude <= HALF_TURN):
            raise InvalidInput("A point in it lies nowhere on earth.")
        here = (math.radians(latitude), math.radians(longitude))
        step_m = 0.0 if self._last is None else _apart_m(self._last, here)
        self._last = here
        self.step(step_m, height_m, second)

    def step(self, step_m: float, height_m: float | None, second: float | None) -> None:
        """The same for a point that is known by its way from the one before."""
        self.points += 1
        if self.points > MAX_POINTS:
            raise InvalidInput(TOO_MANY_POINTS)
        self.distance_m += step_m
        self._since_time_m += step_m
        if height_m is not None:
            self._climb.add(height_m)
        if second is not None:
            self._pass_time(second)

    def _pass_time(self, second: float) -> None:
        if self.start_s is None:
            self.start_s = second
        if self._last_s is not None:
            gap_s = second - self._last_s
            paused = gap_s >= PAUSE_S and self._since_time_m < STANDING_M_PER_S * gap_s
            self._timed_seconds = (self._timed_seconds or 0.0) + (0.0 if paused else max(0.0, gap_s))
        self._last_s, self._since_time_m = second, 0.0


class Climb:
    """Metres uphill, from heights as they come."""

    def __init__(self) -> None:
        self.total_m: float | None = None
        self._lowest: float | None = None

    def lift(self) -> None:
        """The next height begins anew."""
        self._lowest = None

    def add(self, height_m: float) -> None:
        """One more height."""
        if self.total_m is None:
            self.total_m = 0.0
        if self._lowest is None or height_m < self._lowest:
            self._lowest = height_m
        elif height_m >= self._lowest + RISE_M:
            self.total_m += height_m - self._lowest
            self._lowest = height_m


def _apart_m(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Along the surface (haversine)."""
    south_m = math.sin((other[0] - one[0]) / 2)
    east_m = math.sin((other[1] - one[1]) / 2)
    half = south_m * south_m + math.cos(one[0]) * math.cos(other[0]) * east_m * east_m
    return 2 * EARTH_RADIUS_M * math.asin(min(1.0, math.sqrt(half)))
