"""Texts in the roles and tones of the design, always plain, never clipped."""

from enum import Enum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetricsF, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kneecoach.ui.fonts import Role, font, role_font
from kneecoach.ui.tokens import tokens_of

__all__ = ["Heading", "Label", "Role", "Tone"]


LARGE_NUMBERS = frozenset({Role.HERO, Role.METRIC})


class Tone(Enum):
    """The colour of a text, named after its token."""

    INK = "ink"
    INK2 = "ink2"
    INK3 = "ink3"
    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    STOP = "stop"
    INFO = "info"


class Label(QLabel):
    """A plain text. Its role is also the dynamic property `role`, its tone `tone`."""

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        tone: Tone = Tone.INK,
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._role = role
        self._tone = tone
        self._size_px: float | None = None
        self.setProperty("role", role.name.lower())
        self.setProperty("tone", tone.value)
        self._dress()

    def set_role(self, role: Role) -> None:
        self._role = role
        self.setProperty("role", role.name.lower())
        self._dress()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's own setter
        super().setText(text)
        self._align_edge()

    def set_tone(self, tone: Tone) -> None:
        if tone is not self._tone:
            self._tone = tone
            self.setProperty("tone", tone.value)
            self._dress()

    def set_size_px(self, size_px: float) -> None:
        """A size that follows the window instead of the role, as in the player."""
        if size_px != self._size_px:
            self._size_px = size_px
            self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.ParentChange}:
            self._dress()

    def _dress(self) -> None:
        tokens = tokens_of(self)
        if self._size_px is None:
            wanted = role_font(self._role, tokens.text_scale)
        else:
            kind = self._role.value
            wanted = font(kind.family, self._size_px, kind.weight, kind.tracking)
        if wanted != self.font():
            self.setFont(wanted)
            self._align_edge()
        colour = getattr(tokens, self._tone.value)
        if self.palette().color(QPalette.ColorRole.WindowText) != colour:
            # A copy of the whole palette would hide later ones from a label in a differently coloured part
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)

    def _align_edge(self) -> None:
        """Large numbers stand with their ink, not their bearing, on the edge of the texts above them."""
        if self._role in LARGE_NUMBERS and self.text():
            self.setContentsMargins(-round(QFontMetricsF(self.font()).leftBearing(self.text()[0])), 0, 0, 0)


class Heading(Label):
    """A title that wraps when it must; screen readers hear it as part of the page."""

    def __init__(
        self, text: str = "", role: Role = Role.H1, tone: Tone = Tone.INK, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, role, tone, wrap=True, parent=parent)
