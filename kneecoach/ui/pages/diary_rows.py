"""The rows of the timeline: only some days are held, and more are read as the person scrolls towards them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kneecoach.domain.diary import Entry, day_of, moment_of_entry
from kneecoach.ui.pages.diary_words import DiaryLine, Shown, Terms, day_title, line_of, passes

LINE_ROLE = Qt.ItemDataRole.UserRole
CHUNK_DAYS, FIRST_DAYS = 5, 21
ENOUGH_ROWS, FIRST_ROWS = 8, 14
MOST_ROWS = 120
FARTHEST_DAYS = 4 * 366
"""After so many days without an entry whatever is left is asked for at once."""
Read = Callable[[date | None, date], Sequence[Entry]]
"""The entries whose local day is from the first day, None for the earliest, up to but without the second."""


@dataclass(slots=True)
class Held:
    """The days that are held, from `since` up to but without `until`, and whether there may be more beyond."""

    since: date
    until: date
    older: bool = True


class TimelineRows(QAbstractListModel):
    """The newest day first, and the newest entry of a day first. Days without entries have no rows."""

    def __init__(self, read: Read, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._lines: list[DiaryLine] = []
        self._terms, self._shown = Terms(), Shown.ALL
        self._today = date.min
        self._end = date.min
        self._held = Held(date.min, date.min)

    def begin(self, day: date, today: date, terms: Terms, shown: Shown) -> None:
        """Hold the days around `day` and nothing else."""
        self.beginResetModel()
        self._terms, self._shown, self._today = terms, shown, today
        self._end = max(today, day) + timedelta(days=1)
        until = min(self._end, day + timedelta(days=FIRST_DAYS // 2)) if day < today else self._end
        self._held = Held(until, until)
        self._lines = self._older_lines(FIRST_DAYS, FIRST_ROWS)
        if not self._lines and until < self._end:
            self._held.until = self._end
            self._lines = self._lines_between(until, self._end)
        self.endResetModel()

    def begin_at(self, day: date) -> None:
        """The same kinds of entries, around another day."""
        self.begin(day, self._today, self._terms, self._shown)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def line(self, row: int) -> DiaryLine:
        return self._lines[row]

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.said
        if role == Qt.ItemDataRole.ToolTipRole and line.entry is not None:
            return "\n".join(part for part in (line.title, line.detail) if part)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or self._lines[index.row()].entry is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def row_of(self, entry_id: object) -> int | None:
        """Where the entry with this id is; None when it is not held."""
        found = (row for row, line in enumerate(self._lines) if line.entry is not None and line.entry.id == entry_id)
        return next(found, None)

    def row_of_day(self, day: date) -> int | None:
        """The title of that day, or of the nearest day before it; None without one."""
        found = (row for row, line in enumerate(self._lines) if line.entry is None and line.day <= day)
        return next(found, None)

    def holds(self, day: date) -> bool:
        """Whether what there is of that day is among the rows."""
        return self._held.since <= day < self._held.until

    def more_older(self) -> bool:
        return self._held.older

    def more_newer(self) -> bool:
        return self._held.until < self._end

    def read_older(self) -> None:
        """Hold more days before those that are held; the newest rows go when there are too many."""
        lines = self._older_lines(CHUNK_DAYS, ENOUGH_ROWS)
        if lines:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(lines) - 1)
            self._lines += lines
            self.endInsertRows()
        self._drop_newest()

    def read_newer(self) -> None:
        """Hold more days after those that are held; the oldest rows go when there are too many."""
        held, days = self._held, CHUNK_DAYS
        lines: list[DiaryLine] = []
        while len(lines) < ENOUGH_ROWS and held.until < self._end:
            until = min(self._end, held.until + timedelta(days=days))
            lines = self._lines_between(held.until, until) + lines
            held.until, days = until, 2 * days
        if lines:
            self.beginInsertRows(QModelIndex(), 0, len(lines) - 1)
            self._lines = lines + self._lines
            self.endInsertRows()
        self._drop_oldest()

    def _older_lines(self, days: int, enough: int) -> list[DiaryLine]:
        held = self._held
        lines: list[DiaryLine] = []
        while len(lines) < enough and held.older:
            since = held.since - timedelta(days=days)
            if days > FARTHEST_DAYS:
                lines += self._lines_between(None, held.since)
                held.since, held.older = date.min, False
            else:
                lines += self._lines_between(since, held.since)
                held.since, days = since, 2 * days
        return lines

    def _lines_between(self, since: date | None, until: date) -> list[DiaryLine]:
        entries = [entry for entry in self._read(since, until) if passes(entry, self._shown)]
        entries.sort(key=lambda entry: (day_of(entry), moment_of_entry(entry)), reverse=True)
        lines: list[DiaryLine] = []
        for day, of_day in groupby(entries, day_of):
            lines.append(DiaryLine(day, day_title(day, self._today)))
            lines += (line_of(entry, self._terms) for entry in of_day)
        return lines

    def _drop_newest(self) -> None:
        count = len(self._lines) - MOST_ROWS
        if count <= 0:
            return
        # Whole days go
        while self._lines[count].entry is not None:
            count -= 1
        if count:
            self.beginRemoveRows(QModelIndex(), 0, count - 1)
            self._held.until = self._lines[count].day + timedelta(days=1)
            del self._lines[:count]
            self.endRemoveRows()

    def _drop_oldest(self) -> None:
        first = MOST_ROWS
        if len(self._lines) <= first:
            return
        while first < len(self._lines) and self._lines[first].entry is not None:
            first += 1
        if first < len(self._lines):
            self.beginRemoveRows(QModelIndex(), first, len(self._lines) - 1)
            self._held.since, self._held.older = self._lines[first - 1].day, True
            del self._lines[first:]
            self.endRemoveRows()
