"""What is spoken or silenced, as it is written: large, for long enough, and over nothing that is needed."""

from functools import cache, partial

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.speech_words import PRAISES
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.exchange.movements import Movements
from kneecoach.figure.drawing import Scene
from kneecoach.figure.movement import Moment
from kneecoach.figure.palette import Ink
from kneecoach.ui.pages.player_layout import near_parts, raised, strip_height
from tests.figure.seen import TALL, in_frame, points
from tests.ui.pages.playing import Playing, shown_children
from tests.ui.pages.test_player_distance import SIZES, routine
from tests.ui.pages.test_player_geometry import to_state

Key = Qt.Key
pytestmark = pytest.mark.usefixtures("unmeasured")


@pytest.fixture
def player(qtbot):
    return partial(Playing, qtbot, distance=True, movements=Movements().find)


@pytest.mark.parametrize("far", [True, False])
def test_what_is_said_is_written_for_as_long_as_it_takes_to_read(player, far):
    on = player(timeline=routine(), distance=far)
    on.to_work(0)
    on.run(1)

    on.page.show_said("Half-way.")
    on.run(0.25)
    caption = on.view.caption
    written, letters = caption.text(), caption.heightForWidth(10_000)
    on.run(4)

    assert written == "Half-way."
    assert letters >= (0.06 if far else 0.045) * on.view.height()
    assert not caption.isVisible()


def test_what_can_be_read_already_is_not_written_twice(player):
    on = player(timeline=routine())
    on.to_work(10)
    on.run(1)

    on.page.show_said("Front lunge, left side. Set one of two.")
    on.run(0.25)

    assert not on.view.caption.isVisible()


def test_of_what_is_said_only_what_cannot_be_read_already_is_written(player):
    timeline = plan(load_routines()["flexibility-day"], load_exercises())
    calf = next(planned.index for planned in timeline.sets if planned.exercise.id == "calf_stretch")
    on = player(timeline=timeline, distance=False)
    on.to_work(calf)
    on.run(20.5)

    assert on.view.work._cue.text().startswith("Bend the back knee a little.")
    assert on.view.caption.text() == "Half-way."


@pytest.mark.parametrize("far", [True, False])
@pytest.mark.parametrize("size", SIZES)
def test_what_is_said_lies_over_no_figure_or_word_of_the_stage(player, size, far):
    on = player(timeline=routine(), distance=far, size=size)
    on.to_work(0)
    on.run(8)
    places = [part.geometry() for part in shown_children(on.view.work)]

    on.page.show_said("Well done so far. The last set comes next.")
    on.run(0.25)

    caption = on.view.caption
    assert caption.isVisible()
    assert not caption.toolTip()
    assert [part.geometry() for part in shown_children(on.view.work)] == places
    digits = on.view.work.digits
    assert not caption.geometry().intersects(digits.geometry().translated(on.view.work.pos()))


LONGEST = max(PRAISES, key=len)
MOMENTS = (0.0, 0.35, 0.7, 1.0)
FLOOR = {Ink.HORIZON, Ink.MAT, Ink.MAT_S, Ink.MAT_T}


@pytest.mark.parametrize("far", [True, False])
@pytest.mark.parametrize("grow", [1.0, 1.35])
@pytest.mark.parametrize("state", ["timed", "reps", "rest"])
def test_what_is_said_is_whole_and_stands_below_the_figure(player, far, grow, state):
    on = player(timeline=routine(grow=grow), distance=far)
    to_state(on, state)

    on.page.show_said(LONGEST + " mnopq rstuv mnopq rstuv"[: round(len(LONGEST) * (grow - 1))])
    on.run(0.25)

    for size in SIZES:
        on.page.resize(*size)
        caption, figure = on.view.caption, on.view.figure
        assert caption.isVisible(), size
        assert not caption.grab().isNull(), size
        assert not caption.toolTip(), size
        if figure.isVisible():
            lowest = lowest_of(figure.pose.movement, figure.view.width(), figure.view.height())
            assert figure.y() + figure.view.y() + lowest <= caption.y(), size
            assert figure.geometry().contains(caption.geometry()) or caption.y() > figure.geometry().bottom(), size


@pytest.mark.parametrize("exercise", load_exercises())
def test_no_coach_and_nothing_they_use_reaches_down_to_what_is_said(exercise):
    movement = Movements().find(exercise)
    for size in SIZES:
        box = near_parts(*size, round(0.14 * size[1]), wide_figure=True).figure
        strip = strip_height(size[1])

        lowest = lowest_of(movement, box.width() - 4, box.height() - 4 - raised(strip))

        assert 2 + lowest <= box.height() - strip, size


@pytest.mark.parametrize("exercise", ["walking_lunge", "glute_bridge", "adductor_roll"])
def test_how_low_a_coach_reaches_can_be_told_from_the_picture_of_another_size(exercise):
    movement = Movements().find(exercise)
    scene = Scene.of(movement, 360, 320)
    floor = floor_of(movement)

    drawings = [scene.drawing(moment) for moment in over_the_loop(movement)]
    drawn = max(lowest(drawing.shapes[drawing.still :], floor) for drawing in drawings)

    assert lowest_of(movement, 360, 320) == pytest.approx(drawn, abs=1.5)


def lowest_of(movement, width, height):
    """The lowest pixel row of the coach and the things in use over the whole loop, the floor left out.

    There is no perspective: a coach in a frame of another size only grows and shifts. Arrows find places of their own.
    """
    here, low = coach_once(movement.exercise)
    scene = in_frame(movement.exercise, movement.main_view, (width, height))
    there = scene.projection
    arrows = [shape for moment in over_the_loop(movement) for shape in scene.pointers(moment) + scene.sign(moment)]
    return max(there.y + (low - here.y) * there.scale / here.scale, lowest(arrows, frozenset()))


@cache
def coach_once(exercise):
    movement = Movements().find(exercise)
    scene = in_frame(exercise, movement.main_view, TALL)
    floor = floor_of(movement)
    drawings = [scene.drawing(moment, arrows=False) for moment in over_the_loop(movement)]
    return scene.projection, max(lowest(drawing.shapes[drawing.still :], floor) for drawing in drawings)


def floor_of(movement):
    return FLOOR | ({Ink.BOX_S} if movement.marks is not None else set())


def over_the_loop(movement):
    return [Moment(phase, share) for phase in range(len(movement.phases)) for share in MOMENTS]


def lowest(shapes, floor):
    return max((y for shape in shapes if shape.ink not in floor for _, y in points([shape])), default=0.0)


def test_what_was_said_goes_when_something_else_begins(player):
    on = player(timeline=routine())
    on.to_work(0)
    on.run(1)
    on.page.show_said("Last one.")
    on.run(0.25)

    on.press(Key.Key_Return)
    on.run(0.25)

    assert on.view.caption.text() != "Last one."


@pytest.mark.parametrize(("key", "said"), [(Key.Key_M, "Sound off"), (Key.Key_V, "Voice off")])
def test_what_was_silenced_is_written_large_from_afar(player, key, said):
    on = player(timeline=routine(), distance=True)
    on.to_work(0)
    on.run(10)

    on.press(key)
    on.run(1)
    told, letters = on.view.caption.text(), on.view.caption.heightForWidth(10_000)
    seen = on.view.caption.isVisible()
    on.press(key)
    on.run(1)

    assert (told, seen) == (said, True)
    assert letters >= 0.06 * on.view.height()
    assert on.view.caption.text() != said
