"""Today's stage: its minutes, its parts, how to begin it, and what has to be so before."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.coaching.returning import Returning
from kneecoach.domain.advice.ready import Condition
from kneecoach.domain.advice.returning import Step
from kneecoach.ui.pages import return_words as words
from kneecoach.ui.pages.figure import Figure
from kneecoach.ui.pages.return_bar import IntervalBar
from kneecoach.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton, Size
from kneecoach.ui.widgets.card import Card, Hairline, LeadText
from kneecoach.ui.widgets.flow_layout import FlowLayout
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.text import Label, Role, Tone

ICON_PX, UNIT_DOWN_PX, NARROWEST_PX = 18, 28, 80
LOOKS = {
    True: ("check", Tone.OK, Tone.INK2),
    False: ("warn", Tone.WARN, Tone.WARN),
    None: ("minus", Tone.INK3, Tone.INK2),
}
SAID = {True: "met", False: "not met", None: "not known"}


class Line(Label):
    """Wraps where it must, and is as high as its lines at its width."""

    def __init__(self, text: str, role: Role = Role.BODY, tone: Tone = Tone.INK, *, parent: QWidget) -> None:
        super().__init__(text, role, tone, wrap=True, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST_PX, self.fontMetrics().height())


class ConditionRow(QWidget):
    """One thing that has to be so, with a mark whether it is."""

    def __init__(self, condition: Condition, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icon, tone, said_tone = LOOKS[condition.met]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(parent=self))
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(12)
        row.addWidget(Icon(icon, ICON_PX, tone, parent=self))
        row.addWidget(Line(condition.name, parent=self), 1)
        row.addWidget(Label(condition.said, Role.SMALL, said_tone, parent=self))
        column.addLayout(row)
        self.setAccessibleName(f"{condition.name}: {SAID[condition.met]}, {condition.said}")


class TodayStage(Card):
    """What is done today, or why it is not."""

    timer_requested = Signal()
    warm_up_requested = Signal()
    log_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 18, 24, 16), parent=parent)
        self._day = Line("", Role.LABEL, Tone.INK2, parent=self)
        self._minutes = Figure(parent=self)
        self._unit = Label("min", Role.UNIT, Tone.INK2, parent=self)
        self._unit.setContentsMargins(0, UNIT_DOWN_PX, 0, 0)
        self.warm_up = PrimaryButton("Warm up first", icon="play", size=Size.LARGE, parent=self)
        self.timer = SecondaryButton("Start the timer", size=Size.LARGE, parent=self)
        self.walk = PrimaryButton("Start the timer", icon="play", size=Size.LARGE, parent=self)
        self.log = LinkButton("Done without the timer? Log it", parent=self)
        self._rest = LeadText(size_px=18, parent=self)
        self._bar = IntervalBar(parent=self)
        self._caption = LeadText(size_px=13, parent=self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._home = LeadText(size_px=13, parent=self)
        self._stop = QWidget(self)
        self.warm_up.clicked.connect(self.warm_up_requested)
        self.timer.clicked.connect(self.timer_requested)
        self.walk.clicked.connect(self.timer_requested)
        self.log.clicked.connect(self.log_requested)
        self._lay_out()

    def show_today(self, found: Returning) -> None:
        stage = found.standing.stage
        self._day.setText(words.today_words(found))
        minutes = words.minutes_of(stage)
        self._minutes.set_figure(str(minutes), f"{minutes} minutes")
        done = found.standing.step is Step.DONE
        may = found.ready and not done
        self.warm_up.setVisible(may and bool(stage.run_min))
        self.timer.setVisible(may and bool(stage.run_min))
        self.walk.setVisible(may and not stage.run_min)
        self.log.setVisible(not done)
        self._rest.setVisible(not may)
        lead = "Nothing left to step up." if done else words.rest_lead(found)
        self._rest.set_text(lead, words.finished(found.profile) if done else words.next_day_words(found))
        self._bar.show_parts(words.parts_of(stage))
        self._caption.set_text(*words.caption_of(stage))
        self._home.set_text(*words.walk_home(found.profile))
        self._show_rows(found)

    def _show_rows(self, found: Returning) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.setParent(None)
                row.deleteLater()
        for condition in found.conditions:
            self._rows.addWidget(ConditionRow(condition, parent=self))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._day, 1)
        top.addWidget(self.log)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._minutes, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignTop)
        head.addSpacing(20)
        ways = QWidget(self)
        flow = FlowLayout(ways, gap_px=12)
        for button in (self.walk, self.warm_up, self.timer):
            flow.addWidget(button)
        rest = QVBoxLayout()
        rest.addWidget(ways)
        rest.addWidget(self._rest)
        head.addLayout(rest, 1)
        stop = QHBoxLayout(self._stop)
        stop.setContentsMargins(0, 12, 0, 0)
        stop.setSpacing(12)
        stop.addWidget(Icon("stop", 20, Tone.STOP, parent=self))
        stop.addWidget(self._home, 1)
        self.body.addLayout(top)
        self.body.addLayout(head)
        self.body.addSpacing(8)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._caption)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.body.addWidget(Hairline(parent=self))
        self.body.addWidget(self._stop)
