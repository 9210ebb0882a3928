"""Returning to running in the states that are looked at, as `tests.scenes` has them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from kneecoach.coaching import diary, mornings, returning
from kneecoach.domain.advice.returning import STAGES
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount, PainEntry
from kneecoach.domain.run import Run, RunKind, Surface
from kneecoach.storage import people
from kneecoach.storage.database import open_store
from kneecoach.ui.return_flow import ReturnFlow
from kneecoach.ui.shell import ENTRY, RETURN

if TYPE_CHECKING:
    from tests.scenes import Scene

DAY = timedelta(days=1)
TIMES = ((16, 0, 1), (14, 0, 1), (11, 1, 1), (9, 1, 2), (5, 2, 1))
"""How many days ago, which stage, and the highest pain."""


def weeks_of_stages(scene: Scene, *more: tuple[int, int, int]) -> None:
    """A course up to its first time at stage 2; `more` times are added."""
    scene.prepare(sore=False)
    store = open_store(scene.folder)
    now = scene.clock.wall()
    with store.begin() as tx:
        person = people.current(tx).id
    for back in range(19, 0, -1):
        at = (now - back * DAY).replace(hour=7)
        check = MorningCheck(uuid4(), at.date(), at, 1, swelling=Amount.NONE)
        mornings.answer(store, person, check, now)
    for back, stage, pain in (*TIMES, *more):
        at = (now - back * DAY).replace(hour=8)
        said = {"pain_before": 1, "pain_max": pain, "pain_60": 1, "limp": False, "stopped_early": False}
        seconds = 60 * STAGES[stage].total_min
        run = Run(uuid4(), at, 2_400, seconds, RunKind.RUN_WALK, Surface.TREADMILL, **said)
        run = diary.log_run(store, person, run, at + timedelta(minutes=90))
        returning.adopt(store, person, run, STAGES[stage])
    store.close()


def _there(scene: Scene) -> None:
    if scene.window is None and (morning := scene.open().flow) is not None:
        morning.not_now.click()
    scene.window.notice().hide()
    scene.window.findChild(ReturnFlow).show_return()


def return_to_running(scene: Scene) -> Iterator[str]:
    weeks_of_stages(scene)
    _there(scene)
    page = scene.window.shell.page(RETURN)
    yield "24_return"
    page.today.timer.click()
    scene.check_in(1)
    scene.window.flow.footer.press_primary()
    scene.play_for(4)
    yield "24_return_get_ready"
    ticker = scene.window.flow.ticker
    ticker.do(partial(ticker.session.jump, index=1))
    scene.play_for(20)
    yield "24_return_timer"
    ticker.do(ticker.session.end)
    scene.window.notice().hide()
    yield "24_return_asked_after"
    scene.window.shell.page(ENTRY).currentWidget().save.click()
    scene.window.notice().hide()
    yield "24_return_rest_today"


def return_began(scene: Scene) -> Iterator[str]:
    scene.prepare(used=False)
    scene.open().flow.knee.statement.click()
    scene.window.flow.skip.click()
    _there(scene)
    yield "24_return_begin"


def return_held(scene: Scene) -> Iterator[str]:
    weeks_of_stages(scene, (2, 2, 4))
    _there(scene)
    yield "24_return_held"


def return_back(scene: Scene) -> Iterator[str]:
    weeks_of_stages(scene, (1, 2, 7))
    _there(scene)
    yield "24_return_back"


def return_with_red_flag(scene: Scene) -> Iterator[str]:
    weeks_of_stages(scene)
    store = open_store(scene.folder)
    now = scene.clock.wall()
    with store.begin() as tx:
        person = people.current(tx)
    diary.log_pain(store, person.id, PainEntry(uuid4(), now, 2, swelling=Amount.CLEAR), now)
    store.close()
    _there(scene)
    yield "24_return_red_flag"


RETURNS = (return_to_running, return_began, return_held, return_back, return_with_red_flag)
