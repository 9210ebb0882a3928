"""The times that decide the stage, condition by condition, unknown left open; and why it is this stage."""

from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from kneecoach.coaching.returning import Returning
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.returning import Attempt, Step
from kneecoach.ui.pages import return_words as words
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import LinkButton
from kneecoach.ui.widgets.card import Card, Hairline, LeadText
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.painting import fill, outline
from kneecoach.ui.widgets.text import Label, Role, Tone

BOX = QSize(28, 12)
LOOKS = {
    words.Met.YES: ("check", Tone.OK),
    words.Met.AMBER: ("warn", Tone.WARN),
    words.Met.RED: ("stop", Tone.STOP),
}
TABLE_AT = 4
SOURCE = "Trials 2023; Capin 2018"


class Times(QWidget):
    """One box for each clean time that is wanted, filled as they come."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clean, self._wanted = 0, 2
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_times(self, clean: int, wanted: int) -> None:
        self._clean, self._wanted = clean, wanted
        self.setAccessibleName(f"{clean} of {wanted} clean times")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._wanted * (BOX.width() + 4) - 4, BOX.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self), QPainter(self)
        for place in range(self._wanted):
            at = QRectF(place * (BOX.width() + 4), 0, BOX.width(), BOX.height())
            if place < self._clean:
                fill(painter, at, tokens.ink)
            outline(painter, at, tokens.ink if place < self._clean else tokens.line2, None, radius=0)


class MoveOn(Card):
    """A click on a day leads to its run, to fill in or correct what it says."""

    run_requested = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 18, 24, 14), parent=parent)
        self._title = Label("", Role.H3, wrap=True, parent=self)
        self._times = Times(parent=self)
        self._table = QWidget(self)
        self._read = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self._why = LeadText(size_px=14, parent=self)
        self._waiting = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self._limits = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self.days: list[LinkButton] = []
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._times)
        self.body.addWidget(self._why)
        self.body.addWidget(self._read)
        self.body.addWidget(Hairline(parent=self))
        self.body.addLayout(head)
        self.body.addWidget(self._table)
        self.body.addWidget(self._waiting)
        self.body.addStretch(1)
        self.body.addWidget(self._limits)

    def show_times(self, found: Returning, profile: Profile) -> None:
        moved = found.standing.step in (Step.ADVANCE, Step.DONE)
        self._title.setText(words.table_title(found, profile))
        self._times.show_times(profile.return_clean if moved else found.standing.clean, profile.return_clean)
        why = found.finding
        self._why.set_text(why.title + ".", why.text)
        self._read.setText(words.read_words(found))
        attempts = words.shown(found)
        self._show_table(attempts, found, profile)
        waiting = words.waiting_words(attempts, found.now.date())
        self._waiting.setText(waiting)
        self._waiting.setVisible(bool(waiting))
        self._limits.setText(f"{words.limits_words(profile)} Source: {SOURCE}.")

    def _show_table(self, attempts: tuple[Attempt, ...], found: Returning, profile: Profile) -> None:
        self.body.removeWidget(self._table)
        self._table.setParent(None)
        self._table.deleteLater()
        self._table, self.days = QWidget(self), []
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        for place, attempt in enumerate(attempts, start=1):
            day = LinkButton(words.column_of(attempt), parent=self._table)
            day.setAccessibleName(f"Run of {words.column_of(attempt)}: fill in or correct")
            day.clicked.connect(self._asking(attempt.id))
            grid.addWidget(day, 0, place, Qt.AlignmentFlag.AlignLeft)
            self.days.append(day)
        if not attempts:
            grid.addWidget(Label("No time yet", Role.SMALL, Tone.INK2, parent=self._table), 0, 1)
        for number, row in enumerate(words.rows_of(attempts, found.attempts, profile), start=1):
            line = Hairline(strong=number == 1, parent=self._table)
            grid.addWidget(line, 2 * number - 1, 0, 1, -1)
            self._add_row(grid, 2 * number, row, blank=not attempts)
        self.body.insertWidget(TABLE_AT, self._table)
        self._table.show()

    def _asking(self, run: UUID):
        return lambda: self.run_requested.emit(run)

    def _add_row(self, grid: QGridLayout, number: int, row: words.Row, *, blank: bool) -> None:
        grid.addWidget(Label(row.name, Role.SMALL, Tone.INK2, wrap=True, parent=self._table), number, 0)
        cells = (words.Cell(words.UNKNOWN, words.Met.UNKNOWN),) if blank else row.cells
        for place, cell in enumerate(cells, start=1):
            grid.addWidget(_shown(cell, row.name, self._table), number, place)


def _shown(cell: words.Cell, name: str, parent: QWidget) -> QWidget:
    made = QWidget(parent)
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    if cell.met in LOOKS:
        line.addWidget(Icon(LOOKS[cell.met][0], 16, LOOKS[cell.met][1], parent=made))
    tone = Tone.INK3 if cell.met is words.Met.UNKNOWN else Tone.INK
    line.addWidget(Label(cell.text, Role.SMALL, tone, parent=made), 1)
    said = "not known" if cell.text == words.UNKNOWN else cell.text
    made.setAccessibleName(f"{name}: {said}")
    return made
