"""One routine at length: start it, what it takes, its exercises, and what can be done with it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.warm_up_order import OrderNote
from kneecoach.figure.movement import Movement
from kneecoach.ui import words
from kneecoach.ui.pages.figure import Figure
from kneecoach.ui.pages.routine_foot import RoutineFoot
from kneecoach.ui.pages.routine_name import RoutineName
from kneecoach.ui.pages.scrolled import Scrolled
from kneecoach.ui.pages.sequence import SequenceList
from kneecoach.ui.pages.sequence_row import Step
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton, SecondaryButton, Size
from kneecoach.ui.widgets.card import Area, Card, Hairline
from kneecoach.ui.widgets.flow_layout import FlowLayout
from kneecoach.ui.widgets.painting import fill
from kneecoach.ui.widgets.routine_ruler import Group, RoutineRuler, RulerSizes
from kneecoach.ui.widgets.text import Label, Role, Tone

BARE = RulerSizes(bar=12, gap=6, text=13, space=0, names=False)
LONG_START = 14
"""More letters on Start leave no room for the whole sentence beside it."""


@dataclass(frozen=True, slots=True)
class RoutinePicture:
    """Everything the detail shows. `mine` opens what can be changed; `undo` and `redo` say what can be gone back to.

    One that is `deleted` can only be had back.
    """

    id: str
    whose: str
    name: str
    favourite: bool
    minutes: int
    start: str
    needs: str
    lacking: bool
    room: str
    last: str
    groups: tuple[Group, ...]
    steps: tuple[Step, ...]
    notes: tuple[OrderNote, ...]
    mine: bool = False
    ready: bool = True
    undo: bool = False
    redo: bool = False
    deleted: bool = False


class MoreButton(SecondaryButton):
    """Three dots; the menu opens under it."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("", icon="more", size=Size.LARGE, parent=parent)
        self._measures = replace(Size.LARGE.value, padding=15)
        self.setAccessibleName("More")
        self.setToolTip("More")


class Fact(QWidget):
    """A small title and what holds; a line at its left parts it from the one before."""

    def __init__(self, title: str, *, parted: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parted = parted
        self._title = title
        column = QVBoxLayout(self)
        column.setContentsMargins(20 if parted else 0, 0, 8, 0)
        column.setSpacing(1)
        self._words = Label("", Role.H3, wrap=True, parent=self)
        column.addWidget(Label(title, Role.LABEL, Tone.INK2, parent=self))
        column.addWidget(self._words)
        column.addStretch(1)

    def text(self) -> str:
        return self._words.text()

    def show_fact(self, text: str, tone: Tone = Tone.INK) -> None:
        self._words.setText(text)
        self._words.set_tone(tone)
        self.setAccessibleName(f"{self._title}: {text}")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._parted:
            fill(QPainter(self), self.rect().adjusted(0, 0, 1 - self.width(), 0), tokens_of(self).line)


class RoutineDetail(Card):
    """Paints a RoutinePicture; every press is a wish."""

    start_clicked = Signal()
    duplicate_clicked = Signal()
    more_clicked = Signal()
    undo_clicked = Signal()
    redo_clicked = Signal()
    star_clicked = Signal()

    def __init__(self, find: Callable[[str], Movement | None], *, parent: QWidget | None = None) -> None:
        """`find` gives the movement of an exercise."""
        super().__init__(margins=(1, 5, 1, 14), parent=parent)
        self.body.setSpacing(0)
        self._picture: RoutinePicture | None = None
        self._whose = Label("", Role.LABEL, Tone.INK2, parent=self)
        self.name = RoutineName(parent=self)
        self.star = QuietButton("Favourite", icon="star", size=Size.SMALL, parent=self)
        self._minutes = Figure(parent=self)
        self.start = PrimaryButton("Start", icon="play", size=Size.LARGE, parent=self)
        self.duplicate = SecondaryButton("Duplicate to edit", icon="dup", size=Size.LARGE, parent=self)
        self.undo = IconButton("undo", "Undo (Ctrl+Z)", size=Size.LARGE, parent=self)
        self.redo = IconButton("redo", "Redo (Ctrl+Shift+Z)", size=Size.LARGE, parent=self)
        self.more = MoreButton(parent=self)
        self.needs = Fact("You need", parted=False, parent=self)
        self.room = Fact("Space", parted=True, parent=self)
        self.last = Fact("Last done", parted=True, parent=self)
        self.ruler = RoutineRuler(sizes=BARE, parent=self)
        self.sequence = SequenceList(find, parent=self)
        self._foot = RoutineFoot(self.sequence.add, parent=self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inside = Area("surface")
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(23, 13, 24, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(14)
        column.addLayout(self._buttons())
        column.addSpacing(14)
        column.addWidget(Hairline(parent=inside))
        column.addSpacing(12)
        column.addLayout(self._facts())
        column.addSpacing(14)
        column.addWidget(self.ruler)
        column.addSpacing(12)
        column.addWidget(self.sequence, 1)
        self.scrolled = Scrolled(inside, parent=self)
        self.body.addWidget(self.scrolled, 1)
        self.scrolled.verticalScrollBar().rangeChanged.connect(self._make_room)
        self.body.addWidget(self._foot)

    def _make_room(self, _least: int, most: int) -> None:
        """The scroll bar takes its room from the margin: what is read stays where it is."""
        bar_px = self.scrolled.verticalScrollBar().sizeHint().width() if most else 0
        self._column.setContentsMargins(23, 13, 24 - bar_px, 0)

    def _head(self) -> QHBoxLayout:
        words_ = QVBoxLayout()
        words_.setSpacing(2)
        words_.addWidget(self._whose)
        words_.addWidget(self.name)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(words_, 1)
        head.addWidget(self.star, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _buttons(self) -> QHBoxLayout:
        figure = QHBoxLayout()
        figure.setSpacing(8)
        figure.addWidget(self._minutes)
        figure.addWidget(Label("min", Role.UNIT, Tone.INK2, parent=self), 0, Qt.AlignmentFlag.AlignBottom)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(figure)
        row.setAlignment(figure, Qt.AlignmentFlag.AlignTop)
        flow = FlowLayout(gap_px=8)
        for button in (self.start, self.duplicate, self.undo, self.redo, self.more):
            flow.addWidget(button)
        row.addLayout(flow, 1)
        return row

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(0)
        for column, fact in enumerate((self.needs, self.room, self.last)):
            fact.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            grid.addWidget(fact, 0, column)
            grid.setColumnStretch(column, 1)
        return grid

    def _connect(self) -> None:
        for button, signal in (
            (self.start, self.start_clicked),
            (self.duplicate, self.duplicate_clicked),
            (self.more, self.more_clicked),
            (self.undo, self.undo_clicked),
            (self.redo, self.redo_clicked),
            (self.star, self.star_clicked),
        ):
            button.clicked.connect(signal)

    def picture(self) -> RoutinePicture | None:
        """What is shown."""
        return self._picture

    def show_picture(self, picture: RoutinePicture) -> None:
        another = self._picture is None or self._picture.id != picture.id
        self._picture = picture
        self._whose.setText(picture.whose)
        self.name.show_name(picture.name)
        self.star.set_words("Favourite", icon="starf" if picture.favourite else "star")
        self.star.setAccessibleName("Favourite, take the star away" if picture.favourite else "Make it a favourite")
        self._minutes.set_figure(str(picture.minutes), words.minutes(picture.minutes))
        self.start.set_words(picture.start, icon="play" if picture.ready else "")
        self.duplicate.setVisible(not picture.mine and not picture.deleted)
        for button in (self.star, self.more):
            button.setVisible(not picture.deleted)
        long = len(picture.start) > LONG_START
        self.duplicate.set_words("Duplicate" if long else "Duplicate to edit", icon="dup")
        for button, possible in ((self.undo, picture.undo), (self.redo, picture.redo)):
            button.setVisible(picture.mine)
            button.setEnabled(possible)
        self.needs.show_fact(picture.needs, Tone.WARN if picture.lacking else Tone.INK)
        self.room.show_fact(picture.room)
        self.last.show_fact(picture.last)
        self.ruler.set_groups(picture.groups)
        self.sequence.show_steps(picture.steps, editable=picture.mine)
        self._foot.show_notes(picture.notes, addable=picture.mine)
        self.setAccessibleName(words.named(picture.name))
        if another:
            self.sequence.close_panel()
            self.sequence.look_at_first()
            self.scrolled.verticalScrollBar().setValue(0)
