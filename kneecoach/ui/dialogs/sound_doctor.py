"""The sound doctor: device, volume and voice, each with ok or what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.ui.dialogs.frame import Frame
from kneecoach.ui.sound_doctor import Finding
from kneecoach.ui.widgets.buttons import PrimaryButton, SecondaryButton
from kneecoach.ui.widgets.card import Hairline
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.text import Label, Role, Tone

WIDTH_PX = 560
STILL_GUIDED = "Nothing needs sound: every change is on the screen too."


class SoundDoctor(Frame):
    """Shows what was found; `test_requested` plays and says everything once more."""

    test_requested = Signal()

    def __init__(self, findings: Sequence[Finding], *, parent: QWidget | None = None) -> None:
        super().__init__("Why nothing was heard", width_px=WIDTH_PX, parent=parent)
        for finding in findings:
            self.body.addWidget(_row(finding, self))
            self.body.addWidget(Hairline(parent=self))
        self.body.addWidget(Label(STILL_GUIDED, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        self.again = self.add_button(SecondaryButton("Test again", icon="sound", parent=self))
        self.close_button = self.add_button(PrimaryButton("Close", parent=self))
        self.again.clicked.connect(self._test)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        self.fit_height(WIDTH_PX)
        super().showEvent(event)

    def _test(self) -> None:
        self.accept()
        self.test_requested.emit()


def _row(finding: Finding, parent: QWidget) -> QWidget:
    row = QWidget(parent)
    row.setAccessibleName(f"{finding.name}: {finding.said} {finding.advice}".strip())
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 4, 0, 4)
    line.setSpacing(12)
    icon, tone = ("check", Tone.OK) if finding.ok else ("warn", Tone.WARN)
    line.addWidget(Icon(icon, 20, tone, parent=row), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    state = "ok" if finding.ok else "look here"
    words.addWidget(Label(f"{finding.name}: {state}", Role.BODY_MEDIUM, tone, wrap=True, parent=row))
    words.addWidget(Label(finding.said, wrap=True, parent=row))
    if finding.advice:
        advice = Label(finding.advice, Role.SMALL, Tone.INK2, wrap=True, parent=row)
        advice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(advice)
    words.addStretch(1)
    line.addLayout(words, 1)
    return row
