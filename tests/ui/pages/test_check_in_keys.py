"""The check-in by keys alone: Tab goes everywhere in reading order, Enter does as the foot says, Esc loses no sign."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from kneecoach.coaching.check_in import read_record
from kneecoach.domain.check_in import FAMILY_FLAGS, Family
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.flag import Closing, Flag
from kneecoach.domain.screening import Verdict
from tests.builders import PERSON_ID
from tests.screening import a_flag
from tests.ui.pages.checking import answer, chip, click, lead

HOT = (Family.SWELLING, Flag.HOT_RED)


def press(qtbot, page, key, modifier=Qt.KeyboardModifier.NoModifier):
    """As a person does: whatever has the keyboard gets it."""
    qtbot.keyClick(page.focusWidget(), key, modifier)


def round_by_tab(qtbot, page, *, back=False):
    """Every control that Tab comes to, from the strip until the strip comes again."""
    page.form.strip.setFocus()
    seen = [page.form.strip]
    for _ in range(200):
        press(qtbot, page, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        if page.focusWidget() is page.form.strip:
            return seen
        seen.append(page.focusWidget())
    raise AssertionError("Tab never came back to the strip")


def tell_hot_knee(qtbot, page):
    page.form.strip.press_digit(6)
    answer(page, Family.SWELLING)
    click(qtbot, chip(page, *HOT))


def test_enter_saves_and_closes_where_nothing_may_start(qtbot, open_page, store):
    page = open_page()
    tell_hot_knee(qtbot, page)

    page.knee.map.knees.setFocus()
    press(qtbot, page, Qt.Key.Key_Return)

    assert page.heard == [Verdict.REFUSED]
    assert [entry.flag for entry in read_record(store, PERSON_ID).flags] == [Flag.HOT_RED]


def test_enter_does_not_close_while_the_calm_down_day_waits_to_be_read(qtbot, open_page):
    page = open_page()
    answer(page)
    page.form.strip.press_digit(6)

    page.form.strip.setFocus()
    press(qtbot, page, Qt.Key.Key_Return)

    assert page.heard == []


def test_enter_in_the_day_of_a_visit_does_not_save(qtbot, open_page):
    page = open_page(a_flag(Flag.LIMP, 6), a_flag(Flag.CATCHES, 6))
    page.form.strip.press_digit(1)
    answer(page)
    row = page.form.open_rows()[0]
    row.choice.press(Closing.SEEN)

    row.day.setFocus()
    press(qtbot, page, Qt.Key.Key_Return)

    assert page.heard == []


@pytest.mark.parametrize("back", [False, True])
def test_tab_goes_through_the_head_the_form_the_knee_and_the_foot(qtbot, open_page, back):
    page = open_page(a_flag(Flag.CATCHES, 6))
    page.form.strip.press_digit(6)
    answer(page)

    seen = round_by_tab(qtbot, page, back=back)

    if back:
        seen = [seen[0], *reversed(seen[1:])]
    wanted = [
        page.form.strip,
        page.form.open_rows()[0].choice.button("still"),
        page.form.questions.rows[Family.WEIGHT].answer.button(False),
        page.knee.map.knees,
        page.footer.acknowledge,
        page.footer.save,
        page.back,
    ]
    assert [widget for widget in seen if widget in wanted] == wanted


def test_tab_reaches_what_the_foot_of_a_red_flag_offers(qtbot, open_page):
    page = open_page()
    tell_hot_knee(qtbot, page)

    seen = round_by_tab(qtbot, page)

    assert {page.footer.summary, page.footer.save, page.back} <= set(seen)
    assert page.footer.start not in seen


@pytest.mark.parametrize("way", ["Esc", "Today", "Not today"])
def test_leaving_keeps_a_red_flag_that_was_told(qtbot, open_page, store, way):
    page = open_page()
    page.noted.connect(lambda permission: page.heard.append(("noted", permission.verdict)))
    tell_hot_knee(qtbot, page)

    if way == "Esc":
        press(qtbot, page, Qt.Key.Key_Escape)
    elif way == "Today":
        click(qtbot, page.back)
    else:
        page.footer.leave_requested.emit()

    assert page.heard == [("noted", Verdict.REFUSED)]
    assert [entry.flag for entry in read_record(store, PERSON_ID).flags] == [Flag.HOT_RED]


def test_leaving_keeps_a_red_flag_though_answers_are_missing(qtbot, open_page, store):
    page = open_page()
    page.form.questions.rows[Family.SWELLING].answer.press(True)
    click(qtbot, chip(page, *HOT))

    press(qtbot, page, Qt.Key.Key_Escape)

    assert [entry.flag for entry in read_record(store, PERSON_ID).flags] == [Flag.HOT_RED]


def test_a_flag_from_before_alone_is_not_kept_once_more(qtbot, open_page, store):
    page = open_page(a_flag(Flag.LIMP, 6))
    page.form.strip.press_digit(3)

    press(qtbot, page, Qt.Key.Key_Escape)

    assert page.heard == ["back"]
    assert read_record(store, PERSON_ID).check_ins == ()


def test_what_cannot_be_kept_is_said_and_the_second_time_it_leaves(qtbot, open_page, monkeypatch):
    page = open_page()
    tell_hot_knee(qtbot, page)
    monkeypatch.setattr("kneecoach.ui.pages.check_in_page.save_check_in", _refuse)

    press(qtbot, page, Qt.Key.Key_Escape)
    said = lead(page)
    press(qtbot, page, Qt.Key.Key_Escape)

    assert said.startswith("This could not be kept.")
    assert page.heard == ["back"]


def test_closing_the_window_keeps_a_red_flag_that_was_told(qtbot, open_page, store):
    page = open_page()
    tell_hot_knee(qtbot, page)

    page.put_away()

    assert [entry.flag for entry in read_record(store, PERSON_ID).flags] == [Flag.HOT_RED]


def test_the_chips_of_a_yes_stay_above_the_foot(qtbot, open_page):
    page = open_page(size=(1024, 640))
    page.form.strip.press_digit(6)

    last = list(page.form.questions.rows)[-1]
    row = page.form.questions.rows[last]
    click(qtbot, row.answer.button(True))
    qtbot.waitUntil(lambda: inside(page, row))
    first = chip(page, last, FAMILY_FLAGS[last][0])
    click(qtbot, first)

    qtbot.waitUntil(lambda: inside(page, first))


def _refuse(*_all):
    raise InvalidInput("The disk is full.")


def inside(page, widget):
    view = page.scrolled.viewport()
    shown = QRect(widget.mapTo(view, QPoint(0, 0)), widget.size())
    return view.rect().contains(shown)
