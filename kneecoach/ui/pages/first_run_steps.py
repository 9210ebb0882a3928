"""The two steps of first run: the knee with the safety statement, and the few things about the person."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag
from kneecoach.domain.person import Began, Country, HurtingFor, Person, Units
from kneecoach.domain.person import Role as Use
from kneecoach.domain.safety import NOT_A_DIAGNOSIS, STATEMENT
from kneecoach.ui.pages.person_words import (
    BEGAN,
    CANCER,
    COUNTRIES,
    HURTING,
    KNEES,
    ONCE,
    TICK,
    UNITS,
    birth_year,
    checked_name,
)
from kneecoach.ui.widgets.card import Area, Banner, Hairline, Kind
from kneecoach.ui.widgets.choice_cards import ChoiceCards
from kneecoach.ui.widgets.field import Combo, LineField
from kneecoach.ui.widgets.flow_layout import FlowLayout
from kneecoach.ui.widgets.pain_strip import PainStrip
from kneecoach.ui.widgets.segmented import Segmented, YesNo
from kneecoach.ui.widgets.switch import CheckBox
from kneecoach.ui.widgets.text import Label, Role, Tone

USES = (
    (Use.RUNNER, "I run", "Warm up with me and keep what I did"),
    (Use.PHYSIO, "I treat patients", "Play it as my patients will"),
)
MARGIN_PX = 5
"""Room for the focus ring inside the scroll area."""


def labelled(text: str, control: QWidget, *, parent: QWidget) -> QWidget:
    """A control with its question above it."""
    pair = QWidget(parent)
    column = QVBoxLayout(pair)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    label = Label(text, Role.LABEL, Tone.INK2, parent=pair)
    label.setBuddy(control)
    column.addWidget(label)
    column.addWidget(control)
    return pair


class YourKnee(Area):
    """Role, knee, how long, how it began, the worst pain, and the statement to tick."""

    ticked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.role = ChoiceCards(USES, name="How will you use it?", parent=self)
        self.role.set_value(Use.RUNNER)
        self.role.setFocusProxy(self.role.card(Use.RUNNER))
        self.which = Segmented(KNEES, name="Which knee?", parent=self)
        self.hurting = Segmented(HURTING, name="Hurting for", parent=self)
        self.began = Segmented(BEGAN, name="How did it begin?", parent=self)
        self.worst = PainStrip(name="Worst pain in the past week", cell_px=64, parent=self)
        self.banner = Banner(Kind.INFO, NOT_A_DIAGNOSIS, STATEMENT, parent=self)
        self.statement = CheckBox(TICK, parent=self.banner)
        self.banner.body.addWidget(self.statement)
        self._lay_out()
        self.statement.toggled.connect(self._on_tick)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.setSpacing(16)
        column.addWidget(labelled("How will you use it?", self.role, parent=self))
        row = QWidget(self)
        flow = FlowLayout(row, gap_px=20)
        flow.addWidget(labelled("Which knee?", self.which, parent=row))
        flow.addWidget(labelled("Hurting for", self.hurting, parent=row))
        flow.addWidget(labelled("How did it begin?", self.began, parent=row))
        column.addWidget(row)
        column.addWidget(labelled("Worst pain in the past week", self.worst, parent=self))
        column.addWidget(self.banner)
        column.addStretch(1)

    def _on_tick(self) -> None:
        self.banner.show_message(Kind.INFO, NOT_A_DIAGNOSIS, STATEMENT)
        self.ticked.emit()

    def ask_for_statement(self) -> None:
        """Say that there is no way past the statement, and go there."""
        self.banner.show_message(Kind.WARN, "Please read this and tick it first.", STATEMENT)
        self.statement.setFocus(Qt.FocusReason.OtherFocusReason)

    def answered(self, person: Person) -> Person:
        """The person with what was answered here; what was left open stays unknown."""
        role, knee, hurting, began = self.role.value(), self.which.value(), self.hurting.value(), self.began.value()
        return replace(
            person,
            role=role if isinstance(role, Use) else Use.RUNNER,
            knee=knee if isinstance(knee, Side) else None,
            hurting_for=hurting if isinstance(hurting, HurtingFor) else None,
            began=began if isinstance(began, Began) else None,
            worst_pain=self.worst.value(),
            safety_accepted=self.statement.isChecked(),
        )


class AboutYou(Area):
    """Name, year of birth, country and units, and the five questions that are asked once."""

    def __init__(self, this_year: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._this_year = this_year
        self.name = LineField("Name, if you like", parent=self)
        self.year = LineField("Year of birth", placeholder="1985", parent=self)
        self.country = Combo("Country, for the emergency number", parent=self)
        self.country.setMinimumHeight(40)
        self.country.set_options(list(COUNTRIES))
        self.units = Segmented(UNITS, name="Distance", parent=self)
        self.units.set_value(Units.KM)
        self.once = {flag: YesNo(name=question, parent=self) for flag, question in ONCE.items()}
        self.cancer = YesNo(name=CANCER, parent=self)
        self.year.finished.connect(self._check_year)
        self.name.changed.connect(self._check_name)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.setSpacing(16)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(16)
        grid.setColumnStretch(0, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.name, 0, 0, top)
        grid.addWidget(self.year, 0, 1, top)
        grid.addWidget(labelled("Country, for the emergency number", self.country, parent=self), 1, 0, top)
        grid.addWidget(labelled("Distance", self.units, parent=self), 1, 1, top)
        column.addLayout(grid)
        column.addSpacing(8)
        lead = "Asked once. Leave open what you would rather not say."
        column.addWidget(Label(lead, Role.H3, wrap=True, parent=self))
        questions = QVBoxLayout()
        questions.setSpacing(0)
        asked = {ONCE[flag]: control for flag, control in self.once.items()} | {CANCER: self.cancer}
        for question, control in asked.items():
            questions.addWidget(Hairline(parent=self))
            questions.addLayout(_question(question, control, parent=self))
        column.addLayout(questions)
        column.addStretch(1)

    def _check_year(self) -> bool:
        _, why = birth_year(self.year.text(), self._this_year)
        self.year.set_error(why)
        return not why

    def _check_name(self) -> bool:
        _, why = checked_name(self.name.text())
        self.name.set_error(why)
        return not why

    def answered(self, person: Person) -> Person | None:
        """The person with what was answered here; None when a field says why it can't be kept."""
        if not self._check_name():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        if not self._check_year():
            self.year.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        units, country, cancer = self.units.value(), self.country.value(), self.cancer.value()
        return replace(
            person,
            name=checked_name(self.name.text())[0],
            birth_year=birth_year(self.year.text(), self._this_year)[0],
            units=units if isinstance(units, Units) else Units.KM,
            country=country if isinstance(country, Country) else Country.UNKNOWN,
            cancer_history=cancer if isinstance(cancer, bool) else None,
        )

    def once_answers(self) -> dict[Flag, bool]:
        """No and yes as they were said; what was left open is not among them."""
        said = {flag: control.value() for flag, control in self.once.items()}
        return {flag: value for flag, value in said.items() if isinstance(value, bool)}


def _question(text: str, control: QWidget, *, parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 7, 0, 7)
    row.setSpacing(16)
    row.addWidget(Label(text, Role.BODY, wrap=True, parent=parent), 1)
    row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
    return row
