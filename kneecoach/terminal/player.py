"""Leads through a session in a terminal: lets time pass, obeys keys, and saves before it shows."""

import math
from collections.abc import Callable, Sequence
from enum import Enum
from typing import Protocol

from kneecoach.domain.as_agreed import AsAgreed
from kneecoach.domain.errors import DiskTrouble
from kneecoach.domain.pain_gate import Gate
from kneecoach.domain.session import STRETCH_S, Cause, Moment, Session, SessionEvent
from kneecoach.domain.session_record import SessionStatus
from kneecoach.terminal.hurting import END_KEYS, END_WORDS, FEWER, HURTING_KEYS, SAID, STOP_KEYS, Hurting, Less
from kneecoach.terminal.interrupts import Interrupt, Interrupts
from kneecoach.terminal.keys import HANG_UP, Keys

TICK_S = 0.05
PLAYING_KEYS = "Space pause · n next · b back · r again · d done · + - rest · h it hurts · q end"
PAUSED_KEYS = "Space go on · n next · b back · r again · h it hurts · q end"
SAME_KEYS = {
    ".": " ",
    "right": "n",
    "page-down": "n",
    "left": "b",
    "page-up": "b",
    "home": "r",
    "enter": "d",
    "=": "+",
}
TROUBLE_KEYS = "Space try again · q give up"


class Ending(Enum):
    """How playing ended. LEFT_OPEN: the machine ended it, and the session can be gone on with."""

    COMPLETED = "completed"
    STOPPED = "stopped"
    LEFT_OPEN = "left open"


class Screen(Protocol):
    """Whatever shows the session."""

    def tell(self, event: SessionEvent, session: Session) -> None:
        """One thing that happened and is on disk."""

    def draw(self, told: AsAgreed, message: str, keys: str) -> None:
        """How things stand: a message and the keys that may be pressed now."""


class Asking(Enum):
    """What the keys mean at the moment."""

    NOTHING = "nothing"
    PAIN = "pain"
    LESS = "less"
    STOP = "stop"
    END = "end"


class Player:
    """Plays one session to its end.

    `keep` puts events on disk and may raise `DiskTrouble`; nothing is shown before it is kept. With `answers` False
    nobody can press a key: then a pause ends by itself and trouble with the disk is not waited out. `trouble` is the
    disk's sentence while events wait to be kept, `hurt` whether pain ended an exercise.
    """

    def __init__(
        self,
        session: Session,
        screen: Screen,
        keys: Keys,
        *,
        keep: Callable[[Sequence[SessionEvent]], None],
        now: Callable[[], Moment],
        answers: bool = True,
        pain_at_start: int | None = None,
    ) -> None:
        self._session = session
        self._told = AsAgreed(session, pain_at_start)
        self._screen = screen
        self._keys = keys
        self._keep = keep
        self._now = now
        self._answers = answers
        self._pain_at_start = pain_at_start
        self._held: list[SessionEvent] = []
        self.trouble = ""
        self._message = ""
        self._asking = Asking.NOTHING
        self._hurting = Hurting()
        self._given_up = False
        self.hurt = False
        self.hung_up = False

    def play(self, interrupts: Interrupts, good_until_s: float = math.inf) -> Ending:
        """Until the session ends, or somebody ends it.

        The check-in holds until the boot-time second `good_until_s`: a pause that outlives it ends with the session
        left open, because going on asks again.
        """
        self._happened(self._session.advance(self._now()))
        while not self._over:
            if interrupts.noted is Interrupt.MACHINE:
                return self._leave()
            if interrupts.noted is Interrupt.PERSON:
                self._end()
                break
            if self._session.playing.paused and not self._answers:
                self._happened(self._session.resume(self._now()))
            self._screen.draw(self._told, self._words, self._key_hints)
            key = self._keys.read(TICK_S)
            if key == HANG_UP:
                self.hung_up = True
                return self._leave()
            if key and self._session.playing.paused and self._now().boot > good_until_s:
                return self._leave()
            self._obey(key)
        if self._session.playing.ended is None or self._held:
            return Ending.LEFT_OPEN
        completed = self._session.playing.ended is SessionStatus.COMPLETED
        return Ending.COMPLETED if completed else Ending.STOPPED

    @property
    def _over(self) -> bool:
        return self._given_up or (self._session.playing.ended is not None and not self._held)

    @property
    def _words(self) -> str:
        if self.trouble:
            return self.trouble
        return {Asking.PAIN: self._hurting.words, Asking.END: END_WORDS}.get(self._asking, self._message)

    @property
    def _key_hints(self) -> str:
        if self.trouble:
            return TROUBLE_KEYS
        asked = {Asking.PAIN: HURTING_KEYS, Asking.STOP: STOP_KEYS, Asking.END: END_KEYS}
        asked[Asking.LESS] = self._less.keys
        return asked.get(self._asking, PAUSED_KEYS if self._session.playing.paused else PLAYING_KEYS)

    def _happened(self, events: Sequence[SessionEvent]) -> None:
        self._held += events
        if not self._held or self.trouble:
            return
        self._save()

    def _save(self) -> None:
        try:
            self._keep(self._held)
        except DiskTrouble as trouble:
            if not self._answers:
                raise
            self.trouble = str(trouble)
            self._held += self._session.pause(self._now())
            return
        self.trouble = ""
        safe, self._held = self._held, []
        for event in safe:
            self._screen.tell(event, self._session)

    def _obey(self, key: str) -> None:
        if self.trouble:
            self._obey_in_trouble(key)
        elif self._asking is Asking.PAIN:
            self._obey_about_pain(key)
        elif self._asking is Asking.LESS:
            self._obey_about_less(key)
        elif self._asking is Asking.STOP:
            self._obey_about_stopping(key)
        elif self._asking is Asking.END:
            self._obey_about_ending(key)
        else:
            self._obey_while_playing(key)

    def _obey_while_playing(self, key: str) -> None:
        session, now = self._session, self._now()
        if key:
            self._message = ""
        if key in {"h", "p"}:
            self._asking, self._hurting = Asking.PAIN, Hurting()
            events = session.pause(now, Cause.HURTS)
        elif key in {"q", "escape"}:
            self._asking = Asking.END
            events = session.pause(now)
        else:
            events = self._control(key)(now)
        self._happened(events)
        if key and session.playing.paused and not self.trouble:
            # A control that moved while paused leaves no event: the place is kept all the same
            self._keep_place()

    def _control(self, key: str) -> Callable[[Moment], list[SessionEvent]]:
        session = self._session
        controls: dict[str, Callable[[Moment], list[SessionEvent]]] = {
            " ": session.resume if session.playing.paused else session.pause,
            "n": session.skip,
            "b": session.back,
            "r": session.restart_set,
            "d": session.finish_set,
            "+": session.stretch_lead,
            "-": lambda now: session.stretch_lead(now, -STRETCH_S),
        }
        return controls.get(SAME_KEYS.get(key, key), session.advance)

    def _keep_place(self) -> None:
        try:
            self._keep(())
        except DiskTrouble as trouble:
            self.trouble = str(trouble)

    def _obey_in_trouble(self, key: str) -> None:
        if key == " ":
            self._save()
            if self._asking is Asking.NOTHING:
                self._go_on()
        elif key in {"q", "escape"}:
            self._given_up = True

    def _obey_about_ending(self, key: str) -> None:
        if key in {"q", "enter"}:
            self._end()
        elif key in {" ", "escape"}:
            self._asking = Asking.NOTHING
            self._happened(self._session.resume(self._now()))

    def _obey_about_pain(self, key: str) -> None:
        score = self._hurting.score
        if key == "escape":
            self._asking = Asking.NOTHING
        elif key == "enter" and score is not None:
            self._asking = Asking.NOTHING
            self._answer_pain(score)
        else:
            self._hurting = self._hurting.after(key)

    def _answer_pain(self, score: int) -> None:
        session = self._session
        zones = session.timeline.zones
        said = zones.gate(score, self._pain_at_start, sharp=self._hurting.sharp)
        self._happened(session.say_pain(self._now(), score, self._hurting.sharp))
        offered = self._less.words if said is Gate.AMBER else ""
        self._message = " ".join(filter(None, (SAID[said], zones.note, offered)))
        if said is Gate.GREEN:
            self._go_on()
        elif said is Gate.AMBER:
            self._asking = Asking.LESS
        else:
            self.hurt = True
            self._asking = Asking.STOP

    @property
    def _less(self) -> Less:
        return Less(self._session.playing.planned.exercise.easier)

    def _obey_about_less(self, key: str) -> None:
        if self._less.easier and key in {"e", "enter"}:
            self._told.make_easier()
            self._message = self._less.agreed
        elif key in {"f", "enter"}:
            self._happened(self._session.fewer_reps(self._now()))
            self._keep_place()
            self._message = FEWER
        elif key == "escape":
            self._asking, self._message = Asking.NOTHING, ""
            return
        else:
            return
        self._asking = Asking.NOTHING
        self._go_on()

    def _obey_about_stopping(self, key: str) -> None:
        if key in {"enter", "q", "escape"}:
            self._end()
        elif key == "c":
            self._asking, self._message = Asking.NOTHING, ""
            self._happened(self._session.end_exercise(self._now()))
            self._go_on()

    def _go_on(self) -> None:
        """Unless something waits to be kept: then Space does both."""
        if not self.trouble:
            self._happened(self._session.resume(self._now()))

    def _end(self) -> None:
        self._happened(self._session.end(self._now()))

    def _leave(self) -> Ending:
        """Keep the place and what was done of this set, and leave the session open."""
        session = self._session
        self._held += session.put_aside(self._now())
        self._keep(self._held)
        return Ending.LEFT_OPEN if session.playing.ended is None else Ending(session.playing.ended.value)
