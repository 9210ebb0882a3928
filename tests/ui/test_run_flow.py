"""Runs, activities and shoes in the whole window: from a key to the disk and back."""

from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from kneecoach.coaching import diary
from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.run import Run, RunKind
from kneecoach.domain.settings import Theme
from kneecoach.storage import people
from kneecoach.ui.dialogs.shoes import Shoes
from kneecoach.ui.pages.run_entry_words import RunTold
from kneecoach.ui.run_flow import RunFlow
from kneecoach.ui.shell import DIARY, ENTRY, TODAY
from tests.scenes import Scene, settle


@pytest.fixture
def scene(qtbot, tmp_path):  # noqa: ARG001 - qtbot makes the application
    made = Scene(tmp_path / "kneecoach", Theme.LIGHT, (1280, 800))
    made.prepare(sore=False)
    made.open()
    yield made
    made.close()


def flow(scene):
    return scene.window.findChild(RunFlow)


def page(scene):
    return scene.window.shell.page(ENTRY).currentWidget()


def store_of(scene):
    return flow(scene)._late.get()


def runs_of(scene):
    store = store_of(scene)
    with store.begin() as tx:
        person = people.current(tx)
    return [entry for entry in diary.read_diary(store, person.id).entries if isinstance(entry, Run)]


def entries_of(scene, kind):
    store = store_of(scene)
    with store.begin() as tx:
        person = people.current(tx)
    return [entry for entry in diary.read_diary(store, person.id).entries if isinstance(entry, kind)]


def log_six(qtbot, scene):
    qtbot.keyClick(scene.window.shell.page(TODAY), Qt.Key.Key_R)
    settle()
    qtbot.keyClicks(page(scene).form.figures.distance.edit, "6")
    qtbot.keyClick(page(scene).form.figures.distance.edit, Qt.Key.Key_Tab)
    qtbot.keyClicks(page(scene).form.figures.time.edit, "37:50")
    qtbot.keyClick(page(scene).form.figures.time.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def test_a_run_is_logged_from_today_with_the_keyboard_alone(qtbot, scene):
    before = len(runs_of(scene))

    log_six(qtbot, scene)

    assert len(runs_of(scene)) == before + 1
    kept = max(runs_of(scene), key=lambda run: run.at)
    assert (kept.distance_m, kept.seconds) == (6_000, 2_270)
    assert scene.window.shell.current() == TODAY
    assert scene.window.notice().text() == "Run saved."


def test_the_keyboard_is_in_the_distance_as_soon_as_the_page_opens(qtbot, scene):
    qtbot.keyClick(scene.window.shell.page(TODAY), Qt.Key.Key_R)
    settle()

    assert scene.window.focusWidget() is page(scene).form.figures.distance.edit


def test_a_saved_run_can_be_taken_back_at_once(qtbot, scene):
    before = runs_of(scene)
    log_six(qtbot, scene)

    scene.window.undo()

    assert runs_of(scene) == before


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"pain_max": 6}, "Calm-down day only."),
        ({"pain_max": 6}, "No run until it has settled."),
        ({"limp": True}, "No run for at least 48 hours, and not before walking and the morning are as usual"),
        ({"limp": True, "pain_max": 1}, "You logged a limp on the run of"),
        ({"pain_max": 3}, "Make the next run easier."),
        ({"pain_before": 0, "pain_60": 1}, "Make the next run shorter or easier."),
        ({"pain_before": 0}, "In an hour, note on this run how the knee is then."),
    ],
)
def test_high_pain_or_a_limp_in_a_run_is_answered_when_it_is_saved(scene, said, words):
    flow(scene).open()
    run = Run(uuid4(), scene.clock.wall() - timedelta(minutes=40), 6_000, **said)

    page(scene).saved.emit(RunTold(run, (None, ())))

    notice = scene.window.notice()
    assert notice.text().startswith("Run saved.")
    assert words in notice.text()
    assert not notice._timer.isActive()


def test_a_run_without_trouble_is_only_said_to_be_saved(scene):
    flow(scene).open()
    run = Run(uuid4(), scene.clock.wall() - timedelta(minutes=40), 6_000, pain_max=1, limp=False)

    page(scene).saved.emit(RunTold(run, (None, ())))

    assert scene.window.notice().text() == "Run saved."


def test_leaving_keeps_nothing_and_undo_returns_to_what_was_written(qtbot, scene):
    before = runs_of(scene)
    flow(scene).open_run()
    settle()
    qtbot.keyClicks(page(scene).form.figures.distance.edit, "7.5")

    qtbot.keyClick(page(scene), Qt.Key.Key_Escape)

    assert scene.window.shell.current() == TODAY
    assert runs_of(scene) == before
    scene.window.undo()
    assert scene.window.shell.current() == ENTRY
    assert page(scene).form.figures.distance.text() == "7.5"


def test_leaving_an_untouched_page_says_nothing(qtbot, scene):
    flow(scene).open_run()
    settle()

    qtbot.keyClick(page(scene), Qt.Key.Key_Escape)

    assert not scene.window.notice().isVisible()
    assert scene.window.shell.current() == TODAY


def test_a_run_that_is_half_written_is_still_there_after_a_look_elsewhere(qtbot, scene):
    flow(scene).open_run()
    qtbot.keyClicks(page(scene).form.figures.distance.edit, "7.5")
    scene.window.go_to(DIARY)

    flow(scene).open_run()

    assert page(scene).form.figures.distance.text() == "7.5"


def test_a_run_of_the_diary_is_corrected_and_put_back(qtbot, scene):
    log_six(qtbot, scene)
    kept = max(runs_of(scene), key=lambda run: run.at)
    flow(scene).open(kept)
    settle()
    page(scene).form.kind.press(RunKind.HILLS)

    page(scene).save.click()

    assert next(run for run in runs_of(scene) if run.id == kept.id).kind is RunKind.HILLS
    scene.window.undo()
    assert next(run for run in runs_of(scene) if run.id == kept.id).kind is kept.kind


def test_a_deleted_run_comes_back_by_undo(qtbot, scene):
    log_six(qtbot, scene)
    kept = max(runs_of(scene), key=lambda run: run.at)
    flow(scene).open(kept)

    page(scene).delete.click()

    assert kept.id not in {run.id for run in runs_of(scene)}
    scene.window.undo()
    assert kept.id in {run.id for run in runs_of(scene)}


def test_an_activity_is_kept_changed_and_taken_back(qtbot, scene):
    flow(scene).open_activity()
    settle()
    qtbot.keyClicks(page(scene).time.edit, "45")
    page(scene).kind.press(ActivityKind.BIKE)
    page(scene).save.click()
    [kept] = entries_of(scene, Activity)
    assert (kept.kind, kept.minutes) == (ActivityKind.BIKE, 45)

    flow(scene).open(kept)
    page(scene).kind.press(ActivityKind.SWIM)
    page(scene).save.click()
    assert entries_of(scene, Activity)[0].kind is ActivityKind.SWIM

    scene.window.undo()
    assert entries_of(scene, Activity)[0].kind is ActivityKind.BIKE


def test_shoes_that_are_added_from_a_run_are_chosen_for_it(scene):
    flow(scene).open_run()
    settle()
    page(scene).form.shoes.add.click()
    dialog = scene.window.findChild(Shoes)
    dialog.form.name.edit.setText("Pegasus 41")
    dialog.form.start.edit.setText("120")

    dialog.save.click()
    settle()

    chosen = page(scene).form.shoes.value()
    assert page(scene).form.shoes.card(chosen).text() == "Pegasus 41"
    assert [row.name.text() for row in dialog.rows if row.isVisibleTo(dialog)][-1:] == ["Pegasus 41"]
    dialog.close()


def test_all_shoes_are_a_click_away_from_a_run(scene):
    flow(scene).open_run()

    page(scene).form.all_shoes.click()

    dialog = scene.window.findChild(Shoes)
    assert dialog.add.isVisible()
    assert not dialog.form.isVisible()
    dialog.close()


def test_what_was_no_run_is_logged_as_an_activity(scene):
    flow(scene).open_run()

    page(scene).other.click()

    assert page(scene).accessibleName() == "Log activity"


def test_what_the_disk_refuses_is_said_on_the_page(qtbot, scene, monkeypatch):
    from kneecoach.domain.errors import DiskTrouble  # noqa: PLC0415

    def refuse(*_args):
        raise DiskTrouble("The disk is full.")

    monkeypatch.setattr(diary, "log_run", refuse)

    log_six(qtbot, scene)

    assert scene.window.shell.current() == ENTRY
    assert page(scene).refusal.text() == "The disk is full."
    assert page(scene).form.figures.time.text() == "37:50"
