"""A number with minus and plus, and the star of a favourite."""

from PySide6.QtCore import Qt

from kneecoach.ui.tokens import LIGHT
from kneecoach.ui.widgets.star import Star
from kneecoach.ui.widgets.stepper import Stepper
from tests.ui.widgets.screen import colours, show


def steps_of(stepper):
    heard = []
    stepper.stepped.connect(heard.append)
    return heard


def test_plus_and_minus_ask_for_a_step_and_show_only_what_they_are_told(qtbot):
    stepper = show(qtbot, Stepper("Sets"))
    stepper.show_number("2", least=False, most=False)
    heard = steps_of(stepper)

    qtbot.mouseClick(stepper.plus, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(stepper.minus, Qt.MouseButton.LeftButton)

    assert heard == [1, -1]
    assert stepper.text() == "2"
    assert stepper.accessibleName() == "Sets 2"


def test_at_a_limit_only_the_way_back_is_open(qtbot):
    stepper = show(qtbot, Stepper("Sets"))
    stepper.show_number("1", least=True, most=False)
    heard = steps_of(stepper)

    qtbot.mouseClick(stepper.minus, Qt.MouseButton.LeftButton)
    stepper.plus.setFocus()
    qtbot.keyClick(stepper.plus, Qt.Key.Key_Left)
    qtbot.keyClick(stepper.plus, Qt.Key.Key_Right)

    assert heard == [1]


def test_each_half_of_a_stepper_says_what_it_does(qtbot):
    stepper = show(qtbot, Stepper("Repetitions"))

    assert stepper.minus.accessibleName() == "Repetitions, less"
    assert stepper.plus.accessibleName() == "Repetitions, more"


def test_a_favourite_has_a_full_star_in_ink_and_never_in_the_accent(qtbot):
    star = show(qtbot, Star())
    assert LIGHT.ink.name() not in colours(star)

    qtbot.mouseClick(star, Qt.MouseButton.LeftButton, pos=star.rect().topLeft())
    qtbot.mouseMove(star.window(), star.window().rect().bottomRight())

    assert star.isChecked()
    assert LIGHT.ink.name() in colours(star)
    assert LIGHT.accent.name() not in colours(star)
