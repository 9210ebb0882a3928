"""R20 takes long, so what it found is kept until a run changes, however that came about."""

from uuid import UUID

from kneecoach.domain.advice.log import TrainingLog, log_at
from kneecoach.domain.advice.pattern import Looked, pattern, runs_read
from kneecoach.domain.advice.profile import Profile
from kneecoach.storage import patterns
from kneecoach.storage.database import Store


def kept(store: Store, person_id: UUID, log: TrainingLog, profile: Profile) -> Looked | None:
    """What R20 found in these very runs; None when it has not read them yet as they are now."""
    with store.begin() as tx:
        looked = patterns.looked(tx, person_id)
    known = looked is not None and looked.runs == runs_read(log_at(log.now, log), profile)
    return looked if known else None


def look(log: TrainingLog, profile: Profile) -> Looked:
    """Let R20 read these runs: some seconds over many years. It reads no store, so it can be done beside the window."""
    now = log_at(log.now, log)
    return Looked(runs_read(now, profile), pattern(now, profile))


def keep(store: Store, person_id: UUID, looked: Looked) -> None:
    """Keep what was found; of runs that have changed meanwhile it is never told."""
    with store.begin() as tx:
        patterns.keep(tx, person_id, looked)
