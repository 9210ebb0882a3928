"""What the diary page keeps: each change at once, and each with Undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal

from kneecoach.coaching import answers, diary
from kneecoach.coaching.check_in import read_record
from kneecoach.coaching.diary import SYMPTOM_FLAGS
from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.diary import Removable, kind_of
from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.flag import Closed, FlagEntry, Injury
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.screening import warning_of
from kneecoach.domain.support import Support, SupportUsed
from kneecoach.ui.changes import Changes
from kneecoach.ui.notice import Notice
from kneecoach.ui.pages.diary_book import Book
from kneecoach.ui.pages.diary_names import SYMPTOMS
from kneecoach.ui.words import listed

OPENED = "is a warning sign. It is open in the diary until you answer it there."
NAMES: dict[Kind, str] = {
    Kind.PAIN: "The pain entry",
    Kind.RUN: "The run",
    Kind.ACTIVITY: "The activity",
    Kind.MORNING: "The morning",
    Kind.ICE: "The icing",
    Kind.SUPPORT: "What was used that day",
    Kind.SESSION: "The session",
    Kind.NOVELTY: "What changed",
}


class Keeping(QObject):
    """Each act is told of afterwards; what is refused is said in a sentence and gives False."""

    warned = Signal(object, object)
    """The id of the pain entry that is being told, and the Permission that must be said of it, or None."""
    restored = Signal(object)
    """The entry that was deleted just now and is back."""

    def __init__(
        self,
        book: Book,
        *,
        wall: Callable[[], datetime],
        changes: Changes,
        notice: Callable[[], Notice],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._book, self._wall, self._changes, self._notice = book, wall, changes, notice
        self._fresh: PainEntry | None = None
        self._told: UUID | None = None
        changes.diary.connect(self._warn)

    def keep_new(self, entry: PainEntry) -> bool:
        """A new entry of pain; its pain said anew right after is the same one still."""
        self._told = entry.id
        if not self._keep(lambda person: diary.log_pain(self._book.store, person, entry, self._wall())):
            return False
        self._fresh = entry
        self._offer(f"Pain {entry.score} noted.{opened_words(entry, None)}", partial(self._take_away, entry))
        return True

    def change_pain(self, before: PainEntry | None, entry: PainEntry) -> bool:
        """An entry as it is now. `before` is what was shown until now."""
        if self._fresh is not None and replace(self._fresh, score=entry.score) == entry:
            return self.keep_new(entry)
        self._fresh, self._told = None, entry.id
        said = f"Changed.{opened_words(entry, before)}"
        return self._change(said, lambda person: diary.change_pain(self._book.store, person, entry, self._wall()))

    def answer_support(self, support: SupportUsed | None, at: datetime, what: Support, *, used: bool) -> bool:
        """Whether a thing was used on a day; the rest of what was said of it stays."""
        said = support or SupportUsed(uuid4(), at)
        yes = tuple(one for one in said.used if one is not what) + ((what,) if used else ())
        no = tuple(one for one in said.not_used if one is not what) + (() if used else (what,))
        kept = replace(said, used=yes, not_used=no)
        return self._keep(lambda person: diary.log_support(self._book.store, person, kept, self._wall()))

    def delete(self, entry: Removable) -> bool:
        """Into the bin, from where Undo has it back now and the bin for 30 days."""
        kind = kind_of(entry)
        kept: list[UUID] = []
        act = lambda person: kept.append(diary.delete(self._book.store, person, kind, entry.id, self._wall()))  # noqa: E731
        if not self._keep(act):
            return False
        self._offer(f"{NAMES[kind]} was deleted.", lambda: self._restore(kept[0], entry))
        return True

    def _restore(self, bin_id: UUID, entry: Removable) -> None:
        if self.put_back(bin_id):
            self.restored.emit(entry)

    def answer(self, entry: FlagEntry | Injury, closed: Closed) -> bool:
        """What became of a warning sign or an injury."""
        if not self._keep(lambda _person: answers.answer(self._book.store, entry, closed)):
            return False
        self._offer("Answered. It stays in the diary.", partial(self._open_again, entry))
        return True

    def _open_again(self, entry: FlagEntry | Injury) -> None:
        self._keep(lambda _person: answers.take_back(self._book.store, entry))

    def put_back(self, bin_id: UUID) -> bool:
        """Have something back from the bin; taking a change back can be undone in turn."""
        again: list[UUID | None] = []
        if not self._keep(lambda _person: again.append(diary.put_back(self._book.store, bin_id, self._wall()))):
            return False
        back = again[0]
        if back is None:
            self._notice().tell("It is back.")
        else:
            self._offer("It is as it was before.", partial(self.put_back, back))
        return True

    def forget_fresh(self) -> None:
        """The panel is closed: what is changed from now on is a change."""
        self._fresh = self._told = None

    def _warn(self) -> None:
        """Read again with every change, so that what was taken back is not said any more."""
        person, told = self._book.person(), self._told
        if person is None or told is None:
            return
        try:
            now = self._wall()
            said = warning_of(read_record(self._book.store, person, now, stops=False, whole=True), told, now)
        except KneeCoachError as error:
            self._notice().say(str(error))
            return
        self.warned.emit(told, said)

    def _take_away(self, entry: PainEntry) -> None:
        self._keep(lambda person: diary.delete(self._book.store, person, Kind.PAIN, entry.id, self._wall()))

    def _change(self, said: str, act: Callable[[UUID], UUID]) -> bool:
        kept: list[UUID] = []
        if not self._keep(lambda person: kept.append(act(person))):
            return False
        self._offer(said, partial(self.put_back, kept[0]))
        return True

    def _offer(self, said: str, undo: Callable[[], object]) -> None:
        self._notice().offer_undo(said, undo)

    def _keep(self, act: Callable[[UUID], object]) -> bool:
        person = self._book.person()
        if person is None:
            return False
        try:
            act(person)
        except KneeCoachError as error:
            self._notice().say(str(error))
            return False
        self._changes.diary.emit()
        return True


def opened_words(entry: PainEntry, before: PainEntry | None) -> str:
    """A sentence on the symptoms that were ticked just now and are warning signs; "" for none."""
    known = before.symptoms if before is not None else ()
    new = [SYMPTOMS[one] for one in entry.symptoms if one in SYMPTOM_FLAGS and one not in known]
    return f" \u201c{listed(new)}\u201d {OPENED}" if new else ""
