"""The diary as a file from Settings: out, in, and what is said when that can't be."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from kneecoach.coaching import diary
from kneecoach.domain.pain import PainEntry
from tests.ui.pages.setting import Opened


@pytest.fixture
def opened(qtbot, store, tmp_path):
    made = Opened(qtbot, store, tmp_path / "data")
    yield made
    made.window.notice().hide()


def said(opened):
    return opened.window.notice().text()


def test_the_diary_is_written_where_the_person_chooses(qtbot, opened, tmp_path):
    page = opened.page
    qtbot.mouseClick(page.data.export, Qt.MouseButton.LeftButton)

    (dialog,) = page.findChildren(QFileDialog)
    assert dialog.defaultSuffix() == "json"
    dialog.filterSelected.emit("Table (*.csv)")
    assert dialog.defaultSuffix() == "csv"
    dialog.fileSelected.emit(str(tmp_path / "mine.csv"))

    assert (tmp_path / "mine.csv").read_text().startswith("type,id,at")
    assert said(opened) == "The diary is in mine.csv."
    dialog.close()


def test_what_can_not_be_written_is_said(opened, tmp_path):
    opened.page.files.export(str(tmp_path / "no" / "where.json"))

    assert said(opened) == "There is no such folder to write the file in."


def test_a_diary_comes_in_once_and_the_pages_know(qtbot, opened, store, tmp_path):
    page, path = opened.page, tmp_path / "mine.json"
    now = page._wall()
    entry = diary.log_pain(store, page._person.id, PainEntry(UUID(int=9), now, 3), now)
    page.files.export(str(path))
    diary.delete(store, page._person.id, diary.Kind.PAIN, entry.id, now)

    qtbot.mouseClick(page.data.bring, Qt.MouseButton.LeftButton)
    (dialog,) = page.findChildren(QFileDialog)
    with qtbot.waitSignal(page._changes.diary):
        dialog.fileSelected.emit(str(path))
    dialog.close()

    assert entry in diary.read_diary(store, page._person.id).entries
    assert "came in" in said(opened)
    page.files.bring(str(path))
    assert said(opened) == "All of mine.json is in the diary already."


def test_a_file_that_is_no_sound_diary_is_refused_in_a_sentence(opened, tmp_path):
    other, bad = tmp_path / "run.gpx", tmp_path / "bad.json"
    other.write_text("<gpx/>")
    opened.page.files.export(str(bad))
    bad.write_text(bad.read_text()[:-9])

    opened.page.files.bring(str(other))
    assert said(opened) == "run.gpx is no diary of KneeCoach. Runs come in by Import runs."
    opened.page.files.bring(str(bad))
    assert said(opened) == "The file is damaged or not finished: it is no JSON."
