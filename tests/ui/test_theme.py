"""The tokens of both themes: contrast, the pain ramp, and how they reach the widgets."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from kneecoach.ui.theme import (
    DARK,
    LIGHT,
    Theme,
    app_tokens,
    apply_theme,
    pain_word,
    set_tokens,
    style_sheet,
    tokens_of,
)
from kneecoach.ui.tokens import APART


@pytest.fixture(autouse=True)
def back_to_light(qapp):
    yield
    apply_theme(qapp, Theme.LIGHT)


def luminance(colour: QColor) -> float:
    """Relative luminance as in WCAG 2."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("text", ["ink", "ink2", "ink3", "accent", "ok", "warn", "stop", "info"])
@pytest.mark.parametrize("ground", ["surface", "window", "sunken"])
def test_every_text_can_be_read_on_every_ground(tokens, text, ground):
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["surface", "window", "sunken"])
def test_the_border_of_a_control_can_be_seen(tokens, ground):
    assert contrast(tokens.line2, getattr(tokens, ground)) >= 3.0


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pain_number_can_be_read_on_its_colour(tokens):
    ratios = [contrast(tokens.pain_fill(value), tokens.pain_text(value)) for value in range(11)]

    assert min(ratios) >= 4.5


def test_more_pain_is_darker_in_light_and_paler_in_dark():
    light = [luminance(LIGHT.pain_fill(value)) for value in range(11)]
    dark = [luminance(DARK.pain_fill(value)) for value in range(11)]

    assert light == sorted(light, reverse=True)
    assert dark == sorted(dark)


def test_a_pain_off_the_scale_shows_the_nearer_end():
    assert LIGHT.pain_fill(-1) == LIGHT.pain_fill(0)
    assert LIGHT.pain_text(12) == LIGHT.pain_text(10)


def test_the_words_of_the_scale():
    words = [pain_word(value) for value in range(11)]

    assert words == ["None", *["Mild"] * 3, *["Moderate"] * 3, *["Severe"] * 3, "Worst"]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_rest_phase_can_be_read(tokens):
    rest = tokens.at_rest()

    assert contrast(rest.ink, rest.surface) >= 4.5
    assert contrast(rest.ink2, rest.surface) >= 4.5
    assert contrast(rest.stop, rest.danger_face) >= 4.5


@pytest.mark.parametrize(("choice", "tokens"), [(Theme.LIGHT, LIGHT), (Theme.DARK, DARK)])
def test_a_chosen_theme_colours_the_window(qapp, choice, tokens):
    assert apply_theme(qapp, choice) == tokens

    assert qapp.palette().color(QPalette.ColorRole.Window) == tokens.window
    assert app_tokens() == tokens


def test_the_theme_of_the_desktop_is_light_when_the_desktop_does_not_say(qapp):
    apply_theme(qapp, Theme.DARK)

    assert apply_theme(qapp, Theme.SYSTEM).dark is False


def test_a_text_size_reaches_the_font_of_the_app(qapp):
    tokens = apply_theme(qapp, Theme.LIGHT, text_scale=1.3)

    assert tokens.text_scale == 1.3
    assert qapp.font().pixelSize() == 20


def test_a_widget_paints_with_the_tokens_of_the_area_it_lies_in(qtbot):
    area = QWidget()
    qtbot.addWidget(area)
    inside = QWidget(QWidget(area))

    set_tokens(area, LIGHT.at_rest())
    at_rest = tokens_of(inside).surface
    set_tokens(area, None)

    assert at_rest == LIGHT.rest
    assert tokens_of(inside) == app_tokens()


def test_once_the_area_is_gone_nobody_is_asked_for_its_tokens_any_more(qapp):
    area = QWidget()
    set_tokens(area, LIGHT.at_rest())
    before = len(qapp.property(APART))
    area.deleteLater()
    QCoreApplication.sendPostedEvents(area, QEvent.Type.DeferredDelete)

    assert tokens_of(QWidget()) == app_tokens()

    assert len(qapp.property(APART)) == before - 1


def test_the_style_sheet_has_no_colour_left_out():
    assert "$" not in style_sheet(LIGHT)
    assert style_sheet(LIGHT) != style_sheet(DARK)
