"""Any other entry of the diary: what it says, and what can be done about it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.activity import Activity
from kneecoach.domain.diary import Entry
from kneecoach.domain.flag import Closing, FlagEntry, Injury, answers_of
from kneecoach.domain.red_flags_gone import waits_for_visit
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord
from kneecoach.ui.pages.diary_answer import AnswerBox
from kneecoach.ui.pages.diary_facts import facts_of, heading_of
from kneecoach.ui.pages.diary_words import Terms, title_of
from kneecoach.ui.pages.scrolled import SteadyScrolled
from kneecoach.ui.widgets.buttons import DangerButton, IconButton, SecondaryButton
from kneecoach.ui.widgets.card import Area, Card, Hairline
from kneecoach.ui.widgets.text import Heading, Label, Role, Tone

SIDE_PX = 20
NEVER_DELETED = "A warning sign or an injury is answered, never deleted."


class EntryPanel(Card):
    """Signals wishes; the entry is shown anew when it has changed."""

    open_requested = Signal()
    """Change the run or the activity, or see and correct the session."""
    delete_requested = Signal()
    close_requested = Signal()
    answered = Signal(object)
    """The Closed that answers the flag or the injury."""

    def __init__(self, wall: Callable[[], datetime], *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(1, 12, 1, 12), parent=parent)
        self._wall = wall
        self._inside: Area | None = None
        self._held: SteadyScrolled | None = None
        self._entry: Entry | None = None
        self.row: AnswerBox | None = None
        self.setAccessibleName("Diary entry")
        self.when = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self.title = Heading("", Role.H3, parent=self)
        self.close_button = IconButton("x", "Close (Esc)", parent=self)
        self.change = SecondaryButton("Change", parent=self)
        self.delete = DangerButton("Delete", parent=self)
        self._lay_out()
        self.close_button.clicked.connect(self.close_requested)
        self.change.clicked.connect(self.open_requested)
        self.delete.clicked.connect(self.delete_requested)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SIDE_PX, 0, 10, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.when)
        words.addWidget(self.title)
        head.addLayout(words, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._middle = QVBoxLayout()
        foot = QHBoxLayout()
        foot.setContentsMargins(SIDE_PX, 0, SIDE_PX, 0)
        foot.addWidget(self.delete)
        foot.addStretch(1)
        foot.addWidget(self.change)
        self.body.addLayout(head)
        self.body.addLayout(self._middle, 1)
        self.body.addLayout(foot)

    def entry(self) -> Entry | None:
        return self._entry

    def show_entry(self, entry: Entry, terms: Terms) -> None:
        self._entry = entry
        self.when.setText(heading_of(entry))
        self.title.setText(title_of(entry, terms))
        answered = isinstance(entry, FlagEntry | Injury)
        self.delete.setVisible(not answered)
        self.change.setVisible(isinstance(entry, Run | Activity | SessionRecord))
        self.change.set_words("See or correct" if isinstance(entry, SessionRecord) else "Change")
        self._start_over()
        rows = self._rows()
        for words, said in facts_of(entry, terms):
            rows.addWidget(self._fact(words, said))
        if isinstance(entry, FlagEntry | Injury):
            self._ask(rows, entry)
            rows.addSpacing(8)
            rows.addWidget(Label(NEVER_DELETED, Role.SMALL, Tone.INK2, wrap=True, parent=self._inside))
        rows.addStretch(1)
        # Left to the layout it would appear one round of events later, as a flicker
        if self._held is not None:
            self._held.show()

    def _start_over(self) -> None:
        old = self._middle.takeAt(0)
        if old is not None and (held := old.widget()) is not None:
            held.hide()
            held.deleteLater()
        self.row = None
        self._inside = Area("surface")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(SIDE_PX, 4, SIDE_PX, 8)
        column.setSpacing(0)
        self._held = SteadyScrolled(self._inside, margin_px=SIDE_PX, parent=self)
        self._middle.addWidget(self._held)

    def _rows(self) -> QVBoxLayout:
        layout = self._inside.layout() if self._inside is not None else None
        assert isinstance(layout, QVBoxLayout), "it was just made so"
        return layout

    def _fact(self, words: str, said: str) -> QWidget:
        row = QWidget(self._inside)
        line = QHBoxLayout()
        line.setContentsMargins(0, 9, 0, 9)
        line.setSpacing(12)
        line.addWidget(Label(words, Role.SMALL, Tone.INK2, parent=row), 0, Qt.AlignmentFlag.AlignTop)
        value = Label(said, Role.SMALL, wrap=True, parent=row)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        line.addWidget(value, 1)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(parent=row))
        column.addLayout(line)
        return row

    def _ask(self, rows: QVBoxLayout, entry: FlagEntry | Injury) -> None:
        now = self._wall()
        gone = waits_for_visit(entry, now)
        if not entry.is_open and not gone:
            return
        entered = entry.entered if isinstance(entry, Injury) else entry.at
        answers = answers_of(entry.flag) if isinstance(entry, FlagEntry) else tuple(Closing)
        self.row = AnswerBox(entered.date(), now.date(), answers=answers, gone=gone, parent=self._inside)
        self.row.answered.connect(self.answered)
        rows.addWidget(self.row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
            return
        super().keyPressEvent(event)
