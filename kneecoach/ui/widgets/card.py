"""The surfaces that things lie on: card, coloured area, banner, and the footer of a flow."""

from enum import Enum

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.ui.fonts import TEXT, font, height_px, width_px
from kneecoach.ui.tokens import Tokens, tokens_of
from kneecoach.ui.widgets.buttons import LinkButton
from kneecoach.ui.widgets.icon import Icon
from kneecoach.ui.widgets.painting import fill, outline
from kneecoach.ui.widgets.text import Label, Role, Tone

RADIUS_PX = 6


class Kind(Enum):
    """What a banner or footer says before it is read."""

    INFO = "info"
    OK = "ok"
    WARN = "warn"
    STOP = "stop"

    @property
    def icon(self) -> str:
        return {"ok": "check"}.get(self.value, self.value)

    @property
    def tone(self) -> Tone:
        return Tone(self.value)


def paint_message_box(painter: QPainter, at: QRect, tokens: Tokens, kind: Kind) -> None:
    """The box of a message, with its coloured rule at the left."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    face = {Kind.WARN: tokens.warn_tint, Kind.STOP: tokens.stop_tint}.get(kind, tokens.surface)
    outline(painter, at, tokens.line, face, radius=RADIUS_PX)
    rule = QPainterPath()
    rule.addRoundedRect(QRectF(at), RADIUS_PX, RADIUS_PX)
    edge = QPainterPath()
    edge.addRect(0, 0, 4, at.height())
    painter.fillPath(rule & edge, getattr(tokens, kind.value))


class Area(QWidget):
    """A plain area in one colour token, as the window behind a page."""

    def __init__(self, colour: str = "window", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour

    def set_colour(self, colour: str) -> None:
        if colour != self._colour:
            self._colour = colour
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        fill(QPainter(self), event.rect(), getattr(tokens_of(self), self._colour))


class Card(QWidget):
    """A surface with a hairline round it; `body` is its column."""

    def __init__(
        self,
        *,
        margins: tuple[int, int, int, int] = (24, 20, 24, 20),
        colour: str = "surface",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._colour = colour
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline(painter, self.rect(), tokens.line, getattr(tokens, self._colour), radius=RADIUS_PX)


class Hairline(QWidget):
    """One line between rows."""

    def __init__(self, *, strong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strong = strong
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        fill(QPainter(self), self.rect(), tokens.line2 if self._strong else tokens.line)


class UprightLine(QWidget):
    """One line between two numbers."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill(QPainter(self), self.rect(), tokens_of(self).line)


class LeadText(QWidget):
    """A bold lead and the sentences after it, wrapping as one text."""

    def __init__(self, lead: str = "", text: str = "", *, size_px: float = 15, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size_px = size_px
        self._lead = ""
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(lead, text)

    def set_text(self, lead: str, text: str) -> None:
        self._lead, self._text = lead, text
        self.setAccessibleName(f"{lead} {text}".strip())
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow(width, None)

    def sizeHint(self):
        hint = super().sizeHint()
        hint.setWidth(400)
        hint.setHeight(self.heightForWidth(max(self.width(), 400)))
        return hint

    def minimumSizeHint(self):
        hint = self.sizeHint()
        hint.setWidth(160)
        hint.setHeight(height_px(TEXT, self._size_px * tokens_of(self).text_scale, 400))
        return hint

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def _flow(self, width: int, painter: QPainter | None) -> int:
        """Set word after word; the height used. With no painter it only measures."""
        px = self._size_px * tokens_of(self).text_scale
        words = [(word, 600) for word in self._lead.split()] + [(word, 400) for word in self._text.split()]
        line, space = height_px(TEXT, px, 400), width_px(" ", TEXT, px, 400)
        x = y = 0
        for word, weight in words:
            advance = width_px(word, TEXT, px, weight)
            if x and x + advance > width:
                x, y = 0, y + line
            if painter is not None:
                painter.setFont(face := font(TEXT, px, weight))
                painter.drawText(x, y + QFontMetrics(face).ascent(), word)
            x += advance + space
        return y + line

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(tokens_of(self).ink)
        painter.translate(0, max(0, (self.height() - self._flow(self.width(), None)) // 2))
        self._flow(self.width(), painter)


class Banner(QWidget):
    """One message with a coloured rule, an icon, a bold lead and at most one link. `body` takes more lines."""

    link_clicked = Signal()

    def __init__(
        self,
        kind: Kind = Kind.INFO,
        lead: str = "",
        text: str = "",
        *,
        link: str = "",
        narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """A `narrow` one is for a panel at the side: smaller words, and less room around them."""
        super().__init__(parent)
        self._kind = kind
        row = QHBoxLayout(self)
        row.setContentsMargins(*((16, 10, 12, 10) if narrow else (24, 14, 20, 14)))
        row.setSpacing(10 if narrow else 16)
        self._icon = Icon(kind.icon, 20, kind.tone, parent=self)
        self._words = LeadText(size_px=13 if narrow else 15, parent=self)
        self._link = LinkButton(link, parent=self)
        self._link.clicked.connect(self.link_clicked)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.body.addWidget(self._words)
        row.addWidget(self._icon)
        row.addLayout(self.body, 1)
        row.addWidget(self._link)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.show_message(kind, lead, text, link=link)

    def show_message(self, kind: Kind, lead: str, text: str, *, link: str = "") -> None:
        self._kind = kind
        self._icon.set_icon(kind.icon, kind.tone)
        self._words.set_text(lead, text)
        self._link.set_words(link)
        self._link.setVisible(bool(link))
        self.setAccessibleName(f"{lead} {text}".strip())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_message_box(QPainter(self), self.rect(), tokens_of(self), self._kind)


class FlowFooter(QWidget):
    """The fixed foot of a flow: what follows from the answers, and the buttons. Add these with `add_button`."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: Kind | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 16, 40, 16)
        row.setSpacing(20)
        self._icon = Icon("check", 26, Tone.OK, parent=self)
        self._lead = Label("", Role.H3, parent=self, wrap=True)
        self._text = Label("", Role.SMALL, Tone.INK2, parent=self, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._lead)
        words.addWidget(self._text)
        words.addStretch(1)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        self._row = row
        self.setMinimumHeight(80)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.show_message(None, "", "")

    def add_button(self, button: QWidget) -> None:
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_message(self, kind: Kind | None, lead: str, text: str = "") -> None:
        """`kind` None shows plain words without an icon."""
        self._kind = kind
        self._icon.setVisible(kind is not None)
        if kind is not None:
            self._icon.set_icon(kind.icon, kind.tone)
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self._lead.set_tone(Tone.STOP if kind is Kind.STOP else Tone.INK)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(f"{lead} {text}".strip())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        stop = self._kind is Kind.STOP
        painter = QPainter(self)
        fill(painter, self.rect(), tokens.stop_tint if stop else tokens.surface)
        fill(painter, QRect(0, 0, self.width(), 2 if stop else 1), tokens.stop if stop else tokens.line)
