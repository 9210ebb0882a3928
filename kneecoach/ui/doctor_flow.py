"""Opens the summary for the doctor, from wherever a red flag is shown."""

from datetime import datetime

from kneecoach.coaching import doctor
from kneecoach.domain.person import Person
from kneecoach.storage.database import Store
from kneecoach.ui.dialogs.doctor_summary import DoctorSummary
from kneecoach.ui.main_window import MainWindow


def show_summary(window: MainWindow, store: Store, person: Person | None, now: datetime) -> None:
    """The facts as they are kept at `now` (aware); nothing for nobody. `KneeCoachError` when they can't be read."""
    if person is not None:
        DoctorSummary(doctor.facts(store, person.id, now), parent=window).open()
