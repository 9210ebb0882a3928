"""Advice: what the record says now, what was said before, and the guide, searched together."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.coaching.advice import Advised
from kneecoach.domain.advice.engine import is_red, shown
from kneecoach.domain.advice.history import Past
from kneecoach.domain.advice.words import in_units
from kneecoach.domain.finding import Finding
from kneecoach.domain.guide import Guide
from kneecoach.domain.person import Units
from kneecoach.ui.pages.advice_earlier import Earlier
from kneecoach.ui.pages.advice_found import Found
from kneecoach.ui.pages.advice_hits import Hits
from kneecoach.ui.pages.advice_search import SearchField
from kneecoach.ui.pages.advice_side import GuideCard, NotADiagnosis, WaysCard
from kneecoach.ui.pages.advice_words import HIDDEN, count_words, nothing_words
from kneecoach.ui.pages.scrolled import SteadyScrolled
from kneecoach.ui.same_finding import still
from kneecoach.ui.widgets.buttons import SecondaryButton, Size
from kneecoach.ui.widgets.card import Area
from kneecoach.ui.widgets.tab_order import next_stop, reading_order
from kneecoach.ui.widgets.text import Heading, Label, Role, Tone

EDGE_PX, GAP_PX = 32, 16
SIDE_PX, NARROW_SIDE_PX, NARROW_BELOW_PX = 312, 280, 1_000


class _Room(SteadyScrolled):
    """The arrow keys are the page's; by Page Up and Page Down it scrolls."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        else:
            super().keyPressEvent(event)


class AdvicePage(Area):
    """Shows what it is given; whoever shows it reads it and listens to its wishes."""

    shown = Signal()
    """The page is seen: what it shows may be of another day."""
    why_requested = Signal(object)
    past_requested = Signal(object)
    topic_requested = Signal(str)
    hit_requested = Signal(object)
    summary_requested = Signal()
    plan_requested = Signal()
    stages_requested = Signal()

    def __init__(self, guide: Guide, *, wall: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._guide, self._wall = guide, wall
        self._advised: Advised | None = None
        self._pasts: tuple[Past, ...] | None = None
        self.setAccessibleName("Advice")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._count = Label("", Role.BODY, Tone.INK2, wrap=True, parent=self)
        self.search = SearchField(parent=self)
        self._inside = Area()
        self.red = Found(parent=self._inside)
        self._hidden = Label(HIDDEN, Role.SMALL, Tone.INK2, wrap=True, parent=self._inside)
        self.summary = SecondaryButton("Summary for the doctor", icon="file", size=Size.SMALL, parent=self._inside)
        self.found = Found(parent=self._inside)
        self.earlier = Earlier(parent=self._inside)
        self.hits = Hits(parent=self._inside)
        self.guide = GuideCard(guide, parent=self._inside)
        self.ways = WaysCard(parent=self._inside)
        self.not_a_diagnosis = NotADiagnosis(parent=self._inside)
        self._lay_out()
        self._connect()
        self._show_red(red=False)
        self._search()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, EDGE_PX, 0)
        head.setSpacing(16)
        head.addWidget(Heading("Advice", parent=self), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._count, 1)
        head.addWidget(self.search)
        under = QHBoxLayout()
        under.setSpacing(16)
        under.addWidget(self._hidden, 1)
        under.addWidget(self.summary)
        left = QVBoxLayout()
        left.setSpacing(GAP_PX)
        for part in (self.found, self.hits):
            left.addWidget(part)
        left.addWidget(self.earlier)
        left.addStretch(1)
        self._side = self._beside()
        body = QHBoxLayout()
        body.setSpacing(GAP_PX)
        body.addLayout(left, 1)
        body.addWidget(self._side)
        whole = QVBoxLayout(self._inside)
        whole.setContentsMargins(0, 4, EDGE_PX, 28)
        whole.setSpacing(GAP_PX)
        whole.addWidget(self.red)
        whole.addLayout(under)
        whole.addLayout(body, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE_PX, 28, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        self.scrolled = _Room(self._inside, margin_px=EDGE_PX, parent=self)
        column.addWidget(self.scrolled, 1)

    def _beside(self) -> QWidget:
        held = QWidget(self._inside)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        for part in (self.guide, self.ways, self.not_a_diagnosis):
            column.addWidget(part)
        column.addStretch(1)
        return held

    def _connect(self) -> None:
        for part in (self.red, self.found, self.hits):
            part.why_requested.connect(self.why_requested)
        self.earlier.past_requested.connect(self.past_requested)
        self.hits.past_requested.connect(self.past_requested)
        self.hits.hit_requested.connect(self.hit_requested)
        self.guide.topic_requested.connect(self.topic_requested)
        self.summary.clicked.connect(self.summary_requested)
        self.ways.plan.clicked.connect(self.plan_requested)
        self.ways.stages.clicked.connect(self.stages_requested)
        self.search.paused.connect(self._search)

    def show_advised(self, advised: Advised, units: Units) -> None:
        """What is open now, in these units."""
        findings = tuple(in_units(one, units) for one in advised.findings)
        self._advised = replace(advised, findings=findings)
        red = tuple(one for one in findings if is_red(one))
        came = bool(red) and [card.finding for card in self.red.cards] != list(red)
        nothing = nothing_words(advised.waiting)
        self._count.setText(count_words(findings, advised.waiting))
        self.red.show_findings(red)
        self.found.show_findings(findings[len(red) :], otherwise="" if red else nothing)
        self.not_a_diagnosis.show_waiting(advised.waiting)
        self._show_red(red=bool(red))
        self._show_earlier()
        self._search()
        if came:
            self._to_top()

    def _to_top(self) -> None:
        """A red flag is never out of sight when it comes, nor when the page is opened under one."""
        self.scrolled.verticalScrollBar().setValue(0)

    def show_pasts(self, pasts: tuple[Past, ...] | None, units: Units) -> None:
        """What is over; None while it is still looked for."""
        told = None if pasts is None else tuple(replace(one, finding=in_units(one.finding, units)) for one in pasts)
        self._pasts = told
        self._show_earlier()
        self._search()

    def _show_earlier(self) -> None:
        told = None if self._pasts is None else self.past_ones()
        left_out = len(self._pasts or ()) - len(told or ())
        self.earlier.show_pasts(told, self._wall().date(), left_out=left_out)

    def past_ones(self) -> tuple[Past, ...]:
        """What is over; under a red flag hints for training are left out of it, too."""
        red = [card.finding for card in self.red.cards]
        return tuple(past for past in self._pasts or () if len(shown([*red, past.finding])) > len(red))

    def stand_at(self, finding: Finding) -> None:
        """Give the keyboard to its card, as it was left."""
        cards = [card for card in (*self.red.cards, *self.found.cards) if card.isVisible()]
        now = still(finding, [card.finding for card in cards])
        for card in cards:
            if card.finding is now:
                card.why.setFocus(Qt.FocusReason.OtherFocusReason)
                self.scrolled.ensureWidgetVisible(card)
                return

    def advised(self) -> Advised | None:
        """What is shown, None before the first reading."""
        return self._advised

    def _show_red(self, *, red: bool) -> None:
        for part in (self.red, self._hidden, self.summary):
            part.setVisible(red)

    def _search(self) -> None:
        text = self.search.text().strip()
        searching = bool(text)
        self.hits.setVisible(searching)
        self.found.setVisible(not searching)
        self.earlier.setVisible(not searching)
        if searching:
            findings = self._advised.findings if self._advised is not None else ()
            open_ones = [one for one in findings if not is_red(one)]
            self.hits.show_hits(text, open_ones, self.past_ones(), self._guide.search(text), self._wall().date())

    def _links(self) -> list[QWidget]:
        cards = [card.why for card in (*self.red.cards, *self.found.cards) if card.isVisible()]
        return [*cards, *(self.hits.links() if self.hits.isVisible() else ())]

    def _move(self, step: int) -> None:
        links = self._links()
        at = self.window().focusWidget()
        if links:
            here = links.index(at) + step if at in links else 0
            target = links[max(0, min(len(links) - 1, here))]
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self.scrolled.ensureWidgetVisible(target)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt's own method
        """Tab in reading order: cards come and go, and Qt would put them last."""
        target = next_stop(self, reading_order(self), onward=onward)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason)
            self.scrolled.ensureWidgetVisible(target)
        return target is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        acts: dict[int, Callable[[], object]] = {
            keys.Key_Slash: self.search.begin,
            keys.Key_H: self.earlier.toggle,
            keys.Key_Down: lambda: self._move(1),
            keys.Key_Up: lambda: self._move(-1),
        }
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if plain and event.key() in acts:
            acts[event.key()]()
        elif event.key() == keys.Key_Escape and self.search.text():
            self.search.clear()
            self.setFocus()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.red.cards:
            self._to_top()
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = NARROW_SIDE_PX if self.width() < NARROW_BELOW_PX else SIDE_PX
        self._side.setFixedWidth(side)
        self.search.setFixedWidth(side)
