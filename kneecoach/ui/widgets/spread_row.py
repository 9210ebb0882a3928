"""Controls spread over a row, or one below the other when the row is too narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP_PX = 12


class SpreadRow(QWidget):
    """The first at the left edge, the last at the right; hidden ones take no room."""

    def __init__(self, parts: Sequence[QWidget], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        for part in self._parts:
            part.setParent(self)
            part.installEventFilter(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tab_stops(self) -> list[QWidget]:
        return self._shown()

    def eventFilter(self, watched, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.updateGeometry()
            self._place()
        return super().eventFilter(watched, event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((at.bottom() + 1 for _, at in self.places(width)), default=0)

    def sizeHint(self) -> QSize:
        wanted = [part.sizeHint() for part in self._shown()]
        return QSize(
            sum(one.width() for one in wanted) + GAP_PX * max(0, len(wanted) - 1),
            self.heightForWidth(self.width()),
        )

    def minimumSizeHint(self) -> QSize:
        widest = max((part.minimumSizeHint().width() for part in self._shown()), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._place()
        self.updateGeometry()

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _place(self) -> None:
        for part, at in self.places(self.width()):
            part.setGeometry(at)

    def places(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Where each shown part stands in a row of this width."""
        sizes = [(part, part.sizeHint()) for part in self._shown()]
        whole = sum(size.width() for _, size in sizes)
        gaps = max(1, len(sizes) - 1)
        if whole + GAP_PX * gaps <= width and len(sizes) > 1:
            gap, x, row = (width - whole) / gaps, 0.0, []
            for part, size in sizes:
                row.append((part, QRect(QPoint(round(x), 0), size)))
                x += size.width() + gap
            return row
        return self._wrapped(sizes, width)

    @staticmethod
    def _wrapped(sizes: list[tuple[QWidget, QSize]], width: int) -> list[tuple[QWidget, QRect]]:
        x = y = high = 0
        places = []
        for part, size in sizes:
            if x and x + size.width() > width:
                x, y, high = 0, y + high + GAP_PX // 2, 0
            places.append((part, QRect(QPoint(x, y), size)))
            x, high = x + size.width() + GAP_PX, max(high, size.height())
        return places
