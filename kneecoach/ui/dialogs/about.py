"""About KneeCoach: what it is for, and the licences of what it is made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kneecoach import __version__
from kneecoach.domain.safety import INTENDED_USE
from kneecoach.ui.dialogs.frame import Frame
from kneecoach.ui.widgets.buttons import PrimaryButton
from kneecoach.ui.widgets.text import Label, Role, Tone

PARTS = (
    ("KneeCoach", "MIT licence, © The KneeCoach authors. Use it, change it and pass it on."),
    ("Qt and PySide6", "GNU Lesser General Public License, version 3. Its libraries can be replaced."),
    ("Python", "Python Software Foundation License."),
    ("SQLAlchemy and Alembic", "MIT licence."),
    ("SQLite", "In the public domain."),
    ("appdirs, rich, wakepy", "MIT licence."),
    ("Inter, in a subset under the names KneeCoach Text and KneeCoach Display", "SIL Open Font License 1.1."),
)


class About(Frame):
    """Plain texts that can be read with the keyboard alone."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(f"KneeCoach {__version__}", width_px=560, parent=parent)
        self.body.addWidget(Label(INTENDED_USE, wrap=True, parent=self))
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(2)
        column.addWidget(Label("Licences", Role.H3, parent=inside))
        for name, licence in PARTS:
            column.addSpacing(8)
            column.addWidget(Label(name, Role.SMALL_BOLD, wrap=True, parent=inside))
            column.addWidget(Label(licence, Role.SMALL, Tone.INK2, wrap=True, parent=inside))
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName("Licences")
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumHeight(280)
        scroll.setWidget(inside)
        self.body.addWidget(scroll, 1)
        close = self.add_button(PrimaryButton("Close", parent=self))
        close.clicked.connect(self.accept)
        close.setFocus()
