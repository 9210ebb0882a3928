"""From where the figure is seen, and how large: the projection that keeps a whole loop in its frame."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import cos, radians, sin

from kneecoach.figure.blobs import Blob
from kneecoach.figure.movement import Camera
from kneecoach.figure.solid import Section
from kneecoach.figure.strokes import Point
from kneecoach.figure.vectors import Vec, dot, scale, subtract

WIDE = 0.93
HIGH = 0.86
FLOOR = 0.93
"""Shares of the frame that the figure may take, and how far down a tall one stands."""
LOW_FIGURE = 0.5
SINK = 0.06
SOLID = 3
"""Axes of an ellipsoid; a disc has two."""


@dataclass(frozen=True, slots=True)
class Projection:
    """A view without perspective: `right` and `up` are of the picture, `toward` points at the viewer; pixels."""

    right: Vec
    up: Vec
    toward: Vec
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def point(self, place: Vec) -> Point:
        r, u, k = self.right, self.up, self.scale
        x, y, z = place
        return self.x + (x * r[0] + y * r[1] + z * r[2]) * k, self.y - (x * u[0] + y * u[1] + z * u[2]) * k

    def depth(self, place: Vec) -> float:
        """Greater is nearer to the viewer."""
        return dot(place, self.toward)

    def blob(self, section: Section) -> Blob:
        (cx, cy, cz), radius, axes, light = section
        (rx, ry, rz), (ux, uy, uz), k = self.right, self.up, self.scale
        x, y = self.x + (cx * rx + cy * ry + cz * rz) * k, self.y - (cx * ux + cy * uy + cz * uz) * k
        if axes is None:
            return Blob(x, y, radius * k, None, light)
        xx = xy = yy = 0.0
        for a, b, c in axes:
            px = (a * rx + b * ry + c * rz) * k
            py = -(a * ux + b * uy + c * uz) * k
            xx += px * px
            xy += px * py
            yy += py * py
        least = min(xx, yy) ** 0.5 if len(axes) == SOLID else 0.0
        return Blob(x, y, least, (xx, xy, yy), light)

    def moved(self, by: Vec) -> "Projection":
        """The view of a camera that has gone along `by`."""
        return replace(self, x=self.x - dot(by, self.right) * self.scale, y=self.y + dot(by, self.up) * self.scale)


def looking(camera: Camera) -> Projection:
    yaw, pitch = radians(camera.yaw), radians(camera.pitch)
    level = (sin(yaw), 0.0, cos(yaw))
    toward = (level[0] * cos(pitch), sin(pitch), level[2] * cos(pitch))
    up = subtract((0.0, cos(pitch), 0.0), scale(level, sin(pitch)))
    return Projection((cos(yaw), 0.0, -sin(yaw)), up, toward)


def fitted(camera: Camera, reach: Iterable[tuple[Vec, float]], width: float, height: float) -> Projection:
    """The projection that shows all balls (centre, radius) of `reach` in a frame of that many pixels."""
    view = looking(camera)
    balls = [(view.point(place), radius) for place, radius in (*reach, *((p, 0.0) for p in camera.include))]
    left = min(x - r for (x, _), r in balls)
    right = max(x + r for (x, _), r in balls)
    top = min(y - r for (_, y), r in balls)
    bottom = max(y + r for (_, y), r in balls)
    wide, high = right - left, bottom - top
    k = min(width * WIDE / wide, height * HIGH / high, height * camera.largest)
    x = width / 2 - (left + right) / 2 * k
    if high * k > height * LOW_FIGURE:
        y = height * FLOOR - bottom * k
    else:
        y = height * (0.5 + SINK) - (top + bottom) / 2 * k
    return replace(view, scale=k, x=x, y=y)
