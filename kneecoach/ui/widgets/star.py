"""The star of a favourite: filled in ink, never in the accent."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kneecoach.ui.icons import paint_icon
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.focus import Focusable

SIDE_PX, ICON_PX = 32, 18


class Star(Focusable, QAbstractButton):
    """Checked when the routine is a favourite. `clicked` carries what the person wants now."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFixedSize(SIDE_PX, SIDE_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Favourite")
        self.setToolTip("Favourite (F)")

    def sizeHint(self) -> QSize:
        return QSize(SIDE_PX, SIDE_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        edge = (SIDE_PX - ICON_PX) / 2
        at = QRectF(edge, edge, ICON_PX, ICON_PX)
        strong = self.isChecked() or self.underMouse()
        paint_icon(QPainter(self), "starf" if self.isChecked() else "star", at, tokens.ink if strong else tokens.line2)

    def enterEvent(self, event) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event) -> None:
        super().leaveEvent(event)
        self.update()
