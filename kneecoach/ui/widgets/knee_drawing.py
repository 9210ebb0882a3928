"""The drawn knees: four views of two knees as painter paths, read only when a knee is shown."""

import json
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from kneecoach.domain.exercise import Side
from kneecoach.paths import resource
from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.icons import painter_path
from kneecoach.ui.tokens import Tokens
from kneecoach.ui.widgets.painting import cap_text

BOX_WIDTH = 240
BOX_HEIGHT = 400
WHOLE_KNEE, DEEP_INSIDE, MOVES_AROUND = "whole_knee", "deep_inside", "moves_around"
UNDRAWN = (WHOLE_KNEE, DEEP_INSIDE, MOVES_AROUND)
"""Regions without a place of their own in any view; the first is a ring around all of them."""
BADGE_RADIUS = 10.5
SIDE_WORDS = {Side.LEFT: "Left", Side.RIGHT: "Right"}

Spot = tuple[Side, str]


class View(Enum):
    """From where the knees are seen."""

    FRONT = "front"
    INNER = "inner"
    OUTER = "outer"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Region:
    """One place that can be marked: its outline, its middle and its size in the box of 240 by 400."""

    path: QPainterPath
    polygon: QPolygonF
    centre: QPointF
    area: float


@dataclass(frozen=True, slots=True)
class Knee:
    """One knee in one view."""

    skin: QPainterPath
    contours: tuple[QPainterPath, ...]
    bone: tuple[QPainterPath, ...]
    tissue: tuple[QPainterPath, ...]
    whole: QPainterPath
    regions: dict[str, Region]


@cache
def _file() -> dict:
    return json.loads(resource("kneemap.json").read_text(encoding="utf-8"))


@cache
def knee(view: View, side: Side) -> Knee:
    drawn = _file()["views"][view.value][side.value]
    return Knee(
        skin=painter_path(drawn["skin"]),
        contours=tuple(map(painter_path, drawn["contours"])),
        bone=tuple(map(painter_path, drawn["bone"])),
        tissue=tuple(map(painter_path, drawn["tissue"])),
        whole=painter_path(drawn["whole_knee"]),
        regions={name: _region(one["d"], one["c"]) for name, one in drawn["regions"].items()},
    )


def _region(drawn: str, centre: list[float]) -> Region:
    path = painter_path(drawn)
    polygon = path.toFillPolygon()
    points = [polygon.at(i) for i in range(polygon.size())]
    twice = sum(a.x() * b.y() - b.x() * a.y() for a, b in pairwise(points))
    return Region(path, polygon, QPointF(*centre), abs(twice) / 2)


@cache
def order(view: View) -> tuple[Side, Side]:
    """Which knee stands on the left of the picture and which on the right."""
    left, right = _file()["order"][view.value]
    return Side(left), Side(right)


@cache
def home_view(region: str) -> View:
    """The view that shows this drawn region largest; its tab counts the mark."""
    drawn = {view: _file()["views"][view.value][Side.LEFT.value]["regions"] for view in View}
    # Only this region is read: Today asks before its first paint
    shown = [
        (_region(drawn[view][region]["d"], drawn[view][region]["c"]).area, view)
        for view in View
        if region in drawn[view]
    ]
    return max(shown, key=lambda pair: pair[0])[1]


def region_name(region: str) -> str:
    return _file()["labels"][region]["en"]


def spot_name(side: Side, region: str) -> str:
    """As in "Left, inner joint line"."""
    name = region_name(region)
    return f"{SIDE_WORDS[side]}, {name[0].lower()}{name[1:]}"


def region_at(drawn: Knee, at: QPointF, reach: float) -> str | None:
    """The smallest region under the point, else the nearest within `reach`, else None; in the knee's own units."""
    under = [(region.area, name) for name, region in drawn.regions.items() if region.path.contains(at)]
    if under:
        return min(under)[1]
    near = [(distance(region.polygon, at), name) for name, region in drawn.regions.items()]
    nearest = min(near, default=(reach + 1, ""))
    return nearest[1] if nearest[0] <= reach else None


def distance(polygon: QPolygonF, at: QPointF) -> float:
    """From the point to the nearest edge."""
    best = float("inf")
    for i in range(polygon.size() - 1):
        a, b = polygon.at(i), polygon.at(i + 1)
        along = b - a
        length = QPointF.dotProduct(along, along)
        share = 0.0 if length == 0 else max(0.0, min(1.0, QPointF.dotProduct(at - a, along) / length))
        gap = at - (a + along * share)
        best = min(best, QPointF.dotProduct(gap, gap))
    return best**0.5


def paint_knee(painter: QPainter, tokens: Tokens, drawn: Knee) -> None:
    """The leg without its regions, in the box of 240 by 400."""
    painter.fillPath(drawn.skin, tokens.skin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for paths, colour, width in (
        (drawn.bone, tokens.bone, 1.5),
        (drawn.tissue, tokens.tissue, 1.0),
        (drawn.contours, tokens.line2, 1.6),
    ):
        painter.setPen(QPen(colour, width))
        for path in paths:
            painter.drawPath(path)


def paint_region(painter: QPainter, tokens: Tokens, region: Region, value: int | None, *, hot: bool) -> None:
    """`hot` is under the pointer; a marked region shows its value's colour and an ink outline."""
    if value is not None:
        painter.setPen(QPen(tokens.ink, 1.6))
        painter.setBrush(tokens.pain_fill(value))
    elif hot:
        painter.setPen(QPen(tokens.accent, 1.6))
        painter.setBrush(tokens.accent_tint)
    else:
        veil = QColor(tokens.surface)
        veil.setAlphaF(0.34)
        painter.setPen(QPen(tokens.bone, 1))
        painter.setBrush(veil)
    painter.drawPath(region.path)


def paint_badge(painter: QPainter, tokens: Tokens, centre: QPointF, value: int, *, grown: float = 1.0) -> None:
    """`grown` keeps the number readable where the knee is drawn small."""
    painter.setPen(QPen(tokens.ink, 1.4 * grown))
    painter.setBrush(tokens.surface)
    radius = BADGE_RADIUS * grown
    painter.drawEllipse(centre, radius, radius)
    at = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    cap_text(painter, at, str(value), font(TEXT, 13 * grown, 600), tokens.ink)
