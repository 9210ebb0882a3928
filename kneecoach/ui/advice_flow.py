"""Leads to Advice, from a finding to its reasons and its entries, and through the guide."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kneecoach.domain.person import Person, Units
from kneecoach.ui.advising import Advising, Slow
from kneecoach.ui.changes import Changes
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.shell import ADVICE

if TYPE_CHECKING:
    from kneecoach.coaching.advice import Advised
    from kneecoach.domain.advice.history import Past
    from kneecoach.ui.pages.advice_page import AdvicePage

# Pages and what they need are imported when they are first shown: the first paint needs Today alone
# ruff: noqa: PLC0415


class AdviceFlow(QObject):
    """One page for what is open, made when it is first looked at. What is over is looked back at when that is seen."""

    entry_requested = Signal(object)
    """The local day and the id of an entry of the diary."""
    plan_requested = Signal()
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
        self._advised: Advised | None = None
        self._pasts: tuple[Past, ...] | None = None
        self._read_on: date | None = None
        self._back = Slow(parent=self)
        self._back.done.connect(self._take_back)
        self._back_of: Advised | None = None
        for changed in (changes.diary, changes.sessions, changes.person):
            changed.connect(self._forget)
        advising.found.connect(self._take)
        window.shell.add_page(ADVICE, self._make)
        window.closed.connect(self._back.stop)

    @property
    def busy(self) -> bool:
        """Whether somebody still looks back."""
        return self._back.busy

    def show(self, rule: str = "") -> None:
        """The page of all advice, or why this rule says what it does."""
        self._window.go_to(ADVICE)

    def _make(self) -> QWidget:
        from kneecoach.exchange.guide import load_guide
        from kneecoach.ui.pages.advice_page import AdvicePage

        page = AdvicePage(load_guide(), wall=self._wall)
        page.shown.connect(self._read_when_old)
        page.summary_requested.connect(self.doctor_requested)
        page.plan_requested.connect(self.plan_requested)
        self._page = page
        if self._advised is not None:
            page.show_advised(self._advised, self._units())
        return page

    def _forget(self) -> None:
        """Something else is in the record: read it when the page is seen."""
        self._read_on = None
        if self._page is not None and self._page.isVisible():
            self._advising.wish()

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

    def _look_back(self, advised: "Advised") -> None:
        """Day by day, beside the window: it takes a while after many years."""
        if self._back.busy or self._back_of is advised:
            return
        from kneecoach.coaching.advice import look_back
        from kneecoach.exchange.thresholds import default_profile

        self._back_of, profile = advised, default_profile()
        self._back.begin(lambda: look_back(advised, profile))

    def _take_back(self, pasts: "tuple[Past, ...]") -> None:
        self._pasts = pasts
        if self._page is not None:
            self._page.show_pasts(pasts, self._units())
        if self._advised is not None and self._back_of is not self._advised:
            self._look_back(self._advised)
        self.looked_back.emit()

    def _units(self) -> Units:
        person = self._person()
        return person.units if person is not None else Units.KM
