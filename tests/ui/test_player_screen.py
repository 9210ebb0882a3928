"""The second screen: what happens as screens come and go; two real ones are in `test_two_screens`."""

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kneecoach.ui import player_screen
from kneecoach.ui.player_screen import PlayerScreen, screen_named
from tests.builders import timed
from tests.ui.pages.playing import Playing


class Plugged:
    """A screen, as far as anyone looks at it here."""

    def __init__(self, name):
        self._name = name

    def name(self):
        return self._name


LAPTOP, TELEVISION, BEAMER = Plugged("eDP-1"), Plugged("HDMI-1"), Plugged("DP-2")


class Desk:
    """Which screens there are, and where the window was put."""

    def __init__(self, monkeypatch, *screens):
        self.screens = list(screens)
        self.moves = []
        monkeypatch.setattr(player_screen, "screens", lambda: self.screens)
        monkeypatch.setattr(player_screen, "move_to", self.move)

    def move(self, window, screen):
        self.moves.append(screen.name())
        window.on = screen


class Somewhere(QWidget):
    """A window on a screen of our choice."""

    flow_left = Signal(QWidget)

    def __init__(self, on):
        super().__init__()
        self.on = on

    def screen(self):
        return self.on


class Page(QWidget):
    screen_requested = Signal()

    def __init__(self):
        super().__init__()
        self.offered = None

    def offer_screen(self, *, offered):
        self.offered = offered


@pytest.fixture
def desk(qtbot, monkeypatch):
    def make(*screens, last="", on=LAPTOP):
        made = Desk(monkeypatch, *screens)
        made.window, made.page = Somewhere(on), Page()
        qtbot.addWidget(made.window)
        qtbot.addWidget(made.page)
        made.kept = []
        made.player = PlayerScreen(made.window, made.page, last)
        made.player.left_on.connect(made.kept.append)
        return made

    return make


def test_it_stays_where_it_is_when_that_screen_is_not_there(desk):
    assert desk(LAPTOP, last="HDMI-1").moves == []


def test_the_key_moves_it_to_the_next_screen_and_that_is_remembered(desk):
    on = desk(LAPTOP, TELEVISION, BEAMER)

    on.page.screen_requested.emit()
    on.page.screen_requested.emit()
    on.page.screen_requested.emit()

    assert on.kept == ["HDMI-1", "DP-2", "eDP-1"]
    assert on.page.offered


def test_with_one_screen_the_key_does_nothing_and_is_not_offered(desk):
    on = desk(LAPTOP)

    on.page.screen_requested.emit()

    assert (on.moves, on.kept, on.page.offered) == ([], [], False)


def test_a_screen_that_was_unplugged_meanwhile_is_not_gone_back_to(desk):
    on = desk(LAPTOP, TELEVISION, last="HDMI-1")
    on.screens = [TELEVISION]

    on.window.flow_left.emit(on.page)

    assert on.moves == ["HDMI-1"]


def test_a_screen_is_found_by_its_name(qapp):
    there = qapp.primaryScreen()

    assert screen_named(there.name()) in {there, None}
    assert screen_named("") is None
    assert screen_named("no such screen") is None


def test_the_key_is_ctrl_shift_m(qtbot):
    on = Playing(qtbot, timed(30))
    asked = []
    on.page.screen_requested.connect(lambda: asked.append(1))

    on.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    assert asked == [1]
    assert not on.sounds.muted


def test_the_button_is_there_only_with_a_second_screen(qtbot):
    on = Playing(qtbot, timed(30))
    on.press(Qt.Key.Key_Space)
    alone = on.view.controls.other_screen.isVisible()

    on.page.offer_screen(offered=True)

    assert not alone
    assert on.view.controls.other_screen.isVisible()
