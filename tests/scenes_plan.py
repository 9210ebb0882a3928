"""The plan and the summary for the doctor in the states that are looked at, as `tests.scenes` has them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from kneecoach.coaching import diary, plans
from kneecoach.coaching.check_in import note_flags
from kneecoach.domain.flag import Flag, Injury, Mechanism
from kneecoach.domain.novelty import NewThing, Novelty
from kneecoach.domain.person import Began
from kneecoach.domain.plan import Plan, PlannedDay, Use
from kneecoach.storage import people
from kneecoach.storage.database import open_store
from kneecoach.ui.dialogs.doctor_summary import DoctorSummary
from tests.made_up_weeks import fill_weeks
from tests.scenes_today import spoken

if TYPE_CHECKING:
    from kneecoach.ui.main_window import MainWindow
    from tests.scenes import Scene

GOAL = "Around the lake with my sister, without thinking about the knee"
REST, STRENGTH, OTHER = PlannedDay((Use.REST,)), PlannedDay((Use.STRENGTH,)), PlannedDay((Use.OTHER,))
WEEK = (
    *(REST, PlannedDay((Use.RUN,), 5_000), STRENGTH, PlannedDay((Use.RUN,), 6_000)),
    *(REST, PlannedDay((Use.RUN, Use.STRENGTH), 6_500), OTHER),
)


def fill_plan(scene: Scene, *flags: Flag) -> None:
    """Two weeks of a runner with a plan, and signs that she noted just now."""
    scene.prepare(began=Began.INCIDENT)
    store, now = open_store(scene.folder), scene.clock.wall()
    with store.begin() as tx:
        person = people.current(tx)
    fill_weeks(store, now - timedelta(days=1))
    plans.keep_plan(store, person.id, Plan(uuid4(), now, GOAL, WEEK), now)
    for on, things, note in (
        (date(2026, 10, 20), (NewThing.SHOES, NewThing.SURFACE), "firmer pair, more tarmac"),
        (date(2026, 9, 28), (NewThing.DISTANCE,), ""),
    ):
        plans.keep_novelty(store, person.id, Novelty(uuid4(), on, now, things, note), now)
    note_flags(store, person.id, flags, now)
    store.close()


def open_at_today(scene: Scene) -> MainWindow:
    """The morning is not answered."""
    window = scene.open()
    window.flow.not_now.click()
    window.notice().hide()
    return window


def my_plan(scene: Scene) -> Iterator[str]:
    fill_plan(scene)
    window = open_at_today(scene)
    spoken(scene)
    yield "25_today_planned"
    window.shell.page("today").week.plan.click()
    yield "25_plan"
    page = window.flow
    page.began.note.click()
    yield "25_plan_what_happened"


def doctor_summary(scene: Scene) -> Iterator[str]:
    fill_plan(scene, Flag.HOT_RED)
    store, now = open_store(scene.folder), scene.clock.wall()
    with store.begin() as tx:
        person = people.current(tx)
    injury = Injury(uuid4(), now - timedelta(days=60), now, Mechanism.TWIST, pop=False)
    diary.log_injury(store, person.id, injury, now)
    store.close()
    open_at_today(scene).shell.page("today").advice.summary.click()
    yield "26_doctor_summary"
    scene.window.findChild(DoctorSummary).close()


PLANS = (my_plan, doctor_summary)
