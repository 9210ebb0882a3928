"""Settings: saved as they are changed, and put back with Undo."""

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.exercise import Side
from kneecoach.domain.once import ONCE
from kneecoach.domain.person import Country, Units
from kneecoach.domain.settings import Settings, Theme
from kneecoach.ui.dialogs.about import About
from tests.fakes import ScriptedPrompts
from tests.ui.pages.setting import Opened


@pytest.fixture
def opened(qtbot, store, tmp_path):
    made = Opened(qtbot, store, tmp_path / "data")
    yield made
    made.window.notice().hide()


def test_it_shows_what_is_on_disk(opened):
    page = opened.page

    assert page.person.name.text() == "Jana Weber"
    assert page.person.year.text() == "1985"
    assert page.person.knee.value() is Side.LEFT
    assert page.person.country.value() is Country.EUROPE
    assert [opened.shown(flag) for flag in ONCE] == [None, None, False, True]
    assert page.once.cancer.value() is False


def test_a_choice_is_saved_at_once_and_undone(opened):
    opened.page.person.knee.press(Side.RIGHT)
    assert opened.kept.knee is Side.RIGHT

    opened.window.notice().undo()

    assert opened.kept.knee is Side.LEFT
    assert opened.page.person.knee.value() is Side.LEFT


def test_a_name_is_saved_when_the_field_is_left(qtbot, opened):
    field = opened.page.person.name.edit
    field.selectAll()
    qtbot.keyClicks(field, "Mia")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert opened.kept.name == "Mia"


def test_a_name_that_is_too_long_is_refused_and_kept_from_the_disk(qtbot, opened):
    opened.page.person.name.set_text("x" * 2_000)
    qtbot.keyClick(opened.page.person.name.edit, Qt.Key.Key_Return)

    assert "at most 200" in opened.page.person.name.error()
    assert opened.kept.name == "Jana Weber"


def test_a_year_that_cannot_be_is_refused(qtbot, opened):
    opened.page.person.year.set_text("20")
    qtbot.keyClick(opened.page.person.year.edit, Qt.Key.Key_Return)

    assert opened.page.person.year.error() == "Four digits, such as 1985."
    assert opened.kept.birth_year == 1985


def test_the_theme_is_told_to_whoever_shows_it(qtbot, opened):
    with qtbot.waitSignal(opened.changes.settings):
        opened.page.display.theme.press(Theme.DARK)

    assert opened.settings == Settings(theme=Theme.DARK)


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (lambda page: page.display.motion.press(True), Settings(reduced_motion=True)),
        (lambda page: page.display.awake.click(), Settings(keep_awake=False)),
        (lambda page: page.sound.beeps.click(), Settings(beeps=False)),
    ],
)
def test_each_switch_saves_itself(opened, act, expected):
    act(opened.page)

    assert opened.settings == expected


def test_the_volume_follows_its_keys(qtbot, opened):
    qtbot.keyClick(opened.page.sound.volume, Qt.Key.Key_Left)

    assert opened.settings.volume == 6


def test_miles_are_the_persons(opened):
    opened.page.display.units.press(Units.MILES)

    assert opened.kept.units is Units.MILES


def test_open_shows_the_folder(qtbot, opened, tmp_path):
    qtbot.mouseClick(opened.page.data.open, Qt.MouseButton.LeftButton)

    assert opened.prompts.opened == [tmp_path / "data"]
    assert opened.page.data.path.text().replace("\u200b", "") == str(tmp_path / "data")


def test_a_desktop_that_cannot_show_folders_is_said(qtbot, store, tmp_path):
    opened = Opened(qtbot, store, tmp_path, prompts=ScriptedPrompts(opens=False))

    qtbot.mouseClick(opened.page.data.open, Qt.MouseButton.LeftButton)

    assert "nothing to show folders with" in opened.window.notice().text()


def test_a_full_disk_changes_nothing_and_says_so(opened):
    opened.store.full = True

    opened.page.display.theme.press(Theme.DARK)
    opened.store.full = False

    assert opened.window.notice().text().startswith("The disk is full.")
    assert opened.page.display.theme.value() is Theme.SYSTEM
    assert opened.settings == Settings()


def test_about_says_what_it_is_for(qtbot, opened):
    qtbot.mouseClick(opened.page.about, Qt.MouseButton.LeftButton)

    about = opened.window.findChild(About)
    assert about.isVisible()
    about.close()


def test_the_longest_country_stands_whole_with_its_numbers(opened):
    country = opened.page.person.country

    assert country.width() >= country.sizeHint().width()
