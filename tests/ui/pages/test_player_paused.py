"""The player standing still: what it is headed with, what may cover it, and keys that do what they say."""

from functools import cache, partial

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.exchange.movements import Movements
from kneecoach.ui.pages.player_words import place
from tests.builders import timed
from tests.ui.pages.playing import Playing
from tests.ui.pages.test_player_geometry import to_state

Key = Qt.Key
SIZES = [(1024, 640), (1280, 800), (1920, 1080)]


@pytest.fixture
def player(qtbot):
    return partial(Playing, qtbot, movements=Movements().find)


@cache
def routine():
    return plan(load_routines()["warm-up"], load_exercises())


def test_paused_the_bars_cover_neither_headline_nor_ways_on(player):
    on = player(timeline=routine(), distance=True)
    to_state(on, "paused")
    on.page._reveal()

    for size in SIZES:
        on.page.resize(*size)
        view = on.view
        assert view.controls.isVisible(), size
        assert view.header.geometry().bottom() < view.paused.y(), size
        assert view.paused.geometry().bottom() < view.controls.y(), size


def test_paused_no_key_and_no_button_promises_what_it_does_not_do(player):
    on = player(timed(30), distance=True)
    on.to_work()
    on.press(Key.Key_Space)
    far = on.view.paused.end._key, on.view.controls.distance.text()

    on.press(Key.Key_Escape)

    assert far == ("", "Read from near")
    assert on.playing.paused is not None
    assert (on.view.paused.end._key, on.view.controls.distance.text()) == ("Esc", "Read from afar")


def test_paused_every_shipped_exercise_shows_its_side(player):
    on = player(timed(30), distance=True)
    on.to_work()
    on.press(Key.Key_Space)
    title = on.view.paused._place_name
    names = {place(planned) for known in load_routines().values() for planned in plan(known, load_exercises()).sets}

    for size in SIZES:
        on.page.resize(*size)
        for name in names:
            title.set_text(name)
            on.view.paused._place()
            assert " ".join(title._lines(title._font(), title.width())) == name, size
            assert on.view.paused.digits.height() >= 0.2 * size[1], (size, name)


def test_paused_in_a_change_of_side_the_figure_is_on_the_side_that_the_heading_names(player):
    on = player(timeline=routine())
    on.to_work(2)
    on.run(25.5)
    leaving = on.view.figure.pose

    on.press(Key.Key_Space)

    assert on.view.paused._place_name.text().endswith("right")
    assert on.view.figure.pose.mirrored is not leaving.mirrored
