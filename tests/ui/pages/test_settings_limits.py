"""Limits in Settings: which hold, what differs, a file chosen and taken back, and a copy to change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from kneecoach.coaching import thresholds
from kneecoach.domain.person import Units
from kneecoach.ui.pages.settings_limits import NONE_DIFFER, USUAL
from kneecoach.ui.theme import apply_theme
from kneecoach.ui.widgets.text import Label
from tests.fakes import FULL_DISK
from tests.limits import NAME
from tests.ui.pages.carrying import open_settings, said

OWN = f'name = "{NAME}"\nmade_by = "A physio"\ngreen_max = 1\nspike_least_m = 5000\n'


@pytest.fixture
def opened(qtbot, store, tmp_path):
    with open_settings(qtbot, store, tmp_path / "data") as made:
        yield made


@pytest.fixture
def card(opened):
    return opened.page.limits


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "rehab.toml"
    made.write_text(OWN)
    return made


def holds(opened):
    return thresholds.holding(opened.store, opened.person.id)


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def dialog_of(opened):
    (dialog,) = opened.window.findChildren(QFileDialog)
    return dialog


def choose(qtbot, opened, file):
    """By the button, in the dialog."""
    click(qtbot, opened.page.limits.choose)
    dialog = dialog_of(opened)
    dialog.fileSelected.emit(str(file))
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()


def test_the_usual_limits_need_nothing_said_but_how_to_get_others(card):
    assert card.name.text() == USUAL
    assert "Your physio can set others" in card.detail()
    assert card.told() == ()
    assert not card.usual.isVisible()


def test_a_chosen_file_is_shown_with_its_maker_and_all_that_differs(qtbot, opened, card, file):
    choose(qtbot, opened, file)

    assert card.name.text() == NAME
    day = opened.clock.wall()
    assert card.detail().startswith(f"Made by A physio. Chosen on {day.day} ")
    assert card.detail().endswith("2 of 37 differ.")
    assert card.told() == (
        "R10: carry on with pain up to 1 of 10, in place of 2 of 10",
        "R14: a run is measured from 5.0 km, in place of 3.0 km",
    )
    texts = [label.text() for label in card.findChildren(Label)]
    at = texts.index("Carry on with pain up to")
    assert texts[at + 1 : at + 4] == ["2 of 10", "→", "1 of 10"]
    assert said(opened) == f"From now on the limits “{NAME}” hold."


def test_distances_follow_the_unit_of_the_person(qtbot, opened, card, file):
    choose(qtbot, opened, file)

    opened.page.display.units.press(Units.MILES)

    assert card.told()[1] == "R14: a run is measured from 3.1 miles, in place of 1.8 miles"


def test_undo_brings_back_what_held_before(qtbot, opened, card, file):
    choose(qtbot, opened, file)
    first = holds(opened)
    file.write_text('name = "Another"\nrise = 1\n')
    choose(qtbot, opened, file)

    second = holds(opened).profile.name
    opened.window.notice().undo()

    assert second == "Another"
    assert holds(opened) == first
    assert card.name.text() == NAME


def test_back_to_the_usual_can_be_undone(qtbot, opened, card, file):
    choose(qtbot, opened, file)
    card.usual.setFocus()

    click(qtbot, card.usual)
    back = (holds(opened).at, card.name.text(), card.usual.isVisible(), said(opened))
    opened.window.notice().undo()

    assert back == (None, USUAL, False, "From now on the usual limits hold.")
    assert card.name.text() == NAME


def test_limits_in_which_nothing_differs_are_said_to_be_the_same(qtbot, opened, card, file):
    file.write_text('name = "Same"\n')

    choose(qtbot, opened, file)

    assert card.detail().endswith(NONE_DIFFER)
    assert card.told() == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('name = "Loose"\namber_max = 9\n', "the threshold amber_max can be 1 to 5 of 10, and not 9."),
        ('name = "None"\nR01 = false\n', "have 'R01', which is none."),
        ("{", "The thresholds in rehab.toml can't be read. Look at line 1."),
    ],
)
def test_a_bad_file_is_said_in_a_sentence_and_changes_nothing(qtbot, opened, card, file, text, words):
    choose(qtbot, opened, file)
    before = holds(opened)
    file.write_text(text)

    choose(qtbot, opened, file)

    assert said(opened).endswith(words)
    assert holds(opened) == before
    assert card.name.text() == NAME


def test_a_copy_is_saved_where_the_person_wants_it(qtbot, opened, card, file, tmp_path):
    choose(qtbot, opened, file)
    click(qtbot, card.copy)
    dialog = dialog_of(opened)
    ending = dialog.defaultSuffix()

    dialog.fileSelected.emit(str(tmp_path / "copy.toml"))
    dialog.close()

    assert ending == "toml"
    assert said(opened) == "The limits are in copy.toml."
    assert "green_max = 1  # 0 to 3 of 10" in (tmp_path / "copy.toml").read_text()


def test_a_copy_that_can_not_be_saved_is_said(opened, tmp_path):
    opened.page.limits_files.save(str(tmp_path / "gone" / "copy.toml"))

    assert said(opened) == "There is no such folder to write the file in."


def test_what_the_disk_refuses_is_said(opened, file):
    opened.store.full = True

    opened.page.limits_files.choose(str(file))

    assert said(opened) == FULL_DISK


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_larger_text_keeps_every_word_of_the_card(qtbot, qapp, opened, card, file, size):
    theme = opened.settings.theme
    apply_theme(qapp, theme, text_scale=1.35)
    try:
        opened.window.resize(*size)
        choose(qtbot, opened, file)

        for label in (one for one in card.findChildren(Label) if one.isVisible()):
            assert label.width() >= label.minimumSizeHint().width(), label.text()
            assert label.height() >= label.heightForWidth(label.width()) or not label.wordWrap(), label.text()
    finally:
        apply_theme(qapp, theme)
