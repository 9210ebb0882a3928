"""The notes of Today below the advice, each with what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.ui.pages.note_banner import NoteBanner
from kneecoach.ui.pages.today_picture import Note

GAP_PX = 16


class TodayNotes(QWidget):
    """Takes no room while there is nothing to say."""

    close_requested = Signal()
    seen_requested = Signal()
    review_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[NoteBanner] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_PX)
        self.hide()

    def show_notes(self, notes: Sequence[Note]) -> None:
        for old in self._shown:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = [self._banner(note) for note in notes]
        self.setVisible(bool(notes))

    def _banner(self, note: Note) -> NoteBanner:
        banner = NoteBanner(note, parent=self)
        banner.close_clicked.connect(self.close_requested)
        banner.seen_clicked.connect(self.seen_requested)
        banner.review_clicked.connect(self.review_requested)
        self._column.addWidget(banner)
        banner.show()
        return banner
