"""Log run: when it was, which shoes, and a run of the diary corrected."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.person import Units
from kneecoach.ui.pages.run_entry_words import LATER
from tests.ui.pages.running import GHOST, NOW, PEGASUS, PLACE, RETIRED, Running, a_run


@pytest.fixture
def running(qtbot):
    return Running(qtbot, last=a_run(), place=PLACE)


def test_shoes_say_how_far_they_will_have_gone_and_when_to_look_at_them(running):
    running.write("6")

    cards = running.form.shoes
    assert cards.card(PEGASUS.id).shown.line == "418 km after this run"
    assert cards.card(GHOST.id).shown.line == "782 km, check the sole"


def test_retired_shoes_are_offered_only_where_they_were_worn(qtbot, running):
    with pytest.raises(StopIteration):
        running.form.shoes.card(RETIRED.id)

    worn = Running(qtbot, run=a_run(shoe=RETIRED.id))

    assert worn.form.shoes.value() == RETIRED.id
    assert worn.form.shoes.card(RETIRED.id).shown.line.startswith("900 km")


def test_shoes_of_the_run_that_is_corrected_are_not_counted_twice(qtbot):
    running = Running(qtbot, run=a_run(distance_m=12_000))

    assert running.form.shoes.card(PEGASUS.id).shown.line == "412 km after this run"


def test_a_run_is_taken_to_have_just_ended(running):
    assert running.save() is None
    running.write("6", "37:50")

    assert running.save().at == datetime(2026, 11, 21, 18, 15, tzinfo=NOW.tzinfo)


def test_pain_an_hour_later_means_that_the_hour_is_over(running):
    running.write("6", "37:50")
    running.knee.turn_to(LATER)
    running.knee.strip.press_digit(2)

    assert f"{running.save().at:%H:%M}" == "17:15"


def test_just_ended_counts_real_hours_when_the_clocks_went_forward(qtbot):
    now = datetime(2026, 3, 29, 3, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    running = Running(qtbot, now=now)
    running.write("6", "60")

    at = running.save().at

    assert at.astimezone(UTC) == now.astimezone(UTC) - timedelta(hours=1)
    assert f"{at:%H:%M}" == "01:30"


def test_another_day_is_written_over_the_date_and_marked_as_added_later(running):
    running.write("6", "37:50")
    assert not running.page.moment.is_later()

    running.page.moment.day.setText("yesterday")
    running.page.moment.day.editingFinished.emit()

    assert running.page.moment.day.text() == "Friday 20 November"
    assert running.page.moment.is_later()
    assert running.save().at.date() == datetime(2026, 11, 20, tzinfo=UTC).date()


@pytest.mark.parametrize(
    ("day", "clock", "sentence"),
    [("today", "19:00", "in the future"), ("soon", "18:00", "Write the day"), ("today", "25:00", "Write the time")],
)
def test_a_start_that_can_not_be_is_refused(running, day, clock, sentence):
    running.write("6", "10:00:00")
    running.page.moment.day.setText(day)
    running.page.moment.clock.setText(clock)

    running.page.tell()

    assert running.told == []
    assert sentence in running.page.moment.error()


def test_a_run_that_would_end_in_the_future_is_refused(qtbot, running):
    running.write("6", "37:50")
    running.page.moment.clock.selectAll()
    qtbot.keyClicks(running.page.moment.clock, "18:30")

    running.page.tell()

    assert running.told == []
    assert "end in the future" in running.page.moment.error()


def test_the_arrows_step_through_days_and_minutes_but_not_into_the_future(qtbot, running):
    moment = running.page.moment
    qtbot.keyClick(moment.day, Qt.Key.Key_Up)
    assert moment.day.text() == "Saturday 21 November"

    qtbot.keyClick(moment.day, Qt.Key.Key_Down)
    qtbot.keyClick(moment.clock, Qt.Key.Key_Down)

    assert (moment.day.text(), moment.clock.text()) == ("Friday 20 November", "18:48")


def test_a_run_of_the_diary_is_kept_to_the_metre_and_second_where_nobody_writes(qtbot):
    run = a_run(at=NOW - timedelta(days=400, seconds=17), source="a.fit", digest="abc", pain_max=3, effort=5, note="x")
    running = Running(qtbot, units=Units.MILES, run=run, place=PLACE)

    running.page.tell()

    assert running.told[-1].run == run
    assert running.told[-1].place == PLACE
    assert running.page.title.text() == "Edit run"
    assert running.page.moment.day.text().endswith("2025")
    assert not running.page.touched()


def test_a_day_of_the_calendar_begins_at_the_usual_time(running):
    day = NOW.date() - timedelta(days=3)

    running.page.begin(a_run(at=NOW.replace(hour=7, minute=10)), day=day)
    running.write("6", "37:50")

    assert running.save().at.isoformat()[:16] == "2026-11-18T07:10"
