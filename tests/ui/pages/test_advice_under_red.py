"""The Advice page under a red flag: it is in sight, and what is left out is said to be."""

from PySide6.QtWidgets import QLabel

from kneecoach.domain.person import Units
from kneecoach.ui.pages.advice_earlier import LEFT_OUT, NONE
from tests.ui.pages.advising import advised, an_advice_page

SORE_RUN = ("0 run 5 max=1 no_limp before=1 hour=1", "1 run 5 before=1 max=4 hour=3 no_limp")


def reads(page):
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_nothing_left_out_under_a_red_flag_is_called_nothing_found(qtbot):
    page = an_advice_page(qtbot, "0 run 5 max=4 no_limp", "2 run 5 max=1 no_limp", "5 flag deformity", on=6)

    assert page.earlier.rows() == []
    assert NONE not in reads(page)
    assert LEFT_OUT in reads(page)


def scroll_down(page):
    bar = page.scrolled.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    return bar


def test_a_red_flag_that_comes_is_in_sight(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, on=1, size=(1072, 400))
    bar = scroll_down(page)

    red = advised(*SORE_RUN, "1 flag deformity", on=1)
    page.show_advised(red, Units.KM)

    assert bar.value() == 0
    scroll_down(page)
    page.show_advised(red, Units.KM)
    assert bar.value() > 0


def test_the_page_is_opened_at_its_red_flag(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, "1 flag deformity", on=1, size=(1072, 400))
    bar = scroll_down(page)
    page.hide()

    page.show()

    assert bar.value() == 0
