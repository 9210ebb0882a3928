"""How a set stands on the ruler once it has a record: the same on Today and in the player."""

from kneecoach.domain.session_record import SetRecord, SetStatus
from kneecoach.domain.timeline import PlannedSet
from kneecoach.ui.widgets.routine_ruler import Box, State

STATES = {SetStatus.DONE: State.DONE, SetStatus.PARTIAL: State.PARTIAL, SetStatus.SKIPPED: State.SKIPPED}


def recorded_box(planned: PlannedSet, record: SetRecord | None, name: str) -> Box:
    """A box as wide as the work is long, filled as far as the set was done."""
    if record is None:
        return Box(planned.work_s, name=name)
    done = record.reps if record.reps is not None else record.seconds
    wanted = planned.dosage.reps if record.reps is not None else planned.dosage.seconds
    return Box(planned.work_s, STATES[record.status], min(1.0, done / (wanted or 1)), name)
