"""The weekly review: two questions by keyboard, both may stay open, and the answers come back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.coaching import diary
from kneecoach.coaching import reviews as coaching_reviews
from kneecoach.domain.errors import DiskTrouble
from kneecoach.domain.pain import Amount
from kneecoach.domain.review import Change
from kneecoach.storage import mornings
from tests.builders import PERSON_ID
from tests.fakes import FULL_DISK
from tests.ui.pages.looking_back import DAY, EVENING, MONDAY, a_review_page, a_runner_who_ran, pains

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def page(qtbot, store):
    a_runner_who_ran(store)
    return a_review_page(qtbot, store)


def press(page, *keys):
    for key in keys:
        QTest.keyClick(page.focusWidget() or page, key)


def kept(store):
    with store.begin() as tx:
        return mornings.review_of(tx, PERSON_ID, MONDAY)


def test_two_digits_and_enter_are_a_review(page, store, qtbot):
    with qtbot.waitSignal(page.saved):
        press(page, Qt.Key.Key_5, Qt.Key.Key_7, ENTER)

    assert (kept(store).change, kept(store).sure) == (Change.BIT_BETTER, 7)
    assert (kept(store).week, kept(store).at) == (MONDAY, EVENING)


def test_nothing_is_filled_in_and_both_may_stay_open(page, store):
    assert (page.words.answer.value(), page.sure.answer.value()) == (None, None)

    press(page, ENTER)

    assert (kept(store).change, kept(store).sure) == (None, None)


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_8, Qt.Key.Key_9])
def test_the_first_question_has_seven_answers(page, key):
    press(page, key)

    assert page.words.answer.value() is None
    assert page.sure.answer.value() is None


def test_escape_keeps_nothing(page, store, qtbot):
    with qtbot.waitSignal(page.back_requested):
        press(page, Qt.Key.Key_5, ESCAPE)

    assert kept(store) is None


def test_what_was_answered_is_shown_again_and_can_be_changed(qtbot, page, store):
    press(page, Qt.Key.Key_2, Qt.Key.Key_3, ENTER)

    again = a_review_page(qtbot, store, now=EVENING + 2 * DAY)
    assert (again.words.answer.value(), again.sure.answer.value()) == (Change.WORSE, 3)
    assert "Answered on Sunday 25 October" in again.footer.accessibleName()
    with qtbot.waitSignal(again.saved) as told:
        press(again, Qt.Key.Key_4, ENTER)

    assert told.args[0].change is Change.WORSE
    assert (kept(store).change, kept(store).sure) == (Change.SAME, 3)


def test_a_red_flag_stands_above_the_rows(qtbot, page, store):
    shown_first = page.compared.y() < page.banner.y()
    entry = pains(store)[-1]
    red = type(entry)(entry.id.__class__(int=9), EVENING - timedelta(hours=1), 2, swelling=Amount.CLEAR)
    diary.log_pain(store, PERSON_ID, red, EVENING)

    again = a_review_page(qtbot, store)

    assert shown_first
    assert again.banner.y() < again.compared.y()
    assert "No run until" in again.banner.accessibleName()


def test_a_full_disk_is_said_and_the_answers_stay(page, store, monkeypatch):
    def full(*_):
        raise DiskTrouble(FULL_DISK)

    monkeypatch.setattr(coaching_reviews, "keep", full)
    press(page, Qt.Key.Key_5, ENTER)

    assert FULL_DISK in page.footer.accessibleName()
    assert page.words.answer.value() is Change.BIT_BETTER
    assert kept(store) is None


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_tab_reaches_both_questions_and_the_buttons(qtbot, store, size):
    a_runner_who_ran(store)
    page = a_review_page(qtbot, store, size=size)
    reached = set()

    for _ in range(8):
        press(page, Qt.Key.Key_Tab)
        reached.add(page.focusWidget())

    assert {page.words.answer, page.sure.answer, page.save, page.back} <= reached
