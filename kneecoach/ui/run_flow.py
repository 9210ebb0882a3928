"""Leads to the pages on which runs and activities are told, and keeps what they tell."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kneecoach.domain.activity import Activity
from kneecoach.domain.errors import KneeCoachError
from kneecoach.domain.person import Person
from kneecoach.domain.run import Run
from kneecoach.domain.shoe import Shoe
from kneecoach.ui.changes import Changes
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.shell import DIARY, ENTRY

if TYPE_CHECKING:
    from kneecoach.coaching.shoes import ShoeGone
    from kneecoach.domain.ice import Ice
    from kneecoach.ui.dialogs.shoes import Shoes
    from kneecoach.ui.pages.activity_entry import ActivityEntryPage
    from kneecoach.ui.pages.run_entry import RunEntryPage
    from kneecoach.ui.pages.run_entry_words import RunTold

# The pages and what they need are imported when one is first shown: the first paint needs Today alone
# ruff: noqa: PLC0415

LEFT = "What was written was not kept."
RUN_SAVED, RUN_CHANGED, RUN_DELETED = "Run saved.", "Run changed.", "Run deleted."
ACTIVITY_SAVED, ACTIVITY_CHANGED, ACTIVITY_DELETED = "Activity saved.", "Activity changed.", "Activity deleted."


class EntryStage(QStackedWidget):
    """The place in the shell where one entry page stands at a time."""

    def show_page(self, page: QWidget) -> None:
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
        self.setFocusProxy(page)

    def drop(self, page: QWidget) -> None:
        self.removeWidget(page)
        page.deleteLater()


class RunFlow(QObject):
    """One page at a time, beside the rail, and back to the page it was asked from."""

    import_requested = Signal()
    run_logged = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        late: LateStore,
        person: Callable[[], Person | None],
        *,
        wall: Callable[[], datetime],
        changes: Changes,
    ) -> None:
        super().__init__(window)
        self._window, self._late, self._person = window, late, person
        self._wall, self._changes = wall, changes
        self._page: RunEntryPage | ActivityEntryPage | None = None
        self._entry: Run | Activity | None = None
        self._back_to = DIARY
        self._shoes: Shoes | None = None
        self._stage = EntryStage()
        window.shell.add_page(ENTRY, self._the_stage)

    def _the_stage(self) -> QWidget:
        return self._stage

    @property
    def page(self) -> "RunEntryPage | ActivityEntryPage | None":
        return self._page

    def open(self, entry: Run | Activity | None = None) -> None:
        """Log a run, or correct what is given."""
        if isinstance(entry, Activity):
            self.open_activity(entry)
        else:
            self.open_run(entry)

    def open_run_on(self, day: date) -> None:
        """Log a run of that day."""
        self.open_run(day=day)

    def open_activity_on(self, day: date) -> None:
        """Log an activity of that day."""
        self.open_activity(day=day)

    def open_run(self, run: Run | None = None, *, day: date | None = None) -> None:
        """Log a run, on a past `day` when it is told from there, or correct one of the diary."""
        from kneecoach.ui.pages.run_entry import RunEntryPage

        if self._goes_on(RunEntryPage, run):
            return
        with self._saying():
            person = self._known()
            page = RunEntryPage(wall=self._wall, units=person.units, shoes=self._pairs(), ices=self._ices())
            self._fill_run(page, run, person, day)
            page.saved.connect(self._keep_run)
            page.delete_requested.connect(self._delete)
            page.shoes_requested.connect(self.open_shoes)
            page.activity_requested.connect(self.open_activity)
            page.import_requested.connect(self.import_requested)
            self._show(page, run)

    def _fill_run(self, page: "RunEntryPage", run: Run | None, person: Person, day: date | None) -> None:
        from kneecoach.coaching import diary

        store = self._late.get()
        if run is None:
            page.begin(diary.last_run(store, person.id), diary.last_place(store, person.id), day=day)
        else:
            page.edit(run, diary.place_of(store, run.id))

    def open_activity(self, activity: Activity | None = None, *, day: date | None = None) -> None:
        """Log an activity, or correct one of the diary."""
        from kneecoach.ui.pages.activity_entry import ActivityEntryPage

        if self._goes_on(ActivityEntryPage, activity):
            return
        page = ActivityEntryPage(wall=self._wall)
        if activity is None:
            page.begin(day=day)
        else:
            page.edit(activity)
        page.saved.connect(self._keep_activity)
        page.delete_requested.connect(self._delete)
        self._show(page, activity)

    def _goes_on(self, kind: type, entry: Run | Activity | None) -> bool:
        """Whether the same page was left for another one with something written on it: then it is shown again."""
        page = self._page
        if not isinstance(page, kind) or self._entry != entry or page is None or not page.touched():
            return False
        self._window.go_to(ENTRY)
        return True

    def _show(self, page: "RunEntryPage | ActivityEntryPage", entry: Run | Activity | None) -> None:
        if self._page is not None:
            self._stage.drop(self._page)
        self._page, self._entry = page, entry
        if self._window.shell.current() not in ("", ENTRY):
            self._back_to = self._window.shell.current()
        page.close_requested.connect(self._close)
        self._stage.show_page(page)
        self._window.go_to(ENTRY)

    def _close(self) -> None:
        """Nothing is asked; what was written can be had back while the notice stands."""
        touched = self._page is not None and self._page.touched()
        self._window.go_to(self._back_to)
        if touched:
            self._window.notice().offer_undo(LEFT, self._return)

    def _return(self) -> None:
        if self._page is not None:
            self._window.go_to(ENTRY)

    def _done(self, sentence: str, undo: Callable[[], object], warning: str = "") -> None:
        """Kept: back to where it was asked from, with Undo; a warning stays until it is closed."""
        if self._page is not None:
            self._stage.drop(self._page)
        self._page = self._entry = None
        self._window.go_to(self._back_to)
        self._changes.diary.emit()
        self._window.notice().offer_undo(f"{sentence} {warning}".strip(), undo, stays=bool(warning))

    def _warning_of(self, run: Run) -> str:
        """What has to be said of its pain or its limp now; often nothing."""
        from kneecoach.coaching import cautions

        try:
            return " ".join(cautions.of_its_pain(self._late.get(), self._known().id, run, self._wall(), short=True))
        except KneeCoachError as error:
            # The run is kept already
            return str(error)

    def _keep_run(self, told: "RunTold") -> None:
        from kneecoach.coaching import diary

        with self._refusing():
            store, person, now = self._late.get(), self._known().id, self._wall()
            if self._entry is None:
                run = diary.log_run(store, person, told.run, now, told.place)
                self.run_logged.emit(run)
                self._done(RUN_SAVED, lambda: self._take_away(run), self._warning_of(run))
            else:
                kept = diary.change_run(store, person, told.run, now, told.place)
                self._done(RUN_CHANGED, lambda: self._put_back(kept), self._warning_of(told.run))

    def _keep_activity(self, told: Activity) -> None:
        from kneecoach.coaching import diary

        with self._refusing():
            store, person, now = self._late.get(), self._known().id, self._wall()
            if self._entry is None:
                diary.log_activity(store, person, told, now)
                self._done(ACTIVITY_SAVED, lambda: self._take_away(told))
            else:
                kept = diary.change_activity(store, person, told, now)
                self._done(ACTIVITY_CHANGED, lambda: self._put_back(kept))

    def _delete(self, entry: Run | Activity) -> None:
        with self._refusing():
            kept = self._remove(entry)
            self._done(RUN_DELETED if isinstance(entry, Run) else ACTIVITY_DELETED, lambda: self._put_back(kept))

    def _take_away(self, entry: Run | Activity) -> None:
        with self._saying():
            self._remove(entry)
            self._changes.diary.emit()

    def _remove(self, entry: Run | Activity) -> UUID:
        from kneecoach.coaching import diary
        from kneecoach.domain.bin_kind import Kind

        kind = Kind.RUN if isinstance(entry, Run) else Kind.ACTIVITY
        return diary.delete(self._late.get(), self._known().id, kind, entry.id, self._wall())

    def _put_back(self, kept: UUID) -> None:
        from kneecoach.coaching import diary

        with self._saying():
            diary.put_back(self._late.get(), kept, self._wall())
            self._changes.diary.emit()

    def open_shoes(self, adding: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's value
        """The list of shoes; with `adding` the fields of a new pair stand open."""
        from kneecoach.ui.dialogs.shoes import Shoes

        with self._saying():
            units = self._known().units
            dialog = Shoes(self._pairs(), units=units, wall=self._wall, adding=adding, parent=self._window)
            dialog.kept.connect(self._keep_shoe)
            dialog.finished.connect(self._forget_shoes)
            self._shoes = dialog
            dialog.open()

    def _forget_shoes(self) -> None:
        self._shoes = None

    def _keep_shoe(self, shoe: Shoe) -> None:
        from kneecoach.coaching import diary
        from kneecoach.ui.pages.run_entry import RunEntryPage

        with self._saying():
            known = {gone.shoe.id for gone in self._pairs()}
            diary.keep_shoe(self._late.get(), self._known().id, shoe)
            pairs = self._pairs()
            if self._shoes is not None:
                self._shoes.show_shoes(pairs)
            if isinstance(self._page, RunEntryPage):
                self._page.show_shoes(pairs, chosen=None if shoe.id in known else shoe.id)
            self._changes.diary.emit()

    def _pairs(self) -> "tuple[ShoeGone, ...]":
        from kneecoach.coaching import shoes

        return shoes.gone(self._late.get(), self._known().id)

    def _ices(self) -> "tuple[Ice, ...]":
        from kneecoach.storage import mornings

        with self._late.get().begin() as tx:
            return mornings.ices(tx, self._known().id)

    def _known(self) -> Person:
        person = self._person()
        assert person is not None, "nobody comes here before first run"
        return person

    @contextmanager
    def _saying(self) -> Iterator[None]:
        """What the disk or the rules refuse is said in one sentence; the page stays."""
        try:
            yield
        except KneeCoachError as error:
            self._window.notice().say(str(error))

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        """The same, said on the page that asked."""
        try:
            yield
        except KneeCoachError as error:
            if self._page is not None:
                self._page.refuse(str(error))
