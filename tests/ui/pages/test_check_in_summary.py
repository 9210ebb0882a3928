"""The summary for the doctor at a red flag in the check-in: copied, saved as a page or as text, or why it can't be."""

import errno
import os

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from kneecoach.domain.check_in import Family
from kneecoach.domain.flag import Flag
from kneecoach.ui.dialogs.doctor_summary import DoctorSummary
from tests.ui.pages.checking import answer, chip, click


@pytest.fixture
def asked(qtbot, open_page):
    """The dialog that a hot knee leads to, before anything was kept."""
    page = open_page(name="<b>Jana</b>", birth_year=1985)
    page.form.strip.press_digit(6)
    answer(page, Family.SWELLING)
    click(qtbot, chip(page, Family.SWELLING, Flag.HOT_RED))
    click(qtbot, page.footer.summary)
    dialog = page.window().findChild(DoctorSummary)
    yield dialog
    dialog.close()


def test_the_summary_can_be_copied_and_saved_as_text(qtbot, asked, tmp_path):
    click(qtbot, asked.copy)
    asked.save_to(str(tmp_path / "summary.txt"))

    text = (tmp_path / "summary.txt").read_text(encoding="utf-8")
    assert QApplication.clipboard().text() == text
    assert "<b>Jana</b>" in text
    assert "Knee hot or red: since 24 November." in text
    assert "6 of 10." in text


def test_the_summary_can_be_saved_as_one_page(asked, tmp_path):
    asked.save_to(str(tmp_path / "summary.pdf"))

    content = (tmp_path / "summary.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == 1
    assert asked.said.text() == "Saved as summary.pdf."


def test_the_name_stays_off_the_page_when_it_is_not_wanted(qtbot, asked):
    assert "Born 1985" in asked.page.toPlainText()

    click(qtbot, asked.with_name)

    assert "Jana" not in asked.page.toPlainText()
    assert "1985" not in asked.page.toPlainText()


@pytest.mark.parametrize(
    ("trouble", "said"), [(errno.ENOSPC, "The disk is full"), (errno.EACCES, "does not let KneeCoach write there")]
)
def test_a_disk_that_refuses_is_said_and_the_text_stays(asked, tmp_path, monkeypatch, trouble, said):
    def refuse(*_args, **_more):
        raise OSError(trouble, os.strerror(trouble))

    monkeypatch.setattr(os, "open", refuse)
    asked.save_to(str(tmp_path / "summary.pdf"))
    monkeypatch.undo()

    assert said in asked.said.text()
    assert not (tmp_path / "summary.pdf").exists()
    assert "Knee hot or red" in asked.page.toPlainText()


def test_a_folder_that_is_not_there_is_said(asked, tmp_path):
    asked.save_to(str(tmp_path / "no such folder" / "summary.pdf"))

    assert "There is no such folder" in asked.said.text()


@pytest.mark.parametrize(("button", "name"), [("save", "knee-summary.txt"), ("save_page", "knee-summary.pdf")])
def test_the_place_of_the_file_is_asked_without_blocking(qtbot, asked, button, name):
    click(qtbot, getattr(asked, button))

    place = asked.findChild(QFileDialog)
    assert place.isVisible()
    assert [os.path.basename(one) for one in place.selectedFiles()] == [name]  # noqa: PTH119
    place.close()
