"""The findings that are open, the gravest first; what is many is folded away, what is red is not."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.domain.finding import Finding, Level
from kneecoach.ui.pages.advice_card import FindingCard, RuledCard
from kneecoach.ui.pages.advice_words import NEVER_GOOD_NEWS
from kneecoach.ui.same_finding import still
from kneecoach.ui.widgets.buttons import LinkButton
from kneecoach.ui.widgets.text import Label, Role, Tone

FOLD_ABOVE = 5


class Found(QWidget):
    """One card for each finding."""

    why_requested = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[FindingCard] = []
        self._findings: tuple[Finding, ...] = ()
        self._told: tuple[object, ...] = ()
        self._unfolded = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.more: LinkButton | None = None

    def show_findings(self, findings: tuple[Finding, ...], marks: Sequence[str] = (), otherwise: str = "") -> None:
        """`otherwise` is the title of the card that stands there when there are none, "" for no card."""
        told = (findings, tuple(marks), otherwise, self._unfolded)
        if told == self._told:
            return
        self._told, self._findings = told, findings
        at = next((card.finding for card in self.cards if card.why.hasFocus()), None)
        stays = still(at, findings) if at is not None else None
        self._start_over()
        for finding in self._open() if not marks else findings:
            card = FindingCard(finding, parent=self)
            card.mark(marks)
            card.why_requested.connect(self.why_requested)
            self.cards.append(card)
            self._add(card)
            if finding is stays:
                card.why.setFocus()
        folded = len(findings) - len(self.cards)
        if folded:
            self.more = LinkButton(f"{folded} more, information", parent=self)
            self.more.clicked.connect(self.unfold)
            self._add(self.more)
        if not findings and otherwise:
            self._add(_nothing(otherwise, self))

    def _add(self, part: QWidget) -> None:
        self._column.addWidget(part)
        # Left to the layout it would appear one round of events later, as a flicker
        part.show()

    def unfold(self) -> None:
        """Show what was folded away."""
        self._unfolded = True
        first = len(self.cards)
        self.show_findings(self._findings)
        self.cards[first].why.setFocus()

    def _open(self) -> tuple[Finding, ...]:
        """All that is more than information, and of that as much as makes five."""
        if self._unfolded or len(self._findings) <= FOLD_ABOVE:
            return self._findings
        strong = sum(finding.level is not Level.INFO for finding in self._findings)
        return self._findings[: max(strong, FOLD_ABOVE)]

    def _start_over(self) -> None:
        self.cards, self.more = [], None
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def _nothing(title: str, parent: QWidget) -> QWidget:
    card = RuledCard(Tone.INK3, parent=parent)
    card.setAccessibleName(title)
    column = QVBoxLayout(card)
    column.setContentsMargins(24, 16, 20, 16)
    column.addWidget(Label(title, Role.H3, wrap=True, parent=card))
    column.addWidget(Label(NEVER_GOOD_NEWS, Role.BODY, Tone.INK2, wrap=True, parent=card))
    return card
