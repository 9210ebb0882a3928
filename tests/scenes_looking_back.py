"""The morning after and the weekly review in the states that are looked at, as `tests.scenes` has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import uuid4

from kneecoach.coaching import diary
from kneecoach.domain.pain import Amount, PainEntry
from kneecoach.storage import people
from kneecoach.storage.database import open_store
from kneecoach.ui.review_flow import ReviewFlow
from tests.made_up_weeks import fill_weeks
from tests.scenes_today import spoken

if TYPE_CHECKING:
    from tests.scenes import Scene

TO_THE_MORNING_S = 14 * 3_600
TO_SUNDAY_EVENING_S = 25 * 3_600


def two_weeks(scene: Scene) -> None:
    scene.prepare(sore=False)
    store = open_store(scene.folder)
    fill_weeks(store, scene.clock.wall())
    store.close()


def morning_check(scene: Scene) -> Iterator[str]:
    two_weeks(scene)
    scene.clock.sleep_for(TO_THE_MORNING_S)
    form = scene.open().flow.form
    yield "18_morning_check_unanswered"
    form.strip.press_digit(1)
    for control in (form.stiff, form.night):
        control.press(False)
    form.swelling.press(Amount.NONE)
    yield "18_morning_check"
    form.strip.press_digit(2)
    yield "18_morning_check_above_usual"
    form.strip.press_digit(3)
    form.night.press(True)
    form.night_strip.press_digit(2)
    yield "18_morning_check_rest"
    form.swelling.press(Amount.CLEAR)
    form.elsewhere.click()
    yield "18_morning_check_red_flag"


def weekly_review(scene: Scene) -> Iterator[str]:
    two_weeks(scene)
    scene.clock.sleep_for(TO_SUNDAY_EVENING_S)
    scene.open()
    if scene.window.flow is not None:
        scene.window.flow.not_now.click()
    scene.window.notice().hide()
    spoken(scene)
    yield "19_today_weekly_review"
    scene.window.findChild(ReviewFlow).show_from_today()
    yield "19_weekly_review_unanswered"
    page = scene.window.flow
    page.words.answer.press_digit(5)
    page.sure.answer.press_digit(7)
    yield "19_weekly_review"


def weekly_review_with_red_flag(scene: Scene) -> Iterator[str]:
    two_weeks(scene)
    scene.clock.sleep_for(TO_SUNDAY_EVENING_S)
    store = open_store(scene.folder)
    now = scene.clock.wall()
    with store.begin() as tx:
        person = people.current(tx)
    diary.log_pain(store, person.id, PainEntry(uuid4(), now, 2, swelling=Amount.CLEAR), now)
    store.close()
    scene.open().flow.not_now.click()
    scene.window.notice().hide()
    scene.window.findChild(ReviewFlow).show_from_today()
    yield "19_weekly_review_red_flag"
