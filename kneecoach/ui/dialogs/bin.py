"""What was deleted or changed in the diary, kept for 30 days, and the way back."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.coaching.imports import Imported
from kneecoach.domain.bin_kind import How, Kind
from kneecoach.domain.diary import Binned, day_of
from kneecoach.domain.local_time import utc
from kneecoach.domain.novelty import Novelty
from kneecoach.domain.pain import PainEntry
from kneecoach.ui import words
from kneecoach.ui.dialogs.frame import Frame
from kneecoach.ui.pages.diary_words import Terms, line_of
from kneecoach.ui.pages.plan_words import novelty_words
from kneecoach.ui.pages.scrolled import Scrolled
from kneecoach.ui.widgets.buttons import PrimaryButton, SecondaryButton, Size
from kneecoach.ui.widgets.card import Area, Hairline
from kneecoach.ui.widgets.text import Label, Role, Tone

TOGETHER = timedelta(minutes=5)
WIDTH_PX, LIST_PX = 620, 380
EXPLAINED = "What you delete, change or import in the diary can be undone here for 30 days."
WAITING = "Undoing\u2026"
EMPTY = "Nothing was deleted, changed or imported in the last 30 days."


class BinRow(QWidget):
    """One thing that can be had back."""

    put_back_requested = Signal(object)

    def __init__(self, binned: Binned, terms: Terms, now: datetime, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.binned = binned
        title, time, told = _said(binned, terms)
        when = words.plain_day(day_of(binned.value), now.date())
        self.back = SecondaryButton("Put back", icon="undo", size=Size.SMALL, parent=self)
        self.back.setAccessibleName(f"Put back {title}, {when}")
        self.back.clicked.connect(self._ask)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(Label(title, Role.H3, wrap=True, parent=self))
        detail = ", ".join(part for part in (f"{when} {time}".strip(), told) if part)
        said.addWidget(Label(detail, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        said.addWidget(Label(how_words(binned, now), Role.SMALL, Tone.INK3, wrap=True, parent=self))
        row = QHBoxLayout()
        row.setContentsMargins(0, 10, 12, 10)
        row.setSpacing(16)
        row.addLayout(said, 1)
        row.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(parent=self))
        column.addLayout(row)

    def _ask(self) -> None:
        self.put_back_requested.emit(self.binned.id)


def _said(binned: Binned, terms: Terms) -> tuple[str, str, str]:
    """Its title, its time of the day, and what else it says."""
    if isinstance(binned.value, Novelty):
        return f"Changed: {novelty_words(binned.value)}", "", ""
    line = line_of(binned.value, terms)
    pain = f"Pain {binned.value.score}: " if isinstance(binned.value, PainEntry) else ""
    return f"{pain}{line.title}", line.time, line.detail


_VERBS = {
    How.DELETED: "Deleted",
    How.EDITED: "As it was before a change,",
    How.UNDONE: "As it was before a change was taken back,",
}


class ImportRow(QWidget):
    """An import that can be taken back as a whole, or one that was and can be had again."""

    take_back_requested = Signal(object)
    put_back_requested = Signal(object)

    def __init__(self, one: Imported, now: datetime, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one = one
        act = "Put back" if one.gone else "Take back"
        self.back = SecondaryButton(act, icon="undo", size=Size.SMALL, parent=self)
        self.back.setAccessibleName(f"{act} the import of {one.taken.words}")
        self.back.clicked.connect(self._ask)
        said = QVBoxLayout()
        said.setSpacing(2)
        # A diary can bring a dozen kinds, too much for a title
        several = bool(one.taken.others)
        title = "Import of a diary" if several else f"Import of {one.taken.words}"
        said.addWidget(Label(title, Role.H3, wrap=True, parent=self))
        if several:
            said.addWidget(Label(one.taken.words, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        when = f"{'Taken back' if one.gone else 'Added'} {_when(one.at, now)}"
        said.addWidget(Label(when, Role.SMALL, Tone.INK3, wrap=True, parent=self))
        row = QHBoxLayout()
        row.setContentsMargins(0, 10, 12, 10)
        row.setSpacing(16)
        row.addLayout(said, 1)
        row.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(parent=self))
        column.addLayout(row)

    def _ask(self) -> None:
        self.back.setText(WAITING)
        if self._one.gone:
            self.put_back_requested.emit(self._one.id)
        else:
            self.take_back_requested.emit(self._one.taken)


def how_words(binned: Binned, now: datetime) -> str:
    """ "Deleted today, 20:15", "Before a change, 3 days ago, 09:00"."""
    verb = _VERBS[binned.how]
    return f"{verb} {_when(binned.at, now)}"


def _when(at: datetime, now: datetime) -> str:
    at = at.astimezone(now.tzinfo)
    ago = words.ago(at.date(), now.date())
    said = ago if ago in words.DAYS else ago[:1].lower() + ago[1:]
    return f"{said}, {at:%H:%M}"


def to_show(binned: Iterable[Binned]) -> tuple[Binned, ...]:
    """The newest first; of changes that followed each other the state before the first of them."""
    kept: list[Binned] = []
    for one in binned:
        before = kept[-1] if kept else None
        same = before is not None and _key(before) == _key(one) and one.how is not How.DELETED
        if before is not None and same and before.at - one.at <= TOGETHER:
            kept[-1] = one
        else:
            kept.append(one)
    return tuple(kept)


def _key(binned: Binned) -> tuple[Kind, UUID, How]:
    return binned.kind, binned.entry_id, binned.how


class BinDialog(Frame):
    """Stays open, so that several things can be had back."""

    put_back_requested = Signal(object)
    take_back_requested = Signal(object)
    """The TakenIn of an import."""
    import_requested = Signal(object)
    """The id of an import that was taken back, to be had again."""

    def __init__(self, now: datetime, *, parent: QWidget | None = None) -> None:
        super().__init__("Deleted and changed", width_px=WIDTH_PX, parent=parent)
        self._now = now
        self.body.addWidget(Label(EXPLAINED, Role.SMALL, Tone.INK2, wrap=True, parent=self))
        self._nothing = Label(EMPTY, wrap=True, parent=self)
        self.body.addWidget(self._nothing)
        self._rows: list[BinRow | ImportRow] = []
        self._inside = Area("surface")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._list = Scrolled(self._inside, parent=self)
        self._list.setMinimumHeight(LIST_PX)
        self.body.addWidget(self._list, 1)
        self.close_button = self.add_button(PrimaryButton("Close", parent=self))
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()

    def rows(self) -> Sequence[BinRow | ImportRow]:
        return tuple(self._rows)

    def wait(self) -> None:
        """Until the list is shown anew nothing else can be asked for."""
        self._inside.setEnabled(False)
        self.close_button.setFocus()

    def show_binned(self, binned: Iterable[Binned], terms: Terms, imports: Iterable[Imported] = ()) -> None:
        """Both newest first; an import before what it changed."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        self._inside.setEnabled(True)
        there: list[Imported | Binned] = [*imports, *to_show(binned)]
        for one in sorted(there, key=lambda one: utc(one.at), reverse=True):
            row = self._import_row(one) if isinstance(one, Imported) else self._bin_row(one, terms)
            self._column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        self._nothing.setVisible(not self._rows)
        self._list.setVisible(bool(self._rows))

    def _bin_row(self, one: Binned, terms: Terms) -> BinRow:
        row = BinRow(one, terms, self._now, parent=self._inside)
        row.put_back_requested.connect(self.put_back_requested)
        return row

    def _import_row(self, one: Imported) -> ImportRow:
        row = ImportRow(one, self._now, parent=self._inside)
        row.take_back_requested.connect(self.take_back_requested)
        row.put_back_requested.connect(self.import_requested)
        return row
