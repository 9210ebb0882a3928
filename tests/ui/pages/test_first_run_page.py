"""First run: a minute of questions that may stay open, and a statement that may not."""

from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag
from kneecoach.domain.person import Began, Country, HurtingFor, Person, Role, Units
from kneecoach.ui.pages.first_run_page import FirstRunPage

SOMEONE = Person(UUID(int=7))


@pytest.fixture
def page(qtbot):
    made = FirstRunPage(SOMEONE, 12, this_year=2026)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


def texts(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def tick(qtbot, page):
    qtbot.mouseClick(page.knee.statement, Qt.MouseButton.LeftButton)


def test_the_headline_says_the_real_minutes(page):
    assert "Twelve minutes before you run." in texts(page)


def test_nothing_is_chosen_beforehand_and_continue_waits_for_the_tick(qtbot, page):
    assert page.knee.which.value() is None
    assert page.knee.worst.value() is None
    assert not page.knee.statement.isChecked()
    assert not page.go_on.isEnabled()

    tick(qtbot, page)

    assert page.go_on.isEnabled()


def test_skip_in_the_smallest_window_shows_the_tick_it_waits_for(qtbot, page):
    page.resize(1024, 640)
    scrolled = page._shown_step()
    scrolled.verticalScrollBar().setValue(0)

    qtbot.mouseClick(page.skip, Qt.MouseButton.LeftButton)

    box = QRect(page.knee.statement.mapTo(scrolled.viewport(), QPoint(0, 0)), page.knee.statement.size())
    assert scrolled.viewport().rect().contains(box)
    assert page.knee.banner.accessibleName().startswith("Please read this and tick it first.") or any(
        "Please read this and tick it first." in one.accessibleName() for one in page.knee.banner.findChildren(QWidget)
    )


def test_skip_leaves_the_questions_out_but_not_the_statement(qtbot, page):
    qtbot.mouseClick(page.skip, Qt.MouseButton.LeftButton)
    assert page.knee.statement.hasFocus()

    tick(qtbot, page)
    with qtbot.waitSignal(page.finished) as told:
        qtbot.mouseClick(page.skip, Qt.MouseButton.LeftButton)

    person, answers = told.args
    assert person == Person(SOMEONE.id, safety_accepted=True)
    assert answers == {}


def test_every_answer_arrives(qtbot, page):
    qtbot.mouseClick(page.knee.role.card(Role.PHYSIO), Qt.MouseButton.LeftButton)
    page.knee.which.press(Side.BOTH)
    page.knee.hurting.press(HurtingFor.OVER_SIX_WEEKS)
    page.knee.began.press(Began.INCIDENT)
    qtbot.keyClick(page.knee.worst, "8")
    tick(qtbot, page)
    qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.you.name.edit, "Jana  Weber")
    qtbot.keyClicks(page.you.year.edit, "1985")
    page.you.country.set_value(Country.SWITZERLAND)
    page.you.units.press(Units.MILES)
    page.you.once[Flag.NIGHT_PAIN].press(True)
    page.you.once[Flag.WEIGHT_LOSS].press(False)
    page.you.cancer.press(False)

    with qtbot.waitSignal(page.finished) as told:
        qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)

    person, answers = told.args
    assert person == Person(
        SOMEONE.id,
        role=Role.PHYSIO,
        name="Jana Weber",
        birth_year=1985,
        knee=Side.BOTH,
        hurting_for=HurtingFor.OVER_SIX_WEEKS,
        began=Began.INCIDENT,
        worst_pain=8,
        units=Units.MILES,
        country=Country.SWITZERLAND,
        cancer_history=False,
        safety_accepted=True,
    )
    assert answers == {Flag.NIGHT_PAIN: True, Flag.WEIGHT_LOSS: False}


def to_step_2(qtbot, page):
    tick(qtbot, page)
    qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)


def test_nothing_looks_like_a_no_before_it_was_said(qtbot, page):
    to_step_2(qtbot, page)

    questions = [*page.you.once.values(), page.you.cancer]

    assert [question.value() for question in questions] == [None] * 5
    assert not any(question.button(answer).isChecked() for question in questions for answer in (False, True))


def test_no_and_yes_are_said_by_keyboard_and_the_rest_stays_open(qtbot, page):
    to_step_2(qtbot, page)
    qtbot.keyClick(page.you.once[Flag.NEW_LUMP], Qt.Key.Key_N)
    qtbot.keyClick(page.you.once[Flag.CONSTANT_PAIN], Qt.Key.Key_Y)

    with qtbot.waitSignal(page.finished) as told:
        qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)

    assert told.args[1] == {Flag.CONSTANT_PAIN: True, Flag.NEW_LUMP: False}
    assert told.args[0].cancer_history is None


def test_a_name_of_2000_characters_is_refused_beside_the_field(qtbot, page):
    to_step_2(qtbot, page)
    page.you.name.set_text("x" * 2_000)

    with qtbot.assertNotEmitted(page.finished):
        qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)

    assert page.you.name.error() == "A name has at most 200 characters; this one has 2000."
    assert page.you.name.edit.hasFocus()


def test_a_name_with_markup_is_kept_as_it_is(qtbot, page):
    to_step_2(qtbot, page)
    page.you.name.set_text("<b>Jana</b>")

    with qtbot.waitSignal(page.finished) as told:
        qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)

    assert told.args[0].name == "<b>Jana</b>"


@pytest.mark.parametrize(
    ("year", "why"),
    [
        ("85", "Four digits, such as 1985."),
        ("nineteen", "Four digits, such as 1985."),
        ("1899", "From 1916 to 2026."),
        ("2030", "From 1916 to 2026."),
        ("2015", "KneeCoach is made for adults. Please ask a physio for exercises."),
    ],
)
def test_a_year_that_cannot_be_is_refused_beside_the_field(qtbot, page, year, why):
    to_step_2(qtbot, page)
    page.you.year.set_text(year)

    with qtbot.assertNotEmitted(page.finished):
        qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)

    assert page.you.year.error() == why
    assert page.you.year.edit.hasFocus()


def test_back_keeps_what_was_answered(qtbot, page):
    page.knee.which.press(Side.LEFT)
    to_step_2(qtbot, page)

    qtbot.keyClick(page, Qt.Key.Key_Escape)

    assert page.knee.isVisible()
    assert page.knee.which.value() is Side.LEFT


def test_enter_goes_on_once_the_statement_is_ticked(qtbot, page):
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert page.knee.isVisible()

    tick(qtbot, page)
    qtbot.keyClick(page, Qt.Key.Key_Return)

    assert page.you.isVisible()


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_the_statement_can_be_reached_at_every_size(qtbot, page, size):
    page.resize(*size)

    qtbot.mouseClick(page.skip, Qt.MouseButton.LeftButton)

    scroll = page.knee.parentWidget()
    box = page.knee.statement
    assert box.hasFocus()
    assert scroll.rect().contains(box.mapTo(scroll, box.rect().center()))
