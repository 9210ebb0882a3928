"""The session as lines: one for each change of stage, and one for each set once it is safe on disk."""

from kneecoach.domain.as_agreed import AsAgreed
from kneecoach.domain.exercise import Side
from kneecoach.domain.session import (
    Cause,
    LeadStarted,
    Paused,
    Resumed,
    Session,
    SessionEnded,
    SessionEvent,
    SetFinished,
    WorkStarted,
)
from kneecoach.domain.session_record import SessionStatus, SetRecord
from kneecoach.domain.timeline import Lead, PlannedSet
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.printable import number, visible

LEADS = {Lead.GET_READY: "Get ready", Lead.CHANGE_SIDE: "Change side", Lead.REST: "Rest"}
SIDES = {Side.LEFT: "left", Side.RIGHT: "right", Side.BOTH: "both sides"}
CAUSES = {
    Cause.ASKED: "Paused.",
    Cause.SLEPT: "Paused: the computer slept or this was stopped. That time does not count.",
    Cause.HURTS: "Paused: it hurts.",
    Cause.RESTARTED: "Paused: this session was not finished.",
}
ENDS = {
    SessionStatus.COMPLETED: "Done. The session is complete.",
    SessionStatus.STOPPED: "Ended here. What you did is kept.",
}


class PlainLines:
    """For pipes, logs and terminals that can only go forward; nothing is ever redrawn."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._asked = ("", "")

    def tell(self, event: SessionEvent, session: Session) -> None:
        """What happened, if it is worth a line."""
        line = line_of(event, session)
        if line:
            self._terminal.say(line)

    def draw(self, told: AsAgreed, message: str, keys: str) -> None:
        """What the keys do, when somebody is there to press them and it has changed."""
        if self._terminal.answers and (message, keys) != self._asked:
            self._asked = (message, keys)
            self._terminal.say(f"{message} [{keys}]".lstrip())


def line_of(event: SessionEvent, session: Session) -> str:
    """The line for an event; "" for the many that happen within a set."""
    line = ""
    match event:
        case LeadStarted(planned):
            line = f"{LEADS[planned.lead]}, {number(_lead_s(planned, session))} s: {which(planned)}"
        case WorkStarted(planned):
            line = f"Go: {which(planned)}, {amount(planned)}"
        case SetFinished(record):
            line = saved_line(record)
        case Paused(cause):
            line = CAUSES[cause]
        case Resumed():
            line = "Going on."
        case SessionEnded(status):
            line = ENDS[status]
    return line


def which(planned: PlannedSet) -> str:
    """Exercise, set and side: "Front lunge, set 1 of 2, left"."""
    return f"{visible(planned.exercise.name)}, set {planned.number} of {planned.dosage.sets}, {SIDES[planned.side]}"


def amount(planned: PlannedSet) -> str:
    """ "10 repetitions", "25 s"."""
    reps = planned.dosage.reps
    return f"{number(planned.work_s)} s" if reps is None else f"{reps} repetition{'' if reps == 1 else 's'}"


def saved_line(record: SetRecord) -> str:
    """The line that promises a set is on disk; its form is fixed, for other programs."""
    amount_done = number(record.seconds) if record.reps is None else str(record.reps)
    return f"saved {record.id} {record.exercise} set {record.number} {record.side.value} {amount_done}"


def _lead_s(planned: PlannedSet, session: Session) -> float:
    playing = session.playing
    here = playing.planned.index == planned.index and not playing.working
    return playing.length_s if here else planned.lead_s
