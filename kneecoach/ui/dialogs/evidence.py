"""Where an exercise comes from and how sure that is, at length."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.domain.exercise import Exercise
from kneecoach.ui.dialogs.frame import Frame
from kneecoach.ui.pages.scrolled import Scrolled
from kneecoach.ui.widgets.buttons import PrimaryButton
from kneecoach.ui.widgets.card import Area
from kneecoach.ui.widgets.text import Label, Role, Tone

HEIGHT_PX = 300


class Evidence(Frame):
    """Its texts can be marked and copied, to look a source up elsewhere."""

    def __init__(self, exercise: Exercise, *, parent: QWidget | None = None) -> None:
        super().__init__("What is known", width_px=560, parent=parent)
        self.body.addWidget(Label(exercise.name, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        inside = Area("surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(10)
        for sentence in (exercise.source, *exercise.evidence):
            text = Label(sentence, Role.BODY, wrap=True, parent=inside)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(text)
        column.addStretch(1)
        room = Scrolled(inside, parent=self)
        room.setMinimumHeight(HEIGHT_PX)
        room.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        room.setAccessibleName("What is known")
        self.body.addWidget(room, 1)
        close = self.add_button(PrimaryButton("Close", parent=self))
        close.clicked.connect(self.accept)
        close.setFocus()
