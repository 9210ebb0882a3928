"""Beside the findings: the topics of the guide, and what these lines are not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.advice.waiting import Waiting
from kneecoach.domain.guide import Guide
from kneecoach.ui.pages.advice_words import NEVER_GOOD_NEWS, NOT_A_DIAGNOSIS, judged_words, waiting_rows
from kneecoach.ui.widgets.buttons import LinkButton
from kneecoach.ui.widgets.card import Card, Hairline
from kneecoach.ui.widgets.row_button import RowButton
from kneecoach.ui.widgets.text import Label, Role, Tone

URGENT_TOPIC = "when_to_see_someone"


class GuideCard(Card):
    """One row for each topic."""

    topic_requested = Signal(str)

    def __init__(self, guide: Guide, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(1, 14, 1, 1), parent=parent)
        self.body.setSpacing(0)
        head = Label("Guide", Role.H3, parent=self)
        head.setContentsMargins(19, 0, 19, 8)
        self.body.addWidget(head)
        self.rows: dict[str, RowButton] = {}
        for topic in guide.topics:
            tone = Tone.STOP if topic.id == URGENT_TOPIC else Tone.INK2
            row = RowButton(topic.title, icon=topic.icon, tone=tone, role=Role.BODY_MEDIUM, edge_px=19, parent=self)
            row.setProperty("topic", topic.id)
            row.clicked.connect(self._ask)
            self.rows[topic.id] = row
            self.body.addWidget(row)

    def _ask(self) -> None:
        self.topic_requested.emit(self.sender().property("topic"))


class WaysCard(Card):
    """The ways to the goal and the week, and to the stages of returning to running."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(1, 1, 1, 1), parent=parent)
        self.body.setSpacing(0)
        self.plan = RowButton("My plan", icon="diary", role=Role.BODY_MEDIUM, edge_px=19, ruled=False, parent=self)
        self.plan.setAccessibleName("My plan: goal, week, how it began, what changed")
        self.stages = RowButton("Return to running", icon="run", role=Role.BODY_MEDIUM, edge_px=19, parent=self)
        self.body.addWidget(self.plan)
        self.body.addWidget(self.stages)


class NotADiagnosis(Card):
    """What was read, and which rules could not speak."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(20, 16, 20, 14), parent=parent)
        self.body.setSpacing(6)
        self.body.addWidget(Label("Not a diagnosis", Role.H3, parent=self))
        for sentence in (NOT_A_DIAGNOSIS, NEVER_GOOD_NEWS):
            self.body.addWidget(Label(sentence, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        self.body.addSpacing(6)
        self.body.addWidget(Hairline(parent=self))
        self.judged = Label("", Role.SMALL_BOLD, parent=self)
        self._row("Rules read today", self.judged)
        self.count = LinkButton("None", parent=self)
        self.count.clicked.connect(self.toggle)
        self._row("Waiting for more data", self.count)
        self.list = QWidget(self)
        self._rows = QVBoxLayout(self.list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.list.hide()
        self.body.addWidget(self.list)

    def _row(self, words: str, value: QWidget) -> None:
        row = QHBoxLayout()
        row.addWidget(Label(words, Role.SMALL, Tone.INK2, wrap=True, parent=self), 1)
        row.addWidget(value)
        self.body.addLayout(row)

    def show_waiting(self, waiting: tuple[Waiting, ...]) -> None:
        """The number, and behind it what each of them lacks."""
        self.judged.setText(judged_words(waiting))
        self.count.set_words(_rules(len(waiting)))
        self.count.setEnabled(bool(waiting))
        self._name_count()
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for rules, lacks in waiting_rows(waiting):
            row = _Lacking(rules, lacks, parent=self.list)
            self._rows.addWidget(row)
            row.show()
        if not waiting:
            self.list.hide()

    def toggle(self) -> None:
        """Show or hide what is lacking."""
        self.list.setVisible(not self.list.isVisibleTo(self))
        self._name_count()

    def _name_count(self) -> None:
        act = "hide" if self.list.isVisibleTo(self) else "show"
        self.count.setAccessibleName(f"{self.count.text()} waiting for more data: {act} what is lacking")


def _rules(count: int) -> str:
    return {0: "None", 1: "1 rule"}.get(count, f"{count} rules")


class _Lacking(QWidget):
    def __init__(self, rules: str, lacks: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(Hairline(parent=self))
        column.addWidget(Label(lacks, Role.SMALL, wrap=True, parent=self))
        column.addWidget(Label(rules, Role.HINT, Tone.INK3, wrap=True, parent=self))
