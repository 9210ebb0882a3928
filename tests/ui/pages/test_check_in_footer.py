"""The tick "I have read this": it belongs to the words that were there when it was set."""

from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QLabel

from kneecoach.domain.check_in import Family
from kneecoach.domain.flag import Flag
from kneecoach.domain.run import Run
from tests.screening import NOW, a_flag
from tests.ui.pages.checking import answer, chip, click, lead, pressable


def read_at_pain_6(qtbot, page):
    answer(page)
    page.form.strip.press_digit(6)
    click(qtbot, page.footer.acknowledge)
    assert "calm" in pressable(page)


def test_more_pain_asks_to_be_read_again(qtbot, open_page):
    page = open_page()
    read_at_pain_6(qtbot, page)

    page.form.strip.press_digit(9)

    assert "9" in lead(page)
    assert not page.footer.acknowledge.isChecked()
    assert "calm" not in pressable(page)


def test_another_sign_asks_to_be_read_again(qtbot, open_page):
    page = open_page(a_flag(Flag.LIMP, 1))
    read_at_pain_6(qtbot, page)

    answer(page, Family.WEIGHT)
    click(qtbot, chip(page, Family.WEIGHT, Flag.GIVES_WAY))

    assert "gives way" in lead(page)
    assert not page.footer.acknowledge.isChecked()


def test_an_answer_that_changes_nothing_leaves_the_tick(qtbot, open_page):
    page = open_page()
    read_at_pain_6(qtbot, page)

    answer(page)

    assert page.footer.acknowledge.isChecked()


@pytest.mark.parametrize(("pain", "told"), [(0, True), (4, True), (6, False), (9, False)])
def test_what_to_have_at_hand_is_told_where_the_routine_may_start(open_page, pain, told):
    page = open_page(needs="You need: foam roller, mat.")
    answer(page)

    page.form.strip.press_digit(pain)

    assert ("You need: foam roller, mat." in page.footer.accessibleName()) is told


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_the_list_of_things_leaves_the_foot_as_it_is(open_page, size):
    page = open_page(size=size, needs="You need: foam roller, mat, chair for balance, loop tube.")
    answer(page)
    page.form.strip.press_digit(4)

    words = [label for label in page.footer.findChildren(QLabel) if label.isVisible()]

    assert all(label.height() >= label.heightForWidth(label.width()) for label in words if label.wordWrap())
    assert page.footer.height() <= 0.21 * size[1]


@pytest.mark.parametrize(("flag", "told"), [(Flag.FOOT_COLD_PALE, False), (Flag.GIVES_WAY, True)])
def test_in_an_emergency_nothing_is_said_beside_it(open_page, flag, told):
    limped = Run(uuid4(), NOW - timedelta(days=1), 5_000, pain_max=6, limp=True)

    page = open_page(a_flag(flag, 1), limped)
    answer(page)
    page.form.strip.press_digit(1)

    assert ("No run until it has settled" in lead(page)) is told
