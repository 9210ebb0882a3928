"""The figure on the page of an exercise: phases, speed, views and sides."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.domain.exercise import Side
from kneecoach.figure.movement import View
from kneecoach.ui.pages.exercise_figure import Speed, segments
from kneecoach.ui.pages.exercise_words import real_seconds
from tests.ui.pages.exercising import EXERCISES, MOVEMENTS, Shown
from tests.ui.widgets.screen import segment_rects


@pytest.fixture
def shown(qtbot):
    return Shown(qtbot)


def test_the_ruler_has_a_segment_for_each_phase_as_wide_as_it_is_long(shown):
    page = shown.show("squat")

    assert page.figure.ruler.phases() == (("Lower", 2.0), ("Hold", 0.5), ("Rise", 1.5), ("Stand", 0.3))
    widths = [at.width() for at in segment_rects(page.figure.ruler)]
    assert widths[0] / widths[2] == pytest.approx(2.0 / 1.5, rel=0.02)


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)
def test_the_loop_has_the_tempo_of_the_usual_dose(exercise):
    movement = MOVEMENTS.find(exercise.id)

    seconds = real_seconds(movement, exercise.dosage)

    whole = exercise.dosage.rep_s or movement.seconds
    assert sum(seconds) == pytest.approx(whole)


def test_neighbours_of_one_name_are_one_segment():
    movement = MOVEMENTS.find("squat")
    twice = replace(movement, phases=(movement.phases[0], *movement.phases))

    found = segments(twice)

    assert [one.name for one in found] == ["Lower", "Hold", "Rise", "Stand"]
    assert (found[0].first, found[0].last, found[1].first) == (0, 1, 2)


def test_the_figure_and_the_ruler_go_at_the_same_pace(shown):
    shown.show("squat")

    shown.pass_by(1.0)
    assert shown.phase() == ("Lower", 0.5)
    shown.pass_by(1.25)
    assert shown.phase() == ("Hold", 0.5)


def test_half_speed_slows_figure_and_ruler(shown):
    shown.show("squat")

    shown.press(Qt.Key.Key_1)
    shown.pass_by(1.0)

    assert shown.phase() == ("Lower", 0.25)


def test_space_pauses_and_goes_on(shown):
    page = shown.show("squat")
    shown.pass_by(1.0)

    shown.press(Qt.Key.Key_Space)
    assert page.figure.play.accessibleName() == "Play"
    shown.pass_by(5.0)
    assert shown.phase() == ("Lower", 0.5)
    shown.press(Qt.Key.Key_Space)
    shown.pass_by(0.5)

    assert shown.phase() == ("Lower", 0.75)


def test_a_click_on_a_phase_jumps_there(shown):
    page = shown.show("squat")
    at = segment_rects(page.figure.ruler)[2].center().toPoint()

    QTest.mouseClick(page.figure.ruler, Qt.MouseButton.LeftButton, pos=at)

    assert shown.phase() == ("Rise", 0)


def test_the_arrows_go_from_phase_to_phase_and_round(shown):
    shown.show("squat")

    shown.press(Qt.Key.Key_Right)
    assert shown.phase() == ("Hold", 0)
    shown.press(Qt.Key.Key_Left)
    shown.press(Qt.Key.Key_Left)

    assert shown.phase() == ("Stand", 0)


@pytest.mark.parametrize("exercise", ["adductor_stretch", "calf_stretch", "squat"])
def test_the_arrows_go_from_phase_to_phase_while_it_is_paused(shown, exercise):
    figure = shown.show(exercise).figure
    names = [name for name, _ in figure.ruler.phases()]
    shown.press(Qt.Key.Key_Space)

    reached, posed = [], []
    for _ in names:
        shown.press(Qt.Key.Key_Right)
        reached.append(shown.phase())
        posed.append(figure.figure.movement.phases[figure.figure.moment.phase].name)
    shown.press(Qt.Key.Key_Left)

    assert reached == [(name, 0) for name in [*names[1:], names[0]]]
    assert posed == [name for name, _ in reached]
    assert shown.phase() == (names[-1], 0)
    assert not figure.loop.playing


def test_a_click_on_a_phase_jumps_there_while_it_is_paused_and_goes_on_from_there(shown):
    page = shown.show("calf_stretch")
    shown.press(Qt.Key.Key_Space)
    at = segment_rects(page.figure.ruler)[3].center().toPoint()

    QTest.mouseClick(page.figure.ruler, Qt.MouseButton.LeftButton, pos=at)
    here = shown.phase()
    shown.press(Qt.Key.Key_Space)
    shown.pass_by(0.5)

    assert here == ("Hold, bent", 0)
    assert shown.phase()[0] == "Hold, bent"
    assert shown.phase()[1] > 0


def test_step_by_step_stops_at_the_end_of_each_phase_until_told_to_go_on(shown):
    page = shown.show("squat")

    shown.press(Qt.Key.Key_3)
    assert page.figure.play.accessibleName() == "Next phase"
    shown.press(Qt.Key.Key_Right)
    shown.pass_by(9.0)
    assert shown.phase() == ("Lower", 1)
    shown.pass_by(9.0)
    assert shown.phase() == ("Lower", 1)
    shown.press(Qt.Key.Key_Space)
    shown.pass_by(0.25)

    assert shown.phase() == ("Hold", 0.5)


def test_step_by_step_goes_round_after_the_last_phase(shown):
    shown.show("squat")
    shown.press(Qt.Key.Key_3)
    for _ in range(4):
        shown.press(Qt.Key.Key_Right)
        shown.pass_by(9.0)
    assert shown.phase() == ("Stand", 1)

    shown.press(Qt.Key.Key_Right)
    shown.pass_by(1.0)

    assert shown.phase() == ("Lower", 0.5)


def test_step_by_step_plays_neighbours_of_one_name_as_one_step(qtbot):
    movement = MOVEMENTS.find("calf_raise")
    assert [phase.name for phase in movement.phases][:2] == ["Rise", "Rise"]
    shown = Shown(qtbot)
    shown.show("calf_raise")
    shown.press(Qt.Key.Key_3)

    shown.press(Qt.Key.Key_Right)
    shown.pass_by(0.6)
    shown.pass_by(0.6)

    assert shown.phase() == ("Rise", 1)
    assert not shown.page.figure.loop.playing


def test_with_reduced_motion_it_opens_step_by_step_and_shows_only_the_ends_of_phases(shown):
    page = shown.show("squat", reduced_motion=True)
    assert page.figure.speed.value() is Speed.STEPS
    assert not page.figure.loop.playing

    shown.press(Qt.Key.Key_Right)
    assert shown.phase() == ("Lower", 1)
    shown.press(Qt.Key.Key_Space)
    assert shown.phase() == ("Hold", 1)
    shown.press(Qt.Key.Key_Left)

    assert shown.phase() == ("Lower", 1)
    assert not page.figure.loop.playing


def test_v_turns_and_s_mirrors(shown):
    page = shown.show()
    assert page.figure.view.value() is View.SIDE
    assert page.figure.side() is Side.LEFT

    shown.press(Qt.Key.Key_V)
    shown.press(Qt.Key.Key_S)

    assert page.figure.view.value() is View.FRONT
    assert page.figure.side() is Side.RIGHT


WAYS = [
    ("front_lunge", ["Side", "Front"]),
    ("calf_raise", ["Side", "Back"]),
    ("lateral_walk", ["Angle", "Front"]),
    ("adductor_stretch", ["Angle", "Front"]),
]


@pytest.mark.parametrize(("exercise", "words"), WAYS)
def test_the_views_are_called_what_they_show(shown, exercise, words):
    page = shown.show(exercise)

    assert [page.figure.view.button(view).text() for view in (View.SIDE, View.FRONT)] == words
    assert [page.figure.view.button(view).accessibleName() for view in (View.SIDE, View.FRONT)] == words


@pytest.mark.parametrize("exercise", ["front_lunge", "adductor_stretch"])
def test_left_and_right_are_mirrored_whichever_leg_was_drawn(shown, exercise):
    page = shown.show(exercise)
    drawn = {"l": Side.LEFT, "r": Side.RIGHT}[MOVEMENTS.find(exercise).side]

    page.figure.leg.press(drawn)
    assert not page.figure.figure.mirrored
    page.figure.leg.press(drawn.other)

    assert page.figure.figure.mirrored


def test_the_sore_side_is_shown_first(shown):
    assert shown.show(side=Side.RIGHT).figure.side() is Side.RIGHT


def test_where_both_legs_work_there_is_no_side_to_choose(shown):
    page = shown.show("squat")

    assert page.figure.leg.isHidden()
    shown.press(Qt.Key.Key_S)
    assert page.figure.side() is Side.LEFT
    assert shown.show("front_lunge").figure.leg.isVisible()


def test_nothing_moves_while_the_page_is_hidden(shown):
    page = shown.show("squat")
    shown.pass_by(1.0)

    page.hide()
    assert not page.figure.loop.playing
    page.show()

    assert page.figure.loop.playing


def test_with_reduced_motion_chosen_meanwhile_what_played_before_does_not_play_on(shown):
    page = shown.show("squat")
    page.hide()

    shown.show("squat", reduced_motion=True)
    page.show()

    assert page.figure.speed.value() is Speed.STEPS
    assert not page.figure.loop.playing


@pytest.mark.parametrize("width", [500, 380, 250])
def test_the_controls_of_the_figure_stay_inside_its_card(shown, width):
    page = shown.show()

    places = page.figure.controls.places(width)

    assert all(at.right() < width for _, at in places)
    assert not any(one.intersects(other) for _, one in places for _, other in places if one is not other)
