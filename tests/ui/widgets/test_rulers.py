"""The two rulers: the whole routine, and the time of one set."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from kneecoach.ui.tokens import DARK, LIGHT, set_tokens
from kneecoach.ui.widgets.routine_ruler import TODAY, Box, Group, RoutineRuler, State, box_rects, player_sizes
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
