"""Buttons: icon, word and key cap in one painted control that grows with its words."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kneecoach.ui.fonts import TEXT, font, height_px, width_px
from kneecoach.ui.icons import paint_icon
from kneecoach.ui.tokens import Tokens, tokens_of
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.keycap import keycap_size, paint_keycap
from kneecoach.ui.widgets.painting import fill, outline

RADIUS_PX = 4
ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


@dataclass(frozen=True, slots=True)
class Measures:
    """Everything of a button that has a length, in pixels."""

    height: int
    padding: int
    text: float
    icon: int
    gap: int
    key: float


class Size(Enum):
    """The three sizes of the app; the player sets its own measures."""

    SMALL = Measures(32, 12, 13, 16, 8, 12)
    NORMAL = Measures(40, 16, 14, 18, 8, 12)
    LARGE = Measures(48, 24, 16, 18, 10, 12)


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a button in one state; None paints nothing."""

    face: QColor | None
    border: QColor | None
    text: QColor
    key: tuple[QColor, QColor, QColor | None]


class Button(Focusable, QAbstractButton):
    """The shared part; use one of the kinds below. Enter presses it as Space does."""

    def __init__(
        self, text: str = "", *, icon: str = "", key: str = "", size: Size = Size.NORMAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._key = key
        self._measures = size.value
        self._fixed_measures = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, *, icon: str = "", key: str = "") -> None:
        """Say something else, as Pause becomes Resume."""
        if (text, icon, key) != (self.text(), self._icon, self._key):
            self._icon, self._key = icon, key
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def set_measures(self, measures: Measures) -> None:
        """Sizes that follow the window instead of the text size, as in the player."""
        if measures != self._measures:
            self._measures, self._fixed_measures = measures, True
            self.updateGeometry()
            self.update()

    def look(self, tokens: Tokens) -> Look:
        raise NotImplementedError

    def _scale(self) -> float:
        return 1.0 if self._fixed_measures else tokens_of(self).text_scale

    def _text_px(self) -> float:
        return self._measures.text * self._scale()

    def _text_font(self) -> QFont:
        return font(TEXT, self._text_px(), 600)

    def _words_px(self) -> int:
        return width_px(self.text(), TEXT, self._text_px(), 600)

    def _content_width(self) -> int:
        m = self._measures
        parts = []
        if self._icon:
            parts.append(m.icon)
        if self.text():
            parts.append(self._words_px())
        if self._key:
            parts.append(keycap_size(self._key, m.key * self._scale()).width())
        return sum(parts) + m.gap * (len(parts) - 1)

    def sizeHint(self) -> QSize:
        m = self._measures
        height = max(m.height, height_px(TEXT, self._text_px(), 600) + 12)
        return QSize(max(self._content_width() + 2 * m.padding, height), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def enterEvent(self, event) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event) -> None:
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        if event.key() in ARROWS:
            # For the page, where an arrow may be a key of its own: Qt would move the focus
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.look(tokens_of(self))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if look.border is not None:
            outline(painter, self.rect(), look.border, look.face, radius=RADIUS_PX)
        self._paint_content(painter, look)

    def _content_left(self) -> float:
        return (self.width() - self._content_width()) / 2

    def _paint_content(self, painter: QPainter, look: Look) -> None:
        m, middle = self._measures, self.height() / 2
        x = round(self._content_left())
        if self._icon:
            paint_icon(painter, self._icon, QRectF(x, round(middle - m.icon / 2), m.icon, m.icon), look.text)
            x += m.icon + m.gap
        if self.text():
            self._paint_text(painter, x, look)
            x += self._words_px() + m.gap
        if self._key:
            key_px = m.key * self._scale()
            cap = keycap_size(self._key, key_px)
            at = QRectF(x, round(middle - cap.height() / 2), cap.width(), cap.height())
            paint_keycap(painter, at, self._key, key_px, look.key)

    def _paint_text(self, painter: QPainter, x: int, look: Look) -> None:
        painter.setFont(self._text_font())
        painter.setPen(look.text)
        painter.drawText(QRectF(x, 0, self.width() - x, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())


class PrimaryButton(Button):
    """The one thing that the page is for."""

    def look(self, tokens: Tokens) -> Look:
        if not self.isEnabled():
            return Look(tokens.line, tokens.line, tokens.ink3, (tokens.ink3, tokens.ink3, None))
        face = tokens.accent_hover if self.isDown() or self.underMouse() else tokens.accent
        return Look(face, face, tokens.on_accent, (tokens.on_accent, tokens.on_accent, None))


class SecondaryButton(Button):
    """Anything else that may be done."""

    def look(self, tokens: Tokens) -> Look:
        if not self.isEnabled():
            return Look(tokens.surface, tokens.line, tokens.ink3, (tokens.ink3, tokens.line, tokens.sunken))
        hovered = self.isDown() or self.underMouse()
        border = tokens.ink if hovered else tokens.line2
        return Look(tokens.surface, border, tokens.ink, (tokens.ink3, tokens.line, tokens.sunken))


class InkButton(Button):
    """The main button where the accent is taken by the needle: Pause, Save and close."""

    def look(self, tokens: Tokens) -> Look:
        if not self.isEnabled():
            return Look(tokens.line, tokens.line, tokens.ink3, (tokens.ink3, tokens.ink3, None))
        face = tokens.ink2 if self.isDown() or self.underMouse() else tokens.ink
        return Look(face, face, tokens.surface, (tokens.surface, tokens.surface, None))


class DangerButton(Button):
    """It hurts, or delete."""

    def look(self, tokens: Tokens) -> Look:
        if not self.isEnabled():
            return Look(tokens.danger_face, tokens.line, tokens.ink3, (tokens.ink3, tokens.line, None))
        if self.isDown() or self.underMouse():
            return Look(tokens.stop, tokens.stop, tokens.on_stop, (tokens.on_stop, tokens.on_stop, None))
        border = tokens.stop if tokens.danger_face == tokens.surface else tokens.danger_face
        key = (
            (tokens.ink3, tokens.line, tokens.sunken)
            if tokens.danger_face == tokens.surface
            else (tokens.stop, tokens.stop, None)
        )
        return Look(tokens.danger_face, border, tokens.stop, key)


class QuietButton(Button):
    """A word without a border, as Not today or the way back."""

    def __init__(
        self, text: str = "", *, icon: str = "", key: str = "", size: Size = Size.NORMAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, icon=icon, key=key, size=size, parent=parent)
        m = size.value
        self._measures = Measures(m.height, 8, m.text, m.icon, m.gap, m.key)

    def look(self, tokens: Tokens) -> Look:
        if not self.isEnabled():
            return Look(None, None, tokens.ink3, (tokens.ink3, tokens.line, tokens.sunken))
        face = tokens.sunken if self.isDown() or self.underMouse() else None
        border = tokens.line if face else None
        return Look(face, border, tokens.ink, (tokens.ink3, tokens.line, tokens.sunken))


class IconButton(QuietButton):
    """An icon alone: `name` is what screen readers and the tool tip say."""

    def __init__(self, icon: str, name: str, *, size: Size = Size.SMALL, parent: QWidget | None = None) -> None:
        super().__init__("", icon=icon, size=size, parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(name)


class LinkButton(Button):
    """Underlined words that lead somewhere, in line with text."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self._measures = Measures(28, 0, 13, 16, 6, 12)

    def look(self, tokens: Tokens) -> Look:
        return Look(None, None, tokens.info if self.isEnabled() else tokens.ink3, (tokens.info, tokens.info, None))

    def _paint_text(self, painter: QPainter, x: int, look: Look) -> None:
        super()._paint_text(painter, x, look)
        metrics = QFontMetrics(self._text_font())
        y = round((self.height() + metrics.ascent() - metrics.descent()) / 2) + 3.5
        underline = QRect(x, int(y), metrics.horizontalAdvance(self.text()), 2 if self.underMouse() else 1)
        fill(painter, underline, look.text)
