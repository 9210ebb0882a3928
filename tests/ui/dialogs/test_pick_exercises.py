"""Exercises are chosen out of the whole library, in the order in which they are done."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kneecoach.exchange.catalogue import load_exercises
from kneecoach.exchange.movements import Movements
from kneecoach.ui.dialogs.pick_exercises import PickExercises
from kneecoach.ui.widgets.focus import MARGIN_PX, ring_of

EXERCISES = load_exercises()


@pytest.fixture
def opened(qtbot):
    """Opens the dialog; closed it is freed, so nothing here may hold it."""

    def open_it():
        made = PickExercises("New routine", "Make routine", EXERCISES, Movements().find)
        qtbot.addWidget(made)
        made.open()
        qtbot.waitExposed(made)
        return made

    return open_it


def heard_of(picker):
    heard = []
    picker.picked.connect(heard.append)
    return heard


def shown(picker):
    return [choice.exercise.id for choice in picker.choices if choice.isVisibleTo(picker)]


def words(picker):
    return [label.text() for label in picker.findChildren(QLabel) if label.isVisibleTo(picker)]


def test_the_whole_library_is_there_in_groups(opened):
    picker = opened()
    assert sorted(shown(picker)) == sorted(EXERCISES)
    assert {"Foam roll", "Stretch", "Strength and control", "Whole leg"} <= set(words(picker))


def test_what_is_chosen_is_numbered_in_its_order_and_can_be_let_go(opened):
    picker = opened()
    heard = heard_of(picker)
    for name in ("squat", "adductor_roll", "clamshell"):
        picker.choice(name).click()
    assert picker.take.text() == "Make routine: 3 exercises"
    picker.choice("squat").click()

    assert picker.take.text() == "Make routine: 2 exercises"
    assert picker.choice("clamshell").accessibleDescription() == "Chosen, number 2"
    picker.take.click()
    assert [[one.id for one in picked] for picked in heard] == [["adductor_roll", "clamshell"]]


def test_nothing_chosen_makes_nothing(opened):
    picker = opened()
    heard = heard_of(picker)
    assert not picker.take.isEnabled()

    picker.choice("squat").click()
    assert picker.take.text() == "Make routine: 1 exercise"
    picker.reject()

    assert heard == []


def test_search_finds_by_name_and_by_muscle(opened):
    picker = opened()
    QTest.keyClicks(picker.search.edit, "lunge")
    assert shown(picker) == ["front_lunge", "reverse_lunge", "walking_lunge"]
    assert "Foam roll" not in words(picker)

    picker.search.edit.clear()
    QTest.keyClicks(picker.search.edit, "adductors")
    assert "inner_leg_lift" in shown(picker)


def test_a_search_without_hit_says_so(opened):
    picker = opened()
    QTest.keyClicks(picker.search.edit, "yoga")

    assert shown(picker) == []
    assert "No exercise called “yoga”." in words(picker)


def test_the_keyboard_goes_from_the_search_through_the_list(opened):
    picker = opened()
    QTest.keyClicks(picker.search.edit, "lunge")
    QTest.keyClick(picker.search.edit, Qt.Key.Key_Return)
    QTest.keyClick(picker.search.edit, Qt.Key.Key_Down)
    assert picker.focusWidget() is picker.choice("front_lunge")

    QTest.keyClick(picker.choice("front_lunge"), Qt.Key.Key_Down)
    QTest.keyClick(picker.choice("reverse_lunge"), Qt.Key.Key_Return)

    assert picker.take.text() == "Make routine: 1 exercise"
    assert picker.choice("reverse_lunge").isChecked()
    assert picker.isVisible()


@pytest.mark.parametrize("name", ["adductor_roll", "squat", "walking_lunge"])
def test_the_ring_of_the_row_that_has_the_keyboard_is_whole(opened, name):
    picker = opened()
    row = picker.choice(name)
    picker._scrolled.ensureWidgetVisible(row, 0, 8)
    QCoreApplication.sendPostedEvents()

    ring, inner = ring_of(picker), row.focus_rect()
    # A window without a screen has no keyboard to give
    ring.surround(row)

    assert (ring.width(), ring.height()) == (inner.width() + 2 * MARGIN_PX, inner.height() + 2 * MARGIN_PX)
