"""The digits of the player, large enough to be read from the floor."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui.fonts import DISPLAY, font
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.painting import CAP_HEIGHT


class BigNumber(QWidget):
    """A number whose size is a share of the window's height. It shrinks before it would be cut off.

    The page calls `set_window_height` when it is resized. The baseline is the widget's lower edge.
    """

    clicked = Signal()
    LINE = 0.75
    NUDGE = 0.04

    def __init__(self, *, share: float = 0.46, tracking: float = -0.045, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = share
        self._tracking = tracking
        self._window_height = 800
        self._text = ""
        self._dimmed = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        if text != self._text:
            same_width = len(text) == len(self._text)
            self._text = text
            self.setAccessibleName(text)
            if not same_width:
                self.updateGeometry()
            self.update()

    def set_share(self, share: float, tracking: float) -> None:
        """0.46 and -0.045 for seconds, 0.39 and -0.03 for minutes and seconds, 0.44 for repetitions."""
        if (share, tracking) != (self._share, self._tracking):
            self._share, self._tracking = share, tracking
            self.updateGeometry()
            self.update()

    def set_window_height(self, height_px: int) -> None:
        if height_px != self._window_height:
            self._window_height = height_px
            self.updateGeometry()
            self.update()

    def set_dimmed(self, dimmed: bool) -> None:  # noqa: FBT001 - a property setter
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            self.update()

    def size_px(self) -> int:
        """The size that the digits want; they may be painted smaller when the widget is narrow."""
        return max(12, round(self._share * self._window_height))

    def _font(self, size_px: float) -> QFont:
        return font(DISPLAY, size_px, 600, self._tracking)

    def sizeHint(self) -> QSize:
        size = self.size_px()
        # Digits are equally wide, so the widget keeps its width while it counts
        text = "".join("0" if sign.isdecimal() else sign for sign in self._text) or "0"
        width = QFontMetricsF(self._font(size)).horizontalAdvance(text)
        # The last sign is followed by no other, so its tracking would cut it
        width -= (self.NUDGE + self._tracking) * size
        return QSize(round(width), round(self.LINE * size))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self.sizeHint().width() * 0.5), self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wanted = self.sizeHint().width()
        size = self.size_px() * min(1.0, self.width() / wanted, self.height() / self.sizeHint().height())
        painter.setFont(self._font(size))
        painter.setPen(tokens.ink3 if self._dimmed else tokens.ink)
        baseline = self.height() - (self.LINE - CAP_HEIGHT) / 2 * size
        painter.drawText(QPointF(-self.NUDGE * size, baseline), self._text)
