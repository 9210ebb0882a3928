"""The words of the red flags: what each is called, and days and numbers as they are spoken."""

from collections.abc import Sequence
from datetime import date

from kneecoach.domain.flag import Flag, Injury, Mechanism

FLAG_NAMES: dict[Flag, str] = {
    Flag.DEFORMITY: "knee or kneecap out of shape or out of place",
    Flag.FOOT_COLD_PALE: "foot cold or pale",
    Flag.BREATHLESS_OR_CHEST_PAIN: "short of breath or chest pain",
    Flag.CALF_SWOLLEN: "calf swollen, warm or sore",
    Flag.HOT_RED: "knee hot or red",
    Flag.SWOLLEN: "knee clearly swollen",
    Flag.FEVER: "feverish, shivering or unwell",
    Flag.CANNOT_4_STEPS: "cannot take four steps",
    Flag.CANNOT_BEND_90: "cannot bend the knee to a right angle",
    Flag.LOCKED: "knee stuck, will not straighten",
    Flag.CATCHES: "knee catches or clicks painfully",
    Flag.FIBULA_TENDER: "sore to touch on the bony knob at the outer side below the knee",
    Flag.KNEECAP_TENDER: "sore to touch on the kneecap",
    Flag.FAST_SWELLING: "big swelling within hours",
    Flag.NUMB_OR_WEAK_FOOT: "foot numb, tingling or weak",
    Flag.GIVES_WAY: "knee gives way",
    Flag.NIGHT_PAIN: "pain at night",
    Flag.CONSTANT_PAIN: "constant pain that rest does not change",
    Flag.WEIGHT_LOSS: "weight loss without a reason",
    Flag.NEW_LUMP: "new lump",
    Flag.HOP_PAIN: "pain on hopping",
    Flag.BONE_SORE: "sore at one point over the bone",
    Flag.LIMP: "limping",
}

MECHANISM_NAMES: dict[Mechanism, str] = {
    Mechanism.TWIST: "twist",
    Mechanism.FALL: "fall",
    Mechanism.BLOW: "blow",
    Mechanism.LANDING: "hard landing",
    Mechanism.OTHER: "injury",
}

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_words(day: date) -> str:
    """A day as it is said, the same under every locale: "14 November"."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def listed(words: Sequence[str], joint: str = "and") -> str:
    """Several things in one breath, each once: "a, b and c"."""
    words = list(dict.fromkeys(words))
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def numbers_words(numbers: Sequence[str]) -> str:
    """Emergency numbers in one breath: "112, 999 or 911"."""
    return listed(numbers, "or")


def injury_words(injury: Injury) -> str:
    """An injury as it is listed: "twist on 14 November"."""
    return f"{MECHANISM_NAMES[injury.mechanism]} on {day_words(injury.at.date())}"


def capital(words: str) -> str:
    """The words with their first letter large, the rest untouched."""
    return words[:1].upper() + words[1:]
