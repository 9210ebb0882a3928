"""A run page in a test's hands: a quarter to seven on a Saturday, two pairs of shoes, and what was told."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from kneecoach.coaching.shoes import ShoeGone
from kneecoach.domain.exercise import Side
from kneecoach.domain.person import Units
from kneecoach.domain.run import Run, RunKind, Surface
from kneecoach.domain.shoe import Shoe
from kneecoach.exchange.thresholds import default_profile
from kneecoach.ui.pages.run_entry import RunEntryPage

NOW = datetime(2026, 11, 21, 18, 53, 30, tzinfo=ZoneInfo("Europe/Berlin"))
PEGASUS = Shoe(UUID(int=1), "Pegasus 41")
GHOST = Shoe(UUID(int=2), "Ghost 15")
RETIRED = Shoe(UUID(int=3), "Old ones", retired=NOW.date())
PAIRS = tuple(
    ShoeGone(shoe, metres, default_profile())
    for shoe, metres in ((PEGASUS, 412_000), (GHOST, 782_000), (RETIRED, 900_000))
)
PLACE = (Side.LEFT, ("pes_anserine",))


def a_run(**more):
    fields = {
        "id": UUID(int=9),
        "at": NOW - timedelta(days=2),
        "distance_m": 10_037,
        "seconds": 3_600,
        "kind": RunKind.LONG,
        "surface": Surface.TRAIL,
        "shoe": PEGASUS.id,
    }
    return Run(**fields | more)


class Running:
    def __init__(self, qtbot, *, units=Units.KM, last=None, run=None, place=(None, ()), size=(1072, 800), now=NOW):
        self.qtbot = qtbot
        self.now = now
        self.page = RunEntryPage(wall=lambda: self.now, units=units, shoes=PAIRS)
        qtbot.addWidget(self.page)
        if run is None:
            self.page.begin(last, place)
        else:
            self.page.edit(run, place)
        self.told, self.closed = [], []
        self.page.saved.connect(self.told.append)
        self.page.close_requested.connect(lambda: self.closed.append(1))
        self.page.resize(*size)
        with qtbot.waitExposed(self.page):
            self.page.show()

    @property
    def form(self):
        return self.page.form

    @property
    def knee(self):
        return self.page.knee

    def write(self, distance="", time=""):
        for field, text in ((self.form.figures.distance, distance), (self.form.figures.time, time)):
            field.edit.setFocus()
            field.edit.selectAll()
            self.qtbot.keyClicks(field.edit, text)

    def save(self):
        self.page.tell()
        return self.told[-1].run if self.told else None
