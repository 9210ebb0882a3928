"""A stage as a session with a timer, and the run that a session of a stage was."""

from uuid import UUID, uuid5

from kneecoach.domain.advice.returning import STAGES, Stage
from kneecoach.domain.intervals import BRISK_WALK, numbered, part
from kneecoach.domain.routine import Pauses, Prescription, Routine
from kneecoach.domain.run import MAX_SECONDS, Run, RunKind, Surface
from kneecoach.domain.session_record import SessionRecord, SetStatus

ROUTINE = "return-to-running-"
BEFORE_MIN = 5
"""clinical.md R25: five minutes of brisk walking come before every stage that is run."""
READY_S = 10.0
USUAL_M = (2_500, 1_609, 2_414, 2_414, 3_219, 3_219, 3_219)
"""Trials 2023 gives each stage a distance, from one mile to two; that of the walk is 5 km/h."""
ESTIMATED = "Distance estimated from the stage, not measured."
WALKED = "Brisk walking only. Distance estimated, not measured."


def stage_routine(stage: Stage) -> Routine:
    """What the player plays of a stage: walking briskly, then running and walking by turns with no pause between."""
    parts = [(BRISK_WALK, BEFORE_MIN if stage.run_min else stage.walk_min)]
    for number in range(1, stage.repeats + 1 if stage.run_min else 1):
        parts.append((numbered("run", number, stage.repeats), stage.run_min))
        if stage.walk_min:
            parts.append((numbered("walk", number, stage.repeats), stage.walk_min))
    return Routine(
        id=f"{ROUTINE}{stage.number}",
        name=f"Return to running, stage {stage.number}",
        author="KneeCoach",
        version=1,
        items=tuple(Prescription(known_as, part(known_as, minutes)) for known_as, minutes in parts),
        pauses=Pauses(get_ready_s=0.0, change_position_s=READY_S, change_side_s=0.0),
    )


def stage_of(routine: Routine) -> Stage | None:
    """The stage that a routine is; None for any other routine."""
    if not routine.id.startswith(ROUTINE):
        return None
    known = {str(stage.number): stage for stage in STAGES}
    return known.get(routine.id.removeprefix(ROUTINE))


def run_id(session: UUID) -> UUID:
    """The id of the run that a session of a stage was."""
    return uuid5(session, "run")


def told_id(run: UUID) -> UUID:
    """The id of the session that stands for a run which was told to be a time at a stage."""
    return uuid5(run, "stage")


def run_of(record: SessionRecord) -> Run | None:
    """The run of a session that has ended; None of any other routine, a rehearsal, or when nothing was done.

    Pain that was not said in it is unknown until it is asked. The minutes of the walk before are not part of it,
    unless it was all that was done.
    """
    stage = stage_of(record.routine)
    if stage is None or record.rehearsal:
        return None
    moving = [done.seconds for done in record.sets if done.exercise != BRISK_WALK or not stage.run_min]
    seconds = round(sum(moving)) or round(sum(done.seconds for done in record.sets))
    if not seconds:
        return None
    said = [*dict(record.pains).values(), *(done.pain for done in record.sets if done.pain is not None)]
    return Run(
        id=run_id(record.id),
        at=record.started_at,
        distance_m=usual_m(stage, seconds),
        seconds=min(seconds, MAX_SECONDS),
        kind=RunKind.RUN_WALK if stage.walk_min else RunKind.EASY,
        surface=Surface.TREADMILL if stage.run_min else None,
        pain_before=record.pain_before,
        pain_max=max(said, default=None),
        stopped_early=not _whole(record),
        note=ESTIMATED if stage.run_min else WALKED,
    )


def usual_m(stage: Stage, seconds: int) -> int:
    """How far so much of a stage usually goes, in whole metres and at least one."""
    whole_s = 60 * stage.total_min
    return max(1, min(seconds, whole_s) * USUAL_M[stage.number] // whole_s)


def _whole(record: SessionRecord) -> bool:
    done = sum(one.status is SetStatus.DONE for one in record.sets)
    return done == len(record.routine.items) and not record.agreed
