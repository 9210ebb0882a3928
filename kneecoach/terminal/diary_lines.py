"""An entry of the diary in a line of the terminal."""

from collections.abc import Mapping
from uuid import UUID

from kneecoach.domain.activity import Activity
from kneecoach.domain.diary import Entry, day_of, moment_of_entry, told_later
from kneecoach.domain.flag import Closed, FlagEntry, Injury
from kneecoach.domain.ice import Ice
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.novelty import Novelty
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.person import Units
from kneecoach.domain.red_flag_words import FLAG_NAMES, capital
from kneecoach.domain.run import Run
from kneecoach.domain.run_input import distance_words, time_text
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.support import SupportUsed
from kneecoach.terminal.listing import SHORT_ID, STATUS, pain_word

ShoeNames = Mapping[UUID, str]


def row_of(entry: Entry, shoe_names: ShoeNames, units: Units) -> tuple[str, str, str, str]:
    """When, what, in words, and the beginning of its id."""
    day = f"{day_of(entry):%Y-%m-%d}"
    when = day if isinstance(entry, MorningCheck | SupportUsed) else f"{day} {moment_of_entry(entry):%H:%M}"
    later = " (added later)" if told_later(entry) else ""
    return when, type_of(entry), words_of(entry, shoe_names, units) + later, str(entry.id)[:SHORT_ID]


def type_of(entry: Entry | Novelty) -> str:
    """What it is called: "run"."""
    return _TYPES[type(entry)]


def words_of(entry: Entry | Novelty, shoe_names: ShoeNames, units: Units) -> str:  # noqa: C901, PLR0911 - one for each kind
    """What it says."""
    match entry:
        case PainEntry():
            return _pain(entry)
        case Run():
            return _run(entry, shoe_names, units)
        case Activity():
            return _joined(_plain(entry.kind.value), f"{entry.minutes} min", _said("effort", entry.effort), entry.note)
        case MorningCheck():
            return _morning(entry)
        case Ice():
            return _joined(f"{entry.minutes} min", _yes_or_no(entry.cloth, "with a cloth", "no cloth"))
        case SupportUsed():
            used = [thing.value for thing in entry.used] + [f"no {thing.value}" for thing in entry.not_used]
            return ", ".join(used) or "nothing said"
        case FlagEntry():
            return _joined(capital(FLAG_NAMES[entry.flag]), closing(entry.closed))
        case Injury():
            names = ("pop", "snap", "bruise", "fast_swelling")
            said = [_yes_or_no(getattr(entry, name), _plain(name), f"no {_plain(name)}") for name in names]
            return _joined(_plain(entry.mechanism.value), *said, closing(entry.closed))
        case Novelty():
            return _joined(*(_plain(thing.value) for thing in entry.things), entry.note)
        case SessionRecord():
            pains = f"pain {pain_word(entry.pain_before)} to {pain_word(entry.pain_after)}"
            return _joined(entry.routine.name, STATUS[entry.status], pains, _said("effort", entry.effort), entry.note)


def closing(closed: Closed | None) -> str:
    """Whether a flag or an injury is open, else how it was answered."""
    return "open" if closed is None else f"{closed.how.value} {closed.on.isoformat()}"


def _pain(entry: PainEntry) -> str:
    return _joined(
        str(entry.score),
        _plain(entry.phase.value) if entry.phase else "",
        entry.side.value if entry.side else "",
        *(_plain(region) for region in entry.regions),
        *(quality.value for quality in entry.qualities),
        _said("swelling", entry.swelling and entry.swelling.value),
        _said("size", entry.size and entry.size.value),
        _said("tenderness", entry.tenderness and entry.tenderness.value),
        *(_plain(symptom.value) for symptom in entry.symptoms),
        entry.note,
    )


def _run(run: Run, shoe_names: ShoeNames, units: Units) -> str:
    return _joined(
        distance_words(run.distance_m, units),
        "" if run.seconds is None else time_text(run.seconds),
        "" if run.kind is None else _plain(run.kind.value),
        "" if run.surface is None else run.surface.value,
        "" if run.shoe is None else shoe_names.get(run.shoe, ""),
        _said("effort", run.effort),
        _said("pain", run.highest_pain),
        _yes_or_no(run.limp, "limped", "no limp"),
        _yes_or_no(run.stopped_early, "stopped early", ""),
        run.note,
    )


def _morning(check: MorningCheck) -> str:
    swelling = _said("swelling", check.swelling and check.swelling.value)
    stiff, night = _yes_or_no(check.stiff, "stiff", "not stiff"), _yes_or_no(check.night, "pain at night", "")
    return _joined(str(check.pain), stiff, swelling, night)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _said(name: str, value: object) -> str:
    return "" if value is None else f"{name} {value}"


def _yes_or_no(answer: bool | None, yes: str, no: str) -> str:  # noqa: FBT001
    return "" if answer is None else (yes if answer else no)


def _plain(word: str) -> str:
    return word.replace("_", " ")


_TYPES: dict[type[Entry | Novelty], str] = {
    PainEntry: "pain",
    Run: "run",
    Activity: "activity",
    MorningCheck: "morning",
    Ice: "ice",
    SupportUsed: "support",
    Novelty: "changed",
    FlagEntry: "flag",
    Injury: "injury",
    SessionRecord: "session",
}
