"""Showing one widget and reading its pixels."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QCursor, QImage
from PySide6.QtWidgets import QWidget

from kneecoach.ui.widgets.phase_ruler import BAR_PX, PhaseRuler
from kneecoach.ui.widgets.tempo_bar import phase_rects


def show(qtbot, widget, width=None, height=None):
    qtbot.addWidget(widget)
    hint = widget.sizeHint()
    widget.resize(width or max(1, hint.width()), height or max(1, hint.height()))
    # Away from the pointer, which would light up what it lies on
    QCursor.setPos(0, 0)
    widget.move(100, 100)
    with qtbot.waitExposed(widget):
        widget.show()
    # The first control takes the keyboard, and its ring would lie over what is looked at
    if focused := widget.focusWidget():
        focused.clearFocus()
    return widget


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def pixel(widget: QWidget, x: float, y: float) -> str:
    return picture(widget).pixelColor(round(x), round(y)).name()


def centre_pixel(widget: QWidget, at: QRect) -> str:
    return pixel(widget, at.center().x(), at.center().y())


def colours(widget: QWidget, at: QRect | None = None) -> set[str]:
    """Every colour in the picture, or in a part of it."""
    image = picture(widget)
    part = at or image.rect()
    return {
        image.pixelColor(x, y).name()
        for x in range(part.left(), part.right() + 1)
        for y in range(part.top(), part.bottom() + 1)
    }


def segment_rects(ruler: PhaseRuler) -> list[QRectF]:
    """Where each phase of a ruler stands, to click on it."""
    return phase_rects([seconds for _, seconds in ruler.phases()], ruler.width(), BAR_PX)
