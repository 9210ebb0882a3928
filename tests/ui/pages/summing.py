"""A summary page in a test's hands: a session on a disk that may refuse, and what was kept of it."""

from dataclasses import replace
from datetime import timedelta

from kneecoach.domain.exercise import Side
from kneecoach.domain.session_record import SessionStatus, SetStatus
from kneecoach.storage import sessions
from kneecoach.storage.database import open_in_memory
from kneecoach.ui.changes import Changes
from kneecoach.ui.pages.summary_page import SummaryPage
from tests.builders import A_DAY, a_routine, a_session_record, a_set_record, counted, exercises_of, timed
from tests.fakes import FickleStore


def a_record(**more):
    """Roll for 30 s on both sides, then two sets of ten on both sides; the last one was cut short."""
    routine = a_routine(timed(30), counted(10, sets=2))
    sides = [(0, 1, Side.LEFT), (0, 1, Side.RIGHT)]
    sides += [(1, number, side) for number in (1, 2) for side in (Side.LEFT, Side.RIGHT)]
    sets = tuple(
        a_set_record(
            index,
            exercise=f"exercise_{item}",
            number=number,
            side=side,
            reps=10 if item else None,
            seconds=35.0 if item else 30.0,
        )
        for index, (item, number, side) in enumerate(sides)
    )
    sets = (*sets[:-1], replace(sets[-1], reps=6, status=SetStatus.PARTIAL))
    fields = {
        "person": None,
        "routine": routine,
        "ended_at": A_DAY + timedelta(minutes=7),
        "status": SessionStatus.COMPLETED,
        "pain_before": 3,
        "sets": sets,
    }
    return a_session_record(**fields | more)


class Summed:
    def __init__(self, qtbot, record, *, size=(1280, 800), later=timedelta(0)):
        self.store = FickleStore(open_in_memory())
        with self.store.begin() as tx:
            sessions.add(tx, record)
            for done in record.sets:
                sessions.keep_set(tx, record.id, done)
            sessions.close(tx, record.id, record.status, record.ended_at)
            sessions.replace(tx, record.id, pain_after=record.pain_after, stop_reason=record.stop_reason or None)
        self.id = record.id
        self.changes = Changes()
        self.changed = []
        self.changes.sessions.connect(lambda: self.changed.append(1))
        self.page = SummaryPage(
            record.id,
            self.store,
            exercises=exercises_of(record.routine),
            changes=self.changes,
            wall=lambda: record.ended_at + later,
        )
        qtbot.addWidget(self.page)
        self.finished = []
        self.page.finished.connect(lambda: self.finished.append(1))
        self.page.resize(*size)
        self.page.show()
        qtbot.waitExposed(self.page)

    def kept(self):
        with self.store.begin() as tx:
            return sessions.session(tx, self.id)

    def titles(self):
        return [step.title for step in self.page.next.steps()]
