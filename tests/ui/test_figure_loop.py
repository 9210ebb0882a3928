"""The coach on a page without a session: it plays in its own tempo, slower, and step by step."""

import pytest

from kneecoach.figure.movement import Moment
from kneecoach.ui.figure_loop import FigureLoop
from kneecoach.ui.widgets.figure_view import FigureView
from tests.fakes import HandClock
from tests.figure.seen import movement

SQUAT = movement("squat")
FIRST = SQUAT.phases[0].seconds


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def view(qtbot):
    view = FigureView()
    qtbot.addWidget(view)
    view.resize(200, 240)
    view.set_movement(SQUAT)
    view.moments = []
    view.show_moment = view.moments.append
    view.show()
    return view


@pytest.fixture
def loop(view, clock):
    loop = FigureLoop(view, now=lambda: clock.now().monotonic)
    loop.phases = []
    loop.steps = []
    loop.phase_changed.connect(loop.phases.append)
    loop.stopped_at_step.connect(loop.steps.append)
    yield loop
    loop.pause()


def pass_time(loop, clock, seconds):
    for _ in range(round(seconds * 20)):
        clock.pass_by(0.05)
        loop.tick()


def test_it_plays_in_the_exercises_own_tempo(loop, clock, view):
    loop.start()
    pass_time(loop, clock, FIRST / 2)

    assert view.moments[0] == Moment(0, 0.0)
    assert view.moments[-1].phase == 0
    assert view.moments[-1].progress == pytest.approx(0.5, abs=0.05)


def test_it_tells_every_phase_and_begins_again(loop, clock):
    loop.start()
    pass_time(loop, clock, SQUAT.seconds + FIRST / 2)

    assert loop.phases == [*range(len(SQUAT.phases)), 0]


def test_at_half_speed_it_takes_twice_as_long(loop, clock):
    loop.set_speed(0.5)
    loop.start()
    pass_time(loop, clock, FIRST)

    assert loop.second == pytest.approx(FIRST / 2, abs=0.06)


def test_paused_it_stands_still(loop, clock):
    loop.start()
    pass_time(loop, clock, 1)
    loop.pause()
    second = loop.second
    clock.pass_by(5)
    loop.play()

    assert loop.second == second
    assert loop.playing


def test_step_by_step_it_stops_at_the_end_of_each_phase(loop, clock, view):
    loop.set_step_by_step(step_by_step=True)
    loop.start()
    pass_time(loop, clock, FIRST + 1)

    assert loop.steps == [0]
    assert not loop.playing
    assert view.moments[-1] == Moment(0, 1.0)
    loop.go_on()
    pass_time(loop, clock, 0.1)
    assert view.moments[-1].phase == 1


def test_step_by_step_goes_round_the_whole_loop(loop, clock):
    loop.set_step_by_step(step_by_step=True)
    loop.start()
    for _ in SQUAT.phases:
        pass_time(loop, clock, SQUAT.seconds)
        loop.go_on()

    assert loop.steps == list(range(len(SQUAT.phases)))
    assert loop.second == pytest.approx(0, abs=1e-6)


def test_no_time_passes_while_nobody_can_see_it(loop, clock, view):
    loop.start()
    view.hide()
    pass_time(loop, clock, 2)

    assert loop.second == 0
    view.show()
    pass_time(loop, clock, 0.5)
    assert loop.second == pytest.approx(0.5, abs=0.06)


def test_without_a_movement_there_is_nothing_to_play(loop, view):
    view.set_movement(None)

    loop.start()

    assert not loop.playing
    loop.tick()
    assert loop.second == 0
