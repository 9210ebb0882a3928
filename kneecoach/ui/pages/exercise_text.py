"""All the words of an exercise: dose, equipment, how, errors, cues, cautions and source."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.exercise import Exercise
from kneecoach.ui.pages.exercise_words import instead, needs, spoken, usual_dose
from kneecoach.ui.pages.scrolled import Scrolled
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import LinkButton
from kneecoach.ui.widgets.card import Area, Card, Hairline, Kind, paint_message_box
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.text import Label, Role, Tone

GAP_PX = 8


class CautionBox(QWidget):
    """When to take less and when to leave it out."""

    def __init__(self, cautions: tuple[str, ...], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"Careful. {' '.join(cautions)}")
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 10, 14, 10)
        row.setSpacing(12)
        row.addWidget(Icon("warn", 20, Tone.WARN, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(3)
        for caution in cautions:
            lines.addWidget(Label(caution, Role.SMALL, wrap=True, parent=self))
        row.addLayout(lines, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_message_box(QPainter(self), self.rect(), tokens_of(self), Kind.WARN)


class Reading(Scrolled):
    """Leaves the sideways arrows to the page: there they go from phase to phase."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ExerciseText(Card):
    """Filled anew for each exercise; longer than the window it scrolls, what is beside it does not."""

    listen_requested = Signal()
    source_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(1, 1, 1, 1), parent=parent)
        self._inside: Area | None = None
        self.room: Scrolled | None = None
        self.listen: LinkButton | None = None
        self.read_more: LinkButton | None = None

    def show_exercise(self, exercise: Exercise, *, voice: bool) -> None:
        """`voice` False leaves the way to hear the cues out."""
        if self.room is not None:
            self.body.removeWidget(self.room)
            self.room.hide()
            self.room.deleteLater()
        self._inside = Area("surface")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(21, 15, 21, 13)
        column.setSpacing(GAP_PX)
        column.addLayout(self._facts(exercise))
        for part in (self._how(exercise), self._errors(exercise), self._cues(exercise, voice=voice)):
            column.addWidget(Hairline(parent=self._inside))
            column.addLayout(part)
        if exercise.cautions:
            column.addSpacing(4)
            column.addWidget(CautionBox(exercise.cautions, parent=self._inside))
        column.addStretch(1)
        column.addWidget(Hairline(parent=self._inside))
        column.addLayout(self._source(exercise))
        self.room = Reading(self._inside, parent=self)
        self.body.addWidget(self.room)
        self.room.show()

    def _label(self, text: str, role: Role = Role.BODY, tone: Tone = Tone.INK) -> Label:
        return Label(text, role, tone, wrap=True, parent=self._inside)

    def _facts(self, exercise: Exercise) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(18)
        usual, things = QVBoxLayout(), QVBoxLayout()
        for column, head, fact, more in (
            (usual, "Usual dose", usual_dose(exercise), ""),
            (things, "You need", needs(exercise), instead(exercise)),
        ):
            column.setSpacing(0)
            column.addWidget(self._label(head, Role.LABEL, Tone.INK2))
            column.addWidget(self._label(fact, Role.H3))
            if more:
                column.addWidget(self._label(more, Role.SMALL, Tone.INK2))
            column.addStretch(1)
        row.addLayout(usual, 1)
        row.addWidget(VerticalLine(parent=self._inside))
        row.addLayout(things, 1)
        return row

    def _how(self, exercise: Exercise) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._label("How", Role.H3))
        for number, step in enumerate(exercise.steps, start=1):
            row = QHBoxLayout()
            row.setSpacing(12)
            figure = Label(str(number), Role.H3, parent=self._inside)
            figure.setFixedWidth(max(12, figure.sizeHint().width()))
            row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(self._label(step), 1)
            column.addLayout(row)
        return column

    def _errors(self, exercise: Exercise) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._label("Common errors", Role.H3), 0, 0)
        grid.addWidget(self._label("Instead", Role.H3), 0, 1)
        for place, wrong in enumerate(exercise.common_errors):
            row = 2 * place + 1
            grid.addWidget(Hairline(parent=self._inside), row, 0, 1, 2)
            error = self._label(wrong.error.rstrip("."), Role.SMALL, Tone.INK2)
            correction = self._label(wrong.correction.rstrip("."), Role.SMALL_BOLD)
            grid.addWidget(error, row + 1, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(correction, row + 1, 1, Qt.AlignmentFlag.AlignTop)
        return grid

    def _cues(self, exercise: Exercise, *, voice: bool) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(self._label("Spoken cues", Role.H3), 1)
        self.listen = LinkButton("Listen", parent=self._inside)
        self.listen.set_words("Listen", icon="sound")
        self.listen.clicked.connect(self.listen_requested)
        self.listen.setVisible(voice)
        head.addWidget(self.listen)
        column.addLayout(head)
        column.addWidget(self._label(spoken(exercise), Role.SMALL, Tone.INK2))
        return column

    def _source(self, exercise: Exercise) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._label(f"Source: {exercise.source}", Role.SMALL, Tone.INK2), 1)
        self.read_more = LinkButton("Read more", parent=self._inside)
        self.read_more.clicked.connect(self.source_requested)
        self.read_more.setVisible(bool(exercise.evidence))
        row.addWidget(self.read_more, 0, Qt.AlignmentFlag.AlignBottom)
        return row


class VerticalLine(QWidget):
    """Between two facts."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), tokens_of(self).line)
