"""Today's banner in each of its levels, as `tests.scenes` has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from kneecoach.coaching import diary
from kneecoach.coaching.check_in import note_flags
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag
from kneecoach.domain.pain import PainEntry, PainPhase
from kneecoach.domain.run import Run
from kneecoach.storage import people
from kneecoach.storage.database import Store
from kneecoach.ui.advising import Advising
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.shell import TODAY
from tests.scenes_advice import until

if TYPE_CHECKING:
    from tests.scenes import Scene

DAY = timedelta(days=1)
Entering = Callable[[Store, UUID, Callable[[float], object]], object]


def spoken(scene: Scene) -> None:
    """Today as it is once the rules have spoken."""
    reader = scene.window.findChild(Advising)
    reader.wish()
    until(reader.found)


def today_advice(scene: Scene) -> Iterator[str]:
    scene.prepare(sore=False)
    scene.open()
    for name, enter in LEVELS:
        store = scene.window.findChild(LateStore).get()
        with store.begin() as tx:
            person = people.current(tx)
        assert person is not None, "someone was introduced"
        now = scene.clock.wall()
        enter(store, person.id, lambda days, now=now: now - days * DAY)
        scene.window.shell.page(TODAY).refresh()
        spoken(scene)
        yield f"03_today_advice_{name}"


def _run(days: float, metres: int, **more) -> Entering:
    def enter(store: Store, person: UUID, ago) -> None:
        diary.log_run(store, person, Run(uuid4(), ago(days), metres, 3_000, **more), ago(0))

    return enter


def _lasting(store: Store, person: UUID, ago) -> None:
    for days in range(20, 0, -3):
        pain = PainEntry(uuid4(), ago(days), 3, Side.LEFT, ("pes_anserine",), PainPhase.STAIRS)
        diary.log_pain(store, person, pain, ago(0))


def _swollen(store: Store, person: UUID, ago) -> None:
    note_flags(store, person, (Flag.SWOLLEN,), ago(0))


LEVELS: tuple[tuple[str, Entering], ...] = (
    ("hint", _run(6, 5_200, pain_max=1)),
    ("see_someone", _lasting),
    ("caution", _run(2, 6_300, pain_max=1)),
    ("stop", _run(0.2, 4_000, limp=True, pain_max=2)),
    ("red", _swollen),
)
"""Each is told on top of those before it."""
