"""What the page of an exercise says in short."""

import re

from kneecoach.domain.exercise import Exercise, Kind
from kneecoach.ui.words import dose, listed

WORKS = {Kind.ROLL: "Rolls", Kind.STRETCH: "Stretches"}
EASIEST, HARDEST = "This is the easiest", "This is the hardest"


def muscle(name: str) -> str:
    """Without its Latin: "Front of the thigh (quadriceps)" is "front of the thigh"."""
    plain = re.sub(r" *\(.*\)", "", name)
    return plain[:1].lower() + plain[1:]


def works(exercise: Exercise) -> str:
    """ "Works: front of the thigh, buttocks"."""
    return f"{WORKS.get(exercise.kind, 'Works')}: {', '.join(muscle(name) for name in exercise.muscles)}"


def usual_dose(exercise: Exercise) -> str:
    """The range that the source allows, where it names one; else the dose."""
    usual = dose(exercise.dosage, exercise.each_side)
    plain = dose(exercise.dosage, "")
    return usual.replace(plain.strip(), exercise.dose_range, 1) if exercise.dose_range else usual


def needs(exercise: Exercise) -> str:
    """ "Foam roller and mat", or "Nothing"."""
    names = [thing.name if place == 0 else _small(thing.name) for place, thing in enumerate(exercise.equipment)]
    return listed(names) or "Nothing"


def instead(exercise: Exercise) -> str:
    """What does in place of each thing: "Or a carpet or a folded blanket"."""
    return "\n".join(f"{thing.name}: or {_small(thing.substitute)}" for thing in exercise.equipment)


def spoken(exercise: Exercise) -> str:
    """The cues as they are heard, in quotation marks."""
    return " ".join(f"“{cue}.”" for cue in exercise.cues)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
