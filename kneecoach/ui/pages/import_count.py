"""How many files an import is of, as soon as that is known, and the day."""

from datetime import date

from PySide6.QtWidgets import QWidget

from kneecoach.ui.pages.import_words import count_words
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.words import long_day


class FileCount(Label):
    """A folder or a zip counts as one until it is read how many it holds."""

    def __init__(self, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__("", Role.BODY, Tone.INK2, parent=parent)
        self._today = today
        self._read = self._reading = self._waiting = 0

    def choose(self, paths: int) -> None:
        """So many more are to be read."""
        self._waiting += paths
        self._show()

    def begin(self) -> None:
        """Those that wait are read now."""
        self._read += self._reading
        self._reading, self._waiting = self._waiting, 0

    def follow(self, _done: int, total: int, _name: str) -> None:
        """What is being read holds so many."""
        self._reading = max(self._reading, total)
        self._show()

    def _show(self) -> None:
        count = self._read + self._reading + self._waiting
        self.setText(f"{count_words(count, 'file')}, {long_day(self._today)}")
