"""What the diary says of each of its entries: one line, and one below it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from uuid import UUID

from kneecoach.domain.activity import Activity
from kneecoach.domain.diary import Entry, day_of, moment_of_entry, told_later
from kneecoach.domain.effort import EFFORT_WORDS
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import URGENCY, Closed, FlagEntry, Injury, Urgency
from kneecoach.domain.ice import Ice
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.person import Units
from kneecoach.domain.red_flag_words import FLAG_NAMES, MECHANISM_NAMES, capital
from kneecoach.domain.run import Run
from kneecoach.domain.run_input import PACE_WORDS, UNIT_WORDS, distance_text, distance_words, pace_text, time_text
from kneecoach.domain.session_record import SessionRecord, SessionStatus, SetStatus
from kneecoach.domain.support import SupportUsed
from kneecoach.ui.pages.diary_names import (
    ACTIVITIES,
    ADDED_LATER,
    CLOSED,
    IN_PHASE,
    NO_PLACE,
    QUALITIES,
    RUN_KINDS,
    SUPPORTS,
    SURFACES,
    SWELLING,
)
from kneecoach.ui.widgets.knee_drawing import region_name
from kneecoach.ui.words import DAYS, MONTHS, listed, minutes, named


class Shown(Enum):
    """Which entries the timeline shows."""

    ALL = "All"
    PAIN = "Pain"
    RUNS = "Runs"
    WARM_UPS = "Warm-ups"


@dataclass(frozen=True, slots=True)
class Terms:
    """What the words of entries depend on: the unit of distance, and the names of shoes with how far they have gone."""

    units: Units = Units.KM
    shoes: Mapping[UUID, tuple[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DiaryLine:
    """One row of the timeline. `pain` is painted as a swatch, else `icon`. With no entry it is the title of a day."""

    day: date
    title: str
    detail: str = ""
    time: str = ""
    pain: int | None = None
    icon: str = ""
    later: bool = False
    entry: Entry | None = None

    @property
    def said(self) -> str:
        """All of it, as a screen reader says it."""
        pain = f"Pain {self.pain}" if self.pain is not None else ""
        return ", ".join(part for part in (pain, self.title, self.detail, self.time) if part)


def passes(entry: Entry, shown: Shown) -> bool:
    """Whether the filter leaves this entry in. What follows from another entry is never a row of its own."""
    if isinstance(entry, PainEntry) and entry.of is not None:
        return False
    kinds: dict[Shown, type | tuple[type, ...]] = {
        Shown.PAIN: (PainEntry, MorningCheck),
        Shown.RUNS: Run,
        Shown.WARM_UPS: SessionRecord,
    }
    return shown is Shown.ALL or isinstance(entry, kinds[shown])


def day_title(day: date, today: date) -> str:
    """ "Today, Saturday 21", "Thursday 19", and with month or year once it is another one."""
    text = f"{DAYS[day.weekday()]} {day.day}"
    if (day.year, day.month) != (today.year, today.month):
        text += f" {MONTHS[day.month - 1]}"
    if day.year != today.year:
        text += f" {day.year}"
    near = {0: "Today, ", 1: "Yesterday, "}.get((today - day).days, "")
    return f"{near}{text}"


def line_of(entry: Entry, terms: Terms) -> DiaryLine:
    """The row of an entry."""
    title, detail = title_of(entry, terms), detail_of(entry, terms)
    later = told_later(entry)
    if later:
        # First, so that a narrow row does not cut it off
        detail = f"{capital(ADDED_LATER)}, {detail[:1].lower()}{detail[1:]}" if detail else capital(ADDED_LATER)
    pain = entry.score if isinstance(entry, PainEntry) else None
    return DiaryLine(day_of(entry), title, detail, time_of(entry), pain, _icon(entry), later, entry)


def time_of(entry: Entry) -> str:
    """ "17:40"; "" for what is of a whole day."""
    return "" if isinstance(entry, SupportUsed) else f"{moment_of_entry(entry):%H:%M}"


def _icon(entry: Entry) -> str:
    if isinstance(entry, FlagEntry | Injury):
        return "stop" if entry.is_open else "check"
    icons: dict[type, str] = {
        Run: "run",
        SessionRecord: "routine",
        Activity: "progress",
        MorningCheck: "today",
        Ice: "ice",
        SupportUsed: "check",
    }
    return icons.get(type(entry), "")


def title_of(entry: Entry, terms: Terms) -> str:  # noqa: PLR0911 - one for each kind
    """The first line of an entry."""
    match entry:
        case PainEntry():
            return place_words(entry.side, entry.regions)
        case Run():
            kind = RUN_KINDS.get(entry.kind, "run") if entry.kind else "run"
            took = f", {time_text(entry.seconds)}" if entry.seconds else ""
            return f"{distance_text(entry.distance_m, terms.units)} {UNIT_WORDS[terms.units]} {kind}{took}"
        case SessionRecord():
            return named(entry.routine.name)
        case Activity():
            return f"{ACTIVITIES[entry.kind]}, {minutes(entry.minutes)}"
        case MorningCheck():
            return f"Morning after, pain {entry.pain}"
        case Ice():
            return f"Ice, {minutes(entry.minutes)}"
        case FlagEntry():
            return capital(FLAG_NAMES[entry.flag])
        case Injury():
            return f"Injury: {MECHANISM_NAMES[entry.mechanism]}".replace(": injury", "")
        case SupportUsed():
            return "Used that day"


def detail_of(entry: Entry, terms: Terms) -> str:  # noqa: PLR0911 - one for each kind
    """The second line of an entry, "" when there is nothing more to say."""
    match entry:
        case PainEntry():
            return _pain_detail(entry)
        case Run():
            return _run_detail(entry, terms)
        case SessionRecord():
            return _session_detail(entry)
        case Activity():
            return _effort(entry.effort)
        case MorningCheck():
            return _morning_detail(entry)
        case Ice():
            return "" if entry.cloth is None else "A cloth between" if entry.cloth else "No cloth between"
        case FlagEntry():
            return closing_words(entry.closed, emergency=URGENCY[entry.flag] is Urgency.EMERGENCY)
        case Injury():
            return closing_words(entry.closed)
        case SupportUsed():
            used = [SUPPORTS[one] for one in entry.used] or ["Nothing of what is asked for"]
            return capital(listed([word.lower() for word in used]))


def closing_words(closed: Closed | None, *, emergency: bool = False) -> str:
    """What became of a flag or an injury."""
    if closed is None:
        return "Open: needs a clinician's answer" if emergency else "Open"
    return f"{capital(CLOSED[closed.how])}, {closed.on.day} {MONTHS[closed.on.month - 1]}"


def place_words(side: Side | None, regions: tuple[str, ...]) -> str:
    """ "Left, inner joint line"; more places are counted in the line below."""
    whose = {Side.LEFT: "Left", Side.RIGHT: "Right", Side.BOTH: "Both knees"}.get(side) if side else None
    if not regions:
        return f"{whose} knee".replace("knees knee", "knees") if whose else NO_PLACE
    place = short_region(regions[0])
    return f"{whose}, {place[0].lower()}{place[1:]}" if whose else place


def short_region(region: str) -> str:
    """A region without the name that only clinicians use for it."""
    return region_name(region).partition(" (")[0]


def _pain_detail(entry: PainEntry) -> str:
    count = len(entry.regions)
    spots = f"{count} spots" if count > 1 else "1 spot" if count else ""
    feels = [QUALITIES[one].lower() for one in entry.qualities]
    when = IN_PHASE[entry.phase] if entry.phase else ""
    return capital(", ".join(part for part in (spots, *feels, when) if part))


def _morning_detail(check: MorningCheck) -> str:
    stiff = "" if check.stiff is None else "stiff" if check.stiff else "not stiff"
    swelling = SWELLING[check.swelling] if check.swelling else ""
    return capital(", ".join(part for part in (stiff, swelling, "pain in the night" if check.night else "") if part))


def _run_detail(run: Run, terms: Terms) -> str:
    shoe = terms.shoes.get(run.shoe) if run.shoe else None
    parts = [SURFACES[run.surface] if run.surface else ""]
    if shoe is not None:
        parts.append(f"{named(shoe[0])} ({distance_words(shoe[1], terms.units)})")
    if run.highest_pain is not None:
        parts.append(f"pain up to {run.highest_pain}")
    if run.limp:
        parts.append("limp")
    return capital(", ".join(part for part in parts if part))


def _session_detail(session: SessionRecord) -> str:
    planned = sum(item.dosage.sets_played for item in session.routine.items)
    done = sum(one.status is SetStatus.DONE for one in session.sets)
    parts = [f"All {planned} sets" if done >= planned else f"{done} of {planned} sets"]
    if session.status is SessionStatus.OPEN:
        parts.append("not ended")
    if session.pain_before is not None and session.pain_after is not None:
        parts.append(f"pain {session.pain_before} then {session.pain_after}")
    return ", ".join(parts)


def _effort(effort: int | None) -> str:
    return "" if effort is None else f"Effort {effort}: {EFFORT_WORDS[effort].lower()}"


def pace_words(run: Run, units: Units) -> str:
    """ "6:14 /km"; "" while the time is unknown."""
    pace = run.pace_s_per_km
    return "" if pace is None else f"{pace_text(pace, units)} {PACE_WORDS[units]}"
