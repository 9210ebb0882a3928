"""How one row of the timeline is painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kneecoach.ui.fonts import TEXT, Role, font, role_font
from kneecoach.ui.icons import paint_icon
from kneecoach.ui.pages.diary_rows import LINE_ROLE
from kneecoach.ui.pages.diary_words import DiaryLine
from kneecoach.ui.tokens import Tokens, tokens_of
from kneecoach.ui.widgets.painting import cap_text, fill, outline

EDGE_PX, MARK_PX = 12, 3
SIGN_PX, ICON_PX, GAP_PX, RIGHT_PX = 30, 20, 14, 12


class TimelineRow(QStyledItemDelegate):
    """Paints the title of a day or one entry; measured once for each text size."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._measured = 0.0
        self._title_px = self._entry_px = 0

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        scale = tokens_of(self._view).text_scale
        if scale != self._measured:
            self._measured = scale
            bold, small, label = (QFontMetrics(face).height() for face in self._fonts(scale))
            self._title_px, self._entry_px = label + 24, max(59, bold + small + 20)
        line: DiaryLine = index.data(LINE_ROLE)
        return QSize(200, self._title_px if line.entry is None else self._entry_px)

    @staticmethod
    def _fonts(scale: float) -> tuple[QFont, QFont, QFont]:
        return role_font(Role.H3, scale), role_font(Role.SMALL, scale), role_font(Role.LABEL, scale)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = tokens_of(self._view)
        line: DiaryLine = index.data(LINE_ROLE)
        at: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.entry is None:
            painter.setFont(self._fonts(tokens.text_scale)[2])
            painter.setPen(tokens.ink2)
            room = at.adjusted(EDGE_PX, 0, -RIGHT_PX, -7)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, line.title)
        else:
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            hot = bool(state & QStyle.StateFlag.State_MouseOver)
            self._paint_entry(painter, tokens, at, line, chosen=chosen, hot=hot)
        painter.restore()

    def _paint_entry(
        self, painter: QPainter, tokens: Tokens, at: QRect, line: DiaryLine, *, chosen: bool, hot: bool
    ) -> None:
        if chosen or hot:
            fill(painter, at, tokens.sunken)
        fill(painter, QRect(at.x(), at.y(), at.width(), 1), tokens.line)
        if chosen:
            fill(painter, QRect(at.x(), at.y() + 1, MARK_PX, at.height() - 1), tokens.accent)
        bold, small, _label = self._fonts(tokens.text_scale)
        self._paint_sign(painter, tokens, at, line)
        time_px = QFontMetrics(small).horizontalAdvance(line.time)
        painter.setFont(small)
        painter.setPen(tokens.ink2)
        right = at.right() + 1 - RIGHT_PX
        if line.time:
            painter.drawText(
                QRect(right - time_px, at.y(), time_px, at.height()), Qt.AlignmentFlag.AlignVCenter, line.time
            )
        left = at.x() + EDGE_PX + round(SIGN_PX * max(1.0, tokens.text_scale)) + GAP_PX
        room = right - time_px - GAP_PX - left if line.time else right - left
        first_px, second_px = QFontMetrics(bold).height(), QFontMetrics(small).height()
        top = at.y() + 1 + (at.height() - first_px - (second_px if line.detail else 0)) // 2
        painter.setFont(bold)
        painter.setPen(tokens.ink)
        self._draw(painter, QRect(left, top, room, first_px), line.title)
        if line.detail:
            painter.setFont(small)
            painter.setPen(tokens.ink2)
            self._draw(painter, QRect(left, top + first_px, room, second_px), line.detail)

    def _paint_sign(self, painter: QPainter, tokens: Tokens, at: QRect, line: DiaryLine) -> None:
        side = round(SIGN_PX * max(1.0, tokens.text_scale))
        box = QRectF(at.x() + EDGE_PX, at.y() + (at.height() - side) // 2, side, side)
        if line.pain is not None:
            outline(painter, box, tokens.pain_fill(line.pain), tokens.pain_fill(line.pain), radius=3)
            face = font(TEXT, 14 * tokens.text_scale, 600)
            cap_text(painter, box, str(line.pain), face, tokens.pain_text(line.pain))
        else:
            edge = (side - ICON_PX) / 2
            place = QRectF(box.x() + edge, box.y() + edge, ICON_PX, ICON_PX)
            paint_icon(painter, line.icon, place, tokens.stop if line.icon == "stop" else tokens.ink)

    @staticmethod
    def _draw(painter: QPainter, at: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, at.width())
        painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
