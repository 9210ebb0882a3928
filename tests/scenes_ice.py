"""The ice timer in the states that are looked at, as `tests.scenes` has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import uuid4

from kneecoach.coaching import diary
from kneecoach.domain.exercise import Side
from kneecoach.domain.pain import PainEntry
from kneecoach.storage import people
from kneecoach.storage.database import open_store

if TYPE_CHECKING:
    from tests.scenes import Scene


def ice_timer(scene: Scene) -> Iterator[str]:
    scene.prepare(sore=False)
    store = open_store(scene.folder)
    now = scene.clock.wall()
    with store.begin() as tx:
        person = people.current(tx)
    diary.log_pain(store, person.id, PainEntry(uuid4(), now, 3, Side.LEFT, ("pes_anserine",)), now)
    store.close()
    scene.open().shell.ice_requested.emit()
    before = scene.window.flow
    yield "21_ice_unanswered"
    before.against.press(True)
    yield "21_ice_not_for_you"
    before.against.press(False)
    before.cloth.press(False)
    before.past_caution.click()
    before.step(5)
    yield "21_ice_cautions"
    before.past_caution.click()
    before.cloth.press(True)
    before.start.click()
    yield "22_ice"
    yield from timing(scene)


def timing(scene: Scene) -> Iterator[str]:
    page = scene.window.flow
    scene.clock.pass_by(218)
    page.clock.tick()
    yield "22_ice_running"
    page.toggle_pause()
    yield "22_ice_paused"
    page.toggle_pause()
    scene.clock.pass_by(82 + 65)
    page.clock.tick()
    yield "22_ice_skin_check"
    page.say_fine()
    scene.clock.pass_by(20 * 60)
    page.clock.tick()
    yield "22_ice_time_up"
    page.say_not_fine()
    yield "22_ice_not_fine"
