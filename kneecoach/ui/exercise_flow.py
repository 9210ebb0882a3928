"""The page of an exercise: to it and back, trying one set, and adding it to a routine."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.exercise import Exercise, Side
from kneecoach.domain.person import first_side
from kneecoach.domain.settings import Settings
from kneecoach.domain.try_out import try_out
from kneecoach.storage.glance import Glance
from kneecoach.ui.changes import Changes
from kneecoach.ui.edges import Edges
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.pages.today_page import Choice
from kneecoach.ui.session_flow import LEFT_OPEN, SessionFlow
from kneecoach.ui.shell import EXERCISE, TODAY
from kneecoach.ui.voice import NO_VOICE

if TYPE_CHECKING:
    from kneecoach.ui.adding import Adding
    from kneecoach.ui.pages.exercise_page import ExercisePage

# The page and what it needs are imported when it is first shown: the first paint needs Today alone
# ruff: noqa: PLC0415

NOT_READY = "The voice is getting ready. Press Listen once more in a moment."
VOICE_BACK = "The voice is on again, in sessions too."
AT_NOUGHT = "The voice's volume is 0. Turn it up in Settings, under Sound and voice."


class ExerciseFlow(QObject):
    """One page for all exercises, made when the first one is looked at."""

    def __init__(
        self,
        window: MainWindow,
        late: LateStore,
        look: Callable[[], Glance | None],
        *,
        edges: Edges,
        exercises: Mapping[str, Exercise],
        changes: Changes,
        sessions: SessionFlow,
    ) -> None:
        super().__init__(window)
        self._window, self._late, self._look, self._edges = window, late, look, edges
        self._exercises, self._changes, self._sessions = exercises, changes, sessions
        self._page: ExercisePage | None = None
        self._adding: Adding | None = None
        self._above = TODAY
        window.shell.add_page(EXERCISE, self._make)

    def show_exercise(self, exercise_id: str, routine: str = "") -> None:
        """`routine` is the name of the one it was opened from. The way back leads to the page it was opened on."""
        shell = self._window.shell
        shell.page(EXERCISE)
        assert self._page is not None, "the shell has just made it"
        if shell.current() != EXERCISE:
            self._above = shell.current() or TODAY
        else:
            routine = self._page.crumbs.name()
        found = self._look()
        settings = found.settings if found else Settings()
        self._page.show_exercise(
            exercise_id,
            routine,
            side=first_side(found.person if found else None),
            reduced_motion=settings.reduced_motion,
            voice=settings.voice,
        )
        if settings.voice:
            # It takes a moment; whoever asks to listen will have read a little first
            self._edges.voice.open([_one_after_the_other(self._exercises[exercise_id].cues)])
        self._window.go_to(EXERCISE)

    def _make(self) -> QWidget:
        from kneecoach.ui.pages.exercise_page import ExercisePage

        page = ExercisePage(self._exercises, self._sessions.movement, now=lambda: self._edges.now().monotonic)
        page.back_requested.connect(self._leave)
        page.exercise_requested.connect(self.show_exercise)
        page.try_requested.connect(self._try_out)
        page.add_requested.connect(self._add_to_routine)
        page.listen_requested.connect(self._speak)
        self._window.shell.page_shown.connect(self._hush)
        self._page = page
        return page

    def _speak(self, cues: tuple[str, ...]) -> None:
        """Whoever presses Listen wants to hear something, so a mute that is left from a session ends."""
        voice = self._edges.voice
        found = self._look()
        if found is not None and not found.settings.voice_volume:
            self._window.notice().say(AT_NOUGHT)
            return
        was_muted = voice.muted
        voice.unmute()
        if not voice.settled:
            voice.open([_one_after_the_other(cues)])
            self._window.notice().tell(NOT_READY)
        elif voice.available:
            voice.say(_one_after_the_other(cues))
            if was_muted:
                self._window.notice().tell(VOICE_BACK)
        else:
            self._window.notice().say(NO_VOICE)

    def _hush(self) -> None:
        """What was said belongs to the exercise that is left."""
        self._edges.voice.stop()

    def _leave(self) -> None:
        self._window.go_to(self._above)

    def _try_out(self, exercise_id: str, first: Side) -> None:
        found = self._look()
        if found is not None and found.open_session is not None:
            # To begin another one would end it
            self._window.go_to(TODAY)
            self._window.notice().say(LEFT_OPEN)
        else:
            self._sessions.start(Choice(try_out(self._exercises[exercise_id]), first, rehearsal=True))

    def _add_to_routine(self, exercise_id: str) -> None:
        from kneecoach.ui.adding import Adding

        assert self._page is not None, "its button was pressed"
        try:
            if self._adding is None:
                self._adding = Adding(
                    self._page,
                    self._late.get(),
                    wall=self._edges.wall,
                    changes=self._changes,
                    notice=self._window.notice,
                )
            self._adding.offer(self._exercises[exercise_id], self._page.add)
        except KneeCoachError as error:
            self._window.notice().say(str(error))


def _one_after_the_other(cues: Sequence[str]) -> str:
    return " ".join(f"{cue}." for cue in cues)
