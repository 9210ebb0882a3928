"""The rail: where one can go, at the left of every page."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.ui.fonts import DISPLAY, TEXT, font
from kneecoach.ui.icons import paint_icon, paint_logo
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import fill

WIDE_PX = 208
NARROW_PX = 64
NARROW_BELOW_PX = 1100


class Logo(QWidget):
    """The mark and the name."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self.setAccessibleName("KneeCoach")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - a property setter
        self._narrow = narrow
        self.update()

    def _font(self):
        return font(DISPLAY, 16 * tokens_of(self).text_scale, 600)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        return QSize(32 + metrics.horizontalAdvance("KneeCoach"), max(24, metrics.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        left = (self.width() - 22) / 2 if self._narrow else 0
        paint_logo(painter, QRectF(left, (self.height() - 22) / 2, 22, 22), tokens.ink, tokens.accent)
        if not self._narrow:
            painter.setFont(self._font())
            painter.setPen(tokens.ink)
            painter.drawText(self.rect().adjusted(32, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, "KneeCoach")


class RailItem(Focusable, QAbstractButton):
    """One destination; the chosen one has the accent mark and the bold word."""

    def __init__(self, icon: str, text: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self._narrow = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - a property setter
        self._narrow = narrow
        self.setToolTip(self.text() if narrow else "")
        self.updateGeometry()
        self.update()

    def focus_rect(self) -> QRect:
        return self.rect().adjusted(8, 4, -8, -4)

    def _font(self):
        tokens = tokens_of(self)
        return font(TEXT, 15 * tokens.text_scale, 600 if self.isChecked() else 500)

    def sizeHint(self) -> QSize:
        return QSize(NARROW_PX, max(40, QFontMetrics(self._font()).height() + 16))

    def nextCheckState(self) -> None:  # noqa: N802 - Qt calls it
        """A click asks for the page; the window says when it is shown."""

    def enterEvent(self, event) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event) -> None:
        super().leaveEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        on = self.isChecked()
        colour = tokens.ink if on or self.underMouse() else tokens.ink2
        if on:
            fill(painter, QRect(0, 8, 3, self.height() - 16), tokens.accent)
        left = (self.width() - 20) / 2 if self._narrow else 24
        paint_icon(painter, self._icon, QRectF(left, round((self.height() - 20) / 2), 20, 20), colour)
        if not self._narrow:
            painter.setFont(self._font())
            painter.setPen(colour)
            words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 64)
            painter.drawText(self.rect().adjusted(56, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)


class Rail(QWidget):
    """`items` and `bottom` as (page, icon, word). Tell it the window's width; it goes narrow by itself."""

    page_requested = Signal(str)

    def __init__(
        self,
        items: Sequence[tuple[str, str, str]],
        bottom: Sequence[tuple[str, str, str]] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("Pages")
        self._logo = Logo(parent=self)
        self._items: dict[str, RailItem] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 22, 1, 16)
        column.setSpacing(0)
        self._brand = QVBoxLayout()
        self._brand.setContentsMargins(24, 0, 0, 23)
        self._brand.addWidget(self._logo)
        column.addLayout(self._brand)
        for page, icon, word in items:
            column.addWidget(self._item(page, icon, word))
        column.addStretch(1)
        for page, icon, word in bottom:
            column.addWidget(self._item(page, icon, word))
        self.setFixedWidth(WIDE_PX)

    def item(self, page: str) -> RailItem:
        """The control of one page, for focus and clicks."""
        return self._items[page]

    def set_page(self, page: str) -> None:
        """Mark the page that is shown; one that is not in the rail marks none."""
        for name, item in self._items.items():
            item.setChecked(name == page)

    def set_window_width(self, width_px: int) -> None:
        narrow = width_px < NARROW_BELOW_PX
        wanted = NARROW_PX if narrow else WIDE_PX
        if wanted == self.maximumWidth():
            return
        self.setFixedWidth(wanted)
        self._brand.setContentsMargins(0 if narrow else 24, 0, 0, 23)
        self._logo.set_narrow(narrow)
        for item in self._items.values():
            item.set_narrow(narrow)

    def _item(self, page: str, icon: str, word: str) -> RailItem:
        item = RailItem(icon, word, parent=self)
        item.setProperty("page", page)
        item.clicked.connect(self._request)
        self._items[page] = item
        return item

    def _request(self) -> None:
        self.page_requested.emit(self.sender().property("page"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        fill(painter, self.rect(), tokens.window)
        fill(painter, QRect(self.width() - 1, 0, 1, self.height()), tokens.line)
