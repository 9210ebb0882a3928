"""More pages in the states that are looked at, as `tests.scenes` has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kneecoach.domain.exercise import Side
from kneecoach.storage.database import open_store
from kneecoach.ui.dialogs.shoes import Shoes
from kneecoach.ui.run_flow import RunFlow
from kneecoach.ui.shell import ENTRY
from tests.made_up_runs import fill_run, fill_shoes, write

if TYPE_CHECKING:
    from tests.scenes import Scene


def routines(scene: Scene) -> Iterator[str]:
    scene.prepare(sore=False)
    scene.open().go_routines()
    page = scene.window.shell.page("routines")
    yield "12_routines"
    page.duplicate()
    scene.window.notice().hide()
    page.detail.sequence.rows()[1].click()
    yield "12_routines_mine"
    page.list.begin_search()
    page.list.search.edit.setText("yoga")
    page.list.search.edit.textEdited.emit("yoga")
    yield "12_routines_search_without_hit"


def log_run(scene: Scene) -> Iterator[str]:
    scene.prepare()
    store = open_store(scene.folder)
    fill_shoes(store, scene.clock.wall())
    store.close()
    flow = scene.open().findChild(RunFlow)
    flow.open_run()
    page = scene.window.shell.page(ENTRY).currentWidget()
    yield "14_log_run"
    fill_run(page)
    yield "14_log_run_filled"
    write(page.form.figures.time, "7:50")
    page.tell()
    yield "14_log_run_refused"
    flow.open_activity()
    yield "14_log_activity"
    flow.open_shoes()
    yield "14_shoes"
    scene.window.findChild(Shoes).begin()
    yield "14_shoes_add"


def empty_diary(scene: Scene) -> Iterator[str]:
    scene.prepare(used=False)
    page = scene.open().flow
    page.knee.which.press(Side.LEFT)
    page.knee.statement.click()
    page.skip.click()
    scene.window.go_diary()
    yield "14_diary_empty"
