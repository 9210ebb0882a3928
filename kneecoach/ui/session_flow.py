"""From Start to the summary: check-in, player, summary, and going on with a session that was left."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kneecoach.domain.errors import InvalidInput, KneeCoachError
from kneecoach.domain.exercise import Exercise, Side
from kneecoach.domain.person import Person, first_side
from kneecoach.domain.routine import Routine
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.timeline import plan, unknown_words
from kneecoach.storage.glance import Glance
from kneecoach.ui.changes import Changes
from kneecoach.ui.edges import Edges
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.opening import Opening
from kneecoach.ui.pages import today_routines
from kneecoach.ui.pages.today_page import Choice
from kneecoach.ui.player_flow import PlayerFlow
from kneecoach.ui.shell import EXERCISE, RETURN, TODAY

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kneecoach.domain.check_in import CheckIn
    from kneecoach.domain.screening import Permission
    from kneecoach.domain.session import Session
    from kneecoach.figure.movement import Movement

# Pages and what they need are imported when they are first shown: the first paint needs Today alone
# ruff: noqa: PLC0415

NONE_OPEN = "There is no unfinished session to go on with."
NOTED = "Noted. Today shows what to do."
TOO_LONG_AGO = "Your check-in is more than two hours old. Check in again to go on; what was done is kept."
CORRECTED = "Session corrected."
BACK = {EXERCISE: "Exercise", RETURN: "Return to running"}
LEFT_OPEN = "A session is unfinished: go on with it or close it, then start again."


class SessionFlow(QObject):
    """Each step is asked of `may_start` by the verbs it calls; what they refuse is said and leads to Today."""

    attempt_ended = Signal(object)
    """With the id of a session of returning to running, which is kept as a run and has no summary."""

    def __init__(
        self,
        window: MainWindow,
        late: LateStore,
        look: Callable[[], Glance | None],
        *,
        edges: Edges,
        exercises: Mapping[str, Exercise],
        routines: Mapping[str, Routine],
        changes: Changes,
    ) -> None:
        super().__init__(window)
        self._window, self._late, self._look, self._edges = window, late, look, edges
        self._exercises, self._routines, self._changes = exercises, routines, changes
        self._choice: Choice | None = None
        self._left: SessionRecord | None = None
        self._page = TODAY
        self._players = PlayerFlow(window, late, look, edges=edges, changes=changes)

    def start(self, choice: Choice, pain: int | None = None) -> None:
        """Check in, then play the choice; `pain` is one that was told already."""
        self._choice, self._left = choice, None
        self._page = RETURN if _is_stage(choice.routine) else EXERCISE if choice.rehearsal else TODAY
        self._try(lambda: self._check_in(choice.routine, pain))

    def open_at(self, opening: Opening) -> None:
        """As if the person had pressed on Today what the command line says."""
        found = self._look()
        left = found.open_session if found else None
        if opening.resume:
            self.go_on() if left else self._window.notice().say(NONE_OPEN)
        elif left is not None and not opening.discard:
            self._window.notice().say(LEFT_OPEN)
        else:
            self.close_left()
            self._begin(opening)

    def _begin(self, opening: Opening) -> None:
        routine = opening.routine
        if routine is None and (found := self._look()) is not None:
            routine = today_routines.main(found, today_routines.at_hand(found, self._routines, self._exercises))
        if routine is not None:
            played = routine if opening.whole else self.playable(routine)
            self.start(Choice(played, opening.first or self._sore_side()), opening.pain)

    def check_in_again(self) -> None:
        """After a sign that stopped everything: ask again what is still there, before what is used before runs."""
        self._begin(Opening())

    def go_on(self) -> None:
        """Resume the session that was left; its check-in is asked again when it is older than two hours."""
        self._page = TODAY
        self._try(self._go_on)

    def expect_going_on(self, today: "QWidget") -> None:
        """From this page a session that was left may be gone on with, with no check-in on the way."""
        self._players.expect(today)

    def close_left(self) -> None:
        """Not go on: what was done is kept."""
        self._try(self._close_left)

    def show_session(self, session_id: UUID, page: str = TODAY) -> None:
        """The summary of a session, to see or correct; from there back to `page`."""
        if self._window.flow is None:
            self._page = page
        self._try(lambda: self._summary(session_id))

    def _leave(self) -> None:
        self._window.end_flow(self._page)

    def _person(self) -> Person | None:
        found = self._look()
        return found.person if found else None

    def _sore_side(self) -> Side:
        return first_side(self._person())

    def playable(self, routine: Routine) -> Routine:
        if unknown_words(routine, self._exercises):
            return routine
        found = self._look()
        return today_routines.playable(found, routine, self._exercises) if found is not None else routine

    def _check_in(self, routine: Routine, pain: int | None = None) -> None:
        from kneecoach.domain.equipment import needs_words
        from kneecoach.ui.pages.check_in_page import CheckInPage

        person = self._person()
        if person is None:
            return
        if why := unknown_words(routine, self._exercises):
            raise InvalidInput(why)
        played = [one.exercise for one in plan(routine, self._exercises).sets]
        needs = needs_words(played, self._players.settings().lacking)
        page = CheckInPage(
            self._late.get(), person.id, routine, wall=self._edges.wall, needs=needs, changes=self._changes
        )
        if self._page != TODAY:
            page.back.set_words(BACK[self._page], icon="chevl")
        page.session_requested.connect(self._after_check_in)
        page.stopped.connect(self._after_stop)
        page.noted.connect(self._after_note)
        page.back_requested.connect(self._leave)
        if pain is not None:
            page.take_pain(pain)
        self._window.show_flow(page)
        self._players.expect(page)
        # What speaks may take seconds to answer: it is known when the player wants to say its first words
        self._edges.voice.open()

    def _after_check_in(self, routine_id: str, check_in: "CheckIn") -> None:
        left = self._left
        if left is not None and routine_id == left.routine.id:
            self._try(lambda: self._resume(left, check_in))
        else:
            self._try(lambda: self._play(routine_id, check_in))

    def _after_stop(self, permission: "Permission") -> None:
        """A session that may not go on is ended; its sets are kept."""
        self._try(lambda: self._end_refused(permission))
        self._window.end_flow()

    def _after_note(self, permission: "Permission") -> None:
        """The person left, and a red flag was kept all the same."""
        self._after_stop(permission)
        self._window.notice().tell(NOTED)

    def _end_refused(self, permission: "Permission") -> None:
        from kneecoach.coaching import play

        store = self._late.get()
        record = play.offered(store, self._person())
        if record is not None and not permission.allows(record.routine):
            play.discard(store, record, self._edges.wall())
            self._changes.sessions.emit()

    def _play(self, routine_id: str, check_in: "CheckIn") -> None:
        from kneecoach.coaching import play

        choice = self._choice
        chosen = choice is not None and choice.routine.id == routine_id
        routine = choice.routine if chosen and choice else self.playable(self._routines[routine_id])
        timeline = plan(routine, self._exercises, first=choice.first if choice else self._sore_side())
        now = self._edges.wall()
        rehearsal = bool(chosen and choice and choice.rehearsal)
        store, person = self._late.get(), self._person()
        session = play.start(store, person, timeline, now=now, check_in=check_in, rehearsal=rehearsal)
        self._changes.sessions.emit()
        self._show_player(session, check_in.pain, check_in)

    def _go_on(self) -> None:
        from kneecoach.coaching import play
        from kneecoach.coaching.check_in import good_check_in
        from kneecoach.domain.screening import Verdict

        person, store, now = self._person(), self._late.get(), self._edges.wall()
        record = play.offered(store, person)
        if record is None or person is None:
            self._changes.sessions.emit()
            return
        good = good_check_in(store, person.id, now)
        permission = play.permission_of(store, person.id, now)
        # What leaves only the calm-down day is read at the foot of the check-in before that goes on
        unread = permission.verdict is Verdict.CALM_ONLY and permission.allows(record.routine)
        if good is None or unread:
            self._left, self._choice = record, None
            self._check_in(record.routine)
        else:
            self._resume(record, good)

    def _resume(self, record: SessionRecord, check_in: "CheckIn") -> None:
        from kneecoach.coaching import play

        try:
            session = play.resume(self._late.get(), record, self._exercises, self._edges.wall())
        finally:
            # A session that may not go on was ended
            self._changes.sessions.emit()
        self._show_player(session, record.pain_before, check_in)

    def _check_in_to_go_on(self) -> None:
        """Paused for too long: the session is put aside, and goes on once it was asked again."""
        self._window.give_up_flow()
        self.go_on()
        self._window.notice().say(TOO_LONG_AGO)

    def _runs_out(self, check_in: "CheckIn") -> Callable[[], bool]:
        """Whether this check-in has become too old; by the clock that nobody sets and that runs in sleep."""
        from kneecoach.domain.check_in import GOOD_FOR_S

        age_s = (self._edges.wall() - check_in.at).total_seconds()
        last = self._edges.now().boot + GOOD_FOR_S - age_s
        return lambda: self._edges.now().boot > last

    def _show_player(self, session: "Session", pain_before: int | None, check_in: "CheckIn") -> None:
        page = self._players.show(session, pain_before, self._runs_out(check_in))
        page.ended.connect(self.attempt_ended if _is_stage(session.timeline.routine) else self.show_session)
        page.check_in_requested.connect(self._check_in_to_go_on)

    def movement(self, exercise: str) -> "Movement | None":
        """The drawing of an exercise, read once."""
        return self._players.movement(exercise)

    def _summary(self, session_id: UUID) -> None:
        from kneecoach.ui.pages.summary_page import SummaryPage

        page = SummaryPage(
            session_id,
            self._late.get(),
            exercises=self._exercises,
            changes=self._changes,
            wall=self._edges.wall,
        )
        page.finished.connect(self._leave)
        page.corrected.connect(self._offer_as_it_was)
        self._window.show_flow(page)

    def _offer_as_it_was(self, before: UUID) -> None:
        self._window.notice().offer_undo(CORRECTED, lambda: self._try(lambda: self._put_back(before)))

    def _put_back(self, before: UUID) -> None:
        from kneecoach.coaching import diary

        diary.put_back(self._late.get(), before, self._edges.wall())
        self._changes.sessions.emit()

    def _close_left(self) -> None:
        from kneecoach.coaching import play

        store = self._late.get()
        record = play.offered(store, self._person())
        if record is not None:
            play.discard(store, record, self._edges.wall())
        self._changes.sessions.emit()

    def _try(self, act: Callable[[], None]) -> None:
        """What the disk or the rules refuse is said in one sentence, on Today or on the page of the stage."""
        try:
            act()
        except KneeCoachError as error:
            if self._window.flow is not None:
                self._window.end_flow(RETURN if self._page == RETURN else TODAY)
            self._window.notice().say(str(error))


def _is_stage(routine: Routine) -> bool:
    from kneecoach.domain.advice.stage_session import stage_of

    return stage_of(routine) is not None
