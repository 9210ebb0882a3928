"""The made-up runner's shoes, and the run that she writes."""

from datetime import datetime, timedelta
from uuid import UUID

from kneecoach.coaching import diary
from kneecoach.domain.run import Run, RunKind, Surface
from kneecoach.domain.shoe import Shoe
from kneecoach.storage import people
from kneecoach.storage.database import Store
from kneecoach.ui.pages.run_entry import RunEntryPage
from kneecoach.ui.pages.run_entry_words import BEFORE, DURING
from kneecoach.ui.widgets.big_field import BigField

PEGASUS = Shoe(UUID(int=41), "Pegasus 41", start_m=407_000)
GHOST = Shoe(UUID(int=15), "Ghost 15", start_m=782_000)


def fill_shoes(store: Store, now: datetime) -> None:
    """Two pairs in use, one at rest, and the last run in the newer one."""
    with store.begin() as tx:
        person = people.current(tx)
    assert person is not None, "a runner was made up before"
    old = Shoe(UUID(int=7), "Cumulus 22", start_m=913_000, retired=(now - timedelta(days=40)).date())
    for shoe in (PEGASUS, GHOST, old):
        diary.keep_shoe(store, person.id, shoe)
    at = now - timedelta(days=3)
    run = Run(UUID(int=3), at, 5_000, 1_890, RunKind.EASY, Surface.TRAIL, shoe=PEGASUS.id)
    diary.log_run(store, person.id, run, now)


def write(field: BigField, text: str) -> None:
    """As it is typed."""
    field.edit.setText(text)
    field.edit.textEdited.emit(text)


def fill_run(page: RunEntryPage) -> None:
    """The mock's run."""
    write(page.form.figures.distance, "6.0")
    write(page.form.figures.time, "37:50")
    page.form.effort.scale.press_digit(4)
    for when, pain in ((BEFORE, 2), (DURING, 3)):
        page.knee.turn_to(when)
        page.knee.strip.press_digit(pain)
