"""What a search found: findings, what was found before, and sections of the guide."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.advice.history import Past
from kneecoach.domain.finding import Finding
from kneecoach.domain.guide import Hit, words_of
from kneecoach.ui.pages.advice_earlier import fill_rows
from kneecoach.ui.pages.advice_found import Found
from kneecoach.ui.widgets.buttons import LinkButton
from kneecoach.ui.widgets.card import Card
from kneecoach.ui.widgets.marked_text import MarkedText
from kneecoach.ui.widgets.row_button import RowButton
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.words import quoted

READ = "Read"
MOST_HITS, OF_ONE_LETTER = 30, 8
"""One letter is the beginning of a word, and thirty cards take a while to lay out."""


class HitCard(Card):
    """A section of the guide, with the first claim that holds what was searched for."""

    opened = Signal(object)

    def __init__(self, hit: Hit, words: Sequence[str], *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 8, 20, 14), parent=parent)
        self.body.setSpacing(0)
        self.hit = hit
        self.read = LinkButton(READ, parent=self)
        self.read.setAccessibleName(f"{READ}: {hit.section.title}")
        self.read.clicked.connect(self._open)
        head = QHBoxLayout()
        head.addWidget(Label(f"Guide: {hit.topic.title}", Role.SMALL, Tone.INK2, wrap=True, parent=self), 1)
        head.addWidget(self.read)
        self.body.addLayout(head)
        claims = [claim.text for claim in hit.section.claims]
        shown = next((text for text in claims if any(word in text.casefold() for word in words)), claims[0])
        for text, role, tone in ((hit.section.title, Role.H3, Tone.INK), (shown, Role.BODY, Tone.INK2)):
            part = MarkedText(text, role, tone, parent=self)
            part.set_marks(words)
            self.body.addWidget(part)

    def _open(self) -> None:
        self.opened.emit(self.hit)


class Hits(QWidget):
    """All that holds every word of the search."""

    why_requested = Signal(object)
    past_requested = Signal(object)
    hit_requested = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = Found(parent=self)
        self.found.why_requested.connect(self.why_requested)
        self._earlier = QVBoxLayout()
        self._earlier.setSpacing(0)
        self._guide = QVBoxLayout()
        self._guide.setSpacing(12)
        self.none = Label("", Role.BODY, Tone.INK2, wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.none)
        column.addWidget(self.found)
        column.addLayout(self._guide)
        column.addLayout(self._earlier)
        self.cards: list[HitCard] = []

    def show_hits(
        self, text: str, findings: Sequence[Finding], pasts: Sequence[Past], hits: Sequence[Hit], today: date
    ) -> None:
        """Those among the findings and the past that hold every word of `text`, and these hits of the guide."""
        words = words_of(text)
        open_ones = tuple(one for one in findings if holds(one, words))
        over = [past for past in pasts if holds(past.finding, words)]
        self.found.show_findings(open_ones, words)
        fill_rows(self._earlier, over, today, self)
        for row in self.past_rows():
            row.clicked.connect(self._ask_past)
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [HitCard(hit, words, parent=self) for hit in hits[: MOST_HITS if len(text) > 1 else OF_ONE_LETTER]]
        for card in self.cards:
            card.opened.connect(self.hit_requested)
            self._guide.addWidget(card)
            card.show()
        nothing = not (open_ones or over or hits)
        self.none.setText(f"Nothing about {quoted(text)} in findings or guide. Try a shorter word." if nothing else "")
        self.none.setVisible(nothing)

    def links(self) -> list[QWidget]:
        """What the arrow keys go through."""
        return [*(card.why for card in self.found.cards), *(card.read for card in self.cards)]

    def past_rows(self) -> list[RowButton]:
        """What was found before and holds the words."""
        held = (self._earlier.itemAt(number) for number in range(self._earlier.count()))
        return [one for item in held if item is not None and isinstance(one := item.widget(), RowButton)]

    def _ask_past(self) -> None:
        self.past_requested.emit(self.sender().property("past"))


def holds(finding: Finding, words: Sequence[str]) -> bool:
    """Whether a finding says every one of these words."""
    said = " ".join((finding.rule, finding.title, finding.text, *finding.because, finding.source)).casefold()
    return all(word in said for word in words)
