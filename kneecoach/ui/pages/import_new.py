"""The new runs of an import: those that are asked about stand open, the others are folded to a line each."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.person import Units
from kneecoach.ui.pages import import_words as words
from kneecoach.ui.pages.import_batch import ALL_OPEN, ImportBatch, NewRun
from kneecoach.ui.pages.import_folded import FoldedRuns
from kneecoach.ui.pages.import_row import BESIDE_FROM_PX, RunRow
from kneecoach.ui.pages.scroll_card import ScrollCard
from kneecoach.ui.widgets.card import Hairline
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.switch import Switch
from kneecoach.ui.widgets.text import Label, Role, Tone


class NewRuns(ScrollCard):
    """`changed` is what the person says; the card shows the batch that it was given."""

    changed = Signal()

    def __init__(self, batch: ImportBatch, units: Units, now: datetime, *, parent: QWidget | None = None) -> None:
        self._held = QWidget()
        super().__init__(self._held, parent=parent)
        self._batch, self._units, self._now = batch, units, now
        self._opened: list[NewRun] = []
        self._waiting: list[NewRun] = []
        self.rows: list[RunRow] = []
        self.number = Label("0", Role.METRIC, parent=self._held)
        self._what = Label("", Role.H2, wrap=True, parent=self._held)
        self.lately = Switch(words.LATELY, on=True, parent=self._held)
        self._lately_words = Label(words.LATELY, Role.BODY, wrap=True, parent=self._held)
        self.folded = FoldedRuns(units, now.date(), parent=self._held)
        self._nothing = Label("", Role.BODY, Tone.INK2, wrap=True, parent=self._held)
        self._lay_out()
        self.lately.toggled.connect(self.show_batch)
        self.folded.open_requested.connect(self.open_run)
        self.folded.rows.changed.connect(self.changed)
        self._growing = QTimer(self)
        self._growing.setInterval(0)
        self._growing.timeout.connect(self._grow)
        self._held.installEventFilter(self)
        self.show_batch()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.number)
        head.addWidget(self._what, 1)
        head.addWidget(Label(words.UNSAID, Role.SMALL, Tone.INK2, parent=self._held))
        column.addLayout(head)
        column.addSpacing(8)
        ask = QHBoxLayout()
        ask.setSpacing(12)
        ask.addWidget(self.lately)
        ask.addWidget(self._lately_words, 1)
        column.addLayout(ask)
        column.addSpacing(8)
        column.addWidget(self._column_heads())
        self._open = QVBoxLayout()
        self._open.setSpacing(0)
        column.addLayout(self._open)
        column.addWidget(self.folded, 1)
        column.addWidget(self._nothing)
        column.addStretch(0)
        self._foot_line, foot = Hairline(parent=self), QWidget(self)
        self._foot_words = foot
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, 12, 0, 0)
        line.setSpacing(12)
        line.addWidget(Icon("info", 18, Tone.INFO, parent=foot))
        line.addWidget(Label(words.EMPTY_IS_UNKNOWN, Role.SMALL, Tone.INK2, wrap=True, parent=foot), 1)
        self.add_to_foot(self._foot_line)
        self.add_to_foot(foot)

    def _column_heads(self) -> QWidget:
        self._heads = QWidget(self._held)
        row = QHBoxLayout(self._heads)
        row.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(20)
        for name in (words.PAIN, words.EFFORT):
            row.addWidget(Label(name, Role.LABEL, Tone.INK2, wrap=True, parent=self._heads), 1)
        return self._heads

    def asked(self) -> list[NewRun]:
        """The runs that stand open, or are about to."""
        asked = self._batch.asked(self._now, lately=self.lately.isChecked())
        return asked + [one for one in self._opened if one not in asked]

    def show_batch(self) -> None:
        """What the batch holds by now."""
        new = self._batch.new
        self.number.setText(f"{len(new):,}")
        self._what.setText("new run" if len(new) == 1 else "new runs")
        many = len(new) > ALL_OPEN
        for part in (self._foot_line, self._foot_words):
            part.setVisible(bool(new))
        self.lately.setVisible(many)
        self._lately_words.setVisible(many)
        wanted = self.asked()
        for row in [row for row in self.rows if row.new not in wanted]:
            self.rows.remove(row)
            self._open.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._waiting = [one for one in wanted if one not in {row.new for row in self.rows}]
        folded = set(map(id, wanted))
        self.folded.show_rows([one for one in new if id(one) not in folded] if many else [])
        self._show_heads()
        if not self.rows:
            # It takes the keyboard
            self._grow()
        if self._waiting:
            self._growing.start()

    def rest(self) -> None:
        """What is asked for still comes with the next `show_batch`."""
        self._growing.stop()

    def say_nothing_new(self, why: str) -> None:
        """What is said in place of rows, "" while there are some or may come some."""
        self._nothing.setText(why)
        self._nothing.setVisible(bool(why))

    def _grow(self) -> None:
        """One row, and the window has its turn again."""
        for one in self._waiting[:1]:
            row = RunRow(one, self._units, self._now.date(), parent=self._held)
            row.changed.connect(self.changed)
            at = self._place_of(one)
            self.rows.insert(at, row)
            self._open.insertWidget(at, row)
        del self._waiting[:1]
        if not self._waiting:
            self._growing.stop()
        self._show_heads()

    def _place_of(self, one: NewRun) -> int:
        """The earliest first; one that the person opened stands after them."""
        if one in self._opened:
            return len(self.rows)
        return sum(row.new not in self._opened and row.new.instant <= one.instant for row in self.rows)

    def _show_heads(self) -> None:
        # A row has its width only after it was laid out
        self._heads.setVisible(bool(self.rows) and self._held.width() >= BESIDE_FROM_PX)

    def open_run(self, new: NewRun) -> None:
        """Ask about one of the folded runs too."""
        self._opened.append(new)
        self.show_batch()
        while self._waiting:
            self._grow()
        row = next(row for row in self.rows if row.new is new)
        row.strip.setFocus()
        self.bring_into_view(row)

    def tick_all(self) -> None:
        """All of them, or none when all are ticked."""
        ticked = not all(one.ticked for one in self._batch.new)
        for one in self._batch.new:
            one.ticked = ticked
        for row in self.rows:
            row.show_ticked()
        self.folded.viewport().update()
        self.changed.emit()

    def first_unsaid(self) -> QWidget | None:
        """Where a digit is asked for first."""
        return next((row.strip for row in self.rows if row.strip.value() is None), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._held and event.type() is QEvent.Type.Resize:
            self._show_heads()
        return super().eventFilter(watched, event)
