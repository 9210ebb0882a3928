"""The window: the pages behind the rail, and the flows that take their place while they last."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from kneecoach.ui.shell import ADVICE, DIARY, ROUTINES, SETTINGS, TODAY, Shell

if TYPE_CHECKING:
    from kneecoach.ui.notice import Notice

MIN_WIDTH_PX, MIN_HEIGHT_PX = 1024, 640
WIDTH_PX, HEIGHT_PX = 1280, 800


def first_size(available: QSize) -> QSize:
    """The size to open at on a screen with this much room, never below the smallest that works."""
    return QSize(WIDTH_PX, HEIGHT_PX).boundedTo(available).expandedTo(QSize(MIN_WIDTH_PX, MIN_HEIGHT_PX))


class MainWindow(QMainWindow):
    """Shows one page, or one flow in place of everything. A flow with `put_away` saves there what it holds."""

    painted = Signal()
    """Once, after the first page is on the screen."""
    full_screen_changed = Signal(bool)
    closed = Signal()
    flow_left = Signal(QWidget)
    """This flow no longer has the window, however that came about."""
    came_back = Signal()
    """The window is in front again; it may be another day."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("KneeCoach")
        self.setMinimumSize(MIN_WIDTH_PX, MIN_HEIGHT_PX)
        self.resize(first_size(self.screen().availableSize()))
        self.shell = Shell(parent=self)
        self._stage = QStackedWidget(self)
        self._stage.addWidget(self.shell)
        self.setCentralWidget(self._stage)
        self._notice: Notice | None = None
        self._flow: QWidget | None = None
        self._full = self._seen = False
        self._stage.installEventFilter(self)
        self._add_shortcuts()

    def _add_shortcuts(self) -> None:
        keys = {
            "Alt+1": self.go_today,
            "Alt+2": self.go_routines,
            "Alt+3": self.go_diary,
            "Alt+4": self._go_advice,
            "Ctrl+,": self.go_settings,
            "F11": self.toggle_full_screen,
            "?": self.show_keys,
        }
        for key, slot in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(slot)
            if key == "?":
                # Some platforms tell it with the Shift it was typed with, some without, some both ways
                shortcut.setKeys([QKeySequence(key), QKeySequence(f"Shift+{key}")])
                shortcut.activatedAmbiguously.connect(slot)
        self.shell.left.connect(self.go_today)
        self.shell.undo_requested.connect(self.undo)
        self.shell.rail.page_requested.connect(self.go_to)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The stage is asked to lay itself out and paint before its first pixels are on the screen
        if event.type() is QEvent.Type.Paint and not self._seen:
            self._seen = True
            self._stage.removeEventFilter(self)
            # What follows must not take time from the round of painting that has only just begun
            QTimer.singleShot(0, self, self.painted.emit)
        return super().eventFilter(watched, event)

    @property
    def flow(self) -> QWidget | None:
        """The flow that has the window, if one has."""
        return self._flow

    def show_flow(self, flow: QWidget) -> None:
        """Give the whole window to `flow`; the flow before it is put away."""
        self._hush()
        before, self._flow = self._flow, flow
        self._stage.addWidget(flow)
        self._stage.setCurrentWidget(flow)
        flow.setFocus(Qt.FocusReason.OtherFocusReason)
        if (changed := getattr(flow, "distance_changed", None)) is not None:
            changed.connect(self._fill_screen)
        self._fill_screen()
        self._drop(before)

    def end_flow(self, page: str = TODAY) -> None:
        """Back to the rail and a page."""
        self._hush()
        before, self._flow = self._flow, None
        self.shell.show_page(page)
        self._stage.setCurrentWidget(self.shell)
        self.shell.page(page).setFocus(Qt.FocusReason.OtherFocusReason)
        self._fill_screen()
        self._drop(before)

    def give_up_flow(self) -> bool:
        """Something broke: save what the flow holds, then back to Today; False when no flow ran and the page stays."""
        if self._flow is None:
            return False
        self._put_away_flow()
        self.end_flow()
        return True

    def _put_away_flow(self) -> None:
        if (put_away := getattr(self._flow, "put_away", None)) is not None:
            put_away()

    def _drop(self, flow: QWidget | None) -> None:
        if flow is not None:
            self._stage.removeWidget(flow)
            self.flow_left.emit(flow)
            flow.deleteLater()

    def go_today(self) -> None:
        self.go_to(TODAY)

    def go_routines(self) -> None:
        self.go_to(ROUTINES)

    def go_diary(self) -> None:
        self.go_to(DIARY)

    def _go_advice(self) -> None:
        self.go_to(ADVICE)

    def go_settings(self) -> None:
        self.go_to(SETTINGS)

    def go_to(self, page: str) -> None:
        """Show a page of the rail, or one that belongs to one; a flow keeps the window."""
        if self._flow is None:
            self._hush()
            self.shell.show_page(page)
            self.shell.page(page).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def notice(self) -> "Notice":
        """The line that says what happened and offers Undo."""
        if self._notice is None:
            # Nothing to say before the first paint
            from kneecoach.ui.notice import Notice  # noqa: PLC0415

            self._notice = Notice(parent=self)
        if self._flow is None:
            self._notice.stand_on_page(self.shell.rail.width())
        else:
            self._notice.keep_above(self._foot_px())
        return self._notice

    def undo(self) -> None:
        """Take back what was told of last, while that is offered."""
        if self._notice is not None and self._notice.isVisible():
            self._notice.undo()

    def _hush(self) -> None:
        """What was said belongs to the page that goes."""
        if self._notice is not None:
            self._notice.hide()

    def _foot_px(self) -> int:
        """How high the buttons at the foot of the flow are, 0 without a flow."""
        foot = getattr(self._flow, "footer", None)
        return foot.height() if foot is not None else 0

    def toggle_full_screen(self) -> None:
        """F11. A flow that can be read from across the room has its own use for the whole screen."""
        if (toggle := getattr(self._flow, "toggle_distance", None)) is not None:
            toggle()
            return
        full = not self.isFullScreen()
        self.set_full_screen(full)
        self.full_screen_changed.emit(full)

    def set_full_screen(self, full: bool) -> None:  # noqa: FBT001 - a property setter
        """The state of a hidden window is remembered for when it is shown."""
        self._full = full
        self._fill_screen()

    def _fill_screen(self) -> None:
        """As the person wants the window, or the flow while it lasts."""
        full = self._full or bool(getattr(self._flow, "wants_full_screen", False))
        state = self.windowState()
        wanted = state | Qt.WindowState.WindowFullScreen if full else state & ~Qt.WindowState.WindowFullScreen
        if wanted != state:
            self.setWindowState(wanted)

    def show_keys(self) -> None:
        # A dialog that is hardly ever needed must not cost every start
        from kneecoach.ui.dialogs.key_list import KeyList  # noqa: PLC0415

        if self.findChild(KeyList) is None:
            KeyList(parent=self).open()

    def raise_up(self) -> None:
        """Someone started KneeCoach a second time: come to the front."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.shell.rail.set_window_width(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.came_back.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if (typing := self.focusWidget()) is not None:
            # What is being typed is kept when the field is left; once hidden it would be after the store is closed
            typing.clearFocus()
        self._put_away_flow()
        super().closeEvent(event)
        if event.isAccepted():
            self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing of the window itself shows: the stage covers it."""
        event.accept()
