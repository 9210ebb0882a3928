"""What can be added to a day of the diary, and how the panel follows the calendar."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from kneecoach.coaching import diary
from kneecoach.domain.activity import Activity, ActivityKind
from tests.ui.pages.diaries import Diaries

DAY = timedelta(days=1)
THE_TWELFTH = date(2026, 11, 12)


@pytest.fixture
def open_diary(qtbot, store):
    return lambda **more: Diaries(qtbot, store, **more)


def adding(opened):
    return opened.page.columns.month_more.adding


def test_the_chosen_day_is_named_and_carried_to_the_forms(open_diary):
    opened = open_diary()
    asked = []
    opened.page.run_on_requested.connect(lambda day: asked.append(("run", day)))
    opened.page.activity_on_requested.connect(lambda day: asked.append(("activity", day)))

    opened.page.calendar.choose(THE_TWELFTH)
    adding(opened).run.click()
    adding(opened).activity.click()

    assert adding(opened).title.text() == "Add to Thursday 12 November"
    assert asked == [("run", THE_TWELFTH), ("activity", THE_TWELFTH)]


def test_pain_is_added_to_the_chosen_day_by_its_button(open_diary):
    opened = open_diary()
    opened.page.calendar.choose(THE_TWELFTH)

    adding(opened).pain.click()
    assert opened.panel.title.text() == "How much did it hurt?"
    assert "Thursday 12 November" in opened.panel.later.text()
    assert not opened.panel.save.isEnabled()
    opened.panel.strip.press_digit(4)
    assert opened.panel.save.isEnabled()
    assert opened.panel.save.text() == "Done"

    assert [entry.at.date() for entry in opened.pains()] == [THE_TWELFTH]


def test_nothing_is_added_to_a_day_that_is_still_to_come(open_diary):
    opened = open_diary()
    asked = []
    opened.page.run_on_requested.connect(asked.append)

    opened.page.calendar.choose(date(2026, 11, 27))
    adding(opened).run.click()

    assert adding(opened).title.text() == "Add to today"
    assert asked == [opened.clock.wall().date()]


def test_another_day_puts_the_entry_away_and_its_own_day_leaves_it(open_diary):
    opened = open_diary(fill=lambda opened: opened.log(3, ago=DAY))
    opened.click_row(1)
    opened.page.calendar.choose(opened.clock.wall().date() - DAY)
    assert opened.page.columns.shows_entry()

    opened.page.calendar.choose(THE_TWELFTH)

    assert not opened.page.columns.shows_entry()


def test_an_activity_opens_its_form(open_diary):
    def fill(opened):
        now = opened.clock.wall()
        diary.log_activity(opened.store, opened.person.id, Activity(uuid4(), now - DAY, ActivityKind.BIKE, 40, 3), now)

    opened = open_diary(fill=fill)
    opened.click_row(1)

    opened.page.columns.other.change.click()

    assert [entry.minutes for entry in opened.runs] == [40]


def test_more_is_brought_into_view_when_it_is_opened(open_diary):
    opened = open_diary(fill=lambda opened: opened.log(3), size=(1024, 640))
    opened.click_row(1)

    opened.panel.more_button.click()

    first = opened.panel.place.whose
    top = first.mapTo(opened.panel, first.rect().topLeft()).y()
    assert 0 < top < opened.panel.save.y() - first.height()


def test_a_long_title_takes_a_second_line_where_the_window_is_narrow(open_diary):
    opened = open_diary(fill=lambda opened: opened.log(3))
    row = opened.page.timeline.rows().index(1)
    wide = opened.page.timeline.visualRect(row).height()

    opened.window.resize(1024, 640)
    opened.page.timeline.doItemsLayout()

    assert opened.page.timeline.visualRect(row).height() > wide
