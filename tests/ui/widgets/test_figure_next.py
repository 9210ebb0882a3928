"""The pictures of the movement that comes next are made before it begins."""

import pytest
from PySide6.QtCore import QSize

from kneecoach.figure.movement import Moment
from kneecoach.ui.widgets.core_share import CoreShare
from kneecoach.ui.widgets.figure_view import FigureView
from tests.figure.seen import movement

SIZE = QSize(240, 300)
BRIDGE = movement("glute_bridge")


@pytest.fixture
def view(qtbot):
    made = FigureView(share=1.0)
    made._spare = CoreShare(1.0)
    qtbot.addWidget(made)
    made.resize(SIZE)
    made.set_movement(movement("squat"), "Squat")
    with qtbot.waitExposed(made):
        made.show()
    made.repaint()
    return made


def test_the_pictures_of_what_comes_are_made_while_it_moves_once_all_of_its_own_are_there(view):
    view._share = view._spare = CoreShare(1.0)
    view.expect(BRIDGE)
    view.show_moment(Moment(0, 0.1))
    view._make_ahead()
    assert view._coming is None

    while view._frames.make_next():
        pass
    for number in range(2, 9):
        view._share = view._spare = CoreShare(1.0)
        view.show_moment(Moment(0, number / 10))
        view._make_ahead()
    coming, made = view._coming, len(view._coming._kept)
    view.set_movement(BRIDGE)
    view.repaint()

    assert made == 7
    assert view._frames is coming


def test_what_was_made_for_another_size_is_not_shown(view):
    view.expect(BRIDGE)
    while view._frames.make_next() or view._make_coming():
        pass
    coming = view._coming

    view.resize(SIZE.width() + 40, SIZE.height())
    view.set_movement(BRIDGE)
    view.repaint()

    assert coming.whole
    assert view._frames is not coming


def test_when_nothing_comes_nothing_more_is_made(view, qtbot):
    view.expect(BRIDGE)
    view.expect(None)

    qtbot.waitUntil(lambda: not view._ahead.isActive(), timeout=20_000)

    assert view._frames.whole
    assert view._coming is None
