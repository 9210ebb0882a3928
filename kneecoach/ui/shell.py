"""The rail and the page beside it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from kneecoach.ui.widgets.card import Area
from kneecoach.ui.widgets.rail import Rail

TODAY, SETTINGS = "today", "settings"
ROUTINES, EXERCISE = "routines", "exercise"
DIARY, ENTRY = "diary", "entry"
RETURN = "return"
ADVICE, WHY, GUIDE = "advice", "why", "guide"
ABOVE = {EXERCISE: ROUTINES, RETURN: ROUTINES, ENTRY: DIARY, WHY: ADVICE, GUIDE: ADVICE}
"""The place in the rail of a page that has none of its own."""
ITEMS = (
    (TODAY, "today", "Today"),
    (ROUTINES, "routine", "Routines"),
    (DIARY, "diary", "Diary"),
    (ADVICE, "learn", "Advice"),
)
BOTTOM = ((SETTINGS, "gear", "Settings"),)


class Shell(Area):
    """The rail and the page beside it. Pages are made when they are first shown."""

    page_shown = Signal(str)
    more_wanted = Signal()
    """Something is wanted that Today alone can't do; whoever hears it may add pages, and listen, before it is asked."""
    left = Signal()
    """Esc, which nothing on the page wanted for itself; a flow has its own Esc, and a dialog closes itself."""

    pain_requested = Signal()
    """P, which nothing on the page wanted for itself, as a field does that has the keyboard; so with the next three."""
    run_requested = Signal()
    ice_requested = Signal()
    undo_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.rail = Rail(ITEMS, BOTTOM, parent=self)
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        self._stack = QStackedWidget(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)

    def add_page(self, name: str, make: Callable[[], QWidget]) -> None:
        self._makers[name] = make

    def page(self, name: str) -> QWidget:
        if name not in self._pages:
            if name not in self._makers:
                self.more_wanted.emit()
            self._pages[name] = self._makers[name]()
            self._stack.addWidget(self._pages[name])
        return self._pages[name]

    def show_page(self, name: str) -> None:
        self._stack.setCurrentWidget(self.page(name))
        self.rail.set_page(ABOVE.get(name, name))
        self.page_shown.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, no, ctrl = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
        wishes: dict[tuple[int, Qt.KeyboardModifier], SignalInstance] = {
            (keys.Key_P, no): self.pain_requested,
            (keys.Key_R, no): self.run_requested,
            (keys.Key_I, no): self.ice_requested,
            (keys.Key_Z, ctrl): self.undo_requested,
        }
        if event.key() == keys.Key_Escape:
            self.left.emit()
        elif (wish := wishes.get((event.key(), event.modifiers()))) is not None and not event.isAutoRepeat():
            self.more_wanted.emit()
            wish.emit()
        else:
            super().keyPressEvent(event)

    def current(self) -> str:
        """The name of the page that is shown, "" before the first one."""
        shown = self._stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is shown), "")
