"""A whole import taken back in the window, and had again: at once and later."""

import pytest

from kneecoach.coaching import imports
from kneecoach.domain.errors import DiskTrouble
from kneecoach.ui.diary_files import IN_AGAIN, TAKEN_BACK
from kneecoach.ui.diary_flow import DiaryFlow
from kneecoach.ui.import_flow import ImportFlow
from tests.scenes import settle
from tests.ui.importing import add, an_importing_window, runs_of


@pytest.fixture
def scene(qtbot, tmp_path):
    with an_importing_window(qtbot, tmp_path) as made:
        yield made


@pytest.fixture
def flow(scene):
    return scene.window.findChild(ImportFlow)


def test_the_whole_import_is_taken_back(qtbot, scene, flow):
    before = runs_of(scene)
    add(qtbot, scene, flow)

    scene.window.undo()
    qtbot.wait_until(lambda: scene.window.notice().text() == TAKEN_BACK)

    assert runs_of(scene) == before


def test_what_was_taken_back_is_had_again_as_a_whole_at_once(qtbot, scene, flow):
    add(qtbot, scene, flow)
    imported, notice = runs_of(scene), scene.window.notice()

    for text in (TAKEN_BACK, IN_AGAIN, TAKEN_BACK, IN_AGAIN):
        scene.window.undo()
        qtbot.wait_until(lambda text=text: notice.text() == text)

    assert runs_of(scene) == imported


def test_the_whole_import_is_taken_back_from_deleted_and_changed_later(qtbot, scene, flow):
    before = runs_of(scene)
    add(qtbot, scene, flow)
    scene.window.notice().hide()
    leads = scene.window.findChild(DiaryFlow)
    leads.open_bin()

    (first,) = leads._bin.rows()
    assert first.back.accessibleName() == "Take back the import of 5 runs"
    with qtbot.waitSignal(leads._aside.done):
        first.back.click()
        assert first.back.text() == "Undoing\N{HORIZONTAL ELLIPSIS}"
        assert not first.back.isEnabled()
    settle()

    assert runs_of(scene) == before
    (gone,) = leads._bin.rows()
    assert gone.back.accessibleName() == "Put back the import of 5 runs"
    with qtbot.waitSignal(leads._aside.done):
        gone.back.click()
    settle()

    assert len(runs_of(scene)) == len(before) + 5
    assert leads._bin.rows()[0].back.isEnabled()
    leads._bin.accept()


def test_a_disk_that_refuses_to_take_it_back_leaves_it_in_the_list(qtbot, scene, flow, monkeypatch):
    def full(*_args):
        raise DiskTrouble("The disk is full.")

    add(qtbot, scene, flow)
    leads = scene.window.findChild(DiaryFlow)
    leads.open_bin()
    monkeypatch.setattr(imports.bin_imports, "take_back", full)

    with qtbot.waitSignal(leads._aside.refused):
        leads._bin.rows()[0].back.click()

    assert scene.window.notice().text() == "The disk is full."
    assert leads._bin.rows()[0].back.isEnabled()
    assert len([run for run in runs_of(scene) if run.source]) == 5
    leads._bin.accept()


def test_a_window_closed_meanwhile_waits_until_all_is_taken_back(qtbot, scene, flow):
    before = runs_of(scene)
    add(qtbot, scene, flow)
    leads = scene.window.findChild(DiaryFlow)
    leads.open_bin()
    leads._bin.rows()[0].back.click()

    leads._bin.accept()
    scene.window.close()

    scene.open()
    assert runs_of(scene) == before


def test_a_disk_that_refuses_the_undo_says_so(qtbot, scene, flow, monkeypatch):
    add(qtbot, scene, flow)

    def full(*_args):
        raise DiskTrouble("The disk is full.")

    monkeypatch.setattr(imports.bin_imports, "take_back", full)
    with qtbot.waitSignal(flow._keeping.refused):
        scene.window.undo()

    assert scene.window.notice().text() == "The disk is full."
    assert len([run for run in runs_of(scene) if run.source]) == 5
