"""The player as it is read from three metres: large words, a flash on every change, buttons only for the mouse."""

from functools import cache, partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.exchange.movements import Movements
from kneecoach.ui.pages.player_flash import Flash, Flashes
from kneecoach.ui.pages.player_states import View
from kneecoach.ui.theme import LIGHT
from tests.builders import timed
from tests.fakes import SilentSounds
from tests.ui.pages.playing import Playing, long_worded, shown_children
from tests.ui.pages.test_player_geometry import STATES, ink_rows, stage_of, to_state

Key = Qt.Key
SIZES = [(1024, 640), (1280, 800), (1920, 1080), (1024, 768)]
READABLE = 0.06


@pytest.fixture
def player(qtbot):
    return partial(Playing, qtbot, distance=True, movements=Movements().find)


@cache
def routine(known_as="warm-up", grow=1.0):
    return long_worded(plan(load_routines()[known_as], load_exercises()), share=grow)


def move_mouse(on, x=300.0, y=300.0):
    at = QPointF(x, y)
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, at, on.page.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(on.view.work, moved)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("grow", [1.0, 1.35])
def test_digits_are_larger_than_a_quarter_of_the_height_and_nothing_overlaps_or_leaves_its_stage(player, state, grow):
    on = player(timeline=routine(grow=grow))
    to_state(on, state)
    colour = LIGHT.ink3 if state == "paused" else QColor("#FFFFFF") if state == "rest" else LIGHT.ink

    for size in SIZES:
        on.page.resize(*size)
        assert ink_rows(stage_of(on).digits, colour) >= 0.25 * size[1], size
        assert outside(on) == [], size
        assert overlapping(on) == [], size


def test_in_another_size_all_stands_as_in_a_window_that_was_opened_so(player):
    on, opened = (player(timeline=routine(), size=size) for size in (SIZES[2], SIZES[0]))

    on.page.resize(*SIZES[0])

    places = [
        [part.geometry() for part in shown_children(page.view) + shown_children(page.view.work)]
        for page in (on, opened)
    ]
    assert places[0] == places[1]


@pytest.mark.parametrize("state", ["ready", "timed", "reps", "rest", "side"])
def test_name_side_set_and_cue_can_be_read_from_three_metres(player, state):
    on = player(timeline=routine())
    to_state(on, state)

    for size in SIZES:
        on.page.resize(*size)
        stage = on.view.rest if state == "rest" else on.view.work
        words = [part for part in shown_children(stage) if hasattr(part, "_size_px") and part.text()]
        small = [(part.text(), part._size_px) for part in words if part._size_px < READABLE * size[1]]

        assert len(words) >= 4, size
        assert small == [], size
        if state != "rest":
            assert QFontMetricsF(on.view.work._sides._font()).height() >= READABLE * size[1], size


def parts_of(on) -> list[tuple[QWidget, QRect]]:
    stage = stage_of(on)
    parts = [(part, seen(part)) for part in shown_children(stage)]
    if on.view.figure.isVisible() and on.view.figure.parent() is on.view:
        parts.append((on.view.figure, on.view.figure.geometry().translated(-stage.pos())))
    return parts


def outside(on) -> list[QWidget]:
    room = stage_of(on).rect().adjusted(-2, -2, 2, 2)
    return [part for part, at in parts_of(on) if not room.contains(at)]


def overlapping(on) -> list[tuple[QWidget, QWidget]]:
    parts = parts_of(on)
    return [(one, two) for n, (one, a) in enumerate(parts) for two, b in parts[n + 1 :] if a.intersects(b)]


def seen(part) -> QRect:
    # Lines of text carry empty room above and below their letters
    room = round(0.22 * part.height())
    return part.geometry().adjusted(1, room, -1, -room)


@pytest.mark.parametrize("state", ["ready", "timed", "reps", "rest", "side"])
def test_the_figure_stays_beside_the_words_on_a_wide_screen(player, state):
    on = player(timeline=routine())
    to_state(on, state)

    for size in [(1024, 640), (1280, 800), (1920, 1080)]:
        on.page.resize(*size)
        figure = on.view.figure

        assert figure.isVisible(), size
        assert figure.width() >= 0.18 * size[1], size
        assert on.view.rect().contains(figure.geometry()), size


def test_header_and_buttons_come_with_the_mouse_and_go_again(player):
    on = player(timed(30))
    on.to_work()
    on.run(1)
    hidden = (on.view.controls.isVisible(), on.view.header.isVisible(), on.view.cursor().shape())

    move_mouse(on)
    shown = (on.view.controls.isVisible(), on.view.header.isVisible(), on.view.cursor().shape())
    on.run(2.5)
    still = on.view.controls.isVisible()
    on.run(1)

    assert hidden == (False, False, Qt.CursorShape.BlankCursor)
    assert shown == (True, True, Qt.CursorShape.ArrowCursor)
    assert still
    assert not on.view.controls.isVisible()


def test_the_keyboard_finds_the_buttons_too(player):
    on = player(timed(30))
    on.to_work()
    on.run(1)

    on.press(Key.Key_Tab)

    assert on.view.controls.isVisible()
    assert on.view.controls.isAncestorOf(on.page.focusWidget())


@pytest.mark.parametrize("key", [Key.Key_F11, Key.Key_Escape])
def test_two_keys_lead_back_without_pausing(player, key):
    on = player(timed(30))
    on.to_work()
    told = []
    on.page.distance_changed.connect(told.append)

    on.press(key)

    assert told == [False]
    assert not on.view.far
    assert on.playing.paused is None
    assert on.view.header.isVisible()


def test_f11_and_the_button_of_a_pause_lead_to_it(player):
    on = player(timed(30), distance=False)
    on.to_work()
    told = []
    on.page.distance_changed.connect(told.append)

    on.press(Key.Key_F11)
    on.press(Key.Key_F11)
    on.press(Key.Key_Space)
    on.view.controls.distance.click()

    assert told == [True, False, True]
    assert on.view.far


def test_near_again_everything_stands_where_it_stood(player):
    on = player(timeline=routine(), distance=False)
    on.to_work(0)
    on.run(5)
    before = {part: part.geometry() for part in shown_children(on.view) + shown_children(on.view.work)}

    on.press(Key.Key_F11)
    on.run(0.25)
    on.press(Key.Key_F11)
    on.run(0.25)

    assert before == {part: part.geometry() for part in shown_children(on.view) + shown_children(on.view.work)}


def test_it_hurts_is_asked_as_large_as_ever_with_the_buttons_at_hand(player):
    on = player(timed(30))
    on.to_work()

    on.press(Key.Key_P)

    assert on.view.view is View.HURTS
    assert on.view.hurts.isVisible()
    assert on.view.header.isVisible()
    assert not on.view.figure.isVisible()


def test_work_and_every_pause_begin_with_a_flash_of_the_whole_window(player):
    on = player(timed(20, sets=2))
    flashes = []
    for _ in range(1400):
        on.run(0.1, step=0.1)
        if on.view.flash is Flash.CHANGE and (not flashes or flashes[-1] != (on.session.position, on.playing.working)):
            flashes.append((on.session.position, on.playing.working))

    assert flashes == [(index, working) for index in range(4) for working in (False, True)]


def test_the_flash_is_seen_and_goes(player, light):
    on = player(timed(20), distance=False)
    on.to_work()
    lit = on.colour_at(500, 105), on.colour_at(3, 400)
    on.run(0.25)

    assert lit == (light.rest, light.accent)
    assert on.colour_at(500, 105) == light.surface
    assert on.colour_at(3, 400) == light.surface


def test_a_notice_takes_the_colour_of_the_flash_and_gives_it_back(player, light):
    on = player(timed(20, sets=2), sounds=SilentSounds(available=False))
    ground = []
    for index in range(2):
        on.to_work(index)
        corner = on.view.caption.geometry().topRight()
        ground.append(on.colour_at(corner.x() - 1, corner.y() + 1))
        on.run(0.5)
        ground.append(on.colour_at(corner.x() - 1, corner.y() + 1))

    assert "No sound device" in on.view.caption.text()
    assert ground == [light.rest, light.surface] * 2


def test_three_two_one_light_up_the_edge(player, light):
    on = player(timed(20))
    on.to_work()
    on.run(17)

    on.run(0.1, step=0.1)

    assert on.view.flash is Flash.COUNT
    assert on.colour_at(3, 400) == light.accent
    assert on.colour_at(20, 25) == light.surface


def test_with_reduced_motion_nothing_flashes(player):
    on = player(timed(20, sets=2), reduced_motion=True)
    lit = set()
    for _ in range(600):
        on.run(0.1, step=0.1)
        lit.add(on.view.flash)

    assert lit == {None}


def test_however_fast_things_change_there_are_no_more_than_three_flashes_a_second(player):
    on = player(timed(20, sets=5))
    flashes = Flashes(on=True)
    began = []
    on.page.ticker.happened.connect(lambda events: flashes.see(events, on.page.ticker.seconds))

    lit = False
    for _ in range(150):
        on.clock.pass_by(0.02)
        on.page.ticker.do(on.session.skip if on.session.position < 9 else on.session.restart_set)
        now = flashes.at(on.page.ticker.seconds) is not None
        if now and not lit:
            began.append(on.page.ticker.seconds)
        lit = now

    assert len(began) >= 2
    assert min(later - earlier for earlier, later in pairwise(began)) >= 1 / 3
