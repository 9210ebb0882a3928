"""The tick "I have read this": it belongs to the words that were there when it was set."""

from kneecoach.domain.check_in import Family
from kneecoach.domain.flag import Flag
from tests.screening import a_flag
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
