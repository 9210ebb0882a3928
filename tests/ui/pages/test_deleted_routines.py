"""Routines that were deleted lately: shown at the end of the list, and had back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kneecoach.coaching import routines
from tests.ui.pages.routining import Opened


@pytest.fixture
def opened(qtbot, store):
    return Opened(qtbot, store)


def delete_two(opened):
    """Two copies, both deleted; their ids."""
    ids = [opened.copy("warm-up"), opened.copy("calm-down")]
    for one in ids:
        opened.page.choose(one)
        opened.page.delete()
        opened.clock.pass_by(1)
    opened.notice.hide()
    return ids


def test_whatever_was_deleted_lately_can_be_had_back(opened):
    first, second = delete_two(opened)
    assert opened.page.list.order()[-2:] == [second, first]
    assert "Recently deleted" in opened.reads()

    opened.page.choose(first)
    assert "kept until 21 December" in opened.reads()
    assert [one.isVisible() for one in (opened.page.detail.more, opened.page.detail.star)] == [False, False]
    opened.page.detail.start.click()

    assert opened.started == []
    assert [own.id for own in opened.shelf().mine] == [first]
    assert opened.page.chosen().id == first
    assert opened.page.detail.start.text() == "Start"


def test_what_was_deleted_is_had_back_by_keyboard_and_takes_no_star(opened):
    first, _ = delete_two(opened)
    opened.page.choose(first)
    opened.page.list.focus_chosen()

    for key in (Qt.Key.Key_F, Qt.Key.Key_Delete):
        opened.key(key)
    assert opened.shelf().favourites == frozenset()
    assert not opened.page.list.row(first).star.isVisible()
    opened.key(Qt.Key.Key_Return)

    assert [own.id for own in opened.shelf().mine] == [first]
    assert opened.window.focusWidget() is opened.page.list.row(first)


def test_after_thirty_days_a_deleted_one_is_not_shown_and_cannot_be_had_back(opened):
    first, second = delete_two(opened)

    opened.clock.pass_by(31 * 86_400)
    opened.page.refresh()

    assert not {first, second} & set(opened.page.list.order())
    assert "Recently deleted" not in opened.reads()


def test_what_is_said_of_a_name_stays_in_its_order_and_on_few_lines(opened):
    copied = opened.copy()
    own = opened.shelf().own(copied)
    routines.save(opened.store, replace(own.routine, name="\u202e" + "Hotel room " * 18), opened.clock.wall())
    opened.page.refresh()

    opened.page.delete()

    assert opened.notice.text() == "“\ufffdHotel room Hotel room Hotel room Hotel…” was deleted."
    assert "\u202e" not in opened.page.list.row(own.id).accessibleName()
