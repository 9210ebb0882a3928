"""The rows of the check-in: a question with its answer, and what a yes opens under it."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.flag import Closed, Closing
from kneecoach.domain.person import EARLIEST_BIRTH
from kneecoach.ui import words
from kneecoach.ui.widgets.card import Hairline
from kneecoach.ui.widgets.field import Combo, LineField
from kneecoach.ui.widgets.segmented import Segmented
from kneecoach.ui.widgets.text import Label, Role, Tone

ROW_PX = 57
LOOK_BACK_DAYS = 120
YEAR_DIGITS = 4
STILL = "still"


def when(day: date, today: date) -> str:
    """As it stands in a sentence: "on Thursday", "yesterday", "12 days ago"."""
    said = words.ago(day, today)
    return f"on {said}" if said in words.DAYS else said[:1].lower() + said[1:]


class AskRow(QWidget):
    """A hairline, a question that wraps, and the control that answers it. `below` takes what a yes opens."""

    def __init__(
        self,
        text: str,
        control: QWidget,
        *,
        note: str = "",
        role: Role = Role.BODY,
        height_px: int = ROW_PX,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._role = role
        self.label = Label(text, role, wrap=True, parent=self)
        line = QHBoxLayout()
        line.setContentsMargins(0, 5, 0, 5)
        line.setSpacing(16)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addStretch(1)
        said.addWidget(self.label)
        if note:
            said.addWidget(Label(note, Role.SMALL, Tone.INK2, parent=self))
        said.addStretch(1)
        line.addLayout(said, 1)
        line.addWidget(control)
        held = QWidget(self)
        held.setLayout(line)
        held.setMinimumHeight(height_px)
        self.below = QVBoxLayout()
        self.below.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(parent=self))
        column.addWidget(held)
        column.addLayout(self.below)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_strong(self, strong: bool) -> None:  # noqa: FBT001
        """A question answered yes stands out."""
        self.label.set_role(Role.H3 if strong else self._role)


class YearField(LineField):
    """A year of birth; None until four digits make sense."""

    answered = Signal(object)

    def __init__(self, this_year: int, *, parent: QWidget | None = None) -> None:
        super().__init__("Year of birth", show_label=False, placeholder="1985", parent=parent)
        self._this_year = this_year
        self.edit.setMaxLength(YEAR_DIGITS)
        self.setFixedWidth(96)
        self.changed.connect(self._judge)

    def value(self) -> int | None:
        text = self.text()
        good = text.isdecimal() and len(text) == YEAR_DIGITS and EARLIEST_BIRTH <= int(text) <= self._this_year
        return int(text) if good else None

    def _judge(self, _text: str) -> None:
        self.answered.emit(self.value())


def other_answers(answers: Sequence[Closing]) -> list[tuple[Closing, str]]:
    """What is offered beside "seen": gone, or where that is no answer, that it was a mistake."""
    if Closing.GONE in answers:
        return [(Closing.GONE, "Gone")]
    return [(Closing.MISTAKE, "By mistake")] if Closing.MISTAKE in answers else []


class OpenRow(QWidget):
    """One flag or injury that is still open, and what became of it. Unanswered leaves it as it is."""

    changed = Signal()

    def __init__(
        self, name: str, entered: date, today: date, *, answers: Sequence[Closing], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        options: list[tuple[object, str]] = [(STILL, "Still there"), (Closing.SEEN, "Seen"), *other_answers(answers)]
        self.choice = Segmented(options, name=f"{name}: what became of it", compact=True, parent=self)
        row = AskRow(name, self.choice, note=f"Noted {when(entered, today)}", parent=self)
        self.day = Combo(f"{name}: the day a clinician saw it", parent=self)
        self.day.setPlaceholderText("Which day?")
        days = [today - timedelta(days=back) for back in range(min((today - entered).days, LOOK_BACK_DAYS) + 1)]
        self.day.set_options([(day, day_words(day, today)) for day in days])
        self.day.set_value(None)
        self._seen = QWidget(self)
        line = QHBoxLayout(self._seen)
        line.setContentsMargins(0, 0, 0, 10)
        line.setSpacing(12)
        line.addWidget(Label("A clinician saw it on", Role.SMALL, Tone.INK2, parent=self._seen))
        line.addWidget(self.day)
        line.addStretch(1)
        self._seen.hide()
        row.below.addWidget(self._seen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self.choice.changed.connect(self._chosen)
        self.day.activated.connect(self._dated)

    def closed(self) -> Closed | None:
        """How it was answered; None while it stays open."""
        how = self.choice.value()
        if how is Closing.SEEN:
            day = self.day.value()
            return Closed(Closing.SEEN, day) if isinstance(day, date) else None
        return Closed(how, self._today) if isinstance(how, Closing) else None

    def waits(self) -> bool:
        """Whether "seen" still lacks its day."""
        return self.choice.value() is Closing.SEEN and self.closed() is None

    def _chosen(self, how: object) -> None:
        self._seen.setVisible(how is Closing.SEEN)
        self.changed.emit()

    def _dated(self, _index: int) -> None:
        self.changed.emit()


def day_words(day: date, today: date) -> str:
    """ "Yesterday, Friday 20 November", further back only its day."""
    said = words.ago(day, today)
    near = (today - day).days < words.WEEK_DAYS
    return f"{said}, {words.plain_day(day, today)}" if near else words.plain_day(day, today)
