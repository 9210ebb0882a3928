"""The card on Today that starts the next session."""

import math
from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneecoach.domain.exercise import Exercise, Side
from kneecoach.domain.routine import Routine
from kneecoach.domain.session_record import SessionRecord, SetRecord
from kneecoach.domain.timeline import Timeline, plan, plan_played, with_agreed
from kneecoach.exchange.catalogue import CALM_DOWN, FLEXIBILITY_DAY, SHORT_WARM_UP, STRENGTH_DAY, WARM_UP
from kneecoach.ui import words
from kneecoach.ui.pages.figure import Figure
from kneecoach.ui.pages.set_boxes import recorded_box
from kneecoach.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton, Size
from kneecoach.ui.widgets.card import Card
from kneecoach.ui.widgets.flow_layout import FlowLayout
from kneecoach.ui.widgets.routine_ruler import Group, RoutineRuler
from kneecoach.ui.widgets.text import Label, Role, Tone

HEIGHT_PX = 262
AT_ANY_TIME = "For today"
WITHOUT_A_RUN = "Without a run, until it has settled"
WHILE_RED = "While the warning sign is open"
REFUSED = "No session and no run: only a check-in"
BEFORE = {
    WARM_UP: "Before you run",
    SHORT_WARM_UP: "Before you run, when time is short",
    STRENGTH_DAY: "For a day without a hard run, nor one the day after",
    FLEXIBILITY_DAY: "For a day of its own, away from hard runs",
    CALM_DOWN: "For a day on which the knee is sore",
}


def groups_of(timeline: Timeline, done: Iterable[SetRecord] = ()) -> list[Group]:
    """The exercises of a timeline with one box per set and side, as wide as the work is long."""
    records = {one.index: one for one in done}
    groups = []
    for item, prescription in enumerate(timeline.routine.items):
        sets = [planned for planned in timeline.sets if planned.item == item]
        exercise = sets[0].exercise
        boxes = tuple(
            recorded_box(
                one,
                records.get(one.index),
                f"{exercise.name}, set {one.number}, {words.SIDES[one.side].lower()}",
            )
            for one in sets
        )
        groups.append(Group(exercise.short_name, boxes, words.dose(prescription.dosage, exercise.each_side)))
    return groups


class WarmUpCard(Card):
    """Shows one routine with its real length. What Start does follows from `say_start`."""

    start_clicked = Signal()
    change_clicked = Signal()
    other_clicked = Signal()
    favourite_clicked = Signal(str)
    """The id of a routine."""

    def __init__(self, exercises: Mapping[str, Exercise], *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 17, 24, 21), parent=parent)
        self._exercises = exercises
        self.setMinimumHeight(HEIGHT_PX)
        self.body.setSpacing(0)
        self._when, self._no_run = "", False
        self._before = Label("", Role.LABEL, Tone.INK2, parent=self)
        self._name = Label("", Role.H2, wrap=True, parent=self)
        self._minutes = Figure(parent=self)
        self._unit = Label("min", Role.UNIT, Tone.INK2, parent=self)
        # Hidden, it takes its distance to the buttons with it
        self._unit.setContentsMargins(0, 0, 20, 0)
        self.start = PrimaryButton("Start warm-up", icon="play", size=Size.LARGE, parent=self)
        self.change = SecondaryButton("Change", size=Size.LARGE, parent=self)
        self.other = LinkButton("", parent=self)
        # Hidden, it still holds the height of its line
        kept = self.other.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.other.setSizePolicy(kept)
        self.favourites = QWidget(self)
        self._links = FlowLayout(self.favourites, gap_px=16)
        self.favourites.hide()
        self._ruler = RoutineRuler(parent=self)
        self._lay_out()
        self.start.clicked.connect(self.start_clicked)
        self.change.clicked.connect(self.change_clicked)
        self.other.clicked.connect(self.other_clicked)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._before)
        top.addStretch(1)
        top.addWidget(self.other)
        self.body.addLayout(top)
        self.body.addWidget(self._name)
        self.body.addSpacing(14)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._minutes)
        row.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBottom)
        buttons = FlowLayout(gap_px=12)
        buttons.addWidget(self.start)
        buttons.addWidget(self.change)
        row.addLayout(buttons, 1)
        self.body.addLayout(row)
        self.body.addSpacing(8)
        self.body.addWidget(self.favourites)
        self.body.addStretch(1)
        self.body.addSpacing(8)
        self.body.addWidget(self._ruler)

    def show_routine(self, routine: Routine, first: Side, *, before_runs: bool = False) -> None:
        """`before_runs` for the one that the person chose for that."""
        timeline = plan(routine, self._exercises, first=first)
        self._when = BEFORE[WARM_UP] if before_runs else BEFORE.get(routine.id, AT_ANY_TIME)
        self._say_before()
        self._name.setText(words.named(routine.name))
        self._minutes.set_figure(str(timeline.minutes), words.minutes(timeline.minutes))
        self._ruler.set_groups(groups_of(timeline))
        self._show_length(shown=True)

    def show_refused(self) -> None:
        """Nothing that could be played is named: what may be done is to check in again."""
        self._when = WHILE_RED
        self._say_before()
        self._name.setText(REFUSED)
        self._show_length(shown=False)
        self.say_start("Check in again", icon="")

    def _show_length(self, *, shown: bool) -> None:
        for part in (self._minutes, self._unit, self._ruler):
            part.setVisible(shown)

    def leave_out_run(self, *, yes: bool) -> None:
        """While a rule says stop no run is spoken of; the warm-up stays."""
        self._no_run = yes
        self._say_before()

    def _say_before(self) -> None:
        run = self._no_run and self._when in (BEFORE[WARM_UP], BEFORE[SHORT_WARM_UP])
        self._before.setText(WITHOUT_A_RUN if run else self._when)

    def show_left(self, session: SessionRecord) -> None:
        """The session that can go on, with what is done of it and the minutes that are left."""
        whole = plan_played(session.routine, self._exercises, first=session.first_side)
        timeline = with_agreed(whole, dict(session.agreed))
        left = timeline.sets[min(session.position, len(timeline.sets) - 1) :]
        minutes = math.ceil(sum(one.lead_s + one.work_s for one in left) / 60)
        self._when = "Left in the middle"
        self._say_before()
        self._name.setText(words.named(session.routine.name))
        self._minutes.set_figure(str(minutes), f"{words.minutes(minutes)} to go")
        self._ruler.set_groups(groups_of(timeline, session.sets))
        self._show_length(shown=True)

    def offer_other(self, text: str) -> None:
        """The quick way to the short version and back; "" offers none."""
        self.other.set_words(text)
        self.other.setVisible(bool(text))

    def offer_favourites(self, offered: Iterable[tuple[str, str]]) -> None:
        """Links to other routines, as (id, words); none hides the row."""
        while (item := self._links.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for routine_id, text in offered:
            link = LinkButton(text, parent=self.favourites)
            link.setProperty("routine", routine_id)
            link.clicked.connect(self._take_favourite)
            self._links.addWidget(link)
            link.show()
        self.favourites.setVisible(self._links.count() > 0)

    def _take_favourite(self) -> None:
        self.favourite_clicked.emit(self.sender().property("routine"))

    def say_start(self, text: str, *, icon: str = "play") -> None:
        self.start.set_words(text, icon=icon)
