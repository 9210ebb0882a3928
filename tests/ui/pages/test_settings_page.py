"""Settings: saved as they are changed, and put back with Undo."""

import pytest
from PySide6.QtCore import Qt

from kneecoach.coaching import people
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag
from kneecoach.domain.person import Country, Units
from kneecoach.domain.settings import Settings, Theme
from kneecoach.storage import diary
from kneecoach.storage import people as people_table
from kneecoach.storage import settings as settings_table
from kneecoach.ui.changes import Changes
from kneecoach.ui.dialogs.about import About
from kneecoach.ui.edges import Edges
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.pages.settings_page import SettingsPage
from tests.fakes import FickleStore, HandClock, ScriptedAwake, ScriptedPrompts, SilentSounds, SilentVoice
from tests.made_up import a_runner


class Opened:
    """A settings page in a window, with everything it touches."""

    def __init__(self, qtbot, store, folder, **edges):
        self.clock = HandClock()
        self.store = FickleStore(store)
        self.person = people.introduce(self.store, a_runner(), (Flag.NEW_LUMP,), self.clock.wall())
        self.prompts = edges.pop("prompts", ScriptedPrompts())
        self.sounds = edges.pop("sounds", SilentSounds())
        self.voice = edges.pop("voice", None) or SilentVoice()
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.changes = Changes()
        given = Edges(
            now=self.clock.now,
            wall=self.clock.wall,
            sounds=self.sounds,
            voice=self.voice,
            awake=ScriptedAwake(),
            prompts=self.prompts,
        )
        self.page = SettingsPage(self.store, folder, changes=self.changes, edges=given, notice=self.window.notice())
        self.window.shell.add_page("settings", lambda: self.page)
        self.window.shell.add_page("today", lambda: self.page)
        self.window.go_settings()
        self.window.show()
        qtbot.waitExposed(self.window)

    @property
    def kept(self):
        with self.store.begin() as tx:
            return people_table.current(tx)

    @property
    def settings(self):
        with self.store.begin() as tx:
            return settings_table.read(tx)

    def open_flags(self):
        with self.store.begin() as tx:
            return [entry.flag for entry in diary.flags(tx, self.person.id) if entry.is_open]


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
    assert page.once.flags[Flag.NEW_LUMP].isChecked()
    assert not page.once.flags[Flag.NIGHT_PAIN].isChecked()
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


def test_a_yes_to_a_once_question_opens_a_flag_and_undo_takes_it_back(opened):
    opened.page.once.flags[Flag.NIGHT_PAIN].click()
    assert opened.open_flags() == [Flag.NEW_LUMP, Flag.NIGHT_PAIN]

    opened.window.notice().undo()

    assert opened.open_flags() == [Flag.NEW_LUMP]


def test_a_flag_that_is_gone_is_closed_and_undo_opens_it_again(opened):
    opened.page.once.flags[Flag.NEW_LUMP].click()
    assert opened.open_flags() == []

    opened.window.notice().undo()

    assert opened.open_flags() == [Flag.NEW_LUMP]


def test_cancer_before_can_be_answered_again(opened):
    opened.page.once.cancer.press(True)

    assert opened.kept.cancer_history is True


@pytest.mark.parametrize(
    ("available", "said"), [(True, "17:20: Played two tones."), (False, "17:20: No sound device was found.")]
)
def test_the_sound_test_says_what_came_of_it(qtbot, store, tmp_path, available, said):
    opened = Opened(qtbot, store, tmp_path, sounds=SilentSounds(available=available))

    qtbot.mouseClick(opened.page.sound.test, Qt.MouseButton.LeftButton)

    assert opened.page.sound.outcome.text() == said


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
