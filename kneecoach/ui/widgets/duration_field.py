"""How long, typed as minutes, minutes and seconds, or with hours."""

from PySide6.QtWidgets import QWidget

from kneecoach.domain.run_input import seconds_of, time_text
from kneecoach.ui.widgets.big_field import BigField


class DurationField(BigField):
    """A time; nothing written is unknown."""

    def __init__(self, *, name: str = "Time", parent: QWidget | None = None) -> None:
        super().__init__(name, "0:00", usual="00:00", parent=parent)

    def set_seconds(self, seconds: int | None) -> None:
        self.set_text("" if seconds is None else time_text(seconds))

    def seconds(self) -> int | None:
        """`InvalidInput` in a sentence when it makes no sense."""
        return seconds_of(self.text()) if self.text().strip() else None
