"""What is taken out of one's own routine is said, and comes back by Undo, once."""

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.routine_edits import Amount
from tests.ui.pages.routining import on_disk

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("elsewhere", "changed"), [(False, False), (False, True), (True, False)], ids=["at once", "changed", "elsewhere"]
)
def test_what_the_delete_key_took_out_of_an_open_panel_is_said_and_comes_back(copied, elsewhere, changed):
    before, known_as = on_disk(copied), copied.page.chosen().id
    copied.rows[1].click()
    copied.panel.down.setFocus()
    copied.key(Qt.Key.Key_Delete)
    said, shown = copied.notice.text(), copied.notice.isVisible()
    if changed:
        copied.rows[0].click()
        copied.panel.steppers[Amount.SETS].plus.click()
    if elsewhere:
        copied.page.choose("strength-day")

    copied.notice.undo()

    assert (said, shown) == ("“Inner-thigh stretch, leaning to the side” was taken out.", True)
    back = next(own.routine for own in copied.shelf().mine if own.routine.id == known_as)
    assert [item.exercise for item in back.items] == [item.exercise for item in before.items]
    assert (back.items[0] == before.items[0]) is not changed


def test_what_was_taken_out_and_undone_is_not_put_back_twice(copied):
    before = on_disk(copied)
    copied.rows[1].setFocus()
    copied.key(Qt.Key.Key_Delete)

    copied.key(Qt.Key.Key_Z, CTRL)

    assert not copied.notice.isVisible()
    assert on_disk(copied).items == before.items
