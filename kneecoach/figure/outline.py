"""Outlines of round bodies as they are seen: blobs, the hulls between neighbours, and the long outline of a limb."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from math import atan2, ceil, cos, hypot, pi, sin, sqrt
from typing import NamedTuple

from kneecoach.figure.strokes import Point, Polygon

# The light comes from above and a little from the left; shares of the radius
LIGHT_ACROSS = -0.11
LIGHT_DOWN = -0.17
LIGHT = 0.76
"""How much of a body the light covers when nothing else is said."""

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


class Blob(NamedTuple):
    """One section as it is seen, in pixels: a circle, or an ellipse by its `form` (xx, xy, yy)."""

    x: float
    y: float
    radius: float
    form: tuple[float, float, float] | None = None
    light: float = LIGHT


@cache
def directions(count: int) -> tuple[Point, ...]:
    return tuple((cos(2 * pi * k / count), sin(2 * pi * k / count)) for k in range(count))


def directions_for(radius_px: float) -> tuple[Point, ...]:
    """Fewer directions for small bodies: the outline stays within about 0.15 px of the round one."""
    for limit, count in ((2.5, 8), (6, 12), (12, 16), (24, 20), (60, 24)):
        if radius_px < limit:
            return directions(count)
    return directions(32)


def trace(blobs: Sequence[Blob], *, flat_end: bool = False, ways: Sequence[Point] | None = None) -> "list[Trace]":
    """The outline of the hulls of neighbouring blobs, as one trace where that can be told and else as one for each."""
    if all(blob.form is None for blob in blobs) and _is_seen_along(blobs):
        return [Trace(blobs, _along_limb(blobs, flat_end=flat_end))]
    ways = ways or directions_for(extent(blobs))
    reached = [_supports(blob, ways) for blob in blobs]
    if len(blobs) == 1:
        return [Trace(blobs, [(0, x, y, n[0], n[1]) for (_, x, y), n in zip(reached[0], ways, strict=True)])]
    turns = [_turns(a, b) for a, b in pairwise(reached)]
    known = [turn for turn in turns if turn is not None]
    if len(known) == len(turns) and _goes_on(blobs):
        return [Trace(blobs, _round_chain(reached, known, ways))]
    return [Trace(blobs, _round_hull(reached, i, ways)) for i in range(len(blobs) - 1)]


class Trace(NamedTuple):
    """An outline as contacts: (which blob, the point on its edge, the direction outward there).

    A contact with no direction is the middle of a blob: there the outline is hollow, and goes round through it so that
    the two sides never cancel each other.
    """

    blobs: Sequence[Blob]
    contacts: "list[Contact]"

    def outline(self, grow: float = 0.0, first: int = 0) -> Polygon:
        """The outline, `grow` px wider, of the blobs from `first` on."""
        contacts = [c for c in self.contacts if c[0] >= first] if first else self.contacts
        if not grow:
            return tuple([(x, y) for _, x, y, _, _ in contacts])
        return tuple([(x + grow * nx, y + grow * ny) for _, x, y, nx, ny in contacts])

    def lit(self) -> Polygon:
        """What of it is in the light."""
        moved = []
        for blob in self.blobs:
            share = blob.light
            shift = blob.radius * (1 - share) / (1 - LIGHT)
            rest = 1 - share
            moved.append((share, blob.x * rest + shift * LIGHT_ACROSS, blob.y * rest + shift * LIGHT_DOWN))
        return tuple(
            [(x * moved[i][0] + moved[i][1], y * moved[i][0] + moved[i][2]) for i, x, y, _, _ in self.contacts]
        )


def extent(blobs: Sequence[Blob]) -> float:
    """The radius of the largest of them."""
    return max(b.radius if b.form is None else sqrt(max(b.form[0], b.form[2])) for b in blobs)


Contact = tuple[int, float, float, float, float]
Support = tuple[float, float, float]
"""How far a blob reaches in a direction, and the point of its edge that does."""


def _supports(blob: Blob, ways: Sequence[Point]) -> list[Support]:
    x, y, radius, form, _ = blob
    if form is None:
        return [(x * nx + y * ny + radius, x + radius * nx, y + radius * ny) for nx, ny in ways]
    xx, xy, yy = form
    return [
        (
            x * nx + y * ny + (reach := sqrt((px := xx * nx + xy * ny) * nx + (py := xy * nx + yy * ny) * ny + 1e-9)),
            x + px / reach,
            y + py / reach,
        )
        for nx, ny in ways
    ]


def _goes_on(blobs: Sequence[Blob]) -> bool:
    """Whether the chain never doubles back, and has no waist so narrow that its two sides could meet in it."""
    sizes = [blob.radius for blob in blobs]
    if min(sizes[1:-1], default=1.0) < NARROW * max(sizes):
        return False
    steps = [(b.x - a.x, b.y - a.y) for a, b in pairwise(blobs)]
    return all(a[0] * b[0] + a[1] * b[1] > 0 for a, b in pairwise(steps))


def _turns(a: list[Support], b: list[Support]) -> tuple[int, int] | None:
    """The first direction in which b reaches farther than a, and the first after it in which it does not again.

    None when one lies within the other, or when they cross more than once.
    """
    wins = [q[0] > p[0] for p, q in zip(a, b, strict=True)]
    changes = [k for k in range(len(wins)) if wins[k] != wins[k - 1]]
    if len(changes) != 2:  # noqa: PLR2004 - one into b and one out of it
        return None
    first, second = changes
    return (first, second) if wins[first] else (second, first)


def _round_chain(
    reached: Sequence[list[Support]], turns: Sequence[tuple[int, int]], ways: Sequence[Point]
) -> list[Contact]:
    """Out along one side of the chain, round its end, and back along the other side."""
    last, count = len(reached) - 1, len(ways)
    forth: list[Contact] = []
    back: list[list[Contact]] = []
    for i in range(1, last):
        (out, home), (out_next, home_next) = turns[i - 1], turns[i]
        one, other = (out_next - out) % count, (home - home_next) % count
        # What both neighbours leave free of the blob is shared by its sides; a side that seems to show a whole round
        # more runs backwards, and there the chain is hollow
        free = (home - out) % count - (home_next - out_next) % count
        hollow = (one + other - free) // count
        forth += _arc(reached[i], i, (out, one), ways, hollow=hollow > (one <= other))
        back.append(_arc(reached[i], i, (home_next, other), ways, hollow=hollow > (other < one)))
    start = _arc(reached[0], 0, (turns[0][1], (turns[0][0] - turns[0][1]) % count), ways)
    end = _arc(reached[last], last, (turns[-1][0], (turns[-1][1] - turns[-1][0]) % count), ways)
    return [*start, *forth, *end, *(contact for arc in reversed(back) for contact in arc)]


def _arc(
    own: list[Support], blob: int, span: tuple[int, int], ways: Sequence[Point], *, hollow: bool = False
) -> list[Contact]:
    """The contacts of one blob from a direction on for some steps, or where it is hollow round through its middle."""
    start, steps = span
    count = len(ways)
    if hollow:
        to = (start + steps - 1) % count
        x = sum(p[1] for p in own) / count
        y = sum(p[2] for p in own) / count
        return [
            (blob, own[start][1], own[start][2], *ways[start]),
            (blob, x, y, 0.0, 0.0),
            (blob, own[to][1], own[to][2], *ways[to]),
        ]
    return [(blob, own[k][1], own[k][2], *ways[k]) for k in ((start + step) % count for step in range(max(1, steps)))]


def _round_hull(reached: Sequence[list[Support]], first: int, ways: Sequence[Point]) -> list[Contact]:
    return [
        (first, p[1], p[2], n[0], n[1]) if p[0] > q[0] else (first + 1, q[1], q[2], n[0], n[1])
        for p, q, n in zip(reached[first], reached[first + 1], ways, strict=True)
    ]


def _along_limb(blobs: Sequence[Blob], *, flat_end: bool) -> list[Contact]:
    """Both sides of a row of circles, with its round ends."""
    last = len(blobs) - 1
    forth: list[Contact] = []
    back: list[Contact] = []
    ends = []
    for i, (x, y, radius, _form, _light) in enumerate(blobs):
        before, after = blobs[i - 1 if i else 0], blobs[i + 1 if i < last else last]
        dx, dy = after.x - before.x, after.y - before.y
        length = hypot(dx, dy)
        dx, dy = dx / length, dy / length
        slope = max(-0.9, min(0.9, (after.radius - before.radius) / length))
        across = sqrt(1 - slope * slope)
        ahead = (dx * slope, dy * slope)
        forth.append(_contact(i, x, y, radius, dy * across - ahead[0], -dx * across - ahead[1]))
        back.append(_contact(i, x, y, radius, -dy * across - ahead[0], dx * across - ahead[1]))
        if i in (0, last):
            ends.append((atan2(dy, dx), slope))
    out = list(forth)
    if not flat_end:
        out += _cap(last, blobs[last], ends[1][0], pi / 2 + ends[1][1])
    out += reversed(back)
    out += _cap(0, blobs[0], ends[0][0] + pi, pi / 2 - ends[0][1])
    return out


def _contact(i: int, x: float, y: float, radius: float, nx: float, ny: float) -> Contact:
    return (i, x + radius * nx, y + radius * ny, nx, ny)


def _is_seen_along(blobs: Sequence[Blob]) -> bool:
    """Whether every step goes on in about the same direction and comes out of the circle before."""
    if len(blobs) < ROW:
        return False
    px = py = slope = 0.0
    for a, b in pairwise(blobs):
        dx, dy = b.x - a.x, b.y - a.y
        length = hypot(dx, dy)
        if length < LEAST_STEP_PX or length < 1.15 * abs(b.radius - a.radius) or length < STRAIGHT_ENOUGH * a.radius:
            return False
        dx, dy, widening = dx / length, dy / length, (b.radius - a.radius) / length
        if (px or py) and (px * dx + py * dy < TURNS_AT_MOST or abs(widening - slope) > WIDENS_AT_MOST):
            return False
        px, py, slope = dx, dy, widening
    return True


def _cap(i: int, blob: Blob, middle: float, half: float) -> list[Contact]:
    """The round end: an arc about the blob from `middle - half` to `middle + half`, ends left out."""
    count = max(2, ceil(2 * half * blob.radius / max(CAP_STEP_PX, blob.radius * CAP_STEP)))
    turns = (middle - half + 2 * half * k / count for k in range(1, count))
    return [_contact(i, blob.x, blob.y, blob.radius, cos(turn), sin(turn)) for turn in turns]


def around(blobs: Sequence[Blob]) -> Polygon:
    """The one convex outline around all blobs."""
    ways = directions_for(extent(blobs))
    reached = [_supports(blob, ways) for blob in blobs]
    return tuple([max(at)[1:] for at in zip(*reached, strict=True)])


def outlines(blobs: Sequence[Blob], ways: Sequence[Point] | None = None) -> list[Polygon]:
    """The outlines of the hulls of neighbouring blobs."""
    return [found.outline() for found in trace(blobs, ways=ways)]
