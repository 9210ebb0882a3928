"""What the diary page reads: days, months and the words that entries need."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from uuid import UUID

from kneecoach.coaching import diary
from kneecoach.domain.diary import DayShown, Entry, days_shown
from kneecoach.domain.entry_pains import Place
from kneecoach.domain.person import Person, Units
from kneecoach.domain.support import SupportUsed
from kneecoach.storage import runs
from kneecoach.storage.database import Store
from kneecoach.ui.pages.diary_words import Terms
from kneecoach.ui.widgets.month_calendar import days_in

DAY = timedelta(days=1)


class Book:
    """Reads for whoever is the person now; empty without one."""

    def __init__(self, store: Store, person: Callable[[], Person | None]) -> None:
        self.store, self._person = store, person

    def person(self) -> UUID | None:
        found = self._person()
        return found.id if found is not None else None

    def entries(self, since: date | None, until: date) -> Sequence[Entry]:
        """Of the local days from `since` up to but without `until`, the earliest first."""
        person = self.person()
        return () if person is None else diary.read_diary(self.store, person, since, until - DAY).entries

    def month(self, month: date) -> Sequence[Entry]:
        """Of the month that begins on this day."""
        return self.entries(month, month + days_in(month) * DAY)

    @staticmethod
    def days(entries: Sequence[Entry]) -> dict[date, DayShown]:
        return days_shown(entries)

    def support_on(self, day: date) -> SupportUsed | None:
        """What was said to be used on that day."""
        of_day = self.entries(day, day + DAY)
        return next((entry for entry in of_day if isinstance(entry, SupportUsed)), None)

    def last_place(self) -> Place:
        person = self.person()
        return (None, ()) if person is None else diary.last_place(self.store, person)

    def units(self) -> Units:
        found = self._person()
        return Units.KM if found is None else found.units

    def terms(self) -> Terms:
        found = self._person()
        if found is None:
            return Terms()
        with self.store.begin() as tx:
            shoes, gone = runs.shoes(tx, found.id), runs.shoe_distances(tx, found.id)
        return Terms(found.units, {shoe.id: (shoe.name, shoe.start_m + gone.get(shoe.id, 0)) for shoe in shoes})
