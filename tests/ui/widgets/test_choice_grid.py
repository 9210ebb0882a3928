"""Words to choose from: clicks, keys, wrapping, and taking a choice back."""

import pytest
from PySide6.QtCore import Qt

from kneecoach.ui.widgets.choice_grid import ChoiceGrid, YesNoUnknown
from kneecoach.ui.widgets.effort_scale import EffortScale
from tests.ui.widgets.screen import pixel, show

WORDS = [(word, word.capitalize()) for word in ("easy", "long", "tempo", "intervals", "hills", "race", "walk", "other")]


@pytest.fixture
def grid(qtbot):
    return show(qtbot, ChoiceGrid(WORDS, name="Type"), 600)


def heard(widget):
    values = []
    widget.changed.connect(values.append)
    return values


def test_nothing_is_chosen_to_begin_with(grid):
    assert grid.value() is None
    assert grid.accessibleDescription() == ""


def test_a_click_chooses_and_a_second_one_takes_it_back(qtbot, grid):
    values = heard(grid)

    for _ in range(2):
        qtbot.mouseClick(grid.button("hills"), Qt.MouseButton.LeftButton)

    assert values == ["hills", None]
    assert not grid.button("hills").isChecked()


def test_what_is_shown_is_no_answer_and_can_not_be_taken_back(qtbot, grid):
    grid.keep_one()
    grid.set_value("hills")

    qtbot.mouseClick(grid.button("hills"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(grid.button("hills"), Qt.Key.Key_Delete)

    assert grid.value() == "hills"


def test_the_arrow_keys_choose_a_neighbour_and_delete_chooses_none(qtbot, grid):
    grid.button("easy").setFocus()

    qtbot.keyClick(grid.button("easy"), Qt.Key.Key_Right)
    assert grid.value() == "long"
    qtbot.keyClick(grid.button("long"), Qt.Key.Key_Left)
    assert grid.value() == "easy"

    qtbot.keyClick(grid.button("easy"), Qt.Key.Key_Backspace)
    assert grid.value() is None


@pytest.mark.parametrize(("width", "rows"), [(1_000, 1), (560, 1), (360, 2), (200, 4)])
def test_words_stand_in_one_row_or_wrap_evenly(grid, width, rows):
    places = grid.places(width)

    tops = [place.y() for place in places]
    assert len(set(tops)) == rows
    assert max(place.right() for place in places) <= width - 1
    in_rows = [tops.count(top) for top in sorted(set(tops))]
    assert max(in_rows) - min(in_rows) <= 1
    for cell, place in zip(grid.tab_stops(), places, strict=True):
        assert cell.word_px() <= place.width()


def test_in_rows_the_arrows_go_up_and_down(qtbot):
    grid = show(qtbot, ChoiceGrid(WORDS, name="Type"), 360, 80)
    grid.button("easy").setFocus()

    qtbot.keyClick(grid.button("easy"), Qt.Key.Key_Down)

    assert grid.value() == "hills"


def test_the_chosen_cell_is_filled_with_ink(grid, light):
    grid.set_value("easy")
    cell = grid.button("easy").geometry()

    assert pixel(grid, cell.left() + 6, cell.center().y()) == light.ink.name()


def test_yes_and_no_answer_to_their_letters_and_can_be_unknown_again(qtbot):
    asked = show(qtbot, YesNoUnknown(name="Limped"))
    asked.button(False).setFocus()

    qtbot.keyClick(asked.button(False), Qt.Key.Key_Y)
    assert asked.value() is True
    qtbot.keyClick(asked.button(True), Qt.Key.Key_N)
    assert asked.value() is False
    qtbot.keyClick(asked.button(False), Qt.Key.Key_Delete)
    assert asked.value() is None


def test_effort_is_said_in_its_own_words_and_painted_in_ink(qtbot, light):
    scale = show(qtbot, EffortScale(), 572)
    assert scale.accessibleName() == "Effort: not given"

    qtbot.keyClick(scale, "4")

    assert scale.accessibleName() == "Effort: 4 of 10, steady, full sentences"
    cell = scale.cells()[4]
    assert pixel(scale, cell.left() + 4, cell.top() + 4) == light.ink.name()


def test_an_effort_pressed_again_is_unknown_again_and_a_trembling_hand_does_not_bring_it_back(qtbot):
    scale = show(qtbot, EffortScale(), 572)
    scale.make_clearable()
    at = scale.cells()[4].center()
    qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=at)

    with qtbot.waitSignal(scale.cleared):
        qtbot.mousePress(scale, Qt.MouseButton.LeftButton, pos=at)

    assert scale.value() is None


def test_without_leave_the_answer_stays(qtbot):
    scale = show(qtbot, EffortScale(), 572)
    scale.set_value(4)

    qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=scale.cells()[4].center())
    qtbot.keyClick(scale, Qt.Key.Key_Delete)

    assert scale.value() == 4
