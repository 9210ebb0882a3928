"""The coach on paper: a drawing is lines and areas in a PDF, no picture of points."""

import re
import zlib

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter

from kneecoach.figure.drawing import draw
from kneecoach.figure.palette import Ink, palette
from kneecoach.figure.shapes import Drawing, Shape
from kneecoach.ui.figure_painting import Colours, paint_drawing, picture, ready
from tests.figure.seen import movement

pytestmark = pytest.mark.usefixtures("qapp")
SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
HALF = ((0.0, 0.0), (5.0, 0.0), (5.0, 10.0), (0.0, 10.0))


def test_a_drawing_is_lines_in_a_pdf(tmp_path):
    bridge = movement("glute_bridge")
    drawing = draw(bridge, bridge.hero, width=300, height=200)
    path = tmp_path / "figure.pdf"

    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    painter.scale(writer.width() / 300, writer.width() / 300)
    paint_drawing(painter, drawing, Colours(palette()))
    painter.end()

    content = path.read_bytes()
    streams = re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL)
    drawn = b"".join(zlib.decompress(stream) for stream in streams if stream[:1] == b"x")
    assert not re.search(rb"/Subtype\s*/Image", content)
    assert len(re.findall(rb" l\n", drawn)) > 1_000


def test_a_shape_is_cut_off_at_its_clip():
    drawing = Drawing(10, 10, (Shape(Ink.LEG, (SQUARE,), clip=(HALF,)),))

    image = picture(drawing, Colours(palette())).toImage()

    assert image.pixelColor(2, 5) == QColor("#3A474A")
    assert image.pixelColor(8, 5) == QColor("#F6F8F7")


def test_a_picture_can_have_more_pixels_than_units():
    made = picture(Drawing(10, 10, (Shape(Ink.LEG, (HALF,)),)), Colours(palette()), ratio=2.0)

    assert made.size().width() == 20
    assert made.toImage().pixelColor(8, 10) == QColor("#3A474A")


def test_shapes_of_nothing_are_left_out():
    assert ready([Shape(Ink.LEG, ())]) == []


def test_what_lies_clear_of_its_clip_is_left_out():
    beside = tuple((x + 20, y) for x, y in SQUARE)

    assert ready([Shape(Ink.GAP, (SQUARE,), clip=(beside,))]) == []


def test_many_outlines_that_lie_over_each_other_are_painted_one_by_one():
    along = tuple(tuple((x + 3 * i, y) for x, y in SQUARE) for i in range(5))
    (shape,) = ready([Shape(Ink.LEG, along)])

    image = picture(Drawing(30, 10, (Shape(Ink.LEG, along),)), Colours(palette())).toImage()

    assert [path.boundingRect().left() for path in shape.paths] == [0, 3, 6, 9, 12]
    assert {image.pixelColor(x, 5).name() for x in range(22)} == {"#3a474a"}
