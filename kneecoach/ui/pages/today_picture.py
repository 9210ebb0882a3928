"""What Today says, worked out from the record alone: the last pain, the last session and the notes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum

from kneecoach.domain import known
from kneecoach.domain.exercise import Exercise, Side
from kneecoach.domain.pain import PainEntry, PainPhase
from kneecoach.domain.person import HurtingFor, Person
from kneecoach.domain.screening import Verdict
from kneecoach.domain.session_record import SessionRecord, SessionStatus
from kneecoach.storage.glance import Glance
from kneecoach.ui import words
from kneecoach.ui.pages import today_week

SEVERE = 7
"""Pain of 7 and above is called severe by the scale of the design."""
RECENT_DAYS = 7
MOST_NOTES = 2
GOOD_FOR = timedelta(minutes=10)


class Wish(Enum):
    """What the person can do about a note."""

    NOTHING = "nothing"
    GO_ON = "go on"
    CHECK_IN = "check in"
    SEEN = "seen"
    REVIEW = "review"


class Weight(Enum):
    """How a note looks before it is read."""

    INFO = "info"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Note:
    """One message on Today: a bold lead, its sentences, and what can be done."""

    weight: Weight
    lead: str
    text: str
    wish: Wish = Wish.NOTHING


@dataclass(frozen=True, slots=True)
class LastPain:
    """The newest pain there is, from an entry or from a session. `regions` may be empty."""

    score: int
    at: datetime
    side: Side | None = None
    regions: tuple[str, ...] = ()
    when: str = ""


def week(glance: Glance, now: datetime, exercises: Mapping[str, Exercise]) -> tuple[today_week.Day, ...]:
    """The week with what is planned; under a red flag without: nothing here may look like training then."""
    return today_week.week(glance, now.date(), exercises, planned=not glance.permission(now).red_flag)


def still_good(shown: datetime, now: datetime) -> bool:
    """Whether what was shown then is so now: a check-in runs out, a day ends, and a clock is put right."""
    return shown.date() == now.date() and timedelta() <= now - shown < GOOD_FOR


def last_pain(glance: Glance) -> LastPain | None:
    """The newest pain said, the same that the check-in marks as last time; rehearsals do not count."""
    last = known.last_pain(glance.record)
    said = [_of_score(last, glance)] if last is not None else []
    for session in glance.last_sessions:
        if session.rehearsal:
            continue
        if session.pain_after is not None and session.ended_at is not None:
            said.append(LastPain(session.pain_after, session.ended_at, when=AFTER_SESSION))
        elif session.pain_before is not None and last is None:
            said.append(LastPain(session.pain_before, session.started_at, when=BEFORE_SESSION))
    return max(said, key=lambda pain: pain.at, default=None)


def _of_score(score: known.Score, glance: Glance) -> LastPain:
    """With where and when it hurt, as far as its entry tells; from a check-in without places there is neither."""
    entries = [one for one in glance.record.pains if (one.at, one.score) == (score.at, score.score)]
    if not entries:
        return LastPain(score.score, score.at, when=PHASES["rest"])
    entry = entries[-1]
    after = [one.pain_after for one in glance.last_sessions if one.ended_at is not None and one.ended_at <= entry.at]
    if entry.phase is PainPhase.EXERCISE and after[-1:] == [entry.score]:
        return replace(_of_entry(entry), when=AFTER_SESSION)
    return _of_entry(entry)


AFTER_SESSION, BEFORE_SESSION = "after a session", "before a session"
PHASES = {
    "rest": "at rest",
    "daily": "in daily life",
    "walking": "walking",
    "stairs": "on stairs",
    "sitting": "sitting",
    "before_run": "before a run",
    "during_run": "in a run",
    "after_run": "after a run",
    "exercise": "in an exercise",
    "morning": "in the morning",
    "night": "at night",
}


def _of_entry(entry: PainEntry) -> LastPain:
    return LastPain(entry.score, entry.at, entry.side, entry.regions, PHASES[entry.phase.value] if entry.phase else "")


def pain_place(pain: LastPain, names: Mapping[str, str]) -> str:
    """Where it hurt: "Left, inner joint line"; "" when no place was given."""
    # The names in brackets are for the knee map, where there is room
    places = [names.get(region, "").partition(" (")[0] for region in pain.regions]
    said = [place[0].lower() + place[1:] for place in places if place]
    side = words.SIDES[pain.side] if pain.side else ""
    text = ", ".join(part for part in (side, words.listed(said)) if part)
    return text[:1].upper() + text[1:]


def pain_title(pain: LastPain, today: date) -> str:
    """ "Last pain", with its age once it is older than a week."""
    days = (today - pain.at.date()).days
    return f"Last pain, {days} days ago" if days > RECENT_DAYS else "Last pain"


def pain_when(pain: LastPain, today: date) -> str:
    return ", ".join(part for part in (words.ago(pain.at.date(), today), pain.when) if part)


def last_session(glance: Glance) -> SessionRecord | None:
    """The newest ended session that counts."""
    real = [one for one in glance.last_sessions if one.sets and not one.rehearsal]
    return next((one for one in reversed(real) if one.status is not SessionStatus.OPEN), None)


def is_judged(glance: Glance) -> bool:
    """Whether there is anything that the rules could speak of; before that no place is kept for them."""
    record = glance.record
    told = (record.flags, record.injuries, record.pains, record.check_ins, glance.last_sessions, glance.trained)
    return glance.logged or any(told)


def notes(glance: Glance, now: datetime, exercises: Mapping[str, Exercise]) -> tuple[Note, ...]:
    """What has to be said beside the advice, the most urgent first; often nothing."""
    allowed = glance.permission(now)
    said = []
    if not allowed.red_flag:
        said += _risen_today(glance, now.date())
    if glance.open_session is not None:
        said.append(_stopped_in(glance.open_session, exercises))
    if glance.person is not None and wants_seeing(glance.person) and not allowed.red_flag:
        said.append(_see_someone(glance.person, warm_up_open=allowed.verdict >= Verdict.EASIER))
    # More would push the week out of sight, and nobody reads three; the look back is only offered
    most = MOST_NOTES - 1 if allowed.verdict <= Verdict.CALM_ONLY else MOST_NOTES
    return (*said[:most], *_look_back(glance, now.date()))


def _look_back(glance: Glance, today: date) -> list[Note]:
    monday = glance.waiting.week
    if monday is None:
        return []
    week = words.span(monday, monday + timedelta(days=words.WEEK_DAYS - 1), today)
    return [
        Note(Weight.INFO, f"{week}: look back.", "Two questions, and that week beside the one before.", Wish.REVIEW)
    ]


def _risen_today(glance: Glance, today: date) -> list[Note]:
    """What the summary said of a session of today that left the knee clearly sorer."""
    session = last_session(glance)
    if session is None or session.ended_at is None or session.ended_at.date() != today:
        return []
    # Only for those who have just played one
    from kneecoach.ui.pages.summary_words import CLEAR_CHANGE, change_of  # noqa: PLC0415

    before, after = session.pain_before, session.pain_after
    if before is None or after is None or after - before < CLEAR_CHANGE:
        return []
    lead, rest = change_of(before, after).text.split(". ", 1)
    return [Note(Weight.WARN, f"{lead}.", rest)]


def _stopped_in(session: SessionRecord, exercises: Mapping[str, Exercise]) -> Note:
    timeline = today_week.timeline_of(session, exercises)
    at = timeline.sets[min(session.position, len(timeline.sets) - 1)]
    side = "" if at.side is Side.BOTH else f", {at.side.value}"
    name = at.exercise.short_name or at.exercise.name
    where = f"set {at.index + 1} of {len(timeline.sets)}: {name[0].lower()}{name[1:]}{side}."
    return Note(Weight.INFO, "You stopped in", f"{where} What you did is kept.", Wish.GO_ON)


def wants_seeing(person: Person) -> bool:
    """Long-standing or severe pain that no clinician has looked at yet."""
    long_standing = person.hurting_for is HurtingFor.OVER_SIX_WEEKS
    severe = person.worst_pain is not None and person.worst_pain >= SEVERE
    return (long_standing or severe) and not person.seen_by_clinician


def _see_someone(person: Person, *, warm_up_open: bool) -> Note:
    if person.hurting_for is HurtingFor.OVER_SIX_WEEKS:
        lead, when = "Over six weeks is long.", "no hurry"
    else:
        lead, when = "", ""
    if person.worst_pain is not None and person.worst_pain >= SEVERE:
        lead, when = f"Pain of {person.worst_pain} is a lot.", "in the next days"
    text = f"Have a doctor or physio look at the knee, {when}."
    if warm_up_open:
        text = f"{text} The warm-up stays open as the check-in allows."
    return Note(Weight.INFO, lead, text, Wish.SEEN)


def needs(exercises: list[Exercise]) -> list[str]:
    """What has to be at hand, each thing once, in the order it is used."""
    return list(dict.fromkeys(item.name for exercise in exercises for item in exercise.equipment))
