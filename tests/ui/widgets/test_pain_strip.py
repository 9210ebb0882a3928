"""The pain strip: clicks, digits, arrows and pixels."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from kneecoach.ui.tokens import DARK, LIGHT, set_tokens, tokens_of
from kneecoach.ui.widgets.pain_strip import PainStrip, cell_rects
from tests.ui.widgets.screen import pixel, show


class Hand:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Hand()


@pytest.fixture
def strip(qtbot, clock):
    return show(qtbot, PainStrip(clock=clock), 674)


def heard(strip):
    values = []
    strip.changed.connect(values.append)
    return values


def test_nothing_is_chosen_before_the_person_chooses(strip):
    assert strip.value() is None
    assert strip.accessibleName() == "Pain: not given"


@pytest.mark.parametrize("value", range(11))
def test_a_click_on_a_cell_gives_its_pain(qtbot, strip, value):
    values = heard(strip)

    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.cells()[value].center())

    assert values == [value]
    assert strip.accessibleName().startswith(f"Pain: {value} of 10")


@pytest.mark.parametrize("value", range(10))
def test_a_digit_gives_its_pain(qtbot, strip, value):
    qtbot.keyClick(strip, str(value))

    assert strip.value() == value


def test_one_and_zero_in_quick_succession_is_ten(qtbot, strip, clock):
    values = heard(strip)

    qtbot.keyClick(strip, "1")
    clock.now = 0.6
    qtbot.keyClick(strip, "0")

    assert values == [1, 10]


def test_one_and_a_late_zero_is_no_pain(qtbot, strip, clock):
    qtbot.keyClick(strip, "1")
    clock.now = 0.61
    qtbot.keyClick(strip, "0")

    assert strip.value() == 0


def test_zero_after_another_digit_is_no_pain(qtbot, strip):
    for key in "120":
        qtbot.keyClick(strip, key)

    assert strip.value() == 0


def test_arrows_start_at_the_pain_of_last_time_and_stop_at_the_ends(qtbot, strip):
    strip.set_last(9)

    seen = []
    for _ in range(4):
        qtbot.keyClick(strip, Qt.Key.Key_Right)
        seen.append(strip.value())

    assert seen == [9, 10, 10, 10]


def test_home_and_end_go_to_none_and_worst(qtbot, strip):
    qtbot.keyClick(strip, Qt.Key.Key_End)
    assert strip.value() == 10

    qtbot.keyClick(strip, Qt.Key.Key_Home)
    assert strip.value() == 0


def test_setting_a_value_is_silent_and_clamped(strip):
    values = heard(strip)

    strip.set_value(99)

    assert strip.value() == 10
    assert values == []


def test_choosing_the_same_pain_again_says_nothing(qtbot, strip):
    strip.set_value(4)
    values = heard(strip)

    qtbot.keyClick(strip, "4")

    assert values == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_chosen_cell_is_filled_with_its_colour_and_the_others_only_underlined(strip, tokens):
    set_tokens(strip, tokens)
    strip.set_value(6)
    chosen, other = strip.cells()[6], strip.cells()[2]

    assert pixel(strip, chosen.left() + 6, chosen.top() + 8) == tokens.pain_fill(6).name()
    assert pixel(strip, other.left() + 6, other.top() + 8) == tokens.surface.name()
    assert pixel(strip, other.center().x(), other.bottom() - 3) == tokens.pain_fill(2).name()


def test_a_grey_mark_stands_over_the_pain_of_last_time(strip, light):
    strip.set_last(3)
    strip.set_value(5)

    assert pixel(strip, strip.cells()[3].center().x(), 3) == light.line2.name()
    assert pixel(strip, strip.cells()[5].center().x(), 3) == light.ink.name()
    assert pixel(strip, strip.cells()[4].center().x(), 3) not in {light.line2.name(), light.ink.name()}


@pytest.mark.parametrize("width", [310, 402, 674, 675, 1_001])
def test_the_cells_share_the_width_to_the_pixel(width):
    cells = cell_rects(width, 12, 76)

    assert cells[0].left() == 1
    assert cells[-1].right() == width - 2
    assert all(one.right() + 1 == other.left() for one, other in pairwise(cells))


def test_the_strip_stays_usable_in_a_narrow_column(qtbot):
    strip = show(qtbot, PainStrip(cell_px=44), PainStrip(cell_px=44).minimumSizeHint().width())

    assert min(cell.width() for cell in strip.cells()) >= 27


@pytest.mark.parametrize(("width", "line"), [(352, False), (760, True)])
def test_the_word_for_no_pain_never_touches_the_line_after_it(qtbot, width, line):
    strip = PainStrip(cell_px=60)
    qtbot.addWidget(strip)
    strip.resize(width, strip.sizeHint().height())

    picture = strip.grab().toImage()

    x, y = strip.cells()[1].left(), strip.height() - 1
    assert (picture.pixelColor(x, y) == tokens_of(strip).line2) is line
