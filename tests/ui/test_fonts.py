"""The shipped fonts: weights, tabular digits, line heights."""

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFontInfo, QFontMetrics, QFontMetricsF

from kneecoach.paths import resource
from kneecoach.ui.fonts import (
    DISPLAY,
    FILES,
    TEXT,
    Role,
    font,
    height_px,
    load_fonts,
    role_font,
    role_width_px,
    width_px,
)


@pytest.fixture(autouse=True, scope="module")
def loaded(qapp):  # noqa: ARG001 - there are no fonts without an application
    load_fonts()


@pytest.mark.parametrize("family", [TEXT, DISPLAY])
def test_the_ten_digits_are_equally_wide(family):
    metrics = QFontMetricsF(font(family, 100, 600))

    widths = {round(metrics.horizontalAdvance(digit), 2) for digit in "0123456789"}

    assert len(widths) == 1


def test_a_counting_number_keeps_its_width():
    metrics = QFontMetricsF(font(DISPLAY, 200, 600, -0.045))

    widths = {round(metrics.horizontalAdvance(text), 2) for text in ("10", "11", "17", "71", "44", "39")}

    assert len(widths) == 1


def test_the_three_weights_of_the_text_font_look_different():
    widths = [QFontMetricsF(font(TEXT, 100, weight)).horizontalAdvance("warm-up") for weight in (400, 500, 600)]

    assert widths == sorted(set(widths))


def test_a_measured_text_is_as_wide_and_high_as_qt_sets_it():
    plain, title = QFontMetrics(font(TEXT, 13, 500)), QFontMetrics(role_font(Role.H1, 1.3))

    assert width_px("Warm-up", TEXT, 13, 500) == plain.horizontalAdvance("Warm-up")
    assert height_px(TEXT, 13, 500) == plain.height()
    assert role_width_px("Warm-up", Role.H1, 1.3) == title.horizontalAdvance("Warm-up")


def test_a_text_that_was_measured_before_the_fonts_were_there_is_measured_again():
    width_px("Warm-up", TEXT, 13, 500)

    load_fonts()

    assert width_px.cache_info().currsize == height_px.cache_info().currsize == 0


@pytest.mark.parametrize("family", [TEXT, DISPLAY])
def test_the_shipped_font_is_used_and_not_one_of_the_system(family):
    assert QFontInfo(font(family, 20, 600)).family() == family


@pytest.mark.parametrize("name", FILES)
def test_a_font_has_the_signs_of_our_texts_in_both_languages(name):
    covered = TTFont(resource(f"fonts/{name}")).getBestCmap()

    missing = [sign for sign in "äöüÄÖÜßéñ×½…–„“”\u2019←→≤≥·€" if ord(sign) not in covered]

    assert missing == []


def test_the_fonts_are_small_enough_not_to_slow_the_start():
    sizes = [resource(f"fonts/{name}").stat().st_size for name in FILES]

    assert max(sizes) < 80_000


def test_the_licence_travels_with_the_fonts():
    assert "SIL Open Font License" in resource("fonts/OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("role", "line"), [(Role.HINT, 16), (Role.SMALL, 18), (Role.BUTTON, 20), (Role.BODY, 22)])
def test_a_line_of_text_is_as_high_as_designed(role, line):
    assert QFontMetrics(role_font(role)).height() == line


def test_a_larger_text_size_makes_every_role_larger():
    assert role_font(Role.BODY, 1.3).pixelSize() == 20
    assert role_font(Role.HINT, 1.3).pixelSize() > role_font(Role.HINT).pixelSize()


def test_a_missing_font_file_leaves_the_app_with_the_font_of_the_system(monkeypatch):
    def missing(relative):
        raise FileNotFoundError(relative)

    monkeypatch.setattr("kneecoach.ui.fonts.resource", missing)

    load_fonts()
