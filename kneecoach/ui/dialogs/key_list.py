"""The list of keys that "?" shows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from kneecoach.ui.dialogs.frame import Frame
from kneecoach.ui.widgets.buttons import PrimaryButton
from kneecoach.ui.widgets.keycap import Keycap
from kneecoach.ui.widgets.text import Label, Role, Tone

TO, MINUS = "–", "\N{MINUS SIGN}"
EVERYWHERE = (
    (("Alt", "1", TO, "4"), "The pages"),
    (("P", "R", "I"), "Log pain, run; ice"),
    (("Ctrl", "Z"), "Take it back"),
    (("Ctrl", ","), "Settings"),
    (("F11",), "Full screen"),
    (("Tab",), "Next control"),
    (("Esc",), "Back, or close"),
    (("?",), "This list"),
)
TODAY = ((("Enter",), "Start"), (("←", "→"), "Another day"))
CHECK_IN = (
    (("0", TO, "9"), "Pain; 1 then 0 is 10"),
    (("Y", "N"), "Yes and no"),
    (("S",), "Swollen (morning)"),
    (("F", "N", "O", "B"), "The views of the knee"),
    (("Space",), "Mark, or clear"),
    (("+", MINUS), "Its pain"),
    (("Enter",), "Start, or save"),
)
PLAYER = (
    (("Space",), "Pause, go on"),
    (("←", "→"), "Back, skip"),
    (("+", MINUS), "15 seconds more or less rest"),
    (("Home",), "Begin the set again"),
    (("Enter",), "Set done"),
    (("P",), "It hurts"),
    (("M",), "Silence, sound"),
    (("V",), "The voice alone"),
    (("Ctrl", "Z"), "Take a skip or jump back"),
    (("F11",), "Read from afar"),
    (("Ctrl", "Shift", "M"), "To the other screen"),
    (("Esc",), "Pause; twice ends"),
)
REMOTE = (
    (("Page Down",), "Skip, go on"),
    (("Page Up",), "Back, restart"),
    (("B", "."), "Pause, go on"),
    (("Play",), "Go on"),
    (("Stop",), "Pause"),
    (("Play/Pause",), "Pause, go on"),
    (("Next", "Prev"), "Skip, back"),
)
ROUTINES = (
    (("↑", "↓"), "Choose"),
    (("Enter",), "Start"),
    (("/",), "Search"),
    (("F",), "Star"),
    (("Ctrl", "D"), "Duplicate"),
    (("Ctrl", "N"), "New routine"),
    (("Del",), "Delete"),
    (("Ctrl", "Z"), "Take it back"),
)
EXERCISE = (
    (("Space",), "Pause, go on"),
    (("←", "→"), "Another phase"),
    (("V",), "Side or front"),
    (("S",), "Left or right"),
    (("1", TO, "3"), "Speed"),
    (("Enter",), "Try one set"),
)
DIARY = (
    (("Arrows",), "Another day"),
    (("PgUp", "PgDn"), "Another month"),
    (("T",), "Today"),
    (("N",), "New entry"),
    (("Del",), "Delete entry"),
)
ADVICE = ((("/", "H"), "Search; earlier"),)
RETURN = ((("Enter", "T", "R"), "Warm up; timer; log"),)
COLUMNS = (
    ((("Everywhere", EVERYWHERE), ("Diary", DIARY), ("Return to running", RETURN)), 11),
    ((("Check-in", CHECK_IN), ("Remote and media keys", REMOTE)), 11),
    ((("Player", PLAYER), ("Today", TODAY)), 13),
    ((("Routines", ROUTINES), ("Exercise", EXERCISE), ("Advice", ADVICE)), 9),
)
"""Each with its share of the width."""
WIDTH_PX = 1016


class KeyList(Frame):
    """Columns of keys and what they do."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("Keys", width_px=WIDTH_PX, parent=parent)
        row = QHBoxLayout()
        row.setSpacing(20)
        for groups, share in COLUMNS:
            row.addLayout(self._column(groups), share)
        self.body.addLayout(row)
        remote = "Remotes and media keys work where the desktop passes them on. The volume keys stay the computer's."
        self.body.addWidget(Label(remote, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        close = self.add_button(PrimaryButton("Close", parent=self))
        close.clicked.connect(self.accept)
        close.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        self.fit_height(WIDTH_PX)
        super().showEvent(event)

    def _column(self, groups) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        at = 0
        for title, keys in groups:
            if at:
                grid.setRowMinimumHeight(at, 8)
                at += 1
            grid.addWidget(Label(title, Role.H3, parent=self), at, 0, 1, 2)
            for caps, what in keys:
                at += 1
                grid.addWidget(self._caps(caps), at, 0)
                grid.addWidget(Label(what, Role.SMALL, wrap=True, parent=self), at, 1)
            at += 1
        grid.setRowStretch(at, 1)
        return grid

    def _caps(self, caps: tuple[str, ...]) -> QWidget:
        held = QWidget(self)
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for cap in caps:
            if cap == TO:
                row.addWidget(Label(cap, Role.SMALL, Tone.INK2, parent=held))
            else:
                row.addWidget(Keycap(cap, parent=held))
        row.addStretch(1)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        return held
