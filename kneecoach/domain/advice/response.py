"""How the knee took it: R10 in an exercise, R11 on a run, R12 an hour later, R13 next morning, R24 masked runs.

What was found stays until something logged later answers it. What was not said answers nothing.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.told import in_told_order, is_moved, told_session
from kneecoach.domain.advice.words import Said, day_of_words, found
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.local_time import later, utc
from kneecoach.domain.pain import PainEntry, PainPhase, Quality
from kneecoach.domain.pain_gate import Gate
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.told_before import CHANGED

HOUR_ASKED_WITHIN = timedelta(minutes=120)
"""After the end of the run. An answer that comes later counts all the same."""


def exercise_gate(log: TrainingLog, profile: Profile) -> Finding | None:
    """R10 for the exercise that hurt most when it was last done with a score said; the gravest of them."""
    gates = exercise_gates(log, profile)
    return max(gates, key=lambda one: (one.level, dict(one.values)["pain"]), default=None)


def exercise_gates(log: TrainingLog, profile: Profile) -> list[Finding]:
    """R10 for each exercise that hurt when it was last done with a score said, the newest first."""
    sharp: dict[UUID, int] = {}
    for entry in log.pains:
        if is_sharp(entry) and entry.of is not None:
            sharp[entry.of] = min(entry.score, sharp.get(entry.of, entry.score))
    answered: set[str] = set()
    found: list[Finding] = []
    for session in reversed(log.sessions):
        if session.id not in log.earlier_sessions and not _says_more(session, answered):
            continue
        told = told_session(session, log)
        highest, now = _highest(told, answered), _highest(session, answered)
        for exercise, pain in highest.items():
            # Which set was sharp is not kept; one whose highest pain stays under it was not
            gate = profile.zones.gate(pain, told.pain_before, sharp=pain >= sharp.get(session.id, pain + 1))
            level = _LEVELS[gate]
            # What warned of nothing and was taken back answers nothing
            if level is not None or exercise in now:
                answered.add(exercise)
            if level is not None:
                same = (now.get(exercise), session.pain_before) == (pain, told.pain_before)
                found.append(_exercise_finding(log, profile, (level, pain, told, exercise), "" if same else CHANGED))
    return found


_LEVELS = {Gate.GREEN: None, Gate.AMBER: Level.CAUTION, Gate.RED: Level.STOP}


def _says_more(session: SessionRecord, answered: Collection[str]) -> bool:
    if session.pains:
        return True
    # A plain loop: it is gone through for every session of many years
    for done in session.sets:  # noqa: SIM110
        if done.pain is not None and done.exercise not in answered:
            return True
    return False


def is_sharp(entry: PainEntry) -> bool:
    """Whether it hurt sharply in an exercise."""
    return entry.phase is PainPhase.EXERCISE and entry.score > 0 and Quality.SHARP in entry.qualities


def _highest(session: SessionRecord, answered: Collection[str]) -> dict[str, int]:
    """The highest pain of each exercise but those, in its sets and in one that was never ended."""
    sets = (done for done in session.sets if done.exercise not in answered)
    said = [(done.exercise, done.pain) for done in sets if done.pain is not None]
    if session.pains:
        planned = [item.exercise for item in session.routine.items for _ in range(item.dosage.sets_played)]
        said += [(planned[index], pain) for index, pain in session.pains if 0 <= index < len(planned)]
    highest: dict[str, int] = {}
    for exercise, pain in said:
        if exercise not in answered:
            highest[exercise] = max(pain, highest.get(exercise, 0))
    return highest


def _exercise_finding(
    log: TrainingLog, profile: Profile, hurt: tuple[Level, int, SessionRecord, str], changed: str
) -> Finding:
    level, pain, session, exercise = hurt
    known = log.exercises.get(exercise)
    values: dict[str, int | str] = {
        "pain": pain,
        "exercise": known.name if known is not None else exercise.replace("_", " "),
        "day": day_of_words(session.started_at.date()),
        "green": profile.green_max,
        "start": "" if session.pain_before is None else session.pain_before,
        "changed": changed,
    }
    return found("R10.stop" if level is Level.STOP else "R10.caution", Said(level, values, (session.id,)))


def run_gate(log: TrainingLog, profile: Profile) -> Finding | None:
    """R11: pain and a limp are two questions; each stays as it was last answered without a painkiller."""

    def hurt(run: Run) -> bool:
        return (run.pain_max or 0) > profile.green_max

    by_pain = in_told_order(log, profile, warns=hurt)
    by_limp = in_told_order(log, profile, warns=lambda run: bool(run.limp))
    sore = [run for run in _last_said(by_pain, log, lambda run: run.pain_max) if hurt(run)]
    limped = [run for run in _last_said(by_limp, log, lambda run: run.limp) if run.limp]
    worst = max(sore, key=lambda run: run.pain_max or 0, default=None)
    if limped:
        return _run_finding(limped[0], log, profile, other=worst)
    return None if worst is None else _run_finding(worst, log, profile)


def _last_said(runs: Sequence[Run], log: TrainingLog, of: Callable[[Run], int | None]) -> list[Run]:
    """The last run that answers a question, and before it those whose answer a painkiller may have hidden.

    What was said once and taken back warns, and answers nothing.
    """
    now = {run.id: run for run in log.runs}
    said: list[Run] = []
    for run in reversed(runs):
        if of(run) is not None:
            said.append(run)
            if not run.painkiller and of(now[run.id]) is not None:
                break
    return said


def _run_finding(run: Run, log: TrainingLog, profile: Profile, other: Run | None = None) -> Finding:
    pain = run.pain_max or 0
    what = [f"{pain} of 10"] if pain > profile.green_max else []
    stop = run.limp or pain > profile.amber_max
    elsewhere = other if other is not None and other.id != run.id else None
    values: dict[str, int | str] = {
        "pain": pain,
        "what": " and ".join([*what, "a limp"] if run.limp else what),
        "day": day_of_words(run.at.date()),
        "distance_m": run.distance_m,
        "green": profile.green_max,
        "hours": profile.return_off_hours,
        "other": "" if elsewhere is None else elsewhere.pain_max or 0,
        "other_day": "" if elsewhere is None else day_of_words(elsewhere.at.date()),
        "changed": CHANGED if any(one is not None and _is_changed(one, log) for one in (run, elsewhere)) else "",
    }
    read = (run.id,) if elsewhere is None else (run.id, elsewhere.id)
    return found("R11.stop" if stop else "R11.caution", Said(Level.STOP if stop else Level.CAUTION, values, read))


def _is_changed(told: Run, log: TrainingLog) -> bool:
    """Whether the diary says something else of this run than was told."""
    now = next((run for run in log.runs if run.id == told.id), told)
    return (now.pain_max, now.limp) != (told.pain_max, told.limp) or is_moved(now, log)


def hour_of(run: Run, log: TrainingLog) -> tuple[int | None, int | None]:
    """The pain before a run and that an hour after its end, whenever each was told; None for what nobody says.

    The source of R12 sets no limit. What was changed on a later day than it was told counts beside what it was changed
    to, and the worse of them is taken: a later change answers what was open, but never hides a warning. What was taken
    back warns still, and reassures no more.
    """
    said = [one.pain_60 for one in (run, *log.earlier.get(run.id, ())) if one.pain_60 is not None]
    before, after = before_it(run, log), max(said, default=None)
    if before is not None and after is not None and after > before:
        return before, after
    return None if run.pain_before is None else before, None if run.pain_60 is None else after


def before_it(run: Run, log: TrainingLog) -> int | None:
    """The pain before the run that the hour after it is measured by: the lowest told, as in `hour_of`."""
    said = [one.pain_before for one in (run, *log.earlier.get(run.id, ())) if one.pain_before is not None]
    return min(said, default=None)


def asks_for_the_hour(run: Run, now: datetime) -> bool:
    """Whether the pain an hour after it is still to come: it was said before, not after, and it ended lately."""
    ended = later(run.at, timedelta(seconds=run.seconds or 0))
    soon = utc(now) - utc(ended) <= HOUR_ASKED_WITHIN
    return run.pain_before is not None and run.pain_60 is None and soon


def hour_later(log: TrainingLog, profile: Profile) -> Finding | None:
    """R12: the last run of which both the pain before it and that an hour after it are known."""

    def rose(run: Run) -> bool:
        before, after = hour_of(run, log)
        return after is not None and before is not None and after > before

    for told in reversed(in_told_order(log, profile, warns=rose)):
        run = next(one for one in log.runs if one.id == told.id)
        before, after = hour_of(run, log)
        if after is None or before is None:
            continue
        if after > before:
            values: dict[str, int | str] = {
                "later": after,
                "before": before,
                "day": day_of_words(run.at.date()),
                "changed": ""
                if (after, before) == (run.pain_60, run.pain_before) and not is_moved(run, log)
                else CHANGED,
            }
            return found("R12.caution", Said(Level.CAUTION, values, (run.id,)))
        if not told.painkiller:
            return None
    return None


def masked_run(log: TrainingLog, profile: Profile) -> Finding | None:
    """R24, for the last run."""
    runs = in_told_order(log, profile, warns=lambda run: bool(run.painkiller))
    if not runs or not runs[-1].painkiller:
        return None
    run = next(one for one in log.runs if one.id == runs[-1].id)
    changed = not run.painkiller or run is not log.runs[-1]
    values = {"day": day_of_words(run.at.date()), "changed": CHANGED if changed else ""}
    return found("R24.info", Said(Level.INFO, values, (run.id,)))
