"""What became of a warning sign or an injury, asked beside the diary."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.domain.flag import ONLY_LOGGED, Closed, Closing
from kneecoach.ui.pages.check_in_rows import LOOK_BACK_DAYS, day_words, other_answers
from kneecoach.ui.widgets.field import Combo
from kneecoach.ui.widgets.segmented import Segmented
from kneecoach.ui.widgets.text import Label, Role, Tone

ASKED = "What became of it?"
EMERGENCY = "This needs a clinician's answer. Only a sign that was ticked by mistake closes without one."
GONE = "It was answered as gone. Gone or not, it should be looked at: when somebody has, say so here."


class AnswerBox(QWidget):
    """`answered` carries the Closed; nothing pressed leaves it open."""

    answered = Signal(object)

    def __init__(
        self,
        entered: date,
        today: date,
        *,
        answers: Sequence[Closing],
        gone: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        others = [] if gone else other_answers(answers)
        offered: list[tuple[object, str]] = [(Closing.SEEN, "Seen"), *others]
        self.choice = Segmented(offered, name=ASKED, compact=True, parent=self)
        self.day = Combo("The day a clinician saw it", parent=self)
        self.day.setPlaceholderText("Which day?")
        back = min((today - entered).days, LOOK_BACK_DAYS)
        days = [today - timedelta(days=ago) for ago in range(back + 1)]
        self.day.set_options([(day, day_words(day, today)) for day in days])
        self.day.set_value(None)
        self._seen = QWidget(self)
        below = QVBoxLayout(self._seen)
        below.setContentsMargins(0, 4, 0, 0)
        below.setSpacing(6)
        below.addWidget(Label("A clinician saw it on", Role.SMALL, Tone.INK2, wrap=True, parent=self._seen))
        below.addWidget(self.day)
        self._seen.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        column.addWidget(Label(ASKED, Role.H3, wrap=True, parent=self))
        if why := GONE if gone else _limits(answers):
            column.addWidget(Label(why, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        column.addWidget(self.choice)
        column.addWidget(self._seen)
        self.choice.changed.connect(self._choose)
        self.day.activated.connect(self._date)

    def _choose(self, how: object) -> None:
        self._seen.setVisible(how is Closing.SEEN)
        if how is Closing.SEEN:
            self.day.setFocus()
        elif isinstance(how, Closing):
            self.answered.emit(Closed(how, self._today))

    def _date(self, _index: int) -> None:
        day = self.day.value()
        if isinstance(day, date):
            self.answered.emit(Closed(Closing.SEEN, day))


def _limits(answers: Sequence[Closing]) -> str:
    """Why "gone" is no answer; "" where it is one."""
    if Closing.GONE in answers:
        return ""
    return EMERGENCY if Closing.MISTAKE in answers else ONLY_LOGGED
