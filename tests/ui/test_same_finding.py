"""Two signs that no rule reads are never taken for each other."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kneecoach.domain.person import Units
from kneecoach.ui.same_finding import place_of, still
from tests.ui.pages.advising import advised, an_advice_page

SIGNS = ("0 flag limp", "1 flag catches")


def two_signs():
    found = advised(*SIGNS, on=1).findings
    assert [one.rule for one in found[:2]] == ["FLAG", "FLAG"]
    return found


def test_each_sign_is_found_again_as_itself():
    first, second, *_ = found = two_signs()

    assert still(first, found) is first
    assert still(second, found) is second
    assert still(second, found[:1]) is None


def test_a_sign_that_was_ticked_again_is_the_same():
    first, second, *_ = two_signs()
    again = replace(second, because=(*second.because, "noted again"))

    assert place_of(second, (first, again)) is None
    assert still(second, (first, again)) is again


def test_a_rule_whose_numbers_changed_is_the_same():
    (sore,) = [one for one in advised("0 run 5 max=4", on=0).findings if one.rule == "R11"]
    (sorer,) = [one for one in advised("0 run 5 max=5", on=0).findings if one.rule == "R11"]

    assert still(sore, (sorer,)) is sorer


def held(page):
    at: QWidget = page.window().focusWidget()
    return at.parentWidget().finding


def test_the_page_gives_the_keyboard_to_the_sign_it_was_at(qtbot):
    page = an_advice_page(qtbot, *SIGNS, on=1)

    for sign in two_signs()[:2]:
        page.stand_at(sign)
        assert held(page).because == sign.because


def test_reading_again_leaves_the_keyboard_at_the_same_sign(qtbot):
    page = an_advice_page(qtbot, *SIGNS, on=1)
    sign = page.advised().findings[0]
    page.stand_at(sign)

    page.show_advised(advised(*SIGNS, "1 run 5 max=4", on=1), Units.KM)

    assert held(page).because == sign.because
