"""How far, typed in the units of the person."""

from PySide6.QtWidgets import QWidget

from kneecoach.domain.person import Units
from kneecoach.domain.run_input import UNIT_WORDS, distance_m, distance_text
from kneecoach.ui.widgets.big_field import BigField


class DistanceField(BigField):
    """Keeps the metres of what it shows to the last one while nobody writes on it."""

    def __init__(self, units: Units, *, parent: QWidget | None = None) -> None:
        super().__init__("Distance", "0.0", unit=UNIT_WORDS[units], usual="0.0", parent=parent)
        self._units = units
        self._shown: tuple[str, int] | None = None

    def set_metres(self, metres: int) -> None:
        self._shown = (distance_text(metres, self._units), metres)
        self.set_text(self._shown[0])

    def metres(self) -> int:
        """`InvalidInput` in a sentence when it makes no sense."""
        if self._shown is not None and self._shown[0] == self.text():
            return self._shown[1]
        return distance_m(self.text(), self._units)
