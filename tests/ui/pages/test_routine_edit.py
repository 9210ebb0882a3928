"""Changing one's own routine in place: each press is kept, and can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.domain.routine_edits import Amount
from kneecoach.ui.dialogs.pick_exercises import PickExercises
from tests.fakes import FULL_DISK
from tests.ui.pages.routining import EXERCISES, Opened

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(qtbot, store):
    """A copy of the warm-up, open at its first exercise."""
    made = Opened(qtbot, store)
    made.copy()
    return made


def on_disk(opened):
    return opened.shelf().routine(opened.page.chosen().id)


def doses(opened):
    return [(item.dosage.sets, item.dosage.reps or item.dosage.seconds) for item in on_disk(opened).items]


def order(opened):
    return [item.exercise for item in on_disk(opened).items]


def test_sets_and_seconds_are_changed_under_the_row_and_the_length_follows(qtbot, opened):
    qtbot.mouseClick(opened.panel.steppers[Amount.SETS].plus, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(opened.panel.steppers[Amount.SECONDS].minus, Qt.MouseButton.LeftButton)

    assert doses(opened)[0] == (2, 55)
    assert opened.panel.steppers[Amount.SECONDS].text() == "55"
    assert opened.rows[0].step().dose == "2 × 55 s each side"
    assert opened.page.detail.picture().minutes == 14
    assert opened.page.list.row(opened.page.chosen().id).line().minutes == 14


def test_repetitions_are_offered_where_they_are_counted_and_rest_where_there_is_one(qtbot, opened):
    shown = [amount for amount, stepper in opened.panel.steppers.items() if stepper.isVisible()]
    assert shown == [Amount.SETS, Amount.SECONDS]

    qtbot.mouseClick(opened.rows[3], Qt.MouseButton.LeftButton)

    shown = [amount for amount, stepper in opened.panel.steppers.items() if stepper.isVisible()]
    assert shown == [Amount.SETS, Amount.REPS, Amount.REST]
    for _ in range(2):
        opened.panel.steppers[Amount.REST].minus.click()
    assert on_disk(opened).items[3].dosage.rest_s == 30


def test_a_stepper_stops_at_its_limit(opened):
    stepper = opened.panel.steppers[Amount.SETS]
    assert not stepper.minus.isEnabled()

    for _ in range(20):
        stepper.plus.click()

    assert stepper.text() == "10"
    assert not stepper.plus.isEnabled()


def test_plus_and_minus_keys_change_the_number_that_has_the_keyboard(opened):
    stepper = opened.panel.steppers[Amount.SETS]
    stepper.plus.setFocus()

    QTest.keyClick(stepper.plus, Qt.Key.Key_Plus)
    QTest.keyClick(stepper.plus, Qt.Key.Key_Plus)
    QTest.keyClick(stepper.plus, Qt.Key.Key_Minus)

    assert stepper.text() == "2"


def test_an_exercise_moves_and_its_panel_goes_with_it(qtbot, opened):
    assert not opened.panel.up.isEnabled()

    opened.panel.down.click()
    opened.panel.down.click()

    assert order(opened) == ["adductor_stretch", "lateral_walk", "adductor_roll", "front_lunge"]
    assert opened.page.detail.sequence.open_row() == 2
    qtbot.waitUntil(lambda: opened.rows[2].y() < opened.panel.y() < opened.rows[3].y())


def test_another_order_is_noted_and_not_blocked(opened):
    assert "Another order than usual." not in opened.reads()

    opened.panel.down.click()

    assert "Another order than usual." in opened.reads()
    assert opened.page.detail.start.text() == "Start"


def test_an_exercise_is_removed_and_the_last_one_is_not(opened):
    for left in (3, 2, 1):
        opened.panel.remove.click()
        assert len(on_disk(opened).items) == left
        opened.rows[0].click()

    assert not opened.panel.remove.isEnabled()


@pytest.mark.parametrize(
    "control",
    [lambda opened: opened.rows[1], lambda opened: opened.rows[1].chevron, lambda opened: opened.panel.down],
    ids=["row", "chevron", "panel"],
)
def test_the_delete_key_on_an_exercise_takes_out_that_exercise_and_never_the_routine(opened, control):
    opened.rows[1].click()
    gone = order(opened)[1]
    control(opened).setFocus()

    opened.key(Qt.Key.Key_Delete)

    assert gone not in order(opened)
    assert len(order(opened)) == 3
    assert opened.window.focusWidget() is opened.rows[1]
    opened.key(Qt.Key.Key_Z, CTRL)
    assert order(opened)[1] == gone


def test_the_delete_key_on_the_last_exercise_says_why_it_stays(opened):
    for _ in range(3):
        opened.rows[0].setFocus()
        opened.key(Qt.Key.Key_Delete)

    opened.key(Qt.Key.Key_Delete)

    assert len(on_disk(opened).items) == 1
    assert opened.notice.text() == "A routine needs at least one exercise. Delete the routine instead."


def test_the_delete_key_on_a_button_of_the_detail_takes_nothing_away(opened):
    before = on_disk(opened)
    for button in (opened.page.detail.start, opened.page.detail.star, opened.page.detail.more):
        button.setFocus()
        opened.key(Qt.Key.Key_Delete)

    assert on_disk(opened) == before


def test_exercises_are_added_at_the_end_with_their_usual_dose(qtbot, opened):
    qtbot.mouseClick(opened.page.detail.sequence.add, Qt.MouseButton.LeftButton)
    dialog = opened.window.findChild(PickExercises)
    dialog.choice("squat").click()
    dialog.choice("clamshell").click()
    dialog.take.click()

    assert order(opened)[-2:] == ["squat", "clamshell"]
    assert on_disk(opened).items[-1].dosage == EXERCISES["clamshell"].dosage
    opened.page.detail.undo.click()
    assert len(on_disk(opened).items) == 4


def test_changes_are_undone_one_by_one_and_done_again(opened):
    opened.panel.steppers[Amount.SETS].plus.click()
    opened.panel.down.click()
    assert opened.page.detail.undo.isEnabled()
    assert not opened.page.detail.redo.isEnabled()

    opened.key(Qt.Key.Key_Z, CTRL)
    assert order(opened)[0] == "adductor_roll"
    assert doses(opened)[0] == (2, 60)
    opened.page.detail.undo.click()
    assert doses(opened)[0] == (1, 60)
    assert not opened.page.detail.undo.isEnabled()

    opened.key(Qt.Key.Key_Z, CTRL | SHIFT)
    opened.key(Qt.Key.Key_Y, CTRL)
    assert order(opened)[1] == "adductor_roll"
    assert not opened.page.detail.redo.isEnabled()


def test_the_way_back_ends_with_another_routine(opened):
    copied = opened.page.chosen().id
    opened.panel.steppers[Amount.SETS].plus.click()

    opened.page.choose("warm-up")
    assert not opened.panel.isVisible()
    opened.page.choose(copied)

    assert not opened.page.detail.undo.isEnabled()
    assert doses(opened)[0] == (2, 60)


def test_a_routine_is_renamed_where_its_name_stands(opened):
    opened.page.detail.name.begin()
    edit = opened.page.detail.name.field.edit
    assert edit.selectedText() == "Inner-knee warm-up (mine)"

    QTest.keyClicks(edit, "Hotel room")
    QTest.keyClick(edit, Qt.Key.Key_Return)

    assert on_disk(opened).name == "Hotel room"
    assert opened.page.detail.name.title.text() == "Hotel room"
    assert opened.started == []
    opened.page.detail.undo.click()
    assert on_disk(opened).name == "Inner-knee warm-up (mine)"


@pytest.mark.parametrize("typed", ["", "   "])
def test_a_name_of_nothing_and_escape_leave_it_as_it_was(opened, typed):
    for last in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        opened.page.detail.name.begin()
        edit = opened.page.detail.name.field.edit
        edit.setText(typed)
        QTest.keyClick(edit, last)

        assert on_disk(opened).name == "Inner-knee warm-up (mine)"
        assert opened.page.detail.name.title.isVisible()


def test_a_new_routine_begins_with_its_exercises_and_then_its_name(opened):
    opened.page.setFocus()
    opened.key(Qt.Key.Key_N, CTRL)
    dialog = opened.window.findChild(PickExercises)
    dialog.choice("front_lunge").click()
    dialog.take.click()

    assert order(opened) == ["front_lunge"]
    assert opened.page.detail.name.field.edit.hasFocus()
    QTest.keyClicks(opened.page.detail.name.field.edit, "Only lunges")
    QTest.keyClick(opened.page.detail.name.field.edit, Qt.Key.Key_Return)
    assert opened.names()[-1] == "Only lunges"


def test_a_press_that_the_disk_refuses_changes_nothing(opened):
    opened.store.full = True

    opened.panel.steppers[Amount.SETS].plus.click()

    assert opened.notice.text() == FULL_DISK
    assert opened.panel.steppers[Amount.SETS].text() == "1"
    opened.store.full = False
    assert doses(opened)[0] == (1, 60)
    opened.panel.steppers[Amount.SETS].plus.click()
    assert doses(opened)[0] == (2, 60)


def test_the_keyboard_stays_in_the_panel_while_numbers_change(opened):
    plus = opened.panel.steppers[Amount.SETS].plus
    plus.setFocus()

    QTest.keyClick(plus, Qt.Key.Key_Space)
    QTest.keyClick(plus, Qt.Key.Key_Return)

    assert doses(opened)[0] == (3, 60)
    assert plus.hasFocus()
    assert opened.started == []


def test_escape_closes_what_can_be_changed_before_it_leaves_the_page(opened):
    left = []
    opened.window.shell.left.connect(lambda: left.append(True))
    opened.panel.steppers[Amount.SETS].plus.setFocus()

    opened.key(Qt.Key.Key_Escape)
    assert not opened.panel.isVisible()
    assert opened.window.focusWidget() is opened.rows[0]
    assert left == []
    opened.window.shell.left.disconnect(opened.window.go_today)
    opened.key(Qt.Key.Key_Escape)

    assert left == [True]


def test_a_second_click_closes_what_can_be_changed(qtbot, opened):
    qtbot.mouseClick(opened.rows[0], Qt.MouseButton.LeftButton)
    assert not opened.panel.isVisible()

    qtbot.mouseClick(opened.rows[2].chevron, Qt.MouseButton.LeftButton)
    assert opened.shown == [("lateral_walk", "Inner-knee warm-up (mine)")]
    assert not opened.panel.isVisible()
