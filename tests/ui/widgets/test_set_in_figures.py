"""A set in figures: its digits, its side, its tempo and its place among the sets."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from kneecoach.domain.exercise import Side
from kneecoach.ui.widgets.big_number import BigNumber
from kneecoach.ui.widgets.set_pips import SetPips
from kneecoach.ui.widgets.side_boxes import SideBoxes
from kneecoach.ui.widgets.tempo_bar import TempoBar, phase_rects
from kneecoach.ui.widgets.time_ruler import TimeRuler
from tests.ui.widgets.screen import colours, pixel, show


def test_the_phases_of_a_repetition_are_as_wide_as_they_are_long():
    down, hold, up = phase_rects([3, 1, 2], 606, 40)

    assert (down.width(), hold.width(), up.width()) == (300, 100, 200)
    assert up.right() == 606


def test_only_the_running_phase_fills(qtbot, light):
    bar = show(qtbot, TempoBar(), 606, 82)
    bar.set_phases([("Down", 3), ("Hold", 1), ("Up", 2)])
    bar.set_now(0, 0.5)

    assert pixel(bar, 100, 20) == light.accent.name()
    assert pixel(bar, 200, 20) != light.accent.name()
    assert bar.accessibleDescription() == "Down"


def test_the_working_side_is_filled_and_the_other_stays(qtbot, light):
    boxes = show(qtbot, SideBoxes())

    boxes.set_side(Side.RIGHT)

    assert pixel(boxes, 8, 8) != light.ink.name()
    assert pixel(boxes, boxes.width() - 8, 8) == light.ink.name()
    assert boxes.accessibleName() == "Side: Right"


def test_both_sides_fill_both_boxes(qtbot, light):
    boxes = show(qtbot, SideBoxes())

    boxes.set_side(Side.BOTH)

    assert pixel(boxes, 8, 8) == pixel(boxes, boxes.width() - 8, 8) == light.ink.name()


def test_side_boxes_grow_with_their_words(qtbot):
    short, longer = SideBoxes(), SideBoxes("Linkes Bein", "Rechtes Bein")
    for boxes in (short, longer):
        qtbot.addWidget(boxes)

    assert longer.sizeHint().width() > short.sizeHint().width()


def test_sets_are_done_now_or_to_come(qtbot, light):
    pips = SetPips()
    pips.set_sets(2, 3, 0.5)
    show(qtbot, pips)
    width = (pips.width() - 12) // 3

    assert pixel(pips, width // 2, 7) == light.ink.name()
    assert pixel(pips, width + 6 + 8, 7) == light.accent.name()
    assert pixel(pips, 2 * width + 12 + width // 2, 7) not in {light.ink.name(), light.accent.name()}
    assert pips.accessibleName() == "Set 2 of 3"


@pytest.mark.parametrize("height", [640, 800, 1_080])
def test_the_seconds_fill_a_third_of_the_window(qtbot, light, height):
    number = BigNumber()
    number.set_text("88")
    number.set_window_height(height)
    show(qtbot, number)
    image = number.grab().toImage()

    inked = [
        y for y in range(image.height()) if any(image.pixelColor(x, y) == light.ink for x in range(0, image.width(), 4))
    ]

    assert (inked[-1] - inked[0]) / height == pytest.approx(0.33, abs=0.015)


@pytest.mark.parametrize("text", ["00", "11", "44", "88"])
def test_counting_digits_never_move_the_layout(qtbot, text):
    number = BigNumber()
    qtbot.addWidget(number)
    number.set_text("38")
    before = number.sizeHint()

    number.set_text(text)

    assert number.sizeHint() == before


def test_a_number_in_too_little_room_gets_smaller_instead_of_cut_off(qtbot, light):
    number = BigNumber()
    number.set_text("20:00")
    show(qtbot, number, 400, number.sizeHint().height())
    image = number.grab().toImage()

    last = {image.pixelColor(image.width() - 1, y).name() for y in range(image.height())}

    assert light.ink.name() not in last


def test_a_click_on_the_digits_is_heard(qtbot):
    number = show(qtbot, BigNumber())

    with qtbot.waitSignal(number.clicked, timeout=100):
        qtbot.mouseClick(number, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("kind", [BigNumber, SideBoxes, SetPips, TempoBar, TimeRuler])
def test_what_the_player_shows_follows_the_height_of_its_window(qtbot, kind):
    widget = kind()
    qtbot.addWidget(widget)
    before = widget.sizeHint().height()

    widget.set_window_height(1_080)

    assert widget.sizeHint().height() == pytest.approx(before * 1_080 / 800, abs=2)


def test_a_paused_tempo_is_grey(qtbot, light):
    bar = show(qtbot, TempoBar(), 606, 82)
    bar.set_phases([("Down", 3), ("Up", 2)])
    bar.set_now(0, 0.5)

    bar.set_dimmed(True)

    assert light.accent.name() not in colours(bar)


def test_a_short_phase_pushes_the_next_label_on_instead_of_writing_over_it(qtbot, light):
    bar = show(qtbot, TempoBar(), 300, 82)
    bar.set_phases([("Halten", 0.5), ("Hoch", 0.5), ("Langsam senken", 6)])
    bar.set_now(2, 0.1)
    image = bar.grab().toImage()

    inked = [x for x in range(300) if any(image.pixelColor(x, y) != light.window for y in range(48, 80))]

    assert inked[-1] < 300


STEP_UP = [("Step", 0.8), ("Hold", 0.3), ("Follow", 1.2), ("Back", 0.8), ("Pause", 0.3)]


@pytest.mark.parametrize("width", [420, 500, 606, 900])
def test_the_words_of_a_tempo_stand_clearly_apart(qtbot, width):
    bar = show(qtbot, TempoBar(), width, 82)
    bar.set_phases(STEP_UP)

    face, spots = bar.labels()
    digit = QFontMetrics(face).horizontalAdvance("0")

    assert [text for text, _ in spots] == ["Step 0.8", "Hold 0.3", "Follow 1.2", "Back 0.8", "Pause 0.3"]
    for (_, one), (_, other) in pairwise(spots):
        assert other.left() - one.right() >= 1.4 * digit
    assert spots[0][1].left() >= 0
    assert spots[-1][1].right() <= width + 2


def test_where_no_size_lets_all_stand_apart_the_running_one_stands_alone(qtbot):
    bar = show(qtbot, TempoBar(), 160, 82)
    bar.set_phases(STEP_UP)
    bar.set_now(2, 0.5)

    _, spots = bar.labels()

    assert [text for text, _ in spots if text] == ["Follow 1.2"]


def test_where_the_seconds_leave_no_room_the_words_stand_without_them(qtbot):
    bar = show(qtbot, TempoBar(), 360, 82)
    bar.set_phases([("Down", 2), ("Hold", 0.5), ("Up", 1.5)] * 2)

    _, spots = bar.labels()

    assert [text for text, _ in spots] == ["Down", "Hold", "Up"] * 2


def test_paused_digits_are_paler(qtbot, light):
    number = BigNumber()
    number.set_text("38")
    show(qtbot, number)

    number.set_dimmed(True)

    assert light.ink.name() not in colours(number)
    assert light.ink3.name() in colours(number)


def test_minutes_and_seconds_take_a_smaller_share(qtbot):
    number = BigNumber()
    qtbot.addWidget(number)
    number.set_text("12:30")

    number.set_share(0.39, -0.03)

    assert (number.size_px(), number.text()) == (312, "12:30")


def test_many_sets_get_smaller_boxes(qtbot):
    few, many = SetPips(), SetPips()
    for pips in (few, many):
        qtbot.addWidget(pips)
    few.set_sets(1, 6, 0.0)
    many.set_sets(1, 10, 0.0)

    assert many.sizeHint().width() < few.sizeHint().width() * 10 / 6
