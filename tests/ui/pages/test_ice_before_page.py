"""Before the ice: nothing is answered beforehand, and what speaks against it comes before the start."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.ui.pages import ice_words
from tests.ui.pages.icing import a_before_page, an_ice, keyed

Key = Qt.Key


@pytest.fixture
def started():
    return []


def listened(page, started):
    page.start_requested.connect(lambda *told: started.append(told))
    return page


def test_only_the_cloth_has_to_be_answered_later_on(qtbot, started):
    page = listened(a_before_page(qtbot), started)
    assert not page.against.isVisible()
    keyed(page, Key.Key_Return)
    assert started == []

    keyed(page, Key.Key_Y, Key.Key_Return)

    assert started == [(20, True, False)]


def test_the_first_time_who_may_not_ice_is_asked_too(qtbot, started):
    page = listened(a_before_page(qtbot, asked=False), started)
    assert page.against.isVisible()

    keyed(page, Key.Key_N, Key.Key_Y, Key.Key_Enter)

    assert started == [(20, True, False)]


def test_whoever_may_not_ice_can_not_start(qtbot, started):
    page = listened(a_before_page(qtbot, asked=False), started)

    keyed(page, Key.Key_Y, Key.Key_Y, Key.Key_Return)

    assert started == []
    assert ice_words.NOT_FOR_YOU in page.footer.accessibleName()
    assert not page.start.isEnabled()


def test_ten_to_twenty_minutes_can_be_set(qtbot):
    page = a_before_page(qtbot)
    for _ in range(15):
        keyed(page, Key.Key_Minus)
    assert page.minutes() == 10
    assert not page.length.minus.isEnabled()

    for _ in range(15):
        page.length.plus.click()
    assert page.minutes() == 20


def test_more_only_past_the_caution_and_with_a_note(qtbot, started):
    page = listened(a_before_page(qtbot), started)
    page.past_caution.click()
    assert page.cautions() == ()

    keyed(page, Key.Key_Plus)
    assert [one.title for one in page.cautions()] == ["Longer than 20 minutes"]
    for _ in range(15):
        keyed(page, Key.Key_Equal)
    keyed(page, Key.Key_Y, Key.Key_Return)

    assert started == [(30, True, True)]


def test_without_the_caution_again_it_is_twenty_minutes(qtbot):
    page = a_before_page(qtbot)
    page.past_caution.click()
    page.step(10)

    page.past_caution.click()

    assert page.minutes() == 20
    assert page.cautions() == ()


def test_no_cloth_is_a_caution_and_can_be_started(qtbot, started):
    page = listened(a_before_page(qtbot), started)

    keyed(page, Key.Key_N, Key.Key_Return)

    assert [one.title for one in page.cautions()] == ["Ice on bare skin"]
    assert started == [(20, False, False)]


@pytest.mark.parametrize(
    ("ago", "count"), [(timedelta(hours=1), 1), (timedelta(minutes=139), 1), (timedelta(minutes=140), 0)]
)
def test_two_hours_lie_between_two_ices(qtbot, ago, count):
    page = a_before_page(qtbot, last=an_ice(ago))

    page.cloth.press(True)

    assert len(page.cautions()) == count
    assert ("two hours ago" in page.footer.accessibleName()) == bool(count)


@pytest.mark.parametrize("how", ["key", "button"])
def test_back_leads_back(qtbot, how):
    page = a_before_page(qtbot)

    with qtbot.waitSignal(page.back_requested):
        if how == "key":
            keyed(page, Key.Key_Escape)
        else:
            QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)


def test_answers_are_changed_on_the_question_itself(qtbot):
    page = a_before_page(qtbot)
    keyed(page, Key.Key_N, Key.Key_Y, Key.Key_Q)
    assert page.cloth.value() is False

    page.cloth.press(True)

    assert page.cautions() == ()


def test_tab_goes_round_both_ways(qtbot):
    page = a_before_page(qtbot)
    QTest.keyClick(page, Key.Key_Tab)
    first = page.focusWidget()
    QTest.keyClick(first, Key.Key_Tab)

    QTest.keyClick(page.focusWidget(), Key.Key_Backtab)

    assert page.focusWidget() is first


def test_a_narrow_window_has_a_narrow_side(qtbot):
    page = a_before_page(qtbot)
    wide = page._right.width()

    page.resize(1024, 640)

    assert page._right.width() < wide
