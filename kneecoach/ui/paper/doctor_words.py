"""The facts for a doctor in sentences: what was said, when, and what was not said."""

from collections.abc import Sequence
from datetime import date

from kneecoach.domain.doctor_days import WEEK_DAYS, WEEKS, PlaceFacts
from kneecoach.domain.doctor_facts import DoctorFacts
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Closed, Closing, FlagEntry, Injury
from kneecoach.domain.novelty import Novelty
from kneecoach.domain.person import Began, HurtingFor, Person
from kneecoach.domain.red_flag_words import FLAG_NAMES, MECHANISM_NAMES, capital
from kneecoach.domain.told_before import WORSE_COUNTS
from kneecoach.ui import words
from kneecoach.ui.pages.diary_names import ACTIVITIES, QUALITIES, SUPPORTS, SYMPTOMS
from kneecoach.ui.pages.plan_words import novelty_words
from kneecoach.ui.widgets.knee_drawing import region_name, spot_name

TITLE = "Summary for the doctor"
NO_SIGN = "No warning sign was ticked in these weeks. What was not asked is not known."
NOT_SAID = "Not said."
NOTHING_NOTED = "Nothing noted."
QUESTIONS = (
    "What could this be, and what speaks for or against it?",
    "Is an examination or an image (X-ray, ultrasound, MRI) needed now, or later?",
    "What may I do meanwhile: walk, cycle, exercise, run?",
    "When should I come back, and what would be a reason to come sooner?",
)
FOOT = (
    "Written from my own entries in KneeCoach, which records and makes no diagnosis. "
    "A day without an entry says nothing about that day."
)
_HURTING = {
    HurtingFor.DAYS: "days",
    HurtingFor.WEEKS: "weeks",
    HurtingFor.OVER_SIX_WEEKS: "more than six weeks",
}
_BEGAN = {Began.INCIDENT: "With an incident.", Began.GRADUALLY: "Gradually."}
_KNEES = {Side.LEFT: "left knee", Side.RIGHT: "right knee", Side.BOTH: "both knees"}
_SIGNS = (("pop", "pop"), ("snap", "snap"), ("bruise", "bruising"), ("fast_swelling", "swelling within hours"))


def period(facts: DoctorFacts) -> str:
    """ "Six weeks, 11 October to 21 November 2026"."""
    first, last = facts.days[0].day, facts.days[-1].day
    start = words.plain_day(first, last)
    return f"Six weeks, {start} to {day(last)}"


def day(when: date) -> str:
    """A day with its year: a sheet may be read much later."""
    return f"{when.day} {words.MONTHS[when.month - 1]} {when.year}"


def about(person: Person | None, *, named: bool) -> str:
    """ "Born 1985, left knee"; without a name the year of birth is left out too."""
    if person is None:
        return ""
    born = f"Born {person.birth_year}" if named and person.birth_year else ""
    knee = _KNEES[person.knee] if person.knee is not None else ""
    return capital(", ".join(one for one in (born, knee) if one))


def sign(entry: FlagEntry, today: date) -> tuple[str, str]:
    """What was ticked, and when and what became of it."""
    since = _short(entry.at.date(), today)
    return capital(
        FLAG_NAMES[entry.flag]
    ), f"{since}, {_fate(entry.closed, today)}" if entry.closed else f"since {since}"


def injury(entry: Injury, today: date) -> tuple[str, str]:
    """What happened, and what was said of it."""
    said = {True: "yes", False: "no", None: "not known"}
    signs = ", ".join(f"{name}: {said[getattr(entry, field)]}" for field, name in _SIGNS)
    when = _short(entry.at.date(), today)
    fate = f"; {_fate(entry.closed, today)}" if entry.closed else ""
    return f"{capital(MECHANISM_NAMES[entry.mechanism])} on {when}", f"{signs}{fate}"


def denied(facts: DoctorFacts) -> str:
    """What was asked and answered no; "" when nobody was asked."""
    if not facts.denied or facts.denied_on is None:
        return ""
    names = "; ".join(FLAG_NAMES[flag] for flag in facts.denied)
    return f"Asked on {_short(facts.denied_on, facts.now.date())} and answered no: {names}."


def counted(facts: DoctorFacts) -> str:
    """What the entries add up to; "" when that is nothing beside the signs."""
    said = [line if line != WORSE_COUNTS else f"{line[:1].lower()}{line[1:]}" for line in facts.counted]
    return f"In my entries: {'; '.join(said)}." if said else ""


def unanswered(facts: DoctorFacts) -> str:
    """What would matter and was not answered yet; "" when nothing is."""
    return f"Not answered yet: {'; '.join(facts.unanswered)}." if facts.unanswered else ""


def below_signs(facts: DoctorFacts) -> list[str]:
    """What stands below the signs, in one sentence each."""
    return [line for line in (counted(facts), denied(facts), unanswered(facts)) if line]


def place(one: PlaceFacts, today: date) -> str:
    """ "Left, inner joint line: up to 6, 4 times, last on 21 November"."""
    name = region_name(one.region) if one.side is None else spot_name(one.side, one.region)
    unsaid = " (which knee was not said)" if one.side is None else ""
    last = _short(one.last, today)
    if not one.times:
        return f"{name}{unsaid}: up to {one.worst}, told on {last} and changed later"
    now = f" before a later change (now {one.highest})" if one.told is not None else ""
    return f"{name}{unsaid}: up to {one.worst}{now}, {_times(one.times)}, last on {last}"


def began(facts: DoctorFacts) -> str:
    """How it began, as the person told it."""
    person, parts = facts.person, []
    parts.append(_BEGAN[person.began] if person is not None and person.began is not None else NOT_SAID)
    if person is not None and person.hurting_for is not None:
        parts.append(f"Had hurt for {_HURTING[person.hurting_for]} when the record was begun.")
    if person is not None and person.worst_pain is not None:
        parts.append(f"Worst pain until then: {person.worst_pain} of 10.")
    if facts.first_pain is not None:
        parts.append(f"First pain entry: {day(facts.first_pain)}.")
    return " ".join(parts)


def changed(novelties: Sequence[Novelty], today: date) -> list[str]:
    """What changed, each with its day."""
    return [f"{_short(one.on, today)}: {novelty_words(one)}" for one in novelties] or [NOTHING_NOTED]


def noticed(facts: DoctorFacts) -> str:
    """What else was noticed, the most frequent first."""
    found = [f"{SYMPTOMS[symptom].lower()} ({_times(count)})" for symptom, count in facts.symptoms]
    feels = [f"{QUALITIES[quality].lower()} ({_times(count)})" for quality, count in facts.qualities]
    parts = [capital(", ".join(found)) + "." if found else "", f"Felt {', '.join(feels)}." if feels else ""]
    if swollen := sum(facts.swollen):
        parts.append(f"Swelling in {_counted(swollen, 'entry', 'entries')}{_back(facts.swollen[1])}.")
    if limps := sum(facts.limps):
        parts.append(f"Limp on {_counted(limps, 'run')}{_back(facts.limps[1])}.")
    return " ".join(part for part in parts if part) or NOTHING_NOTED


def mornings(facts: DoctorFacts) -> str:
    """The mornings that were answered."""
    told = facts.mornings
    if not told.answered:
        return "No morning was answered."
    said = [f"highest pain {told.highest}", f"stiff on {told.stiff}", f"swollen on {told.swollen}"]
    line = f"{_counted(told.answered, 'morning')} answered: {', '.join(said)}, pain in the night on {told.nights}."
    return f"{line} {WORSE_COUNTS}." if told.changed else line


def painkiller(facts: DoctorFacts) -> str:
    """Yes or no only: no drug and no dose is ever asked."""
    taken, total = facts.painkiller_days, WEEKS * WEEK_DAYS
    unsaid = total - len(taken) - facts.painkiller_no
    if unsaid == total:
        return NOT_SAID
    last = f", last on {_short(taken[-1], facts.now.date())}" if taken else ""
    back = f" ({facts.painkiller_changed} taken back later)" if facts.painkiller_changed else ""
    return f"Yes on {len(taken)} of {total} days{back}{last}; no on {facts.painkiller_no}; not said on {unsaid}."


def tried(facts: DoctorFacts) -> str:
    """What was done about it, without a word on whether it helped."""
    told = facts.tried
    counts = (
        ("warm-up before a run", told.warm_ups),
        ("strength training", told.strength),
        ("other exercise sessions", told.other_sessions),
        ("ice", told.ices),
        *((ACTIVITIES[kind].lower(), count) for kind, count in told.activities),
    )
    done = [f"{name} {_times(count)}" for name, count in counts if count]
    done += [f"{SUPPORTS[thing].lower()} on {_counted(count, 'day')}" for thing, count in told.supports]
    return f"{capital(', '.join(done))}." if done else NOTHING_NOTED


def as_text(facts: DoctorFacts, *, named: bool) -> str:
    """The same facts as plain text, to be read out or pasted."""
    today = facts.now.date()
    name = facts.person.name if named and facts.person is not None else ""
    head = [
        TITLE,
        f"{day(today)}, {facts.now:%H:%M}",
        words.named(name),
        about(facts.person, named=named),
        period(facts),
    ]
    pain = NOT_SAID if facts.pain_now is None else f"{facts.pain_now} of 10."
    signs = [f"{what}: {when}." for what, when in all_signs(facts)] or [NO_SIGN]
    signs += below_signs(facts)
    places = [f"{place(one, today)}." for one in facts.places] or [NOTHING_NOTED]
    parts = [
        [line for line in head if line],
        ["Pain now", pain],
        ["Warning signs", *signs],
        ["Where it hurts", *places],
        *([title, *lines] for title, lines in sections(facts)),
        *([["Notes in my own words", *notes(facts)]] if facts.notes else []),
        ["Questions I would like to ask", *QUESTIONS],
        [FOOT],
    ]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def all_signs(facts: DoctorFacts) -> list[tuple[str, str]]:
    """Signs and injuries, those that are open first."""
    today = facts.now.date()
    told = [(one.is_open, sign(one, today)) for one in facts.signs]
    told += [(one.is_open, injury(one, today)) for one in facts.injuries]
    return [words for _, words in sorted(told, key=lambda one: not one[0])]


def sections(facts: DoctorFacts) -> list[tuple[str, list[str]]]:
    """Title and lines of what stands in two columns below the picture, in the order of reading."""
    goal = [" ".join(facts.goal.split())] if facts.goal.strip() else [NOT_SAID]
    return [
        ("How it began", [began(facts)]),
        ("What changed", changed(facts.novelties, facts.now.date())),
        ("What else was noticed", [noticed(facts)]),
        ("Painkiller", [painkiller(facts)]),
        ("Mornings and nights", [mornings(facts)]),
        ("What was tried", [tried(facts)]),
        ("What I want to be able to do", goal),
    ]


def notes(facts: DoctorFacts) -> list[str]:
    """What the person wrote, each with its day."""
    return [f"{_short(when, facts.now.date())}: {note}" for when, note in facts.notes]


def _short(when: date, today: date) -> str:
    return words.plain_day(when, today)


def _fate(closed: Closed, today: date) -> str:
    how = "seen by a clinician" if closed.how is Closing.SEEN else "gone"
    return f"{how} on {_short(closed.on, today)}"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def more(count: int, what: str) -> str:
    """ "and 3 more in the diary"."""
    return f"and {count} more {what} in the diary"


def _back(times: int) -> str:
    return f" ({times} taken back later)" if times else ""
