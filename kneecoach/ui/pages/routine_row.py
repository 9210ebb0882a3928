"""One routine in the list: minutes, name, what is needed, and the star."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kneecoach.ui.fonts import DISPLAY, Role, font, role_font
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import fill
from kneecoach.ui.widgets.star import SIDE_PX, Star
from kneecoach.ui.words import named

LEFT_PX, MINUTES_PX, GAP_PX, RIGHT_PX, EDGE_PX = 16, 56, 14, 12, 8
MARK_PX = 3
MOVES: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class RoutineLine:
    """What a row shows. `lacking` says that the things of `needs` are not all owned, `starred` that it has a star."""

    id: str
    minutes: int
    name: str
    needs: str
    more: str = ""
    lacking: bool = False
    favourite: bool = False
    starred: bool = True

    @property
    def said(self) -> str:
        """The second line whole, as a screen reader says it."""
        return ". ".join(part for part in (self.needs, self.more) if part)


class RoutineRow(Focusable, QAbstractButton):
    """Checked when its routine is the one shown. A double click or Enter starts it."""

    started = Signal()
    star_clicked = Signal(bool)
    left_for = Signal(int)
    """An arrow key: 1 for the row below, -1 for the one above."""

    def __init__(self, *, starred: bool = True, parent: QWidget | None = None) -> None:
        """`starred` False leaves the star out, where only a choice is made."""
        super().__init__(parent)
        self._line = RoutineLine("", 0, "", "")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.star: Star | None = None
        if starred:
            self.star = Star(parent=self)
            self.star.clicked.connect(self.star_clicked)

    def line(self) -> RoutineLine:
        return self._line

    def show_line(self, line: RoutineLine) -> None:
        self._line = line
        self.setAccessibleName(f"{named(line.name)}, {line.minutes} min")
        self.setAccessibleDescription(line.said)
        if self.star is not None:
            self.star.setVisible(line.starred)
            self.star.setChecked(line.favourite)
            self.star.setAccessibleName(f"Favourite: {named(line.name)}")
        self.update()

    def set_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - a property setter
        """Tab stops at the chosen row alone; the arrow keys go on from there."""
        self.setChecked(chosen)
        policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        if self.star is not None:
            self.star.setFocusPolicy(policy)
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt calls it
        """A click asks for it; the list says which one is chosen."""

    def focus_rect(self) -> QRect:
        return self.rect().adjusted(6, 5, -6, -5)

    def _fonts(self) -> tuple[QFont, QFont]:
        scale = tokens_of(self).text_scale
        return role_font(Role.H3, scale), role_font(Role.SMALL, scale)

    def sizeHint(self) -> QSize:
        bold, small = (QFontMetrics(face).height() for face in self._fonts())
        return QSize(240, max(57, bold + small + 2 * EDGE_PX + 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.star is not None:
            self.star.move(self.width() - RIGHT_PX - SIDE_PX, (self.height() - SIDE_PX) // 2)

    def enterEvent(self, event) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event) -> None:
        super().leaveEvent(event)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.started.emit()
            return
        super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self.started.emit()
            return
        if event.key() in MOVES:
            # Handed on it would scroll the list under the choice
            self.left_for.emit(MOVES[event.key()])
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        if self.isChecked() or self.underMouse():
            fill(painter, self.rect(), tokens.sunken)
        fill(painter, QRect(0, 0, self.width(), 1), tokens.line)
        if self.isChecked():
            fill(painter, QRect(0, 1, MARK_PX, self.height() - 1), tokens.accent)
        number = font(DISPLAY, 24 * tokens.text_scale, 600)
        bold, small = self._fonts()
        text_px = QFontMetrics(bold).height() + QFontMetrics(small).height()
        top = (self.height() + 1 - text_px) // 2
        self._paint_minutes(painter, number, small)
        left, room = self._text_room()
        _draw(painter, QPoint(left, top + QFontMetrics(bold).ascent()), named(self._line.name), bold, tokens.ink, room)
        y = top + QFontMetrics(bold).height() + QFontMetrics(small).ascent()
        self._paint_needs(painter, QPoint(left, y), small, room)

    def _text_room(self) -> tuple[int, int]:
        scale = max(1.0, tokens_of(self).text_scale)
        left = LEFT_PX + round(MINUTES_PX * scale) + GAP_PX
        right = RIGHT_PX + SIDE_PX + 4 if self.star is not None else LEFT_PX
        return left, self.width() - left - right

    def _paint_minutes(self, painter: QPainter, number: QFont, small: QFont) -> None:
        tokens, text = tokens_of(self), str(self._line.minutes)
        baseline = round((self.height() + 1) / 2 + number.pixelSize() * 0.36)
        # With its ink on the edge: a one has more air at its left than other digits
        left = LEFT_PX - QFontMetrics(number).leftBearing(text[0])
        _draw(painter, QPoint(left, baseline), text, number, tokens.ink, self.width())
        after = left + QFontMetrics(number).horizontalAdvance(text) + 3
        _draw(painter, QPoint(after, baseline), "min", small, tokens.ink2, self.width())

    def _paint_needs(self, painter: QPainter, at: QPoint, face: QFont, room: int) -> None:
        tokens, line = tokens_of(self), self._line
        needs = f"{line.needs}. " if line.more else line.needs
        first = _draw(painter, at, needs, face, tokens.warn if line.lacking else tokens.ink2, room)
        if first < room:
            _draw(painter, at + QPoint(first, 0), line.more, face, tokens.ink2, room - first)


def _draw(painter: QPainter, at: QPoint, text: str, face: QFont, colour: QColor, room: int) -> int:
    """One line from its baseline, elided where it must be; how wide it would be."""
    metrics = QFontMetrics(face)
    painter.setFont(face)
    painter.setPen(colour)
    painter.drawText(QPointF(at), metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room)))
    return metrics.horizontalAdvance(text)
