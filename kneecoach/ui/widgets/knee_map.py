"""The knee map: four views, both knees, and the places that are marked with a pain value."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.knee_drawing import (
    UNDRAWN,
    Spot,
    View,
    home_view,
    spot_name,
)
from kneecoach.ui.widgets.knee_view import KneeView

VIEW_WORDS = {View.FRONT: "Front", View.INNER: "Inner side", View.OUTER: "Outer side", View.BACK: "Back"}
SHORT_WORDS = {View.FRONT: "Front", View.INNER: "Inner", View.OUTER: "Outer", View.BACK: "Back"}


class ViewTab(Focusable, QAbstractButton):
    """One view with the number of marked places that it shows best."""

    def __init__(self, text: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = 0
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # It may give up its side room, never its word
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count} marked" if count else self.text())
        self.updateGeometry()
        self.update()

    def focus_rect(self) -> QRect:
        return self.rect().adjusted(4, 4, -4, -4)

    def _font(self, *, bold: bool):
        return font(TEXT, 14 * tokens_of(self).text_scale, 600 if bold else 500)

    def _count_width(self) -> int:
        return 5 + QFontMetrics(self._font(bold=True)).horizontalAdvance(str(self._count)) if self._count else 0

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font(bold=True))
        return QSize(metrics.horizontalAdvance(self.text()) + self._count_width() + 28, metrics.height() + 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width() - 20, self.sizeHint().height())

    def enterEvent(self, event) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        on = self.isChecked()
        painter.setFont(self._font(bold=on))
        painter.setPen(tokens.ink if on or self.underMouse() else tokens.ink2)
        width = QFontMetrics(self._font(bold=on)).horizontalAdvance(self.text())
        x = (self.width() - width - self._count_width()) // 2
        painter.drawText(QRect(x, 0, width + 2, self.height() - 1), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            painter.setFont(self._font(bold=True))
            painter.setPen(tokens.ink)
            at = QRect(x + width + 5, 0, self.width(), self.height() - 1)
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, str(self._count))
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
        if on:
            painter.fillRect(0, self.height() - 3, self.width(), 3, tokens.accent)


class KneeMap(QWidget):
    """Marks as {(side, region): value}. A tap marks a place with the pain set by `set_current`, a second tap clears it.

    While no pain is given there is nothing to mark with: a tap then signals `pain_needed`.
    """

    # Not `dict`: Qt would take it for a map of its own and lose the keys
    marks_changed = Signal(object)
    hovered = Signal(str)
    pain_needed = Signal()

    def __init__(self, *, view: View = View.INNER, short: bool = False, parent: QWidget | None = None) -> None:
        """`short` leaves "side" out of the words of the views, where there is little room."""
        super().__init__(parent)
        self._marks: dict[Spot, int] = {}
        self._current: int | None = None
        self._tabs = {}
        self._group = QButtonGroup(self)
        for place, (one, word) in enumerate((SHORT_WORDS if short else VIEW_WORDS).items()):
            tab = ViewTab(word, parent=self)
            self._tabs[one] = tab
            self._group.addButton(tab, place)
        self._line = _TabLine(parent=self)
        self._rows = QGridLayout()
        self._rows.setSpacing(0)
        self._rows.setColumnStretch(len(self._tabs), 1)
        self._columns = 0
        self._arrange_tabs(len(self._tabs))
        self.knees = KneeView(parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._rows)
        column.addWidget(self.knees, 1)
        self._group.idClicked.connect(self._choose_view)
        self.knees.tapped.connect(self.toggle)
        self.knees.valued.connect(self._set_mark)
        self.knees.hovered.connect(self._name_spot)
        self.knees.view_requested.connect(self.set_view)
        self._view = view
        self.set_view(view)

    def event(self, event: QEvent) -> bool:
        # Wider words, a count, a narrower card: whatever it was, the tabs may need another row
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            wanted = sum(tab.minimumSizeHint().width() for tab in self._tabs.values())
            self._arrange_tabs(len(self._tabs) if wanted <= self.width() else len(self._tabs) // 2)
        return super().event(event)

    def _arrange_tabs(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, tab in enumerate(self._tabs.values()):
            self._rows.addWidget(tab, place // columns, place % columns)
        self._rows.addWidget(self._line, (len(self._tabs) - 1) // columns, len(self._tabs))

    def view(self) -> View:
        return self._view

    def set_view(self, view: View) -> None:
        self._view = view
        self._tabs[view].setChecked(True)
        self.knees.set_view(view)

    def tab(self, view: View) -> QAbstractButton:
        """The control of one view, for focus and clicks."""
        return self._tabs[view]

    def marks(self) -> dict[Spot, int]:
        return dict(self._marks)

    def set_marks(self, marks: dict[Spot, int]) -> None:
        self._marks = dict(marks)
        self._show_marks()

    def set_current(self, value: int | None) -> None:
        """The pain that the next tap marks with."""
        self._current = value

    def toggle(self, spot: Spot) -> None:
        """What a tap on this spot does."""
        if spot in self._marks:
            del self._marks[spot]
        elif self._current is None:
            self.pain_needed.emit()
            return
        else:
            self._marks[spot] = self._current
        self._tell()

    def clear(self, spot: Spot) -> None:
        if self._marks.pop(spot, None) is not None:
            self._tell()

    def _set_mark(self, spot: Spot, value: int) -> None:
        self._marks[spot] = value
        self._tell()

    def _tell(self) -> None:
        self._show_marks()
        self.marks_changed.emit(self.marks())

    def _show_marks(self) -> None:
        self.knees.set_marks(self._marks)
        for view, tab in self._tabs.items():
            tab.set_count(sum(region not in UNDRAWN and home_view(region) is view for _, region in self._marks))

    def _choose_view(self, place: int) -> None:
        self.set_view(list(VIEW_WORDS)[place])

    def _name_spot(self, spot: Spot | None) -> None:
        self.hovered.emit(spot_name(*spot) if spot else "")


class _TabLine(QWidget):
    """The hairline under the tabs goes on to the end of the row."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, tokens_of(self).line)
