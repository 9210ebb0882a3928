"""A page or a part of one that scrolls up and down when the window is too low for it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class Scrolled(QScrollArea):
    """As wide as the room, at least as high as its texts need at that width.

    Qt asks a scrolled widget for its least height without its width: wrapped texts would be squeezed.
    """

    def __init__(self, inside: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The size of the viewport. To ask for the viewport itself would make Python try every kind of widget on it
        self._room = self.maximumViewportSize()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and watched is self.widget():
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._room = event.size()
        self._fit()
        super().resizeEvent(event)

    def bring_into_view(self, *wanted: QWidget, below_px: int = 0) -> None:
        """Scroll there at once, though the layout may not have grown yet; the last one wins where both do not fit."""
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if inside is None or layout is None:
            return
        layout.activate()
        self._fit()
        inside.resize(inside.width(), max(inside.minimumHeight(), self._room.height()))
        layout.activate()
        for widget in wanted:
            self.ensureWidgetVisible(widget, 0, below_px)

    def _fit(self) -> None:
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if inside is not None and layout is not None and layout.hasHeightForWidth():
            inside.setMinimumHeight(layout.minimumHeightForWidth(self._room.width()))


class SteadyScrolled(Scrolled):
    """Its content is as wide with a scroll bar as without: the bar takes its room from the margin at the right.

    Else a text that wraps because of the bar may need the bar that it wraps for, and both would go on for ever.
    """

    def __init__(self, inside: QWidget, *, margin_px: int, parent: QWidget | None = None) -> None:
        """`margin_px` is at the right of the content, at least as wide as a scroll bar."""
        self._margin_px = margin_px
        super().__init__(inside, parent=parent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if layout is not None:
            margins = layout.contentsMargins()
            margins.setRight(max(0, self._margin_px - (self.width() - event.size().width())))
            if margins != layout.contentsMargins():
                layout.setContentsMargins(margins)
        super().resizeEvent(event)
