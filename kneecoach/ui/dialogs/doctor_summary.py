"""The summary for the doctor: one page to save, or the same facts as text to read out or copy."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QWidget

from kneecoach.domain.doctor_facts import DoctorFacts
from kneecoach.domain.errors import KneeCoachError
from kneecoach.exchange.diary_writing import put_whole
from kneecoach.ui.dialogs.frame import Frame
from kneecoach.ui.paper.doctor_words import TITLE, as_text
from kneecoach.ui.widgets.buttons import PrimaryButton, SecondaryButton
from kneecoach.ui.widgets.chips import Chip
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.words import named

PDF, TEXT = "pdf", "txt"
NAMES = {PDF: "knee-summary.pdf", TEXT: "knee-summary.txt"}
KINDS = {PDF: "PDF (*.pdf)", TEXT: "Text (*.txt)"}
HINT = "One page to hand over, or to read out on the phone. It says what you entered and makes no diagnosis."
WITH_NAME = "With my name and year of birth"


class DoctorSummary(Frame):
    """Nothing leaves the computer by itself: the person saves the page where they choose, or copies the text."""

    def __init__(self, facts: DoctorFacts, *, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, width_px=640, parent=parent)
        self._facts = facts
        self.body.addWidget(Label(HINT, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        self.with_name = Chip(WITH_NAME, parent=self)
        self.with_name.setChecked(True)
        has_name = facts.person is not None and bool(facts.person.name or facts.person.birth_year)
        self.with_name.setVisible(has_name)
        self.body.addWidget(self.with_name, 0, Qt.AlignmentFlag.AlignLeft)
        self.page = QPlainTextEdit(self)
        self.page.setReadOnly(True)
        self.page.setTabChangesFocus(True)
        self.page.setAccessibleName(TITLE)
        self.page.setMinimumHeight(240)
        self.body.addWidget(self.page, 1)
        self.said = Label("", Role.SMALL, Tone.OK, wrap=True, parent=self)
        self.said.hide()
        self.body.addWidget(self.said)
        self.copy = self.add_button(SecondaryButton("Copy", icon="dup", parent=self))
        self.save = self.add_button(SecondaryButton("Save as text", icon="file", parent=self))
        self.close_button = self.add_button(SecondaryButton("Close", parent=self))
        self.save_page = self.add_button(PrimaryButton("Save as PDF", icon="pdf", parent=self))
        self.with_name.clicked.connect(self._show)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._ask_for_text)
        self.save_page.clicked.connect(self._ask_for_page)
        self.close_button.clicked.connect(self.accept)
        self._show()
        self.save_page.setFocus()

    def save_to(self, path: str) -> None:
        """Write the page, or the text for a name that ends in .txt; a disk that refuses is said and nothing is lost."""
        try:
            put_whole(Path(path), self._content(Path(path)))
        except KneeCoachError as trouble:
            self._say(str(trouble), Tone.STOP)
        else:
            self._say(f"Saved as {named(Path(path).name)}.", Tone.OK)

    def _content(self, path: Path) -> bytes:
        if path.suffix.casefold() == f".{TEXT}":
            return self._text().encode("utf-8", "replace")
        # Drawing a page is needed by nobody who only reads it
        from kneecoach.ui.paper.doctor_sheet import as_pdf  # noqa: PLC0415

        return as_pdf(self._facts, with_name=self.with_name.isChecked())

    def _text(self) -> str:
        return as_text(self._facts, named=self.with_name.isChecked())

    def _show(self) -> None:
        self.page.setPlainText(self._text())

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._text())
        self._say("Copied.", Tone.OK)

    def _ask_for_text(self) -> None:
        self._ask_where(TEXT)

    def _ask_for_page(self) -> None:
        self._ask_where(PDF)

    def _ask_where(self, kind: str) -> None:
        dialog = QFileDialog(self, TITLE, str(Path.home() / NAMES[kind]), KINDS[kind])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        dialog.selectFile(NAMES[kind])
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def _say(self, sentence: str, tone: Tone) -> None:
        self.said.set_tone(tone)
        self.said.setText(sentence)
        self.said.show()
