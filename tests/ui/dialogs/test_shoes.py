"""The list of shoes: added, named, retired and brought back."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.person import Units
from kneecoach.ui.dialogs.shoes import Shoes
from tests.ui.pages.running import GHOST, NOW, PAIRS, PEGASUS, RETIRED


@pytest.fixture
def open_shoes(qtbot):
    def show(pairs=PAIRS, **more):
        dialog = Shoes(pairs, wall=lambda: NOW, **more)
        qtbot.addWidget(dialog)
        dialog.heard = []
        dialog.kept.connect(dialog.heard.append)
        dialog.open()
        return dialog

    return show


def row_of(dialog, shoe):
    return next(row for row in dialog.rows if row.name.text() == shoe.name)


def test_every_pair_says_how_far_it_has_gone_the_retired_ones_last(open_shoes):
    dialog = open_shoes()

    assert [(row.name.text(), row.line.text()) for row in dialog.rows] == [
        ("Pegasus 41", "412 km"),
        ("Ghost 15", "782 km, check the sole"),
        ("Old ones", "900 km, retired 21 November"),
    ]


def test_far_is_said_in_the_colour_of_caution_from_800_km(open_shoes):
    dialog = open_shoes([replace(PAIRS[0], metres=800_000), replace(PAIRS[1], metres=799_999)])

    assert [row.line.property("tone") for row in dialog.rows] == ["warn", "info"]


def test_a_pair_is_added_with_its_start_and_first_day(qtbot, open_shoes):
    dialog = open_shoes((), adding=True)
    qtbot.keyClicks(dialog.form.name.edit, "Pegasus 42")
    qtbot.keyClicks(dialog.form.start.edit, "812,5")
    qtbot.keyClicks(dialog.form.first.edit, "5.11.")

    qtbot.keyClick(dialog.form.first.edit, Qt.Key.Key_Return)

    [shoe] = dialog.heard
    assert (shoe.name, shoe.start_m, shoe.first_day, shoe.retired) == ("Pegasus 42", 812_500, date(2026, 11, 5), None)


def test_a_name_is_all_that_a_pair_needs(open_shoes):
    dialog = open_shoes(())
    assert dialog.empty.isVisible()
    dialog.add.click()
    dialog.form.name.set_text(" Blue ones ")

    dialog.save.click()

    assert (dialog.heard[0].name, dialog.heard[0].start_m, dialog.heard[0].first_day) == ("Blue ones", 0, None)


@pytest.mark.parametrize(
    ("name", "start", "first", "sentence"),
    [
        ("  ", "", "", "a name"),
        ("A", "far", "", "Write the distance"),
        ("A", "10001", "", "further than 10000 km"),
        ("A", "", "soon", "Write the day"),
        ("A", "", "2027-01-01", "in the future"),
    ],
)
def test_what_can_not_be_is_refused_at_its_field(open_shoes, name, start, first, sentence):
    dialog = open_shoes((), adding=True)
    for field, text in ((dialog.form.name, name), (dialog.form.start, start), (dialog.form.first, first)):
        field.set_text(text)

    dialog.save.click()

    assert dialog.heard == []
    assert any(sentence in field.error() for field in (dialog.form.name, dialog.form.start, dialog.form.first))
    assert dialog.form.isVisible()


def test_a_pair_is_edited_and_keeps_its_metres_where_nobody_writes(open_shoes):
    worn = replace(PEGASUS, start_m=12_345, first_day=date(2025, 3, 1))
    dialog = open_shoes([replace(PAIRS[0], shoe=worn)], units=Units.MILES)
    dialog.rows[0].edit.click()
    dialog.form.name.set_text("Peg")

    dialog.save.click()

    assert dialog.heard == [replace(worn, name="Peg")]


def test_a_first_day_after_the_pair_was_retired_is_refused(open_shoes):
    dialog = open_shoes([replace(PAIRS[2], shoe=replace(RETIRED, retired=date(2026, 3, 1)))])
    dialog.rows[0].edit.click()
    dialog.form.first.set_text("5.11.")

    dialog.save.click()

    assert dialog.heard == []
    assert "before their first day" in dialog.form.first.error()


def test_a_pair_is_retired_today_and_brought_back(open_shoes):
    dialog = open_shoes()

    row_of(dialog, GHOST).retire.click()
    row_of(dialog, RETIRED).retire.click()

    assert [(shoe.name, shoe.retired) for shoe in dialog.heard] == [("Ghost 15", NOW.date()), ("Old ones", None)]


def test_cancel_keeps_nothing(open_shoes):
    dialog = open_shoes()
    dialog.rows[0].edit.click()
    dialog.form.name.set_text("Other")

    dialog.cancel.click()

    assert dialog.heard == []
    assert not dialog.form.isVisible()
