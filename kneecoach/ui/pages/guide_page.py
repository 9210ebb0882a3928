"""One topic of the guide: short claims, each with its source and how sure it is, and where sources disagree."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.guide import Claim, Guide, Section, Topic
from kneecoach.ui.pages.advice_words import GENERAL
from kneecoach.ui.pages.scrolled import SteadyScrolled
from kneecoach.ui.widgets.card import Area, Card, Hairline
from kneecoach.ui.widgets.crumbs import Crumbs
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.marked_text import MarkedText
from kneecoach.ui.widgets.row_button import RowButton
from kneecoach.ui.widgets.text import Heading, Label, Role, Tone

EDGE_PX, GAP_PX = 32, 16
SIDE_PX, NARROW_SIDE_PX, NARROW_BELOW_PX = 312, 280, 1_000
DISAGREE = "Here sources disagree"
SOURCES = "Sources of this page"
SCROLLS: dict[int, QAbstractSlider.SliderAction] = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class SectionCard(Card):
    """The claims on one question."""

    def __init__(self, section: Section, guide: Guide, marks: Sequence[str], *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 16, 24, 16), parent=parent)
        self.section = section
        self.body.setSpacing(6)
        self.title = MarkedText(section.title, Role.H3, parent=self)
        self.title.set_marks(marks)
        self.body.addWidget(self.title)
        for claim in section.claims:
            self._add_claim(claim, guide, marks)
        if section.disagree:
            self._add_disagreement(section.disagree, marks)

    def _add_claim(self, claim: Claim, guide: Guide, marks: Sequence[str]) -> None:
        self.body.addWidget(Hairline(parent=self))
        text = MarkedText(claim.text, parent=self)
        text.set_marks(marks)
        self.body.addWidget(text)
        names = ", ".join(guide.sources[one].short for one in claim.sources)
        self.body.addWidget(Label(f"{claim.evidence.word}: {names}", Role.SMALL, Tone.INK2, wrap=True, parent=self))

    def _add_disagreement(self, words: str, marks: Sequence[str]) -> None:
        self.body.addWidget(Hairline(parent=self))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Icon("info", 16, Tone.INFO, parent=self))
        head.addWidget(Label(DISAGREE, Role.SMALL_BOLD, Tone.INFO, wrap=True, parent=self), 1)
        self.body.addLayout(head)
        text = MarkedText(words, Role.BODY, Tone.INK2, parent=self)
        text.set_marks(marks)
        self.body.addWidget(text)


class GuidePage(Area):
    """Shows one topic after another."""

    back_requested = Signal()

    def __init__(self, guide: Guide, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._guide = guide
        self._topic: Topic | None = None
        self._marks: tuple[str, ...] = ()
        self.sections: list[SectionCard] = []
        self.topics: list[RowButton] = []
        self._scrolled: SteadyScrolled | None = None
        self._side: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.crumbs = Crumbs("Advice", parent=self)
        self.crumbs.set_name("Guide")
        self.title = Heading("", parent=self)
        self.lead = Label("", Role.BODY, Tone.INK2, wrap=True, parent=self)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, EDGE_PX, 0)
        head.setSpacing(0)
        for part in (self.crumbs, self.title, self.lead):
            head.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(EDGE_PX, 24, 0, 0)
        self._column.setSpacing(12)
        self._column.addLayout(head)
        self.crumbs.back_requested.connect(self.back_requested)

    def topic(self) -> Topic | None:
        """What is shown."""
        return self._topic

    def show_topic(self, topic: Topic, section: Section | None = None, marks: Sequence[str] = ()) -> None:
        """All of it, at this section, with these words marked."""
        self._topic, self._marks = topic, tuple(marks)
        self.setAccessibleName(f"Guide: {topic.title}")
        self.title.setText(topic.title)
        self.lead.setText(topic.lead)
        self._fill(topic)
        wanted = next((card for card in self.sections if card.section is section), None)
        if wanted is not None and self._scrolled is not None:
            self._scrolled.bring_into_view(self.sections[-1], wanted)

    def _fill(self, topic: Topic) -> None:
        inside, left = Area(), QVBoxLayout()
        left.setSpacing(GAP_PX)
        self.sections = [SectionCard(one, self._guide, self._marks, parent=inside) for one in topic.sections]
        for card in self.sections:
            left.addWidget(card)
        left.addWidget(Label(GENERAL, Role.SMALL, Tone.INK2, wrap=True, parent=inside))
        left.addStretch(1)
        self._side = QWidget(inside)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(GAP_PX)
        side.addWidget(self._others(topic))
        side.addWidget(self._sources(topic))
        side.addStretch(1)
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 4, EDGE_PX, 28)
        row.setSpacing(GAP_PX)
        row.addLayout(left, 1)
        row.addWidget(self._side)
        old, self._scrolled = self._scrolled, SteadyScrolled(inside, margin_px=EDGE_PX, parent=self)
        self._fit()
        self._column.addWidget(self._scrolled, 1)
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._scrolled.show()

    def _others(self, topic: Topic) -> Card:
        card = Card(margins=(1, 14, 1, 1), parent=self._side)
        card.body.setSpacing(0)
        head = Label("Guide", Role.H3, parent=card)
        head.setContentsMargins(19, 0, 19, 8)
        card.body.addWidget(head)
        self.topics = []
        for one in self._guide.topics:
            if one is not topic:
                row = RowButton(one.title, icon=one.icon, role=Role.BODY_MEDIUM, edge_px=19, high_px=42, parent=card)
                row.setProperty("topic", one.id)
                row.clicked.connect(self._go_on)
                self.topics.append(row)
                card.body.addWidget(row)
        return card

    def _sources(self, topic: Topic) -> Card:
        card = Card(margins=(20, 16, 20, 16), parent=self._side)
        card.body.setSpacing(6)
        card.body.addWidget(Label(SOURCES, Role.H3, parent=card))
        used = dict.fromkeys(name for part in topic.sections for claim in part.claims for name in claim.sources)
        for source in sorted((self._guide.sources[name] for name in used), key=lambda one: one.short.casefold()):
            card.body.addWidget(Hairline(parent=card))
            card.body.addWidget(Label(source.short, Role.SMALL_BOLD, wrap=True, parent=card))
            whole = Label(source.whole, Role.SMALL, Tone.INK2, wrap=True, parent=card)
            whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            card.body.addWidget(whole)
        return card

    def _go_on(self) -> None:
        self.show_topic(self._guide.topic(self.sender().property("topic")))
        self.setFocus()

    def _step(self, step: int) -> None:
        topics = self._guide.topics
        if self._topic is not None:
            self.show_topic(topics[(topics.index(self._topic) + step) % len(topics)])

    def _fit(self) -> None:
        if self._side is not None:
            self._side.setFixedWidth(NARROW_SIDE_PX if self.width() < NARROW_BELOW_PX else SIDE_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() == keys.Key_Escape:
            self.back_requested.emit()
        elif event.key() in {keys.Key_Left, keys.Key_Right}:
            self._step(1 if event.key() == keys.Key_Right else -1)
        elif event.key() in SCROLLS and self._scrolled is not None:
            bar = self._scrolled.verticalScrollBar()
            bar.triggerAction(SCROLLS[event.key()])
        else:
            super().keyPressEvent(event)
