"""What the player says: clock digits, phases of a tempo, what to fetch, why it stands still."""

import math
from collections.abc import Callable, Collection

from kneecoach.domain.easier import is_easier
from kneecoach.domain.equipment import ends, fetch_words, moving_words, soon_words, to_fetch_later
from kneecoach.domain.exercise import Side
from kneecoach.domain.intervals import INTERVALS
from kneecoach.domain.session import Cause, Playing
from kneecoach.domain.speech_words import sentences
from kneecoach.domain.timeline import Lead, PlannedSet, Timeline
from kneecoach.ui.words import SIDES, dose, minutes

LEADS = {Lead.GET_READY: "Get ready", Lead.CHANGE_SIDE: "Change side", Lead.REST: "Rest"}
PHASES = {
    "lower": "Down",
    "raise": "Up",
    "hold": "Hold",
    "pause": "Wait",
    "step": "Step",
    "follow": "Follow",
    "out": "Out",
    "back": "Back",
}
MINUTES_FROM_S = 60
HALF, LAST_QUARTER = 0.5, 0.75
"""From these shares of the last set on, the line speaks of what comes next."""
SHORTER_THAN_S = 0.001

Fits = Callable[[str], bool]
"""Whether a line can be read whole where it is to stand."""


def has_room(_line: str) -> bool:
    """However long it is."""
    return True


def clock(seconds: float) -> str:
    """Minutes and seconds, a begun second counting as a whole one: 2:45."""
    whole = whole_seconds(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def whole_seconds(seconds: float) -> int:
    """A begun second counts as a whole one, but a rounding error does not begin one."""
    return max(0, math.ceil(seconds - SHORTER_THAN_S))


def in_minutes(playing: Playing) -> bool:
    """Seconds alone up to a minute; longer work and leads count in minutes and seconds."""
    return playing.length_s > MINUTES_FROM_S and not (playing.working and playing.reps)


def digits(playing: Playing) -> str:
    """The largest figure on the screen: repetitions counted, or the time left."""
    if playing.working and playing.reps is not None:
        return str(playing.rep)
    return clock(playing.seconds_left) if in_minutes(playing) else str(whole_seconds(playing.seconds_left))


def unit(playing: Playing) -> str:
    """What stands beside the digits of a time."""
    if in_minutes(playing):
        return f"minutes of {clock(playing.length_s)}"
    return f"seconds of {whole_seconds(playing.length_s)}"


def phase_word(phase: str) -> str:
    """A part of the tempo as it is called out; a name of a physio's own stays as it is."""
    return PHASES.get(phase, phase.capitalize())


def place(planned: PlannedSet) -> str:
    """Which set this is: "Front lunge, left"."""
    side = "" if planned.side is Side.BOTH else f", {SIDES[planned.side].lower()}"
    return f"{planned.exercise.name}{side}"


def set_of(planned: PlannedSet) -> str:
    """ "Set 1 of 2"."""
    return f"Set {planned.number} of {planned.dosage.sets}"


def is_part(planned: PlannedSet) -> bool:
    """Whether it is a part of a stage of returning to running: running or walking, not the sets of an exercise."""
    return planned.exercise.id in INTERVALS


def part_after(planned: PlannedSet, timeline: Timeline) -> str:
    """What comes after a part: "Then walk 2 min"."""
    following = next((one for one in timeline.sets if one.index > planned.index), None)
    if following is None:
        return "The last part"
    word = following.exercise.name.split()[0].lower()
    return f"Then {word} {whole_seconds(following.work_s / MINUTES_FROM_S)} min"


def cue(playing: Playing) -> str:
    """One cue at a time: the same for both sides of a set, another one after half of it.

    What the half of a hold asks for stands before it.
    """
    cues = playing.planned.exercise.cues
    if not cues:
        return ""
    half = 2 * playing.elapsed_s >= playing.length_s and playing.working
    return sentences(playing.half, cues[(2 * (playing.planned.number - 1) + half) % len(cues)])


def begins(planned: PlannedSet, timeline: Timeline) -> bool:
    """Whether an exercise begins with this set."""
    return planned.index == 0 or timeline.sets[planned.index - 1].item != planned.item


def announcement(playing: Playing, timeline: Timeline, lacking: Collection[str] = (), fits: Fits = has_room) -> str:
    """The line under the ruler before a set: what to fetch, where to be, how much; or the cue when that is known.

    An easier version that was agreed on comes first.
    """
    planned = playing.planned
    if not begins(planned, timeline):
        return _cued(playing, soon_words(planned, timeline, lacking) if ends(planned, timeline) else "", fits)
    said = [fetch_words(planned, timeline, lacking), moving_words(planned, timeline, lacking)]
    if not to_fetch_later(planned, timeline):
        # A list of everything that is needed fills both lines
        whole = minutes(round(planned.work_s / MINUTES_FROM_S)) if is_part(planned) else ""
        said.append(f"{whole or dose(planned.dosage, planned.exercise.each_side)}.")
    whole_line = " ".join(filter(None, said))
    return _cued(playing, whole_line, fits) if is_easier(planned) else whole_line


def working_line(playing: Playing, timeline: Timeline, lacking: Collection[str] = (), fits: Fits = has_room) -> str:
    """The line under the ruler in the work: the cue; in the second half of the last set what the next one needs.

    A hold of two parts first says what its second half asks for, and an easier version that was agreed on stays.
    """
    planned = playing.planned
    late_from = LAST_QUARTER if playing.half else HALF
    late = playing.elapsed_s >= late_from * playing.length_s and ends(planned, timeline)
    return _cued(playing, soon_words(planned, timeline, lacking) if late else "", fits)


def coming(playing: Playing, timeline: Timeline, lacking: Collection[str] = (), fits: Fits = has_room) -> str:
    """In a rest: the set that comes, and what to fetch soon or to think of."""
    planned = playing.planned
    side = "" if planned.side is Side.BOTH else f", {SIDES[planned.side].lower()} side"
    place = f"{set_of(planned)}{side}."
    more = _cued(playing, soon_words(planned, timeline, lacking), lambda line: fits(f"{place} {line}"))
    return f"{place} {more}".strip()


def _cued(playing: Playing, instead: str, fits: Fits) -> str:
    """The cue, or what stands `instead` of it; never instead of an easier version, but after it where there is room."""
    said = cue(playing)
    if not is_easier(playing.planned):
        return instead or said
    both = f"{said} {instead}".strip()
    return both if fits(both) else said


def standing_still(cause: Cause, paused_for_s: float) -> str:
    """Why the session stands still, and that nothing is lost."""
    if cause is Cause.SLEPT:
        return "The computer was asleep, so the session waited. The sleep counts for nothing."
    if cause is Cause.RESTARTED:
        return "This session was left open. It goes on from here, with everything you did before."
    if cause is Cause.HURTS:
        return "Paused because it hurts. Take the time you need; nothing is lost."
    return f"Paused for {clock(math.floor(paused_for_s))}. Nothing is lost if you close the lid."
