"""The line low on a page, or above the foot of a flow, that says what happened, with Undo for 8 seconds."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QSizePolicy, QTextEdit, QWidget

from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import IconButton, SecondaryButton, Size
from kneecoach.ui.widgets.painting import outline
from kneecoach.ui.widgets.text import Label, Role, Tone

SHOWN_MS = 8_000
MAX_WIDTH_PX = 640
FOOT_PX = 24
READ_FIRST = "read_first"
"""The object name of what is no control and stays in sight all the same."""
HIGHEST_PX, STEP_PX = 240, 24
"""How far above the foot of a page a place is looked for, and how closely."""


class Notice(QWidget):
    """Lies over the window so that nothing under it moves."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._under = parent
        self._undo: Callable[[], object] | None = None
        self._foot_px = 0
        self._rail_px: int | None = None
        self._words = Label("", Role.BODY, Tone.INK, wrap=True, parent=self)
        self._button = SecondaryButton("Undo", icon="undo", size=Size.SMALL, parent=self)
        self._close = IconButton("x", "Close this message", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 12, 12)
        row.setSpacing(16)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self._button.clicked.connect(self.undo)
        self._close.clicked.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def text(self) -> str:
        return self._words.text()

    def say(self, sentence: str) -> None:
        """Stays until it is closed: something went wrong."""
        self._show(sentence, None)
        self._timer.stop()

    def tell(self, sentence: str) -> None:
        """Something went as it should: said for a while."""
        self._show(sentence, None)
        self._timer.start()

    def offer_undo(self, sentence: str, undo: Callable[[], object], *, stays: bool = False) -> None:
        """Say what was changed; `undo` puts it back. A warning `stays` until it is closed."""
        self._show(sentence, undo)
        if stays:
            self._timer.stop()
        else:
            self._timer.start()

    def undo(self) -> None:
        """Put it back, once."""
        back, self._undo = self._undo, None
        self.hide()
        if back is not None:
            back()

    def _show(self, sentence: str, undo: Callable[[], object] | None) -> None:
        self._undo = undo
        self._words.setText(sentence)
        self._button.setVisible(undo is not None)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()

    def keep_above(self, foot_px: int) -> None:
        """Leave this much free at the foot of the window: what is to be pressed next lies there."""
        self._foot_px, self._rail_px = foot_px, None
        self._place_again()

    def stand_on_page(self, rail_px: int) -> None:
        """Low on a page, `rail_px` from the left edge, where it covers the least of what can be pressed or typed in."""
        self._rail_px = rail_px
        self._place_again()

    def _place_on_page(self, left: int) -> None:
        room = self._under.width() - left
        parts = [one.sizeHint().width() + 16 for one in (self._button, self._close) if not one.isHidden()]
        words_px = QFontMetrics(self._words.font()).horizontalAdvance(self._words.text()) + 34
        width = min(MAX_WIDTH_PX, room - 2 * FOOT_PX, words_px + sum(parts))
        height = self.heightForWidth(width)
        first, last, middle = left + FOOT_PX, left + room - FOOT_PX - width, left + (room - width) // 2
        low = self._under.height() - FOOT_PX - height
        places = [
            QRect(x, low - up, width, height)
            for up in range(0, HIGHEST_PX, STEP_PX)
            for x in sorted({first, last, *range(first, last, STEP_PX), middle}, key=lambda x: abs(x - middle))
        ]
        reach = QRect(first, low - HIGHEST_PX, last - first + width, HIGHEST_PX + height)
        controls = [one for one in self._controls() if one.intersects(reach)]
        free = next((place for place in places if not _covered(place, controls)), None)
        self.setGeometry(free if free is not None else min(places, key=lambda place: _covered(place, controls)))

    def _controls(self) -> list[QRect]:
        # Kind by kind: all widgets of the window would take longer to name than it takes to paint it
        found = [one for kind in (QAbstractButton, QLineEdit, QTextEdit) for one in self._under.findChildren(kind)]
        found += self._under.findChildren(QWidget, READ_FIRST)
        free = (one for one in found if one.isVisible() and not self.isAncestorOf(one))
        shown = ((one, one.visibleRegion().boundingRect()) for one in free)
        return [QRect(one.mapTo(self._under, at.topLeft()), at.size()) for one, at in shown if not at.isEmpty()]

    def _place_again(self) -> None:
        if not self.isHidden():
            self._place()

    def _place(self) -> None:
        if self._rail_px is not None:
            self._place_on_page(self._rail_px)
            return
        room = self._under.size()
        width = min(MAX_WIDTH_PX, room.width() - 2 * FOOT_PX)
        height = max(self.heightForWidth(width), self.sizeHint().height())
        low = room.height() - self._foot_px - FOOT_PX
        self.setGeometry((room.width() - width) // 2, low - height, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place_again()
        return super().eventFilter(watched, event)

    def hideEvent(self, event) -> None:
        super().hideEvent(event)
        self._timer.stop()
        if not self._under.isVisible():
            return
        self._undo = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline(painter, self.rect(), tokens.ink, tokens.surface, radius=6)

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)


def _covered(place: QRect, controls: list[QRect]) -> int:
    both = (place.intersected(one) for one in controls)
    return sum(one.width() * one.height() for one in both if not one.isEmpty())
