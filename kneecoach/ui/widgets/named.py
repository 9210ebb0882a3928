"""A control under its name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.ui.widgets.text import Label, Role, Tone


class Named(QWidget):
    """Label above, control below; `end` stands at the right end of the label's line."""

    def __init__(
        self, name: str, control: QWidget, *, end: QWidget | None = None, fills: bool = True, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.label = Label(name, Role.LABEL, Tone.INK2, parent=self)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.label)
        head.addStretch(1)
        if end is not None:
            head.addWidget(end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        if fills:
            column.addWidget(control)
        else:
            column.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred if fills else QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum
        )
