"""How sure somebody is, from 0 to 10: not at all to completely."""

from PySide6.QtWidgets import QWidget

from kneecoach.ui.widgets.effort_scale import EffortScale

NOT_AT_ALL, COMPLETELY = "Not at all", "Completely"


class SureScale(EffortScale):
    """The cells of the effort scale with other words; None until it is answered."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, cell_px=44, parent=parent)

    def announce(self) -> None:
        said = "not answered" if self._value is None else f"{self._value} of 10"
        self.setAccessibleName(f"{self._name}: {said}")
        self.setAccessibleDescription(
            f"0 {NOT_AT_ALL.lower()}, 10 {COMPLETELY.lower()}. Keys 0 to 9, 1 and then 0 for 10, or the arrow keys."
        )
