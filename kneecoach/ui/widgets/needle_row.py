"""A ruled scale of one week's number: a needle for this week, a grey mark for the last one, a dashed line as limit."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.ui.fonts import Role
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.painting import fill, triangle_down
from kneecoach.ui.widgets.text import Label, Tone

NAME_PX, RULER_PX, VALUE_PX, WAS_PX = 158, 300, 66, 62
GAP_PX, ROW_PX = 16, 56
MARGIN_PX = 8
BASE_PX, TALL_PX, SHORT_PX = 28, 9, 5


@dataclass(frozen=True, slots=True)
class RowSaid:
    """What a row says. `this`, `last` and `limit` stand on a scale from 0 to `most`; None is not known, never 0.

    `steps` are the divisions of the scale, `tall` those after which a tick is long.
    """

    name: str
    note: str
    value: str
    was: str
    most: float
    this: float | None
    last: float | None
    limit: float | None = None
    steps: int = 10
    tall: int = 5


class NeedleRuler(QWidget):
    """The scale alone; the mark of the last week is hidden where the needle stands."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = RowSaid("", "", "", "", 1, None, None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(self, said: RowSaid) -> None:
        self._said = said
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(RULER_PX, 36)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, 36)

    def x_of(self, value: float) -> float:
        """Where a value stands; what lies beyond the scale stands at its end."""
        share = max(0.0, min(1.0, value / self._said.most))
        return round(MARGIN_PX + (self.width() - 2 * MARGIN_PX) * share) + 0.5

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, said = tokens_of(self), self._said
        painter = QPainter(self)
        for step in range(said.steps + 1):
            tall = TALL_PX if step % said.tall == 0 or step == said.steps else SHORT_PX
            x = self.x_of(said.most * step / said.steps)
            fill(painter, QRectF(x - 0.5, BASE_PX - tall, 1, tall), tokens.line2)
        first, end = self.x_of(0) - 0.5, self.x_of(said.most) + 0.5
        fill(painter, QRectF(first, BASE_PX, end - first, 1), tokens.line2)
        if said.limit is not None:
            pen = QPen(tokens.ink2, 1)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.drawLine(round(self.x_of(said.limit)), 6, round(self.x_of(said.limit)), BASE_PX + 1)
        if said.last is not None and (said.this is None or self.x_of(said.last) != self.x_of(said.this)):
            fill(painter, QRectF(self.x_of(said.last) - 1.5, 10, 3, 22), tokens.line2)
        if said.this is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            x = self.x_of(said.this)
            fill(painter, QRectF(x - 1.5, 8, 3, 24), tokens.accent)
            triangle_down(painter, x, 3, (12, 8), tokens.accent)


class NeedleRow(QWidget):
    """A name with a note, the scale, the number of this week and what it was."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Label("", Role.H3, wrap=True, parent=self)
        self.note = Label("", Role.SMALL, Tone.INK2, wrap=True, parent=self)
        self.ruler = NeedleRuler(parent=self)
        self.value = Label("", Role.H1, parent=self)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.was = Label("", Role.SMALL, Tone.INK2, parent=self)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addStretch(1)
        said.addWidget(self.name)
        said.addWidget(self.note)
        said.addStretch(1)
        self._named = QWidget(self)
        self._named.setLayout(said)
        said.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(GAP_PX)
        row.addWidget(self._named)
        row.addWidget(self.ruler, 1)
        row.addWidget(self.value)
        row.addWidget(self.was)
        self.setMinimumHeight(ROW_PX)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self._fix_name()

    def show_row(self, said: RowSaid) -> None:
        self.name.setText(said.name)
        self.note.setText(said.note)
        self.note.setVisible(bool(said.note))
        self.value.setText(said.value)
        self.was.setText(said.was)
        self.ruler.show_row(said)
        told = ", ".join(part for part in (said.name, said.note) if part)
        self.setAccessibleName(f"{told}: {said.value}, {said.was}" if said.was else f"{told}: {said.value}")

    def columns(self) -> tuple[int, int]:
        """How wide the number and what it was want to be."""
        scale = tokens_of(self).text_scale
        value_px = max(round(VALUE_PX * scale), self.value.sizeHint().width())
        return value_px, max(round(WAS_PX * scale), self.was.sizeHint().width())

    def set_columns(self, value_px: int, was_px: int) -> None:
        """As all rows of a card, so that their scales stand below each other."""
        for part, width in ((self.value, value_px), (self.was, was_px)):
            if part.minimumWidth() != width:
                part.setFixedWidth(width)

    def _fix_name(self) -> None:
        self._named.setFixedWidth(round(NAME_PX * tokens_of(self).text_scale))

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() is event.Type.StyleChange:
            self._fix_name()
