"""Settings: saved as they are changed, and put back with Undo."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

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
from kneecoach.ui.dialogs.sound_doctor import SoundDoctor
from kneecoach.ui.edges import Edges
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.pages.settings_page import SettingsPage
from kneecoach.ui.sounds import Beep
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
    ("available", "said"),
    [
        (True, "Played two tones. Said: Change side, right. Heard both?"),
        (False, "No sound device was found. No voice on this computer. Heard both?"),
    ],
)
def test_the_sound_test_says_what_came_of_it_and_asks(qtbot, store, tmp_path, available, said):
    opened = Opened(
        qtbot, store, tmp_path, sounds=SilentSounds(available=available), voice=SilentVoice(available=available)
    )

    qtbot.mouseClick(opened.page.sound.test, Qt.MouseButton.LeftButton)

    assert opened.page.sound.outcome.text() == said
    assert opened.page.sound.yes.isVisible()


def test_who_heard_both_reads_when(qtbot, opened):
    opened.page.sound.test.setFocus()
    qtbot.keyClick(opened.page.sound.test, Qt.Key.Key_Space)

    qtbot.keyClick(opened.window.focusWidget(), Qt.Key.Key_Space)

    assert opened.page.sound.outcome.text() == "Both heard at 17:20. Heard nothing later?"
    assert not opened.page.sound.yes.isVisible()
    assert opened.window.findChild(SoundDoctor) is None


def test_who_did_not_hear_both_is_shown_what_may_be_wrong_and_can_test_again(qtbot, opened):
    qtbot.mouseClick(opened.page.sound.test, Qt.MouseButton.LeftButton)

    qtbot.mouseClick(opened.page.sound.no, Qt.MouseButton.LeftButton)
    doctor = opened.window.findChild(SoundDoctor)
    doctor.again.click()

    assert opened.voice.said == ["Change side, right.", "Change side, right."]
    assert opened.page.sound.yes.isVisible()


def test_the_reasons_can_be_looked_at_later(qtbot, opened):
    opened.page.test_sound()
    opened.page.sound.yes.click()

    qtbot.mouseClick(opened.page.sound.find_out, Qt.MouseButton.LeftButton)

    assert opened.window.findChild(SoundDoctor).isVisible()


def test_t_tests_the_sound_but_not_while_a_name_is_typed(qtbot, opened):
    opened.page.person.name.edit.setFocus()
    qtbot.keyClick(opened.page.person.name.edit, Qt.Key.Key_T)
    typed = list(opened.voice.said)

    opened.page.display.awake.setFocus()
    qtbot.keyClick(opened.page.display.awake, Qt.Key.Key_T)

    assert typed == []
    assert opened.voice.said == ["Change side, right."]


@pytest.mark.parametrize(
    ("press", "field", "wanted"),
    [
        (lambda card: card.voice.click(), "voice", False),
        (lambda card: card.count_aloud.click(), "count_aloud", False),
        (lambda card: card.beeps.click(), "beeps", False),
        (lambda card: card.voice_volume._choose(3), "voice_volume", 3),
        (lambda card: card.volume._choose(2), "volume", 2),
    ],
)
def test_voice_and_beeps_are_kept_each_for_itself_and_can_be_undone(opened, press, field, wanted):
    before = opened.settings

    press(opened.page.sound)
    after = opened.settings
    opened.window.notice().undo()

    assert after == replace(before, **{field: wanted})
    assert opened.settings == before


def test_another_volume_is_heard_at_once(opened):
    opened.page.sound.volume._choose(9)

    assert opened.sounds.played == [Beep.TICK]


def test_what_is_off_cannot_be_made_louder(opened):
    opened.page.sound.voice.click()

    assert not opened.page.sound.voice_volume.isEnabled()
    assert not opened.page.sound.count_aloud.isEnabled()
    assert opened.page.sound.volume.isEnabled()


def test_the_card_says_what_speaks_or_how_to_get_a_voice(qtbot, store, tmp_path, opened, monkeypatch):
    (tmp_path / "apt-get").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    silent = Opened(qtbot, store, tmp_path, voice=SilentVoice(available=False))

    spoken, lacking = (texts(one.page.sound) for one in (opened, silent))

    assert "espeak-ng, English" in spoken
    assert "No voice on this computer. Beeps and pictures still guide." in lacking
    assert "Install a voice: sudo apt install espeak-ng" in lacking


def texts(card):
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


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
