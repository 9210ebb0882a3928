"""Which beep tells what happened."""

from collections.abc import Iterable

from kneecoach.domain.session import Countdown, HalfWay, LeadStarted, SessionEnded, SessionEvent, WorkStarted
from kneecoach.domain.session_record import SessionStatus
from kneecoach.domain.timeline import Lead, PlannedSet
from kneecoach.ui.sounds import Beep


def beep_for(event: SessionEvent) -> Beep | None:
    """The beep of one event, None for what is only seen."""
    if isinstance(event, LeadStarted):
        return _lead_beep(event.planned)
    if isinstance(event, WorkStarted):
        return Beep.START
    if isinstance(event, Countdown):
        return Beep.TICK
    if isinstance(event, HalfWay):
        return Beep.HALF_WAY
    if isinstance(event, SessionEnded) and event.status is SessionStatus.COMPLETED:
        return Beep.END
    return None


def beep_of(events: Iterable[SessionEvent]) -> Beep | None:
    """One beep for what happened at once: the last thing counts."""
    beeps = [beep for event in events if (beep := beep_for(event)) is not None]
    return beeps[-1] if beeps else None


def _lead_beep(planned: PlannedSet) -> Beep:
    last = planned.number == planned.dosage.sets > 1
    if planned.lead is Lead.REST:
        return Beep.LAST_SET if last else Beep.CHANGE
    return Beep.CHANGE if planned.lead is Lead.CHANGE_SIDE else Beep.GET_READY
