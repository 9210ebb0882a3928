"""How the knee took it: R10 in an exercise, R11 on a run, R12 an hour later, R13 next morning, R24 masked runs.

What was found stays until something logged later answers it. What was not said answers nothing.
"""

from fractions import Fraction

from kneecoach.domain.advice.log import DAY, TrainingLog
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.words import Said, day_of_words, found
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.morning import MorningCheck, usual_morning
from kneecoach.domain.pain import Amount, PainEntry, PainPhase, Quality
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord


def exercise_gate(log: TrainingLog, profile: Profile) -> Finding | None:
    """R10 for the exercise that hurt most when it was last done with a score said; the gravest of them."""
    sharp = {entry.of for entry in log.pains if _is_sharp(entry)}
    answered: set[str] = set()
    worst: tuple[Level, int, SessionRecord, str] | None = None
    for session in reversed(log.sessions):
        for exercise, pain in _highest(session).items():
            if exercise in answered:
                continue
            answered.add(exercise)
            level = _gate(pain, session.pain_before, profile, sharp=session.id in sharp)
            if level is not None and (worst is None or (level, pain) > worst[:2]):
                worst = (level, pain, session, exercise)
    return None if worst is None else _exercise_finding(log, profile, worst)


def _is_sharp(entry: PainEntry) -> bool:
    return entry.of is not None and entry.phase is PainPhase.EXERCISE and Quality.SHARP in entry.qualities


def _highest(session: SessionRecord) -> dict[str, int]:
    highest: dict[str, int] = {}
    for done in session.sets:
        if done.pain is not None:
            highest[done.exercise] = max(done.pain, highest.get(done.exercise, 0))
    return highest


def _gate(pain: int, start: int | None, profile: Profile, *, sharp: bool) -> Level | None:
    risen = start is not None and pain - start >= profile.rise
    if pain > profile.amber_max or risen or (sharp and pain > 0):
        return Level.STOP
    return Level.CAUTION if pain > profile.green_max else None


def _exercise_finding(log: TrainingLog, profile: Profile, worst: tuple[Level, int, SessionRecord, str]) -> Finding:
    level, pain, session, exercise = worst
    known = log.exercises.get(exercise)
    start = "" if session.pain_before is None else f"Before the session: {session.pain_before} of 10"
    values: dict[str, int | str] = {
        "pain": pain,
        "exercise": known.name if known is not None else exercise.replace("_", " "),
        "day": day_of_words(session.started_at.date()),
        "green": profile.green_max,
        "start": start,
    }
    return found("R10.stop" if level is Level.STOP else "R10.caution", Said(level, values, (session.id,)))


def run_gate(log: TrainingLog, profile: Profile) -> Finding | None:
    """R11: pain and a limp are two questions; each stays as it was last answered."""
    pain_known = limp_known = False
    for run in reversed(log.runs):
        painful = not pain_known and run.pain_max is not None and run.pain_max > profile.green_max
        limped = not limp_known and run.limp is True
        if painful or limped:
            return _run_finding(run, profile, painful=painful, limped=limped)
        if not run.painkiller:
            pain_known = pain_known or run.pain_max is not None
            limp_known = limp_known or run.limp is False
        if pain_known and limp_known:
            return None
    return None


def _run_finding(run: Run, profile: Profile, *, painful: bool, limped: bool) -> Finding:
    pain = run.pain_max if painful and run.pain_max is not None else 0
    stop = limped or pain > profile.amber_max
    what = [f"{pain} of 10"] if painful else []
    values: dict[str, int | str] = {
        "pain": pain,
        "what": " and ".join([*what, "a limp"] if limped else what),
        "day": day_of_words(run.at.date()),
        "distance_m": run.distance_m,
        "green": profile.green_max,
    }
    level = Level.STOP if stop else Level.CAUTION
    return found("R11.stop" if stop else "R11.caution", Said(level, values, (run.id,)))


def hour_later(log: TrainingLog, _profile: Profile) -> Finding | None:
    """R12: the last run of which both the pain before it and that an hour after it are known."""
    for run in reversed(log.runs):
        if run.pain_60 is None or run.pain_before is None:
            continue
        if run.pain_60 > run.pain_before:
            day = day_of_words(run.at.date())
            values: dict[str, int | str] = {"later": run.pain_60, "before": run.pain_before, "day": day}
            return found("R12.caution", Said(Level.CAUTION, values, (run.id,)))
        if not run.painkiller:
            return None
    return None


def next_morning(log: TrainingLog, profile: Profile) -> Finding | None:
    """R13: pain and swelling are two questions; a later morning answers each for the one that fired."""
    least_since: int | None = None
    dry_since = False
    hidden = {run.at.date() for run in log.runs if run.painkiller}
    loaded = log.run_days() | {one.started_at.date() for one in log.sessions if one.highest_pain}
    for check in reversed(log.mornings):
        if check.on - DAY in loaded:
            level = _morning_level(log, check)
            above = level is not None and check.pain > level
            answered = least_since is not None and level is not None and least_since <= level
            swollen = check.swelling in (Amount.LITTLE, Amount.CLEAR)
            if (above and not answered) or (swollen and not dry_since):
                return _morning_finding(check, level, profile, swollen=swollen and not dry_since)
        if check.on - DAY in hidden:
            continue
        least_since = check.pain if least_since is None else min(check.pain, least_since)
        dry_since = dry_since or check.swelling is Amount.NONE
    return None


def _morning_level(log: TrainingLog, check: MorningCheck) -> Fraction | None:
    """What the morning is measured by: the usual one before the loaded day, else the least pain before its runs."""
    day = check.on - DAY
    usual = usual_morning(log.mornings, day)
    if usual is not None:
        return usual
    before = [run.pain_before for run in log.runs_between(day, day) if run.pain_before is not None]
    before += [one.pain_before for one in log.worked(day, day) if one.pain_before is not None]
    return Fraction(min(before)) if before else None


def _morning_finding(check: MorningCheck, level: Fraction | None, profile: Profile, *, swollen: bool) -> Finding:
    stop = swollen or (level is not None and check.pain >= level + profile.rest_above)
    values: dict[str, int | str] = {
        "pain": check.pain,
        "day": day_of_words(check.on),
        "usual": "your usual morning is not known yet" if level is None else f"your usual is {_number(level)}",
        "clear": check.pain if level is None else int(level),
        "swollen": " and swelling" if swollen else "",
    }
    said = Said(Level.STOP if stop else Level.CAUTION, values, (check.id,))
    return found("R13.stop" if stop else "R13.caution", said)


def _number(level: Fraction) -> str:
    return str(level) if level.denominator == 1 else f"{float(level):.1f}"


def masked_run(log: TrainingLog, _profile: Profile) -> Finding | None:
    """R24, for the last run."""
    if not log.runs or not log.runs[-1].painkiller:
        return None
    run = log.runs[-1]
    return found("R24.info", Said(Level.INFO, {"day": day_of_words(run.at.date())}, (run.id,)))
