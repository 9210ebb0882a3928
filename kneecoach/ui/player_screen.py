"""Which screen the player is on: where it was the last time, moved by a key, and back when it ends."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.pages.player_page import PlayerPage


def screens() -> list[QScreen]:
    """Every screen that is plugged in."""
    return QGuiApplication.screens()


def screen_named(name: str) -> QScreen | None:
    """The screen of that name, if it is plugged in."""
    return next((screen for screen in screens() if name and screen.name() == name), None)


def move_to(window: QWidget, screen: QScreen) -> None:
    """Put a window in the middle of another screen, in the state it is in.

    Under Wayland only a window in full screen can be put on a screen of one's choice: there Qt asks the desktop for
    that output, and a window that is not in full screen stays where the desktop put it.
    """
    state = window.windowState()
    if window.isFullScreen() or window.isMaximized():
        # A window that fills a screen takes its screen along only when it is let go first
        window.showNormal()
    window.setScreen(screen)
    room = screen.availableGeometry()
    at = window.geometry()
    at.setSize(at.size().boundedTo(room.size()))
    at.moveCenter(room.center())
    window.setGeometry(at)
    window.setWindowState(state)


class PlayerScreen(QObject):
    """Lives as long as the page. `left_on` tells the screen when the person moved the player to another one."""

    left_on = Signal(str)

    def __init__(self, window: MainWindow, page: PlayerPage, last: str) -> None:
        super().__init__(page)
        self._window, self._page = window, page
        self._home = window.screen().name()
        page.screen_requested.connect(self.move_on)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._offer)
            app.screenRemoved.connect(self._offer)
        window.flow_left.connect(self._go_home)
        self._offer()
        if (screen := screen_named(last)) is not None and screen is not window.screen():
            move_to(window, screen)

    def move_on(self) -> None:
        """To the next screen, if there is more than one; where it goes is where it opens the next time."""
        there, now = screens(), self._window.screen()
        if len(there) > 1:
            following = there[(there.index(now) + 1) % len(there) if now in there else 0]
            move_to(self._window, following)
            self.left_on.emit(following.name())

    def _offer(self, _screen: QScreen | None = None) -> None:
        self._page.offer_screen(offered=len(screens()) > 1)

    def _go_home(self, left: QWidget) -> None:
        home = screen_named(self._home) if left is self._page else None
        if home is not None and home is not self._window.screen():
            move_to(self._window, home)
