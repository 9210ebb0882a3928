"""A run, a night in which the clock is changed or the zone is another, and the question of the morning."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.coaching import diary
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.run import Run
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.pages.morning_page import MorningPage
from tests.fakes import HandClock

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
MINUTE, HOUR = 60, 3_600
CTRL = Qt.KeyboardModifier.ControlModifier


def evening(runner, text, zone=BERLIN):
    runner.clock = HandClock(starts=datetime.fromisoformat(text).replace(tzinfo=zone))
    runner.start()
    runner.set_up()


def log_run(qtbot, runner):
    """By the keyboard alone: R, the distance, Tab, the time, Ctrl and Enter."""
    with qtbot.waitActive(runner.window):
        runner.window.activateWindow()
    runner.key(Qt.Key.Key_R)
    QTest.keyClicks(runner.window.focusWidget(), "6")
    runner.key(Qt.Key.Key_Tab)
    QTest.keyClicks(runner.window.focusWidget(), "38:00")
    QTest.keyClick(runner.window.focusWidget(), Qt.Key.Key_Return, CTRL)


def start_again(qtbot, runner, *, after_s):
    """The laptop sleeps so long, and the program is started anew."""
    runner.close()
    runner.clock.sleep_for(after_s)
    runner.start()
    with qtbot.waitActive(runner.window):
        runner.window.activateWindow()


def entries(runner, kind):
    store = runner.window.findChild(LateStore).get()
    found = diary.read_diary(store, runner.record().person.id).entries
    return [entry for entry in found if isinstance(entry, kind)]


@pytest.mark.parametrize(
    ("ran", "asleep_s", "morning"),
    [
        ("2026-03-28T18:00", 13 * HOUR, "2026-03-29T08:00"),
        ("2026-10-24T18:00", 13 * HOUR, "2026-10-25T06:00"),
        ("2026-10-24T23:50", 10 * HOUR, "2026-10-25T08:50"),
        ("2028-02-28T18:00", 13 * HOUR, "2028-02-29T07:00"),
    ],
    ids=["forward", "back", "ten to midnight", "leap day"],
)
def test_a_run_and_the_morning_after(qtbot, runner, ran, asleep_s, morning):
    evening(runner, ran)
    log_run(qtbot, runner)

    start_again(qtbot, runner, after_s=asleep_s)
    assert isinstance(runner.flow, MorningPage)
    assert "6.0 km" in runner.reads()
    runner.key(Qt.Key.Key_2)
    runner.key(Qt.Key.Key_Return)

    (run,), (check,) = entries(runner, Run), entries(runner, MorningCheck)
    assert (run.distance_m, run.seconds) == (6_000, 38 * MINUTE)
    answered = datetime.fromisoformat(morning).replace(tzinfo=BERLIN)
    assert (check.on, check.pain, check.at) == (answered.date(), 2, answered)
    start_again(qtbot, runner, after_s=HOUR)
    assert runner.flow is None


def test_before_four_on_the_night_of_the_change_it_is_still_the_night(qtbot, runner):
    evening(runner, "2026-10-24T18:00")
    log_run(qtbot, runner)

    # From 18:00 to the second 02:30, and then to 04:00
    start_again(qtbot, runner, after_s=9 * HOUR + 30 * MINUTE)
    assert runner.flow is None
    start_again(qtbot, runner, after_s=90 * MINUTE)

    assert isinstance(runner.flow, MorningPage)


def test_a_run_at_home_is_asked_about_in_the_morning_across_the_ocean(qtbot, runner):
    evening(runner, "2026-10-24T18:00")
    log_run(qtbot, runner)
    runner.close()

    # Landed on the evening of the same day, by the clock there
    runner.clock = HandClock(starts=datetime(2026, 10, 24, 22, tzinfo=NEW_YORK))
    runner.start()
    assert runner.flow is None
    start_again(qtbot, runner, after_s=9 * HOUR)
    assert isinstance(runner.flow, MorningPage)
    runner.key(Qt.Key.Key_0)
    runner.key(Qt.Key.Key_Return)

    (check,) = entries(runner, MorningCheck)
    assert (check.on, check.pain) == (date(2026, 10, 25), 0)


def test_waved_off_it_comes_once_more_and_then_the_morning_stays_unknown(qtbot, runner):
    evening(runner, "2026-03-28T18:00")
    log_run(qtbot, runner)

    start_again(qtbot, runner, after_s=13 * HOUR)
    runner.key(Qt.Key.Key_Escape)
    start_again(qtbot, runner, after_s=HOUR)
    assert isinstance(runner.flow, MorningPage)
    runner.key(Qt.Key.Key_Escape)
    start_again(qtbot, runner, after_s=HOUR)

    assert runner.flow is None
    assert entries(runner, MorningCheck) == []
