"""Today offers the routine for runs, the favourites, and all that ship."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.own_routine import copy_of
from kneecoach.domain.routine import MAX_NAME, Prescription
from kneecoach.domain.routine_edits import renamed
from kneecoach.domain.settings import Settings
from kneecoach.ui.changes import Changes
from kneecoach.ui.dialogs.change_routine import ChangeRoutine
from kneecoach.ui.widgets.buttons import LinkButton
from tests.builders import A_DAY, counted
from tests.ui.pages.todays import ROUTINES, a_glance, a_pain, a_today, left_open

HOTEL = copy_of(renamed(ROUTINES["short-warm-up"], "Hotel room"), UUID(int=5), A_DAY)


def links(page):
    return [one.text() for one in page.warm_up.favourites.findChildren(LinkButton) if one.isVisible()]


def press(qtbot, page, words):
    link = next(one for one in page.warm_up.favourites.findChildren(LinkButton) if words in one.text())
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)


def starred(*ids, **more):
    return a_glance(favourites=frozenset(ids), own_routines=(HOTEL,), **more)


def test_without_favourites_there_is_no_row_of_them(qtbot):
    page = a_today(qtbot, a_glance())

    assert not page.warm_up.favourites.isVisible()


def test_a_favourite_is_one_press_away_and_so_is_the_way_back(qtbot):
    page = a_today(qtbot, starred(HOTEL.id, "strength-day"))
    assert links(page) == ["Strength day, 25 min", "Hotel room (mine), 6 min"]

    press(qtbot, page, "Hotel room")
    assert page.choice().routine == HOTEL.routine
    assert page.warm_up.start.text() == "Start"
    assert links(page) == ["Inner-knee warm-up, 12 min", "Strength day, 25 min"]
    press(qtbot, page, "Inner-knee")

    assert page.choice().routine == ROUTINES["warm-up"]
    assert page.warm_up.start.text() == "Start warm-up"


def test_what_is_used_before_runs_is_what_start_plays(qtbot):
    page = a_today(qtbot, starred(settings=Settings(before_run=HOTEL.id)))

    assert page.choice().routine == HOTEL.routine
    assert page.warm_up.start.text() == "Start warm-up"
    assert not page.warm_up.other.isVisible()


@pytest.mark.parametrize("gone", ["", "something else"])
def test_the_warm_up_stands_in_for_one_that_is_gone(qtbot, gone):
    page = a_today(qtbot, a_glance(settings=Settings(before_run=gone)))

    assert page.choice().routine == ROUTINES["warm-up"]


def test_one_with_an_exercise_of_another_version_is_left_out(qtbot):
    strange = replace(HOTEL.routine, items=(Prescription("levitate", counted()),))
    glance = a_glance(
        favourites=frozenset({HOTEL.id}),
        own_routines=(replace(HOTEL, routine=strange),),
        settings=Settings(before_run=HOTEL.id),
    )

    page = a_today(qtbot, glance)

    assert page.choice().routine == ROUTINES["warm-up"]
    assert links(page) == []


def test_no_more_than_three_and_no_long_name_fill_the_card(qtbot):
    long = replace(HOTEL, routine=replace(HOTEL.routine, name="Long " * (MAX_NAME // 5)))
    glance = a_glance(
        favourites=frozenset({long.id, "strength-day", "flexibility-day"}),
        own_routines=(long,),
        settings=Settings(before_run=long.id),
    )
    page = a_today(qtbot, glance)
    page.choose(replace(page.choice(), routine=ROUTINES["calm-down"]))

    assert len(links(page)) == 3
    assert links(page)[0] == "Long Long Long Long Long Long L…, 6 min"


def test_a_sore_knee_and_a_session_left_open_offer_no_favourites(qtbot):
    left = a_today(qtbot, starred("strength-day", open_session=left_open()))

    assert links(left) == []


def test_a_change_on_the_routines_page_is_seen(qtbot):
    changes, seen = Changes(), [a_glance(), starred(HOTEL.id)]
    page = a_today(qtbot, seen[0], look=lambda: seen[1], changes=changes)
    page.choose(replace(page.choice(), routine=ROUTINES["calm-down"]))

    changes.routines.emit()

    assert page.choice().routine == ROUTINES["warm-up"]
    assert links(page) == ["Hotel room (mine), 6 min"]


def test_change_lists_favourites_first_and_then_the_rest(qtbot):
    page = a_today(qtbot, starred(HOTEL.id, "calm-down", pains=(a_pain(days_ago=9),)))
    qtbot.mouseClick(page.warm_up.change, Qt.MouseButton.LeftButton)
    dialog = page.window().findChild(ChangeRoutine)

    qtbot.keyClick(dialog.which.row("warm-up"), Qt.Key.Key_Down)
    qtbot.keyClick(dialog.which.row("calm-down"), Qt.Key.Key_Down)

    assert dialog.which.value() == HOTEL.id
    assert dialog.routine() == HOTEL.routine
    dialog.reject()
