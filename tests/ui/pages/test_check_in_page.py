"""The check-in as a whole: what starts, what stops, and what is on disk afterwards."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from kneecoach.coaching.check_in import read_record
from kneecoach.domain.check_in import Family
from kneecoach.domain.flag import Flag, FlagEntry
from kneecoach.domain.screening import Verdict
from kneecoach.storage import diary
from tests.builders import PERSON_ID
from tests.screening import NOW, a_flag, a_pain
from tests.ui.pages.checking import answer, chip, click, lead, pressable


def test_nothing_is_chosen_beforehand_and_start_waits(open_page):
    page = open_page()

    assert page.form.strip.value() is None
    assert all(row.yes() is None for row in page.form.questions.rows.values())
    assert pressable(page) == {"leave"}
    assert lead(page).startswith("6 answers to go")


def test_pain_and_five_answers_start_the_warm_up_by_keys_alone(qtbot, open_page, store):
    page = open_page()

    qtbot.keyClicks(page.form.strip, "2")
    for row in page.form.questions.rows.values():
        qtbot.keyClick(row.answer.button(False), Qt.Key.Key_N)
    qtbot.keyClick(page.form.strip, Qt.Key.Key_Return)

    assert page.heard == [("warm-up", 2)]
    (check_in,) = read_record(store, PERSON_ID).check_ins
    assert (check_in.pain, check_in.complete) == (2, True)


def test_one_answer_short_is_not_enough(qtbot, open_page, store):
    page = open_page()
    qtbot.keyClicks(page.form.strip, "2")
    for family in list(Family)[:4]:
        page.form.questions.rows[family].answer.press(False)

    qtbot.keyClick(page.form.strip, Qt.Key.Key_Return)

    assert page.heard == []
    assert lead(page).startswith("One answer to go")
    assert read_record(store, PERSON_ID).check_ins == ()


def test_a_digit_anywhere_gives_the_pain(qtbot, open_page):
    page = open_page()

    qtbot.keyClicks(page.form.questions.rows[Family.WEIGHT].answer.button(False), "10")

    assert page.form.strip.value() == 10


def test_escape_leaves_and_keeps_nothing(qtbot, open_page, store):
    page = open_page()
    qtbot.keyClicks(page.form.strip, "2")

    qtbot.keyClick(page.form.strip, Qt.Key.Key_Escape)
    click(qtbot, page.back)
    click(qtbot, page.footer.leave)

    assert page.heard == ["back", "back", "back"]
    assert read_record(store, PERSON_ID).check_ins == ()


@pytest.mark.parametrize(
    ("pain", "buttons", "words"),
    [
        (2, {"leave", "start"}, "Fine to warm up."),
        (3, {"leave", "short", "start"}, "Go easier today."),
        (5, {"leave", "short", "start"}, "Go easier today."),
        (6, {"save"}, "Calm-down day only."),
    ],
)
def test_the_foot_rewrites_itself_with_the_pain(open_page, pain, buttons, words):
    page = open_page()
    answer(page)

    page.form.strip.press_digit(pain)

    assert pressable(page) == buttons
    assert lead(page).startswith(words)


def test_easier_offers_the_short_warm_up(qtbot, open_page):
    page = open_page()
    answer(page)
    qtbot.keyClicks(page.form.strip, "4")

    click(qtbot, page.footer.short)

    assert page.heard == [("short-warm-up", 4)]


def test_the_short_warm_up_offers_no_shorter_one(open_page):
    page = open_page(routine="short-warm-up")
    answer(page)

    page.form.strip.press_digit(4)

    assert pressable(page) == {"leave", "start"}
    assert page.footer.start.text() == "Start short warm-up"


def test_the_calm_down_day_starts_only_once_it_was_acknowledged(qtbot, open_page):
    page = open_page()
    answer(page)
    qtbot.keyClicks(page.form.strip, "6")

    qtbot.keyClick(page.form.strip, Qt.Key.Key_Return)
    assert page.heard == []
    click(qtbot, page.footer.acknowledge)
    qtbot.keyClick(page.form.strip, Qt.Key.Key_Return)

    assert page.heard == [("calm-down", 6)]


def test_a_red_flag_stops_is_kept_and_offers_the_summary(qtbot, open_page, store):
    page = open_page()
    page.form.strip.press_digit(6)
    answer(page, Family.SWELLING)
    click(qtbot, chip(page, Family.SWELLING, Flag.HOT_RED))

    assert pressable(page) == {"summary", "save"}
    assert "You ticked: knee hot or red." in lead(page)
    click(qtbot, page.footer.save)

    assert page.heard == [Verdict.REFUSED]
    record = read_record(store, PERSON_ID)
    assert [entry.flag for entry in record.flags] == [Flag.HOT_RED]
    assert Flag.SWOLLEN in record.check_ins[0].denied


def test_an_emergency_stops_before_everything_is_answered_and_shows_the_number(qtbot, open_page, store):
    page = open_page()

    page.form.questions.rows[Family.CALF_FEVER_FOOT].answer.press(True)
    click(qtbot, chip(page, Family.CALF_FEVER_FOOT, Flag.BREATHLESS_OR_CHEST_PAIN))

    assert page.footer.number.text() == "112"
    assert page.footer.number.isVisible()
    assert pressable(page) == {"summary", "save"}
    click(qtbot, page.footer.save)
    assert page.heard == [Verdict.REFUSED]
    assert [entry.flag for entry in read_record(store, PERSON_ID).flags] == [Flag.BREATHLESS_OR_CHEST_PAIN]


def test_the_foot_says_what_would_be_kept_and_what_counts_as_yes_until_it_is_answered(qtbot, open_page):
    page = open_page()

    page.form.questions.rows[Family.WEIGHT].answer.press(True)
    click(qtbot, chip(page, Family.WEIGHT, Flag.CANNOT_4_STEPS))
    before = lead(page)
    page.form.questions.rows[Family.INJURY].answer.press(False)
    after = lead(page)
    click(qtbot, page.footer.save)

    assert before.startswith("Call 112 now.")
    assert "Not answered yet, and so counted as yes" in before
    assert after.startswith("Have this seen today.")
    assert page.heard == [Verdict.REFUSED]


def test_a_changed_mind_is_followed(qtbot, open_page):
    page = open_page()
    page.form.strip.press_digit(1)
    answer(page, Family.SWELLING)
    click(qtbot, chip(page, Family.SWELLING, Flag.HOT_RED))

    answer(page)

    assert pressable(page) == {"leave", "start"}
    assert page.footer.number.isHidden()


def test_a_sign_for_days_allows_the_calm_down_day_and_the_summary(qtbot, open_page):
    page = open_page()
    page.form.strip.press_digit(1)
    answer(page, Family.WEIGHT)
    click(qtbot, chip(page, Family.WEIGHT, Flag.LIMP))

    assert pressable(page) == {"summary", "save"}
    click(qtbot, page.footer.acknowledge)
    assert pressable(page) == {"summary", "save", "calm"}


def test_the_pain_of_last_time_is_shown(open_page):
    page = open_page(a_pain(3, 4))

    assert page.form.pain.last.text() == "Last time: 3, on Thursday"


def test_a_failing_disk_is_said_and_nothing_starts(qtbot, open_page, store):
    page = open_page()
    page.form.strip.press_digit(1)
    answer(page)
    with store.begin() as tx:
        diary.add_flag(tx, PERSON_ID, FlagEntry(uuid4(), Flag.LIMP, NOW))
    page.form.answered = lambda marks: _refuse()

    click(qtbot, page.footer.start)

    assert page.heard == []
    assert "could not be kept" in lead(page)


def _refuse():
    from kneecoach.domain.errors import DiskTrouble  # noqa: PLC0415

    raise DiskTrouble("The disk is full. What was saved before is safe.")


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_the_foot_stays_and_the_rest_scrolls(open_page, size):
    page = open_page(a_flag(Flag.LIMP, 1), a_flag(Flag.CATCHES, 1), size=size)
    answer(page, *Family)

    assert page.footer.geometry().bottom() == page.rect().bottom()
    assert page.scrolled.horizontalScrollBar().maximum() == 0
    assert page.scrolled.verticalScrollBar().maximum() > 0
    assert page.scrolled.widget().width() <= page.width()


def test_every_control_has_a_name_for_a_screen_reader(open_page):
    page = open_page(a_flag(Flag.LIMP, 1))
    answer(page, *Family)

    from PySide6.QtWidgets import QAbstractButton  # noqa: PLC0415

    named = [button for button in page.findChildren(QAbstractButton) if button.isVisible()]
    assert named
    assert all(button.accessibleName() for button in named)


@pytest.mark.parametrize(("size", "beside"), [((1280, 800), True), ((1024, 640), False)])
def test_the_summary_stands_beside_save_and_close_where_there_is_room(open_page, size, beside):
    page = open_page(a_flag(Flag.FEVER, 1), size=size)
    answer(page)
    page.form.strip.press_digit(1)

    page.grab()

    assert page.footer.summary.isVisible()
    assert (page.footer.summary.geometry().right() < page.footer.save.geometry().left()) is beside
