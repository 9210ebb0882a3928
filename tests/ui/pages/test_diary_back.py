"""What was deleted and is back stands under the keyboard again."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from kneecoach.ui.pages.diary_words import Shown
from tests.ui.pages.diaries import Diaries

DAY = timedelta(days=1)


@pytest.fixture
def open_diary(qtbot, store):
    return lambda **more: Diaries(qtbot, store, **more)


@pytest.mark.parametrize("kind", ["pain", "run"])
def test_what_was_deleted_and_is_back_has_the_selection_and_the_keyboard(open_diary, kind):
    def fill(opened):
        opened.log(2, ago=3 * DAY)
        (opened.run if kind == "run" else opened.log)(ago=2 * DAY)
        opened.log(3)

    opened = open_diary(fill=fill)
    timeline = opened.page.timeline
    opened.click_row(3)
    entry = opened.page.chosen()
    opened.key(Qt.Key.Key_Delete)
    opened.notice._button.setFocus()

    opened.notice.undo()

    assert opened.page.chosen() == entry
    assert timeline.hasFocus()
    assert timeline.selectedIndexes() == [timeline.currentIndex()] == [timeline.model().index(3, 0)]
    assert opened.page.columns.shows_entry()
    opened.key(Qt.Key.Key_Down)
    assert opened.page.chosen().score == 2


def test_what_is_back_is_looked_for_where_it_is_not_held(open_diary):
    opened = open_diary(fill=lambda opened: [opened.log(number % 5, ago=number * DAY) for number in range(100)])
    opened.page.calendar.choose(opened.clock.wall().date() - 90 * DAY)
    opened.page.timeline.choose_day(opened.clock.wall().date() - 90 * DAY)
    entry = opened.page.chosen()
    opened.page.delete_chosen()
    opened.page.calendar.choose(opened.clock.wall().date())
    assert opened.page.timeline.held(entry.id) is None

    opened.notice.undo()

    assert opened.page.chosen() == entry
    assert opened.page.timeline.hasFocus()


def test_what_is_back_and_is_of_another_kind_than_what_is_shown_is_not_chosen(open_diary):
    opened = open_diary(fill=lambda opened: opened.log())
    opened.click_row(1)
    opened.page.delete_chosen()
    opened.page.columns.filter.press(Shown.RUNS)

    opened.notice.undo()

    assert opened.page.chosen() is None


def test_what_is_back_while_another_page_is_shown_is_not_chosen(open_diary):
    opened = open_diary(fill=lambda opened: opened.log())
    opened.click_row(1)
    opened.page.delete_chosen()
    opened.page.hide()

    opened.notice.undo()

    assert opened.page.chosen() is None
    opened.page.show()
    assert len(opened.titles()) == 2
