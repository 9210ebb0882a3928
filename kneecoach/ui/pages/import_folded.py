"""The new runs that are not asked about, one line each: thousands of them cost no more than what is seen."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kneecoach.domain.person import Units
from kneecoach.ui.fonts import Role, role_font
from kneecoach.ui.icons import paint_icon
from kneecoach.ui.pages import import_words as words
from kneecoach.ui.pages.import_batch import NewRun
from kneecoach.ui.tokens import tokens_of
from kneecoach.ui.widgets.focus import Focusable
from kneecoach.ui.widgets.painting import fill, outline
from kneecoach.ui.widgets.row_pictures import RowPictures

BOX_PX, GAP_PX, EDGE_PX, ROW_PX = 18, 12, 4, 40
SHOWN_ROWS = 6
MOVES = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
NEW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class FoldedRows(QAbstractListModel):
    """Each can be ticked."""

    changed = Signal()

    def __init__(self, units: Units, today: date, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._units, self._today = units, today
        self._rows: list[NewRun] = []

    def show_rows(self, rows: Sequence[NewRun]) -> None:
        """What is already shown stays as it is where more came after it."""
        before = len(self._rows)
        if list(rows[:before]) == self._rows:
            if len(rows) > before:
                self.beginInsertRows(QModelIndex(), before, len(rows) - 1)
                self._rows = list(rows)
                self.endInsertRows()
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        new = self._rows[index.row()]
        if role == NEW_ROLE:
            return new
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if new.ticked else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join((self.far(new), self.moment(new), self.detail(new)))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self._rows[index.row()].ticked = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index)
        self.changed.emit()
        return True

    def turn(self, index: Index) -> None:
        """Tick it, or not any more."""
        ticked = self.data(index, Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
        self.setData(
            index, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
        )

    def far(self, new: NewRun) -> str:
        return f"{words.short_distance(new.run.distance_m, self._units)} {words.unit(self._units)}"

    def moment(self, new: NewRun) -> str:
        return words.long_moment(new.run.at, self._today)

    def detail(self, new: NewRun) -> str:
        said = words.run_detail(new.run, new.found.file, self._units)
        return f"{said}. {new.found.remark}" if new.found.remark else said


class FoldedLine(QStyledItemDelegate):
    """The tick, how far, when, and the file."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.pictures = RowPictures(view)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        height = QFontMetrics(role_font(Role.BODY, tokens_of(self._view).text_scale)).height()
        return QSize(200, max(ROW_PX, height + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        new, rows = index.data(NEW_ROLE), index.model()
        assert isinstance(rows, FoldedRows), "the view shows nothing else"
        state: QStyle.StateFlag = option.state
        hot = bool(state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected))
        write = partial(self._paint_run, new=new, rows=rows, hot=hot)
        self.pictures.show(painter, option.rect, (new, new.ticked, hot), write)

    def _paint_run(self, painter: QPainter, at: QRect, new: NewRun, rows: FoldedRows, *, hot: bool) -> None:
        tokens = tokens_of(self._view)
        if hot:
            fill(painter, at, tokens.sunken)
        fill(painter, QRect(at.x(), at.y(), at.width(), 1), tokens.line)
        box = QRectF(at.x() + EDGE_PX, at.y() + (at.height() - BOX_PX) // 2, BOX_PX, BOX_PX)
        edge, face = (tokens.ink, tokens.ink) if new.ticked else (tokens.line2, tokens.surface)
        outline(painter, box, edge, face, radius=3)
        if new.ticked:
            paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), tokens.surface)
        left = round(box.right()) + GAP_PX
        scale = tokens.text_scale
        far_px = QFontMetrics(role_font(Role.H3, scale)).horizontalAdvance("000.0 miles")
        for text, role, ink, width in (
            (rows.far(new), Role.H3, tokens.ink, far_px),
            (rows.moment(new), Role.BODY, tokens.ink, None),
            (rows.detail(new), Role.SMALL, tokens.ink2, None),
        ):
            painter.setFont(role_font(role, scale))
            painter.setPen(ink)
            room = max(0, at.right() - EDGE_PX - left)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(left, at.y(), room, at.height()), Qt.AlignmentFlag.AlignVCenter, shown)
            left += (width or painter.fontMetrics().horizontalAdvance(shown)) + GAP_PX


class FoldedRuns(Focusable, QListView):
    """Space or a click on the box ticks; the right arrow or a click elsewhere opens the run for its questions."""

    open_requested = Signal(object)
    """A NewRun."""

    def __init__(self, units: Units, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = FoldedRows(units, today, parent=self)
        self.setModel(self.rows)
        self._line = FoldedLine(self)
        self.setItemDelegate(self._line)
        self.setAccessibleName("More new runs")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)

    def show_rows(self, rows: Sequence[NewRun]) -> None:
        self.rows.show_rows(rows)
        self.setVisible(bool(rows))
        self.setMinimumHeight(min(len(rows), SHOWN_ROWS) * self._line_px() + 4)

    def _line_px(self) -> int:
        return self._line.sizeHint(QStyleOptionViewItem(), QModelIndex()).height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._line.pictures.forget()

    def focus_rect(self) -> QRect:
        return self.rect().adjusted(2, 2, -2, -2)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return
        if event.position().x() <= EDGE_PX + BOX_PX + GAP_PX:
            self.rows.turn(index)
        else:
            self.open_requested.emit(index.data(NEW_ROLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self.rows.turn(index)
        elif event.key() == Qt.Key.Key_Right and index.isValid():
            self.open_requested.emit(index.data(NEW_ROLE))
        elif event.key() in MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()
