"""The Routines page in a window, over a store and the shipped library."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from kneecoach.coaching import people, routines
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.exchange.movements import Movements
from kneecoach.storage import settings as settings_table
from kneecoach.ui.changes import Changes
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.pages.routines_known import Library
from kneecoach.ui.pages.routines_page import RoutinesPage
from tests.fakes import FickleStore, HandClock
from tests.made_up import a_runner

EXERCISES, ROUTINES = load_exercises(), load_routines()
SHIPPED = ["Inner-knee warm-up", "Short warm-up", "Strength day", "Flexibility day", "Calm-down day"]
LIBRARY = Library(EXERCISES, ROUTINES, Movements().find)


class Opened:
    """Holds the page and hears its wishes; `keep` runs before the page reads for the first time."""

    def __init__(self, qtbot, store, *, keep=None, size=(1280, 800)):
        self.clock = HandClock()
        self.store = FickleStore(store)
        self.person = people.introduce(store, a_runner(), {}, self.clock.wall())
        if keep is not None:
            keep(self)
        self.changes = Changes()
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.page = RoutinesPage(
            self.store, LIBRARY, wall=self.clock.wall, changes=self.changes, notice=self.window.notice
        )
        self.started, self.shown = [], []
        self.page.start_requested.connect(self.started.append)
        self.page.exercise_requested.connect(lambda *told: self.shown.append(told))
        self.window.shell.add_page("routines", lambda: self.page)
        self.window.resize(*size)
        self.window.go_routines()
        self.window.show()
        qtbot.waitExposed(self.window)

    @property
    def notice(self):
        return self.window.notice()

    @property
    def rows(self):
        return self.page.detail.sequence.rows()

    @property
    def panel(self):
        return self.page.detail.sequence.panel

    def shelf(self):
        """What is on disk."""
        return routines.shelf(self.store, ROUTINES.values(), EXERCISES)

    def settings(self):
        with self.store.begin() as tx:
            return settings_table.read(tx)

    def copy(self, routine_id="warm-up"):
        """A copy of a shipped routine, shown and open at its first exercise."""
        self.page.choose(routine_id)
        self.page.duplicate()
        self.notice.hide()
        self.rows[0].click()
        return self.page.chosen().id

    def names(self):
        """The names in the list from top to bottom."""
        return [self.page.list.row(known).line().name for known in self.page.list.order()]

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.window.focusWidget() or self.page, key, modifiers)

    def search(self, text):
        self.page.list.begin_search()
        QTest.keyClicks(self.page.list.search.edit, text)

    def reads(self):
        """All words on the page."""
        labels = [one.text() for one in self.page.findChildren(QLabel) if one.isVisible()]
        spoken = [one.accessibleName() for one in self.page.findChildren(QWidget) if one.isVisible()]
        return "\n".join(labels + spoken)


def on_disk(opened):
    """The routine that is shown, as it is kept."""
    return opened.shelf().routine(opened.page.chosen().id)
