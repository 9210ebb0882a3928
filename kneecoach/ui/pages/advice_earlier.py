"""What the rules said before and what became of it: the newest three, or all that was looked back at."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.advice.history import Past
from kneecoach.ui.pages.advice_words import BY_THE_RECORD, became_words, earlier_words, sign_of
from kneecoach.ui.widgets.buttons import LinkButton
from kneecoach.ui.widgets.card import Card
from kneecoach.ui.widgets.row_button import RowButton
from kneecoach.ui.widgets.text import Label, Role, Tone

FEW = 3
LOOKING = "Looking back at the last weeks\N{HORIZONTAL ELLIPSIS}"
NONE = "Nothing was found in the last twelve weeks that is over now."
LEFT_OUT = "What was said of training is left out while the warning sign is open."


class Earlier(Card):
    """Hidden rows are not made."""

    past_requested = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(1, 12, 1, 6), parent=parent)
        self.body.setSpacing(0)
        self._pasts: tuple[Past, ...] | None = None
        self._today = date.min
        self._all, self._left_out = False, 0
        self._said = Label(LOOKING, Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self.show_all = LinkButton("Show all", parent=self)
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 19, 4)
        head.setSpacing(8)
        head.addWidget(Label("Earlier", Role.H3, parent=self), 1)
        head.addWidget(self._said)
        head.addWidget(self.show_all)
        self.body.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self._note = Label(BY_THE_RECORD, Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self._note.setContentsMargins(20, 6, 19, 6)
        self.body.addWidget(self._note)
        self.show_all.clicked.connect(self.toggle)
        self._show()

    def show_pasts(self, pasts: tuple[Past, ...] | None, today: date, *, left_out: int = 0) -> None:
        """None while they are still looked for; `left_out` more are not shown while a warning sign is open."""
        self._pasts, self._today, self._left_out = pasts, today, left_out
        self._show()

    def toggle(self) -> None:
        """All of them, or the newest few."""
        self._all = not self._all
        self._show()

    def rows(self) -> list[RowButton]:
        """Those that are shown."""
        held = (self._rows.itemAt(number) for number in range(self._rows.count()))
        return [one for item in held if item is not None and isinstance(one := item.widget(), RowButton)]

    def _show(self) -> None:
        pasts = self._pasts or ()
        self._said.setText(self._words())
        self.show_all.set_words("Show fewer" if self._all else "Show all")
        self.show_all.setVisible(len(pasts) > FEW)
        self._note.setVisible(self._all and len(pasts) > FEW)
        shown = pasts if self._all else pasts[:FEW]
        fill_rows(self._rows, shown, self._today, self)
        for row in self.rows():
            row.clicked.connect(self._ask)

    def _words(self) -> str:
        if self._pasts is None:
            return LOOKING
        if self._left_out:
            return LEFT_OUT
        return earlier_words(self._pasts, self._today) if self._pasts else NONE

    def _ask(self) -> None:
        self.past_requested.emit(self.sender().property("past"))


def fill_rows(rows: QVBoxLayout, pasts: Sequence[Past], today: date, parent: QWidget) -> None:
    """One row for each, in place of those that were there."""
    while (item := rows.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    for past in pasts:
        sign = sign_of(past.finding)
        note = became_words(past, today)
        row = RowButton(past.finding.title.rstrip("."), note, icon=sign.icon, tone=sign.tone, high_px=36, parent=parent)
        row.setProperty("past", past)
        rows.addWidget(row)
        row.show()
