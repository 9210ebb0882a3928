"""Keeps what is answered on Today itself: what is not at hand, and that somebody has been seen."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.person import Person
from kneecoach.ui.changes import Changes
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow

# What it needs is imported when something is answered: the first paint needs Today alone
# ruff: noqa: PLC0415


class TodayAnswers(QObject):
    """What the disk refuses is said in one sentence; the page stays."""

    def __init__(
        self, window: MainWindow, late: LateStore, person: Callable[[], Person | None], *, changes: Changes
    ) -> None:
        super().__init__(window)
        self._window, self._late, self._person, self._changes = window, late, person, changes

    def keep_lacking(self, name: str, lacking: bool) -> None:  # noqa: FBT001 - a signal's value
        """Whether a roller or a tube is not at hand."""
        from kneecoach.coaching import people

        def keep() -> None:
            people.say_lacking(self._late.get(), name, lacking=lacking)
            self._changes.settings.emit()

        self._try(keep)

    def keep_seen(self) -> None:
        """A clinician has seen the knee; it can be taken back."""
        from kneecoach.coaching import people

        def keep() -> None:
            person = self._person()
            if person is not None:
                people.seen(self._late.get(), person)
                self._changes.person.emit()
                undo = lambda: self._try(lambda: self._put_back(person))  # noqa: E731
                self._window.notice().offer_undo("Noted that you have been seen.", undo)

        self._try(keep)

    def _put_back(self, person: Person) -> None:
        from kneecoach.coaching import people

        people.change_person(self._late.get(), person.id, seen_by_clinician=person.seen_by_clinician)
        self._changes.person.emit()

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except KneeCoachError as error:
            self._window.notice().say(str(error))
