"""The left side of the check-in: pain, what is still open, the five questions, and what they make necessary."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.answered import Answered, Entries
from kneecoach.domain.check_in import FAMILY_FLAGS, Family, Mark
from kneecoach.domain.companions import Asks, Companion, companions
from kneecoach.domain.finding import Record
from kneecoach.domain.flag import Closing, Flag, answers_of
from kneecoach.domain.known import lately_told, open_injuries
from kneecoach.domain.pain import Amount, PainSize, Tenderness
from kneecoach.domain.red_flag_words import FLAG_NAMES, capital, injury_words
from kneecoach.domain.red_flags_bone import answerable
from kneecoach.ui.pages.check_in_questions import QuestionsCard
from kneecoach.ui.pages.check_in_rows import AskRow, OpenRow, YearField
from kneecoach.ui.pages.check_in_words import AMOUNTS, SIZES, TENDERNESSES, companion_words
from kneecoach.ui.widgets.card import Card
from kneecoach.ui.widgets.pain_strip import PainStrip
from kneecoach.ui.widgets.segmented import Segmented, YesNo
from kneecoach.ui.widgets.text import Label, Role, Tone

# A year that no age rule minds, for what is shown before everything is answered
BEST_YEAR = 1990
CHOICES = {Asks.SIZE: SIZES, Asks.TENDERNESS: TENDERNESSES, Asks.SWELLING: AMOUNTS}


class PainCard(Card):
    """The strip under its title, with what was given last time."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 18, 24, 16), parent=parent)
        self.last = Label("", Role.SMALL, Tone.INK2, parent=self)
        self.strip = PainStrip(parent=self)
        title = QHBoxLayout()
        title.addWidget(Label("Pain", Role.H3, parent=self))
        title.addStretch(1)
        title.addWidget(self.last)
        self.body.addLayout(title)
        self.body.addWidget(self.strip)


class RowsCard(Card):
    """A titled card of rows; hidden while it has none."""

    def __init__(self, title: str, hint: str, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 16, 24, 6), parent=parent)
        line = QHBoxLayout()
        line.addWidget(Label(title, Role.H3, parent=self))
        line.addStretch(1)
        line.addWidget(Label(hint, Role.SMALL, Tone.INK2, parent=self))
        self.body.setSpacing(0)
        self.body.addLayout(line)
        self.body.addSpacing(8)
        self.hide()


class CheckInForm(QWidget):
    """Knows what was answered and what is missing. The companion questions come and go with the answers."""

    changed = Signal()

    def __init__(self, record: Record, now: datetime, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record, self._now = record, now
        self._open: dict[UUID, OpenRow] = {}
        self._asked: tuple[Companion, ...] = ()
        self._companions: dict[Companion, tuple[AskRow, Segmented | YearField]] = {}
        self.pain = PainCard(parent=self)
        self.strip = self.pain.strip
        self.still_open = RowsCard("Still open from before", "What became of it?", parent=self)
        self.questions = QuestionsCard(listed_injury=bool(lately_told(record, now)), parent=self)
        self.more = RowsCard("To be sure", "Asked because of your answers", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (self.pain, self.still_open, self.questions, self.more):
            column.addWidget(card)
        column.setStretchFactor(self.questions, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._list_open()
        self.strip.changed.connect(self._tell)
        self.questions.changed.connect(self.changed)

    def say_last(self, text: str) -> None:
        self.pain.last.setText(text)

    def open_rows(self) -> tuple[OpenRow, ...]:
        return tuple(self._open.values())

    def companion_row(self, companion: Companion) -> Segmented | YearField:
        """The control that answers this question."""
        return self._companions[companion][1]

    def asked(self) -> tuple[Companion, ...]:
        return self._asked

    def _list_open(self) -> None:
        today = self._now.date()
        listed = [
            (one.id, capital(FLAG_NAMES[one.flag]), one.at, answers_of(one.flag))
            for one in answerable(self._record, self._now)
        ]
        injuries = open_injuries(self._record)
        listed += [(one.id, capital(injury_words(one)), one.entered, tuple(Closing)) for one in injuries]
        for known, name, entered, answers in listed:
            row = OpenRow(name, entered.date(), today, answers=answers, parent=self.still_open)
            row.changed.connect(self.changed)
            self._open[known] = row
            self.still_open.body.addWidget(row)
        self.still_open.setVisible(bool(listed))

    def answered(self, marks: tuple[Mark, ...], *, alone: bool = False) -> Answered:
        """What can be kept of the answers so far; `alone` leaves the companion questions out."""
        given = {} if alone else {one: value for one in self._asked if (value := self._value(one)) is not None}
        return self._with(given, marks)

    def hopeful(self, marks: tuple[Mark, ...]) -> Answered:
        """The same with the best answer for everything not yet answered: what is refused even then, is refused."""
        given = {one: self._best(one) if self._value(one) is None else self._value(one) for one in self._asked}
        answered = self._with(given, marks)
        said = dict(self.questions.answers())
        untold = tuple((family, False) for family in Family if self.questions.rows[family].yes() is None)
        injury = answered.injury
        if injury is not None:
            injury = replace(
                injury,
                pop=bool(injury.pop),
                snap=bool(injury.snap),
                bruise=bool(injury.bruise),
                fast_swelling=bool(injury.fast_swelling),
            )
        return replace(
            answered,
            answers=(*said.items(), *untold),
            injury=injury,
            denied=tuple(flag for flag in Flag if flag not in answered.ticked),
            birth_year=answered.birth_year or BEST_YEAR,
            swelling=answered.swelling or Amount.NONE,
        )

    def _with(self, given: dict[Companion, Any], marks: tuple[Mark, ...]) -> Answered:
        flags = {one.flag: yes for one, yes in given.items() if one.flag is not None}
        return Answered(
            pain=self.strip.value(),
            answers=self.questions.answers(),
            ticked=(*self.questions.ticked(), *(flag for flag, yes in flags.items() if yes)),
            denied=tuple(flag for flag, yes in flags.items() if not yes),
            marks=marks,
            injury=self.questions.injury(),
            closings=tuple((known, closed) for known, row in self._open.items() if (closed := row.closed())),
            signs=tuple((one.injury, one.asks, bool(yes)) for one, yes in given.items() if one.injury is not None),
            size=given.get(Companion(Asks.SIZE)),
            tenderness=given.get(Companion(Asks.TENDERNESS)),
            swelling=given.get(Companion(Asks.SWELLING)),
            birth_year=given.get(Companion(Asks.BIRTH_YEAR)),
            sore_asked=self.questions.sore_asked(),
        )

    def ask_companions(self, entries: Entries, now: datetime) -> None:
        """Show the questions that these answers make necessary; rows that stay keep their answer."""
        new = {injury.id for injury in entries.injuries}
        wanted = tuple(one for one in companions(entries.added_to(self._record), now) if self._ours(one, new))
        if wanted == self._asked:
            return
        for gone in set(self._asked) - set(wanted):
            row, _control = self._companions.pop(gone)
            row.hide()
            row.deleteLater()
        for place, one in enumerate(wanted):
            if one not in self._companions:
                self._companions[one] = self._row(one)
            self.more.body.insertWidget(place + 2, self._companions[one][0])
        self._asked = wanted
        self.more.setVisible(bool(wanted))

    def _ours(self, companion: Companion, new: set[UUID]) -> bool:
        """False for what the five questions and their chips ask themselves."""
        told = self.questions.rows[Family.INJURY].missing() == 0
        if companion.flag in FAMILY_FLAGS[Family.INJURY]:
            return told and self.questions.injury() is None
        if companion.flag is not None and companion.flag is not Flag.HOP_PAIN:
            return False
        if companion.asks in (Asks.SWELLING, Asks.BIRTH_YEAR):
            return told or companion in self._asked
        return companion.injury not in new

    @staticmethod
    def _best(companion: Companion) -> object:
        best = {
            Asks.SIZE: PainSize.WIDE,
            Asks.TENDERNESS: Tenderness.NONE,
            Asks.SWELLING: Amount.NONE,
            Asks.BIRTH_YEAR: BEST_YEAR,
        }
        return best.get(companion.asks, False)

    def _row(self, companion: Companion) -> tuple[AskRow, Segmented | YearField]:
        text = companion_words(companion, self._record)
        control: Segmented | YearField
        if companion.asks in CHOICES:
            control = Segmented(CHOICES[companion.asks], name=text, compact=True)
            control.changed.connect(self._tell)
        elif companion.asks is Asks.BIRTH_YEAR:
            control = YearField(self._now.year)
            control.answered.connect(self._tell)
        else:
            control = YesNo(name=text)
            control.changed.connect(self._tell)
        return AskRow(text, control, parent=self.more), control

    def _value(self, companion: Companion):
        return self._companions[companion][1].value()

    def unanswered(self) -> int:
        """How many companion questions are still open."""
        return sum(self._value(one) is None for one in self._asked)

    def missing(self) -> tuple[int, str]:
        """How many answers are still to be given, and the first of them in words."""
        steps = (
            (int(self.strip.value() is None), "Pain first: choose 0 to 10."),
            (sum(row.waits() for row in self.open_rows()), "Choose the day a clinician saw it."),
            (self.questions.missing(), "Answer each question with yes or no; a yes asks which."),
            (self.unanswered(), "Answer what is asked under \u201cTo be sure\u201d."),
        )
        return sum(count for count, _ in steps), next((said for count, said in steps if count), "")

    def _tell(self, _value: object) -> None:
        self.changed.emit()
