"""The foot of the check-in: what follows from the answers so far, and the one thing to press."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.screening import Permission, Verdict
from kneecoach.ui.widgets.buttons import Button, InkButton, PrimaryButton, QuietButton, SecondaryButton, Size
from kneecoach.ui.widgets.card import FlowFooter, Kind
from kneecoach.ui.widgets.chips import Chip
from kneecoach.ui.widgets.text import Label, Role, Tone

KINDS = {Verdict.GO: Kind.OK, Verdict.EASIER: Kind.WARN, Verdict.CALM_ONLY: Kind.WARN, Verdict.REFUSED: Kind.STOP}
WIDE_PX = 1_100
START_WORDS = {
    "warm-up": "Start warm-up",
    "short-warm-up": "Start short warm-up",
    "calm-down": "Start calm-down day",
}


class CheckInFooter(FlowFooter):
    """Rewrites itself on every answer. What it signals are wishes; the page knows what they mean now."""

    start_requested = Signal()
    short_requested = Signal()
    calm_requested = Signal()
    save_requested = Signal()
    leave_requested = Signal()
    summary_requested = Signal()

    def __init__(self, routine_id: str, *, short: bool, needs: str = "", parent: QWidget | None = None) -> None:
        """`short` says whether a shorter session than the routine may be offered; `needs` is what to have at hand."""
        super().__init__(parent=parent)
        self._offers_short, self._needs = short, needs
        self._permission: Permission | None = None
        self.number = Label("", Role.METRIC, Tone.STOP, parent=self)
        self.acknowledge = Chip("I have read this", parent=self)
        self.leave = QuietButton("Not today", size=Size.LARGE, parent=self)
        self.summary = SecondaryButton("Summary for the doctor", icon="file", parent=self)
        self.short = SecondaryButton("Short warm-up", size=Size.LARGE, parent=self)
        self.start = PrimaryButton(
            START_WORDS.get(routine_id, "Start"), icon="play", key="Enter", size=Size.LARGE, parent=self
        )
        self.calm = PrimaryButton(START_WORDS["calm-down"], icon="play", key="Enter", size=Size.LARGE, parent=self)
        self.save = InkButton("Save and close", size=Size.LARGE, parent=self)
        self.add_button(self.number)
        self.add_button(self._stacked())
        self.leave.clicked.connect(self.leave_requested)
        self.summary.clicked.connect(self.summary_requested)
        self.short.clicked.connect(self.short_requested)
        self.start.clicked.connect(self.start_requested)
        self.calm.clicked.connect(self.calm_requested)
        self.save.clicked.connect(self.save_requested)
        self.acknowledge.clicked.connect(self._rewrite)

    def _stacked(self) -> QWidget:
        held = QWidget(self)
        self._above, below = QHBoxLayout(), QHBoxLayout()
        self._below = below
        for line, buttons in (
            (self._above, (self.acknowledge, self.summary)),
            (below, (self.leave, self.short, self.save, self.start, self.calm)),
        ):
            line.setSpacing(12)
            line.addStretch(1)
            for button in buttons:
                line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._above)
        column.addLayout(below)
        return held

    def show_missing(self, count: int, first: str) -> None:
        """What is still to be answered before anything may start."""
        self._permission = None
        lead = "One answer to go" if count == 1 else f"{count} answers to go"
        self.show_message(None, lead, first)
        self._offer(self.leave, self.start)
        self.start.setEnabled(False)

    def show_permission(self, permission: Permission) -> None:
        """What follows from the answers."""
        if self._permission != permission:
            # What was read is not what stands here now
            self.acknowledge.setChecked(False)
        self._permission = permission
        self._rewrite()

    def press_primary(self) -> None:
        """What Enter does: start, or save and close where nothing may start."""
        shown = [button for button in (self.start, self.calm, self.save) if button.isVisibleTo(self)]
        if shown and shown[0].isEnabled():
            shown[0].click()

    def _rewrite(self) -> None:
        permission = self._permission
        if permission is None:
            return
        notes = [f"{note.title.removesuffix('.')}. {note.because[0]}." for note in permission.notes[:1]]
        needs = [self._needs] if permission.verdict in {Verdict.GO, Verdict.EASIER} and self._needs else []
        self.show_message(KINDS[permission.verdict], permission.title, " ".join([permission.words, *notes, *needs]))
        self.number.setText("  ".join(permission.numbers))
        self.start.setEnabled(True)
        self.calm.setEnabled(self.acknowledge.isChecked())
        if permission.verdict is Verdict.REFUSED:
            self._place_summary()
            self.save.set_words("Save and close", key="Enter")
            self._offer(self.summary, self.save)
        elif permission.verdict is Verdict.CALM_ONLY:
            self._place_summary()
            self.save.set_words("Save and close", key="")
            doctor = (self.summary,) if permission.red_flag else ()
            self._offer(*doctor, self.acknowledge, self.save, self.calm)
        elif permission.verdict is Verdict.EASIER and self._offers_short:
            self._offer(self.leave, self.short, self.start)
        else:
            self._offer(self.leave, self.start)

    def _place_summary(self) -> None:
        """Beside Save and close where there is room, else above, so that the words keep theirs."""
        refused = self._permission is not None and self._permission.verdict is Verdict.REFUSED
        if refused and self.width() >= WIDE_PX:
            self._below.insertWidget(1, self.summary, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._above.addWidget(self.summary, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.oldSize().width() >= WIDE_PX) is not (self.width() >= WIDE_PX):
            self._place_summary()

    def _offer(self, *shown: QWidget) -> None:
        everything: tuple[Button | Chip, ...] = (
            self.acknowledge,
            self.leave,
            self.summary,
            self.short,
            self.start,
            self.calm,
            self.save,
        )
        # Hide before showing, so that the foot never grows for a moment
        for button in everything:
            if button not in shown:
                button.hide()
        for button in everything:
            if button in shown:
                button.show()
        self.number.setVisible(bool(self._permission and self._permission.numbers))
