"""The top of the player: the routine on its ruler, where one is in it, and what is not as it should be."""

from collections.abc import Mapping
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.session import Playing
from kneecoach.domain.session_record import SetRecord
from kneecoach.domain.timeline import PlannedSet, Timeline
from kneecoach.ui.pages.player_words import clock, is_part, place, set_of
from kneecoach.ui.pages.set_boxes import recorded_box
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.routine_ruler import Box, Group, RoutineRuler, State, player_sizes
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.widgets.two_lines import Title
from kneecoach.ui.words import named

NOTICE_GAP_PX = 18
"""Between the number of the exercise and a notice that reaches up to it."""


def groups_of(timeline: Timeline, saved: Mapping[int, SetRecord], playing: Playing) -> list[Group]:
    """The ruler's groups: what is on disk, and the set that is played."""
    made = []
    for _, sets in groupby(timeline.sets, key=lambda planned: planned.item):
        planned_sets = tuple(sets)
        boxes = tuple(box_of(planned, saved.get(planned.index), playing) for planned in planned_sets)
        made.append(Group(planned_sets[0].exercise.short_name, boxes))
    return made


def box_of(planned: PlannedSet, record: SetRecord | None, playing: Playing) -> Box:
    name = place(planned) if is_part(planned) else f"{place(planned)}, {set_of(planned).lower()}"
    if planned.index == playing.planned.index and not playing.ended:
        worked = playing.elapsed_s / playing.length_s if playing.working and playing.length_s else 0.0
        return Box(planned.work_s, State.NOW, round(worked, 2), name)
    return recorded_box(planned, record, name)


class PlayerHeader(QWidget):
    """`segment_chosen` carries the index of a set in the session."""

    segment_chosen = Signal(int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opaque = False
        self._name = Title(role=Role.H3, most=1, parent=self)
        self._exercise = Label(tone=Tone.INK2, parent=self)
        self._number = Label(role=Role.H3, parent=self)
        self._of = Label(tone=Tone.INK2, parent=self)
        self._notice = Label(role=Role.BODY_MEDIUM, tone=Tone.INK2, parent=self)
        self._left = Label(role=Role.H3, parent=self)
        self._left_word = Label("left", tone=Tone.INK2, parent=self)
        self._ruler = RoutineRuler(clickable=True, parent=self)
        self._ruler.segment_chosen.connect(self.segment_chosen)
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        self._row.addWidget(self._name, 1)
        for label in (self._exercise, self._number, self._of):
            self._row.addWidget(label)
        self._notice.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        right = QHBoxLayout()
        right.setSpacing(6)
        right.addSpacing(NOTICE_GAP_PX)
        right.addWidget(self._notice, 1)
        right.addSpacing(8)
        right.addWidget(self._left)
        right.addWidget(self._left_word)
        self._row.addLayout(right, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self._ruler)

    @property
    def ruler(self) -> RoutineRuler:
        """For clicks and for what it shows."""
        return self._ruler

    def notice(self) -> str:
        """What is said in the top row."""
        return self._notice.text()

    def fit(self, width: int, height: int) -> None:
        """Sizes from the window."""
        side, top = round(0.03 * width), round(0.024 * height)
        self._column.setContentsMargins(side, top, side, 0)
        self._column.setSpacing(round(0.012 * height))
        size = max(15.0, 0.023 * height)
        for label in (self._exercise, self._number, self._of, self._notice, self._left, self._left_word):
            label.set_size_px(size)
        self._name.set_size_px(size)
        self._ruler.set_sizes(player_sizes(width, height))
        # The rows in it would say how high they were in the window before until they are laid out
        self._column.activate()

    def set_notices(self, notices: tuple[str, ...]) -> None:
        """What must be said but stops nobody: sound off, screen not kept awake."""
        self._notice.setText("  ·  ".join(notices))

    def set_opaque(self, opaque: bool) -> None:  # noqa: FBT001 - a property setter
        """Whether it lies over something."""
        if opaque != self._opaque:
            self._opaque = opaque
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._opaque:
            QPainter(self).fillRect(event.rect(), tokens_of(self).surface)

    def show_playing(self, timeline: Timeline, saved: Mapping[int, SetRecord], playing: Playing) -> None:
        """Cheap to call thirty times a second: nothing is painted that did not change."""
        self._name.set_text(named(timeline.routine.name))
        self._exercise.setText("Part" if is_part(playing.planned) else "Exercise")
        self._number.setText(str(playing.planned.item + 1))
        self._of.setText(f"of {timeline.sets[-1].item + 1}")
        self._left.setText(clock(playing.session_left_s))
        self._ruler.set_groups(groups_of(timeline, saved, playing))
