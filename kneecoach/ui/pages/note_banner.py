"""One note on Today with what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneecoach.ui.pages.today_picture import Note, Wish
from kneecoach.ui.widgets.buttons import Button, LinkButton, SecondaryButton, Size
from kneecoach.ui.widgets.card import Banner, Kind

KINDS = {"info": Kind.INFO, "warn": Kind.WARN}


class NoteBanner(Banner):
    """A banner whose buttons follow from the note's wish."""

    close_clicked = Signal()
    seen_clicked = Signal()
    review_clicked = Signal()

    def __init__(self, note: Note, *, parent: QWidget | None = None) -> None:
        super().__init__(KINDS[note.weight.value], note.lead, note.text, parent=parent)
        if note.wish is Wish.GO_ON:
            self._add(LinkButton("Close it", parent=self)).clicked.connect(self.close_clicked)
        elif note.wish is Wish.SEEN:
            button = self._add(SecondaryButton("I have been seen", size=Size.SMALL, parent=self))
            button.clicked.connect(self.seen_clicked)
        elif note.wish is Wish.REVIEW:
            button = self._add(SecondaryButton("Look back", size=Size.SMALL, parent=self))
            button.clicked.connect(self.review_clicked)

    def _add(self, button: Button) -> Button:
        row = self.layout()
        if row is not None:
            row.addWidget(button)
        return button
