"""The diary in a window, over a store that tests fill."""

from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from kneecoach.coaching import diary, people
from kneecoach.domain.exercise import Side
from kneecoach.domain.pain import PainEntry, PainPhase
from kneecoach.domain.run import Run, RunKind
from kneecoach.ui.changes import Changes
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.pages.diary_book import Book
from kneecoach.ui.pages.diary_page import DiaryPage
from tests.fakes import FickleStore, HandClock
from tests.made_up import a_runner


class Diaries:
    """Holds the page and hears its wishes; `fill` runs before the page reads for the first time."""

    def __init__(self, qtbot, store, *, fill=None, size=(1280, 800)):
        self.clock = HandClock()
        self.store = FickleStore(store)
        self.person = people.introduce(store, a_runner(), {}, self.clock.wall())
        if fill is not None:
            fill(self)
        self.changes = Changes()
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        book = Book(self.store, lambda: self.person)
        self.page = DiaryPage(book, wall=self.clock.wall, changes=self.changes, notice=self.window.notice)
        self.runs, self.sessions = [], []
        self.page.run_requested.connect(self.runs.append)
        self.page.session_requested.connect(self.sessions.append)
        self.window.shell.add_page("diary", lambda: self.page)
        self.window.resize(*size)
        self.window.go_diary()
        self.window.show()
        with qtbot.waitActive(self.window):
            self.window.activateWindow()

    def log(self, score=3, *, ago=None, side=Side.LEFT, regions=("pes_anserine",), **more):
        """An entry of pain, told when it hurt."""
        at = self.clock.wall() - ago if ago is not None else self.clock.wall()
        entry = PainEntry(uuid4(), at, score, side, regions, more.pop("phase", PainPhase.STAIRS), **more)
        return diary.log_pain(self.store, self.person.id, entry, at)

    def run(self, metres=6_200, *, ago, **more):
        at = self.clock.wall() - ago
        run = Run(uuid4(), at, metres, metres * 374 // 1_000, RunKind.EASY, **more)
        return diary.log_run(self.store, self.person.id, run, at)

    @property
    def panel(self):
        return self.page.columns.pain

    @property
    def notice(self):
        return self.window.notice()

    def pains(self):
        """What is on disk, the earliest first."""
        entries = diary.read_diary(self.store, self.person.id).entries
        return [entry for entry in entries if isinstance(entry, PainEntry)]

    def titles(self):
        """The rows of the timeline, from top to bottom."""
        rows = self.page.timeline.rows()
        return [rows.line(row).title for row in range(rows.rowCount())]

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.window.focusWidget() or self.page, key, modifiers)

    def click_row(self, row):
        at = self.page.timeline.visualRect(self.page.timeline.rows().index(row)).center()
        QTest.mouseClick(self.page.timeline.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def reads(self):
        """All words on the page."""
        labels = [one.text() for one in self.page.findChildren(QLabel) if one.isVisible()]
        spoken = [one.accessibleName() for one in self.page.findChildren(QWidget) if one.isVisible()]
        return "\n".join(labels + spoken)
