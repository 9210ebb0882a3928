"""The five questions, their chips, and what happened to the knee."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from kneecoach.coaching.check_in import read_record
from kneecoach.domain.check_in import Family
from kneecoach.domain.companions import Asks, Companion
from kneecoach.domain.flag import Closing, Flag, Mechanism
from kneecoach.domain.pain import Amount
from kneecoach.ui.pages.check_in_questions import LISTED, NOTHING
from tests.builders import PERSON_ID
from tests.screening import NOW, an_injury
from tests.ui.pages.checking import answer, chip, click, lead, pressable

WHICH = "You said yes: which is it?"


def test_a_yes_opens_its_chips_and_waits_for_one(qtbot, open_page):
    page = open_page()
    page.form.strip.press_digit(1)

    answer(page, Family.LOCKING)
    assert chip(page, Family.LOCKING, Flag.CATCHES).isVisible()
    assert pressable(page) == {"leave"}
    click(qtbot, chip(page, Family.LOCKING, Flag.CATCHES))

    assert pressable(page) == {"leave", "start"}
    assert "Mention this" in lead(page)


def test_y_and_n_answer_the_row_that_has_the_keyboard(qtbot, open_page):
    page = open_page()
    row = page.form.questions.rows[Family.LOCKING]

    qtbot.keyClick(row.answer.button(False), Qt.Key.Key_Y)
    assert row.yes() is True
    qtbot.keyClick(row.answer.button(True), Qt.Key.Key_N)
    assert row.yes() is False


def test_question_four_asks_what_happened_and_each_sign(qtbot, open_page, store):
    page = open_page()
    page.form.strip.press_digit(1)
    answer(page, Family.INJURY)
    form = page.form.questions.rows[Family.INJURY].injury_form

    assert lead(page).startswith("7 answers to go")
    click(qtbot, form.what.chip(Mechanism.TWIST))
    assert lead(page).startswith("6 answers to go")
    form.when.press(2)
    for control in form.signs.values():
        control.press(False)
    assert pressable(page) == {"leave"}
    click(qtbot, form.sore.chip(NOTHING))
    assert pressable(page) == {"leave", "start"}
    click(qtbot, page.footer.start)

    record = read_record(store, PERSON_ID)
    (injury,) = record.injuries
    assert (injury.mechanism, injury.at, injury.pop) == (Mechanism.TWIST, NOW - timedelta(days=2), False)
    assert {Flag.KNEECAP_TENDER, Flag.FAST_SWELLING} <= set(record.check_ins[0].denied)


def test_none_of_these_and_a_sign_exclude_each_other(qtbot, open_page):
    page = open_page()
    answer(page, Family.INJURY)
    form = page.form.questions.rows[Family.INJURY].injury_form
    click(qtbot, form.what.chip(Mechanism.FALL))

    click(qtbot, form.sore.chip(NOTHING))
    click(qtbot, form.sore.chip(Flag.KNEECAP_TENDER))
    assert form.ticked() == (Flag.KNEECAP_TENDER,)
    click(qtbot, form.sore.chip(NOTHING))

    assert form.sore.value() == {NOTHING}


def test_only_one_thing_happened(qtbot, open_page):
    page = open_page()
    answer(page, Family.INJURY)
    what = page.form.questions.rows[Family.INJURY].injury_form.what

    click(qtbot, what.chip(Mechanism.FALL))
    click(qtbot, what.chip(Mechanism.BLOW))
    assert what.one() is Mechanism.BLOW
    click(qtbot, what.chip(Mechanism.BLOW))

    assert what.one() is None


def test_a_pop_asks_about_swelling_and_age_is_asked_when_it_is_not_known(qtbot, open_page, store):
    page = open_page(birth_year=None)
    page.form.strip.press_digit(1)
    answer(page, Family.INJURY)
    form = page.form.questions.rows[Family.INJURY].injury_form
    click(qtbot, form.what.chip(Mechanism.LANDING))
    form.when.press(0)
    for asks, control in form.signs.items():
        control.press(asks is Asks.POP)
    click(qtbot, form.sore.chip(NOTHING))

    assert page.form.asked() == (Companion(Asks.BIRTH_YEAR), Companion(Asks.SWELLING))
    assert pressable(page) == {"leave"}
    year = page.form.companion_row(Companion(Asks.BIRTH_YEAR))
    qtbot.keyClicks(year.edit, "198")
    assert pressable(page) == {"leave"}
    qtbot.keyClicks(year.edit, "5")
    page.form.companion_row(Companion(Asks.SWELLING)).press(Amount.NONE)
    click(qtbot, page.footer.start)

    record = read_record(store, PERSON_ID)
    assert record.person.birth_year == 1985
    assert record.pains[0].swelling is Amount.NONE


def test_question_four_may_mean_the_injury_listed_above(qtbot, open_page, store):
    page = open_page(an_injury(2, told_days=1))
    page.form.strip.press_digit(1)
    answer(page, Family.INJURY)

    click(qtbot, page.form.questions.rows[Family.INJURY].injury_form.what.chip(LISTED))
    for one in page.form.asked():
        page.form.companion_row(one).press(False)
    click(qtbot, page.footer.start)

    assert len(read_record(store, PERSON_ID).injuries) == 1


def test_an_injury_answered_as_gone_may_still_be_what_question_four_means(qtbot, open_page, store):
    page = open_page(an_injury(2, told_days=1))
    page.form.strip.press_digit(1)
    answer(page, Family.INJURY)
    click(qtbot, page.form.questions.rows[Family.INJURY].injury_form.what.chip(LISTED))

    (row,) = page.form.open_rows()
    row.choice.press(Closing.GONE)
    click(qtbot, page.footer.start)

    (injury,) = read_record(store, PERSON_ID).injuries
    assert injury.closed.how is Closing.GONE


@pytest.mark.parametrize("family", [Family.INJURY, Family.CALF_FEVER_FOOT])
def test_a_yes_that_does_not_say_what_it_is_is_asked_about_once_before_leaving(qtbot, open_page, store, family):
    page = open_page()
    left = []
    page.back_requested.connect(lambda: left.append(True))
    page.form.questions.rows[family].answer.press(True)

    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert lead(page).startswith(WHICH)
    assert left == []

    click(qtbot, page.footer.leave)
    assert left == [True]
    assert read_record(store, PERSON_ID).check_ins == ()


def test_another_bare_yes_is_asked_about_again(qtbot, open_page):
    page = open_page()
    page.form.questions.rows[Family.INJURY].answer.press(True)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    page.form.questions.rows[Family.WEIGHT].answer.press(True)
    assert lead(page).startswith("12 answers to go")

    qtbot.keyClick(page, Qt.Key.Key_Escape)

    assert lead(page).startswith(WHICH)


def test_a_yes_taken_back_is_asked_about_no_more(qtbot, open_page):
    page = open_page()
    row = page.form.questions.rows[Family.CALF_FEVER_FOOT]
    row.answer.press(True)
    row.answer.press(False)

    with qtbot.waitSignal(page.back_requested):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_in_an_emergency_a_bare_yes_holds_nothing_up(qtbot, open_page, store):
    page = open_page()
    page.form.questions.rows[Family.INJURY].answer.press(True)
    page.form.questions.rows[Family.CALF_FEVER_FOOT].answer.press(True)
    click(qtbot, chip(page, Family.CALF_FEVER_FOOT, Flag.BREATHLESS_OR_CHEST_PAIN))

    with qtbot.waitSignal(page.noted):
        qtbot.keyClick(page, Qt.Key.Key_Escape)

    assert [one.flag for one in read_record(store, PERSON_ID).flags] == [Flag.BREATHLESS_OR_CHEST_PAIN]


def test_saving_what_stops_asks_about_a_bare_yes_too(qtbot, open_page, store):
    page = open_page()
    page.form.questions.rows[Family.CALF_FEVER_FOOT].answer.press(True)
    page.form.questions.rows[Family.SWELLING].answer.press(True)
    click(qtbot, chip(page, Family.SWELLING, Flag.HOT_RED))

    click(qtbot, page.footer.save)
    assert lead(page).startswith(WHICH)
    click(qtbot, page.footer.save)

    assert [one.flag for one in read_record(store, PERSON_ID).flags] == [Flag.HOT_RED]
