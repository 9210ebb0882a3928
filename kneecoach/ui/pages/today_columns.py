"""How Today is divided: a wide part, and a narrow one beside it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

SIDE_PX, NARROW_SIDE_PX, NARROW_BELOW_PX = 312, 280, 1_000
GAP_PX = 16


def row(wide: QWidget, narrow: QWidget) -> QHBoxLayout:
    beside = QHBoxLayout()
    beside.setSpacing(GAP_PX)
    beside.addWidget(wide, 1)
    narrow.setFixedWidth(SIDE_PX)
    beside.addWidget(narrow)
    return beside


def column(upper: QWidget, lower: QWidget, *, parent: QWidget) -> QWidget:
    """`upper` takes the room that there is."""
    both = QWidget(parent)
    rows = QVBoxLayout(both)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(GAP_PX)
    rows.addWidget(upper, 1)
    rows.addWidget(lower)
    return both


def side_px(width: int) -> int:
    """How wide the narrow part is on a page of this width."""
    return NARROW_SIDE_PX if width < NARROW_BELOW_PX else SIDE_PX
