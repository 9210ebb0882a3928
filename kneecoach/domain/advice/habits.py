"""What surrounds the training: R21 for ice, R22 for the warm-up, R23 for shoes."""

from dataclasses import replace
from datetime import timedelta

from kneecoach.domain.advice.log import DAY, TrainingLog
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.words import Said, day_of_words, found
from kneecoach.domain.exercise import Kind
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.ice_guard import before_ice, run_after_ice
from kneecoach.domain.local_time import utc
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.shoe import shoe_distance_m
from kneecoach.domain.warm_up_order import LONG_HOLD, warm_up_notes

LATELY = timedelta(days=2)
BEFORE_RUN = timedelta(minutes=15)


def ice(log: TrainingLog, _profile: Profile) -> Finding | None:
    """R21 for the last ice of two days, and for a run after it."""
    if not log.ices or utc(log.now) - utc(log.ices[-1].at) >= LATELY:
        return None
    last = log.ices[-1]
    earlier = log.ices[-2] if len(log.ices) > 1 else None
    said = list(before_ice(last.minutes, last.at, cloth=last.cloth, last=earlier))
    after = (run_after_ice(run.at, (last,)) for run in log.runs if utc(run.at) >= utc(last.at))
    said += [finding for finding in after if finding is not None]
    return replace(said[0], entries=(last.id,)) if said else None


def warm_up(log: TrainingLog, profile: Profile) -> Finding | None:
    """R22 for the last warm-up of a week: pain on the roller, else its order and doses."""
    sessions = [one for one in log.worked(log.today - 6 * DAY, log.today) if one.routine.id in log.warm_ups]
    if not sessions:
        return None
    last = sessions[-1]
    return _sore_roll(log, last, profile) or _order(log, last)


def _sore_roll(log: TrainingLog, session: SessionRecord, profile: Profile) -> Finding | None:
    known = log.exercises
    rolled = (one for one in session.sets if one.exercise in known and known[one.exercise].kind is Kind.ROLL)
    sore = [one for one in rolled if one.pain is not None and one.pain >= profile.roll_pain]
    worst = max(sore, key=lambda one: one.pain or 0, default=None)
    if worst is None or worst.pain is None:
        return None
    values: dict[str, int | str] = {
        "pain": worst.pain,
        "exercise": known[worst.exercise].name,
        "day": day_of_words(session.started_at.date()),
        "least": profile.roll_pain,
    }
    return found("R22.roll", Said(Level.CAUTION, values, (session.id,)))


def _order(log: TrainingLog, session: SessionRecord) -> Finding | None:
    if any(item.exercise not in log.exercises for item in session.routine.items):
        return None
    notes = warm_up_notes(session.routine, log.exercises)
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
    end = utc(session.ended_at or session.started_at)
    return any(timedelta() <= utc(run.at) - end <= BEFORE_RUN for run in log.runs)


def shoes(log: TrainingLog, profile: Profile) -> Finding | None:
    """R23 for the pair in use that has gone furthest."""
    gone = [(shoe_distance_m(shoe, log.runs), shoe) for shoe in log.shoes if shoe.retired is None]
    if not gone:
        return None
    metres, shoe = max(gone, key=lambda one: one[0])
    if metres < profile.shoe_info_m:
        return None
    caution = metres >= profile.shoe_caution_m
    said = Said(Level.CAUTION if caution else Level.INFO, {"distance_m": metres, "shoe": f"“{shoe.name}”"}, (shoe.id,))
    return found("R23.caution" if caution else "R23.info", said)
