"""One exercise, to see exactly how it is done before doing it alone."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.exercise import Exercise, Side
from kneecoach.ui.pages.exercise_figure import FigureCard, Speed
from kneecoach.ui.pages.exercise_text import ExerciseText
from kneecoach.ui.pages.exercise_variant import THUMBNAIL_PX, VariantCard
from kneecoach.ui.pages.exercise_words import EASIEST, HARDEST, cues_heard
from kneecoach.ui.widgets.buttons import PrimaryButton, SecondaryButton
from kneecoach.ui.widgets.card import Area
from kneecoach.ui.widgets.crumbs import Crumbs
from kneecoach.ui.widgets.figure_thumbnail import FigureThumbnail
from kneecoach.ui.widgets.text import Heading
from kneecoach.ui.words import dose

if TYPE_CHECKING:
    from kneecoach.figure.movement import Movement

SPEEDS: dict[int, Speed] = {Qt.Key.Key_1: Speed.HALF, Qt.Key.Key_2: Speed.REAL, Qt.Key.Key_3: Speed.STEPS}


class ExercisePage(Area):
    """Shows one exercise after another; whoever shows it listens to its wishes."""

    back_requested = Signal()
    exercise_requested = Signal(str)
    add_requested = Signal(str)
    try_requested = Signal(str, object)
    """The exercise, and the side that begins."""
    listen_requested = Signal(tuple)
    """The cues to be spoken."""

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        movements: Callable[[str], "Movement | None"],
        *,
        now: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._exercises, self._movements = exercises, movements
        self._exercise: Exercise | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.crumbs = Crumbs("Routines", parent=self)
        self._title = Heading("", parent=self)
        self.add = SecondaryButton("Add to a routine", icon="plus", parent=self)
        self.try_one = PrimaryButton("Try one set", icon="play", parent=self)
        self.figure = FigureCard(now=now, parent=self)
        self.easier = VariantCard("Easier", FigureThumbnail(size=THUMBNAIL_PX), parent=self)
        self.harder = VariantCard("Harder", FigureThumbnail(size=THUMBNAIL_PX), parent=self)
        self.text = ExerciseText(parent=self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.crumbs)
        names.addWidget(self._title)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(names, 1)
        head.addWidget(self.add)
        head.addWidget(self.try_one)
        variants = QHBoxLayout()
        variants.setSpacing(16)
        variants.addWidget(self.easier, 1)
        variants.addWidget(self.harder, 1)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self.figure, 1)
        left.addLayout(variants)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addLayout(left, 560)
        body.addWidget(self.text, 432)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.crumbs.back_requested.connect(self.back_requested)
        self.add.clicked.connect(self._ask_to_add)
        self.try_one.clicked.connect(self._ask_to_try)
        self.easier.clicked.connect(self._ask_for_easier)
        self.harder.clicked.connect(self._ask_for_harder)
        self.text.listen_requested.connect(self._ask_to_listen)
        self.text.source_requested.connect(self._show_evidence)

    def show_exercise(
        self,
        exercise_id: str,
        routine: str = "",
        *,
        side: Side = Side.LEFT,
        reduced_motion: bool = False,
        voice: bool = True,
    ) -> None:
        """`routine` is the name of the one it was opened from, if it was; with no `voice` there is nothing to hear."""
        exercise = self._exercises[exercise_id]
        self._exercise = exercise
        self.setAccessibleName(exercise.name)
        self.crumbs.set_name(routine)
        self._title.setText(exercise.name)
        self.figure.show_exercise(exercise, self._movements(exercise_id), side, reduced_motion=reduced_motion)
        self._show_variant(self.easier, exercise.easier_exercise, exercise.easier or f"{EASIEST}.")
        self._show_variant(self.harder, exercise.harder_exercise, exercise.harder or f"{HARDEST}.")
        self.text.show_exercise(exercise, voice=voice)

    def exercise(self) -> str:
        """The id of what is shown, "" before the first one."""
        return self._exercise.id if self._exercise else ""

    def _show_variant(self, card: VariantCard, exercise_id: str | None, sentence: str) -> None:
        other = self._exercises.get(exercise_id or "")
        if other is None:
            card.show_variant("", sentence, opens=False)
            return
        card.show_variant(other.short_name, dose(other.dosage, other.each_side), opens=True, more=sentence)
        card.thumbnail.set_movement(self._movements(other.id))

    def _ask_to_add(self) -> None:
        self.add_requested.emit(self.exercise())

    def _ask_to_try(self) -> None:
        self.try_requested.emit(self.exercise(), self.figure.side())

    def _ask_to_listen(self) -> None:
        if self._exercise is not None:
            self.listen_requested.emit(cues_heard(self._exercise))

    def _ask_for_easier(self) -> None:
        if self._exercise is not None and self._exercise.easier_exercise is not None:
            self.exercise_requested.emit(self._exercise.easier_exercise)

    def _ask_for_harder(self) -> None:
        if self._exercise is not None and self._exercise.harder_exercise is not None:
            self.exercise_requested.emit(self._exercise.harder_exercise)

    def _show_evidence(self) -> None:
        from kneecoach.ui.dialogs.evidence import Evidence  # noqa: PLC0415

        if self._exercise is not None:
            Evidence(self._exercise, parent=self.window()).open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self._ask_to_try()
        elif key in SPEEDS:
            self.figure.speed.press(SPEEDS[key])
        elif not self._steer(key):
            super().keyPressEvent(event)

    def _steer(self, key: int) -> bool:
        """Whether the figure knows the key."""
        keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Space: self.figure.toggle,
            Qt.Key.Key_Left: self.figure.previous_phase,
            Qt.Key.Key_Right: self.figure.next_phase,
            Qt.Key.Key_V: self.figure.turn,
            Qt.Key.Key_S: self.figure.mirror,
        }
        act = keys.get(key)
        if act is not None:
            act()
        return act is not None
