"""The search of findings and guide: every key at once, the search in a pause."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.pages.advising import an_advice_page

SORE_RUN = ("0 run 5 max=1 no_limp before=1 hour=1", "1 run 5 before=1 max=4 hour=3 no_limp")


def test_no_search_runs_while_one_is_typing_and_no_key_is_lost(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, on=1)
    page.search.begin()

    QTest.keyClicks(page.search.edit, "swelling")
    assert page.search.text() == "swelling"
    assert (page.hits.cards, page.search.pause.isActive()) == ([], True)

    page.search.pause.timeout.emit()
    assert page.hits.cards
    assert page.hits.isVisible()


def test_enter_searches_at_once(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, on=1)
    page.search.begin()

    QTest.keyClicks(page.search.edit, "swelling")
    QTest.keyClick(page.search.edit, Qt.Key.Key_Return)

    assert page.hits.cards
    assert not page.search.pause.isActive()
