"""The small windows: what they say, what they answer, and that they are freed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from kneecoach import __version__
from kneecoach.domain.exercise import Side
from kneecoach.domain.routine import without
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.ui.dialogs.about import About
from kneecoach.ui.dialogs.cannot_start import CannotStartWindow
from kneecoach.ui.dialogs.change_routine import ChangeRoutine
from kneecoach.ui.dialogs.frame import Dim
from kneecoach.ui.dialogs.key_list import MINUS, PLAYER, KeyList
from kneecoach.ui.dialogs.key_list import ROUTINES as THE_KEYS_OF_ROUTINES
from kneecoach.ui.theme import Theme, apply_theme
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import PrimaryButton

EXERCISES, ROUTINES = load_exercises(), load_routines()


def texts(dialog):
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


@pytest.fixture
def change(qtbot):
    def build(routine="warm-up", first=Side.LEFT, lacking=()):
        chosen = routine if not isinstance(routine, str) else ROUTINES[routine]
        made = ChangeRoutine(chosen, first, ROUTINES, EXERCISES, lacking=lacking)
        qtbot.addWidget(made)
        made.open()
        qtbot.waitExposed(made)
        return made

    return build


@pytest.mark.parametrize("kind", [About, KeyList])
def test_escape_closes_and_frees_it(qtbot, kind):
    dialog = kind()
    dialog.open()
    qtbot.waitExposed(dialog)

    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_about_says_the_intended_use_and_every_licence(qtbot):
    about = About()
    qtbot.addWidget(about)

    said = texts(about)

    for words in (__version__, "not a certified medical device", "MIT", "Open Font License", "Lesser General Public"):
        assert words in said


def test_the_key_list_names_the_keys_of_the_player(qtbot):
    keys = KeyList()
    qtbot.addWidget(keys)

    assert "Pause, go on" in texts(keys)
    assert "It hurts" in texts(keys)


def test_no_word_of_the_key_list_is_cut_off(qtbot, qapp):
    apply_theme(qapp, Theme.LIGHT)
    keys = KeyList()
    qtbot.addWidget(keys)
    keys.open()
    qtbot.waitExposed(keys)

    cut = [
        label.text()
        for label in keys.findChildren(QLabel)
        if label.height() < label.heightForWidth(label.width())
        or label.width() < max(QFontMetrics(label.font()).horizontalAdvance(word) for word in label.text().split())
    ]

    assert cut == []
    assert (keys.width() <= 1_024, keys.height() <= 640) == (True, True)
    keys.reject()


def test_the_key_list_tells_how_to_take_things_back():
    assert all(("Ctrl", "Z") in [caps for caps, _ in keys] for keys in (PLAYER, THE_KEYS_OF_ROUTINES))


def test_what_cannot_start_says_why(qtbot):
    window = CannotStartWindow("The data folder is a file: choose another folder with --data-dir.")
    window.show()
    qtbot.waitExposed(window)
    assert "The data folder is a file" in texts(window)

    with qtbot.waitSignal(window.destroyed):
        qtbot.mouseClick(window.leave, Qt.MouseButton.LeftButton)


def test_change_says_at_once_how_long_it_takes(change):
    dialog = change()
    assert "12 minutes" in texts(dialog)

    dialog.which.press("short-warm-up")

    assert "6 minutes" in texts(dialog)


def test_leaving_out_the_roller_shortens_the_warm_up(qtbot, change):
    dialog = change()
    dialog.without.chip("Foam roller").click()
    assert "Foam roll," not in texts(dialog)

    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.mouseClick(dialog.findChild(PrimaryButton), Qt.MouseButton.LeftButton)

    routine, first = told.args
    assert [item.exercise for item in routine.items] == ["adductor_stretch", "lateral_walk", "front_lunge"]
    assert first is Side.LEFT


def test_what_was_left_out_before_is_still_ticked(change):
    dialog = change(without(ROUTINES["warm-up"], {"lateral_walk"}))

    assert dialog.without.value() == {"Loop tube"}


def test_only_what_the_routine_needs_can_be_left_out(change):
    dialog = change("calm-down")

    assert not dialog.without.chip("Foam roller").isEnabled()


def test_the_side_that_begins_can_be_the_right(qtbot, change):
    dialog = change(first=Side.LEFT)
    dialog.first.press(Side.RIGHT)

    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.mouseClick(dialog.findChild(PrimaryButton), Qt.MouseButton.LeftButton)

    assert told.args[1] is Side.RIGHT


def test_cancel_changes_nothing(qtbot, change):
    dialog = change()
    dialog.which.press("calm-down")

    with qtbot.assertNotEmitted(dialog.chosen):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_window_is_dimmed_under_a_dialog_and_clear_after_it(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 640)
    window.show()
    qtbot.waitExposed(window)

    dialog = KeyList(parent=window)
    dialog.open()
    qtbot.waitExposed(dialog)
    (dim,) = window.findChildren(Dim)
    window.resize(1100, 700)
    edge = dialog.grab().toImage().pixelColor(0, dialog.height() // 2)
    assert dim.geometry() == window.rect()
    assert edge == tokens_of(dialog).line2
    dialog.reject()

    assert not any(one.isVisible() for one in window.findChildren(Dim))


def test_the_list_of_keys_has_the_one_for_less_rest():
    assert (("+", MINUS), "15 seconds more or less rest") in PLAYER


def test_what_one_said_to_have_none_of_is_left_out_and_told_with_what_does_instead(change):
    dialog = change(lacking=("Foam roller", "Something else"))

    left_out = [item.exercise for item in dialog.routine().items]

    assert "adductor_roll" not in left_out
    assert dialog.without.value() == {"Foam roller"}
    assert "Instead of a foam roller: " in texts(dialog)


def test_only_what_changed_about_ones_things_is_told(change):
    dialog = change(lacking=("Foam roller",))
    told = []
    dialog.lacking_changed.connect(lambda name, lacking: told.append((name, lacking)))

    dialog.without.chip("Foam roller").click()
    dialog.without.chip("Loop tube").click()
    dialog.findChild(PrimaryButton).click()

    assert told == [("Foam roller", False), ("Loop tube", True)]


def test_the_change_of_routine_fits_the_smallest_window(change):
    assert change().sizeHint().height() <= 640
