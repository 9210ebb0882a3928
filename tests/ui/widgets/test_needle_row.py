"""The rows of the weekly review, and the seven words of its question."""

import pytest
from PySide6.QtCore import QPoint, Qt

from kneecoach.domain.review import Change
from kneecoach.ui.widgets.needle_row import NeedleRow, NeedleRuler, RowSaid
from kneecoach.ui.widgets.seven_words import WORDS, SevenWords
from kneecoach.ui.widgets.sure_scale import SureScale
from tests.ui.widgets.screen import pixel, show


def said(this, last, limit=None, most=10.0):
    return RowSaid("Longest run, km", "dashed line: 6.8", "6.2", "was 5.0", most, this, last, limit)


def a_ruler(qtbot, *numbers, **more):
    ruler = show(qtbot, NeedleRuler(), 300)
    ruler.show_row(said(*numbers, **more))
    return ruler


def test_the_needle_is_this_week_and_the_grey_mark_the_last(qtbot, light):
    ruler = a_ruler(qtbot, 6, 3)

    assert pixel(ruler, ruler.x_of(6) - 0.5, 22) == light.accent.name()
    assert pixel(ruler, ruler.x_of(3) - 0.5, 12) == light.line2.name()


def test_the_same_number_shows_no_grey_mark(qtbot, light):
    ruler = a_ruler(qtbot, 6, 6)

    assert pixel(ruler, ruler.x_of(6) - 0.5, 12) == light.accent.name()
    assert pixel(ruler, ruler.x_of(6) - 0.5, 31) != light.line2.name()


def test_what_is_not_known_has_no_mark(qtbot, light):
    ruler = a_ruler(qtbot, None, None)

    columns = {pixel(ruler, x, 12) for x in range(ruler.width())}
    assert light.accent.name() not in columns
    assert light.line2.name() not in columns


def test_the_limit_is_dashed(qtbot, light):
    ruler = a_ruler(qtbot, 1, 1, 6.8)

    column = [pixel(ruler, round(ruler.x_of(6.8)), y) == light.ink2.name() for y in range(6, 26)]
    assert any(column)
    assert not all(column)


def test_what_lies_beyond_the_scale_stands_at_its_end(qtbot):
    ruler = a_ruler(qtbot, 12, 0)

    assert ruler.x_of(12) == ruler.x_of(10)


def test_a_row_says_itself_in_words(qtbot):
    row = show(qtbot, NeedleRow(), 680)
    row.show_row(said(6.2, 5.0, 6.8))

    assert row.accessibleName() == "Longest run, km, dashed line: 6.8: 6.2, was 5.0"


@pytest.fixture
def seven(qtbot):
    return show(qtbot, SevenWords(), 402)


def heard(widget):
    values = []
    widget.changed.connect(values.append)
    return values


def test_seven_words_are_chosen_by_click_and_by_digit(seven, qtbot):
    values = heard(seven)

    for cell in (seven.cells()[4], seven.cells()[4], seven.cells()[0]):
        qtbot.mouseClick(seven, Qt.MouseButton.LeftButton, pos=cell.center())
    assert [seven.press_digit(digit) for digit in (0, 7, 8)] == [False, True, False]

    assert values == [Change.BIT_BETTER, Change.MUCH_WORSE, Change.MUCH_BETTER]
    assert seven.accessibleName() == "Compared with last week, the knee is: much better"


def test_the_arrows_begin_in_the_middle_and_end_at_the_ends(seven, qtbot):
    values = heard(seven)

    for key in (Qt.Key.Key_Right, *[Qt.Key.Key_Left] * 5):
        qtbot.keyClick(seven, key)

    assert values == [Change.SAME, Change.BIT_WORSE, Change.WORSE, Change.MUCH_WORSE]


def test_nothing_is_chosen_beforehand_and_the_chosen_one_is_dark(seven, light):
    corners = [cell.topLeft() + QPoint(4, 4) for cell in seven.cells()]
    assert {pixel(seven, at.x(), at.y()) for at in corners} == {light.surface.name()}
    assert "not answered" in seven.accessibleName()

    seven.set_value(Change.SAME)

    assert pixel(seven, corners[3].x(), corners[3].y()) == light.ink.name()
    assert list(WORDS) == list(Change)


def test_how_sure_one_is_has_words_of_its_own(qtbot):
    scale = show(qtbot, SureScale(name="How sure"), 402)
    assert scale.accessibleName() == "How sure: not answered"

    qtbot.keyClick(scale, "7")

    assert scale.accessibleName() == "How sure: 7 of 10"
    assert "not at all" in scale.accessibleDescription()
