"""One page of plain text for the doctor: what was logged and why a visit is advised."""

from datetime import datetime, timedelta

from kneecoach.domain.finding import Record
from kneecoach.domain.flag import Injury, Urgency
from kneecoach.domain.known import open_flags, open_injuries
from kneecoach.domain.local_time import utc
from kneecoach.domain.pain import MAX_PAIN, PainEntry
from kneecoach.domain.red_flag_words import FLAG_NAMES, capital, day_words, injury_words
from kneecoach.domain.screening import may_start

RECENT_DAYS = 14
MOST_ENTRIES = 20
_SIGNS = (("pop", "pop"), ("snap", "snap"), ("bruise", "bruising"), ("fast_swelling", "swelling within hours"))


def doctor_summary(record: Record, now: datetime) -> str:
    """The record as a patient would hand it over; says yes, no and not known, and makes no diagnosis."""
    permission = may_start(record, now)
    person = record.person
    head = ["Summary for the doctor", f"{day_words(now.date())} {now.year}, {now:%H:%M}"]
    if person and person.name:
        head.append(f"Name: {person.name}")
    if person and person.birth_year:
        head.append(f"Born: {person.birth_year}")
    pain = "not given" if permission.pain is None else f"{permission.pain} of {MAX_PAIN}"
    parts = [head, [f"Pain now: {pain}"]]
    flags = [f"- {capital(FLAG_NAMES[one.flag])}, since {day_words(one.at.date())}" for one in open_flags(record)]
    parts.append(["Signs ticked and still open:", *(flags or ["- none"])])
    injuries = [_injury(one) for one in open_injuries(record)]
    if injuries:
        parts.append(["Injury:", *injuries])
    urgent = [one for one in permission.findings if one.urgency and one.urgency >= Urgency.DAYS]
    parts += [[f"{one.title} ({one.rule})", *(f"- {capital(why)}" for why in one.because)] for one in urgent]
    parts.append([f"Pain logged in the last {RECENT_DAYS} days:", *(_recent(record, now) or ["- nothing"])])
    parts.append(["Written by the person with KneeCoach. It records and guides exercise and makes no diagnosis."])
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _injury(injury: Injury) -> str:
    said = {True: "yes", False: "no", None: "not known"}
    signs = ", ".join(f"{name}: {said[getattr(injury, field)]}" for field, name in _SIGNS)
    return f"- {capital(injury_words(injury))} ({signs})"


def _recent(record: Record, now: datetime) -> list[str]:
    since = now - timedelta(days=RECENT_DAYS)
    recent = (pain for pain in record.pains if utc(pain.at) >= utc(since))
    entries = sorted(recent, key=lambda pain: utc(pain.at), reverse=True)
    return [_entry(pain) for pain in entries[:MOST_ENTRIES]]


def _entry(pain: PainEntry) -> str:
    where = ", ".join(region.replace("_", " ") for region in pain.regions) or "no place given"
    side = f"{pain.side.value} knee, " if pain.side else ""
    when = f"{pain.phase.value.replace('_', ' ')}, " if pain.phase else ""
    return f"- {day_words(pain.at.date())}, {pain.at:%H:%M}: {pain.score} of {MAX_PAIN}, {when}{side}{where}"
