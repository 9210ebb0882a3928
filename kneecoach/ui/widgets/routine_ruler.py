"""The routine on a ruler: one box per set and side, as wide as it is long, grouped by exercise."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.tokens import Tokens, tokens_of
from kneecoach.ui.widgets.painting import fill, outline
from kneecoach.ui.widgets.two_lines import two_lines

BETWEEN_PX = 2


class State(Enum):
    """What became of one box."""

    TO_DO = "to do"
    NOW = "now"
    DONE = "done"
    PARTIAL = "partly done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Box:
    """One set on one side. `fraction` counts for NOW and PARTIAL."""

    seconds: float
    state: State = State.TO_DO
    fraction: float = 0.0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One exercise: its name and, on Today, its dose."""

    name: str
    boxes: tuple[Box, ...]
    dose: str = ""


@dataclass(frozen=True, slots=True)
class RulerSizes:
    """Heights and gaps in pixels; `text` is the size of the names, which may be left out."""

    bar: int
    gap: int
    text: float
    space: int
    bold_all: bool = False
    names: bool = True


TODAY = RulerSizes(bar=12, gap=16, text=13, space=8, bold_all=True)


def player_sizes(width: int, height: int) -> RulerSizes:
    """The player's ruler follows the window."""
    return RulerSizes(
        round(0.015 * height), max(4, round(0.005 * width)), max(13.0, 0.019 * height), round(0.004 * height)
    )


def box_rects(groups: Sequence[Group], width: int, sizes: RulerSizes) -> list[list[QRect]]:
    """Where every box stands, group by group; at least 2 px wide each."""
    lengths = [sum(box.seconds for box in group.boxes) for group in groups]
    room = width - sizes.gap * max(0, len(groups) - 1)
    whole = sum(lengths) or 1.0
    rects, left = [], 0.0
    for group, length in zip(groups, lengths, strict=True):
        right = left + room * length / whole
        rects.append(_split(group, round(left), round(right), sizes.bar))
        left = right + sizes.gap
    return rects


def _split(group: Group, left: int, right: int, height: int) -> list[QRect]:
    whole = sum(box.seconds for box in group.boxes) or 1.0
    room = right - left - BETWEEN_PX * (len(group.boxes) - 1)
    rects, x = [], float(left)
    for box in group.boxes:
        end = x + room * box.seconds / whole
        rects.append(QRect(round(x), 0, max(2, round(end) - round(x)), height))
        x = end + BETWEEN_PX
    return rects


class RoutineRuler(QWidget):
    """Clickable in the player: `segment_chosen` carries the index of the box over all groups."""

    segment_chosen = Signal(int)

    def __init__(self, *, sizes: RulerSizes = TODAY, clickable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()
        self._sizes = sizes
        self._heights: dict[int, int] = {}
        self._clickable = clickable
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if clickable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def groups(self) -> tuple[Group, ...]:
        return self._groups

    def set_groups(self, groups: Sequence[Group]) -> None:
        if tuple(groups) == self._groups:
            return
        same_words = [(g.name, g.dose) for g in groups] == [(g.name, g.dose) for g in self._groups]
        self._groups = tuple(groups)
        self._heights.clear()
        boxes = [box for group in groups for box in group.boxes]
        done = sum(box.state is State.DONE for box in boxes)
        self.setAccessibleName(f"{done} of {len(boxes)} sets done")
        self.setAccessibleDescription("; ".join(f"{g.name} {g.dose}".strip() for g in groups))
        if not same_words:
            self.updateGeometry()
        self.update()

    def set_sizes(self, sizes: RulerSizes) -> None:
        if sizes != self._sizes:
            self._sizes = sizes
            self._measure_again()
            self.update()

    def boxes(self) -> list[QRect]:
        """Every box in order, for clicks."""
        return [rect for group in box_rects(self._groups, self.width(), self._sizes) for rect in group]

    def hasHeightForWidth(self) -> bool:
        return True

    def _measure_again(self) -> None:
        self._heights.clear()
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        # A layout asks dozens of times for the same few widths
        if width not in self._heights:
            self._heights[width] = self._height(width)
        return self._heights[width]

    def _height(self, width: int) -> int:
        sizes = self._sizes
        if not sizes.names:
            return sizes.bar
        lines = 1
        for group, rects in zip(self._groups, box_rects(self._groups, width, sizes), strict=True):
            lines = max(lines, self._lines(group, rects) + len(self._dose_lines(group, rects)))
        return sizes.bar + sizes.space + lines * self._line_height()

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(max(self.width(), 480)))

    def minimumSizeHint(self) -> QSize:
        words_px = self._sizes.space + self._line_height() if self._sizes.names else 0
        return QSize(200, self._sizes.bar + words_px)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._measure_again()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._box_at(event.position().toPoint().x())
        if self._clickable and index is not None and event.button() is Qt.MouseButton.LeftButton:
            self.segment_chosen.emit(index)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and (index := self._box_at(event.pos().x())) is not None:
            box = [box for group in self._groups for box in group.boxes][index]
            if box.name:
                QToolTip.showText(event.globalPos(), f"{box.name}, {box.state.value}", self)
                return True
        return super().event(event)

    def _box_at(self, x: int) -> int | None:
        return next((i for i, rect in enumerate(self.boxes()) if rect.left() - 1 <= x <= rect.right() + 1), None)

    def _font(self, *, bold: bool) -> QFont:
        scale = tokens_of(self).text_scale if self._sizes.bold_all else 1.0
        return font(TEXT, self._sizes.text * scale, 600 if bold else 400)

    def _line_height(self) -> int:
        return QFontMetrics(self._font(bold=True)).height()

    def _room(self, rects: list[QRect]) -> int:
        return rects[-1].right() + 1 - rects[0].left() if rects else 0

    def _lines(self, group: Group, rects: list[QRect]) -> int:
        return len(two_lines(group.name, self._font(bold=True), self._room(rects))) if self._sizes.bold_all else 1

    def _dose_lines(self, group: Group, rects: list[QRect]) -> list[str]:
        return two_lines(group.dose, self._font(bold=False), self._room(rects) + 2) if group.dose else []

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        for group, rects in zip(self._groups, box_rects(self._groups, self.width(), self._sizes), strict=True):
            for box, rect in zip(group.boxes, rects, strict=True):
                _paint_box(painter, tokens, box, rect)
            if rects and self._sizes.names:
                self._paint_words(painter, tokens, group, rects)

    def _paint_words(self, painter: QPainter, tokens: Tokens, group: Group, rects: list[QRect]) -> None:
        current = any(box.state is State.NOW for box in group.boxes)
        bold = current or self._sizes.bold_all
        face, room = self._font(bold=bold), self._room(rects)
        y, line = self._sizes.bar + self._sizes.space, self._line_height()
        if self._sizes.bold_all:
            words = two_lines(group.name, face, room)
        else:
            words = [QFontMetrics(face).elidedText(group.name, Qt.TextElideMode.ElideRight, room)]
        painter.setFont(face)
        painter.setPen(tokens.ink if bold else tokens.ink2)
        for text in words:
            painter.drawText(QRect(rects[0].left(), y, room + 4, line), Qt.AlignmentFlag.AlignVCenter, text)
            y += line
        painter.setFont(self._font(bold=False))
        painter.setPen(tokens.ink2)
        for text in self._dose_lines(group, rects):
            painter.drawText(QRect(rects[0].left(), y, room + 4, line), Qt.AlignmentFlag.AlignVCenter, text)
            y += line


def _paint_box(painter: QPainter, tokens: Tokens, box: Box, rect: QRect) -> None:
    at = QRectF(rect)
    fraction = max(0.0, min(1.0, box.fraction))
    filled = QRectF(rect.left(), rect.top(), rect.width() * fraction, rect.height())
    if box.state is State.DONE:
        fill(painter, rect, tokens.ink)
        return
    if box.state is State.PARTIAL:
        fill(painter, filled, tokens.ink)
    outline(painter, at, tokens.ink if box.state is State.NOW else tokens.line2, None, radius=0)
    if box.state is State.NOW:
        fill(painter, filled, tokens.accent)
    elif box.state is State.SKIPPED:
        # A stroke through the box, so that skipped does not look like still to do
        fill(painter, QRectF(rect.left() + 3, rect.center().y(), rect.width() - 6, 1), tokens.line2)
