"""A window with a plan open in it, and what is kept of it."""

from PySide6.QtWidgets import QWidget

from kneecoach.coaching import plans
from kneecoach.storage import people
from kneecoach.ui.changes import Changes
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.plan_flow import PlanFlow
from tests.made_up import SATURDAY


class Opened:
    """A store that is open already."""

    def __init__(self, store):
        self.store = store

    def get(self):
        return self.store


class Desk:
    """A window with a plan open in it."""

    def __init__(self, qtbot, store):
        self.qtbot, self.store = qtbot, store
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.window.shell.add_page("today", QWidget)
        self.flow = PlanFlow(
            self.window, Opened(store), self.person, wall=lambda: SATURDAY, changes=Changes(self.window)
        )
        self.window.show()
        self.flow.show()

    def person(self):
        with self.store.begin() as tx:
            return people.current(tx)

    @property
    def page(self):
        return self.window.flow

    def kept(self):
        return plans.read(self.store, self.person().id)

    def undo(self):
        self.window.notice().undo()
