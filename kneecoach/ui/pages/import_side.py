"""What does not come in by itself: runs that are there already, and files that hold no run."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.person import Units
from kneecoach.exchange.runs.found import NotARun, Refused
from kneecoach.ui.pages import import_words as words
from kneecoach.ui.pages.import_batch import Doubtful, ImportBatch
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import LinkButton
from kneecoach.ui.widgets.card import Card, Hairline, Kind
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.switch import Switch
from kneecoach.ui.widgets.text import Label, Role, Tone

NUMBER_PX = 36
FIRST, MORE = 5, 50
"""How many rows stand there at first, and how many more at each wish."""


class PairRow(QWidget):
    """A run that is there already, or may be."""

    compare_requested = Signal(object)

    def __init__(self, one: Doubtful, today: date, units: Units, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.one = one
        title = words.pair_title(one, today, units)
        self.compare = LinkButton("Compare", parent=self)
        self.compare.setAccessibleName(f"Compare {title}")
        self.compare.clicked.connect(self._ask)
        self._detail = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(Label(title, Role.BODY, wrap=True, parent=self))
        said.addWidget(self._detail)
        said.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addLayout(said, 1)
        row.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_answer()

    def show_answer(self) -> None:
        self._detail.setText(words.pair_detail(self.one))

    def _ask(self) -> None:
        self.compare_requested.emit(self.one)


class LeftOutRow(QWidget):
    """A file by its name, and why it stays out."""

    def __init__(self, one: Refused | NotARun, *, parent: QWidget) -> None:
        super().__init__(parent)
        kind = words.refusal_kind(one.why) if isinstance(one, Refused) else Kind.INFO
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(12)
        tone = kind.tone if kind is Kind.WARN else Tone.INK2
        row.addWidget(Icon(kind.icon, 18, tone, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(Label(words.file_words(one.file), Role.H3, wrap=True, parent=self))
        said.addWidget(Label(one.why, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        said.addStretch(1)
        row.addLayout(said, 1)


class CountedCard(Card):
    """A number, what it counts, and as many rows as are wanted."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 14, 24, 10), parent=parent)
        self.body.setSpacing(0)
        self._wanted = FIRST
        self._number = Label("", Role.METRIC, parent=self)
        self._what = Label("", Role.H3, wrap=True, parent=self)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._number, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._what, 1, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(head)
        self.body.addSpacing(8)
        self.list = QVBoxLayout()
        self.list.setSpacing(0)
        self.body.addLayout(self.list)
        self.rows: list[QWidget] = []
        self.more = LinkButton("", parent=self)
        self.more.clicked.connect(self._show_more)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._count = 0

    def row(self, number: int) -> QWidget:
        """Make the row of this number."""
        raise NotImplementedError

    def show_count(self, count: int, what: str) -> None:
        self._count = count
        self._number.set_size_px(NUMBER_PX * tokens_of(self).text_scale)
        self._number.setText(f"{count:,}")
        # A large number stands by its ink: its own hint leaves out what is before it
        self._number.setMinimumWidth(self._number.fontMetrics().horizontalAdvance(self._number.text()))
        self._what.setText(what)
        self.setVisible(bool(count))
        self._fill()

    def _show_more(self) -> None:
        self._wanted += MORE
        self._fill()

    def _fill(self) -> None:
        for number in range(len(self.rows), min(self._wanted, self._count)):
            row = self.row(number)
            self.list.addWidget(Hairline(parent=self))
            self.list.addWidget(row)
            self.rows.append(row)
        left = self._count - len(self.rows)
        self.more.setVisible(left > 0)
        self.more.set_words(f"Show {min(left, MORE):,} more")


class PairsCard(CountedCard):
    """Runs of one sort: there already, or perhaps."""

    compare_requested = Signal(object)
    """A Doubtful."""

    def __init__(self, what: str, today: date, units: Units, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._said, self._today, self._units = what, today, units
        self._pairs: Sequence[Doubtful] = ()

    def show_pairs(self, pairs: Sequence[Doubtful]) -> None:
        self._pairs = pairs
        self.show_count(len(pairs), self._said)
        for row in self.rows:
            if isinstance(row, PairRow):
                row.show_answer()

    def row(self, number: int) -> QWidget:
        row = PairRow(self._pairs[number], self._today, self._units, parent=self)
        row.compare_requested.connect(self.compare_requested)
        return row


class LeftOutCard(CountedCard):
    """Files that hold no run, in the order of reading; other activities can be taken in all the same."""

    others_wanted = Signal(bool)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._left_out: Sequence[Refused | NotARun] = ()
        self.others = Switch(words.OTHERS, parent=self)
        self._ask = QWidget(self)
        row = QHBoxLayout(self._ask)
        row.setContentsMargins(0, 8, 0, 4)
        row.setSpacing(12)
        row.addWidget(self.others)
        row.addWidget(Label(words.OTHERS, Role.BODY, wrap=True, parent=self._ask), 1)
        self.body.addWidget(self._ask)
        self.body.addSpacing(8)
        self.body.addWidget(Label(words.NOT_CHANGED, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        self.others.toggled.connect(self.others_wanted)

    def show_batch(self, batch: ImportBatch) -> None:
        self._left_out = batch.left_out
        coming = batch.activities()
        self.show_count(len(self._left_out), f"not taken in, {coming} of them now wanted" if coming else "not taken in")
        self._ask.setVisible(bool(batch.others()))

    def row(self, number: int) -> QWidget:
        return LeftOutRow(self._left_out[number], parent=self)
