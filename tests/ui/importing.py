"""A window into which five runs come, for the tests of importing."""

from contextlib import contextmanager
from pathlib import Path

from kneecoach.coaching import diary
from kneecoach.domain.run import Run
from kneecoach.domain.settings import Theme
from kneecoach.storage import people
from kneecoach.ui.import_flow import ImportFlow
from kneecoach.ui.late_store import LateStore
from tests.scenes import Scene
from tests.scenes_import import ReadByHand, november


@contextmanager
def an_importing_window(qtbot, tmp_path):
    made = Scene(tmp_path / "kneecoach", Theme.LIGHT, (1280, 800))
    made.prepare(sore=False)
    made.open()
    made_flow = made.window.findChild(ImportFlow)
    qtbot.wait_until(lambda: made_flow.listens)
    try:
        yield made
    finally:
        made.close()


def runs_of(scene):
    store = scene.window.findChild(LateStore).get()
    with store.begin() as tx:
        person = people.current(tx)
    return [entry for entry in diary.read_diary(store, person.id).entries if isinstance(entry, Run)]


def read_november(scene, flow):
    reading = ReadByHand()
    flow.read([Path("watch")], lambda: reading)
    reading.tell(*november(scene.clock.wall()))
    return scene.window.flow


def add(qtbot, scene, flow):
    page = read_november(scene, flow)
    page.new.rows[0].strip.press_digit(3)
    with qtbot.waitSignal(flow.added):
        page.footer.add.click()
    qtbot.wait_until(scene.window.notice().isVisible)
