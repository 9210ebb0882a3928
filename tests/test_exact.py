"""Pictures of pages show the coach at their moment, on a slow machine as on a fast one."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from kneecoach.figure.movement import Moment
from kneecoach.ui.widgets.core_share import CoreShare
from kneecoach.ui.widgets.figure_view import FigureView
from tests.exact import show_exactly
from tests.figure.seen import movement


def test_what_was_left_out_to_spare_the_machine_is_in_the_picture(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    view = FigureView(page)
    view.resize(QSize(240, 300))
    view.set_movement(movement("squat"), "Squat")
    with qtbot.waitExposed(page):
        page.show()
    view.repaint()
    view._share = CoreShare(0.00001)
    with view._share.taken():
        view.repaint()
    view.show_moment(Moment(0, 0.8))
    left_out = view.grab().toImage()

    show_exactly(page)
    exact = view.grab().toImage()

    assert left_out != exact
    view._shown = None
    assert view.grab().toImage() == exact
