"""Where it hurt, on paper: both knees in the views that show the marked places best, and each place in words."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kneecoach.domain.doctor_days import PlaceFacts
from kneecoach.domain.doctor_facts import DoctorFacts
from kneecoach.domain.exercise import Side
from kneecoach.ui.fonts import Role
from kneecoach.ui.paper import doctor_words
from kneecoach.ui.paper.paper import Align, Paper, line_height
from kneecoach.ui.widgets.knee_drawing import (
    BOX_WIDTH,
    SIDE_WORDS,
    UNDRAWN,
    WHOLE_KNEE,
    View,
    home_view,
    knee,
    order,
    paint_badge,
    paint_knee,
    paint_region,
)

APART_PX = 14.0
VIEW_WORDS = {View.FRONT: "Front", View.INNER: "Inner side", View.OUTER: "Outer side", View.BACK: "Back"}
NO_PLACE = "No place was marked in these weeks."
CROP_TOP, CROP_BOTTOM = 12.0, 372.0


class DoctorKnees:
    """One or two views with what was marked in the six weeks, and the places below them."""

    def __init__(self, paper: Paper, facts: DoctorFacts, width: float, *, views: int = 2, places: int = 4) -> None:
        self._paper, self._facts, self._width = paper, facts, width
        self._views, self._places = views, places

    def draw(self, x: float, y: float) -> float:
        """Draw them from this corner; how high all of it is."""
        top = y
        y += self._paper.words((x, y), "Where it hurts", self._width, role=Role.H3) + 4
        views = shown_views(self._facts.places, self._views)
        for view in views:
            y += self._view(view, x, y) + 5
        return y + self._list(x, y + 2) + 2 - top

    def _view(self, view: View, x: float, y: float) -> float:
        scale = (self._width / 2 - APART_PX) / BOX_WIDTH
        tall = (CROP_BOTTOM - CROP_TOP) * scale
        for place, side in enumerate(order(view)):
            left = x + place * self._width / 2 + (self._width / 2 - BOX_WIDTH * scale) / 2
            self._knee(view, side, left, y, scale)
            name = f"{SIDE_WORDS[side]}, {VIEW_WORDS[view].lower()}"
            at = (x + place * self._width / 2, y + tall + 1)
            self._paper.words(at, name, self._width / 2, role=Role.HINT, tone="ink2", align=Align.CENTRE)
        return tall + line_height(Role.HINT) + 1

    def _knee(self, view: View, side: Side, left: float, top: float, scale: float) -> None:
        painter, tokens = self._paper.painter, self._paper.tokens
        drawn = knee(view, side)
        marked = {one.region: one.worst for one in self._facts.places if one.side is side}
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(left, top - CROP_TOP * scale)
        painter.scale(scale, scale)
        painter.setClipRect(QRectF(0, CROP_TOP, BOX_WIDTH, CROP_BOTTOM - CROP_TOP))
        paint_knee(painter, tokens, drawn)
        for name, region in drawn.regions.items():
            if name in marked:
                paint_region(painter, tokens, region, marked[name], hot=False)
        for name, region in drawn.regions.items():
            if name in marked:
                paint_badge(painter, tokens, region.centre, marked[name], grown=0.62 / scale)
        if WHOLE_KNEE in marked:
            ring = QPen(tokens.ink, 1.6, Qt.PenStyle.DashLine)
            painter.setPen(ring)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(drawn.whole)
            paint_badge(painter, tokens, drawn.whole.pointAtPercent(0.125), marked[WHOLE_KNEE], grown=0.62 / scale)
        painter.restore()

    def _list(self, x: float, y: float) -> float:
        top, places = y, self._facts.places
        if not places:
            return self._paper.words((x, y), NO_PLACE, self._width, tone="ink2", most=2)
        today = self._facts.now.date()
        for one in places[: self._places]:
            said = doctor_words.place(one, today)
            y += self._paper.words((x, y), said, self._width, role=Role.HINT, tone="ink2", most=3) + 2
        if (rest := len(places) - self._places) > 0:
            said = doctor_words.more(rest, "places" if rest > 1 else "place")
            y += self._paper.words((x, y), said, self._width, role=Role.HINT, tone="ink2")
        return y - top


def shown_views(places: Sequence[PlaceFacts], most: int) -> tuple[View, ...]:
    """The views that show most of what was marked, in their usual order; the inner side when nothing was."""
    counts: Counter[View] = Counter()
    for one in places:
        if one.region not in UNDRAWN and one.side is not None:
            counts[home_view(one.region)] += one.worst * max(one.times, 1)
    chosen = {view for view, _ in counts.most_common(most)} or {View.INNER}
    return tuple(view for view in View if view in chosen)
