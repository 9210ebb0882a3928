"""What the page of an exercise says in short."""

import re
from typing import TYPE_CHECKING

from kneecoach.domain.dosage import Dosage
from kneecoach.domain.exercise import Exercise, Kind
from kneecoach.figure.facing import Facing
from kneecoach.figure.pacing import runs
from kneecoach.ui.words import dose, listed

if TYPE_CHECKING:
    from kneecoach.figure.movement import Movement

WORKS = {Kind.ROLL: "Rolls", Kind.STRETCH: "Stretches"}
FACING_WORDS = {
    Facing.SIDE: "Side",
    Facing.FRONT: "Front",
    Facing.BACK: "Back",
    Facing.ABOVE: "Above",
    Facing.ANGLED: "Angle",
}
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
    """ "Foam roller and mat"; where there are no things "Room: 4 m ahead", or "Nothing"."""
    names = [thing.name if place == 0 else _small(thing.name) for place, thing in enumerate(exercise.equipment)]
    return listed(names) or (f"Room: {exercise.room}" if exercise.room else "Nothing")


def instead(exercise: Exercise) -> str:
    """What does in place of each thing: "Mat: or a carpet". What follows a comma in its name is left out."""
    return "\n".join(f"{thing.name.split(',')[0]}: or {_small(thing.substitute)}" for thing in exercise.equipment)


def cues_heard(exercise: Exercise) -> tuple[str, ...]:
    """What is said in the work: the halves of a hold, where it has two, and the cues."""
    return (*exercise.halves, *exercise.cues)


def spoken(exercise: Exercise) -> str:
    """The cues as they are heard, in quotation marks."""
    return " ".join(f"“{cue}.”" for cue in cues_heard(exercise))


def real_seconds(movement: "Movement", dosage: Dosage) -> tuple[float, ...]:
    """How long each phase of the movement lasts at the dosage's tempo; at the movement's own where it names no other.

    Neighbours of one tempo name divide its seconds by their own, as they do in a session.
    """
    found = runs(movement)
    own = tuple(phase.seconds for phase in movement.phases)
    if [run.name for run in found] != [phase.phase for phase in dosage.tempo]:
        return own
    lengths = list(own)
    for run, phase in zip(found, dosage.tempo, strict=True):
        whole = sum(own[index] for index in run.phases)
        for index in run.phases:
            lengths[index] = phase.seconds * own[index] / whole
    return tuple(lengths)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
