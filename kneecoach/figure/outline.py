"""Outlines of round bodies as they are seen: blobs, the hulls between neighbours, and the long outline of a limb.

A picture has some sixty of them, thirty times a second: what runs for every corner is one expression in a list.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import atan2, ceil, cos, hypot, pi, sin, sqrt
from operator import ge, gt, itemgetter
from typing import NamedTuple

from kneecoach.figure.blobs import LIGHT, Blob, Support, Ways, directions_for, extent, support_of
from kneecoach.figure.strokes import Point, Polygon

# The light comes from above and a little from the left; shares of the radius
LIGHT_ACROSS = -0.11
LIGHT_DOWN = -0.17

STRAIGHT_ENOUGH = 0.2
TURNS_AT_MOST = 0.9
WIDENS_AT_MOST = 0.35
NARROW = 0.4
LEAST_STEP_PX = 0.3
ROW = 3
"""Fewer blobs than this are no row."""
CAP_STEP_PX = 2.5
CAP_STEP = 0.33
"""The corners of a round end lie so far apart, in pixels or as a share of its radius."""
MIDDLE = (0.0, 0.0)
"""The way outward of a corner in the middle of its blob."""


def trace(blobs: Sequence[Blob], *, flat_end: bool = False, ways: Ways | None = None) -> "list[Trace]":
    """The outline of the hulls of neighbouring blobs, as one trace where that can be told and else as one for each."""
    if _is_seen_along(blobs):
        return [_along_limb(blobs, flat_end=flat_end)]
    ways = ways or directions_for(extent(blobs))
    supports = [support_of(blob, ways) for blob in blobs]
    if len(blobs) == 1:
        rounds = Rounds(blobs, supports, ways)
        rounds.go(0, 0, ways.many)
        return [rounds.trace]
    if len(blobs) >= ROW and _goes_on(blobs):
        turns = [_turns(a, b) for a, b in pairwise(supports)]
        known = [turn for turn in turns if turn is not None]
        if len(known) == len(turns):
            return [_round_chain(Rounds(blobs, supports, ways), known)]
    return [_round_hull(Rounds(blobs, supports, ways), i, a, b) for i, (a, b) in enumerate(pairwise(supports))]


class Trace(NamedTuple):
    """An outline: its corners, the direction outward at each, and which blob it touches there.

    Where a corner is the middle of its blob it has no direction: there the outline is hollow, and goes round through it
    so that the two sides never cancel each other.
    """

    blobs: Sequence[Blob]
    corners: Polygon
    outward: Sequence[Point]
    touched: Sequence[int]

    def outline(self, grow: float = 0.0, first: int = 0) -> Polygon:
        """The outline, `grow` px wider, of the blobs from `first` on."""
        if not grow and not first:
            return self.corners
        wider = [(x + grow * nx, y + grow * ny) for (x, y), (nx, ny) in zip(self.corners, self.outward, strict=True)]
        if not first:
            return tuple(wider)
        return tuple([corner for corner, blob in zip(wider, self.touched, strict=True) if blob >= first])

    def lit(self) -> Polygon:
        """What of it is in the light."""
        moved = [_moved_to_light(x, y, radius, light) for x, y, radius, _, light in self.blobs]
        if len(moved) == 1:
            ((share, right, down),) = moved
            return tuple([(x * share + right, y * share + down) for x, y in self.corners])
        each = [moved[blob] for blob in self.touched]
        return tuple(
            [
                (x * share + right, y * share + down)
                for (x, y), (share, right, down) in zip(self.corners, each, strict=True)
            ]
        )


def _moved_to_light(x: float, y: float, radius: float, light: float) -> tuple[float, float, float]:
    """By how much the lit side is smaller than its body, and what is added to its corners then."""
    rest = 1 - light
    shift = radius * rest / (1 - LIGHT)
    return light, x * rest + shift * LIGHT_ACROSS, y * rest + shift * LIGHT_DOWN


class Rounds:
    """Goes round blobs, from one to the next, and keeps the corners on the way."""

    def __init__(self, blobs: Sequence[Blob], supports: Sequence[Support], ways: Ways) -> None:
        self._blobs = blobs
        self._supports = supports
        self._ways = ways
        self._corners: list[Point] = []
        self._outward: list[Point] = []
        self._touched: list[int] = []

    @property
    def count(self) -> int:
        return self._ways.many

    @property
    def last(self) -> int:
        return len(self._blobs) - 1

    @property
    def trace(self) -> Trace:
        return Trace(self._blobs, tuple(self._corners), self._outward, self._touched)

    def go(self, blob: int, start: int, steps: int, *, hollow: bool = False) -> None:
        """Round one blob from a direction on for some steps, or where it is hollow round through its middle."""
        ways = self._ways.twice[start : start + steps]
        corners = self._on_edge(blob, start, ways)
        if hollow:
            corners = [corners[0], self._blobs[blob][:2], corners[-1]]
            ways = (ways[0], MIDDLE, ways[-1])
        self._corners += corners
        self._outward += ways
        self._touched += [blob] * len(corners)

    def _on_edge(self, blob: int, start: int, ways: Sequence[Point]) -> list[Point]:
        x, y, radius, form, _ = self._blobs[blob]
        if form is None:
            return [(x + radius * nx, y + radius * ny) for nx, ny in ways]
        xx, xy, yy = form
        reach = self._supports[blob].reach
        first = start % len(reach)
        reaches = (reach * 3)[first : first + len(ways)]
        return [
            (x + (xx * nx + xy * ny) / far, y + (xy * nx + yy * ny) / far)
            for (nx, ny), far in zip(ways, reaches, strict=True)
        ]


def _goes_on(blobs: Sequence[Blob]) -> bool:
    """Whether the chain never doubles back, and has no waist so narrow that its two sides could meet in it."""
    sizes = [blob[2] for blob in blobs]
    if min(sizes[1:-1], default=1.0) < NARROW * max(sizes):
        return False
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(blobs)]
    return all(a[0] * b[0] + a[1] * b[1] > 0 for a, b in pairwise(steps))


def _turns(a: Support, b: Support) -> tuple[int, int] | None:
    """The first direction in which b reaches farther than a, and the first after it in which it does not again.

    None when one lies within the other, or when they cross more than once.
    """
    farther = bytes(map(gt, b.heights, a.heights))
    begins = farther[0]
    change = farther.find(1 - begins)
    back = farther.find(begins, change)
    if change < 0 or (back > 0 and farther.find(1 - begins, back) > 0):
        return None
    back = max(back, 0)
    return (back, change) if begins else (change, back)


def _round_chain(rounds: Rounds, turns: Sequence[tuple[int, int]]) -> Trace:
    """Out along one side of the chain, round its end, and back along the other side."""
    last, count = rounds.last, rounds.count
    back = []
    rounds.go(0, turns[0][1], (turns[0][0] - turns[0][1]) % count or 1)
    for i in range(1, last):
        (out, home), (out_next, home_next) = turns[i - 1], turns[i]
        one, other = (out_next - out) % count, (home - home_next) % count
        # What both neighbours leave free of the blob is shared by its sides; a side that seems to show a whole round
        # more runs backwards, and there the chain is hollow
        free = (home - out) % count - (home_next - out_next) % count
        hollow = (one + other - free) // count
        rounds.go(i, out, one or 1, hollow=hollow > (one <= other))
        back.append((i, home_next, other or 1, hollow > (other < one)))
    rounds.go(last, turns[-1][0], (turns[-1][1] - turns[-1][0]) % count or 1)
    for i, start, steps, hollow_back in reversed(back):
        rounds.go(i, start, steps, hollow=hollow_back)
    return rounds.trace


def _round_hull(rounds: Rounds, first: int, a: Support, b: Support) -> Trace:
    farther = bytes(map(ge, b.heights, a.heights))
    way = 0
    while way < rounds.count:
        wins = farther[way]
        change = farther.find(1 - wins, way)
        end = change if change > 0 else rounds.count
        rounds.go(first + wins, way, end - way)
        way = end
    return rounds.trace


def _along_limb(blobs: Sequence[Blob], *, flat_end: bool) -> Trace:
    """Both sides of a row of circles, with its round ends."""
    last = len(blobs) - 1
    forth: list[Point] = []
    back: list[Point] = []
    ends = []
    row = zip((blobs[0], *blobs), (*blobs[1:], blobs[last]), strict=False)
    for i, ((x0, y0, r0, _, _), (x1, y1, r1, _, _)) in enumerate(row):
        dx, dy = x1 - x0, y1 - y0
        length = hypot(dx, dy)
        dx, dy = dx / length, dy / length
        slope = max(-0.9, min(0.9, (r1 - r0) / length))
        across = sqrt(1 - slope * slope)
        ahead_x, ahead_y, over_x, over_y = dx * slope, dy * slope, dy * across, dx * across
        forth.append((over_x - ahead_x, -over_y - ahead_y))
        back.append((-over_x - ahead_x, over_y - ahead_y))
        if i in (0, last):
            ends.append((atan2(dy, dx), slope))
    end = [] if flat_end else _cap(blobs[last][2], ends[1][0], pi / 2 + ends[1][1])
    start = _cap(blobs[0][2], ends[0][0] + pi, pi / 2 - ends[0][1])
    back.reverse()
    row_there = list(range(last + 1))
    touched = row_there + [last] * len(end) + row_there[::-1] + [0] * len(start)
    outward = forth + end + back + start
    corners = []
    for (nx, ny), at in zip(outward, touched, strict=True):
        x, y, radius, _, _ = blobs[at]
        corners.append((x + radius * nx, y + radius * ny))
    return Trace(blobs, tuple(corners), outward, touched)


def _is_seen_along(blobs: Sequence[Blob]) -> bool:
    """Whether they are circles, and every step goes on in about the same direction and out of the circle before."""
    if len(blobs) < ROW:
        return False
    px = py = slope = 0.0
    x0, y0, r0, form, _ = blobs[0]
    for x1, y1, r1, shape, _ in blobs[1:]:
        if form is not None or shape is not None:
            return False
        dx, dy, wider = x1 - x0, y1 - y0, r1 - r0
        length = hypot(dx, dy)
        if length < LEAST_STEP_PX or length < 1.15 * abs(wider) or length < STRAIGHT_ENOUGH * r0:
            return False
        dx, dy, widening = dx / length, dy / length, wider / length
        if (px or py) and (px * dx + py * dy < TURNS_AT_MOST or abs(widening - slope) > WIDENS_AT_MOST):
            return False
        px, py, slope = dx, dy, widening
        x0, y0, r0 = x1, y1, r1
    return True


def _cap(radius: float, middle: float, half: float) -> list[Point]:
    """The ways outward of a round end, from `middle - half` to `middle + half`, ends left out."""
    # As many for every bend of the limb: a picture between two others needs the same corners in both
    count = max(2, ceil(pi * radius / max(CAP_STEP_PX, radius * CAP_STEP)))
    turns = [middle - half + 2 * half * k / count for k in range(1, count)]
    return [(cos(turn), sin(turn)) for turn in turns]


def around(blobs: Sequence[Blob]) -> Polygon:
    """The one convex outline around all blobs."""
    ways = directions_for(extent(blobs))
    supports = [support_of(blob, ways) for blob in blobs]
    farthest = [
        max(enumerate(heights), key=itemgetter(1))[0] for heights in zip(*[s.heights for s in supports], strict=True)
    ]
    rounds = Rounds(blobs, supports, ways)
    for way, blob in enumerate(farthest):
        rounds.go(blob, way, 1)
    return rounds.trace.corners


def outlines(blobs: Sequence[Blob], ways: Ways | None = None) -> list[Polygon]:
    """The outlines of the hulls of neighbouring blobs."""
    return [found.outline() for found in trace(blobs, ways=ways)]
