"""The summary for the doctor: plain text to copy, or to save as a file."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QWidget

from kneecoach.ui.dialogs.frame import Frame
from kneecoach.ui.widgets.buttons import PrimaryButton, SecondaryButton
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.words import named

FILE_NAME = "knee-summary.txt"


class DoctorSummary(Frame):
    """Nothing leaves the computer by itself: the person copies the text or saves it where they choose."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__("Summary for the doctor", width_px=620, parent=parent)
        self._text = text
        hint = "Read it out on the phone, or bring it along. It says what you logged and makes no diagnosis."
        self.body.addWidget(Label(hint, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        self.page = QPlainTextEdit(self)
        self.page.setPlainText(text)
        self.page.setReadOnly(True)
        self.page.setTabChangesFocus(True)
        self.page.setAccessibleName("Summary for the doctor")
        self.page.setMinimumHeight(320)
        self.body.addWidget(self.page, 1)
        self.said = Label("", Role.SMALL, Tone.OK, wrap=True, parent=self)
        self.said.hide()
        self.body.addWidget(self.said)
        self.copy = self.add_button(SecondaryButton("Copy", icon="dup", parent=self))
        self.save = self.add_button(SecondaryButton("Save as text", icon="file", parent=self))
        self.close_button = self.add_button(PrimaryButton("Close", parent=self))
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._ask_where)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()

    def save_to(self, path: str) -> None:
        """Write the text; a disk that refuses is said, and the text stays on the screen."""
        try:
            Path(path).write_text(self._text, encoding="utf-8")
        except OSError as trouble:
            self._say(
                f"This could not be saved there ({trouble.strerror}). Choose another folder, or copy it.", Tone.STOP
            )
        else:
            self._say(f"Saved as {named(Path(path).name)}.", Tone.OK)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._text)
        self._say("Copied.", Tone.OK)

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, "Save as text", str(Path.home() / FILE_NAME), "Text (*.txt)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(FILE_NAME)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def _say(self, sentence: str, tone: Tone) -> None:
        self.said.set_tone(tone)
        self.said.setText(sentence)
        self.said.show()
