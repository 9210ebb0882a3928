"""Why this advice: the data, the rule, the source and its limits, and what would clear it."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.advice.history import Past
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.diary import day_of
from kneecoach.domain.red_flag_words import capital
from kneecoach.ui.pages.advice_why_cards import ClearsCard, LimitsCard, ReadCard, RuleCard, SourceCard, ToDoCard
from kneecoach.ui.pages.advice_why_words import Reasons
from kneecoach.ui.pages.advice_words import cleared_words, ended_words, sign_of
from kneecoach.ui.pages.diary_words import Terms
from kneecoach.ui.pages.scrolled import SteadyScrolled
from kneecoach.ui.widgets.card import Area
from kneecoach.ui.widgets.crumbs import Crumbs
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.tab_order import next_stop, reading_order
from kneecoach.ui.widgets.text import Heading, Label, Role, Tone
from kneecoach.ui.words import plain_day

EDGE_PX, GAP_PX = 32, 16
SIDE_PX, NARROW_SIDE_PX, NARROW_BELOW_PX = 376, 320, 1_000
TITLE = "Why this advice"
MANY = 3


class WhyPage(Area):
    """Shows the reasons of one finding after another."""

    back_requested = Signal()
    entry_requested = Signal(object)
    """The local day and the id of an entry."""
    summary_requested = Signal()
    step_requested = Signal(int)
    """1 for the next finding, -1 for the one before."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._entries: tuple[tuple[date, UUID], ...] = ()
        self.setAccessibleName(TITLE)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.crumbs = Crumbs("Advice", parent=self)
        self.crumbs.set_name(TITLE)
        self.title = Heading("", parent=self)
        self._icon = Icon("info", 20, Tone.INFO, parent=self)
        self.sign = Label("", Role.H3, parent=self)
        self.read: ReadCard | None = None
        self._scrolled: SteadyScrolled | None = None
        self._side: QWidget | None = None
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.crumbs)
        names.addWidget(self.title)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, EDGE_PX, 0)
        head.setSpacing(8)
        head.addLayout(names, 1)
        head.addWidget(self._icon)
        head.addWidget(self.sign)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(EDGE_PX, 24, 0, 0)
        self._column.setSpacing(12)
        self._column.addLayout(head)
        self.crumbs.back_requested.connect(self.back_requested)

    def show_reasons(
        self, behind: Reasons, terms: Terms, profile: Profile, today: date, *, past: Past | None = None
    ) -> None:
        """Of an open finding, or of one that is over."""
        finding = behind.finding
        self._entries = tuple((day_of(entry), entry.id) for entry in behind.entries)
        sign = sign_of(finding)
        self.title.setText(finding.title.rstrip("."))
        self.title.setAccessibleName(f"{TITLE}: {finding.title}")
        self._icon.set_icon(sign.icon if past is None else "check", sign.tone if past is None else Tone.INK2)
        self.sign.setText(sign.words if past is None else cleared_words(past, today))
        self.sign.set_tone(sign.tone if past is None else Tone.INK2)
        seen = plain_day(today if past is None else past.last, today)
        became = "" if past is None else capital(ended_words(past))
        self._fill(self._cards(behind, terms, profile, today, (f"Read {seen}", became)))

    def finding(self) -> str:
        """The title of what is shown."""
        return self.title.text()

    def _cards(
        self, behind: Reasons, terms: Terms, profile: Profile, today: date, foot: tuple[str, str]
    ) -> tuple[QWidget, QWidget]:
        finding, leads = behind.finding, bool(behind.entries)
        seen, became = foot
        self.read = ReadCard(behind, terms, today, over=bool(became))
        self.read.entry_requested.connect(self.entry_requested)
        do = ToDoCard(finding, leads=leads)
        do.entry_requested.connect(self._open_first)
        do.summary_requested.connect(self.summary_requested)
        clears = ClearsCard(finding, seen, leads=leads, became=became)
        clears.entry_requested.connect(self._open_first)
        left, below = QWidget(), QHBoxLayout()
        below.setSpacing(GAP_PX)
        below.addWidget(RuleCard(finding, profile, terms.units), 1)
        below.addWidget(do, 1)
        column = _stacked(left)
        column.addWidget(self.read)
        column.addLayout(below, 1)
        side = QWidget()
        cards = _stacked(side)
        for card, share in ((SourceCard(finding), 0), (LimitsCard(finding), 0), (clears, 1)):
            cards.addWidget(card, share)
        # It fills a short page; beside many entries it keeps to what it says
        cards.addStretch(0 if len(behind.entries) < MANY else 100)
        return left, side

    def _fill(self, parts: tuple[QWidget, QWidget]) -> None:
        inside = Area()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 4, EDGE_PX, 28)
        row.setSpacing(GAP_PX)
        row.addWidget(parts[0], 1)
        row.addWidget(parts[1])
        old, self._side = self._scrolled, parts[1]
        self._fit()
        self._scrolled = SteadyScrolled(inside, margin_px=EDGE_PX, parent=self)
        self._column.addWidget(self._scrolled, 1)
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._scrolled.show()

    def _open_first(self) -> None:
        self.entry_requested.emit(self._entries[0])

    def _fit(self) -> None:
        if self._side is not None:
            self._side.setFixedWidth(NARROW_SIDE_PX if self.width() < NARROW_BELOW_PX else SIDE_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt's own method
        """Tab in reading order: the cards are made anew for each finding."""
        target = next_stop(self, reading_order(self), onward=onward)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason)
            if self._scrolled is not None:
                self._scrolled.ensureWidgetVisible(target)
        return target is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() == keys.Key_Escape:
            self.back_requested.emit()
        elif event.key() in {keys.Key_Left, keys.Key_Right}:
            self.step_requested.emit(1 if event.key() == keys.Key_Right else -1)
        elif event.key() == keys.Key_E and self._entries:
            self._open_first()
        else:
            super().keyPressEvent(event)


def _stacked(held: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP_PX)
    return column
