"""The import page before any file was chosen."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.ui.pages import import_words as words
from kneecoach.ui.widgets.buttons import PrimaryButton, SecondaryButton, Size
from kneecoach.ui.widgets.card import Card
from kneecoach.ui.widgets.flow_layout import FlowLayout
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.text import Heading, Label, Role, Tone

WIDTH_PX = 620


class ImportStart(QWidget):
    """What can be read, and the ways to choose it."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(margins=(32, 28, 32, 32), parent=self)
        card.setFixedWidth(WIDTH_PX)
        self.files = PrimaryButton("Choose files", icon="file", size=Size.LARGE, parent=card)
        self.folder = SecondaryButton("Choose a folder", icon="folder", size=Size.LARGE, parent=card)
        buttons = QWidget(card)
        flow = FlowLayout(buttons, gap_px=12)
        flow.addWidget(self.files)
        flow.addWidget(self.folder)
        card.body.setSpacing(12)
        card.body.addWidget(Icon("run", 28, Tone.INK2, parent=card))
        card.body.addWidget(Heading("Runs from your watch or from Strava", Role.H2, parent=card))
        card.body.addWidget(Label(words.FORMATS, Role.BODY, wrap=True, parent=card))
        card.body.addWidget(Label(words.HOW, Role.BODY, Tone.INK2, wrap=True, parent=card))
        card.body.addSpacing(4)
        card.body.addWidget(buttons)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
