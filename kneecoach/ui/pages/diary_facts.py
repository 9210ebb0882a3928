"""What the panel says of an entry that is not changed there: one fact a line."""

from datetime import datetime

from kneecoach.domain.activity import Activity
from kneecoach.domain.diary import Entry, day_of, moment_of_entry, told_later
from kneecoach.domain.effort import EFFORT_WORDS, load
from kneecoach.domain.flag import URGENCY, FlagEntry, Injury, Urgency
from kneecoach.domain.ice import Ice
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.red_flag_words import capital
from kneecoach.domain.run import Onset, Run
from kneecoach.domain.run_input import distance_words, time_text
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.support import SupportUsed
from kneecoach.ui.pages.diary_names import ADDED_LATER, RUN_KINDS, SUPPORTS, SURFACES, SWELLING
from kneecoach.ui.pages.diary_words import Terms, closing_words, detail_of, pace_words
from kneecoach.ui.words import DAYS, MONTHS, listed, minutes, named

ONSETS: dict[Onset, str] = {
    Onset.START: "at the start",
    Onset.MIDDLE: "in the middle",
    Onset.END: "towards the end",
    Onset.AFTER: "afterwards",
}
SIGNS = (("pop", "a pop"), ("snap", "a snap in the thigh"), ("bruise", "bruising"), ("fast_swelling", "fast swelling"))
Fact = tuple[str, str]


def heading_of(entry: Entry) -> str:
    """ "Thursday 19 November, 18:05"; only the day of what is of a whole day."""
    day = day_of(entry)
    text = f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    whole = isinstance(entry, SupportUsed | MorningCheck)
    return text if whole else f"{text}, {moment_of_entry(entry):%H:%M}"


def facts_of(entry: Entry, terms: Terms) -> tuple[Fact, ...]:
    """What is known of an entry; what was not said is left out."""
    facts: list[Fact] = []
    match entry:
        case Run():
            facts = _of_run(entry, terms)
        case SessionRecord():
            facts = [("Done", detail_of(entry, terms)), *_effort(entry.effort, _seconds(entry))]
            facts += _note(entry.note)
        case Activity():
            facts = [("Time", minutes(entry.minutes)), *_effort(entry.effort, entry.minutes * 60), *_note(entry.note)]
        case MorningCheck():
            facts = [
                ("Pain", f"{entry.pain} of 10"),
                *_yes("Stiff", entry.stiff),
                *_yes("Pain in the night", entry.night),
            ]
            facts += [("Swelling", SWELLING[entry.swelling])] if entry.swelling else []
        case Ice():
            facts = [("Time", minutes(entry.minutes)), *_yes("Cloth between", entry.cloth)]
        case FlagEntry():
            facts = [("State", closing_words(entry.closed, emergency=URGENCY[entry.flag] is Urgency.EMERGENCY))]
        case Injury():
            signs = [words for name, words in SIGNS if getattr(entry, name)]
            facts = [("State", closing_words(entry.closed))]
            facts += [("With", listed(signs))] if signs else []
        case SupportUsed():
            facts = [(SUPPORTS[one], "Yes") for one in entry.used] + [(SUPPORTS[one], "No") for one in entry.not_used]
    if told_later(entry):
        facts.append(("Noted", _noted(getattr(entry, "entered", None))))
    return tuple(facts)


def _noted(entered: datetime | None) -> str:
    return ADDED_LATER if entered is None else f"{ADDED_LATER}, {entered.day} {MONTHS[entered.month - 1]}"


def _of_run(run: Run, terms: Terms) -> list[Fact]:
    shoe = terms.shoes.get(run.shoe) if run.shoe else None
    pains = [
        f"{word} {pain}"
        for word, pain in (
            ("before", run.pain_before),
            ("highest", run.pain_max),
            ("after", run.pain_after),
            ("an hour later", run.pain_60),
        )
        if pain is not None
    ]
    facts = [
        ("Distance", distance_words(run.distance_m, terms.units)),
        ("Time", time_text(run.seconds) if run.seconds else ""),
        ("Pace", pace_words(run, terms.units)),
        ("Kind", capital(RUN_KINDS[run.kind]) if run.kind else ""),
        ("Ground", SURFACES[run.surface] if run.surface else ""),
        ("Climb", f"{run.climb_m} m" if run.climb_m is not None else ""),
        ("Shoes", named(shoe[0]) if shoe else ""),
        ("Pain", ", ".join(pains)),
        ("It began", ONSETS[run.onset] if run.onset else ""),
    ]
    facts += _effort(run.effort, run.seconds)
    facts += [*_yes("Limped", run.limp), *_yes("Stopped early", run.stopped_early)]
    facts += [*_yes("Painkiller before", run.painkiller), ("From file", run.source), *_note(run.note)]
    return [(word, said) for word, said in facts if said]


def _effort(effort: int | None, seconds: float | None) -> list[Fact]:
    if effort is None:
        return []
    weight = load(effort, seconds)
    facts = [("Effort", f"{effort}, {EFFORT_WORDS[effort].lower()}")]
    return facts if weight is None else [*facts, ("Load", str(weight))]


def _seconds(session: SessionRecord) -> float | None:
    return None if session.ended_at is None else (session.ended_at - session.started_at).total_seconds()


def _yes(words: str, answer: bool | None) -> list[Fact]:  # noqa: FBT001 - an answer, not a switch
    return [] if answer is None else [(words, "Yes" if answer else "No")]


def _note(note: str) -> list[Fact]:
    return [("Note", note)] if note else []
