"""The way back above a page: whole, in its own letters."""

import pytest
from PySide6.QtCore import Qt

from kneecoach.ui.widgets.crumbs import Crumbs


@pytest.mark.parametrize("above", ["Routines", "Advice", "Return to running", "All topics"])
def test_the_word_begins_where_the_button_does(qtbot, above):
    crumbs = Crumbs(above)
    qtbot.addWidget(crumbs)
    crumbs.set_name("Front lunge")
    crumbs.resize(600, 30)
    crumbs.show()

    assert crumbs.back._content_left() == 0
    assert crumbs.back.width() == crumbs.back.sizeHint().width()


def test_it_leads_back(qtbot):
    crumbs = Crumbs("Routines")
    qtbot.addWidget(crumbs)
    crumbs.show()

    with qtbot.waitSignal(crumbs.back_requested):
        qtbot.mouseClick(crumbs.back, Qt.MouseButton.LeftButton)
