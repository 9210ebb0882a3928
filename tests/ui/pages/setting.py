"""A Settings page in a window, with everything it touches."""

from kneecoach.coaching import people
from kneecoach.domain.flag import Flag
from kneecoach.storage import diary
from kneecoach.storage import people as people_table
from kneecoach.storage import settings as settings_table
from kneecoach.ui.changes import Changes
from kneecoach.ui.diary_files import DiaryFiles
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
        self.person = people.introduce(
            self.store, a_runner(), {Flag.NEW_LUMP: True, Flag.WEIGHT_LOSS: False}, self.clock.wall()
        )
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
        self.files = DiaryFiles(
            self.window, lambda: self.store, lambda: self.person.id, changes=self.changes, wall=self.clock.wall
        )
        self.page = SettingsPage(
            self.store, folder, changes=self.changes, edges=given, notice=self.window.notice(), files=self.files
        )
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

    def said(self, flag):
        """The answer as it is on disk: no, yes, or None for none."""
        with self.store.begin() as tx:
            kept = people_table.once_answers(tx, self.person.id).get(flag)
        return None if kept is None else kept.yes

    def shown(self, flag):
        return self.page.once.flags[flag].value()

    def open_flags(self):
        with self.store.begin() as tx:
            return [entry.flag for entry in diary.flags(tx, self.person.id) if entry.is_open]
