"""Import runs: files are read one after another, and nothing is kept before the person says so."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kneecoach.coaching.imports import Sorted
from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.person import Units
from kneecoach.exchange.runs.found import Outcome
from kneecoach.ui.dialogs.compare_runs import CompareRuns
from kneecoach.ui.pages import import_words as words
from kneecoach.ui.pages.import_batch import Answer, Doubtful, ImportBatch
from kneecoach.ui.pages.import_count import FileCount
from kneecoach.ui.pages.import_footer import ImportFooter
from kneecoach.ui.pages.import_new import NewRuns
from kneecoach.ui.pages.import_side import LeftOutCard, PairsCard
from kneecoach.ui.pages.import_start import ImportStart
from kneecoach.ui.pages.scrolled import SteadyScrolled
from kneecoach.ui.run_reading import RunReading
from kneecoach.ui.widgets.buttons import QuietButton
from kneecoach.ui.widgets.card import Area
from kneecoach.ui.widgets.tab_order import beside, reading_order
from kneecoach.ui.widgets.text import Label, Role

MARGIN_PX, GUTTER_PX, TOP_PX, BOTTOM_PX, HEAD_PX = 40, 24, 8, 20, 40
SIDE_PX, NARROW_SIDE_PX, NARROW_BELOW_PX = 376, 330, 1_200
LOOKS_EVERY_MS = 120
"""While files are read the page follows so often."""
Sort = Callable[[Iterable[Outcome]], Sorted]


class ImportPage(Area):
    """Shows what `sort` tells of what is read. Whoever shows the page keeps what it adds."""

    add_requested = Signal(object)
    """The ImportBatch: to tell what is chosen of thousands takes longer than a frame."""
    close_requested = Signal()
    left = Signal()
    """However that came about; what is being kept must be whole before the store is closed."""
    files_requested = Signal()
    folder_requested = Signal()

    def __init__(
        self,
        sort: Sort,
        *,
        now: datetime,
        units: Units = Units.KM,
        reading: Callable[[], RunReading] = RunReading,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._sort, self._now, self._units, self._make_reading = sort, now, units, reading
        self.batch = ImportBatch()
        self._start: ImportStart | None = None
        self._reading: RunReading | None = None
        self._paths: list[Path] = []
        self._dropped = 0
        self._adding = self._failed = False
        self.setAccessibleName(words.TITLE)
        self._build()
        # The rows follow what was read some times a second, not at each file
        self._look = QTimer(self, singleShot=True, interval=LOOKS_EVERY_MS)
        self._look.timeout.connect(self.show_batch)
        self.show_batch()

    def _build(self) -> None:
        today = self._now.date()
        self.new = NewRuns(self.batch, self._units, self._now, parent=self)
        self.unsure = PairsCard("may be there already", today, self._units, parent=self)
        self.skipped = PairsCard("already in the diary, skipped", today, self._units, parent=self)
        self.left_out = LeftOutCard(parent=self)
        held = Area()
        side = QVBoxLayout(held)
        side.setContentsMargins(0, 0, GUTTER_PX, 0)
        side.setSpacing(16)
        for card in (self.unsure, self.skipped, self.left_out):
            side.addWidget(card)
        side.addStretch(1)
        self._side = SteadyScrolled(held, margin_px=GUTTER_PX, parent=self)
        self._sheet = QWidget(self)
        row = QHBoxLayout(self._sheet)
        row.setContentsMargins(MARGIN_PX, TOP_PX, MARGIN_PX - GUTTER_PX, BOTTOM_PX)
        row.setSpacing(GUTTER_PX)
        row.addWidget(self.new, 1)
        row.addWidget(self._side)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._sheet)
        self.footer = ImportFooter(parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._stack, 1)
        column.addWidget(self.footer)
        self._connect()

    @property
    def start(self) -> ImportStart:
        """What stands there before files are chosen; those who drop theirs never see it."""
        if self._start is None:
            self._start = ImportStart(parent=self)
            self._start.files.clicked.connect(self.files_requested)
            self._start.folder.clicked.connect(self.folder_requested)
            self._stack.addWidget(self._start)
        return self._start

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN_PX - 8, 22, MARGIN_PX, 14)
        row.setSpacing(8)
        row.addStrut(HEAD_PX)
        self.back = QuietButton("Diary", icon="chevl", parent=self)
        self.back.setAccessibleName("Back to the diary")
        row.addWidget(self.back)
        row.addWidget(Label(words.TITLE, Role.H1_FLOW, parent=self), 1)
        self._when = FileCount(self._now.date(), parent=self)
        row.addWidget(self._when)
        return row

    def _connect(self) -> None:
        self.new.changed.connect(self._follow)
        self.new.lately.toggled.connect(self._follow)
        self.left_out.others_wanted.connect(self._want_others)
        for card in (self.unsure, self.skipped):
            card.compare_requested.connect(self.compare)
        self.back.clicked.connect(self.leave)
        self.footer.cancel.clicked.connect(self.leave)
        self.footer.add.clicked.connect(self._add)

    @property
    def reading(self) -> bool:
        """Whether files are still being read."""
        return self._reading is not None

    def read(self, paths: Sequence[Path]) -> None:
        """Read these too, after those that are being read."""
        if self._adding or self._failed or not paths:
            return
        self._paths += paths
        self._dropped += len(paths)
        self._when.choose(len(paths))
        self._stack.setCurrentIndex(0)
        if self._reading is None:
            self._begin()

    def _begin(self) -> None:
        paths, self._paths = self._paths, []
        self._reading = self._make_reading()
        self._reading.setParent(self)
        self._reading.came.connect(self._take)
        self._reading.progressed.connect(self.footer.show_progress)
        self._reading.progressed.connect(self._when.follow)
        self._reading.ended.connect(self._end)
        self._when.begin()
        self.footer.show_progress(0, 0, "")
        self._reading.begin(paths, self._now)

    def _take(self, outcomes: Sequence[Outcome]) -> None:
        try:
            self.batch.add(self._sort(outcomes))
        except KneeCoachError as error:
            self._stop()
            self._fail(str(error))
            return
        if not self._look.isActive():
            self._look.start()

    def _end(self, why: str) -> None:
        self._stop()
        if why:
            self._fail(why)
        elif self._paths:
            self._begin()
        else:
            self.show_batch()
            self._focus_first()

    def _fail(self, why: str) -> None:
        """Half of what was asked for is nothing to add."""
        self._failed = True
        self._paths.clear()
        self.batch.clear()
        self.show_batch()
        self.footer.show_trouble(why)

    def _stop(self) -> None:
        reading, self._reading = self._reading, None
        if reading is not None:
            reading.stop()
            reading.deleteLater()

    def show_batch(self) -> None:
        """What was read so far."""
        self._look.stop()
        self.new.show_batch()
        self.new.say_nothing_new("" if self.reading or self._failed else words.nothing_new(self.batch))
        self.unsure.show_pairs(self.batch.unsure)
        self.skipped.show_pairs(self.batch.skipped)
        self.left_out.show_batch(self.batch)
        beside = bool(self.batch.unsure or self.batch.skipped or self.batch.left_out)
        self._side.setVisible(beside)
        self._sheet.setContentsMargins(0, 0, 0 if beside else GUTTER_PX, 0)
        self._follow()

    def _follow(self, _value: object = None) -> None:
        if self._adding:
            return
        if not self._dropped:
            self.footer.show_nothing()
        elif not self.reading:
            self.footer.show_batch(self.batch, self.new.asked(), self._units)

    def _focus_first(self) -> None:
        first, at = self.new.first_unsaid(), self.focusWidget()
        if first is not None and (at is None or not self.new.isAncestorOf(at)):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _want_others(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's value
        self.batch.with_others = wanted
        self.left_out.show_batch(self.batch)
        self._follow()

    def compare(self, one: Doubtful) -> None:
        """The two runs beside each other."""
        dialog = CompareRuns(one, self._now.date(), self._units, parent=self.window())
        dialog.answered.connect(self._answer)
        dialog.open()

    def _answer(self, one: Doubtful, answer: Answer) -> None:
        one.answer = answer
        self.show_batch()

    def _add(self) -> None:
        if self.reading or self._adding:
            return
        if self.batch.brings_nothing():
            self.close_requested.emit()
            return
        self._adding = True
        self.new.rest()
        self.footer.show_adding(words.counted(self.batch, self._units))
        self.add_requested.emit(self.batch)

    def refuse(self, why: str) -> None:
        """It could not be kept; it can be tried again."""
        self._adding = False
        self.new.show_batch()
        self._follow()
        self.footer.show_trouble(why)

    def leave(self) -> None:
        """Nothing that was read is kept. What is being kept is waited for."""
        if not self._adding:
            self.put_away()
            self.close_requested.emit()

    def put_away(self) -> None:
        """The page is left or the window closes: reading ends."""
        self._paths.clear()
        self._look.stop()
        self._stop()
        self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if at := self.new.first_unsaid() if self._dropped else self.start.files:
            at.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.new.tick_all()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.footer.add.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt's own method
        """Tab in reading order."""
        target = beside(reading_order(self), self.focusWidget(), onward=onward)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason)
            self.new.bring_into_view(target)
        return target is not None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._dropped:
            self._stack.setCurrentWidget(self.start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth((NARROW_SIDE_PX if self.width() < NARROW_BELOW_PX else SIDE_PX) + GUTTER_PX)
