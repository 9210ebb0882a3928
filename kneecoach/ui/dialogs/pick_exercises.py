"""Choose exercises out of the whole library, in the order in which they are to be done."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.exercise import Exercise, Kind
from kneecoach.figure.movement import Movement
from kneecoach.ui import words
from kneecoach.ui.dialogs.frame import Frame
from kneecoach.ui.icons import paint_icon
from kneecoach.ui.pages.exercise_picture import ExercisePicture
from kneecoach.ui.pages.scrolled import Scrolled
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import PrimaryButton, SecondaryButton
from kneecoach.ui.widgets.card import Area
from kneecoach.ui.widgets.field import LineField
from kneecoach.ui.widgets.focus import MARGIN_PX, Focusable
from kneecoach.ui.widgets.painting import fill
from kneecoach.ui.widgets.text import Label, Role, Tone

KINDS = {
    Kind.ROLL: "Foam roll",
    Kind.STRETCH: "Stretch",
    Kind.ACTIVATE: "Strength and control",
    Kind.MOVE: "Whole leg",
}
SMALL = QSize(62, 47)
LIST_PX = 420
MOVES: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ExerciseChoice(Focusable, QAbstractButton):
    """One exercise; the number it was given stands at its right."""

    left_for = Signal(int)
    """An arrow key: 1 for the row below, -1 for the one above."""

    def __init__(self, exercise: Exercise, movement: Movement | None, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.exercise = exercise
        self._place = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(exercise.name)
        self.picture = ExercisePicture(size=SMALL, parent=self)
        self.picture.show_movement(movement, exercise.name)
        dose = words.dose(exercise.dosage, exercise.each_side)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 44, 4)
        row.setSpacing(14)
        row.addWidget(self.picture)
        row.addLayout(texts, 1)
        for label in (
            Label(exercise.name, Role.H3, wrap=True, parent=self),
            Label(f"{', '.join(exercise.muscles)}. {dose}", Role.SMALL, Tone.INK2, wrap=True, parent=self),
        ):
            texts.addWidget(label)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            # Else a label in a button takes the button's colour
            label.setForegroundRole(QPalette.ColorRole.WindowText)
        self.picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_place(self, place: int) -> None:
        """Which one it is of those chosen, 0 when it is not."""
        self._place = place
        self.setChecked(place > 0)
        self.setAccessibleDescription(f"Chosen, number {place}" if place else "")
        self.update()

    def focus_rect(self) -> QRect:
        return self.rect().adjusted(0, 3, 0, -3)

    def sizeHint(self) -> QSize:
        held = self.layout()
        return held.sizeHint() if held is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        held = self.layout()
        return held.minimumSize() if held is not None else super().minimumSizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        if event.key() in MOVES:
            # Handed on it would scroll the list
            self.left_for.emit(MOVES[event.key()])
            return
        super().keyPressEvent(event)

    def enterEvent(self, event) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        if self.underMouse() or self.isChecked():
            fill(painter, self.rect(), tokens.sunken)
        fill(painter, QRect(0, 0, self.width(), 1), tokens.line)
        at = QRectF(self.width() - 34, (self.height() - 18) / 2, 18, 18)
        if not self._place:
            paint_icon(painter, "plus", at, tokens.ink3)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.ink)
        painter.drawEllipse(at.adjusted(-4, -4, 4, 4))
        painter.setPen(tokens.surface)
        painter.drawText(at.adjusted(-4, -4, 4, 4), Qt.AlignmentFlag.AlignCenter, str(self._place))


class PickExercises(Frame):
    """Every press chooses or lets go; the order of choosing is the order of doing."""

    picked = Signal(list)
    """The Exercises."""

    def __init__(
        self,
        title: str,
        word: str,
        exercises: Mapping[str, Exercise],
        find: Callable[[str], Movement | None],
        *,
        parent: QWidget | None = None,
    ) -> None:
        """`word` is what the button does with them; `find` gives the movement of an exercise."""
        super().__init__(title, width_px=620, parent=parent)
        self._word = word
        self._order: list[ExerciseChoice] = []
        self.search = LineField("Search exercises", show_label=False, placeholder="Search exercises", parent=self)
        self._titles: dict[Kind, Label] = {}
        self.choices: list[ExerciseChoice] = []
        inside = Area("surface")
        column = QVBoxLayout(inside)
        # Room for the ring of the focus, which the list would cut off
        column.setContentsMargins(MARGIN_PX, 0, 8, MARGIN_PX)
        column.setSpacing(0)
        for kind in KINDS:
            self._add_kind(inside, column, kind)
            for exercise in (one for one in exercises.values() if one.kind is kind):
                self._add_choice(inside, column, exercise, find(exercise.id))
        self._none = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=inside)
        column.addWidget(self._none)
        column.addStretch(1)
        self._scrolled = Scrolled(inside, parent=self)
        self._scrolled.setMinimumHeight(LIST_PX)
        self.body.addWidget(self.search)
        self.body.addWidget(self._scrolled, 1)
        self.add_button(SecondaryButton("Cancel", parent=self)).clicked.connect(self.reject)
        self.take = self.add_button(PrimaryButton(word, parent=self))
        self.take.clicked.connect(self._take)
        self.search.changed.connect(self._filter)
        self._tell()
        self._filter("")
        self.search.setFocus()

    def _add_kind(self, inside: QWidget, column: QVBoxLayout, kind: Kind) -> None:
        title = Label(KINDS[kind], Role.LABEL, Tone.INK2, parent=inside)
        title.setContentsMargins(0, 12, 0, 6)
        self._titles[kind] = title
        column.addWidget(title)

    def _add_choice(self, inside: QWidget, column: QVBoxLayout, exercise: Exercise, movement: Movement | None) -> None:
        choice = ExerciseChoice(exercise, movement, parent=inside)
        choice.clicked.connect(self._press)
        choice.left_for.connect(self._move)
        self.choices.append(choice)
        column.addWidget(choice)

    def choice(self, exercise_id: str) -> ExerciseChoice:
        """The control of one exercise, for focus and clicks."""
        return next(one for one in self.choices if one.exercise.id == exercise_id)

    def _press(self) -> None:
        pressed = next(one for one in self.choices if one is self.sender())
        if pressed in self._order:
            self._order.remove(pressed)
        else:
            self._order.append(pressed)
        for choice in self.choices:
            choice.set_place(self._order.index(choice) + 1 if choice in self._order else 0)
        self._tell()

    def _tell(self) -> None:
        count = len(self._order)
        self.take.set_words(f"{self._word}: {count} exercise{'' if count == 1 else 's'}" if count else self._word)
        self.take.setEnabled(count > 0)

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        found = set()
        for choice in self.choices:
            exercise = choice.exercise
            fits = any(wanted in said.casefold() for said in (exercise.name, exercise.short_name, *exercise.muscles))
            choice.setVisible(fits)
            if fits:
                found.add(exercise.kind)
        for kind, title in self._titles.items():
            title.setVisible(kind in found)
        self._none.setText("" if found else f"No exercise called “{text.strip()}”.")
        self._none.setVisible(not found)

    def _take(self) -> None:
        exercises = [choice.exercise for choice in self._order]
        self.accept()
        self.picked.emit(exercises)

    def _move(self, by: int) -> None:
        shown = [choice for choice in self.choices if not choice.isHidden()]
        at = next((index for index, choice in enumerate(shown) if choice is self.focusWidget()), -1)
        if shown:
            to = shown[min(max(at + by, 0), len(shown) - 1)]
            to.setFocus(Qt.FocusReason.TabFocusReason)
            self._scrolled.ensureWidgetVisible(to, 0, 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in MOVES:
            self._move(MOVES[event.key()])
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focusWidget() is self.search.edit:
            # A dialog would press its first button
            return
        super().keyPressEvent(event)
