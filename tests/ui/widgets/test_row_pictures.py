"""Rows of a list are painted once for each look of theirs."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.painting import fill
from kneecoach.ui.widgets.row_pictures import MOST, RowPictures

AT = QRect(10, 20, 60, 30)


class Rows:
    """Shows rows, and tells which were painted."""

    def __init__(self, view):
        self.view, self.pictures, self.painted = view, RowPictures(view), []

    def show(self, looks, at=AT):
        image = QImage(100, 100, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        self.pictures.show(painter, at, looks, lambda painter, at: self._paint(looks, painter, at))
        painter.end()
        return image

    def _paint(self, looks, painter, at):
        self.painted.append(looks)
        fill(painter, at.adjusted(0, 0, -30, 0), tokens_of(self.view).accent)


@pytest.fixture
def rows(qtbot):
    view = QWidget()
    qtbot.addWidget(view)
    return Rows(view)


def test_a_row_looks_the_same_from_its_picture(rows):
    first, again = rows.show("a run"), rows.show("a run")

    assert rows.painted == ["a run"]
    assert first == again
    tokens = tokens_of(rows.view)
    assert [again.pixelColor(x, 30).name() for x in (5, 15, 60)] == [
        "#000000",
        tokens.accent.name(),
        tokens.surface.name(),
    ]


def test_what_looks_different_is_painted(rows):
    for looks, at in (("a run", AT), ("chosen", AT), ("a run", AT.adjusted(0, 0, 5, 0))):
        rows.show(looks, at)

    assert rows.painted == ["a run", "chosen", "a run"]


def test_in_another_theme_all_is_painted_anew(rows):
    rows.show("a run")

    rows.pictures.forget()
    rows.show("a run")

    assert rows.painted == ["a run", "a run"]


def test_only_some_screens_of_rows_are_kept(rows):
    for number in range(MOST + 1):
        rows.show(number)
    rows.painted.clear()

    rows.show(MOST)
    rows.show(0)

    assert rows.painted == [0]
