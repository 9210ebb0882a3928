"""Opens the summary for the doctor, from wherever a red flag is shown."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.person import Person
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow

# What it needs is imported when it is first asked for: the first paint needs Today alone
# ruff: noqa: PLC0415


class DoctorFlow(QObject):
    """For Today, the Advice page and the reasons of a finding; the check-in opens its own, before anything is kept."""

    def __init__(
        self, window: MainWindow, late: LateStore, person: Callable[[], Person | None], *, wall: Callable[[], datetime]
    ) -> None:
        super().__init__(window)
        self._window, self._late, self._person, self._wall = window, late, person, wall

    def show(self) -> None:
        """The facts as they are kept now; why not, when they can't be read."""
        from kneecoach.coaching import doctor
        from kneecoach.ui.dialogs.doctor_summary import DoctorSummary

        person = self._person()
        if person is None:
            return
        try:
            facts = doctor.facts(self._late.get(), person.id, self._wall())
        except KneeCoachError as error:
            self._window.notice().say(str(error))
        else:
            DoctorSummary(facts, parent=self._window).open()
