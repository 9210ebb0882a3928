"""The summary for the doctor, copied and saved."""

from PySide6.QtWidgets import QApplication

from kneecoach.domain.check_in import Family
from kneecoach.domain.flag import Flag
from kneecoach.ui.dialogs.doctor_summary import DoctorSummary
from tests.ui.pages.checking import answer, chip, click


def test_the_summary_can_be_copied_and_saved(qtbot, open_page, tmp_path):
    page = open_page(name="<b>Jana</b>")
    page.form.strip.press_digit(6)
    answer(page, Family.SWELLING)
    click(qtbot, chip(page, Family.SWELLING, Flag.HOT_RED))

    click(qtbot, page.footer.summary)
    dialog = page.window().findChild(DoctorSummary)
    click(qtbot, dialog.copy)
    dialog.save_to(str(tmp_path / "summary.txt"))

    text = (tmp_path / "summary.txt").read_text(encoding="utf-8")
    assert QApplication.clipboard().text() == text
    assert "Name: <b>Jana</b>" in text
    assert "Knee hot or red, since 24 November" in text
    assert "Pain now: 6 of 10" in text
    dialog.save_to(str(tmp_path / "no such folder" / "summary.txt"))
    assert "could not be saved" in dialog.said.text()
    dialog.close()


def test_the_place_of_the_file_is_asked_without_blocking(qtbot, open_page):
    page = open_page()
    dialog = DoctorSummary("words", parent=page)
    qtbot.addWidget(dialog)
    dialog.show()

    click(qtbot, dialog.save)

    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

    asked = dialog.findChild(QFileDialog)
    assert asked.isVisible()
    asked.close()
    dialog.close()
