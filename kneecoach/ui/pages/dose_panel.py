"""What can be changed of one exercise in a routine: how much, where it stands, and that it is there."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.dosage import Dosage
from kneecoach.domain.routine_edits import LIMITS, Amount, amount_of, amounts
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import QuietButton, Size
from kneecoach.ui.widgets.flow_layout import FlowLayout
from kneecoach.ui.widgets.painting import outline
from kneecoach.ui.widgets.stepper import Stepper

NAMES = {Amount.SETS: "Sets", Amount.REPS: "Repetitions", Amount.SECONDS: "Seconds", Amount.REST: "Rest, seconds"}


class DosePanel(QWidget):
    """Shows one dosage; every press is a wish."""

    stepped = Signal(object, int)
    """An Amount, and 1 or -1."""
    moved = Signal(int)
    removed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steppers = {amount: Stepper(name, parent=self) for amount, name in NAMES.items()}
        self.up = QuietButton("Move up", icon="chevu", size=Size.SMALL, parent=self)
        self.down = QuietButton("Move down", icon="chevd", size=Size.SMALL, parent=self)
        self.remove = QuietButton("Remove", icon="minus", size=Size.SMALL, parent=self)
        self.remove.setAccessibleName("Remove from the routine")
        flow = FlowLayout(gap_px=14)
        for amount, stepper in self.steppers.items():
            flow.addWidget(stepper)
            stepper.setProperty("amount", amount)
            stepper.stepped.connect(self._step)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.up)
        place.addWidget(self.down)
        place.addStretch(1)
        place.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 14)
        column.setSpacing(8)
        column.addLayout(flow)
        column.addLayout(place)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.remove.clicked.connect(self.removed)

    def show_dosage(self, dosage: Dosage, *, first: bool, last: bool) -> None:
        """`first` and `last` say where in the routine it stands; a routine of one is both and keeps it."""
        shown = amounts(dosage)
        for amount, stepper in self.steppers.items():
            stepper.setVisible(amount in shown and not (amount is Amount.REST and dosage.sets == 1))
            if amount in shown:
                value, limits = amount_of(dosage, amount), LIMITS[amount]
                stepper.show_number(f"{value:g}", least=value <= limits.least, most=value >= limits.most)
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        self.remove.setEnabled(not (first and last))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline(painter, self.rect().adjusted(0, 0, 0, -6), tokens.line, tokens.sunken, radius=4)

    def _step(self, by: int) -> None:
        self.stepped.emit(self.sender().property("amount"), by)

    def _move_up(self) -> None:
        self.moved.emit(-1)

    def _move_down(self) -> None:
        self.moved.emit(1)
