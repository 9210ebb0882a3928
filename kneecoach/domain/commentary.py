"""The coach's mouth: of everything there is to say, the one thing that is said now, or nothing."""

from collections.abc import Iterable
from math import inf

from kneecoach.domain.easier import eased
from kneecoach.domain.session_events import (
    Counted,
    LeadStarted,
    PainSaid,
    Paused,
    Playing,
    Resumed,
    SessionEnded,
    SessionEvent,
    SetFinished,
    WorkStarted,
)
from kneecoach.domain.session_record import SetStatus
from kneecoach.domain.speech import Manner, Script, ahead_in_work, lead_script, set_cues, work_script
from kneecoach.domain.speech_words import ENDS, GOING_ON, STOPS, going_on_words, place_words
from kneecoach.domain.timeline import PlannedSet, Timeline
from kneecoach.domain.utterance import Kind, Utterance, length_s, written

Due = tuple[float, Utterance]


class Commentary:
    """Says one thing at a time. What comes due while something is said waits as long as its kind has patience.

    When waiting would take longer, it cuts what is being said if it ranks higher, and is dropped if not: a count beats
    a cue, and nothing is said late. It follows the time that was played, so a pause stops it and a jump takes it along.
    """

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._script: Script = ()
        self._next = 0
        self._of: tuple[PlannedSet, bool, float] | None = None
        self._told: set[str] = set()
        self._placed: int | None = None
        self._waiting: list[Due] = []
        self._saying: Utterance | None = None
        self._until_s = 0.0
        self._done: set[int] = set()
        self._sore: set[int] = set()
        self._owed = ""

    def turn(
        self, events: Iterable[SessionEvent], playing: Playing, timeline: Timeline, now_s: float
    ) -> Utterance | None:
        """What to begin to say at `now_s`, after `events` brought the session to `playing`; it cuts what is said."""
        heard = tuple(events)
        for event in heard:
            self._hear(event, playing, timeline, now_s)
        if any(isinstance(event, Resumed) for event in heard):
            self._go_on(playing, now_s, told=any(isinstance(event, LeadStarted) for event in heard))
        if playing.paused is None and playing.ended is None:
            self._follow(playing, timeline)
            self._collect(playing, now_s)
        return self._choose(now_s)

    def due_in_s(self, playing: Playing, now_s: float) -> float:
        """For how long there is nothing to say, if nothing happens before."""
        if self._waiting:
            return max(0.0, self._until_s - now_s)
        return self._script[self._next].at_s - playing.elapsed_s if self._next < len(self._script) else inf

    def say(self, text: str, now_s: float) -> Utterance:
        """Say something that is no part of the session, such as that a set could not be saved."""
        return self._begin(Utterance(text, Kind.STATE), now_s)

    def _hear(self, event: SessionEvent, playing: Playing, timeline: Timeline, now_s: float) -> None:
        if isinstance(event, LeadStarted | WorkStarted):
            self._open(playing, timeline)
        elif isinstance(event, SetFinished):
            record = event.record
            (self._done.add if record.status is SetStatus.DONE else self._done.discard)(record.index)
        elif isinstance(event, PainSaid):
            self._sore.add(event.planned.item)
        elif isinstance(event, Counted) and event.rep == event.of:
            self._count_out(now_s)
        elif isinstance(event, Paused):
            self._tell(STOPS[event.cause], now_s)
        elif isinstance(event, SessionEnded):
            counted = [one.text for _, one in self._waiting if one.kind is Kind.COUNT]
            self._tell(" ".join((*counted, ENDS[event.status])), now_s)

    def _tell(self, text: str, now_s: float) -> None:
        """What waited belongs to a moment that is gone."""
        self._waiting = [(now_s, Utterance(text, Kind.STATE))]

    def _go_on(self, playing: Playing, now_s: float, *, told: bool) -> None:
        """Where it goes on, unless a lead that begins says so at once; what was agreed on has no time for a place."""
        easier = set_cues(playing.planned)[0] if self._of and eased(self._of[0], playing.planned) else ""
        short = told or (bool(easier) and not playing.working)
        words = GOING_ON if short else going_on_words(playing.planned, working=playing.working, half=playing.half)
        self._waiting.append((now_s, Utterance(words, Kind.STATE)))
        if told:
            return
        self._placed = playing.planned.index
        if easier:
            # The next cue may be in the next set, and that of a lead may be over
            self._owed = easier
            self._waiting.append((now_s, written(easier, Kind.PLACE)))
            self._told.add(easier)

    def _count_out(self, now_s: float) -> None:
        """The last number may fall on the very end of the set, whose script is closed before it comes to be said."""
        left = self._script[self._next :] if self._of and self._of[1] else ()
        self._waiting += [(now_s, one) for one in left if one.kind is Kind.COUNT][-1:]
        self._next = len(self._script)

    def _open(self, playing: Playing, timeline: Timeline) -> None:
        stays = self._of is not None and self._of[0].index == playing.planned.index
        self._waiting = [
            due
            for due in self._waiting
            if due[1].kind in {Kind.STATE, Kind.COUNT} or (stays and due[1].text == self._owed)
        ]
        self._write(playing, timeline)
        self._told, self._next = set(), 0

    def _follow(self, playing: Playing, timeline: Timeline) -> None:
        """A lead was made longer or shorter, or a set eased: what was told stays told."""
        if self._of == (playing.planned, playing.working, playing.length_s):
            return
        if self._of is None or (self._of[0].index, self._of[1]) != (playing.planned.index, playing.working):
            self._told = set()
        self._write(playing, timeline)
        if playing.working:
            self._script = tuple(one for one in self._script if one.at_s >= playing.elapsed_s or one.kind is Kind.PLACE)
            self._next = 0
            return
        self._script = tuple(
            one
            for one in self._script
            if one.text not in self._told and (one.at_s >= playing.elapsed_s or one.kind in {Kind.PLACE, Kind.CUE})
        )
        self._next = 0

    def _write(self, playing: Playing, timeline: Timeline) -> None:
        planned = playing.planned
        self._of = (planned, playing.working, playing.length_s)
        if playing.working:
            ahead = ahead_in_work(planned, timeline, self._manner)
            self._script = work_script(planned, self._manner, self._told, ahead=ahead)
            if self._placed != planned.index:
                self._script = (Utterance(place_words(planned), Kind.PLACE), *self._script)
            return
        before = [other.index for other in timeline.sets[: planned.index] if other.item == planned.item]
        complete = bool(before) and planned.item not in self._sore and self._done.issuperset(before)
        self._script = lead_script(planned, timeline, playing.length_s, self._manner, complete=complete)

    def _collect(self, playing: Playing, now_s: float) -> None:
        while self._next < len(self._script) and self._script[self._next].at_s <= playing.elapsed_s:
            utterance = self._script[self._next]
            self._waiting.append((now_s - (playing.elapsed_s - utterance.at_s), utterance))
            self._next += 1

    def _choose(self, now_s: float) -> Utterance | None:
        self._waiting = [(due_s, one) for due_s, one in self._waiting if now_s - due_s <= one.kind.patience_s]
        if not self._waiting:
            return None
        due_s, first = max(self._waiting, key=lambda due: (_urgency(due[1].kind), -due[0]))
        if self._saying is not None and now_s < self._until_s and first.kind is not Kind.STATE:
            may_wait = self._until_s - due_s <= first.kind.patience_s
            if may_wait or first.kind.rank <= self._saying.kind.rank:
                return None
        self._waiting.remove((due_s, first))
        return self._begin(first, now_s)

    def _begin(self, utterance: Utterance, now_s: float) -> Utterance:
        self._saying, self._until_s = utterance, now_s + length_s(utterance.text, self._manner.pace)
        self._told.add(utterance.text)
        if utterance.kind is Kind.PLACE and self._of is not None:
            self._placed = self._of[0].index
        return utterance


def _urgency(kind: Kind) -> tuple[bool, bool, int]:
    """A number can't wait for what comes after it, so it is said before the place of the next set."""
    return kind is Kind.STATE, kind is Kind.COUNT, kind.rank
