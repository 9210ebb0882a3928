"""The still picture of an exercise for lists: drawn once, then only copied."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtWidgets import QWidget

from kneecoach.figure.drawing import draw
from kneecoach.figure.movement import Movement
from kneecoach.ui.figure_painting import Colours, picture
from kneecoach.ui.tokens import Tokens, tokens_of

SIZE = QSize(104, 78)


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a thumbnail lies: in which theme, on a card or sunken, and on a screen of how many pixels a unit."""

    tokens: Tokens
    surface: bool = False
    ratio: float = 1.0


def thumbnail(movement: Movement, size: QSize, ground: Ground, *, mirrored: bool = False) -> QPixmap:
    """The exercise's still picture, from Qt's picture cache when it was drawn before."""
    key = "/".join(
        str(part)
        for part in (
            *("figure", movement.exercise, id(movement), size.width(), size.height(), mirrored),
            *(ground.tokens.dark, ground.surface, ground.ratio),
        )
    )
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    drawing = draw(movement, movement.hero, width=size.width(), height=size.height(), mirrored=mirrored, arrows=False)
    made = picture(drawing, Colours.of(ground.tokens, surface=ground.surface), ratio=ground.ratio)
    QPixmapCache.insert(key, made)
    return made


class FigureThumbnail(QWidget):
    """An exercise in one small still picture."""

    def __init__(self, parent: QWidget | None = None, *, size: QSize = SIZE, surface: bool = False) -> None:
        super().__init__(parent)
        self._movement: Movement | None = None
        self._mirrored = False
        self._surface = surface
        self.setFixedSize(size)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Figure")

    def set_movement(self, movement: Movement | None, name: str = "", *, mirrored: bool = False) -> None:
        """`name` is what a screen reader calls it."""
        self._movement = movement
        self._mirrored = mirrored
        self.setAccessibleName(f"Figure: {name}" if name else "Figure")
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = Ground(tokens_of(self), self._surface, self.devicePixelRatioF())
        if self._movement is None:
            painter.fillRect(self.rect(), Colours.of(ground.tokens, surface=self._surface).ground)
        else:
            painter.drawPixmap(0, 0, thumbnail(self._movement, self.size(), ground, mirrored=self._mirrored))
        painter.end()
