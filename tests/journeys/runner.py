"""A runner in front of the assembled window: what she sees, presses and waits for."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kneecoach.app import build
from kneecoach.storage.glance import Glance, glance
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.opening import Opening
from kneecoach.ui.pages.first_run_page import FirstRunPage
from kneecoach.ui.pages.player_page import PlayerPage
from kneecoach.ui.widgets.pain_strip import PainStrip
from kneecoach.ui.widgets.segmented import YesNo
from tests.fakes import HandClock, ScriptedAwake, ScriptedPrompts, SilentSounds, SilentVoice

STEP_S = 1.0


class Runner:
    """Holds one window at a time on one data folder; `clock` goes on over restarts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = HandClock()
        self.prompts = ScriptedPrompts()
        self.sounds = SilentSounds()
        self.voice = SilentVoice(seconds=lambda: self.clock.now().monotonic)
        self.window: MainWindow | None = None

    def start(self, opening: Opening | None = None) -> None:
        self.window = build(
            self.folder,
            now=self.clock.now,
            wall=self.clock.wall,
            sounds=self.sounds,
            voice=self.voice,
            awake=ScriptedAwake(),
            prompts=self.prompts,
            opening=opening,
        )
        self.window.show()
        self.window.findChild(LateStore).get()

    def close(self) -> None:
        """As the button of the window does."""
        window, self.window = self.window, None
        window.close()
        self._let_go(window)

    def crash(self) -> None:
        """The window is gone at once: nobody could save anything, and the system takes the lock back."""
        window, self.window = self.window, None
        player = window.findChild(PlayerPage)
        player.ticker.stop()
        window.findChild(LateStore).close()
        window.hide()
        self._let_go(window)

    def _let_go(self, window: MainWindow) -> None:
        window.deleteLater()
        # No loop runs that would delete it; a window that stays is dressed again with each that is opened
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def flow(self) -> QWidget:
        return self.window.flow

    def record(self) -> Glance:
        """What is on disk."""
        return glance(self.folder, self.clock.wall())

    def press(self, words: str) -> None:
        """A click on the visible button that says so."""
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def button(self, words: str) -> QAbstractButton:
        return next(one for one in self.visible(QAbstractButton) if words in (one.text(), one.accessibleName()))

    def key(self, key) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key)

    def visible(self, kind: type) -> list:
        return [one for one in self.window.findChildren(kind) if one.isVisible()]

    def reads(self) -> str:
        """All words on the screen."""
        spoken = [one.accessibleName() for one in self.visible(QWidget)]
        return "\n".join([one.text() for one in self.visible(QLabel)] + spoken)

    def set_up(self) -> None:
        """First run, with only the statement ticked."""
        page = self.flow
        assert isinstance(page, FirstRunPage)
        QTest.mouseClick(page.knee.statement, Qt.MouseButton.LeftButton, pos=page.knee.statement.rect().center())
        self.press("Skip, just show me the warm-up")

    def check_in(self, pain: int | None, *, yes: int | None = None) -> None:
        """The pain, None when it is there already, and no to every question but the one numbered `yes`."""
        strip = self.visible(PainStrip)[0]
        if pain is not None:
            QTest.keyClick(strip, str(pain))
        for number, question in enumerate(self.visible(YesNo)):
            QTest.mouseClick(question.button(number == yes), Qt.MouseButton.LeftButton)

    def play_for(self, seconds: float, step: float = STEP_S) -> None:
        """Time passes in steps that no laptop sleeps through, until the player is done."""
        player = self.flow
        while seconds > 0 and self.window.flow is player:
            self.clock.pass_by(min(step, seconds))
            seconds -= step
            player.ticker.tick()
