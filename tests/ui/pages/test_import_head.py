"""What the import page says of the files as a whole, and how it stands when nothing is beside the new runs."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kneecoach.coaching.imports import Sorted
from kneecoach.ui.widgets.text import Label
from tests.scenes_import import a_found
from tests.ui.pages.importing import NOW, Importing


def new():
    return a_found(1, NOW - timedelta(days=1), 6_200, 2_320, "run_1.fit")


@pytest.fixture
def importing(qtbot):
    return Importing(qtbot)


def test_the_head_counts_the_files_that_a_folder_turns_out_to_hold(importing):
    page = importing.page
    page.read([Path("watch")])
    assert page._when.text() == "1 file, Saturday 21 November"
    page.read([Path("more.gpx")])

    importing.readings[0].progressed.emit(3, 25, "a.gpx")
    assert page._when.text() == "26 files, Saturday 21 November"
    importing.readings[0].tell(Sorted())
    importing.readings[1].progressed.emit(0, 1, "more.gpx")

    assert page._when.text() == "26 files, Saturday 21 November"


def test_the_runs_end_where_the_foot_ends_when_nothing_stands_beside_them(importing):
    importing.read(new())
    page = importing.page

    def right_of(widget):
        return widget.mapTo(page, widget.rect().topRight()).x()

    importing.qtbot.wait_until(lambda: right_of(page.new) == right_of(page.footer.add))


def test_a_run_says_what_is_amiss_with_its_file(importing):
    found = replace(new(), remark="The file is empty. Distance and time are those of the table.")
    importing.read(found)

    assert found.remark in [label.text() for label in importing.page.new.rows[0].findChildren(Label)]


@pytest.mark.parametrize(("width", "beside"), [(1_280, True), (700, False)])
def test_scales_that_stand_beside_each_other_have_heads(importing, width, beside):
    importing.page.resize(width, 800)

    importing.read(new())

    importing.qtbot.wait_until(lambda: importing.page.new._heads.isVisible() is beside)
    assert importing.page.new.rows[0].beside() is beside
