"""What points at a movement in the player: an arrow only while something moves, and a mark that is no button."""

from functools import partial

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.exchange.movements import Movements
from kneecoach.figure.drawing import Scene
from kneecoach.figure.movement import Moment
from kneecoach.ui.pages.player_states import View
from kneecoach.ui.widgets.figure_view import FigureView
from tests.ui.pages.exercising import Shown
from tests.ui.pages.playing import Playing

STRETCH, AFTER_A_REST, SQUATS = 2, 8, 10


@pytest.fixture
def player(qtbot):
    timeline = plan(load_routines()["warm-up"], load_exercises())
    return partial(Playing, qtbot, timeline=timeline, movements=Movements().find)


def blue(on) -> bool:
    """Whether anything in the figure's box has the colour of arrows and marks."""
    figure = on.view.figure.view
    image = figure.grab().toImage()
    return any(
        image.pixelColor(x, y).name() == "#1d5a70" for x in range(0, image.width(), 2) for y in range(image.height())
    )


def test_an_arrow_points_only_while_the_work_moves(player):
    on = player()
    on.page.ticker.do(lambda now: on.session.jump(now, SQUATS))
    on.run(1)
    before = blue(on)

    on.page.ticker.do(on.session.skip)
    on.run(1)
    moving = blue(on)
    on.press(Qt.Key.Key_Space)
    on.run(1)

    assert (before, moving, blue(on)) == (False, True, False)


def test_a_rest_points_at_nothing(player):
    on = player()
    on.page.ticker.do(lambda now: on.session.jump(now, AFTER_A_REST))
    on.run(10)

    assert on.view.view is View.REST
    assert not blue(on)


def test_a_hold_is_told_by_a_word_beside_its_bars_and_not_while_it_is_paused(player):
    on = player()
    on.to_work(STRETCH)
    on.run(4)
    mark = on.view.figure.view.hold_mark
    box = on.view.figure.view.rect()
    held = mark.isVisible()
    on.press(Qt.Key.Key_Space)

    assert held
    assert not mark.isVisible()
    assert mark.width() > 2 * mark.height()
    assert box.contains(mark.geometry())
    assert mark.geometry().center().x() > box.center().x()


def test_the_way_into_the_second_half_of_a_stretch_is_pointed_at_and_not_marked_as_a_hold(qtbot):
    timeline = plan(load_routines()["flexibility-day"], load_exercises())
    calf = next(planned.index for planned in timeline.sets if planned.exercise.id == "calf_stretch")
    on = Playing(qtbot, timeline=timeline, movements=Movements().find)
    on.to_work(calf)
    view = on.view.figure.view

    shown = []
    for second in (19, 2, 5):
        on.run(second)
        pointed = Scene.of(view.movement, 443, 575).arrows(view.moment)
        shown.append((view.hold_mark.isVisible(), bool(pointed)))

    assert shown == [(True, False), (False, True), (True, False)]


@pytest.mark.parametrize("exercise", load_exercises())
def test_the_mark_of_a_hold_and_an_arrow_are_never_shown_together(qtbot, exercise):
    movement = Movements().find(exercise)
    view = FigureView()
    qtbot.addWidget(view)
    view.set_movement(movement)
    scene = Scene.of(movement, 443, 575)

    for phase, one in enumerate(movement.phases):
        view.show_moment(Moment(phase, 0.5))
        marked = not view.hold_mark.isHidden()
        assert marked is bool(scene.sign(view.moment)), one.name
        assert not (marked and scene.arrows(view.moment)), one.name


def test_with_reduced_motion_what_comes_stands_in_two_pictures_with_an_arrow(player):
    on = player(reduced_motion=True)
    on.page.ticker.do(lambda now: on.session.jump(now, SQUATS))
    on.run(1)
    coming = on.view.figure.view.grab().toImage()
    told = blue(on)
    on.run(1)
    later = on.view.figure.view.grab().toImage()

    on.page.ticker.do(on.session.skip)
    on.run(1)

    assert told
    assert later == coming
    assert on.view.figure.view.grab().toImage() != coming


def test_with_reduced_motion_an_exercise_opens_with_two_pictures_until_a_step_is_asked_for(qtbot):
    shown = Shown(qtbot)
    figure = shown.show("squat", reduced_motion=True).figure.figure
    both = figure.grab().toImage()

    shown.press(Qt.Key.Key_Right)
    stepped = figure.grab().toImage()
    shown.show("squat")

    assert both not in (stepped, figure.grab().toImage())


def test_reduced_motion_shows_two_stills_and_changes_only_with_the_phase(player):
    on = player(reduced_motion=True)
    on.to_work(10)
    seen = []

    for _ in range(70):
        on.run(0.1, step=0.1)
        seen.append((on.playing.phase_index, on.view.figure.pose.moment))

    assert len({phase for phase, _ in seen}) == 4
    assert len(set(seen)) == 4
