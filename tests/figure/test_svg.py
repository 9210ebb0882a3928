"""A drawing as SVG, and the palettes that it is coloured with."""

from xml.etree import ElementTree as ET

import pytest

from kneecoach.figure.drawing import draw
from kneecoach.figure.palette import Ink, palette
from kneecoach.figure.shapes import Drawing, Shape
from kneecoach.figure.strokes import Polygon
from kneecoach.figure.svg import svg
from tests.figure.seen import movement

SVG = "{http://www.w3.org/2000/svg}"
TRIANGLE: Polygon = ((0, 0), (10, 0), (0, 10))


def test_every_shape_is_a_path():
    bridge = movement("glute_bridge")
    drawing = draw(bridge, bridge.hero, width=300, height=200)

    root = ET.fromstring(svg(drawing, palette()))

    assert root.get("viewBox") == "0 0 300 200"
    assert len(root.findall(f"{SVG}path")) == len(drawing.shapes)
    assert len(root.findall(f"{SVG}clipPath")) == sum(bool(shape.clip) for shape in drawing.shapes)


def test_colours_are_those_of_the_theme():
    drawing = Drawing(10, 10, (Shape(Ink.LEG, (TRIANGLE,)), Shape(Ink.SHADOW, (TRIANGLE,))))

    light, dark = svg(drawing, palette()), svg(drawing, palette(dark=True), ground=False)

    assert 'fill="#3a474a"' in light
    assert '<rect width="100%" height="100%" fill="#f6f8f7"/>' in light
    assert 'fill="#5e6b69"' in dark
    assert "<rect" not in dark
    assert 'fill-opacity="0.471"' in dark


def test_a_card_has_a_ground_of_its_own():
    assert palette(surface=True).colour(Ink.GROUND) == (255, 255, 255, 255)
    assert palette(dark=True, surface=True).colour(Ink.GROUND) == (23, 29, 30, 255)


def test_what_is_behind_is_mixed_into_the_colour_of_what_is_far():
    near, far = palette().colour(Ink.LEG), palette().colour(Ink.LEG, 0.34)

    assert all(n < f for n, f in zip(near[:3], far[:3], strict=True))


@pytest.mark.parametrize("dark", [False, True])
def test_a_shadow_is_laid_over_its_floor(dark):
    colours = palette(dark=dark)

    red, green, blue, opacity = colours.colour(Ink.SHADOW, over=Ink.GROUND)

    assert opacity == 255
    assert (red, green, blue) < colours.colour(Ink.GROUND)[:3]


@pytest.mark.parametrize("dark", [False, True])
def test_every_ink_has_a_colour(dark):
    assert set(palette(dark=dark).inks) == set(Ink)
