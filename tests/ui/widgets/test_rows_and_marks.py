"""Rows that lead somewhere, and texts in which a search is marked."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kneecoach.ui.widgets.marked_text import MarkedText
from kneecoach.ui.widgets.row_button import RowButton


def shown(qtbot, widget, width=400):
    qtbot.addWidget(widget)
    widget.resize(width, widget.heightForWidth(width))
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def test_a_row_says_its_words_and_its_note():
    row = RowButton("Make the next run easier", "14 to 16 November")

    assert row.accessibleName() == "Make the next run easier, 14 to 16 November"


def test_a_note_goes_below_when_both_do_not_fit(qtbot):
    row = shown(qtbot, RowButton("Make the next run easier", "14 to 16 November, cleared by a run", icon="warn"))

    assert row.heightForWidth(300) > row.heightForWidth(700)
    row.grab()
    row.resize(300, row.heightForWidth(300))
    row.grab()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_row_is_pressed_by_keyboard(qtbot, key):
    row = shown(qtbot, RowButton("Ice"))

    with qtbot.waitSignal(row.clicked):
        QTest.keyClick(row, key)


def test_a_row_is_pressed_by_the_mouse(qtbot):
    row = shown(qtbot, RowButton("Ice"))

    with qtbot.waitSignal(row.clicked):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))


def test_every_place_is_marked_whatever_its_case(qtbot):
    text = shown(qtbot, MarkedText("Ice, and a little more ice (on a cloth)."))

    text.set_marks(("ice", "(on", ""))

    assert text.marked() == ["Ice", "ice", "(on"]
    text.grab()
    text.set_marks(())
    assert text.marked() == []
    assert text.text() == text.accessibleName()


def test_a_long_text_wraps(qtbot):
    text = shown(qtbot, MarkedText("word " * 40), 500)

    assert text.heightForWidth(200) > text.heightForWidth(500) > 0
