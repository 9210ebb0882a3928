"""Routines by keyboard: arrows, search and Tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.pages.routining import ROUTINES, SHIPPED, Opened


@pytest.fixture
def opened(qtbot, store):
    return Opened(qtbot, store)


def test_the_arrow_keys_go_through_the_list_and_enter_starts(opened):
    opened.page.setFocus()

    opened.key(Qt.Key.Key_Down)
    opened.key(Qt.Key.Key_Down)
    opened.key(Qt.Key.Key_Up)
    assert opened.page.chosen().id == "short-warm-up"
    assert opened.page.list.row("short-warm-up").hasFocus()
    opened.key(Qt.Key.Key_Return)

    assert opened.started == [ROUTINES["short-warm-up"]]


def test_the_ends_of_the_list_hold(opened):
    opened.page.setFocus()
    opened.key(Qt.Key.Key_Up)
    assert opened.page.chosen().id == "warm-up"

    for _ in range(9):
        opened.key(Qt.Key.Key_Down)
    assert opened.page.chosen().id == "calm-down"


def test_search_finds_by_a_part_of_the_name_and_says_when_nothing_is_there(opened):
    opened.page.setFocus()
    opened.key(Qt.Key.Key_Slash)
    assert opened.page.list.search.edit.hasFocus()

    QTest.keyClicks(opened.page.list.search.edit, "WARM")
    assert opened.names() == SHIPPED[:2]
    QTest.keyClicks(opened.page.list.search.edit, "th")
    assert opened.names() == []
    assert "No routine called “WARMth”." in opened.reads()

    opened.key(Qt.Key.Key_Escape)
    assert opened.names() == SHIPPED
    assert not opened.page.list.search.isVisible()


def test_enter_in_the_search_goes_to_what_was_found_and_starts_nothing(opened):
    opened.search("calm")
    opened.key(Qt.Key.Key_Return)
    assert opened.page.chosen().id == "calm-down"
    assert opened.page.list.row("calm-down").hasFocus()
    assert opened.started == []

    opened.key(Qt.Key.Key_Return)
    assert opened.started == [ROUTINES["calm-down"]]


def test_tab_goes_in_reading_order_whatever_came_late(opened):
    opened.copy()
    opened.page.list.focus_chosen()
    seen = []
    for _ in range(10):
        seen.append(opened.window.focusWidget().accessibleName())
        opened.key(Qt.Key.Key_Tab)

    assert seen == [
        "Inner-knee warm-up (mine), 12 min",
        "Favourite: Inner-knee warm-up (mine)",
        "Return to running",
        "Make it a favourite",
        "Start",
        "More",
        "1, Inner-thigh foam roll: 1 × 60 s each side, One pass every 3 s, 2:25",
        "Show Inner-thigh foam roll",
        "Sets, more",
        "Seconds, less",
    ]


def test_the_search_opens_by_its_button_and_a_click_elsewhere_keeps_it(qtbot, opened):
    qtbot.mouseClick(opened.page.list.look, Qt.MouseButton.LeftButton)
    QTest.keyClicks(opened.page.list.search.edit, "day")
    qtbot.mouseClick(opened.page.list.row("calm-down"), Qt.MouseButton.LeftButton)

    assert opened.names() == ["Strength day", "Flexibility day", "Calm-down day"]
    assert opened.page.chosen().id == "calm-down"


def test_tab_leaves_the_page_at_its_ends(opened):
    opened.page.new.setFocus()
    opened.key(Qt.Key.Key_Backtab)
    assert opened.window.focusWidget().accessibleName() == "Settings"

    opened.rows[-1].chevron.setFocus()
    opened.key(Qt.Key.Key_Tab)
    assert opened.window.focusWidget().accessibleName() == "Today"
