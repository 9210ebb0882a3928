"""The book of a session: for each planned set at most one record, and what was tried before it was written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from kneecoach.domain.session_clock import MICROSECONDS
from kneecoach.domain.session_head import work_us
from kneecoach.domain.session_record import SetRecord, SetStatus
from kneecoach.domain.timeline import PlannedSet

SHORTEST_TRY_S = 1.0
"""Less than this of timed work is a set that was skipped, not one that was begun."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """The best that was done in one set so far."""

    reps: int = 0
    worked_us: int = 0


class SetBook:
    """Keeps the best of all attempts at a set; a done set is changed by nothing but a higher pain."""

    def __init__(self, session_id: UUID, records: Iterable[SetRecord], pains: Mapping[int, int]) -> None:
        self.records = {record.index: record for record in records}
        self._session_id = session_id
        self._attempts: dict[int, Attempt] = {}
        self.pains = dict(pains)

    def hold(self, index: int, *, reps: int, worked_us: int) -> None:
        """Remember an attempt that ended without a record."""
        best = self._attempts.get(index, Attempt())
        self._attempts[index] = Attempt(max(best.reps, reps), max(best.worked_us, worked_us))

    def write(self, planned: PlannedSet) -> SetRecord | None:
        """Make or better the record of a set from its best attempt; None when nothing changed."""
        old = self.records.get(planned.index)
        if old is not None and old.status is SetStatus.DONE:
            return self._keep(replace(old, pain=self._pain(planned.index)))
        best = self._attempts.get(planned.index, Attempt())
        seconds = max(best.worked_us / MICROSECONDS, old.seconds if old else 0.0)
        reps = None
        if planned.dosage.reps is not None:
            reps = max(best.reps, (old.reps or 0) if old else 0)
        return self._keep(
            SetRecord(
                id=uuid5(self._session_id, str(planned.index)),
                index=planned.index,
                exercise=planned.exercise.id,
                number=planned.number,
                side=planned.side,
                reps=reps,
                seconds=seconds,
                status=_status(planned, reps, seconds),
                pain=self._pain(planned.index),
            )
        )

    def was_tried(self, planned: PlannedSet) -> bool:
        """Whether an attempt is remembered that amounts to something."""
        best = self._attempts.get(planned.index, Attempt())
        reps = None if planned.dosage.reps is None else best.reps
        return _status(planned, reps, best.worked_us / MICROSECONDS) is not SetStatus.SKIPPED

    def say_pain(self, planned: PlannedSet, score: int) -> SetRecord | None:
        """The highest score counts; the record, if there is one already and it changed."""
        self.pains[planned.index] = max(score, self.pains.get(planned.index, 0))
        return self.write(planned) if planned.index in self.records else None

    def _pain(self, index: int) -> int | None:
        old = self.records.get(index)
        said = (old.pain if old else None, self.pains.get(index))
        return max((pain for pain in said if pain is not None), default=None)

    def _keep(self, record: SetRecord) -> SetRecord | None:
        if self.records.get(record.index) == record:
            return None
        self.records[record.index] = record
        return record


def _status(planned: PlannedSet, reps: int | None, seconds: float) -> SetStatus:
    if reps is None:
        done = round(seconds * MICROSECONDS) >= work_us(planned)
        begun = seconds >= SHORTEST_TRY_S
    else:
        done = reps >= (planned.dosage.reps or 0)
        begun = reps > 0
    if done:
        return SetStatus.DONE
    return SetStatus.PARTIAL if begun else SetStatus.SKIPPED
