"""What surrounds the training: R21 for ice, R22 for the warm-up, R23 for shoes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from kneecoach.domain.advice.log import DAY, TrainingLog
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.words import Said, day_of_words, found
from kneecoach.domain.exercise import Kind
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.ice import BEFORE_RUN, CAUTION_ABOVE_MINUTES, GAP, Ice
from kneecoach.domain.local_time import utc
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord, SessionStatus, SetStatus
from kneecoach.domain.shoe import Shoe, Wear, shoe_distance_m
from kneecoach.domain.warm_up_order import LONG_HOLD, warm_up_notes

TO_COMPARE = 2
LATELY = timedelta(days=2)
STRETCHED_BEFORE = timedelta(minutes=15)


def ice(log: TrainingLog, _profile: Profile) -> Finding | None:
    """R21 for the last ice of two days, and for a run after it."""
    if not log.ices or utc(log.now) - utc(log.ices[-1].at) >= LATELY:
        return None
    last = log.ices[-1]
    gap = utc(last.at) - utc(log.ices[-2].ends) if len(log.ices) > 1 else GAP
    run = _run_after(log, last)
    values: dict[str, int | str] = {
        "minutes": last.minutes,
        "most": CAUTION_ABOVE_MINUTES,
        "day": day_of_words(last.at.date()),
    }
    if last.cloth is False:
        return found("R21.bare", Said(Level.CAUTION, values, (last.id,)))
    if last.minutes > CAUTION_ABOVE_MINUTES:
        return found("R21.long", Said(Level.CAUTION, values, (last.id,)))
    if gap < GAP:
        values["gap"] = _minutes(gap)
        return found("R21.soon", Said(Level.CAUTION, values, (last.id, log.ices[-2].id)))
    if run is None:
        return None
    values |= {"ice_day": values["day"], "day": day_of_words(run.at.date())}
    values["gap"] = _minutes(utc(run.at) - utc(last.ends))
    return found("R21.run", Said(Level.CAUTION, values, (last.id, run.id)))


def _run_after(log: TrainingLog, last: Ice) -> Run | None:
    since = (run for run in reversed(log.runs) if utc(run.at) >= utc(last.at))
    return next((run for run in since if utc(run.at) - utc(last.ends) < BEFORE_RUN), None)


def _minutes(gap: timedelta) -> str:
    """ "1 h 59 min": begun minutes do not count."""
    hours, minutes = divmod(max(0, int(gap.total_seconds())) // 60, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def warm_up(log: TrainingLog, profile: Profile) -> Finding | None:
    """R22 for a week: pain when a roll was last scored, else order and doses of the last warm-up played to its end."""
    sessions = log.worked(log.today - 6 * DAY, log.today)
    warm_ups = [one for one in sessions if one.routine.id in log.warm_ups and one.status is SessionStatus.COMPLETED]
    return _sore_roll(log, sessions, profile) or (_order(log, warm_ups[-1]) if warm_ups else None)


def _sore_roll(log: TrainingLog, sessions: Sequence[SessionRecord], profile: Profile) -> Finding | None:
    known = log.exercises
    for session in reversed(sessions):
        rolled = (one for one in session.sets if one.exercise in known and known[one.exercise].kind is Kind.ROLL)
        pain, exercise = max(((one.pain, one.exercise) for one in rolled if one.pain is not None), default=(None, ""))
        if pain is None:
            continue
        if pain < profile.roll_pain:
            return None
        values: dict[str, int | str] = {
            "pain": pain,
            "exercise": known[exercise].name,
            "day": day_of_words(session.started_at.date()),
            "least": profile.roll_pain,
        }
        return found("R22.roll", Said(Level.CAUTION, values, (session.id,)))
    return None


def _order(log: TrainingLog, session: SessionRecord) -> Finding | None:
    done = {one.exercise for one in session.sets if one.status is not SetStatus.SKIPPED}
    items = tuple(item for item in session.routine.items if item.exercise in done)
    if not items or any(item.exercise not in log.exercises for item in items):
        return None
    notes = warm_up_notes(replace(session.routine, items=items), log.exercises)
    if not _ran_after(log, session):
        notes = tuple(note for note in notes if note is not LONG_HOLD)
    if not notes:
        return None
    values: dict[str, int | str] = {
        "lead": notes[0].lead.rstrip("."),
        "said": notes[0].text,
        "routine": session.routine.name,
        "day": day_of_words(session.started_at.date()),
    }
    return found("R22.order", Said(Level.INFO, values, (session.id,)))


def _ran_after(log: TrainingLog, session: SessionRecord) -> bool:
    end = session.ended_at or session.started_at
    runs = log.runs_between(end.date() - DAY, end.date() + DAY)
    return any(timedelta() <= utc(run.at) - utc(end) <= STRETCHED_BEFORE for run in runs)


def shoes(log: TrainingLog, profile: Profile) -> Finding | None:
    """R23 for the pair in use that has gone furthest."""
    gone = [(shoe_distance_m(shoe, log.runs), shoe) for shoe in in_use(log)]
    metres, shoe = max(gone, key=lambda one: one[0], default=(0, None))
    wear = profile.wear(metres)
    if shoe is None or wear is Wear.FINE:
        return None
    caution = wear is Wear.CAUTION
    said = Said(Level.CAUTION if caution else Level.INFO, {"distance_m": metres, "shoe": f"“{shoe.name}”"}, (shoe.id,))
    return found("R23.caution" if caution else "R23.info", said)


def newest_shoe(log: TrainingLog, patterns: Iterable[Finding]) -> Finding | None:
    """R23 for a pattern (R20) of the newest pair in use."""
    first_runs = {run.shoe: run.at.date() for run in reversed(log.runs)}
    began = [(shoe.first_day or first_runs.get(shoe.id, date.min), shoe) for shoe in in_use(log)]
    if len(began) < TO_COMPARE:
        return None
    _, newest = max(began, key=lambda one: one[0])
    for pattern in patterns:
        values = dict(pattern.values)
        if values.get("shoe") == str(newest.id):
            read = {name: values[name] for name in ("in_mean", "in_n", "out_mean", "out_n")}
            said = Said(Level.INFO, {"shoe": f"“{newest.name}”", **read}, (newest.id, *pattern.entries))
            return found("R23.newest", said)
    return None


def in_use(log: TrainingLog) -> list[Shoe]:
    """The pairs that are worn today."""
    today = log.today
    known = (shoe for shoe in log.shoes if shoe.first_day is None or shoe.first_day <= today)
    return [shoe for shoe in known if shoe.retired is None or shoe.retired > today]
