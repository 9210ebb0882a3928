"""Seven mornings: a square for an answer, a question mark for none, never a zero."""

from datetime import date, timedelta

import pytest

from kneecoach.ui.widgets.week_of_mornings import HIGH, LOW, WeekOfMornings
from tests.ui.widgets.screen import colours, pixel, show

SUNDAY = date(2026, 10, 25)
DAY = timedelta(days=1)


@pytest.fixture
def week(qtbot):
    shown = show(qtbot, WeekOfMornings(), 402, 232)
    shown.show_week(SUNDAY, {SUNDAY - 6 * DAY: 1, SUNDAY - 2 * DAY: 3}, 1.0)
    return shown


def test_an_answer_stands_at_its_pain_in_its_colour(week, light):
    low, high = week.square(SUNDAY - 6 * DAY), week.square(SUNDAY - 2 * DAY)

    assert low.center().y() > high.center().y()
    assert pixel(week, high.center().x(), high.center().y()) == light.pain_fill(3).name()
    assert week.square(SUNDAY - DAY) is None
    assert week.unanswered() == tuple(SUNDAY - back * DAY for back in (5, 4, 3, 1))


def test_a_morning_without_an_answer_has_a_column_of_its_own(week, light):
    x = week.width() - 1.5 * (week.width() - 26) / 7

    assert pixel(week, x - 22, 40) == light.sunken.name()
    assert pixel(week, x + 51, 40) == light.surface.name() or light.sunken.name() not in pixel(week, x + 51, 40)


def test_the_answer_of_this_morning_appears_when_it_is_given(week, light):
    assert week.square(SUNDAY) is None

    week.set_now(2)

    at = week.square(SUNDAY)
    assert pixel(week, at.center().x(), at.center().y()) == light.pain_fill(2).name()
    assert week.accessibleName().endswith("Saturday no answer, Sunday 2. Usual 1")


def test_the_scale_ends_at_five_unless_something_is_higher(week):
    assert week.most() == LOW

    week.set_now(6)

    assert week.most() == HIGH


@pytest.mark.parametrize("usual", [None, 0.0, 1.5, 5.0, 9.0])
def test_the_usual_morning_is_said_when_it_is_known(week, usual, light):
    week.show_week(SUNDAY, {}, usual)

    assert ("Usual" in week.accessibleName()) is (usual is not None)
    assert light.ink2.name() in colours(week)


def test_before_it_is_told_its_week_it_shows_nothing(qtbot):
    empty = show(qtbot, WeekOfMornings(), 300, 160)

    assert len(colours(empty)) == 1
