"""The calendar: its days by click and key, what they show, and what is said of them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.diary import DayShown
from kneecoach.ui.pages.diary_columns import NARROW_LEFT_PX
from kneecoach.ui.theme import Theme, apply_theme
from kneecoach.ui.widgets.month_calendar import MonthCalendar, bar_px, days_in, months_on
from tests.scenes import settle

TODAY = date(2026, 11, 21)


@pytest.fixture
def calendar(qtbot):
    made = MonthCalendar(TODAY)
    qtbot.addWidget(made)
    made.resize(246, 380)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_every_day_of_the_month_has_a_place_of_its_own(calendar):
    places = [calendar.grid.day_rect(date(2026, 11, day)) for day in range(1, 31)]

    assert len({(at.x(), at.y()) for at in places}) == 30
    assert all(calendar.grid.rect().contains(at) for at in places)
    assert places[0].x() == places[7].x() == max(at.x() for at in places)


def test_a_click_chooses_a_day(qtbot, calendar):
    with qtbot.waitSignal(calendar.day_chosen) as chosen:
        at = calendar.grid.day_rect(date(2026, 11, 3)).center()
        qtbot.mouseClick(calendar.grid, Qt.MouseButton.LeftButton, pos=at)

    assert chosen.args == [date(2026, 11, 3)]
    assert calendar.day() == date(2026, 11, 3)


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, date(2026, 11, 20)),
        (Qt.Key.Key_Right, date(2026, 11, 22)),
        (Qt.Key.Key_Up, date(2026, 11, 14)),
        (Qt.Key.Key_Down, date(2026, 11, 28)),
        (Qt.Key.Key_PageUp, date(2026, 10, 21)),
        (Qt.Key.Key_PageDown, date(2026, 12, 21)),
    ],
)
def test_the_keys(qtbot, calendar, key, day):
    qtbot.keyClick(calendar.grid, key)

    assert calendar.day() == day


def test_another_month_asks_for_its_days(qtbot, calendar):
    with qtbot.waitSignal(calendar.month_shown) as shown:
        calendar.earlier.click()

    assert shown.args == [date(2026, 10, 1)]
    assert calendar.title.text() == "October 2026"


def test_a_day_is_said_with_its_pain_and_its_run(calendar):
    calendar.set_days({TODAY: DayShown(TODAY, 3, 6_200)}, TODAY)

    assert calendar.grid.accessibleName() == "Calendar, Saturday 21 November 2026, highest pain 3, 6.2 km run"


def test_the_last_day_of_a_month_stays_the_last_day():
    assert months_on(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert months_on(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert months_on(date(2026, 12, 5), 1) == date(2027, 1, 5)
    assert days_in(date(2028, 2, 1)) == 29


def test_a_longer_run_has_a_longer_bar_until_the_cell_is_full():
    bars = [bar_px(metres) for metres in (1_000, 5_000, 10_000, 42_195, 200_000)]

    assert bars[:3] == sorted(set(bars[:3]))
    assert bars[3] == bars[4] == 32


@pytest.mark.parametrize("scale", [1.0, 1.35])
def test_the_longest_month_fits_the_narrow_column_and_its_name_wraps_when_it_must(qapp, calendar, scale):
    apply_theme(qapp, Theme.LIGHT, text_scale=scale)
    calendar.set_day(date(2026, 9, 1))
    title = calendar.title

    assert calendar.minimumSizeHint().width() <= NARROW_LEFT_PX - 2 * 14
    calendar.resize(NARROW_LEFT_PX - 2 * 14, calendar.heightForWidth(NARROW_LEFT_PX - 2 * 14))
    settle()
    assert title.height() >= title.heightForWidth(title.width())
    assert calendar.rect().contains(calendar.later.geometry())
