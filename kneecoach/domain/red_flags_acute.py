"""R01 to R05: signs that can't wait, alone or after an injury."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from kneecoach.domain.finding import Finding, Level, Record
from kneecoach.domain.flag import Closing, Flag, FlagEntry, Injury, Urgency
from kneecoach.domain.known import (
    amounts,
    days_between,
    denied_since,
    injury_seen_on,
    injury_told,
    open_flags,
    open_injuries,
    seen_on,
)
from kneecoach.domain.local_time import utc
from kneecoach.domain.person import EMERGENCY_NUMBERS, Country
from kneecoach.domain.red_flag_words import FLAG_NAMES, day_words, injury_words, listed, numbers_words

# Stiell 1996: the Ottawa knee rule
OLD_FROM = 55
ADULT_FROM = 18
ACUTE = timedelta(hours=48)
OTTAWA_DAYS = 7
FAST_SWELLING_WITHIN = timedelta(days=7)
GIVES_WAY_DAYS = 14
OTTAWA_FLAGS = (Flag.CANNOT_BEND_90, Flag.CANNOT_4_STEPS, Flag.FIBULA_TENDER, Flag.KNEECAP_TENDER)

NOT_ANSWERED = "not yet answered: "
CLEARS_SEEN = "Answer it as seen by a clinician, or as ticked by mistake."
CLEARS_GONE = "Answer it as gone, or as seen by a clinician."
GONE_OR_NOT = "Gone or not, have it looked at."
CLEARS_TODAY = f"{CLEARS_GONE} {GONE_OR_NOT}"


def ticked(entries: list[FlagEntry]) -> tuple[str, ...]:
    """One line for each flag, as it stands in the record."""
    return tuple(f"{FLAG_NAMES[entry.flag]}, noted {day_words(entry.at.date())}" for entry in entries)


def names(entries: list[FlagEntry]) -> str:
    """The flags in one breath, each once."""
    return listed(list(dict.fromkeys(FLAG_NAMES[entry.flag] for entry in entries)))


def emergency(record: Record, now: datetime) -> Finding | None:
    """R01: call the emergency number."""
    del now
    entries = open_flags(record, Flag.DEFORMITY, Flag.FOOT_COLD_PALE, Flag.BREATHLESS_OR_CHEST_PAIN)
    because = list(ticked(entries))
    for entry in open_flags(record, Flag.CANNOT_4_STEPS):
        if injury := next((one for one in record.injuries if _joined_48_h(entry, one)), None):
            entries.append(entry)
            because += [*ticked([entry]), f"within 48 hours of the {injury_words(injury)}"]
        elif not injury_told(record, entry.at):
            entries.append(entry)
            because += [*ticked([entry]), f"{NOT_ANSWERED}a pop, twist, fall or blow in the last days"]
    for entry in open_flags(record, Flag.CALF_SWOLLEN):
        if not denied_since(record, Flag.BREATHLESS_OR_CHEST_PAIN, entry.at):
            entries.append(entry)
            answered = open_flags(record, Flag.BREATHLESS_OR_CHEST_PAIN)
            because += [*ticked([entry]), *([] if answered else [f"{NOT_ANSWERED}short of breath or chest pain"])]
    if not entries:
        return None
    numbers = record.person.emergency_numbers if record.person else EMERGENCY_NUMBERS[Country.UNKNOWN]
    unsure = _counted(because)
    return Finding(
        rule="R01",
        level=Level.SEEK_CARE,
        urgency=Urgency.EMERGENCY,
        title=f"Call {numbers_words(numbers)} now.",
        text=f"You ticked: {names(entries)}. {unsure}This can need emergency care. Call {numbers_words(numbers)} now "
        "and say what you ticked.",
        because=tuple(because),
        source="NHSGGC musculoskeletal knee page; NHS advice on blood clots",
        clears_when=CLEARS_SEEN,
    )


def _joined_48_h(entry: FlagEntry, injury: Injury) -> bool:
    if injury.closed and injury.closed.how is Closing.MISTAKE:
        return False
    # A flag that was open when the injury came belongs to it too
    return utc(entry.at) - utc(injury.at) <= ACUTE


def hot_joint(record: Record, now: datetime) -> Finding | None:
    """R02: a hot or red knee, or fever."""
    del now
    entries = open_flags(record, Flag.HOT_RED, Flag.FEVER)
    if not entries:
        return None
    return Finding(
        rule="R02",
        level=Level.SEEK_CARE,
        urgency=Urgency.SAME_DAY,
        title="Contact a doctor today.",
        text=f"You ticked: {names(entries)}. A hot or red knee, or fever with a sore knee, should be looked at the "
        "same day. Contact a doctor today.",
        because=ticked(entries),
        source="g-care knee pathway; NHSGGC musculoskeletal knee page",
        clears_when=CLEARS_TODAY,
    )


def ottawa(record: Record, now: datetime) -> Finding | None:
    """R03: after an injury, one of the five checks of the Ottawa knee rule."""
    because: list[str] = []
    injuries = open_injuries(record)
    for injury in injuries:
        signs = _ottawa_signs(record, injury, now)
        if signs:
            because += [f"{injury_words(injury)}", *signs]
    for entry in open_flags(record, *OTTAWA_FLAGS):
        if not injury_told(record, entry.at):
            because += [*ticked([entry]), f"{NOT_ANSWERED}a pop, twist, fall or blow in the last seven days"]
    if not because:
        return None
    after = f"You noted: {listed([injury_words(injury) for injury in injuries])}. "
    return Finding(
        rule="R03",
        level=Level.SEEK_CARE,
        urgency=Urgency.SAME_DAY,
        title="Ask today about an X-ray check.",
        text=(after if injuries else "You noted a sign that clinicians check after an injury. ")
        + "One or more of five checks that clinicians use after a knee injury is positive or not answered yet. "
        "Ask a doctor today about an X-ray check.",
        because=tuple(because),
        source="Ottawa knee rule, Stiell 1996, JAMA 275:611",
        clears_when="Answer the injury as gone, or as seen by a clinician. Gone or not, have it looked at.",
    )


def _ottawa_signs(record: Record, injury: Injury, now: datetime) -> list[str]:
    signs = [
        line
        for entry in open_flags(record, *OTTAWA_FLAGS)
        if days_between(injury.at, entry.at) <= OTTAWA_DAYS
        for line in ticked([entry])
    ]
    if days_between(injury.at, injury.entered) > OTTAWA_DAYS:
        return signs
    birth_year = record.person.birth_year if record.person else None
    if birth_year is None:
        signs.append(f"{NOT_ANSWERED}year of birth")
    else:
        # A birthday since the injury answers nothing
        ages = (injury.at.year - birth_year, now.year - birth_year)
        signs += [f"age {age}" for age in ages if not ADULT_FROM <= age < OLD_FROM][-1:]
    known = {entry.flag for entry in open_flags(record, *OTTAWA_FLAGS)}
    for flag in OTTAWA_FLAGS:
        if flag not in known and not denied_since(record, flag, injury.entered):
            signs.append(f"{NOT_ANSWERED}{FLAG_NAMES[flag]}")
    return signs


def same_day(record: Record, now: datetime) -> Finding | None:
    """R04: stuck, unable to walk, swollen within hours, numb or weak foot, swollen calf."""
    del now
    entries = open_flags(
        record, Flag.LOCKED, Flag.CANNOT_4_STEPS, Flag.NUMB_OR_WEAK_FOOT, Flag.CALF_SWOLLEN, Flag.FAST_SWELLING
    )
    because = list(ticked(entries))
    injuries = [one for one in open_injuries(record) if _entered_soon(one)]
    quick = [one for one in injuries if one.fast_swelling or (one.fast_swelling is None and not _slow(record, one))]
    for injury in quick:
        missing = NOT_ANSWERED if injury.fast_swelling is None else ""
        because.append(f"{missing}big swelling within hours of the {injury_words(injury)}")
    if not because:
        return None
    said = names(entries) or f"{listed([injury_words(injury) for injury in quick])}, with swelling within hours"
    if not entries and all(injury.fast_swelling is None for injury in quick):
        said = f"{listed([injury_words(injury) for injury in quick])}, and not whether it swelled within hours"
    return Finding(
        rule="R04",
        level=Level.SEEK_CARE,
        urgency=Urgency.SAME_DAY,
        title="Have this seen today.",
        text=f"You noted: {said}. People with this are usually advised to be seen the same day. "
        "Contact a doctor today.",
        because=tuple(because),
        source="Kernow and g-care knee pathways; NHS advice on blood clots",
        clears_when=CLEARS_TODAY,
    )


def _entered_soon(injury: Injury) -> bool:
    return utc(injury.entered) - utc(injury.at) < FAST_SWELLING_WITHIN


def _slow(record: Record, injury: Injury) -> bool:
    return denied_since(record, Flag.FAST_SWELLING, injury.entered)


def instability(record: Record, now: datetime) -> Finding | None:
    """R05: the knee gives way, or there was a pop with swelling, or a snap with bruising."""
    entries = [entry for entry in open_flags(record, Flag.GIVES_WAY) if days_between(entry.at, now) < GIVES_WAY_DAYS]
    signs = [
        (f"{sign}, {injury_words(one)}", one) for one in open_injuries(record) if (sign := _pop_or_snap(record, one))
    ]
    because = [*ticked(entries), *(words for words, _ in signs)]
    if not because:
        return None
    visits = [seen_on(record, Flag.GIVES_WAY, now) for _ in entries]
    visits += [injury_seen_on(record, injury, now) for _, injury in signs]
    seen = [visit for visit in visits if visit]
    if len(seen) == len(visits):
        return seen_note("R05", because, max(seen))
    return Finding(
        rule="R05",
        level=Level.SEEK_CARE,
        urgency=Urgency.DAYS,
        title="Have this knee examined in the next days.",
        text=f"{_noted(because)} A knee that gives way, or a pop or snap at an injury, deserves an examination. "
        "Book one within the next days, and don't run until somebody has examined it.",
        because=tuple(because),
        source="g-care knee pathway; blogs on pain inside the knee, of a runner and of a sports physiotherapist",
        clears_when=CLEARS_GONE,
    )


def _noted(because: list[str]) -> str:
    known = [line for line in because if not line.startswith(NOT_ANSWERED)]
    said = f"You noted: {listed(known)}." if known else "You noted an injury."
    return f"{said} {_counted(because)}".rstrip()


def _counted(because: list[str]) -> str:
    missing = [line.removeprefix(NOT_ANSWERED) for line in because if line.startswith(NOT_ANSWERED)]
    return f"Not answered yet, and so counted as yes: {listed(missing)}. " if missing else ""


def _pop_or_snap(record: Record, injury: Injury) -> str:
    swollen = [amount for at, amount in amounts(record) if at.date() >= injury.at.date()]
    asked = any(pain.swelling is not None and utc(pain.at) >= utc(injury.entered) for pain in record.pains)
    if injury.pop is not False and (any(swollen) or injury.fast_swelling or not asked):
        sure = injury.pop and (any(swollen) or injury.fast_swelling)
        return "pop with swelling" if sure else f"{NOT_ANSWERED}pop or swelling"
    if injury.snap is not False and injury.bruise is not False:
        sure = injury.snap and injury.bruise
        return "snap with bruising" if sure else f"{NOT_ANSWERED}snap or bruising"
    return ""


def seen_note(rule: str, because: Sequence[str], seen: date) -> Finding:
    """What a clinician has seen lately: a note that stops nothing."""
    day = day_words(seen)
    return Finding(
        rule=rule,
        level=Level.CAUTION,
        urgency=Urgency.ROUTINE,
        title=f"Seen by a clinician on {day}.",
        text=f"You noted: {listed(because)}. A clinician saw this on {day}. Keep to what you were advised there.",
        because=(*because, f"seen by a clinician on {day}"),
        source="product rule: what a clinician has seen is a note for 28 days",
        clears_when="It lapses 28 days after the visit, or sooner when a value rises or a new sign comes.",
    )
