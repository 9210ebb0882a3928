"""The ice timer as it is seen: what is set, the knee, the digits, the ruler and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.exercise import Side
from kneecoach.domain.ice_timer import IceTimer
from kneecoach.domain.pain import PainEntry
from kneecoach.ui.pages import ice_words
from kneecoach.ui.pages.ice_controls import IceControls
from kneecoach.ui.pages.player_words import clock
from kneecoach.ui.widgets.big_number import BigNumber
from kneecoach.ui.widgets.card import Area, Card
from kneecoach.ui.widgets.knee_view import KneeView
from kneecoach.ui.widgets.side_boxes import SideBoxes
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.widgets.time_ruler import TimeRuler
from kneecoach.ui.widgets.two_lines import Title
from kneecoach.ui.words import minutes

FIGURE, MARGIN = 0.30, 0.03
DIGITS = (0.39, -0.03)
NAME, CUE = 0.06, 0.036


class IceStage(Area):
    """Everything of the page but its keys. Sizes are shares of the window, as in the player."""

    digits_clicked = Signal()

    def __init__(self, pain: PainEntry | None, *, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._pain = pain
        self._set = Label("", tone=Tone.INK2, parent=self)
        self._notice = Label("", Role.BODY_MEDIUM, Tone.INK2, parent=self)
        self._ends_word = Label("", tone=Tone.INK2, parent=self)
        self._ends = Label("", Role.H3, parent=self)
        self._name = Label("Ice", Role.H3, parent=self)
        self._title = Title(role=Role.H1, parent=self)
        self._side = SideBoxes(parent=self)
        self.digits = BigNumber(share=DIGITS[0], tracking=DIGITS[1], parent=self)
        self.digits.clicked.connect(self.digits_clicked)
        self.ruler = TimeRuler(parent=self)
        self._cue = Title(role=Role.BODY_MEDIUM, most=3, parent=self)
        self.controls = IceControls(parent=self)
        self._lay_out()
        side = None if pain is None else pain.side
        self._side.set_side(side or Side.BOTH)
        self._side.setVisible(side is not None)

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.setSpacing(6)
        self._head.addWidget(self._name, 1)
        self._head.addWidget(self._set)
        right = QHBoxLayout()
        right.setSpacing(6)
        self._notice.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        right.addWidget(self._notice, 1)
        right.addSpacing(8)
        right.addWidget(self._ends_word)
        right.addWidget(self._ends)
        self._head.addLayout(right, 1)
        self._figure = Card(margins=(16, 16, 16, 16), colour="sunken", parent=self)
        self._figure.body.addWidget(self._knees())
        self._work = QVBoxLayout()
        self._work.addWidget(self._title)
        self._work.addWidget(self._side)
        self._work.addStretch(1)
        self._work.addWidget(self.digits)
        self._work.addStretch(1)
        self._work.addWidget(self.ruler)
        self._work.addWidget(self._cue)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self._figure)
        self._middle.addLayout(self._work, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addLayout(self._middle, 1)
        column.addWidget(self.controls)

    def _knees(self) -> KneeView:
        """To look at: nothing is marked here."""
        knees = KneeView(parent=self)
        knees.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        knees.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if (view := ice_words.view_of(self._pain)) is not None:
            knees.set_view(view)
        knees.set_marks(ice_words.marks(self._pain))
        return knees

    def title(self) -> str:
        """What the page says first."""
        return self._title.text()

    def cue(self) -> str:
        """What to do now."""
        return self._cue.text()

    def notice(self) -> str:
        """What is not as it should be."""
        return self._notice.text()

    def show_words(self, title: str, cue: str) -> None:
        """Empty words are those of the place and of the cloth."""
        self._title.set_text(title or ice_words.title(self._pain))
        self._cue.set_text(cue or ice_words.CUE)

    def show_head(self, timer: IceTimer, ends: tuple[str, str], notices: tuple[str, ...]) -> None:
        """What is set, when it ends, and what is not heard or kept awake."""
        self._set.setText(minutes(timer.minutes))
        self._ends_word.setText(ends[0])
        self._ends.setText(ends[1])
        self._notice.setText("  ·  ".join(notice for notice in notices if notice))

    def show_time(self, timer: IceTimer, *, still: bool) -> None:
        """The digits and the needle, which moves by whole seconds."""
        self.digits.set_text(clock(timer.left_s))
        whole = timer.minutes * 60
        self.ruler.set_time(whole, int(timer.on_s) / whole)
        self.digits.set_dimmed(still)
        self.ruler.set_dimmed(still)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, height = self.width(), self.height()
        side, gap = round(MARGIN * width), round(0.03 * height)
        self._head.setContentsMargins(side, gap, side, round(0.02 * height))
        self._middle.setContentsMargins(side, 0, side, round(0.016 * height))
        self._middle.setSpacing(side)
        self._work.setSpacing(round(0.016 * height))
        self._figure.setFixedWidth(round(FIGURE * (width - 3 * side)))
        for label in (self._name, self._set, self._notice, self._ends_word, self._ends):
            label.set_size_px(max(15.0, 0.023 * height))
        self._title.set_size_px(NAME * height)
        self._cue.set_size_px(CUE * height)
        for part in (self._side, self.digits, self.ruler):
            part.set_window_height(height)
        self.controls.fit(width, height)
