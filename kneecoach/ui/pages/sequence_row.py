"""One exercise of a routine: number, picture, dose, rest and time."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.figure.movement import Movement
from kneecoach.ui.pages.exercise_picture import ExercisePicture
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import IconButton
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import fill
from kneecoach.ui.widgets.text import Label, Role, Tone

NARROW_BELOW_PX = 500
HEIGHT_PX, REST_PX, TIME_PX, TIME_TEXT_PX = 93, 120, 48, 18
MARK_PX = 3


@dataclass(frozen=True, slots=True)
class Step:
    """What a row shows. `lacking` says that something it needs is not owned."""

    exercise: str
    number: int
    name: str
    dose: str
    rest: str
    time: str
    lacking: bool = False
    left_out: bool = False


class SequenceRow(Focusable, QAbstractButton):
    """A click shows the exercise, or opens what can be changed of it; the chevron always shows it."""

    show_clicked = Signal()
    looked_at = Signal()
    """The pointer or the keyboard came here."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setMinimumHeight(HEIGHT_PX)
        self.setSizePolicy(policy)
        self._number = Label("", Role.H3, Tone.INK2, parent=self)
        self.picture = ExercisePicture(parent=self)
        self._name = Label("", Role.H3, wrap=True, parent=self)
        self._dose = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self._rest = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self._time = Label("", Role.H3, parent=self)
        self._time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.chevron = IconButton("chev", "Show the exercise", parent=self)
        self.chevron.clicked.connect(self.show_clicked)
        for part in (self._number, self.picture, self._name, self._dose, self._rest, self._time):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            # Else a label in a button takes the button's colour
            part.setForegroundRole(QPalette.ColorRole.WindowText)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 6)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._dose)
        words.addStretch(1)
        for part in (self._number, self.picture):
            row.addWidget(part)
        row.addLayout(words, 1)
        for part in (self._rest, self._time):
            row.addWidget(part)
        row.addWidget(self.chevron)
        self._measure()

    def step(self) -> Step | None:
        return self._step

    def show_step(self, step: Step, movement: Movement | None) -> None:
        self._step = step
        self._number.setText(str(step.number))
        self._name.setText(step.name)
        self._say_dose()
        self._dose.set_tone(Tone.WARN if step.lacking else Tone.INK2)
        self._time.setText("" if step.left_out else step.time)
        self.picture.show_movement(movement, step.name)
        self.chevron.setAccessibleName(f"Show {step.name}")
        dose = "left out" if step.left_out else step.dose
        said = ", ".join(part for part in (dose, step.rest, self._time.text()) if part)
        self.setAccessibleName(f"{step.number}, {step.name}: {said}")

    def focus_rect(self) -> QRect:
        return self.rect().adjusted(-4, 5, 4, -4)

    def sizeHint(self) -> QSize:
        held = self.layout()
        return held.sizeHint() if held is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        held = self.layout()
        return held.minimumSize() if held is not None else super().minimumSizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_dose()

    def _say_dose(self) -> None:
        """Where there is no room beside it, the rest stands under the dose."""
        if self._step is None:
            return
        narrow = self.width() < NARROW_BELOW_PX * tokens_of(self).text_scale
        dose = "Left out" if self._step.left_out else self._step.dose
        self._dose.setText(f"{dose}. {self._step.rest}" if narrow and self._step.rest else dose)
        self._rest.setText(self._step.rest)
        self._rest.setVisible(not narrow)

    def _measure(self) -> None:
        scale = tokens_of(self).text_scale
        self._number.setFixedWidth(round(14 * scale))
        self._rest.setFixedWidth(round(REST_PX * scale))
        self._time.setMinimumWidth(round(TIME_PX * scale))
        self._time.set_size_px(TIME_TEXT_PX * scale)
        self.updateGeometry()

    def enterEvent(self, event) -> None:
        super().enterEvent(event)
        self.looked_at.emit()
        self.update()

    def leaveEvent(self, event) -> None:
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self.looked_at.emit()

    def hideEvent(self, event) -> None:
        super().hideEvent(event)
        self.picture.rest()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            # For the list; Qt would move the focus
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        if self.underMouse():
            fill(painter, self.rect(), tokens.sunken)
        fill(painter, QRect(0, 0, self.width(), 1), tokens.line)
