"""The timeline of the diary: rows grouped by day, painted, and read on while they are scrolled."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kneecoach.domain.diary import Entry
from kneecoach.ui.fonts import TEXT, Role, font, role_font
from kneecoach.ui.icons import paint_icon
from kneecoach.ui.pages.diary_rows import LINE_ROLE, Read, TimelineRows
from kneecoach.ui.pages.diary_words import DiaryLine, Shown, Terms
from kneecoach.ui.tokens import Tokens, tokens_of
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import cap_text, fill, outline

EDGE_PX, PAD_PX, MARK_PX = 12, 12, 3
SIGN_PX, ICON_PX, GAP_PX, RIGHT_PX = 30, 20, 14, 12
NEAR_PX = 600
"""How near its end the list reads on."""


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


class Timeline(Focusable, QListView):
    """`chosen` carries the entry that the person goes to, None when there is none any more."""

    chosen = Signal(object)
    delete_requested = Signal()
    opened = Signal(object)
    """Enter on an entry, or a double click: the panel is wanted."""

    def __init__(self, read: Read, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = TimelineRows(read, parent=self)
        self._quiet = self._reading = False
        self.setModel(self._rows)
        self.setItemDelegate(TimelineRow(self))
        self.setAccessibleName("Timeline")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(30)
        self.verticalScrollBar().valueChanged.connect(self._read_on)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.activated.connect(self._open)

    def rows(self) -> TimelineRows:
        return self._rows

    def show_days(self, day: date, today: date, terms: Terms, shown: Shown) -> None:
        """Start over around `day`, which stands at the top."""
        self._quiet = True
        self._rows.begin(day, today, terms, shown)
        self._quiet = False
        self.go_to_day(day)
        self._read_on()

    def show_again(self, today: date, terms: Terms, shown: Shown) -> None:
        """Read the same days again; what stood at the top stays there."""
        index = self.indexAt(self.viewport().rect().topLeft())
        bar = self.verticalScrollBar()
        if not index.isValid() or (bar.value() == 0 and not self._rows.more_newer()):
            self.show_days(today, today, terms, shown)
            return
        line, top = self._rows.line(index.row()), self.visualRect(index).top()
        self._quiet = True
        self._rows.begin(line.day, today, terms, shown)
        self._quiet = False
        self.doItemsLayout()
        kept = self._rows.row_of(line.entry.id) if line.entry is not None else None
        row = kept if kept is not None else self._rows.row_of_day(line.day)
        if row is not None:
            bar.setValue(bar.value() + self.visualRect(self._rows.index(row)).top() - top)
        self._read_on()

    def held(self, entry_id: UUID) -> Entry | None:
        """The entry with this id as it is now; None when it is not held."""
        row = self._rows.row_of(entry_id)
        return self._rows.line(row).entry if row is not None else None

    def go_to_day(self, day: date) -> bool:
        """Scroll to that day, or the nearest before it; False when it is not held and has to be read first."""
        if not self._rows.holds(day):
            return False
        row = self._rows.row_of_day(day)
        if row is not None:
            self.scrollTo(self._rows.index(row), QAbstractItemView.ScrollHint.PositionAtTop)
        return True

    def choose(self, entry_id: UUID | None) -> bool:
        """Mark the entry without telling; False when it is not among the rows."""
        row = self._rows.row_of(entry_id) if entry_id is not None else None
        self._quiet = True
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._rows.index(row))
            self.scrollTo(self._rows.index(row))
        self._quiet = False
        return row is not None

    def choose_day(self, day: date) -> None:
        """Choose the newest entry of that day, as a click does."""
        row = self._rows.row_of_day(day)
        if row is not None:
            self.setCurrentIndex(self._rows.index(row + 1))

    def step(self, by: int) -> None:
        """To the entry before or after, over the titles of days."""
        row = self.currentIndex().row() + by if self.currentIndex().isValid() else (0 if by > 0 else -1)
        while 0 <= row < self._rows.rowCount() and self._rows.line(row).entry is None:
            row += by
        if 0 <= row < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(row))

    def _tell(self, _new: QItemSelection, _old: QItemSelection) -> None:
        if not self._quiet:
            index = self.currentIndex()
            picked = self.selectionModel().hasSelection() and index.isValid()
            self.chosen.emit(self._rows.line(index.row()).entry if picked else None)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows.line(index.row()).entry)

    def _read_on(self) -> None:
        """Read more where the end is near; what is seen stays where it is."""
        bar = self.verticalScrollBar()
        if self._reading or not self.isVisible():
            return
        self._reading = True
        if self._rows.more_older() and bar.maximum() - bar.value() < NEAR_PX:
            self._in_place(self._rows.read_older)
        elif self._rows.more_newer() and bar.value() < NEAR_PX:
            self._in_place(self._rows.read_newer)
        self._reading = False

    def _in_place(self, change: Callable[[], None]) -> None:
        index = self.indexAt(self.viewport().rect().topLeft())
        kept, top = QPersistentModelIndex(index), self.visualRect(index).top()
        change()
        self.doItemsLayout()
        self.updateGeometries()
        if kept.isValid():
            there = self.visualRect(self._rows.index(kept.row())).top()
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + there - top)

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._read_on()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._read_on()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def focus_rect(self) -> QRect:
        return self.rect().adjusted(2, 2, -2, -2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.step(steps[event.key()])
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        elif event.text().isprintable() and event.text() and event.key() != Qt.Key.Key_Space:
            # Letters are for the page and the window: Qt would search by them
            event.ignore()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)
