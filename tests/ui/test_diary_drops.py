"""A diary among dropped files: it comes in, the diary shows it, and one step takes it back."""

from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from kneecoach.coaching import diary, diary_files
from kneecoach.domain.errors import DiskTrouble
from kneecoach.domain.run import Run
from kneecoach.storage import people
from kneecoach.storage.database import open_in_memory
from kneecoach.ui.diary_drops import RUNS_FIRST
from kneecoach.ui.diary_files import ONE_AT_A_TIME, TAKEN_BACK, DiaryFiles
from kneecoach.ui.diary_flow import DiaryFlow
from kneecoach.ui.import_flow import ImportFlow
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.pages.import_page import ImportPage
from kneecoach.ui.shell import DIARY, SETTINGS
from tests.builders import a_person
from tests.scenes import settle
from tests.scenes_import import ReadByHand, november
from tests.ui.importing import an_importing_window
from tests.ui.pages.carrying import held_up, over

METRES = 7_777


@pytest.fixture
def scene(qtbot, tmp_path):
    with an_importing_window(qtbot, tmp_path) as made:
        yield made


@pytest.fixture
def flow(scene):
    return scene.window.findChild(ImportFlow)


@pytest.fixture
def files(scene):
    return scene.window.findChild(DiaryFiles)


@pytest.fixture
def exported(scene, tmp_path):
    """The diary of another folder."""
    person, now = a_person(id=uuid4()), scene.clock.wall()
    path = tmp_path / "elsewhere.json"
    with closing(open_in_memory()) as store:
        with store.begin() as tx:
            people.add(tx, person)
        diary.log_run(store, person.id, Run(uuid4(), now.replace(hour=5), METRES, 2_600, pain_max=2), now)
        diary_files.export(store, person.id, path, now)
    return path


@pytest.fixture
def waiting(monkeypatch):
    with held_up(monkeypatch) as go_on:
        yield go_on


def drop(scene, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, no = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, mime, buttons, no)
    QApplication.sendEvent(scene.window.windowHandle(), event)


def add(qtbot, files):
    """Have it taken in, when it was shown what it holds."""
    with over(qtbot, files):
        files.asking.add.click()


def came(scene):
    store = scene.window.findChild(LateStore).get()
    with store.begin() as tx:
        person = people.current(tx)
    return [one for one in diary.read_diary(store, person.id).entries if getattr(one, "distance_m", 0) == METRES]


def said(scene):
    return scene.window.notice().text()


def test_a_diary_dropped_on_the_window_comes_in_and_the_diary_shows_it(qtbot, scene, files, exported):
    with over(qtbot, files):
        drop(scene, exported)
    assert came(scene) == []
    add(qtbot, files)
    settle()

    assert len(came(scene)) == 1
    assert (scene.window.flow, scene.window.shell.current()) == (None, DIARY)
    assert said(scene) == "1 entry came in."
    with over(qtbot, files):
        scene.window.undo()
    assert (came(scene), said(scene)) == ([], TAKEN_BACK)


def test_after_a_restart_it_is_taken_back_and_had_again_under_deleted_and_changed(qtbot, scene, files, exported):
    with over(qtbot, files):
        drop(scene, exported)
    add(qtbot, files)
    settle()
    scene.window.close()
    scene.open()
    leads = scene.window.findChild(DiaryFlow)
    scene.window.go_to(DIARY)
    leads.open_bin()

    for act, there in (("Take back", 0), ("Put back", 1)):
        (row,) = leads._bin.rows()
        assert row.back.accessibleName() == f"{act} the import of 1 run"
        with qtbot.waitSignal(leads._aside.done):
            row.back.click()
        settle()
        assert len(came(scene)) == there
    leads._bin.accept()


def test_a_diary_chosen_on_the_import_page_comes_in_as_well(qtbot, scene, flow, files, exported, waiting):
    flow.open()
    page = scene.window.flow
    flow._chose([str(exported)])

    assert not page.start.isEnabled()
    assert page.footer.accessibleName().startswith("Reading the diary")
    with over(qtbot, files):
        waiting.set()
    assert not page.start.isEnabled()
    add(qtbot, files)
    assert (scene.window.flow, scene.window.shell.current()) == (None, DIARY)
    assert (len(came(scene)), said(scene)) == (1, "1 entry came in.")


def test_a_bad_diary_is_refused_in_a_sentence_and_the_page_waits_for_another(qtbot, scene, flow, files, exported):
    exported.write_text(exported.read_text()[:-9])
    flow.open()
    page = scene.window.flow
    with over(qtbot, files):
        flow.read([exported])

    assert said(scene) == "elsewhere.json: The file is damaged or not finished: it is no JSON."
    assert scene.window.flow is page
    assert page.start.isEnabled()
    assert page.footer.accessibleName().startswith("Your own files are not changed")


def test_a_full_disk_is_said_and_nothing_came(qtbot, scene, files, exported, monkeypatch):
    def full(*_args):
        raise DiskTrouble("The disk is full.")

    monkeypatch.setattr(diary_files.whole_diary, "add", full)
    before = scene.window.shell.current()
    with over(qtbot, files):
        drop(scene, exported)
    add(qtbot, files)

    assert (said(scene), came(scene), scene.window.shell.current()) == ("The disk is full.", [], before)


def test_runs_beside_a_diary_are_read_when_it_is_in(qtbot, scene, flow, files, exported):
    reading = ReadByHand()
    with over(qtbot, files):
        flow.read([Path("watch"), exported], lambda: reading)
    add(qtbot, files)

    assert reading.paths == [Path("watch")]
    assert len(came(scene)) == 1
    assert isinstance(scene.window.flow, ImportPage)


def test_a_folder_with_diaries_and_runs_is_taken_for_both(qtbot, scene, flow, files, exported, tmp_path):
    folder = tmp_path / "all"
    folder.mkdir()
    exported.rename(folder / "mine.json")
    (folder / "broken.json").write_text('{"format": "kneecoach-diary", "version": 1, "entries": [NaN]}')
    (folder / "run.gpx").write_text("<gpx/>")
    reading = ReadByHand()

    with over(qtbot, files):
        flow.read([folder], lambda: reading)
    assert reading.paths == []
    add(qtbot, files)

    assert len(came(scene)) == 1
    assert said(scene).startswith("1 entry came in. broken.json: ")
    assert "NaN" in said(scene)
    qtbot.wait_until(lambda: reading.paths == [folder])


def test_a_folder_of_diaries_alone_is_not_read_for_runs(qtbot, scene, files, exported, tmp_path):
    folder = tmp_path / "all"
    folder.mkdir()
    exported.rename(folder / "mine.json")

    with over(qtbot, files):
        drop(scene, folder)
    add(qtbot, files)
    settle()

    assert len(came(scene)) == 1
    assert (scene.window.flow, scene.window.shell.current()) == (None, DIARY)


def test_a_diary_waits_until_the_runs_are_dealt_with(qtbot, scene, flow, files, exported):
    reading = ReadByHand()
    flow.read([Path("watch")], lambda: reading)
    reading.tell(*november(scene.clock.wall()))

    flow.read([exported])
    assert (said(scene), files.doing) == (RUNS_FIRST, None)
    scene.window.flow.leave()
    with over(qtbot, files):
        flow.read([exported])
    add(qtbot, files)
    assert len(came(scene)) == 1


def test_meanwhile_nothing_else_is_read_and_the_page_can_be_left(qtbot, scene, flow, files, exported, waiting):
    drop(scene, exported)
    drop(scene, exported)
    assert said(scene) == ONE_AT_A_TIME
    flow.open()
    assert not scene.window.flow.start.isEnabled()
    flow.read([Path("watch")])
    assert said(scene) == ONE_AT_A_TIME
    assert not scene.window.flow.reading

    scene.window.flow.leave()
    scene.window.go_to(SETTINGS)
    assert not scene.window.shell.page(SETTINGS).data.bring.isEnabled()
    with over(qtbot, files):
        waiting.set()
    drop(scene, exported)
    assert said(scene) == ONE_AT_A_TIME
    add(qtbot, files)

    assert len(came(scene)) == 1
    assert scene.window.shell.current() == SETTINGS
    assert scene.window.shell.page(SETTINGS).data.bring.isEnabled()


def test_a_diary_that_is_left_stays_out_and_the_page_waits_for_another(qtbot, scene, flow, files, exported):
    flow.open()
    page = scene.window.flow
    with over(qtbot, files):
        flow.read([exported])

    files.asking.cancel.click()

    assert (scene.window.flow, came(scene)) == (page, [])
    assert page.start.isEnabled()


def test_a_window_closed_meanwhile_keeps_it_whole(qtbot, scene, files, exported):
    with over(qtbot, files):
        drop(scene, exported)
    files.asking.add.click()

    scene.window.close()

    scene.open()
    assert len(came(scene)) == 1
