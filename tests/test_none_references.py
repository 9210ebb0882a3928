"""Whether this PySide6 keeps the references to None that its calls return: docs/decisions/0002."""

import sys

import pytest
from PySide6.QtCore import QObject, QPointF, QRect, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QWidget

TIMES = 200
# A lost reference shows as one per call; what else runs meanwhile changes the count by a few
FEW = TIMES // 10

ends_when_none_is_lost = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on and nothing can be lost"
)


def lost(call):
    """How many references to None are missing after many calls."""
    call()
    before = sys.getrefcount(None)
    for _ in range(TIMES):
        call()
    return before - sys.getrefcount(None)


def painter_calls(painter):
    here, there, colour = QPointF(1, 2), QPointF(30, 40), QColor("red")
    path, line, polygon = QPainterPath(), QPen(colour), QPolygonF([here, there])
    return {
        "moveTo": lambda: path.moveTo(1.0, 2.0),
        "lineTo": lambda: path.lineTo(there),
        "cubicTo": lambda: path.cubicTo(here, there, here),
        "clear": path.clear,
        "drawLine": lambda: painter.drawLine(here, there),
        "drawPath": lambda: painter.drawPath(path),
        "drawPolyline": lambda: painter.drawPolyline(polygon),
        "drawEllipse": lambda: painter.drawEllipse(here, 2, 2),
        "drawText": lambda: painter.drawText(here, "12"),
        "drawRoundedRect": lambda: painter.drawRoundedRect(QRect(0, 0, 9, 9), 2, 2),
        "fillRect": lambda: painter.fillRect(QRect(0, 0, 9, 9), colour),
        "setPen": lambda: painter.setPen(line),
        "setBrush": lambda: painter.setBrush(colour),
        "setRenderHint": lambda: painter.setRenderHint(QPainter.RenderHint.Antialiasing),
        "translate": lambda: painter.translate(0, 0),
        "save and restore": lambda: (painter.save(), painter.restore()),
        "setWidthF": lambda: line.setWidthF(2.0),
        "setX": lambda: here.setX(1.0),
    }


def widget_calls(widget, label, timer):
    plain = QObject(widget)
    return {
        "setText": lambda: label.setText("12"),
        "setVisible": lambda: label.setVisible(False),
        "update": widget.update,
        "resize": lambda: widget.resize(10, 10),
        "setEnabled": lambda: widget.setEnabled(True),
        "setProperty": lambda: plain.setProperty("one", 1),
        "setObjectName": lambda: plain.setObjectName("one"),
        "property without a value": lambda: plain.property("none"),
        "layout without one": widget.layout,
        "parentWidget without one": widget.parentWidget,
        "start": lambda: timer.start(1_000_000),
        "stop": timer.stop,
    }


@ends_when_none_is_lost
@pytest.mark.usefixtures("qapp")
def test_painting_loses_no_reference_to_none():
    image = QImage(64, 64, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)

    missing = {name: lost(call) for name, call in painter_calls(painter).items()}

    painter.end()
    assert {name: count for name, count in missing.items() if count >= FEW} == {}


@ends_when_none_is_lost
def test_widgets_and_timers_lose_no_reference_to_none(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    timer = QTimer(widget)

    missing = {name: lost(call) for name, call in widget_calls(widget, QLabel("1", widget), timer).items()}

    timer.stop()
    assert {name: count for name, count in missing.items() if count >= FEW} == {}
