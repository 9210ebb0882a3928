"""The rows of a list as pictures: scrolled or grown, it shows what was painted once."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from kneecoach.ui.tokens import tokens_of

MOST = 64
"""So many are kept: some screens of rows."""


class RowPictures:
    """Of rows on a card of this view; to write a row anew takes twenty times as long as to show its picture."""

    def __init__(self, view: QWidget) -> None:
        self._view = view
        self._pictures: dict[Hashable, QPixmap] = {}

    def forget(self) -> None:
        """The rows are written in another size or other colours from now on."""
        self._pictures.clear()

    def show(self, painter: QPainter, at: QRect, looks: Hashable, paint: Callable[[QPainter, QRect], None]) -> None:
        """Paint the row there, by `paint` when there is no picture of one that looks like it."""
        key = (looks, (at.width(), at.height()), self._view.devicePixelRatioF())
        picture = self._pictures.get(key)
        if picture is None:
            if len(self._pictures) >= MOST:
                del self._pictures[next(iter(self._pictures))]
            picture = self._pictures[key] = self._painted(at.size(), paint)
        painter.drawPixmap(at.topLeft(), picture)

    def _painted(self, size: QSize, paint: Callable[[QPainter, QRect], None]) -> QPixmap:
        ratio = self._view.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        # Letters are smoothed against what lies under them
        picture.fill(tokens_of(self._view).surface)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, QRect(QPoint(), size))
        painter.end()
        return picture
