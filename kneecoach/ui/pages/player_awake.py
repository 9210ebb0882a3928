"""Whether the screen stays on while the player plays, and that it does not."""

from PySide6.QtCore import QObject, Signal

from kneecoach.ui.awake import Awake


class StayAwake(QObject):
    """`awake` is None when the screen may sleep as it likes. `changed` says that `notice` may be another one."""

    changed = Signal()

    def __init__(self, awake: Awake | None, *, parent: QObject) -> None:
        super().__init__(parent)
        self._awake = awake
        self._sleepy = False

    @property
    def notice(self) -> str:
        """What the person should know; empty when all is well."""
        return "The screen may go to sleep" if self._sleepy else ""

    def begin(self) -> None:
        if self._awake is not None:
            self._awake.begin(self._hear)

    def end(self) -> None:
        if self._awake is not None:
            self._awake.end()

    def _hear(self, arranged: bool) -> None:  # noqa: FBT001
        self._sleepy = not arranged
        self.changed.emit()
