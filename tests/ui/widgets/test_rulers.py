"""Everything ruled: routine, time, tempo, sets, digits and needles."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from kneecoach.domain.exercise import Side
from kneecoach.ui.tokens import DARK, LIGHT, set_tokens
from kneecoach.ui.widgets.big_number import BigNumber
from kneecoach.ui.widgets.needle_scale import NeedleScale, NeedleSlider
from kneecoach.ui.widgets.routine_ruler import TODAY, Box, Group, RoutineRuler, State, box_rects, player_sizes
from kneecoach.ui.widgets.set_pips import SetPips
from kneecoach.ui.widgets.side_boxes import SideBoxes
from kneecoach.ui.widgets.tempo_bar import TempoBar, phase_rects
from kneecoach.ui.widgets.time_ruler import TimeRuler, ticks
from tests.ui.widgets.screen import centre_pixel, colours, pixel, show


def a_routine(*states):
    boxes = tuple(Box(60, state, fraction) for state, fraction in states)
    return [Group("Foam roll, inner thigh", boxes, "60 s each side"), Group("Front lunge", (Box(30), Box(30)))]


@pytest.fixture
def ruler(qtbot):
    return show(qtbot, RoutineRuler(clickable=True), 600, 80)


def test_a_longer_set_has_a_wider_box():
    groups = [Group("Roll", (Box(60), Box(30))), Group("Lunge", (Box(90),))]

    (roll, short), (lunge,) = box_rects(groups, 640, TODAY)

    assert roll.width() == pytest.approx(2 * short.width(), abs=2)
    assert lunge.left() - short.right() == pytest.approx(TODAY.gap, abs=2)
    assert lunge.right() == 639


def test_a_routine_of_many_sets_still_shows_every_box():
    groups = [Group("Roll", tuple(Box(5) for _ in range(40)))]

    assert min(rect.width() for rect in box_rects(groups, 200, TODAY)[0]) >= 2


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_each_box_shows_what_became_of_it(ruler, tokens):
    set_tokens(ruler, tokens)
    ruler.set_groups(a_routine((State.DONE, 1.0), (State.NOW, 0.5), (State.PARTIAL, 0.5), (State.SKIPPED, 0.0)))
    done, now, partial, skipped, to_do, _ = ruler.boxes()

    assert centre_pixel(ruler, done) == tokens.ink.name()
    assert pixel(ruler, now.left() + 5, now.center().y()) == tokens.accent.name()
    assert pixel(ruler, partial.left() + 5, partial.center().y()) == tokens.ink.name()
    assert pixel(ruler, partial.right() - 5, partial.center().y()) != tokens.ink.name()
    assert centre_pixel(ruler, skipped) == tokens.line2.name()
    assert centre_pixel(ruler, to_do) not in {tokens.line2.name(), tokens.ink.name(), tokens.accent.name()}


def test_a_click_chooses_the_box_over_all_exercises(qtbot, ruler):
    chosen = []
    ruler.segment_chosen.connect(chosen.append)
    ruler.set_groups(a_routine((State.DONE, 1.0), (State.NOW, 0.5)))

    for index in (0, 3):
        qtbot.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=ruler.boxes()[index].center())

    assert chosen == [0, 3]


def test_the_ruler_of_today_is_only_looked_at(qtbot):
    ruler = show(qtbot, RoutineRuler(), 600, 80)
    ruler.set_groups(a_routine((State.TO_DO, 0.0)))
    chosen = []
    ruler.segment_chosen.connect(chosen.append)

    qtbot.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=ruler.boxes()[0].center())

    assert chosen == []


def test_a_screen_reader_hears_how_many_sets_are_done(ruler):
    ruler.set_groups(a_routine((State.DONE, 1.0), (State.NOW, 0.5)))

    assert ruler.accessibleName() == "1 of 4 sets done"
    assert "Front lunge" in ruler.accessibleDescription()


def test_a_longer_name_makes_the_ruler_of_today_taller(qtbot):
    ruler = RoutineRuler()
    qtbot.addWidget(ruler)
    ruler.set_groups(a_routine((State.TO_DO, 0.0)))

    assert ruler.heightForWidth(200) > ruler.heightForWidth(600)


def test_the_ruler_of_the_player_follows_the_window():
    assert player_sizes(1_920, 1_080).bar > player_sizes(1_024, 640).bar
    assert player_sizes(1_024, 640).text >= 13


def test_the_time_ruler_has_a_tick_per_second_and_a_tall_one_every_ten():
    marks = ticks(60)

    assert len(marks) == 61
    assert [second for second, tall in marks if tall] == [0, 10, 20, 30, 40, 50, 60]


@pytest.mark.parametrize("seconds", [1, 7, 25, 90, 300, 1_200, 1_800, 7_200])
def test_ticks_never_crowd_and_end_at_the_end(seconds):
    marks = ticks(seconds)

    assert len(marks) <= 80
    assert marks[-1] == (seconds, True)


@pytest.mark.parametrize("fraction", [0.25, 0.5, 0.75])
def test_the_needle_stands_at_the_time_that_is_over(qtbot, light, fraction):
    ruler = show(qtbot, TimeRuler(), 801, 40)
    ruler.set_time(60, fraction)

    assert pixel(ruler, 1 + 798 * fraction, 2) == light.accent.name()
    assert pixel(ruler, 1 + 798 * fraction - 20, 39) == light.accent.name()
    assert pixel(ruler, 1 + 798 * fraction + 20, 2) != light.accent.name()


def test_the_time_ruler_keeps_between_start_and_end(qtbot):
    ruler = TimeRuler()
    qtbot.addWidget(ruler)

    ruler.set_time(60, 1.7)

    assert ruler.fraction() == 1.0
    assert ruler.accessibleName() == "0 of 60 seconds left"


def test_a_paused_needle_is_grey(qtbot, light):
    ruler = show(qtbot, TimeRuler(), 801, 40)
    ruler.set_time(60, 0.5)

    ruler.set_dimmed(True)

    assert light.accent.name() not in colours(ruler)


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


@pytest.mark.parametrize("value", [0, 3, 10])
def test_the_needle_stands_at_the_pain(qtbot, light, value):
    scale = show(qtbot, NeedleScale())
    scale.set_value(value)
    at = NeedleScale.MARGIN + (scale.width() - 2 * NeedleScale.MARGIN) * value / 10

    assert pixel(scale, at, 10) == light.accent.name()
    assert scale.accessibleName().startswith(f"Pain scale: {value} of 10")


def test_a_pain_that_was_not_given_has_no_needle(qtbot, light):
    scale = show(qtbot, NeedleScale())

    assert light.accent.name() not in colours(scale)
    assert scale.accessibleName() == "Pain scale: not given"


def test_the_volume_follows_click_and_keys(qtbot):
    slider = show(qtbot, NeedleSlider("Volume", value=7))
    values = []
    slider.changed.connect(values.append)

    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(41, 15))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home):
        qtbot.keyClick(slider, key)

    assert values == [2, 3, 2, 10, 0]
    assert slider.accessibleName() == "Volume: 0 of 10"


def test_the_volume_is_drawn_up_to_its_needle(qtbot, light):
    slider = show(qtbot, NeedleSlider("Volume", value=5))

    assert pixel(slider, 50, 24) == light.accent.name()
    assert pixel(slider, 140, 24) == light.line2.name()


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


def test_the_tool_tip_of_a_box_names_it(ruler, monkeypatch):
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: shown.append(text))
    ruler.set_groups([Group("Foam roll", (Box(60, State.DONE, 1.0, "Foam roll, left, set 1"),))])
    at = ruler.boxes()[0].center()

    QApplication.sendEvent(ruler, QHelpEvent(QEvent.Type.ToolTip, at, ruler.mapToGlobal(at)))

    assert shown == ["Foam roll, left, set 1, done"]


def test_the_names_of_the_player_stay_on_one_line(qtbot, light):
    ruler = RoutineRuler(sizes=player_sizes(1_024, 640))
    qtbot.addWidget(ruler)
    ruler.set_groups(a_routine((State.NOW, 0.5)))
    wide = ruler.heightForWidth(900)

    ruler.set_sizes(player_sizes(1_920, 1_080))

    assert ruler.heightForWidth(200) > wide
    assert light.ink.name() in colours(show(qtbot, ruler, 900, 40))


def test_the_volume_follows_a_drag(qtbot):
    slider = show(qtbot, NeedleSlider("Volume"))

    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(5, 15))
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(95, 15),
        slider.mapToGlobal(QPointF(95, 15)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(slider, move)

    assert slider.value() == 5
