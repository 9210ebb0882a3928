"""The diary as a file from Settings: out, in and back, beside the window, and what is said when that can't be."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from kneecoach.coaching import diary, diary_files
from kneecoach.domain.errors import CannotStart, DiskTrouble
from kneecoach.domain.pain import PainEntry
from kneecoach.ui.diary_files import IN_AGAIN, ONE_AT_A_TIME, TAKEN_BACK, Doing
from tests.ui.pages.carrying import (
    a_pain,
    bring,
    entries,
    export,
    forget,
    held_up,
    look,
    open_settings,
    over,
    said,
    undo,
)


@pytest.fixture
def opened(qtbot, store, tmp_path):
    with open_settings(qtbot, store, tmp_path / "data") as made:
        yield made


@pytest.fixture
def waiting(monkeypatch):
    with held_up(monkeypatch) as go_on:
        yield go_on


def test_the_diary_is_written_where_the_person_chooses(qtbot, opened, tmp_path):
    qtbot.mouseClick(opened.page.data.export, Qt.MouseButton.LeftButton)

    (dialog,) = opened.window.findChildren(QFileDialog)
    assert dialog.defaultSuffix() == "json"
    dialog.filterSelected.emit("Table (*.csv)")
    assert dialog.defaultSuffix() == "csv"
    with over(qtbot, opened.files):
        dialog.fileSelected.emit(str(tmp_path / "mine.csv"))

    assert (tmp_path / "mine.csv").read_text().startswith("type,id,at")
    assert said(opened) == "The diary is in mine.csv."
    dialog.close()


def test_what_can_not_be_written_is_said(qtbot, opened, tmp_path):
    export(qtbot, opened, tmp_path / "no" / "where.json")

    assert said(opened) == "There is no such folder to write the file in."
    assert opened.page.data.export.isEnabled()


def test_a_diary_comes_in_once_and_the_pages_know(qtbot, opened, tmp_path):
    entry = a_pain(opened)
    path = export(qtbot, opened, tmp_path / "mine.json")
    forget(opened, entry)

    qtbot.mouseClick(opened.page.data.bring, Qt.MouseButton.LeftButton)
    (dialog,) = opened.window.findChildren(QFileDialog)
    with over(qtbot, opened.files):
        dialog.fileSelected.emit(str(path))
    dialog.close()
    assert entry not in entries(opened)
    with qtbot.waitSignal(opened.changes.diary), over(qtbot, opened.files):
        opened.files.asking.add.click()

    assert entry in entries(opened)
    assert said(opened) == "1 entry came in, 2 were there already."
    bring(qtbot, opened, path)
    assert said(opened) == "All of mine.json is in the diary already."


def test_an_imported_diary_is_taken_back_in_one_step(qtbot, opened, tmp_path):
    pain = a_pain(opened)
    path = export(qtbot, opened, tmp_path / "mine.json")
    forget(opened, pain)
    before = entries(opened)
    bring(qtbot, opened, path)

    undo(qtbot, opened)

    assert (entries(opened), said(opened)) == (before, TAKEN_BACK)


def test_what_was_taken_back_is_had_again_at_once(qtbot, opened, tmp_path):
    pain = a_pain(opened)
    path = export(qtbot, opened, tmp_path / "mine.json")
    forget(opened, pain)
    bring(qtbot, opened, path)
    after = entries(opened)

    for text in (TAKEN_BACK, IN_AGAIN, TAKEN_BACK, IN_AGAIN):
        undo(qtbot, opened)
        assert said(opened) == text

    assert entries(opened) == after


def test_what_was_changed_since_goes_and_comes_as_it_is_now(qtbot, opened, tmp_path):
    pain = a_pain(opened)
    path = export(qtbot, opened, tmp_path / "mine.json")
    forget(opened, pain)
    before = entries(opened)
    bring(qtbot, opened, path)
    diary.change_pain(opened.store, opened.person.id, PainEntry(pain.id, pain.at, 8), opened.clock.wall())

    undo(qtbot, opened)
    assert entries(opened) == before
    undo(qtbot, opened)

    assert [entry.score for entry in entries(opened) if entry not in before] == [8]


def test_several_diaries_are_one_import_and_what_stands_in_two_comes_once(qtbot, opened, tmp_path):
    pains = [a_pain(opened, number) for number in (7, 8)]
    one = export(qtbot, opened, tmp_path / "one.json")
    forget(opened, pains[0])
    two = export(qtbot, opened, tmp_path / "two.json")
    forget(opened, pains[1])
    before = entries(opened)

    asking = look(qtbot, opened, one, two)
    assert asking.add.text() == "Add 2 entries"
    with over(qtbot, opened.files):
        asking.add.click()
    assert len(entries(opened)) == len(before) + 2
    undo(qtbot, opened)

    assert entries(opened) == before


def test_a_file_that_is_no_sound_diary_is_refused_in_a_sentence(qtbot, opened, tmp_path):
    other, bad = tmp_path / "run.gpx", export(qtbot, opened, tmp_path / "bad.json")
    other.write_text("<gpx/>")
    bad.write_text(bad.read_text()[:-9])

    bring(qtbot, opened, other)
    assert said(opened) == "run.gpx: It is no diary of KneeCoach. Runs come in by Import runs."
    bring(qtbot, opened, bad)
    assert said(opened) == "bad.json: The file is damaged or not finished: it is no JSON."


def test_of_several_files_each_comes_in_or_is_named(qtbot, opened, tmp_path):
    pain = a_pain(opened)
    good, bad = (export(qtbot, opened, tmp_path / name) for name in ("good.json", "bad.json"))
    bad.write_text(bad.read_text()[:-9])
    forget(opened, pain)

    bring(qtbot, opened, good, bad)

    assert said(opened).startswith("1 entry came in, 2 were there already. bad.json: The file is damaged")
    bring(qtbot, opened, good, good)
    assert said(opened) == "All of what these files hold is in the diary already."


def test_while_it_reads_the_window_goes_on_and_the_buttons_are_off(qtbot, opened, tmp_path, waiting):
    path, data = export(qtbot, opened, tmp_path / "mine.json"), opened.page.data
    data.bring.setFocus()
    opened.files.bring([path])

    assert (data.bring.text(), data.bring.isEnabled(), data.export.isEnabled()) == (Doing.READING.value, False, False)
    assert data.export.text() == "Export diary"
    opened.files.bring([path])
    assert said(opened) == ONE_AT_A_TIME
    with over(qtbot, opened.files):
        waiting.set()

    assert (data.bring.text(), data.bring.isEnabled(), data.export.isEnabled()) == ("Import diary", True, True)
    assert data.bring.accessibleName() == "Import a diary from a file"
    assert data.bring.hasFocus()


def test_undo_waits_for_what_is_being_written(qtbot, opened, tmp_path, waiting):
    pain = a_pain(opened)
    path = export(qtbot, opened, tmp_path / "mine.json")
    forget(opened, pain)
    waiting.set()
    bring(qtbot, opened, path)
    waiting.clear()
    back = opened.window.notice()._undo
    opened.files.bring([path])

    back()
    assert (said(opened), pain in entries(opened)) == (ONE_AT_A_TIME, True)
    again = opened.window.notice()._undo
    with over(qtbot, opened.files):
        waiting.set()
    with over(qtbot, opened.files):
        again()
    assert pain not in entries(opened)


def test_a_full_disk_changes_nothing(qtbot, opened, tmp_path, monkeypatch):
    pain = a_pain(opened)
    path = export(qtbot, opened, tmp_path / "mine.json")
    forget(opened, pain)
    before = entries(opened)

    def full(*_args):
        raise DiskTrouble("The disk is full.")

    monkeypatch.setattr(diary_files.whole_diary, "add", full)
    bring(qtbot, opened, path)
    assert (said(opened), entries(opened)) == ("The disk is full.", before)
    monkeypatch.undo()

    bring(qtbot, opened, path)
    monkeypatch.setattr(diary_files.bin_imports, "take_back", full)
    undo(qtbot, opened)
    assert (said(opened), pain in entries(opened)) == ("The disk is full.", True)
    monkeypatch.setattr(diary_files, "write_whole", full)
    export(qtbot, opened, tmp_path / "more.json")
    assert (said(opened), (tmp_path / "more.json").exists()) == ("The disk is full.", False)


def test_a_store_that_can_not_be_opened_is_said(opened, monkeypatch):
    def refuse():
        raise CannotStart("The disk can't be read.")

    monkeypatch.setattr(opened.files, "_store", refuse)
    opened.files.bring([Path("mine.json")])

    assert (said(opened), opened.files.doing) == ("The disk can't be read.", None)
