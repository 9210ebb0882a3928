"""Buttons: faces, keys, sizes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from kneecoach.ui.fonts import TEXT, font
from kneecoach.ui.theme import Theme, apply_theme
from kneecoach.ui.tokens import DARK, LIGHT, set_tokens
from kneecoach.ui.widgets.buttons import (
    DangerButton,
    IconButton,
    InkButton,
    LinkButton,
    Measures,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
    Size,
)
from tests.ui.widgets.screen import colours, pixel, show

KINDS = [PrimaryButton, SecondaryButton, InkButton, DangerButton, QuietButton, LinkButton]


@pytest.mark.parametrize(
    ("kind", "face"),
    [(PrimaryButton, "accent"), (SecondaryButton, "surface"), (InkButton, "ink"), (DangerButton, "surface")],
)
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_button_has_the_face_of_its_kind(qtbot, kind, face, tokens):
    button = show(qtbot, kind("Start warm-up"))
    set_tokens(button, tokens)

    assert pixel(button, 6, button.height() // 2) == getattr(tokens, face).name()


def test_it_hurts_keeps_a_white_face_in_the_rest_phase(qtbot):
    button = show(qtbot, DangerButton("It hurts", icon="hand", key="P"))
    set_tokens(button, LIGHT.at_rest())

    assert pixel(button, 6, button.height() // 2) == "#ffffff"
    assert "#9c1740" in colours(button)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_enter_press_every_kind(qtbot, kind, key):
    button = show(qtbot, kind("Save"))

    with qtbot.waitSignal(button.clicked, timeout=100):
        qtbot.keyClick(button, key)


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_says_its_words_to_a_screen_reader(qtbot, kind):
    button = kind("Save and close")
    qtbot.addWidget(button)

    assert button.accessibleName() == "Save and close"


def test_a_button_with_only_an_icon_has_a_name_and_a_tool_tip(qtbot):
    button = IconButton("x", "Clear left, inner joint line")
    qtbot.addWidget(button)

    assert button.accessibleName() == button.toolTip() == "Clear left, inner joint line"
    assert min(button.sizeHint().toTuple()) >= 28


@pytest.mark.parametrize(("size", "height"), [(Size.SMALL, 32), (Size.NORMAL, 40), (Size.LARGE, 48)])
def test_the_three_sizes(qtbot, size, height):
    button = PrimaryButton("Start", size=size)
    qtbot.addWidget(button)

    assert button.sizeHint().height() == height


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_grows_with_longer_words_and_never_gets_narrower(qtbot, kind):
    short, longer = kind("Start warm-up"), kind("Aufwärmprogramm starten")
    qtbot.addWidget(short)
    qtbot.addWidget(longer)
    words = QFontMetrics(font(TEXT, 13, 600)).horizontalAdvance(longer.text())

    assert longer.sizeHint().width() > short.sizeHint().width()
    assert longer.minimumSizeHint() == longer.sizeHint()
    assert longer.sizeHint().width() >= words


def test_a_button_grows_with_the_text_size(qtbot, qapp):
    button = SecondaryButton("Back up now")
    qtbot.addWidget(button)
    before = button.sizeHint().width()

    apply_theme(qapp, Theme.LIGHT, text_scale=1.3)

    assert button.sizeHint().width() > before


def test_the_player_sets_its_own_size(qtbot):
    button = InkButton("Pause", icon="pause", key="Space")
    qtbot.addWidget(button)

    button.set_measures(Measures(height=91, padding=38, text=27, icon=30, gap=10, key=16))

    assert button.sizeHint().height() == 91


def test_pause_becomes_resume(qtbot):
    button = InkButton("Pause", icon="pause", key="Space")
    qtbot.addWidget(button)

    button.set_words("Resume", icon="play", key="Space")

    assert (button.text(), button.accessibleName()) == ("Resume", "Resume")


def test_a_disabled_primary_button_loses_its_accent(qtbot, light):
    button = show(qtbot, PrimaryButton("Start"))
    button.setEnabled(False)

    assert light.accent.name() not in colours(button)
