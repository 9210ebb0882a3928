"""The card of limits in Settings: which ones the advice goes by, what differs, and the way to others and back."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.coaching.thresholds import Holding
from kneecoach.domain.advice.differences import Difference
from kneecoach.domain.person import Units
from kneecoach.ui.pages.settings_cards import RowsCard
from kneecoach.ui.widgets.buttons import SecondaryButton, Size
from kneecoach.ui.widgets.card import Hairline
from kneecoach.ui.widgets.text import Label, Role, Tone
from kneecoach.ui.words import plain_day

TITLE = "Limits of the advice"
USUAL = "KneeCoach\N{RIGHT SINGLE QUOTATION MARK}s own"
HOW = (
    "The pain, the distance and the days from which on there is advice. Your physio can set others for you in a file: "
    "save a copy, change it, and choose it here. The file may go then."
)
NONE_DIFFER = "None of them differs from KneeCoach\N{RIGHT SINGLE QUOTATION MARK}s own."
RED_FLAGS = "Warning signs are the same for everybody and can\N{RIGHT SINGLE QUOTATION MARK}t be changed."
COLUMNS = 2
GAP_PX = 32


class LimitsCard(RowsCard):
    """Shows what holds; each wish is for the page."""

    choose_requested = Signal()
    copy_requested = Signal()
    usual_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent=parent)
        self.choose = SecondaryButton("Choose a file", size=Size.SMALL, parent=self)
        self.choose.setAccessibleName("Choose a file with limits")
        self.copy = SecondaryButton("Save a copy", size=Size.SMALL, parent=self)
        self.copy.setAccessibleName("Save the limits as a file to change")
        self.usual = SecondaryButton("Back to the usual", size=Size.SMALL, parent=self)
        self.usual.setAccessibleName("Back to the limits of KneeCoach")
        self.name = Label("", wrap=True, parent=self)
        self._detail = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self._foot = Label(RED_FLAGS, Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self._differences = QWidget(self)
        self._lay_out()
        self.choose.clicked.connect(self.choose_requested)
        self.copy.clicked.connect(self.copy_requested)
        self.usual.clicked.connect(self.usual_requested)

    def show_limits(self, holding: Holding, units: Units, today: date) -> None:
        """What holds since when, and each figure that differs: what it is usually, and what it is now."""
        own = holding.at is not None
        had_focus = self.usual.hasFocus()
        self.name.setText(holding.profile.name if own else USUAL)
        self._detail.setText(_told(holding, today) if own else HOW)
        self.usual.setVisible(own)
        if had_focus and not own:
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_differences(holding.changed, units)

    def told(self) -> tuple[str, ...]:
        """The figures that differ, each in a line."""
        rows = self._differences.findChildren(QWidget, "difference", Qt.FindChildOption.FindDirectChildrenOnly)
        return tuple(row.accessibleName() for row in rows)

    def detail(self) -> str:
        """The line under the name."""
        return self._detail.text()

    def _lay_out(self) -> None:
        self._head.setSpacing(12)
        for button in (self.choose, self.copy):
            self._head.addWidget(button)
        self.add_value(self.name, self._detail, self.usual)
        self._at = self.body.count()
        self.body.addWidget(self._differences)
        self.body.addWidget(Hairline(parent=self))
        self.body.addSpacing(8)
        self.body.addWidget(self._foot)
        self.body.addSpacing(10)
        self.body.addStretch(1)

    def _show_differences(self, found: tuple[Difference, ...], units: Units) -> None:
        self.body.removeWidget(self._differences)
        self._differences.setParent(None)
        self._differences.deleteLater()
        self._differences = QWidget(self)
        grid = QGridLayout(self._differences)
        grid.setContentsMargins(0, 0, 0, 8 if found else 0)
        grid.setHorizontalSpacing(GAP_PX)
        grid.setVerticalSpacing(0)
        down = -(-len(found) // COLUMNS)
        for number, one in enumerate(found):
            grid.addWidget(_row(one, units, self._differences), number % down, number // down)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        self.body.insertWidget(self._at, self._differences)
        self._differences.setVisible(bool(found))


def _told(holding: Holding, today: date) -> str:
    assert holding.at is not None, "these were chosen"
    by = f"Made by {holding.profile.made_by}. " if holding.profile.made_by else ""
    many = f"{len(holding.changed)} of {len(holding.all)} differ." if holding.changed else NONE_DIFFER
    return f"{by}Chosen on {plain_day(holding.at.date(), today)}. {many}"


def _row(one: Difference, units: Units, parent: QWidget) -> QWidget:
    made = QWidget(parent)
    made.setObjectName("difference")
    made.setAccessibleName(one.words(units))
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Hairline(parent=made))
    line = QHBoxLayout()
    line.setContentsMargins(0, 7, 0, 7)
    line.setSpacing(12)
    rule = Label(one.threshold.rule, Role.SMALL, Tone.INK2, parent=made)
    line.addWidget(rule, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(one.threshold.words, Role.SMALL, wrap=True, parent=made), 1)
    usual, now = one.values(units)
    for words, role, tone in (
        (usual, Role.SMALL, Tone.INK2),
        ("→", Role.SMALL, Tone.INK2),
        (now, Role.SMALL_BOLD, Tone.INK),
    ):
        value = Label(words, role, tone, parent=made)
        value.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        line.addWidget(value, 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(line)
    column.addStretch(1)
    return made
