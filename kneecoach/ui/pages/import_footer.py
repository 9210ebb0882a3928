"""The foot of the import page: how far the reading is, then what would come in."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain.person import Units
from kneecoach.ui.pages import import_words as words
from kneecoach.ui.pages.import_batch import ImportBatch, NewRun
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import PrimaryButton, QuietButton, Size
from kneecoach.ui.widgets.card import FlowFooter, Kind
from kneecoach.ui.widgets.painting import fill

RULER_PX = 3


class ImportFooter(FlowFooter):
    """Whoever shows it listens to `cancel` and `add`."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._share: float | None = None
        self.cancel = QuietButton("Cancel", size=Size.LARGE, parent=self)
        self.add = PrimaryButton("Add", key="Enter", size=Size.LARGE, parent=self)
        self.add_button(self.cancel)
        self.add_button(self.add)

    def share(self) -> float | None:
        """How much is read, from 0 to 1; None when nothing is being read."""
        return self._share

    def show_nothing(self) -> None:
        """Before any file was chosen."""
        self._tell(None, "", words.NOT_CHANGED)
        self.add.setEnabled(False)

    def show_waiting(self) -> None:
        """While a diary is read, which goes on when the page is left."""
        self._tell(None, "Reading the diary", words.GOES_ON)
        self.add.setEnabled(False)

    def show_progress(self, done: int, total: int, name: str) -> None:
        """While files are read."""
        self._tell(None, *words.reading_words(done, total, name), share=done / total if total else 0.0)
        self.add.setEnabled(False)

    def show_batch(self, batch: ImportBatch, asked: Sequence[NewRun], units: Units) -> None:
        """What would come in."""
        nothing = batch.brings_nothing()
        self._tell(None, *words.foot_words(batch, asked, units))
        close = nothing and not batch.new
        self.add.set_words("Close" if close else words.add_words(batch), key="Enter")
        self.add.setEnabled(close or not nothing)
        self.cancel.setVisible(not close)

    def show_adding(self, what: str) -> None:
        """While it is kept."""
        self._tell(None, f"Adding {what}", "")
        self.add.setEnabled(False)
        self.cancel.setEnabled(False)

    def show_trouble(self, why: str) -> None:
        """Nothing of it was kept."""
        self._tell(Kind.STOP, "Nothing was added.", why)
        self.cancel.setVisible(True)

    def _tell(self, kind: Kind | None, lead: str, text: str, *, share: float | None = None) -> None:
        self._share = share
        self.show_message(kind, lead, text)
        self.cancel.setEnabled(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._share is not None:
            width = round(self.width() * self._share)
            fill(QPainter(self), QRect(0, 0, width, RULER_PX), tokens_of(self).accent)
