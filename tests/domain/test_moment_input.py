"""Days and times of day as people type them."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.moment_input import comes_twice, day_of_text, moment_of_text, time_of_text

TODAY = date(2026, 11, 21)
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY),
        ("Yesterday", date(2026, 11, 20)),
        ("2026-11-05", date(2026, 11, 5)),
        ("5.11.", date(2026, 11, 5)),
        ("5/11", date(2026, 11, 5)),
        ("05.11.2025", date(2025, 11, 5)),
        ("5.11.25", date(2025, 11, 5)),
        ("5 Nov", date(2026, 11, 5)),
        ("Thursday 5 November", date(2026, 11, 5)),
        ("Thursday, 5 November 2026", date(2026, 11, 5)),
        ("24 December", date(2025, 12, 24)),
        ("29 Feb", date(2024, 2, 29)),
        ("Friday", date(2026, 11, 20)),
        ("last sun", date(2026, 11, 15)),
        ("saturday", TODAY),
    ],
)
def test_a_day_is_read_as_it_is_typed(text, day):
    assert day_of_text(text, TODAY) == day


@pytest.mark.parametrize("text", ["", "soon", "tomorrow", "31.2.2026", "0.1.", "30 Feb", "5 Foo", "Foo 5 Nov", "2026"])
def test_what_is_no_day_is_refused_with_an_example(text):
    with pytest.raises(InvalidInput, match="21 November"):
        day_of_text(text, TODAY)


def test_the_wrong_month_in_numbers_is_no_day():
    with pytest.raises(InvalidInput, match="no such day"):
        day_of_text("2026-13-01", TODAY)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("18:15", time(18, 15)),
        ("6:15 pm", time(18, 15)),
        ("12 am", time(0, 0)),
        ("12pm", time(12, 0)),
        ("7", time(7, 0)),
        ("7.30", time(7, 30)),
        ("noon", time(12, 0)),
    ],
)
def test_a_time_of_day_is_read_as_it_is_typed(text, clock):
    assert time_of_text(text) == clock


@pytest.mark.parametrize("text", ["", "24:00", "18:60", "13 pm", "0 am", "evening", "18:5", "1815"])
def test_what_is_no_time_of_day_is_refused_with_an_example(text):
    with pytest.raises(InvalidInput, match="18:15"):
        time_of_text(text)


def test_the_future_is_refused_to_the_minute():
    now = datetime(2026, 11, 21, 18, 15, tzinfo=BERLIN)

    assert moment_of_text("today", "18:15", now) == now
    with pytest.raises(InvalidInput, match="in the future"):
        moment_of_text("today", "18:16", now)


def test_an_hour_that_the_clocks_left_out_is_refused():
    now = datetime(2026, 3, 30, 9, 0, tzinfo=BERLIN)

    with pytest.raises(InvalidInput, match="clocks went forward"):
        moment_of_text("29.3.", "2:30", now)
    assert moment_of_text("29.3.", "3:00", now).astimezone(UTC).hour == 1


def test_the_hour_that_comes_twice_is_the_first_and_not_in_the_future():
    now = datetime(2026, 10, 25, 2, 10, tzinfo=BERLIN, fold=1)

    told = moment_of_text("today", "2:50", now)

    assert told.astimezone(UTC) == datetime(2026, 10, 25, 0, 50, tzinfo=UTC)


@given(some.dates(date(2018, 1, 1), TODAY))
def test_a_day_is_read_back_as_it_is_written(day):
    assert day_of_text(f"{day.day}.{day.month}.{day.year}", TODAY) == day
    assert day_of_text(f"{day:%A} {day.day} {day:%B} {day.year}", TODAY) == day
    if TODAY - day < timedelta(days=360):
        assert day_of_text(f"{day.day}.{day.month}.", TODAY) == day


@given(some.text(max_size=14))
def test_whatever_is_typed_is_a_day_or_refused_in_a_sentence(text):
    with suppress(InvalidInput):
        assert isinstance(day_of_text(text, TODAY), date)


@pytest.mark.parametrize(
    ("told", "twice"),
    [
        ("2026-10-25T01:59", False),
        ("2026-10-25T02:00", True),
        ("2026-10-25T02:59", True),
        ("2026-10-25T03:00", False),
        ("2026-03-29T02:30", False),
    ],
)
def test_the_hour_before_the_clocks_are_put_back_comes_twice(told, twice):
    assert comes_twice(datetime.fromisoformat(told).replace(tzinfo=BERLIN)) is twice
