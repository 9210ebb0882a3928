"""Segments, questions, switches, chips and cards of choice."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.ui.tokens import DARK, LIGHT, set_tokens
from kneecoach.ui.widgets.chips import ChipRow
from kneecoach.ui.widgets.choice_cards import ChoiceCards
from kneecoach.ui.widgets.segmented import Segmented, YesNo
from kneecoach.ui.widgets.switch import CheckBox, Switch
from tests.ui.widgets.screen import colours, pixel, show

KNEES = [("left", "Left"), ("right", "Right"), ("both", "Both")]


@pytest.fixture
def knees(qtbot):
    return show(qtbot, Segmented(KNEES, name="Knee"))


def heard(widget):
    values = []
    widget.changed.connect(values.append)
    return values


def test_no_knee_is_chosen_to_begin_with(knees):
    assert knees.value() is None
    assert (knees.accessibleName(), knees.accessibleDescription()) == ("Knee", "")


def test_a_click_chooses_one_and_lets_the_other_go(qtbot, knees):
    values = heard(knees)

    qtbot.mouseClick(knees.button("left"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(knees.button("both"), Qt.MouseButton.LeftButton)

    assert values == ["left", "both"]
    assert knees.accessibleDescription() == "Both"


def test_arrow_keys_choose_a_neighbour(qtbot, knees):
    knees.set_value("left")
    knees.button("left").setFocus()
    values = heard(knees)

    qtbot.keyClick(knees.button("left"), Qt.Key.Key_Right)
    qtbot.keyClick(knees.button("right"), Qt.Key.Key_Right)
    qtbot.keyClick(knees.button("both"), Qt.Key.Key_Left)

    assert values == ["right", "both", "right"]
    assert knees.button("right").hasFocus()


def test_an_arrow_key_chooses_when_nothing_was_chosen(qtbot, knees):
    knees.button("left").setFocus()

    qtbot.keyClick(knees.button("left"), Qt.Key.Key_Right)

    assert knees.value() == "right"


def test_a_choice_can_be_set_and_taken_back_in_silence(knees):
    values = heard(knees)

    knees.set_value("right")
    chosen = knees.value()
    knees.set_value(None)

    assert (chosen, knees.value(), values) == ("right", None, [])


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_chosen_segment_is_filled_with_ink(knees, tokens):
    set_tokens(knees, tokens)
    knees.set_value("right")
    right, both = knees.button("right"), knees.button("both")

    assert pixel(knees, right.x() + 4, 6) == tokens.ink.name()
    assert pixel(knees, both.x() + 4, 6) == tokens.surface.name()


def test_a_question_is_unanswered_until_it_is_answered(qtbot):
    question = show(qtbot, YesNo(name="The knee is clearly swollen, hot or red"))

    assert question.value() is None


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Y, True), (Qt.Key.Key_N, False)])
def test_y_and_n_answer_a_question(qtbot, key, answer):
    question = show(qtbot, YesNo(name="The knee locks"))
    values = heard(question)

    question.button(False).setFocus()
    qtbot.keyClick(question.button(False), key)

    assert values == [answer]


def test_yes_to_a_warning_sign_is_shown_in_the_stop_colour_and_no_in_ink(qtbot, light):
    question = show(qtbot, YesNo(name="The knee locks"))

    question.press(True)
    assert light.stop.name() in colours(question)

    question.press(False)
    assert light.stop.name() not in colours(question)
    assert light.ink.name() in colours(question)


def test_segments_fit_words_of_any_length(qtbot):
    short = Segmented([(1, "Kilometres")], name="Distance")
    longer = Segmented([(1, "Kilometres and then some")], name="Distance")
    for one in (short, longer):
        qtbot.addWidget(one)

    assert longer.sizeHint().width() > short.sizeHint().width()
    assert longer.minimumSizeHint().width() == longer.sizeHint().width()


def test_a_switch_turns_by_key_and_says_so(qtbot):
    switch = show(qtbot, Switch("Beeps"))

    qtbot.keyClick(switch, Qt.Key.Key_Space)

    assert switch.isChecked()
    assert (switch.accessibleName(), switch.accessibleDescription()) == ("Beeps", "On")


def test_a_switch_that_is_on_is_filled_and_its_knob_stands_right(qtbot, light):
    switch = show(qtbot, Switch("Beeps", on=True))
    on = (pixel(switch, 10, 14), pixel(switch, 32, 14))

    switch.setChecked(False)

    assert on == (light.ink.name(), light.surface.name())
    assert (pixel(switch, 10, 14), pixel(switch, 32, 14)) == (light.line2.name(), light.surface.name())


def test_a_statement_is_ticked_by_a_click_on_its_words(qtbot, light):
    box = show(qtbot, CheckBox("None of these is true for me"))

    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())

    assert box.isChecked()
    assert pixel(box, 3, box.height() // 2) == light.ink.name()


def test_a_long_statement_wraps_instead_of_being_cut(qtbot):
    box = CheckBox("None of these is true for me, and I have read what to do when one of them becomes true")
    qtbot.addWidget(box)

    assert box.heightForWidth(200) > box.heightForWidth(800)


def test_chips_are_chosen_in_any_number(qtbot):
    row = show(qtbot, ChipRow([("hot", "Hot"), ("red", "Red"), ("big", "Swollen")], name="What do you see?"), 400)
    values = heard(row)

    qtbot.mouseClick(row.chip("hot"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(row.chip("big"), Qt.Key.Key_Space)
    qtbot.mouseClick(row.chip("hot"), Qt.MouseButton.LeftButton)

    assert values == [{"hot"}, {"hot", "big"}, {"big"}]


def test_a_chosen_chip_is_filled(qtbot, light):
    row = show(qtbot, ChipRow([("hot", "Hot"), ("red", "Red")], name="What do you see?"), 400)
    row.set_value({"red"})

    assert pixel(row.chip("red"), 5, 5) == light.ink.name()
    assert pixel(row.chip("hot"), 5, 5) == light.surface.name()


def test_chips_wrap_when_the_words_get_longer(qtbot):
    row = ChipRow([(i, "A fairly long answer") for i in range(4)], name="Answers")
    qtbot.addWidget(row)
    host = QWidget()
    qtbot.addWidget(host)
    QVBoxLayout(host).addWidget(row)
    show(qtbot, host, 300, 400)

    tops = {row.chip(i).y() for i in range(4)}

    assert len(tops) == 4
    assert all(row.chip(i).size() == row.chip(i).sizeHint() for i in range(4))


def test_a_role_is_chosen_on_a_card(qtbot, light):
    cards = show(
        qtbot, ChoiceCards([("run", "I run", "For me"), ("treat", "I treat", "For them")], name="Use"), 640, 80
    )
    values = heard(cards)

    qtbot.mouseClick(cards.card("treat"), Qt.MouseButton.LeftButton)

    assert (values, cards.value()) == (["treat"], "treat")
    assert light.accent.name() in colours(cards.card("treat"))
    assert light.accent.name() not in colours(cards.card("run"))


def test_a_target_is_never_smaller_than_28_pixels(qtbot):
    switch, box, question, knee = Switch("Beeps"), CheckBox("Yes"), YesNo(name="Locks"), Segmented(KNEES, name="Knee")
    for widget in (switch, box, question, knee):
        qtbot.addWidget(widget)

    hints = [one.sizeHint() for one in (switch, box, question.button(True), knee.button("left"))]

    assert all(QSize(28, 28).boundedTo(hint) == QSize(28, 28) for hint in hints)
