"""What is spoken or silenced, as it is written: large, for long enough, and over nothing that is needed."""

from functools import partial

import pytest
from PySide6.QtCore import Qt

from kneecoach.exchange.movements import Movements
from tests.ui.pages.playing import Playing, shown_children
from tests.ui.pages.test_player_distance import SIZES, routine

Key = Qt.Key


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
