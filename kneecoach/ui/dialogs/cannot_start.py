"""The small window that says why KneeCoach could not start."""

from PySide6.QtWidgets import QWidget

from kneecoach.ui.dialogs.frame import Frame
from kneecoach.ui.widgets.buttons import PrimaryButton
from kneecoach.ui.widgets.text import Label


class CannotStartWindow(Frame):
    """One sentence and one button."""

    def __init__(self, sentence: str, *, parent: QWidget | None = None) -> None:
        super().__init__("KneeCoach could not start", parent=parent)
        self.words = Label(sentence, wrap=True, parent=self)
        self.body.addWidget(self.words)
        self.leave = PrimaryButton("Close", parent=self)
        self.add_button(self.leave).clicked.connect(self.close)
        self.leave.setFocus()
