"""What the coach says in each lead and each set's work, and at which second of it."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import accumulate

from kneecoach.domain.equipment import ends, soon_words
from kneecoach.domain.session_head import HALF_WAY_FROM_S
from kneecoach.domain.speech_words import (
    ENDS,
    GOING_ON,
    HALF_WAY,
    HOLD,
    NOT_SAVED,
    PRAISES,
    STOPS,
    TEN_LEFT,
    count_words,
    going_on_words,
    halves_of,
    in_one_breath,
    lead_in_words,
    lead_in_writing,
    place_words,
    seconds_words,
    sentences,
    tempo_words,
)
from kneecoach.domain.timeline import Lead, PlannedSet, Timeline
from kneecoach.domain.utterance import Kind, Pace, Utterance, length_s, written

LONG_LEAD_S = 20.0
"""A rest from here on is announced with its length; the next set follows towards its end."""
BREATH_S = 0.2
BEFORE_WORK_S = 1.0
FIRST_CUE_REP, CUE_EVERY_REPS = 3, 4
FIRST_CUE_S, CUE_EVERY_S = 6.0, 13.0
PACED_ROUNDS = 2
COUNT_DOWN = 2
"""So many words end in "two", which the number of the first repetition would follow."""
TEN_LEFT_FROM_S = 40.0
LAST_WORDS_S = 4.0
"""Before 3, 2, 1 of a timed set nothing new is begun."""

Script = tuple[Utterance, ...]


@dataclass(frozen=True, slots=True)
class Manner:
    """How the coach talks. Without `count_aloud` only the first repetition of a set is called, and no number.

    Of the things that are `lacking`, by name, it says what does instead.
    """

    pace: Pace = Pace.BRISK
    count_aloud: bool = True
    lacking: tuple[str, ...] = ()


def set_cues(planned: PlannedSet) -> tuple[str, ...]:
    """The cues of this set in the order in which they are said: the same on both sides, others in the next set."""
    cues = planned.exercise.cues
    first = 2 * (planned.number - 1) % len(cues) if cues else 0
    return tuple(f"{cue.rstrip('.')}." for cue in cues[first:] + cues[:first])


def lead_script(
    planned: PlannedSet, timeline: Timeline, lead_s: float, manner: Manner, *, complete: bool = False
) -> Script:
    """A lead of `lead_s`: where the body goes, what is done, one cue. `complete` allows a word of praise."""
    resting = planned.lead is Lead.REST
    rest = f"Rest, {seconds_words(planned.lead_s)}." if resting else ""
    long = resting and lead_s >= LONG_LEAD_S
    wordings = lead_in_words(planned, timeline, "" if long else rest, manner.lacking)
    cue = _lead_cue(planned, lead_s - length_s(wordings[-1], manner.pace) - BREATH_S, manner.pace)
    cue_s = length_s(cue, manner.pace) + BREATH_S if cue else 0.0
    place = _fitting(wordings, lead_s - cue_s, manner.pace)
    said = []
    at_s = 0.0
    if long:
        at_s = lead_s - BEFORE_WORK_S - cue_s - length_s(place, manner.pace)
        said.append(Utterance(rest, Kind.NOTICE))
        if complete and planned.number == planned.dosage.sets:
            said.append(written(PRAISES[planned.item % len(PRAISES)], Kind.PRAISE, _after(said[-1], manner)))
    said.append(Utterance(place, Kind.PLACE, at_s, lead_in_writing(planned)))
    without_cue = list(said)
    if cue:
        said.append(written(cue, Kind.CUE, _after(said[-1], manner)))
    if not (ahead := _ahead(planned, timeline, lead_s, said, manner)):
        # Having it at hand in time is worth more than a cue
        ahead = _ahead(planned, timeline, lead_s, without_cue, manner)
        said = without_cue if ahead else said
    return _in_order([*said, *ahead])


def work_script(planned: PlannedSet, manner: Manner, told: Collection[str] = (), *, ahead: str = "") -> Script:
    """A set's work: tempo and count, or half-way and what is left; where there is time, the cues not yet `told`.

    `ahead` is what `ahead_in_work` has to say.
    """
    cues = [cue for cue in set_cues(planned) if cue not in told]
    if planned.dosage.reps is not None:
        return _in_order(_counted(planned, [*filter(None, [ahead]), *cues], manner))
    return _in_order(_timed(planned, cues, manner, ahead))


def ahead_in_work(planned: PlannedSet, timeline: Timeline, manner: Manner) -> str:
    """What the next exercise needs, where no pause before the last work had the time to say it; else nothing."""
    words = soon_words(planned, timeline, manner.lacking)
    if not words or not ends(planned, timeline):
        return ""
    last = [one for one in timeline.sets if (one.item, one.number) == (planned.item, planned.number)]
    before = [utterance.text for one in last for utterance in lead_script(one, timeline, one.lead_s, manner)]
    return "" if words in before else soon_words(planned, timeline, manner.lacking, brief=True)


def lines(timeline: Timeline, manner: Manner) -> tuple[str, ...]:
    """Everything that a session is expected to say, in order and each once, for a voice that prepares itself."""
    said: dict[str, None] = dict.fromkeys((*STOPS.values(), GOING_ON))
    before: PlannedSet | None = None
    for planned in timeline.sets:
        script = lead_script(planned, timeline, planned.lead_s, manner, complete=True)
        ahead = ahead_in_work(planned, timeline, manner)
        # The work of the other side is told in the same words
        if ahead or before is None or (before.item, before.number) != (planned.item, planned.number):
            script += work_script(planned, manner, ahead=ahead)
        said |= dict.fromkeys(utterance.text for utterance in script)
        before = planned
    places = [place_words(planned) for planned in timeline.sets]
    places += [going_on_words(planned, working=False) for planned in timeline.sets]
    places += [
        going_on_words(planned, working=True, half=half)
        for planned in timeline.sets
        for half in halves_of(planned) or ("",)
    ]
    return tuple(said | dict.fromkeys((*ENDS.values(), NOT_SAVED, *places)))


def _fitting(wordings: tuple[str, ...], room_s: float, pace: Pace) -> str:
    return next((wording for wording in wordings if length_s(wording, pace) <= room_s), wordings[-1])


def _lead_cue(planned: PlannedSet, room_s: float, pace: Pace) -> str:
    """The cue whose turn it is, or the next that is short enough; the shortest when none is."""
    cues = set_cues(planned)
    return next((cue for cue in cues if length_s(cue, pace) <= room_s), min(cues, key=len, default=""))


def _after(utterance: Utterance, manner: Manner) -> float:
    return utterance.at_s + length_s(utterance.text, manner.pace) + BREATH_S


def _ahead(planned: PlannedSet, timeline: Timeline, lead_s: float, said: list[Utterance], manner: Manner) -> Script:
    """What the next exercise needs, said in the last lead before it that has the time."""
    words = soon_words(planned, timeline, manner.lacking)
    if not words or planned.lead is Lead.GET_READY:
        return ()
    needed_s = length_s(words, manner.pace) + BREATH_S
    last = ends(planned, timeline)
    if lead_s >= LONG_LEAD_S and planned.lead is Lead.REST:
        at_s = _after([one for one in said if one.kind in {Kind.NOTICE, Kind.PRAISE}][-1], manner)
        return (written(words, Kind.NOTICE, at_s),)
    at_s = _after(said[-1], manner)
    return (written(words, Kind.NOTICE, at_s),) if last and at_s + needed_s <= lead_s + BEFORE_WORK_S else ()


def _counted(planned: PlannedSet, further: list[str], manner: Manner) -> list[Utterance]:
    dosage, said = planned.dosage, []
    of = dosage.reps or 0
    cues = _cue_reps(of, further)
    starts = list(accumulate((phase.seconds for phase in dosage.tempo), initial=0.0))
    for rep in range(1, of + 1):
        began_s = (rep - 1) * dosage.rep_s
        if rep in cues:
            said.append(written(cues[rep], Kind.CUE, began_s))
        if rep == 1 or manner.count_aloud:
            for start_s, phase in zip(starts, dosage.tempo, strict=False):
                words = tempo_words(phase, counting=rep == 1)
                # "Up, two, one" would sound like a count down
                if len(words) == COUNT_DOWN and start_s + phase.seconds == dosage.counted_at_s:
                    words = words[:1]
                for second, word in enumerate(words):
                    said.append(Utterance(f"{word.capitalize()}.", Kind.TEMPO, began_s + start_s + second))
        number, note = count_words(rep, of)
        if manner.count_aloud or note:
            text = number if manner.count_aloud else note
            said.append(Utterance(text, Kind.COUNT, began_s + dosage.counted_at_s, note))
    return said


def _cue_reps(of: int, further: list[str]) -> dict[int, str]:
    """In which repetitions a cue is said instead of the tempo: every few, none near a half-way or at the end."""
    free = [rep for rep in range(FIRST_CUE_REP, of - 1) if not count_words(rep - 1, of)[1]]
    chosen: list[int] = []
    for rep in free:
        if not chosen or rep >= chosen[-1] + CUE_EVERY_REPS:
            chosen.append(rep)
    return dict(zip(chosen, further, strict=False))


def _timed(planned: PlannedSet, further: list[str], manner: Manner, ahead: str) -> list[Utterance]:
    dosage = planned.dosage
    seconds = dosage.set_s
    halves = halves_of(planned)
    half_way = HALF_WAY
    if halves:
        said = [written(in_one_breath(HOLD, halves[0]), Kind.NOTICE)]
        half_way = sentences(HALF_WAY, halves[1])
    else:
        said = _pacing(planned) if dosage.tempo else [Utterance(HOLD, Kind.TEMPO)]
    if halves or seconds >= HALF_WAY_FROM_S:
        said.append(written(half_way, Kind.NOTICE, seconds / 2))
    if ahead:
        at_s = seconds / 2 + length_s(half_way, manner.pace) + BREATH_S
        said.append(written(ahead, Kind.NOTICE, max(0.0, min(at_s, seconds - LAST_WORDS_S - length_s(ahead)))))
    if seconds >= TEN_LEFT_FROM_S:
        said.append(written(TEN_LEFT, Kind.NOTICE, seconds - 10))
    taken = [(one.at_s - 1, one.at_s + max(2, length_s(one.text))) for one in said if one.kind is Kind.NOTICE]
    at_s = max(FIRST_CUE_S, PACED_ROUNDS * dosage.rep_s + 1)
    for cue in further:
        cue_s = length_s(cue, manner.pace)
        at_s = _free(at_s, cue_s, taken)
        if at_s + cue_s > seconds - LAST_WORDS_S:
            break
        said.append(written(cue, Kind.CUE, at_s))
        at_s += CUE_EVERY_S
    return said


def _pacing(planned: PlannedSet) -> list[Utterance]:
    said, at_s = [], 0.0
    for phase in planned.dosage.tempo * PACED_ROUNDS:
        said += [Utterance(f"{word}.", Kind.TEMPO, at_s) for word in tempo_words(phase, counting=False)]
        at_s += phase.seconds
    return [one for one in said if one.at_s < planned.work_s - LAST_WORDS_S]


def _free(at_s: float, needed_s: float, taken: list[tuple[float, float]]) -> float:
    for begins_s, ends_s in sorted(taken):
        if at_s < ends_s and begins_s < at_s + needed_s:
            at_s = ends_s
    return at_s


def _in_order(said: list[Utterance]) -> Script:
    return tuple(sorted(said, key=lambda utterance: utterance.at_s))
