"""Routines: found, started, starred, copied and deleted."""

import pytest
from PySide6.QtCore import Qt

from kneecoach.coaching import play, routines
from kneecoach.coaching.check_in import note_flags, save_check_in
from kneecoach.domain.answered import Answered
from kneecoach.domain.flag import Flag
from kneecoach.domain.routine import Mood
from kneecoach.domain.settings import Settings
from kneecoach.domain.timeline import plan
from kneecoach.storage import settings as settings_table
from kneecoach.ui.pages.routine_list import Shown
from kneecoach.ui.widgets.card import Area
from tests.fakes import FULL_DISK
from tests.ui.pages.routining import EXERCISES, ROUTINES, SHIPPED, Opened

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(qtbot, store):
    return Opened(qtbot, store)


def test_the_shipped_routines_are_listed_and_the_one_for_runs_is_shown(opened):
    assert opened.names() == SHIPPED
    assert opened.page.detail.picture().name == "Inner-knee warm-up"
    assert opened.page.list.row("warm-up").line().said == "Roller, tube. Today uses this"
    assert "Duplicate any routine to change it." in opened.reads()
    assert "5 in your list" in opened.reads()


def test_a_shipped_routine_says_what_it_takes(opened):
    detail = opened.page.detail

    assert (detail.needs.text(), detail.room.text(), detail.last.text()) == (
        "Roller, tube",
        "Mat, 2 m to the side",
        "Not yet",
    )
    assert "In KneeCoach, cannot be changed" in opened.reads()
    assert "12 minutes" in opened.reads()
    assert [row.step().time for row in opened.rows] == ["2:25", "2:25", "3:05", "3:25"]
    assert not detail.undo.isVisible()
    assert not detail.sequence.add.isVisible()
    assert "2 × 12 steps each way" in opened.reads()


def test_a_click_shows_another_one_and_a_double_click_starts_it(qtbot, opened):
    qtbot.mouseClick(opened.page.list.row("strength-day"), Qt.MouseButton.LeftButton)
    assert opened.page.detail.picture().name == "Strength day"
    assert len(opened.rows) == len(ROUTINES["strength-day"].items)
    assert opened.started == []

    qtbot.mouseDClick(opened.page.list.row("calm-down"), Qt.MouseButton.LeftButton)
    assert opened.started == [ROUTINES["calm-down"]]


def test_start_asks_for_the_routine_that_is_shown(qtbot, opened):
    qtbot.mouseClick(opened.page.detail.start, Qt.MouseButton.LeftButton)

    assert opened.started == [ROUTINES["warm-up"]]


def test_an_exercise_is_shown_from_its_row(qtbot, opened):
    qtbot.mouseClick(opened.rows[2], Qt.MouseButton.LeftButton)
    opened.rows[3].setFocus()
    opened.key(Qt.Key.Key_Return)

    assert opened.shown == [("lateral_walk", "Inner-knee warm-up"), ("front_lunge", "Inner-knee warm-up")]


def test_a_star_makes_a_favourite_from_the_list_and_by_key(qtbot, opened):
    qtbot.mouseClick(opened.page.list.row("calm-down").star, Qt.MouseButton.LeftButton)
    opened.page.setFocus()
    opened.key(Qt.Key.Key_F)
    assert opened.shelf().favourites == {"calm-down", "warm-up"}
    assert opened.page.detail.star.accessibleName() == "Favourite, take the star away"

    qtbot.mouseClick(opened.page.detail.star, Qt.MouseButton.LeftButton)
    assert opened.shelf().favourites == {"calm-down"}
    assert not opened.page.list.row("warm-up").star.isChecked()


def test_the_filter_shows_favourites_and_what_is_for_runs(opened):
    opened.page.list.filter.press(Shown.FAVOURITES)
    assert opened.names() == []
    assert "No favourites yet." in opened.reads()
    assert "0 of 5 shown" in opened.reads()

    opened.page.list.filter.press(Shown.BEFORE_A_RUN)
    assert opened.names() == SHIPPED[:2]
    copied = opened.copy("short-warm-up")
    opened.copy("strength-day")
    opened.page.list.filter.press(Shown.BEFORE_A_RUN)
    assert opened.names() == [*SHIPPED[:2], "Short warm-up (mine)"]
    routines.use_before_runs(opened.store, "strength-day")
    opened.changes.settings.emit()

    assert opened.names() == [*SHIPPED[:3], "Short warm-up (mine)"]
    assert copied in opened.page.list.order()


def test_a_copy_is_under_mine_and_says_what_it_came_from(opened):
    opened.page.setFocus()

    opened.key(Qt.Key.Key_D, CTRL)

    assert opened.names() == [*SHIPPED, "Inner-knee warm-up (mine)"]
    assert "Mine, made from Inner-knee warm-up" in opened.reads()
    assert opened.notice.text() == "Copied. It is under Mine as “Inner-knee warm-up (mine)”."
    assert not opened.page.detail.duplicate.isVisible()
    assert opened.page.detail.sequence.add.isVisible()


def test_deleting_one_of_mine_can_be_undone_and_a_shipped_one_stays(opened):
    copied = opened.copy()
    opened.page.list.focus_chosen()

    opened.key(Qt.Key.Key_Delete)
    assert opened.shelf().mine == ()
    assert opened.page.chosen().id in ROUTINES
    assert opened.notice.text() == "“Inner-knee warm-up (mine)” was deleted."
    assert opened.window.focusWidget() is opened.page.list.row(opened.page.chosen().id)
    opened.notice.undo()
    assert opened.page.chosen().id == copied
    opened.page.choose("warm-up")
    opened.page.list.focus_chosen()
    opened.key(Qt.Key.Key_Delete)

    assert opened.names() == [*SHIPPED, "Inner-knee warm-up (mine)"]


def test_the_menu_sets_what_today_uses(opened):
    opened.page.choose("short-warm-up")
    opened.page.menu.fill(opened.page._known, opened.page.chosen())

    opened.page.menu.entry("Use before runs").trigger()

    assert opened.settings().before_run == "short-warm-up"
    assert opened.page.list.row("short-warm-up").line().more == "Today uses this"
    assert opened.page.list.row("warm-up").line().more == ""


def test_what_is_not_owned_is_left_out_and_can_be_had_all_the_same(opened):
    opened.page.menu.fill(opened.page._known, opened.page.chosen())
    opened.page.menu.entry("I have no foam roller").trigger()

    detail = opened.page.detail
    assert opened.settings().lacking == ("Foam roller",)
    assert detail.start.text() == "Start without roller"
    assert opened.page.list.row("warm-up").line().lacking
    assert not opened.page.list.row("calm-down").line().lacking
    assert [row.step().left_out for row in opened.rows] == [True, False, False, False]
    detail.start.click()
    assert [item.exercise for item in opened.started[-1].items] == [
        "adductor_stretch",
        "lateral_walk",
        "front_lunge",
    ]
    opened.page.menu.fill(opened.page._known, opened.page.chosen())
    opened.page.menu.entry("Start all of it").trigger()
    assert opened.started[-1] == ROUTINES["warm-up"]


def a_red_flag(opened):
    note_flags(opened.store, opened.person.id, (Flag.LOCKED,), opened.clock.wall())


def much_pain(opened):
    save_check_in(opened.store, opened.person.id, Answered(pain=7, asked=True), opened.clock.wall())


def test_a_red_flag_leaves_only_another_check_in(qtbot, store):
    opened = Opened(qtbot, store, keep=a_red_flag)

    for known in opened.page.list.order():
        opened.page.choose(known)
        assert opened.page.detail.start.text() == "Check in again"
    opened.page.detail.start.click()

    assert opened.started == [ROUTINES["calm-down"]]


def test_much_pain_leaves_the_calm_down_day_and_puts_it_first(qtbot, store):
    opened = Opened(qtbot, store, keep=much_pain)

    assert opened.names()[0] == "Calm-down day"
    assert opened.page.list.row("calm-down").line().said == "Wall. Suits today"
    starts = {}
    for known in opened.page.list.order():
        opened.page.choose(known)
        starts[known] = opened.page.detail.start.text()
    assert starts.pop("calm-down") == "Start"
    assert set(starts.values()) == {"Check in again"}


def test_when_it_was_last_done_is_told(qtbot, store):
    def played(opened):
        session = play.start(store, opened.person, plan(ROUTINES["warm-up"], EXERCISES), now=opened.clock.wall())
        play.finish(store, session.id, now=opened.clock.wall())

    opened = Opened(qtbot, store, keep=played)

    assert opened.page.detail.last.text() == "Today, 0 of 14 sets"


def test_a_new_day_and_changes_elsewhere_are_seen(opened):
    routines.set_favourite(opened.store, "calm-down", favourite=True)
    opened.changes.routines.emit()
    assert opened.page.list.row("calm-down").line().favourite

    opened.window.shell.add_page("today", Area)
    opened.window.go_today()
    routines.set_favourite(opened.store, "calm-down", favourite=False)
    opened.changes.routines.emit()
    opened.window.go_routines()

    assert not opened.page.list.row("calm-down").line().favourite


def test_a_disk_that_refuses_is_said_and_nothing_changes(opened):
    opened.store.full = True

    opened.page.duplicate()

    assert opened.notice.text() == FULL_DISK
    assert opened.names() == SHIPPED


def test_the_picture_looked_at_moves_and_no_other(opened):
    rows = opened.rows
    assert [row.picture.moving for row in rows] == [True, False, False, False]

    rows[2].setFocus()

    assert [row.picture.moving for row in rows] == [False, False, True, False]


def test_nothing_moves_for_someone_who_asked_for_less_motion(qtbot, store):
    def still(opened):
        with opened.store.begin() as tx:
            settings_table.write(tx, Settings(reduced_motion=True))

    opened = Opened(qtbot, store, keep=still)

    assert not any(row.picture.moving for row in opened.rows)


def test_one_of_mine_can_sound_calm(opened):
    copied = opened.copy()
    opened.page.menu.fill(opened.page._known, opened.page.chosen())
    assert not opened.page.menu.entry("Calm sound").isChecked()

    opened.page.menu.entry("Calm sound").trigger()

    assert opened.shelf().routine(copied).mood is Mood.CALM
    opened.page.detail.undo.click()
    assert opened.shelf().routine(copied).mood is Mood.BRISK


def test_a_disk_that_can_not_be_read_is_said_and_the_page_stays(opened):
    opened.store.full = True
    opened.changes.routines.emit()
    assert opened.notice.text() == FULL_DISK
    assert opened.names() == SHIPPED

    opened.store.full = False
    opened.copy()

    assert opened.names() == [*SHIPPED, "Inner-knee warm-up (mine)"]
