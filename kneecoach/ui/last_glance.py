"""What the last glance at the record told, and who that is: one answer for the whole window."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from kneecoach.domain.person import Person
from kneecoach.storage.glance import Glance, glance
from kneecoach.ui.late_store import LateStore


class LastGlance:
    """`found` is None until there is a record that can be read."""

    def __init__(self, folder: Path, late: LateStore, first: Glance | None, *, wall: Callable[[], datetime]) -> None:
        self._folder, self._late, self._wall = folder, late, wall
        self._known: Person | None = None
        self.found = first

    def look(self) -> Glance | None:
        """Look again; what was found before where that can't be done."""
        self.found = glance(self._folder, self._wall()) or self.found
        return self.found

    def look_after_opening(self) -> Glance:
        """The store makes the record, or brings an older one up to date, and then there is something to look at."""
        self._late.get()
        found = self.look()
        assert found is not None, "an open store has a newest database"
        return found

    def person(self) -> Person | None:
        """Who it was at the last look."""
        return self.found.person if self.found else None

    def person_now(self) -> Person | None:
        """Looked at once until it is changed: every page of the diary asks for it, several times."""
        if self._known is None and (found := self.look()):
            self._known = found.person
        return self._known

    def forget_person(self) -> None:
        """Somebody changed it."""
        self._known = None

    def whose(self) -> UUID:
        """Whose diary it is, once first run is over."""
        person = self.person_now()
        assert person is not None, "nobody has a diary before first run"
        return person.id
