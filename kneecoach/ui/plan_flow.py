"""Leads to the plan from wherever it is asked for, keeps what is said there, and takes it back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from PySide6.QtCore import QObject

from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.flag import Closed, Closing, Injury
from kneecoach.domain.novelty import Novelty
from kneecoach.domain.person import Began, Person
from kneecoach.domain.plan import Plan, PlannedDay
from kneecoach.ui.changes import Changes
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.shell import ADVICE, TODAY

# Pages and what they need are imported when they are first shown: the first paint needs Today alone
# ruff: noqa: PLC0415

BACK = {TODAY: "Today", ADVICE: "Advice"}
KEPT, TAKEN_BACK = "The plan is kept.", "As it was before."
WARNS = "Noted. {sentence}"


class PlanFlow(QObject):
    """Each change is one step to undo."""

    def __init__(
        self,
        window: MainWindow,
        late: LateStore,
        person: Callable[[], Person | None],
        *,
        wall: Callable[[], datetime],
        changes: Changes,
    ) -> None:
        super().__init__(window)
        self._window, self._late, self._person = window, late, person
        self._wall, self._changes = wall, changes
        self._from = TODAY

    def show(self) -> None:
        """The plan of the person; afterwards back to Today."""
        self._show(TODAY)

    def show_from_advice(self) -> None:
        """The same; afterwards back to Advice."""
        self._show(ADVICE)

    def _show(self, page: str) -> None:
        self._from = page
        person = self._person()
        if person is not None:
            self._try(lambda: self._open(person.id))

    def _open(self, person: UUID) -> None:
        from kneecoach.coaching import plans
        from kneecoach.ui.pages.plan_page import PlanPage

        background, red = plans.read(self._late.get(), person), self._is_red(person)
        page = PlanPage(background, wall=self._wall, back=BACK[self._from], red_flag=red)
        page.back_requested.connect(self._leave)
        page.undo_requested.connect(self._window.undo)
        page.goal_changed.connect(lambda goal: self._change(person, goal=goal))
        page.days_changed.connect(lambda days: self._change(person, days=days))
        page.began_changed.connect(lambda began: self._keep_began(person, began))
        page.injury_told.connect(lambda injury: self._keep_injury(person, injury))
        page.novelty_told.connect(lambda novelty: self._keep_novelty(person, novelty))
        page.novelty_deleted.connect(lambda novelty: self._delete(person, novelty))
        self._window.show_flow(page)

    def _is_red(self, person: UUID) -> bool:
        from kneecoach.coaching.check_in import read_record
        from kneecoach.domain.screening import may_start

        now = self._wall()
        return may_start(read_record(self._late.get(), person, now, stops=False), now).red_flag

    def _leave(self) -> None:
        self._window.end_flow(self._from)

    def _change(self, person: UUID, *, goal: str | None = None, days: tuple[PlannedDay, ...] | None = None) -> None:
        from kneecoach.coaching import plans

        def keep() -> None:
            store, now = self._late.get(), self._wall()
            plan = plans.read(store, person).plan or Plan(uuid4(), now)
            goal_now = plan.goal if goal is None else goal
            plan = replace(plan, at=now, goal=goal_now, days=plan.days if days is None else days)
            before = plans.keep_plan(store, person, plan, now)
            self._offer(person, KEPT, lambda: plans.put_plan_back(store, person, before))

        self._try(keep)

    def _keep_began(self, person: UUID, began: Began) -> None:
        from kneecoach.coaching import people

        def keep() -> None:
            store, before = self._late.get(), self._person()
            people.change_person(store, person, began=began)
            self._changes.person.emit()
            was = before.began if before is not None else None
            self._offer(person, "Kept.", lambda: people.change_person(store, person, began=was), told=False)

        self._try(keep)

    def _keep_injury(self, person: UUID, injury: Injury) -> None:
        from kneecoach.coaching import answers, diary
        from kneecoach.coaching.check_in import read_record
        from kneecoach.domain.screening import may_start

        def keep() -> None:
            store, now = self._late.get(), self._wall()
            kept = diary.log_injury(store, person, injury, now)
            after = may_start(read_record(store, person, now, stops=False), now)
            said = WARNS.format(sentence=after.sentence) if after.red_flag else "Noted."
            mistake = Closed(Closing.MISTAKE, now.date())
            self._offer(person, said, lambda: answers.answer(store, kept, mistake), stays=after.red_flag)

        self._try(keep)

    def _keep_novelty(self, person: UUID, novelty: Novelty) -> None:
        from kneecoach.coaching import diary, plans

        def keep() -> None:
            store = self._late.get()
            before = plans.keep_novelty(store, person, novelty, self._wall())

            def undo() -> None:
                if before is None:
                    plans.forget_novelty(store, person, novelty.id, self._wall())
                else:
                    diary.put_back(store, before, self._wall())

            self._offer(person, "Kept.", undo)

        self._try(keep)

    def _delete(self, person: UUID, novelty: Novelty) -> None:
        from kneecoach.coaching import diary, plans

        def forget() -> None:
            store = self._late.get()
            gone = plans.forget_novelty(store, person, novelty.id, self._wall())
            self._offer(person, "Deleted.", lambda: diary.put_back(store, gone, self._wall()))

        self._try(forget)

    def _offer(
        self, person: UUID, said: str, undo: Callable[[], object], *, told: bool = True, stays: bool = False
    ) -> None:
        """Show what is kept now, tell everybody, and offer to take it back."""

        def back() -> None:
            undo()
            self._changes.person.emit()
            self._show_kept(person)
            self._window.notice().tell(TAKEN_BACK)

        if told:
            self._show_kept(person)
        self._changes.diary.emit()
        self._window.notice().offer_undo(said, lambda: self._try(back), stays=stays)

    def _show_kept(self, person: UUID) -> None:
        from kneecoach.coaching import plans
        from kneecoach.ui.pages.plan_page import PlanPage

        page = self._window.flow
        if isinstance(page, PlanPage):
            page.show_background(plans.read(self._late.get(), person), red_flag=self._is_red(person))
        self._changes.diary.emit()

    def _try(self, act: Callable[[], None]) -> None:
        """What the disk or the rules refuse is said in one sentence; the page stays."""
        try:
            act()
        except KneeCoachError as error:
            self._window.notice().say(str(error))
