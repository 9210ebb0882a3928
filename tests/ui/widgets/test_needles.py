"""The needle that stands at a pain, and the one that sets the volume."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication

from kneecoach.ui.theme import Theme, apply_theme
from kneecoach.ui.widgets.needle_scale import NeedleScale, NeedleSlider
from tests.ui.widgets.screen import colours, pixel, show


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


@pytest.mark.parametrize("scale", [1.0, 1.35, 2.0])
def test_the_last_number_stands_within_the_scale(qtbot, qapp, scale):
    apply_theme(qapp, Theme.LIGHT, text_scale=scale)
    shown = show(qtbot, NeedleScale(), width=240)
    edge = colours(shown, QRect(shown.width() - 1, 30, 1, shown.height() - 30))
    number = colours(shown, QRect(shown.width() - round(18 * scale), 30, round(18 * scale), shown.height() - 30))

    # Cut off, the zero of 10 would be inked in the column at the edge
    assert min(QColor(one).lightness() for one in edge) > 200
    assert min(QColor(one).lightness() for one in number) < 130


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
