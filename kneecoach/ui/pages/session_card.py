"""The card on Today that shows the last session."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.session_record import SessionRecord, SessionStatus
from kneecoach.ui import words
from kneecoach.ui.widgets.buttons import LinkButton
from kneecoach.ui.widgets.card import Card
from kneecoach.ui.widgets.pain_swatch import PainSwatch
from kneecoach.ui.widgets.text import Label, Role, Tone

ENDS = {SessionStatus.COMPLETED: "", SessionStatus.STOPPED: ", stopped early", SessionStatus.OPEN: ", not ended"}


class SessionCard(Card):
    """Filled anew whenever the record changes; it is small."""

    session_requested = Signal(object)
    """The id of the session to see or correct."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(20, 12, 20, 12), parent=parent)
        self.body.setSpacing(4)
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
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self._add_pain(foot, "Pain before", session.pain_before)
        self._add_pain(foot, "after", session.pain_after)
        foot.addStretch(1)
        rows.addLayout(foot)
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

    def _add_pain(self, row: QHBoxLayout, word: str, pain: int | None) -> None:
        if pain is None:
            return
        row.addWidget(Label(word, Role.SMALL, Tone.INK2, parent=self._inside))
        row.addWidget(PainSwatch(pain, parent=self._inside))

    def _ask_for_session(self) -> None:
        self.session_requested.emit(self._session)
