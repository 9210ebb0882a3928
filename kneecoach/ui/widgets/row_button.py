"""A row of a list that leads somewhere: icon, words, a note at the right, and a chevron."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kneecoach.ui.fonts import Role, role_font
from kneecoach.ui.icons import paint_icon
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.buttons import ARROWS
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import fill
from kneecoach.ui.widgets.text import Tone
from kneecoach.ui.widgets.two_lines import two_lines

ICON_PX, CHEVRON_PX, GAP_PX = 20, 16, 14


class RowButton(Focusable, QAbstractButton):
    """The note stands beside the words while both fit in a line, else below them. `ruled` has a line above it."""

    def __init__(  # noqa: PLR0913 - each is one trait of its look
        self,
        text: str = "",
        note: str = "",
        *,
        icon: str = "",
        tone: Tone = Tone.INK2,
        role: Role = Role.BODY,
        edge_px: int = 20,
        high_px: int = 46,
        ruled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._note, self._icon, self._tone, self._role = "", icon, tone, role
        self._edge_px, self._high_px, self._ruled = edge_px, high_px, ruled
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(text, note)

    def set_words(self, text: str, note: str = "") -> None:
        self._note = note
        self.setText(text)
        self.setAccessibleName(", ".join(part for part in (text, note) if part))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines, beside = self._set(width)
        face, small = self._metrics()
        below = 0 if beside or not self._note else small.height() * len(self._note_lines(width))
        return max(self._high_px, len(lines) * face.height() + below + 20)

    def sizeHint(self) -> QSize:
        width = self.width() if self.isVisible() else 280
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._high_px)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def focus_rect(self) -> QRect:
        return self.rect().adjusted(6, 5, -6, -4)

    def enterEvent(self, event) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event) -> None:
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        elif event.key() in ARROWS:
            # For the page: Qt would move the focus
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        scale = tokens_of(self).text_scale
        return QFontMetrics(role_font(self._role, scale)), QFontMetrics(role_font(Role.SMALL, scale))

    def _left(self) -> int:
        return self._edge_px + (ICON_PX + GAP_PX if self._icon else 0)

    def _room(self, width: int) -> int:
        return max(60, width - self._left() - self._edge_px - CHEVRON_PX - 8)

    def _set(self, width: int) -> tuple[list[str], bool]:
        """The lines of the words, and whether the note stands beside them."""
        face, small = self._metrics()
        room = self._room(width)
        words_px = face.horizontalAdvance(self.text())
        if self._note and words_px + 16 + small.horizontalAdvance(self._note) <= room:
            return [self.text()], True
        return two_lines(self.text(), role_font(self._role, tokens_of(self).text_scale), room), False

    def _note_lines(self, width: int) -> list[str]:
        return two_lines(self._note, role_font(Role.SMALL, tokens_of(self).text_scale), self._room(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, face_small = tokens_of(self), self._metrics()
        face, small = face_small
        painter = QPainter(self)
        if self.isDown() or self.underMouse():
            fill(painter, self.rect(), tokens.sunken)
        if self._ruled:
            fill(painter, QRect(0, 0, self.width(), 1), tokens.line)
        if self._icon:
            at = QRectF(self._edge_px, (self.height() - ICON_PX) / 2, ICON_PX, ICON_PX)
            paint_icon(painter, self._icon, at, getattr(tokens, self._tone.value))
        lines, beside = self._set(self.width())
        notes = [] if beside or not self._note else self._note_lines(self.width())
        left, room = self._left(), self._room(self.width())
        y = (self.height() - len(lines) * face.height() - len(notes) * small.height()) // 2
        painter.setFont(role_font(self._role, tokens.text_scale))
        painter.setPen(tokens.ink)
        for line in lines:
            painter.drawText(left, y + face.ascent(), line)
            y += face.height()
        painter.setFont(role_font(Role.SMALL, tokens.text_scale))
        painter.setPen(tokens.ink2)
        for line in notes:
            painter.drawText(left, y + small.ascent(), line)
            y += small.height()
        if beside:
            at_right = QRect(left, 0, room, self.height())
            painter.drawText(at_right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._note)
        chevron = QRectF(self.width() - self._edge_px - CHEVRON_PX, (self.height() - CHEVRON_PX) / 2, CHEVRON_PX, 16)
        paint_icon(painter, "chev", chevron, tokens.ink3)
