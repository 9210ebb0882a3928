"""The words of the voice: places, doses, tempo, praise, and what it says when a session stops or goes on."""

from collections.abc import Collection

from kneecoach.domain.dosage import TempoPhase
from kneecoach.domain.equipment import UP, fetch_words, moving_words
from kneecoach.domain.exercise import Side
from kneecoach.domain.intervals import INTERVALS
from kneecoach.domain.number_words import in_words
from kneecoach.domain.session_events import Cause
from kneecoach.domain.session_record import SessionStatus
from kneecoach.domain.timeline import Lead, PlannedSet, Timeline

HALF_WAY = "Half-way."
TEN_LEFT = "Ten seconds left."
HOLD = "Hold."
GOING_ON = "Going on."
NOT_SAVED = "Stopped, because something could not be saved. Please look at the screen."
PRAISES = (
    "Well done so far. The last set comes next.",
    "Good work, every set so far.",
    "Well done, nothing left out so far.",
)
"""Said only where it is true; never about pain."""
STOPS = {
    Cause.ASKED: "Paused.",
    Cause.SLEPT: "Paused, because the computer was asleep.",
    Cause.HURTS: "Paused. How much does it hurt, from zero to ten?",
    Cause.RESTARTED: "Paused where you left it.",
}
ENDS = {
    SessionStatus.COMPLETED: "Session finished.",
    SessionStatus.STOPPED: "Session ended. What you did is kept.",
}
SILENT_PHASES = frozenset({"pause"})
SHORTEST_PHASE_S = 0.4
"""No word fits into less."""
MINUTE_S = 60
FEW_REPS, THREE_MORE_FROM_REPS = 4, 8
"""Fewer repetitions than these have no half-way and no last one; or are over too soon for "three more"."""


def side_words(planned: PlannedSet) -> str:
    """ "Left leg", "Left side" or "Leading left"; empty when both legs work together."""
    if planned.side is Side.BOTH:
        return ""
    side = planned.side.value
    each = planned.exercise.each_side
    if "way" in each:
        return f"Leading {side}"
    return f"{side.capitalize()} {'leg' if 'leg' in each else 'side'}"


def set_words(planned: PlannedSet) -> str:
    """ "Set 1 of 2"; empty when there is only one."""
    if planned.dosage.sets == 1:
        return ""
    last = ", the last one" if planned.number == planned.dosage.sets else ""
    return f"Set {planned.number} of {planned.dosage.sets}{last}"


def dose_words(planned: PlannedSet) -> str:
    """ "Ten repetitions", "Twenty-five seconds"."""
    dosage = planned.dosage
    if dosage.reps is not None:
        return f"{in_words(dosage.reps)} {'repetition' if dosage.reps == 1 else 'repetitions'}".capitalize()
    return seconds_words(dosage.set_s).capitalize()


def seconds_words(seconds: float) -> str:
    """ "forty seconds", "two minutes"."""
    whole = round(seconds)
    if whole > MINUTE_S and whole % MINUTE_S == 0:
        return f"{in_words(whole // MINUTE_S)} minutes"
    return f"{in_words(whole)} {'second' if whole == 1 else 'seconds'}"


def sentences(*parts: str) -> str:
    """Each part with a full stop; empty ones are left out."""
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def in_one_breath(*parts: str) -> str:
    """The parts as one sentence, where time is short."""
    said = [part.rstrip(".") for part in parts if part]
    return f"{', '.join([*said[:1], *(part[:1].lower() + part[1:] for part in said[1:])])}."


def lead_in_words(
    planned: PlannedSet, timeline: Timeline, rest: str = "", lacking: Collection[str] = ()
) -> tuple[str, ...]:
    """What is said before a set, from the fullest wording to the shortest; `rest` is put before what follows a rest."""
    side, number, dose = side_words(planned), set_words(planned), dose_words(planned)
    if planned.lead is Lead.GET_READY:
        name = planned.exercise.short_name
        moving, fetch = moving_words(planned, timeline, lacking), fetch_words(planned, timeline, lacking)
        # Things are fetched on one's feet
        there = (moving, fetch) if moving == UP else (fetch, moving)
        return (
            sentences(name, *there, side, number, dose),
            sentences(name, moving, side, number, dose),
            sentences(in_one_breath(name, side, number, dose), moving),
            sentences(in_one_breath(name, side, number, dose.split()[0]), moving),
        )
    if planned.lead is Lead.CHANGE_SIDE:
        return (sentences("Change side", side, number), in_one_breath("Change side", side, number))
    return (sentences(rest, side, number, dose), sentences(rest, in_one_breath(side, number, dose)))


def lead_in_writing(planned: PlannedSet) -> str:
    """What of it the player does not show in boxes and pips: the short name and the dose."""
    if planned.lead is Lead.CHANGE_SIDE:
        return ""
    return sentences(planned.exercise.short_name if planned.lead is Lead.GET_READY else "", dose_words(planned))


def place_words(planned: PlannedSet) -> str:
    """Where the session stands, for whoever comes back to it or jumped there; of running and walking how long it is."""
    length = dose_words(planned) if planned.exercise.id in INTERVALS else ""
    return sentences(planned.exercise.short_name, side_words(planned), set_words(planned), length)


def going_on_words(planned: PlannedSet, *, working: bool, half: str = "") -> str:
    """After a pause: that it goes on, and where; in the middle of the work in few words, since the count goes on.

    `half` is what this half of a hold asks for.
    """
    return f"{GOING_ON} {sentences(side_words(planned), half) if working else place_words(planned)}".strip()


def halves_of(planned: PlannedSet) -> tuple[str, ...]:
    """What the two halves of this set ask for; empty when it is one."""
    return planned.exercise.halves if planned.dosage.reps is None else ()


def count_words(rep: int, of: int) -> tuple[str, str]:
    """What is said when a repetition counts, and how much of it is written: the number is on the screen already."""
    note = ""
    if rep == of - 1 and of >= FEW_REPS:
        note = "last one"
    elif rep == (of + 1) // 2 and of >= FEW_REPS:
        note = "half-way"
    elif rep == of - 3 and of >= THREE_MORE_FROM_REPS:
        note = "three more"
    number = in_words(rep).capitalize()
    return (f"{number}, {note}.", f"{note.capitalize()}.") if note else (f"{number}.", "")


def tempo_words(phase: TempoPhase, *, counting: bool) -> tuple[str, ...]:
    """One word for each second of a part of the tempo: "Down", "two", "three"; only the first unless `counting`."""
    if phase.phase in SILENT_PHASES or phase.seconds < SHORTEST_PHASE_S:
        return ()
    seconds = int(phase.seconds + 0.5) if counting else 1
    return (phase.word, *(in_words(second) for second in range(2, seconds + 1)))
