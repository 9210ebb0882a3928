"""Changing one's own routine in place: each press is kept, and can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.domain.routine_edits import Amount
from kneecoach.ui.dialogs.pick_exercises import PickExercises
from tests.fakes import FULL_DISK
from tests.ui.pages.routining import EXERCISES, on_disk

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def doses(copied):
    return [(item.dosage.sets, item.dosage.reps or item.dosage.seconds) for item in on_disk(copied).items]


def order(copied):
    return [item.exercise for item in on_disk(copied).items]


def test_sets_and_seconds_are_changed_under_the_row_and_the_length_follows(qtbot, copied):
    qtbot.mouseClick(copied.panel.steppers[Amount.SETS].plus, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(copied.panel.steppers[Amount.SECONDS].minus, Qt.MouseButton.LeftButton)

    assert doses(copied)[0] == (2, 55)
    assert copied.panel.steppers[Amount.SECONDS].text() == "55"
    assert copied.rows[0].step().dose == "2 × 55 s each side"
    assert copied.page.detail.picture().minutes == 14
    assert copied.page.list.row(copied.page.chosen().id).line().minutes == 14


def test_repetitions_are_offered_where_they_are_counted_and_rest_where_there_is_one(qtbot, copied):
    shown = [amount for amount, stepper in copied.panel.steppers.items() if stepper.isVisible()]
    assert shown == [Amount.SETS, Amount.SECONDS]

    qtbot.mouseClick(copied.rows[3], Qt.MouseButton.LeftButton)

    shown = [amount for amount, stepper in copied.panel.steppers.items() if stepper.isVisible()]
    assert shown == [Amount.SETS, Amount.REPS, Amount.REST]
    for _ in range(2):
        copied.panel.steppers[Amount.REST].minus.click()
    assert on_disk(copied).items[3].dosage.rest_s == 30


def test_a_stepper_stops_at_its_limit(copied):
    stepper = copied.panel.steppers[Amount.SETS]
    assert not stepper.minus.isEnabled()

    for _ in range(20):
        stepper.plus.click()

    assert stepper.text() == "10"
    assert not stepper.plus.isEnabled()


def test_plus_and_minus_keys_change_the_number_that_has_the_keyboard(copied):
    stepper = copied.panel.steppers[Amount.SETS]
    stepper.plus.setFocus()

    QTest.keyClick(stepper.plus, Qt.Key.Key_Plus)
    QTest.keyClick(stepper.plus, Qt.Key.Key_Plus)
    QTest.keyClick(stepper.plus, Qt.Key.Key_Minus)

    assert stepper.text() == "2"


def test_an_exercise_moves_and_its_panel_goes_with_it(qtbot, copied):
    assert not copied.panel.up.isEnabled()

    copied.panel.down.click()
    copied.panel.down.click()

    assert order(copied) == ["adductor_stretch", "lateral_walk", "adductor_roll", "front_lunge"]
    assert copied.page.detail.sequence.open_row() == 2
    qtbot.waitUntil(lambda: copied.rows[2].y() < copied.panel.y() < copied.rows[3].y())


def test_another_order_is_noted_and_not_blocked(copied):
    assert "Another order than usual." not in copied.reads()

    copied.panel.down.click()

    assert "Another order than usual." in copied.reads()
    assert copied.page.detail.start.text() == "Start"


def test_an_exercise_is_removed_and_the_last_one_is_not(copied):
    for left in (3, 2, 1):
        copied.panel.remove.click()
        assert len(on_disk(copied).items) == left
        copied.rows[0].click()

    assert not copied.panel.remove.isEnabled()


@pytest.mark.parametrize(
    "control",
    [lambda copied: copied.rows[1], lambda copied: copied.rows[1].chevron, lambda copied: copied.panel.down],
    ids=["row", "chevron", "panel"],
)
def test_the_delete_key_on_an_exercise_takes_out_that_exercise_and_never_the_routine(copied, control):
    copied.rows[1].click()
    gone = order(copied)[1]
    control(copied).setFocus()

    copied.key(Qt.Key.Key_Delete)

    assert gone not in order(copied)
    assert len(order(copied)) == 3
    assert copied.window.focusWidget() is copied.rows[1]
    copied.key(Qt.Key.Key_Z, CTRL)
    assert order(copied)[1] == gone


def test_the_delete_key_on_the_last_exercise_says_why_it_stays(copied):
    for _ in range(3):
        copied.rows[0].setFocus()
        copied.key(Qt.Key.Key_Delete)

    copied.key(Qt.Key.Key_Delete)

    assert len(on_disk(copied).items) == 1
    assert copied.notice.text() == "A routine needs at least one exercise. Delete the routine instead."


def test_the_delete_key_on_a_button_of_the_detail_takes_nothing_away(copied):
    before = on_disk(copied)
    for button in (copied.page.detail.start, copied.page.detail.star, copied.page.detail.more):
        button.setFocus()
        copied.key(Qt.Key.Key_Delete)

    assert on_disk(copied) == before


def test_exercises_are_added_at_the_end_with_their_usual_dose(qtbot, copied):
    qtbot.mouseClick(copied.page.detail.sequence.add, Qt.MouseButton.LeftButton)
    dialog = copied.window.findChild(PickExercises)
    dialog.choice("squat").click()
    dialog.choice("clamshell").click()
    dialog.take.click()

    assert order(copied)[-2:] == ["squat", "clamshell"]
    assert on_disk(copied).items[-1].dosage == EXERCISES["clamshell"].dosage
    copied.page.detail.undo.click()
    assert len(on_disk(copied).items) == 4


def test_changes_are_undone_one_by_one_and_done_again(copied):
    copied.panel.steppers[Amount.SETS].plus.click()
    copied.panel.down.click()
    assert copied.page.detail.undo.isEnabled()
    assert not copied.page.detail.redo.isEnabled()

    copied.key(Qt.Key.Key_Z, CTRL)
    assert order(copied)[0] == "adductor_roll"
    assert doses(copied)[0] == (2, 60)
    copied.page.detail.undo.click()
    assert doses(copied)[0] == (1, 60)
    assert not copied.page.detail.undo.isEnabled()

    copied.key(Qt.Key.Key_Z, CTRL | SHIFT)
    copied.key(Qt.Key.Key_Y, CTRL)
    assert order(copied)[1] == "adductor_roll"
    assert not copied.page.detail.redo.isEnabled()


def test_the_way_back_ends_with_another_routine(copied):
    own = copied.page.chosen().id
    copied.panel.steppers[Amount.SETS].plus.click()

    copied.page.choose("warm-up")
    assert not copied.panel.isVisible()
    copied.page.choose(own)

    assert not copied.page.detail.undo.isEnabled()
    assert doses(copied)[0] == (2, 60)


def test_a_routine_is_renamed_where_its_name_stands(copied):
    copied.page.detail.name.begin()
    edit = copied.page.detail.name.field.edit
    assert edit.selectedText() == "Inner-knee warm-up (mine)"

    QTest.keyClicks(edit, "Hotel room")
    QTest.keyClick(edit, Qt.Key.Key_Return)

    assert on_disk(copied).name == "Hotel room"
    assert copied.page.detail.name.title.text() == "Hotel room"
    assert copied.started == []
    copied.page.detail.undo.click()
    assert on_disk(copied).name == "Inner-knee warm-up (mine)"


@pytest.mark.parametrize("typed", ["", "   "])
def test_a_name_of_nothing_and_escape_leave_it_as_it_was(copied, typed):
    for last in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        copied.page.detail.name.begin()
        edit = copied.page.detail.name.field.edit
        edit.setText(typed)
        QTest.keyClick(edit, last)

        assert on_disk(copied).name == "Inner-knee warm-up (mine)"
        assert copied.page.detail.name.title.isVisible()


def test_a_new_routine_begins_with_its_exercises_and_then_its_name(copied):
    copied.page.setFocus()
    copied.key(Qt.Key.Key_N, CTRL)
    dialog = copied.window.findChild(PickExercises)
    dialog.choice("front_lunge").click()
    dialog.take.click()

    assert order(copied) == ["front_lunge"]
    assert copied.page.detail.name.field.edit.hasFocus()
    QTest.keyClicks(copied.page.detail.name.field.edit, "Only lunges")
    QTest.keyClick(copied.page.detail.name.field.edit, Qt.Key.Key_Return)
    assert copied.names()[-1] == "Only lunges"


def test_a_press_that_the_disk_refuses_changes_nothing(copied):
    copied.store.full = True

    copied.panel.steppers[Amount.SETS].plus.click()

    assert copied.notice.text() == FULL_DISK
    assert copied.panel.steppers[Amount.SETS].text() == "1"
    copied.store.full = False
    assert doses(copied)[0] == (1, 60)
    copied.panel.steppers[Amount.SETS].plus.click()
    assert doses(copied)[0] == (2, 60)


def test_the_keyboard_stays_in_the_panel_while_numbers_change(copied):
    plus = copied.panel.steppers[Amount.SETS].plus
    plus.setFocus()

    QTest.keyClick(plus, Qt.Key.Key_Space)
    QTest.keyClick(plus, Qt.Key.Key_Return)

    assert doses(copied)[0] == (3, 60)
    assert plus.hasFocus()
    assert copied.started == []


def test_escape_closes_what_can_be_changed_before_it_leaves_the_page(copied):
    left = []
    copied.window.shell.left.connect(lambda: left.append(True))
    copied.panel.steppers[Amount.SETS].plus.setFocus()

    copied.key(Qt.Key.Key_Escape)
    assert not copied.panel.isVisible()
    assert copied.window.focusWidget() is copied.rows[0]
    assert left == []
    copied.window.shell.left.disconnect(copied.window.go_today)
    copied.key(Qt.Key.Key_Escape)

    assert left == [True]


def test_a_second_click_closes_what_can_be_changed(qtbot, copied):
    qtbot.mouseClick(copied.rows[0], Qt.MouseButton.LeftButton)
    assert not copied.panel.isVisible()

    qtbot.mouseClick(copied.rows[2].chevron, Qt.MouseButton.LeftButton)
    assert copied.shown == [("lateral_walk", "Inner-knee warm-up (mine)")]
    assert not copied.panel.isVisible()
