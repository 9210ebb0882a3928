"""The timeline of the diary: rows grouped by day, painted, and read on while they are scrolled."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from kneecoach.domain.diary import Entry, day_of
from kneecoach.ui.pages.diary_row import TimelineRow
from kneecoach.ui.pages.diary_rows import Read, TimelineRows
from kneecoach.ui.pages.diary_words import Shown, Terms
from kneecoach.ui.widgets.focus import Focusable

NEAR_PX = 1_000
"""How near its end the list reads on."""


class Timeline(Focusable, QListView):
    """`chosen` carries the entry that the person goes to, None when there is none any more."""

    chosen = Signal(object)
    delete_requested = Signal()
    opened = Signal(object)
    """Enter on an entry, or a double click: the panel is wanted."""

    def __init__(self, read: Read, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = TimelineRows(read, parent=self)
        self._quiet = self._reading = False
        self.setModel(self._rows)
        self._row = TimelineRow(self)
        self.setItemDelegate(self._row)
        self.setAccessibleName("Timeline")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(30)
        # After the paint of the scrolling itself, so that no frame has to do both
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._read_on)
        self.verticalScrollBar().valueChanged.connect(self._read_soon)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.activated.connect(self._open)

    def rows(self) -> TimelineRows:
        return self._rows

    def show_days(self, day: date, today: date, terms: Terms, shown: Shown) -> None:
        """Start over around `day`, which stands at the top."""
        self._quiet = True
        self._rows.begin(day, today, terms, shown)
        self._quiet = False
        self.go_to_day(day)
        self._read_on()

    def show_again(self, today: date, terms: Terms, shown: Shown) -> None:
        """Read the same days again; what stood at the top stays there."""
        index = self.indexAt(self.viewport().rect().topLeft())
        bar = self.verticalScrollBar()
        if not index.isValid() or (bar.value() == 0 and not self._rows.more_newer()):
            self.show_days(today, today, terms, shown)
            return
        line, top = self._rows.line(index.row()), self.visualRect(index).top()
        self._quiet = True
        self._rows.begin(line.day, today, terms, shown)
        self._quiet = False
        self.doItemsLayout()
        kept = self._rows.row_of(line.entry.id) if line.entry is not None else None
        row = kept if kept is not None else self._rows.row_of_day(line.day)
        if row is not None:
            bar.setValue(bar.value() + self.visualRect(self._rows.index(row)).top() - top)
        self._read_on()

    def held(self, entry_id: UUID) -> Entry | None:
        """The entry with this id as it is now; None when it is not held."""
        row = self._rows.row_of(entry_id)
        return self._rows.line(row).entry if row is not None else None

    def go_to_day(self, day: date) -> bool:
        """Scroll to that day, or the nearest before it; False when it is not held and has to be read first."""
        if not self._rows.holds(day):
            return False
        row = self._rows.row_of_day(day)
        if row is not None:
            self.scrollTo(self._rows.index(row), QAbstractItemView.ScrollHint.PositionAtTop)
        return True

    def choose(self, entry_id: UUID | None) -> bool:
        """Mark the entry without telling; False when it is not among the rows."""
        row = self._rows.row_of(entry_id) if entry_id is not None else None
        self._quiet = True
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._rows.index(row))
            self.scrollTo(self._rows.index(row))
        self._quiet = False
        return row is not None

    def choose_day(self, day: date) -> None:
        """Choose the newest entry of that day, as a click does."""
        row = self._rows.row_of_day(day)
        if row is not None:
            self.setCurrentIndex(self._rows.index(row + 1))

    def go_to(self, entry_id: UUID) -> None:
        """Choose that entry, as a click does, where it is held."""
        if (row := self._rows.row_of(entry_id)) is not None:
            self.setCurrentIndex(self._rows.index(row))

    def stand_on(self, entry: Entry) -> None:
        """Choose it, as a click does, with the keyboard on it; nothing where it is not among what is shown."""
        if not self.isVisible():
            return
        if self.held(entry.id) is None:
            self._quiet = True
            self._rows.begin_at(day_of(entry))
            self._quiet = False
        if self.held(entry.id) is not None:
            self.go_to(entry.id)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """To the entry before or after, over the titles of days."""
        row = self.currentIndex().row() + by if self.currentIndex().isValid() else (0 if by > 0 else -1)
        while 0 <= row < self._rows.rowCount() and self._rows.line(row).entry is None:
            row += by
        if 0 <= row < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(row))

    def _tell(self, _new: QItemSelection, _old: QItemSelection) -> None:
        if not self._quiet:
            index = self.currentIndex()
            picked = self.selectionModel().hasSelection() and index.isValid()
            self.chosen.emit(self._rows.line(index.row()).entry if picked else None)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows.line(index.row()).entry)

    def _read_soon(self, _value: int) -> None:
        self._soon.start()

    def _read_on(self) -> None:
        """Read more where the end is near; what is seen stays where it is."""
        bar = self.verticalScrollBar()
        if self._reading or not self.isVisible():
            return
        self._reading = True
        if self._rows.more_older() and bar.maximum() - bar.value() < NEAR_PX:
            self._in_place(self._rows.read_older)
        elif self._rows.more_newer() and bar.value() < NEAR_PX:
            self._in_place(self._rows.read_newer)
        self._reading = False

    def _in_place(self, change: Callable[[], None]) -> None:
        index = self.indexAt(self.viewport().rect().topLeft())
        kept, top = QPersistentModelIndex(index), self.visualRect(index).top()
        change()
        self.doItemsLayout()
        self.updateGeometries()
        if kept.isValid():
            there = self.visualRect(self._rows.index(kept.row())).top()
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + there - top)

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._read_on()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Titles wrap anew
            self._row.fit(event.size().width())
            self.scheduleDelayedItemsLayout()
        self._read_on()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._row.fit(self.viewport().width())
            self.scheduleDelayedItemsLayout()

    def focus_rect(self) -> QRect:
        return self.rect().adjusted(2, 2, -2, -2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.step(steps[event.key()])
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        elif event.text().isprintable() and event.text() and event.key() != Qt.Key.Key_Space:
            # Letters are for the page and the window: Qt would search by them
            event.ignore()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)
