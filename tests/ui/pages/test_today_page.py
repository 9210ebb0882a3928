"""Today: what it shows first, what Enter does, and how it keeps up."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag
from kneecoach.domain.person import HurtingFor
from kneecoach.domain.session import Session
from kneecoach.domain.session_record import SetStatus
from kneecoach.domain.timeline import plan, with_agreed
from kneecoach.storage.trained import Trained
from kneecoach.ui.changes import Changes
from kneecoach.ui.pages.note_banner import NoteBanner
from kneecoach.ui.pages.player_header import groups_of
from kneecoach.ui.widgets.knee_picture import KneePicture
from kneecoach.ui.widgets.routine_ruler import RoutineRuler, State
from tests.made_up import SATURDAY, a_runner
from tests.ui.pages.todays import EXERCISES, ROUTINES, a_glance, a_pain, a_today, left_open, played


def texts(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def names(page):
    return [one.accessibleName() for one in page.findChildren(QWidget) if one.isVisible()]


def test_the_first_sight_has_the_real_minutes_and_one_thing_to_press(qtbot):
    page = a_today(qtbot, a_glance())

    assert "12 minutes" in names(page)
    assert page.warm_up.start.text() == "Start warm-up"
    assert "Saturday 21 November" in texts(page)


def test_enter_starts_from_the_sore_side(qtbot):
    page = a_today(qtbot, a_glance(person=a_runner(knee=Side.RIGHT)))

    with qtbot.waitSignal(page.start_requested) as asked:
        qtbot.keyClick(page, Qt.Key.Key_Return)

    assert asked.args[0].routine == ROUTINES["warm-up"]
    assert asked.args[0].first is Side.RIGHT


def test_the_short_version_is_one_click_away_and_back(qtbot):
    page = a_today(qtbot, a_glance())
    assert page.warm_up.other.text() == "Short version, 6 min"

    qtbot.mouseClick(page.warm_up.other, Qt.MouseButton.LeftButton)
    assert page.choice().routine.id == "short-warm-up"
    assert "6 minutes" in names(page)

    qtbot.mouseClick(page.warm_up.other, Qt.MouseButton.LeftButton)
    assert page.choice().routine.id == "warm-up"


def test_a_new_runner_is_told_what_she_needs(qtbot):
    page = a_today(qtbot, a_glance())

    (banner,) = page.findChildren(NoteBanner)
    assert banner.accessibleName().startswith("You will need a foam roller")
    assert not page.session.isVisible()


def test_the_last_session_takes_the_place_of_what_is_needed(qtbot):
    session = played(2)
    page = a_today(qtbot, a_glance(last_sessions=(session,)))
    assert "Last session" in texts(page)
    assert not page.findChildren(NoteBanner)

    with qtbot.waitSignal(page.session_requested) as asked:
        qtbot.mouseClick(_button(page, "See or correct"), Qt.MouseButton.LeftButton)

    assert asked.args == [session.id]


def _button(page, words):
    return next(one for one in page.findChildren(QWidget) if one.accessibleName() == words)


def test_a_red_flag_turns_start_into_check_in_again(qtbot):
    page = a_today(qtbot, a_glance(flags=(Flag.LOCKED,)))
    assert page.warm_up.start.text() == "Check in again"

    with qtbot.waitSignal(page.check_in_requested):
        qtbot.keyClick(page, Qt.Key.Key_Return)


def test_a_sign_for_these_days_puts_the_calm_down_day_first(qtbot):
    page = a_today(qtbot, a_glance(flags=(Flag.GIVES_WAY,)))

    assert page.choice().routine.id == "calm-down"
    assert page.warm_up.start.text() == "Start"


def test_a_left_session_is_what_enter_goes_on_with(qtbot):
    page = a_today(qtbot, a_glance(open_session=left_open()))
    assert page.warm_up.start.text() == "Go on"
    assert not page.warm_up.change.isVisible()

    with qtbot.waitSignal(page.go_on_requested):
        qtbot.keyClick(page, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.close_requested):
        qtbot.mouseClick(_button(page, "Close it"), Qt.MouseButton.LeftButton)


def test_long_standing_pain_asks_whether_it_was_seen(qtbot):
    page = a_today(qtbot, a_glance(person=a_runner(hurting_for=HurtingFor.OVER_SIX_WEEKS)))

    with qtbot.waitSignal(page.seen_requested):
        qtbot.mouseClick(_button(page, "I have been seen"), Qt.MouseButton.LeftButton)


def test_the_last_pain_shows_its_place(qtbot):
    page = a_today(qtbot, a_glance(pains=(a_pain(),)))

    assert "3 of 10" in names(page)
    assert "Left, inner side, below the joint" in texts(page)
    assert page.findChild(KneePicture).isVisible()


def test_no_pain_shows_no_needle_and_no_knee(qtbot):
    page = a_today(qtbot, a_glance())

    assert "Pain scale: not given" in names(page)
    assert page.findChild(KneePicture) is None


def test_arrows_read_the_days_of_the_week(qtbot):
    page = a_today(qtbot, a_glance(last_sessions=(played(1),)))
    scale = page.week.scale
    scale.setFocus()

    qtbot.keyClick(scale, Qt.Key.Key_Left)

    assert "Friday 20 November: Warm-up, 12 minutes, highest pain 3 of 10" in texts(page)
    assert scale.accessibleDescription().startswith("Friday 20 November")


@pytest.mark.parametrize(("key", "day"), [(Qt.Key.Key_Home, "Mon"), (Qt.Key.Key_End, "Sun")])
def test_home_and_end_go_to_the_ends_of_the_week(qtbot, key, day):
    page = a_today(qtbot, a_glance())

    qtbot.keyClick(page.week.scale, key)
    qtbot.keyClick(page.week.scale, Qt.Key.Key_Left if day == "Mon" else Qt.Key.Key_Right)

    assert page.week.scale.read_day().day.strftime("%a") == day


def test_a_click_on_a_day_reads_it(qtbot):
    page = a_today(qtbot, a_glance())
    column = page.week.scale.columns()[2]

    qtbot.mouseClick(page.week.scale, Qt.MouseButton.LeftButton, pos=column.center())

    assert "Wednesday 18 November: no run and no session" in texts(page)


def test_the_needle_marks_today_and_bars_stand_on_the_line(qtbot, light):
    ran = Trained((SATURDAY - timedelta(days=2)).date(), "easy", metres=6_200)
    page = a_today(qtbot, a_glance(trained=(ran,)))
    scale = page.week.scale
    picture = scale.grab().toImage()
    thursday, saturday = scale.columns()[3], scale.columns()[5]

    assert picture.pixelColor(saturday.center().x(), 2) == light.accent
    assert picture.pixelColor(thursday.center().x(), scale._base() - 10) == light.bar
    assert picture.pixelColor(scale.columns()[1].center().x(), scale._base() - 10) != light.bar


def test_a_week_with_runs_says_how_far(qtbot):
    ran = Trained(SATURDAY.date(), "easy", metres=6_200)
    page = a_today(qtbot, a_glance(trained=(ran,)))

    assert "6.2 km run" in texts(page)
    assert page.week.scale.accessibleDescription() == "Saturday 21 November: run of 6.2 km, easy"


@pytest.mark.parametrize("name", ["pain", "run", "ice"])
@pytest.mark.parametrize("last", [(), (played(2),)])
def test_pain_a_run_and_ice_are_one_press_away(qtbot, name, last):
    page = a_today(qtbot, a_glance(last_sessions=last))
    action = getattr(page.quick, name)

    with qtbot.waitSignal(getattr(page.quick, f"{name}_requested")):
        qtbot.mouseClick(action, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(getattr(page.quick, f"{name}_requested")):
        qtbot.keyClick(action, Qt.Key.Key_Return)


def test_a_change_on_disk_is_read_again(qtbot):
    glances = [a_glance(), a_glance(last_sessions=(played(),))]
    changes = Changes()
    page = a_today(qtbot, glances[0], look=lambda: glances[-1], changes=changes)

    changes.sessions.emit()

    assert "1 day, 12 minutes" in texts(page)


def test_a_hidden_page_reads_only_when_it_is_seen_again(qtbot):
    looked = []
    changes = Changes()
    glance = a_glance()
    page = a_today(qtbot, glance, look=lambda: looked.append(1) or glance, changes=changes)
    page.hide()

    changes.diary.emit()
    changes.sessions.emit()
    assert looked == []
    page.show()

    assert looked == [1]


def test_a_name_with_markup_is_shown_as_it_is(qtbot):
    page = a_today(qtbot, a_glance(person=a_runner(name="<b>Jana</b>")))

    assert "<b>Jana</b>, left knee" in texts(page)
    label = next(one for one in page.findChildren(QLabel) if "Jana" in one.text())
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_very_long_name_leaves_room_for_the_rest(qtbot):
    page = a_today(qtbot, a_glance(person=a_runner(name="J" * 200)), size=(960, 640))

    (shown,) = [text for text in texts(page) if "JJJ" in text]
    assert len(shown) < 60


def test_a_pain_in_a_set_counts_for_the_day(qtbot):
    session = played()
    hurt = (*session.sets[:-1], replace(session.sets[-1], pain=6))

    page = a_today(qtbot, a_glance(last_sessions=(replace(session, sets=hurt),)))

    assert "highest pain 6 of 10" in page.week.scale.accessibleDescription()


def test_a_red_flag_leaves_only_checking_in_again(qtbot):
    page = a_today(qtbot, a_glance(flags=(Flag.HOT_RED,)))

    assert page.warm_up.start.text() == "Check in again"
    assert not page.warm_up.other.isVisible()
    assert not page.warm_up.change.isVisible()


def test_a_set_that_was_partly_done_is_filled_as_far_as_in_the_player(qtbot):
    session = left_open(done=7)
    half = replace(session.sets[-1], reps=3, status=SetStatus.PARTIAL)
    session = replace(session, sets=(*session.sets[:-1], half), agreed=((6, 6.0),))

    page = a_today(qtbot, a_glance(open_session=session))

    ruler = page.warm_up.findChild(RoutineRuler)
    timeline = with_agreed(plan(session.routine, EXERCISES), dict(session.agreed))
    playing = Session(timeline, id=session.id, position=9).playing
    in_player = groups_of(timeline, {one.index: one for one in session.sets}, playing)
    box = ruler.groups()[2].boxes[0]
    assert (box.state, box.fraction) == (State.PARTIAL, 0.5)
    assert (box.state, box.fraction) == (in_player[2].boxes[0].state, in_player[2].boxes[0].fraction)
