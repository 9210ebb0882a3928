"""The card on Today that shows the last session, or what is needed for the first."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.dosage import Sides
from kneecoach.domain.exercise import Equipment, Exercise
from kneecoach.domain.routine import Prescription
from kneecoach.domain.session_record import SessionRecord, SessionStatus, SetStatus
from kneecoach.ui import words
from kneecoach.ui.widgets.buttons import LinkButton
from kneecoach.ui.widgets.card import Card, Hairline
from kneecoach.ui.widgets.pain_swatch import PainSwatch
from kneecoach.ui.widgets.text import Label, Role, Tone

ENDS = {SessionStatus.COMPLETED: "", SessionStatus.STOPPED: ", stopped early", SessionStatus.OPEN: ", not ended"}


class SessionCard(Card):
    """Filled anew whenever the record changes; it is small."""

    session_requested = Signal(object)
    """The id of the session to see or correct."""

    def __init__(self, exercises: Mapping[str, Exercise], *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(20, 16, 20, 16), parent=parent)
        self.body.setSpacing(4)
        self._exercises = exercises
        self._session: UUID | None = None
        self._inside: QWidget | None = None

    def show_session(self, session: SessionRecord, today: date) -> None:
        rows = self._start_over()
        started = session.started_at
        when = f"{words.ago(started.date(), today)}, {started:%H:%M}{ENDS[session.status]}"
        head = QHBoxLayout()
        head.addWidget(Label("Last session", Role.H3, wrap=True, parent=self._inside), 1)
        self._session = session.id
        link = LinkButton("See or correct", parent=self._inside)
        link.clicked.connect(self._ask_for_session)
        head.addWidget(link)
        rows.addLayout(head)
        rows.addWidget(Label(when, Role.SMALL, Tone.INK2, wrap=True, parent=self._inside))
        rows.addSpacing(8)
        for item, prescription in enumerate(session.routine.items):
            rows.addWidget(Hairline(parent=self._inside))
            rows.addLayout(self._exercise_row(session, item, prescription.exercise))
        rows.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self._add_pain(foot, "Pain before", session.pain_before)
        self._add_pain(foot, "after", session.pain_after)
        foot.addStretch(1)
        rows.addSpacing(8)
        rows.addLayout(foot)
        self._show_inside()

    def show_needs(self, things: list[Equipment]) -> None:
        """What to have at hand, and what does instead."""
        rows = self._start_over()
        rows.addWidget(Label("If something is missing", Role.H3, wrap=True, parent=self._inside))
        for thing in things:
            rows.addSpacing(6)
            rows.addWidget(Label(thing.name, Role.SMALL_BOLD, wrap=True, parent=self._inside))
            rows.addWidget(Label(thing.substitute, Role.SMALL, Tone.INK2, wrap=True, parent=self._inside))
        rows.addStretch(1)
        self._show_inside()

    def _start_over(self) -> QVBoxLayout:
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget(self)
        self.body.addWidget(self._inside, 1)
        rows = QVBoxLayout(self._inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        return rows

    def _show_inside(self) -> None:
        # Left to the layout it would appear one round of events later, as a flicker
        if self._inside is not None and not self.isHidden():
            self._inside.show()

    def _exercise_row(self, session: SessionRecord, item: int, exercise: str) -> QHBoxLayout:
        known = self._exercises.get(exercise)
        row = QHBoxLayout()
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(8)
        name = Label(known.short_name if known else exercise, Role.SMALL, wrap=True, parent=self._inside)
        row.addWidget(name, 1)
        row.addWidget(
            Label(done_words(session, item), Role.SMALL, Tone.INK2, parent=self._inside), 0, Qt.AlignmentFlag.AlignRight
        )
        return row

    def _add_pain(self, row: QHBoxLayout, word: str, pain: int | None) -> None:
        if pain is None:
            return
        row.addWidget(Label(word, Role.SMALL, Tone.INK2, parent=self._inside))
        row.addWidget(PainSwatch(pain, parent=self._inside))

    def _ask_for_session(self) -> None:
        self.session_requested.emit(self._session)


def done_words(session: SessionRecord, item: int) -> str:
    """What was done of one exercise: in sets when all were or none, else in what was counted: "9 of 40 reps"."""
    sizes = [prescription.dosage.sets * _sides(prescription) for prescription in session.routine.items]
    first, planned, dosage = sum(sizes[:item]), sizes[item], session.routine.items[item].dosage
    worked = [
        one for one in session.sets if first <= one.index < first + planned and one.status is not SetStatus.SKIPPED
    ]
    if all(one.status is SetStatus.DONE for one in worked):
        return f"{len(worked)} of {planned} sets"
    if dosage.reps is not None:
        return f"{sum(one.reps or 0 for one in worked)} of {dosage.reps * planned} reps"
    return f"{round(sum(one.seconds for one in worked))} of {round((dosage.seconds or 0) * planned)} s"


def _sides(prescription: Prescription) -> int:
    return 2 if prescription.dosage.sides is Sides.EACH else 1
