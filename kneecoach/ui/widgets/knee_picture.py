"""One knee as a picture, for what is only looked at."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.domain.exercise import Side
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.knee_drawing import BOX_HEIGHT, BOX_WIDTH, View, knee, paint_knee, paint_region, spot_name


class KneePicture(QWidget):
    """One knee to look at, with some regions filled by their pain; None as value shows the accent tint."""

    CLOSE = QRectF(16, 20, 208, 320)
    WHOLE = QRectF(0, 0, BOX_WIDTH, BOX_HEIGHT)

    def __init__(self, *, width_px: int = 76, whole: bool = False, parent: QWidget | None = None) -> None:
        """`whole` shows the leg as in the map, else the knee alone fills the picture."""
        super().__init__(parent)
        self._crop = self.WHOLE if whole else self.CLOSE
        self._view = View.INNER
        self._side = Side.LEFT
        self._filled: dict[str, int | None] = {}
        self._width_px = width_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_knee(self, view: View, side: Side, filled: dict[str, int | None]) -> None:
        """`filled` as {region: value}; regions that this view lacks are left out."""
        self._view, self._side, self._filled = view, side, dict(filled)
        self.setAccessibleName("; ".join(spot_name(side, region) for region in filled) or "Knee")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._width_px, round(self._width_px * self._crop.height() / self._crop.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / self._crop.width(), self.height() / self._crop.height())
        corner = -self._crop.topLeft() * scale
        painter.setTransform(QTransform(scale, 0, 0, scale, corner.x(), corner.y()))
        drawn = knee(self._view, self._side)
        paint_knee(painter, tokens, drawn)
        for name, value in self._filled.items():
            if name in drawn.regions:
                paint_region(painter, tokens, drawn.regions[name], value, hot=value is None)
