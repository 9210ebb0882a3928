"""First run: one minute of questions, each of which may be left open, and the safety statement, which may not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kneecoach.domain.exercise import Side
from kneecoach.domain.number_words import in_words
from kneecoach.domain.person import Person
from kneecoach.ui.pages.first_run_steps import MARGIN_PX, AboutYou, YourKnee
from kneecoach.ui.pages.scrolled import Scrolled
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton, Size
from kneecoach.ui.widgets.card import Area
from kneecoach.ui.widgets.knee_drawing import View
from kneecoach.ui.widgets.knee_picture import KneePicture
from kneecoach.ui.widgets.rail import Logo
from kneecoach.ui.widgets.text import Heading, Label, Role, Tone

LEFT_PX, NARROW_LEFT_PX, NARROW_BELOW_PX = 520, 384, 1_200
SHORT_BELOW_PX = 720
HEADLINE_PX, NARROW_HEADLINE_PX = 44, 32
BELOW_PX = 40
PLACE = "medial_joint_line"


class Welcome(QWidget):
    """The left side: what KneeCoach is and how long it takes."""

    def __init__(self, warm_up_minutes: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headline = Heading(f"{in_words(warm_up_minutes).capitalize()} minutes before you run.", parent=self)
        self._knees = [self._knee(side) for side in (Side.RIGHT, Side.LEFT)]
        self._picture = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._lay_out()
        self.set_narrow(narrow=False, short=False)

    def _lay_out(self) -> None:
        lead = "A guided warm-up for pain on the inside of the knee. It keeps what you did and how the knee felt."
        self._lead = Label(lead, Role.UNIT, Tone.INK2, wrap=True, parent=self)
        column = self._column
        column.addWidget(Logo(parent=self))
        column.addSpacing(48)
        column.addWidget(self._headline)
        column.addSpacing(16)
        column.addWidget(self._lead)
        column.addSpacing(28)
        row = QHBoxLayout(self._picture)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addStretch(1)
        for knee, side in zip(self._knees, ("Right", "Left"), strict=True):
            pair = QVBoxLayout()
            pair.addWidget(knee)
            pair.addWidget(Label(side, Role.SMALL_BOLD, parent=self._picture), 0, Qt.AlignmentFlag.AlignHCenter)
            row.addLayout(pair)
        row.addStretch(1)
        column.addWidget(self._picture)
        column.addStretch(1)
        private = "Everything stays on this computer. No account, no internet."
        column.addWidget(Label(private, Role.SMALL, Tone.INK2, wrap=True, parent=self))

    def _knee(self, side: Side) -> KneePicture:
        picture = KneePicture(width_px=130, parent=self)
        picture.show_knee(View.INNER, side, {PLACE: None} if side is Side.LEFT else {})
        return picture

    def set_narrow(self, *, narrow: bool, short: bool) -> None:
        """Smaller type and margins in a narrow window; no picture in a short one."""
        side = 40 if narrow else 56
        self._column.setContentsMargins(side, 48 if not short else 32, side, 40 if not short else 32)
        self._headline.set_size_px(NARROW_HEADLINE_PX if narrow else HEADLINE_PX)
        self._lead.set_size_px(15 if narrow else 17)
        self._picture.setVisible(not short)
        self.setFixedWidth(NARROW_LEFT_PX if narrow else LEFT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.line)


class FirstRunPage(Area):
    """Two short steps. Nothing is preselected but the role; the statement starts unticked."""

    finished = Signal(object, object)
    """The Person, and the tuple of flags that were answered yes."""

    def __init__(self, person: Person, warm_up_minutes: int, *, this_year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._person = person
        self.setAccessibleName("Set up")
        self.welcome = Welcome(warm_up_minutes, parent=self)
        self.knee = YourKnee(parent=self)
        self.you = AboutYou(this_year, parent=self)
        self._title = Heading("Set up", parent=self)
        self._step = Label("", Role.BODY, Tone.INK2, parent=self)
        self.skip = LinkButton("Skip, just show me the warm-up", parent=self)
        self.back = QuietButton("Back", icon="chevl", size=Size.LARGE, parent=self)
        self.go_on = PrimaryButton("Continue", size=Size.LARGE, parent=self)
        self._hint = Label("Read and tick the statement first", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._steps = QStackedWidget(self)
        self._lay_out()
        self.knee.ticked.connect(self._show_buttons)
        self.go_on.clicked.connect(self._go_on)
        self.skip.clicked.connect(self._skip)
        self.back.clicked.connect(self._go_back)
        self._show_step(0)

    def _lay_out(self) -> None:
        for step in (self.knee, self.you):
            self._steps.addWidget(Scrolled(step, parent=self))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._step)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.back)
        foot.addWidget(self.skip)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.go_on)
        # The steps keep room for the focus ring at their sides; what is above and below stands flush with them
        for row in (head, foot):
            row.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
        self._right = QVBoxLayout()
        self._right.setSpacing(12)
        self._right.addLayout(head)
        self._right.addWidget(self._steps, 1)
        self._right.addLayout(foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.welcome)
        whole.addLayout(self._right, 1)

    def _shown_step(self) -> Scrolled:
        shown = self._steps.currentWidget()
        assert isinstance(shown, Scrolled), "every step can scroll"
        return shown

    def _show_step(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self._step.setText(f"Step {step + 1} of 2, about a minute")
        self.back.setVisible(step == 1)
        self.skip.set_words("Skip, just show me the warm-up" if step == 0 else "Skip these")
        self.go_on.set_words("Continue" if step == 0 else "Show me the warm-up")
        self._show_buttons()
        (self.knee.role if step == 0 else self.you.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self) -> None:
        self.go_on.setEnabled(self.knee.statement.isChecked())
        self._hint.setText("" if self.go_on.isEnabled() else "Read and tick the statement first")

    def _go_on(self) -> None:
        if self._steps.currentIndex() == 0:
            self._show_step(1)
        elif (person := self.you.answered(self.knee.answered(self._person))) is not None:
            self.finished.emit(person, self.you.once_answers())

    def _go_back(self) -> None:
        self._show_step(0)

    def _skip(self) -> None:
        """Leaves the questions out, never the safety statement."""
        if not self.knee.statement.isChecked():
            self.knee.ask_for_statement()
            self._shown_step().bring_into_view(self.knee.banner, self.knee.statement, below_px=BELOW_PX)
        else:
            self.finished.emit(self.knee.answered(self._person), {})

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow, short = self.width() < NARROW_BELOW_PX, self.height() < SHORT_BELOW_PX
        self.welcome.set_narrow(narrow=narrow, short=short)
        side = (40 if narrow else 64) - MARGIN_PX
        self._right.setContentsMargins(side, 28 if short else 44, side, 24 if short else 40)

    def keyPressEvent(self, event) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.go_on.isEnabled():
            self.go_on.click()
        elif event.key() == Qt.Key.Key_Escape and self.back.isVisible():
            self._go_back()
        else:
            super().keyPressEvent(event)
