"""Leads to Advice, from a finding to its reasons and its entries, and through the guide."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kneecoach.domain.finding import STAGE_RULE
from kneecoach.domain.person import Person, Units
from kneecoach.ui.advising import Advising, Slow
from kneecoach.ui.changes import Changes
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.same_finding import name_of, place_of, still
from kneecoach.ui.shell import ADVICE, GUIDE, WHY

if TYPE_CHECKING:
    from kneecoach.coaching.advice import Advised
    from kneecoach.domain.advice.history import Past
    from kneecoach.domain.finding import Finding
    from kneecoach.domain.guide import Guide, Hit
    from kneecoach.ui.pages.advice_page import AdvicePage
    from kneecoach.ui.pages.advice_why_page import WhyPage
    from kneecoach.ui.pages.guide_page import GuidePage

# Pages and what they need are imported when they are first shown: the first paint needs Today alone
# ruff: noqa: PLC0415


class AdviceFlow(QObject):
    """One page for what is open, made when it is first looked at. What is over is looked back at when that is seen."""

    entry_requested = Signal(object)
    """The local day and the id of an entry of the diary."""
    plan_requested = Signal()
    stages_requested = Signal()
    doctor_requested = Signal()
    """The summary for the doctor."""
    looked_back = Signal()
    """What is over is known and shown."""

    def __init__(
        self,
        window: MainWindow,
        advising: Advising,
        person: Callable[[], Person | None],
        *,
        wall: Callable[[], datetime],
        changes: Changes,
    ) -> None:
        super().__init__(window)
        self._window, self._advising, self._person, self._wall = window, advising, person, wall
        self._page: AdvicePage | None = None
        self._why: WhyPage | None = None
        self._guide_page: GuidePage | None = None
        self._told: Guide | None = None
        self._at: Finding | Past | None = None
        self._advised: Advised | None = None
        self._read_on: date | None = None
        self._back = Slow(parent=self)
        self._back.done.connect(self._take_back)
        self._back_on: date | None = None
        for changed in (changes.diary, changes.sessions, changes.person):
            changed.connect(self._forget)
        advising.found.connect(self._take)
        window.shell.add_page(ADVICE, self._make)
        window.shell.add_page(WHY, self._make_why)
        window.shell.add_page(GUIDE, self._make_guide)
        window.closed.connect(self._back.stop)

    @property
    def busy(self) -> bool:
        """Whether somebody still looks back."""
        return self._back.busy

    def show(self, finding: "Finding | None" = None) -> None:
        """The page of all advice, or why this is said; of returning to running the stages themselves."""
        if finding is not None and finding.rule == STAGE_RULE:
            self.stages_requested.emit()
            return
        told = self._advised.findings if self._advised is not None else ()
        now = still(finding, told) if finding is not None else None
        if now is not None:
            self.show_why(now)
        else:
            self._window.go_to(ADVICE)

    def show_why(self, finding: "Finding", past: "Past | None" = None) -> None:
        """The reasons of a finding that is open, or of one that is over."""
        from kneecoach.domain.advice.words import in_units
        from kneecoach.ui.pages.advice_why_words import reasons, terms_of

        if self._advised is None:
            return
        self._window.shell.page(WHY)
        assert self._why is not None, "the shell has just made it"
        units, profile = self._units(), self._advised.profile
        behind = reasons(in_units(finding, units), self._advised, profile, units)
        self._at = finding if past is None else past
        self._why.show_reasons(behind, terms_of(self._advised, units), profile, self._wall().date(), past=past)
        self._window.go_to(WHY)

    def show_topic(self, topic_id: str) -> None:
        """A page of the guide."""
        self._window.shell.page(GUIDE)
        assert self._guide_page is not None, "the shell has just made it"
        self._guide_page.show_topic(self._guide().topic(topic_id))
        self._window.go_to(GUIDE)

    def _show_hit(self, hit: "Hit") -> None:
        from kneecoach.domain.guide import words_of

        self._window.go_to(GUIDE)
        assert self._guide_page is not None, "the shell has made it"
        searched = self._page.search.text() if self._page is not None else ""
        self._guide_page.show_topic(hit.topic, hit.section, words_of(searched))

    def _guide(self) -> "Guide":
        from kneecoach.exchange.guide import load_guide

        if self._told is None:
            self._told = load_guide()
        return self._told

    def _make_guide(self) -> QWidget:
        from kneecoach.ui.pages.guide_page import GuidePage

        page = GuidePage(self._guide())
        page.back_requested.connect(self._leave)
        self._guide_page = page
        return page

    def _show_past(self, past: "Past") -> None:
        self.show_why(past.finding, past)

    def _step(self, step: int) -> None:
        """The next finding that is open, or the next that is over; round the ends."""
        from kneecoach.domain.advice.history import Past

        told = self._advised.findings if self._advised is not None else ()
        if isinstance(self._at, Past):
            pasts = self._page.past_ones() if self._page is not None else ()
            names = [(name_of(one.finding), one.first) for one in pasts]
            at = (name_of(self._at.finding), self._at.first)
            if at in names:
                self._show_past(pasts[(names.index(at) + step) % len(names)])
        elif self._at is not None and (place := place_of(self._at, told)) is not None:
            self.show_why(told[(place + step) % len(told)])

    def _make_why(self) -> QWidget:
        from kneecoach.ui.pages.advice_why_page import WhyPage

        page = WhyPage()
        page.back_requested.connect(self._leave_why)
        page.entry_requested.connect(self.entry_requested)
        page.summary_requested.connect(self.doctor_requested)
        page.step_requested.connect(self._step)
        self._why = page
        return page

    def _leave(self) -> None:
        self._window.go_to(ADVICE)

    def _leave_why(self) -> None:
        from kneecoach.domain.finding import Finding

        self._leave()
        if self._page is not None and isinstance(self._at, Finding):
            self._page.stand_at(self._at)

    def _make(self) -> QWidget:
        from kneecoach.ui.pages.advice_page import AdvicePage

        page = AdvicePage(self._guide(), wall=self._wall)
        page.shown.connect(self._read_when_old)
        page.summary_requested.connect(self.doctor_requested)
        page.plan_requested.connect(self.plan_requested)
        page.stages_requested.connect(self.stages_requested)
        page.why_requested.connect(self.show_why)
        page.past_requested.connect(self._show_past)
        page.topic_requested.connect(self.show_topic)
        page.hit_requested.connect(self._show_hit)
        self._page = page
        if self._advised is not None:
            page.show_advised(self._advised, self._units())
        return page

    def _forget(self) -> None:
        """Something else is in the record: read it when the page is seen."""
        self._read_on = self._back_on = None
        if self._seen():
            self._advising.wish()

    def _seen(self) -> bool:
        return any(page is not None and page.isVisible() for page in (self._page, self._why))

    def _read_when_old(self) -> None:
        if self._read_on != self._wall().date():
            self._advising.wish()
        elif self._advised is not None:
            self._look_back(self._advised)

    def _take(self, advised: "Advised") -> None:
        self._advised, self._read_on = advised, advised.now.date()
        if self._page is not None:
            self._page.show_advised(advised, self._units())
            if self._page.isVisible():
                self._look_back(advised)
        self._show_again(advised)

    def _show_again(self, advised: "Advised") -> None:
        """The reasons that are on the screen, as they are now; those of what is over meanwhile stay as they were."""
        from kneecoach.domain.finding import Finding

        if self._why is None or not self._why.isVisible() or not isinstance(self._at, Finding):
            return
        same = still(self._at, advised.findings)
        if same is not None and place_of(self._at, advised.findings) is None:
            self.show_why(same)

    def _look_back(self, advised: "Advised") -> None:
        """Day by day, beside the window: it takes a while after many years."""
        if self._back.busy or self._back_on == advised.now.date():
            return
        from kneecoach.coaching.advice import look_back

        self._back_on = advised.now.date()
        self._back.begin(lambda: look_back(advised))

    def _take_back(self, pasts: "tuple[Past, ...]") -> None:
        if self._page is not None:
            self._page.show_pasts(pasts, self._units())
        if self._back_on is None and self._advised is not None and self._read_on is not None:
            # Something was changed while it was looked back
            self._look_back(self._advised)
        else:
            self.looked_back.emit()

    def _units(self) -> Units:
        person = self._person()
        return person.units if person is not None else Units.KM
