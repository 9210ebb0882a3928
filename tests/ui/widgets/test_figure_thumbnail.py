"""The small still picture of an exercise in a list."""

from PySide6.QtCore import QSize

from kneecoach.ui.theme import LIGHT
from kneecoach.ui.widgets.figure_thumbnail import FigureThumbnail, Ground, thumbnail
from tests.figure.seen import movement

SQUAT = movement("squat")


def look(small):
    return small.grab().toImage()


def colours(image) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_a_thumbnail_is_drawn_once(monkeypatch):
    ground = Ground(LIGHT)
    first = thumbnail(SQUAT, QSize(104, 78), ground)

    monkeypatch.setattr("kneecoach.ui.widgets.figure_thumbnail.draw", None)

    assert thumbnail(SQUAT, QSize(104, 78), ground).toImage() == first.toImage()


def test_a_thumbnail_shows_the_still_picture_of_its_exercise(qtbot):
    small = FigureThumbnail()
    qtbot.addWidget(small)
    empty = look(small)

    small.set_movement(SQUAT, "Squat", mirrored=True)

    assert small.accessibleName() == "Figure: Squat"
    assert look(small) != empty
    assert small.size() == QSize(104, 78)
    assert "#f08a55" in colours(look(small))
