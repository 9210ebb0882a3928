"""A card whose content scrolls when the window is too low for it, over a foot that stays."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.ui.pages.scrolled import Scrolled
from kneecoach.ui.widgets.card import Area, Card

SIDE_PX, END_PX, FOOT_PX = 24, 20, 16
RING_PX = 5


class ScrollCard(Card):
    """The scroll bar stands in the right margin, so that nothing moves when it comes."""

    def __init__(self, inside: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(margins=(1, END_PX - RING_PX, 1, END_PX), parent=parent)
        held = Area("surface")
        self._column = QVBoxLayout(held)
        self._column.setContentsMargins(SIDE_PX, RING_PX, SIDE_PX, RING_PX)
        self._column.addWidget(inside)
        self._scrolled = Scrolled(held, parent=self)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(SIDE_PX, 0, SIDE_PX, 0)
        self._foot.setSpacing(8)
        self.body.setSpacing(0)
        self.body.addWidget(self._scrolled, 1)
        self.body.addLayout(self._foot)
        self._scrolled.verticalScrollBar().rangeChanged.connect(self._make_room_for_bar)

    def add_to_foot(self, part: QWidget) -> None:
        if not self._foot.count():
            self._foot.setContentsMargins(SIDE_PX, FOOT_PX, SIDE_PX, 0)
        self._foot.addWidget(part)

    def bring_into_view(self, wanted: QWidget) -> None:
        if self._scrolled.isAncestorOf(wanted):
            self._scrolled.bring_into_view(wanted, below_px=FOOT_PX)

    def _make_room_for_bar(self, _least: int, most: int) -> None:
        bar = self._scrolled.verticalScrollBar().sizeHint().width() if most else 0
        self._column.setContentsMargins(SIDE_PX, RING_PX, SIDE_PX - bar, RING_PX)
