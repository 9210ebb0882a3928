"""Titles that wrap to two lines and then end in an ellipsis."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui.fonts import Role, font, role_font
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.text import Tone


def two_lines(text: str, face: QFont, width: int, *, most: int = 2) -> list[str]:
    """`text` broken at spaces into at most `most` lines of `width` pixels; the last one is elided when it must be."""
    metrics = QFontMetrics(face)
    lines: list[str] = [""]
    words = text.split()
    if metrics.horizontalAdvance(whole := " ".join(words)) <= width:
        return [whole]
    for i, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(longer) <= width or not lines[-1]:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = " ".join([lines[-1], *words[i:]])
            break
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, max(0, width)) for line in lines]


class Title(QWidget):
    """A title of one or two lines; a longer one is elided and whole in the tool tip."""

    def __init__(
        self,
        text: str = "",
        role: Role = Role.H2,
        tone: Tone = Tone.INK,
        *,
        most: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._tone = tone
        self._most = most
        self._size_px: float | None = None
        self._text = ""
        self._broken: tuple[tuple[str, QFont, int], list[str]] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def set_size_px(self, size_px: float) -> None:
        """A size that follows the window instead of the role, as in the player."""
        if size_px != self._size_px:
            self._size_px = size_px
            self.updateGeometry()
            self.update()

    def holds(self, text: str, width: int) -> bool:
        """Whether `text` could be read whole at that width."""
        return _is_whole(two_lines(text, self._font(), width, most=self._most), text)

    def _font(self) -> QFont:
        if self._size_px is None:
            return role_font(self._role, tokens_of(self).text_scale)
        kind = self._role.value
        return font(kind.family, self._size_px, kind.weight, kind.tracking)

    def _lines(self, face: QFont, width: int) -> list[str]:
        # Asked for its height more than once before it is painted
        asked = (self._text, face, width)
        if self._broken is None or self._broken[0] != asked:
            self._broken = (asked, two_lines(self._text, face, width, most=self._most))
        return self._broken[1]

    def _line(self) -> int:
        return QFontMetrics(self._font()).height()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(self._font(), width)) * self._line()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._font()).horizontalAdvance(self._text) + 2
        return QSize(width, self.heightForWidth(self.width() if self.isVisible() else width))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._line())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        face = self._font()
        painter.setFont(face)
        painter.setPen(getattr(tokens_of(self), self._tone.value))
        lines = self._lines(face, self.width())
        metrics = QFontMetrics(face)
        y = (self.height() - len(lines) * metrics.height()) / 2 + metrics.ascent()
        for line in lines:
            painter.drawText(QPointF(0, round(y)), line)
            y += metrics.height()
        self.setToolTip("" if _is_whole(lines, self._text) else self._text)


def _is_whole(lines: list[str], text: str) -> bool:
    return " ".join(lines) == " ".join(text.split())
