"""How one row of the timeline is painted."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kneecoach.ui.fonts import TEXT, Role, font, role_font
from kneecoach.ui.icons import paint_icon
from kneecoach.ui.pages.diary_rows import LINE_ROLE
from kneecoach.ui.pages.diary_words import DiaryLine
from kneecoach.ui.tokens import Tokens, tokens_of
from kneecoach.ui.widgets.painting import cap_text, fill, outline
from kneecoach.ui.widgets.row_pictures import RowPictures

EDGE_PX, MARK_PX = 12, 3
SIGN_PX, ICON_PX, GAP_PX, RIGHT_PX = 30, 20, 14, 12


class TimelineRow(QStyledItemDelegate):
    """Paints the title of a day or one entry; measured once for each width and text size."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._width_px = 0
        self._sizes: dict[tuple[str, str], QSize] = {}
        self._pictures = RowPictures(view)

    def fit(self, width_px: int) -> None:
        """The rows are so wide from now on, or are written in another size."""
        self._width_px = width_px
        self._sizes = {}
        self._pictures.forget()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: DiaryLine = index.data(LINE_ROLE)
        key = ("" if line.entry is None else line.title, line.time)
        size = self._sizes.get(key)
        if size is None:
            size = self._sizes[key] = QSize(200, self._height(line))
        return size

    def _height(self, line: DiaryLine) -> int:
        scale = tokens_of(self._view).text_scale
        bold, small, label = self._fonts(scale)
        if line.entry is None:
            return QFontMetrics(label).height() + 24
        lines = self._lines(line.title, bold, self._room(line, small, scale, self._width_px))
        bold_px, small_px = QFontMetrics(bold).height(), QFontMetrics(small).height()
        return max(59, bold_px + small_px + 20) + (len(lines) - 1) * bold_px

    @staticmethod
    def _room(line: DiaryLine, small: QFont, scale: float, width_px: int) -> int:
        """How wide the words of an entry may be."""
        left = EDGE_PX + round(SIGN_PX * max(1.0, scale)) + GAP_PX
        time_px = QFontMetrics(small).horizontalAdvance(line.time) + GAP_PX if line.time else 0
        return width_px - left - time_px - RIGHT_PX

    @staticmethod
    def _lines(title: str, bold: QFont, room_px: int) -> tuple[str, ...]:
        """A title in one line, or in two of which the second may be cut off."""
        metrics = QFontMetrics(bold)
        if metrics.horizontalAdvance(title) <= room_px:
            return (title,)
        layout = QTextLayout(title, bold)
        layout.beginLayout()
        first = layout.createLine()
        first.setLineWidth(room_px)
        layout.endLayout()
        rest = title[first.textLength() :]
        return title[: first.textLength()].rstrip(), metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room_px)

    @staticmethod
    def _fonts(scale: float) -> tuple[QFont, QFont, QFont]:
        return role_font(Role.H3, scale), role_font(Role.SMALL, scale), role_font(Role.LABEL, scale)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: DiaryLine = index.data(LINE_ROLE)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hot = bool(state & QStyle.StateFlag.State_MouseOver)
        looks = (line.entry is None, line.title, line.detail, line.time, line.pain, line.icon, chosen, hot)
        write = self._paint_day if line.entry is None else partial(self._paint_entry, chosen=chosen, hot=hot)
        self._pictures.show(painter, option.rect, looks, partial(write, line=line))

    def _paint_day(self, painter: QPainter, at: QRect, line: DiaryLine) -> None:
        tokens = tokens_of(self._view)
        painter.setFont(self._fonts(tokens.text_scale)[2])
        painter.setPen(tokens.ink2)
        room = at.adjusted(EDGE_PX, 0, -RIGHT_PX, -7)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, line.title)

    def _paint_entry(self, painter: QPainter, at: QRect, line: DiaryLine, *, chosen: bool, hot: bool) -> None:
        tokens = tokens_of(self._view)
        if chosen or hot:
            fill(painter, at, tokens.sunken)
        fill(painter, QRect(at.x(), at.y(), at.width(), 1), tokens.line)
        if chosen:
            fill(painter, QRect(at.x(), at.y() + 1, MARK_PX, at.height() - 1), tokens.accent)
        bold, small, _label = self._fonts(tokens.text_scale)
        self._paint_sign(painter, tokens, at, line)
        scale = tokens.text_scale
        painter.setFont(small)
        painter.setPen(tokens.ink2)
        right = at.right() + 1 - RIGHT_PX
        if line.time:
            time_at = QRect(at.x(), at.y(), right - at.x(), at.height())
            painter.drawText(time_at, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, line.time)
        room = self._room(line, small, scale, at.width())
        left = at.x() + EDGE_PX + round(SIGN_PX * max(1.0, scale)) + GAP_PX
        titles = self._lines(line.title, bold, room)
        first_px, second_px = QFontMetrics(bold).height(), QFontMetrics(small).height()
        top = at.y() + 1 + (at.height() - len(titles) * first_px - (second_px if line.detail else 0)) // 2
        painter.setFont(bold)
        painter.setPen(tokens.ink)
        for title in titles:
            self._draw(painter, QRect(left, top, room, first_px), title)
            top += first_px
        if line.detail:
            painter.setFont(small)
            painter.setPen(tokens.ink2)
            self._draw(painter, QRect(left, top, room, second_px), line.detail)

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
