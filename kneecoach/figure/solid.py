"""Round bodies in space: balls and ellipsoids, and the rows of them that make a limb."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kneecoach.figure.blobs import LIGHT
from kneecoach.figure.vectors import Quaternion, Vec, X, Y, Z, rotate

Axes = tuple[Vec, Vec, Vec]
"""Front, up and right of a part of the body."""

Row = tuple[float, float, float, float]
"""Where along the bone (0 to 1), radius, and how far the middle lies to the front and to the outer side."""


class Section(NamedTuple):
    """A ball, or an ellipsoid (three axes) or disc (two) by its half axes; `light` is the share in the light."""

    centre: Vec
    radius: float
    axes: tuple[Vec, ...] | None = None
    light: float = LIGHT


def axes_of(turn: Quaternion) -> Axes:
    return rotate(turn, X), rotate(turn, Y), rotate(turn, Z)


def place(origin: Vec, axes: Axes, front: float, up: float = 0.0, right: float = 0.0) -> Vec:
    f, u, r = axes
    return (
        origin[0] + f[0] * front + u[0] * up + r[0] * right,
        origin[1] + f[1] * front + u[1] * up + r[1] * right,
        origin[2] + f[2] * front + u[2] * up + r[2] * right,
    )


def ellipsoid(axes: Axes, centre: Vec, half: Vec, light: float = LIGHT) -> Section:
    f, u, r = axes
    a, b, c = half
    stretched = ((f[0] * a, f[1] * a, f[2] * a), (u[0] * b, u[1] * b, u[2] * b), (r[0] * c, r[1] * c, r[2] * c))
    return Section(centre, max(half), stretched, light)


def disc(axes: tuple[Vec, Vec], centre: Vec, radius: float) -> Section:
    a, b = axes
    return Section(
        centre,
        radius,
        ((a[0] * radius, a[1] * radius, a[2] * radius), (b[0] * radius, b[1] * radius, b[2] * radius)),
    )


def smoothed(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with one more between each two on a curve through them, so that outlines have no corners."""
    out: list[Row] = []
    for i, (here, there) in enumerate(pairwise(rows)):
        before, after = rows[max(0, i - 1)], rows[min(len(rows) - 1, i + 2)]
        curved = [(-a + 9 * b + 9 * c - d) / 16 for a, b, c, d in zip(before, here, there, after, strict=True)]
        out += [here, ((here[0] + there[0]) / 2, curved[1], curved[2], curved[3])]
    return (*out, rows[-1])


def row_at(rows: Sequence[Row], t: float) -> Row:
    if t <= rows[0][0]:
        return (t, *rows[0][1:])
    for a, b in pairwise(rows):
        if t <= b[0]:
            u = (t - a[0]) / (b[0] - a[0])
            return (t, a[1] + (b[1] - a[1]) * u, a[2] + (b[2] - a[2]) * u, a[3] + (b[3] - a[3]) * u)
    return (t, *rows[-1][1:])


class Bone(NamedTuple):
    """A bone with its flesh: from `start` to `end`, `front` where its muscles bulge, `outer` away from the body."""

    start: Vec
    end: Vec
    rows: tuple[Row, ...]
    front: Vec
    outer: Vec

    def at(self, row: Row) -> Vec:
        t, _, front, outer = row
        (x0, y0, z0), (x1, y1, z1) = self.start, self.end
        (fx, fy, fz), (ox, oy, oz) = self.front, self.outer
        return (
            x0 + (x1 - x0) * t + fx * front + ox * outer,
            y0 + (y1 - y0) * t + fy * front + oy * outer,
            z0 + (z1 - z0) * t + fz * front + oz * outer,
        )

    def sections(self, first: float = 0.0, last: float = 1.0, grow: float = 0.0) -> list[Section]:
        """The balls of the part from `first` to `last`, each `grow` wider (clothing)."""
        rows = [row_at(self.rows, first), *(r for r in self.rows if first < r[0] < last), row_at(self.rows, last)]
        return [Section(self.at(row), row[1] + grow) for row in rows]


def lit_root(sections: list[Section], *lights: float) -> list[Section]:
    """The same sections, the first of them lit by these shares: where a limb grows out of the body there is no edge."""
    head = [s._replace(light=light) for s, light in zip(sections, lights, strict=False)]
    return [*head, *sections[len(head) :]]
