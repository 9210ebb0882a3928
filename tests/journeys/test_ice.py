"""Icing the knee from a key to the diary, and what a restart, a closed window or a power cut leaves of it."""

import pytest
from PySide6.QtCore import Qt

from kneecoach.coaching import diary, people
from kneecoach.domain.ice import Ice
from kneecoach.ui.ice_flow import TAKEN_BACK
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.pages.ice_before_page import IceBeforePage
from kneecoach.ui.pages.ice_page import IcePage
from kneecoach.ui.shell import DIARY, SETTINGS, TODAY


@pytest.fixture
def icer(qtbot, runner):
    """A runner past first run, her window in front."""
    runner.start()
    runner.set_up()
    with qtbot.waitActive(runner.window):
        runner.window.activateWindow()
    return runner


def ices(runner):
    store = runner.window.findChild(LateStore).get()
    found = diary.read_diary(store, runner.record().person.id).entries
    return [entry for entry in found if isinstance(entry, Ice)]


def on_for(runner, seconds):
    runner.clock.pass_by(seconds)
    runner.flow.clock.tick()


def listed(runner):
    """What the timeline of the diary reads."""
    runner.window.go_diary()
    rows = runner.window.shell.page(DIARY).timeline.rows()
    return [rows.line(row).title for row in range(rows.rowCount())]


def begin(runner, *answers):
    runner.key(Qt.Key.Key_I)
    for answer in answers or (Qt.Key.Key_N, Qt.Key.Key_Y):
        runner.key(answer)
    runner.key(Qt.Key.Key_Return)


def test_twenty_minutes_with_every_look_at_the_skin(icer):
    begin(icer)
    for _ in range(3):
        on_for(icer, 300)
        assert "Look at your skin" in icer.reads()
        icer.press("Skin is fine")
    on_for(icer, 300)
    assert "Time is up" in icer.reads()
    icer.key(Qt.Key.Key_Y)

    assert [(ice.minutes, ice.cloth) for ice in ices(icer)] == [(20, True)]
    assert icer.window.notice().text() == "Ice kept: 20 minutes."
    assert "Ice, 20 minutes" in listed(icer)

    icer.close()
    icer.start()
    assert "Ice, 20 minutes" in listed(icer)


def test_it_is_reached_from_the_diary_and_leads_back_there(icer):
    icer.window.go_diary()
    icer.press("Ice timer")
    assert isinstance(icer.flow, IceBeforePage)

    icer.press("Diary")

    assert icer.flow is None
    assert icer.window.shell.current() == DIARY


def test_who_may_not_ice_is_asked_once_and_a_second_ice_told_to_wait(icer):
    begin(icer)
    on_for(icer, 600)
    icer.key(Qt.Key.Key_Escape)
    assert icer.window.notice().text() == "Ice kept: 10 minutes. One skin check was not answered."
    icer.clock.pass_by(3_600)

    begin(icer, Qt.Key.Key_Y)

    assert isinstance(icer.flow, IcePage)
    on_for(icer, 60)
    icer.close()
    icer.start()
    icer.key(Qt.Key.Key_I)
    assert "The last ice was less than two hours ago" in icer.reads()
    assert "Is one of these true for you?" not in icer.reads()


def test_a_yes_to_what_speaks_against_ice_is_not_taken_for_an_answer_for_ever(icer):
    begin(icer, Qt.Key.Key_Y, Qt.Key.Key_Y)
    assert isinstance(icer.flow, IceBeforePage)
    icer.key(Qt.Key.Key_Escape)
    assert icer.window.shell.current() == TODAY

    icer.key(Qt.Key.Key_I)

    assert "Is one of these true for you?" in icer.reads()


def test_a_closed_window_leaves_the_minutes_that_were_done(icer):
    begin(icer)
    on_for(icer, 430)

    icer.close()
    icer.start()

    assert [ice.minutes for ice in ices(icer)] == [7]


def test_another_page_in_its_place_lets_go_of_it(icer):
    begin(icer)
    on_for(icer, 190)
    page = icer.flow

    icer.window.end_flow()

    assert [ice.minutes for ice in ices(icer)] == [3]
    assert page.clock.timer.ended


def test_a_power_cut_loses_less_than_a_minute(icer):
    begin(icer)
    on_for(icer, 299)
    icer.flow.clock.stop()
    # Nobody could save anything any more
    icer.flow._gone = True

    icer.close()
    icer.start()

    assert [ice.minutes for ice in ices(icer)] == [4]


def test_undo_takes_it_out_of_the_diary(icer):
    begin(icer)
    on_for(icer, 300)
    icer.key(Qt.Key.Key_Escape)

    icer.window.undo()

    assert ices(icer) == []
    assert icer.window.notice().text() == TAKEN_BACK


def test_too_short_an_ice_is_said_not_to_be_kept(icer):
    begin(icer)
    on_for(icer, 20)

    icer.key(Qt.Key.Key_Escape)

    assert "Nothing was kept" in icer.window.notice().text()
    assert ices(icer) == []


def test_letters_in_a_field_and_before_first_run_start_nothing(runner):
    runner.start()
    runner.window.shell.ice_requested.emit()
    assert not isinstance(runner.flow, IceBeforePage)
    runner.set_up()
    runner.window.go_settings()
    field = runner.window.shell.page(SETTINGS).person.name
    field.setFocus()

    runner.key(Qt.Key.Key_I)

    assert runner.flow is None


def test_without_leave_to_keep_awake_the_screen_may_sleep(icer):
    icer.window.go_settings()
    from kneecoach.coaching import people  # noqa: PLC0415

    people.change_settings(icer.window.findChild(LateStore).get(), keep_awake=False)
    begin(icer)

    assert icer.flow._awake._awake is None


def test_a_key_that_silenced_one_ice_does_not_silence_the_next(icer):
    begin(icer)
    icer.key(Qt.Key.Key_M)
    on_for(icer, 300)
    heard = len(icer.voice.said)
    icer.key(Qt.Key.Key_Escape)

    begin(icer, Qt.Key.Key_Y)
    on_for(icer, 300)

    assert len(icer.voice.said) > heard
    assert icer.flow.stage.notice() == ""


def test_what_the_settings_switched_off_stays_off_in_the_ice(icer):
    people.change_settings(icer.window.findChild(LateStore).get(), voice=False)

    begin(icer)

    assert icer.flow.stage.notice() == "Voice off"
