"""What is taken out of one's own routine is said, and comes back by Undo, once."""

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.routine_edits import Amount
from tests.ui.pages.routining import Opened

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(qtbot, store):
    """A copy of the warm-up, open at its first exercise."""
    made = Opened(qtbot, store)
    made.copy()
    return made


def on_disk(opened):
    return opened.shelf().routine(opened.page.chosen().id)


@pytest.mark.parametrize(
    ("elsewhere", "changed"), [(False, False), (False, True), (True, False)], ids=["at once", "changed", "elsewhere"]
)
def test_what_the_delete_key_took_out_of_an_open_panel_is_said_and_comes_back(opened, elsewhere, changed):
    before, known_as = on_disk(opened), opened.page.chosen().id
    opened.rows[1].click()
    opened.panel.down.setFocus()
    opened.key(Qt.Key.Key_Delete)
    said, shown = opened.notice.text(), opened.notice.isVisible()
    if changed:
        opened.rows[0].click()
        opened.panel.steppers[Amount.SETS].plus.click()
    if elsewhere:
        opened.page.choose("strength-day")

    opened.notice.undo()

    assert (said, shown) == ("“Inner-thigh stretch, leaning to the side” was taken out.", True)
    back = next(own.routine for own in opened.shelf().mine if own.routine.id == known_as)
    assert [item.exercise for item in back.items] == [item.exercise for item in before.items]
    assert (back.items[0] == before.items[0]) is not changed


def test_what_was_taken_out_and_undone_is_not_put_back_twice(opened):
    before = on_disk(opened)
    opened.rows[1].setFocus()
    opened.key(Qt.Key.Key_Delete)

    opened.key(Qt.Key.Key_Z, CTRL)

    assert not opened.notice.isVisible()
    assert on_disk(opened).items == before.items
