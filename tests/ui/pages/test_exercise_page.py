"""The page of an exercise: its words, its variants and what it wishes for."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kneecoach.domain.exercise import Side
from kneecoach.figure.movement import View
from kneecoach.ui.dialogs.evidence import Evidence
from kneecoach.ui.pages.exercise_figure import Speed
from kneecoach.ui.widgets.segmented import Segment
from kneecoach.ui.widgets.text import Label
from tests.scenes import settle
from tests.ui.pages.exercising import EXERCISES, Shown


@pytest.fixture
def shown(qtbot):
    return Shown(qtbot)


def test_an_exercise_that_needs_floor_and_no_things_does_not_say_that_it_needs_nothing(shown):
    shown.show("walking_lunge")

    assert "Room: 4 m ahead" in shown.texts()


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)
def test_every_exercise_shows_all_its_words(shown, exercise):
    shown.show(exercise.id)

    texts = " ".join(shown.texts())
    wanted = [exercise.name, *exercise.steps, *exercise.cues, *exercise.cautions, exercise.source]
    wanted += [wrong.error.rstrip(".") for wrong in exercise.common_errors]
    wanted += [wrong.correction.rstrip(".") for wrong in exercise.common_errors]
    assert [words for words in wanted if words not in texts] == []


def test_easier_and_harder_open_that_exercise(shown):
    page = shown.show()
    assert page.easier.words()[0] == "Reverse lunge"
    assert page.harder.words()[0] == "Walking lunge"

    page.easier.click()
    page.harder.click()

    assert shown.wishes == [("exercise", "reverse_lunge"), ("exercise", "walking_lunge")]


def test_a_variant_that_is_no_exercise_is_a_sentence(shown):
    page = shown.show("calf_raise")

    assert page.easier.words() == ("", EXERCISES["calf_raise"].easier)
    assert not page.easier.isEnabled()
    page.easier.click()
    assert shown.wishes == []


def test_the_easiest_says_so(qtbot):
    easiest = replace(EXERCISES["heel_slide"], easier="", harder="")
    shown = Shown(qtbot, {"heel_slide": easiest})

    page = shown.show("heel_slide")

    assert page.easier.words()[1] == "This is the easiest."
    assert page.harder.words()[1] == "This is the hardest."


def test_an_exercise_of_one_s_own_without_a_drawing_shows_its_steps(qtbot):
    shown = Shown(qtbot, movements=lambda _exercise: None)

    page = shown.show()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_V, Qt.Key.Key_S, Qt.Key.Key_3):
        shown.press(key)

    assert page.figure.steps.isVisible()
    assert not page.figure.figure.isVisible()
    assert not page.figure.ruler.isVisible()
    assert not page.figure.speed.isVisible()


def test_enter_tries_one_set_of_the_side_that_is_shown(shown):
    shown.show(side=Side.RIGHT)

    shown.press(Qt.Key.Key_Return)

    assert shown.wishes == [("try", "front_lunge", Side.RIGHT)]


def test_esc_and_the_way_back_lead_back(shown):
    page = shown.show()

    shown.press(Qt.Key.Key_Escape)
    page.crumbs.back.click()

    assert shown.wishes == [("back",), ("back",)]
    assert page.crumbs.name() == "Inner-knee warm-up"


def test_add_and_listen_tell_what_is_wished(shown):
    page = shown.show()

    page.add.click()
    page.text.listen.click()

    assert shown.wishes == [("add", "front_lunge"), ("listen", EXERCISES["front_lunge"].cues)]


def test_without_a_voice_there_is_nothing_to_listen_to(shown):
    assert shown.show(voice=False).text.listen.isHidden()


def test_read_more_shows_who_was_studied_and_what_is_missing(shown):
    page = shown.show("outer_thigh_roll")

    page.text.read_more.click()

    dialog = page.findChild(Evidence)
    texts = [one.text() for one in dialog.findChildren(Label)]
    assert set(EXERCISES["outer_thigh_roll"].evidence) <= set(texts)
    dialog.accept()


def test_a_low_window_scrolls_the_words_and_not_the_figure(qtbot):
    shown = Shown(qtbot, size=(960, 640))

    page = shown.show("lateral_walk")
    settle()
    assert page.text.room.verticalScrollBar().maximum() > 0

    foot = page.figure.play.mapTo(page, QPoint(0, page.figure.play.height()))
    assert foot.y() <= page.height()
    assert page.figure.figure.height() >= 230
    assert page.easier.geometry().bottom() <= page.height()


@pytest.mark.parametrize("exercise", EXERCISES)
def test_at_the_usual_size_all_words_stand_without_scrolling(shown, exercise):
    page = shown.show(exercise)

    settle()

    assert page.text.room.verticalScrollBar().maximum() == 0


def clicked(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def to_whoever_listens(key):
    QTest.keyClick(QApplication.focusWidget(), key)


def test_after_a_click_on_step_by_step_the_keys_still_steer_the_figure(shown):
    page = shown.show("squat")
    clicked(page.figure.view.button(View.FRONT))
    clicked(page.figure.speed.button(Speed.STEPS))

    to_whoever_listens(Qt.Key.Key_Right)
    shown.pass_by(9.0)
    first = shown.phase()
    to_whoever_listens(Qt.Key.Key_Space)
    shown.pass_by(9.0)

    assert (first, shown.phase()) == (("Lower", 1), ("Hold", 1))
    assert page.figure.view.value() is View.FRONT


def test_the_right_arrow_goes_on_wherever_the_focus_is_unless_something_is_chosen_by_it(shown):
    page = shown.show("squat")
    shown.press(Qt.Key.Key_Space)
    places = [
        one for one in page.findChildren(QWidget) if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    buttons = [one for one in places if not isinstance(one, Segment)]

    stuck = []
    for button in buttons:
        button.setFocus()
        before = shown.phase()
        to_whoever_listens(Qt.Key.Key_Right)
        if shown.phase() == before:
            stuck.append(button.accessibleName())

    assert len(buttons) > 4
    assert stuck == []


def test_with_the_keyboard_on_it_a_choice_takes_the_arrows_and_keeps_them(shown):
    page = shown.show("squat")
    page.figure.speed.button(Speed.REAL).setFocus(Qt.FocusReason.TabFocusReason)

    to_whoever_listens(Qt.Key.Key_Right)

    assert page.figure.speed.value() is Speed.STEPS
    assert page.figure.speed.button(Speed.STEPS).hasFocus()


def test_the_focus_goes_along_with_what_a_key_of_the_page_chooses(shown):
    page = shown.show("front_lunge")
    page.figure.view.button(View.SIDE).setFocus(Qt.FocusReason.TabFocusReason)

    to_whoever_listens(Qt.Key.Key_V)

    assert page.figure.view.button(View.FRONT).hasFocus()
