"""The focus ring: 2 px in the focus colour, 2 px outside the control that has the keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from kneecoach.ui.tokens import tokens_of

RING_PX = 2
GAP_PX = 2
MARGIN_PX = RING_PX + GAP_PX
RADIUS_PX = 6
MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show, QEvent.Type.LayoutRequest}


class FocusRing(QWidget):
    """Lies over the window, because a control cannot paint outside its own rectangle. One per window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._offset = QPoint()
        self._size = QSize()
        self.hide()

    def surround(self, target: QWidget) -> None:
        self.release()
        self._target = target
        at: QWidget | None = target
        while at is not None and at is not self.parentWidget():
            at.installEventFilter(self)
            self._watched.append(at)
            at = at.parentWidget()
        self._place()

    def release(self, target: QWidget | None = None) -> None:
        if target is not None and target is not self._target:
            return
        for widget in self._watched:
            # A page may be gone before the focus is
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._target = None
        self.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self._place()
        return False

    def _place(self) -> None:
        target, window = self._target, self.parentWidget()
        if target is None or window is None or not isValid(target) or not target.isVisibleTo(window):
            self.hide()
            return
        inner = target.focus_rect() if hasattr(target, "focus_rect") else target.rect()
        at = QRect(target.mapTo(window, inner.topLeft()), inner.size())
        ring = at.adjusted(-MARGIN_PX, -MARGIN_PX, MARGIN_PX, MARGIN_PX)
        self.setGeometry(ring & self._opening(target, window))
        self._offset = ring.topLeft() - self.geometry().topLeft()
        self._size = ring.size()
        self.raise_()
        self.show()

    @staticmethod
    def _opening(target: QWidget, window: QWidget) -> QRect:
        """What of the window shows the target: a scroll area hides the rest."""
        opening = window.rect()
        at = target.parentWidget()
        while at is not None and at is not window:
            if isinstance(at.parentWidget(), QScrollArea):
                opening &= QRect(at.mapTo(window, QPoint(0, 0)), at.size())
            at = at.parentWidget()
        return opening

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._target is None or not isValid(self._target):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens_of(self._target).focus, RING_PX))
        half = RING_PX / 2
        outline = QRectF(self._offset, self._size.toSizeF()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(outline, RADIUS_PX, RADIUS_PX)


def ring_of(window: QWidget) -> FocusRing:
    found = window.findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, FocusRing) else FocusRing(window)


class Focusable:
    """Mixed in before a Qt widget: shows the ring while the widget has the keyboard."""

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)  # type: ignore[misc]
        ring_of(self.window()).surround(self)  # type: ignore[attr-defined, arg-type]

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)  # type: ignore[misc]
        ring_of(self.window()).release(self)  # type: ignore[attr-defined, arg-type]
