"""The import page in the states that are looked at, as `tests.scenes` has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.run import Run, RunKind
from kneecoach.exchange.runs.contents import UNKNOWN
from kneecoach.exchange.runs.found import Found, NotARun, Refused
from kneecoach.exchange.runs.sources import CUT
from kneecoach.storage.database import open_store
from kneecoach.ui.import_flow import ImportFlow
from kneecoach.ui.pages.import_page import ImportPage
from tests.made_up_diary import fill_diary

if TYPE_CHECKING:
    from tests.scenes import Scene

RIDE = "A bike ride, 40 minutes. Log it as other training."


class ReadByHand(QObject):
    """Reads what it is told, when it is told."""

    came = Signal(object)
    progressed = Signal(int, int, str)
    ended = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[Path] = []
        self.stopped = False

    def begin(self, paths: Sequence[Path], _now: object) -> None:
        self.paths += paths

    def stop(self) -> None:
        self.stopped = True

    def tell(self, *outcomes: object) -> None:
        """All of it at once, and nothing more."""
        self.came.emit(list(outcomes))
        self.ended.emit("")


def a_found(number, at, metres, seconds, file, kind=None):
    run = Run(UUID(int=1_000 + number), at, metres, seconds, kind, source=file, digest=f"{number:064}")
    return Found(run, file)


def november(now):
    """What a watch would have of the weeks of `fill_diary`: three new runs, two that are there, three others."""
    day = now.replace(hour=18, minute=4, second=0)
    ride = Activity(
        UUID(int=900), day - timedelta(days=4), ActivityKind.BIKE, 40, source="ride_17.gpx", digest="r" * 64
    )
    return (
        a_found(1, day - timedelta(days=3), 5_200, 1_930, "forest_18.fit", RunKind.EASY),
        a_found(2, day - timedelta(days=2) + timedelta(minutes=1), 6_200, 2_320, "forest_19.fit", RunKind.EASY),
        a_found(3, day - timedelta(days=1), 6_400, 2_402, "forest_20.fit", RunKind.EASY),
        a_found(4, day.replace(hour=9, minute=30), 6_500, 2_535, "morning_21.gpx"),
        a_found(5, day - timedelta(days=4) + timedelta(minutes=20), 5_300, 1_980, "watch_17.tcx.gz"),
        Refused("broken_20.fit", CUT),
        NotARun(ride, "ride_17.gpx", RIDE),
        Refused("photo_21.jpg", UNKNOWN),
    )


def grow(page: ImportPage) -> None:
    """As after some turns of the window: every row that is asked about is there."""
    while page.new._waiting:
        page.new._grow()


def import_runs(scene: Scene) -> Iterator[str]:
    scene.prepare(sore=False)
    store = open_store(scene.folder)
    fill_diary(store, scene.clock.wall())
    store.close()
    flow = scene.open().findChild(ImportFlow)
    flow.open()
    yield "20_import_start"
    scene.window.flow.leave()
    reading = ReadByHand()
    flow.read([Path(f"{number}.fit") for number in range(8)], lambda: reading)
    reading.progressed.emit(3, 8, "forest_20.fit")
    yield "20_import_reading"
    outcomes = november(scene.clock.wall())
    reading.tell(*outcomes)
    page = scene.window.flow
    grow(page)
    page.new.rows[0].strip.press_digit(2)
    page.new.rows[0].effort.press_digit(4)
    page.new.rows[1].strip.press_digit(3)
    yield "20_import"
    page.unsure.rows[0].compare.click()
    yield "20_import_compare"


def import_of_years(scene: Scene) -> Iterator[str]:
    scene.prepare(sore=False)
    flow, reading = scene.open().findChild(ImportFlow), ReadByHand()
    now = scene.clock.wall()
    flow.read([Path("export.zip")], lambda: reading)
    runs = [a_found(n, now - timedelta(days=2 * n, hours=1), 5_000 + n, 1_900, f"{n}.gpx") for n in range(400)]
    reading.tell(*runs, *(Refused(f"bad_{n}.fit", CUT) for n in range(60)))
    grow(scene.window.flow)
    yield "20_import_years"


def import_of_nothing_new(scene: Scene) -> Iterator[str]:
    scene.prepare(sore=False)
    store = open_store(scene.folder)
    fill_diary(store, scene.clock.wall())
    store.close()
    flow, reading = scene.open().findChild(ImportFlow), ReadByHand()
    flow.read([Path("forest_19.fit")], lambda: reading)
    reading.tell(november(scene.clock.wall())[1])
    yield "20_import_nothing_new"


IMPORTS = (import_runs, import_of_years, import_of_nothing_new)
