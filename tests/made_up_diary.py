"""A made-up November for the diary: pain, runs, and a little of everything else."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from kneecoach.coaching import check_in, diary
from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag
from kneecoach.domain.ice import Ice
from kneecoach.domain.pain import PainEntry, PainPhase, Quality
from kneecoach.domain.run import Run, RunKind, Surface
from kneecoach.domain.shoe import Shoe
from kneecoach.domain.support import Support, SupportUsed
from kneecoach.storage import people as people_table
from kneecoach.storage.database import Store

DIARY_DAY = date(2026, 11, 19)
PLACES = (("pes_anserine", "medial_joint_line"), ("medial_joint_line",), ("medial_tibial_plateau",))
PAINS = ((1, 4), (3, 4), (5, 3), (7, 4), (8, 3), (10, 3), (12, 4), (13, 3), (14, 2), (15, 2), (17, 2), (19, 3))
RUNS = ((1, 5_100), (3, 5_800), (5, 5_000), (8, 6_000), (10, 5_200), (12, 6_300), (14, 6_100), (17, 5_000), (19, 6_200))
NOTE = "Came on after 4 km, on the bend."


def fill_diary(store: Store, now: datetime) -> UUID:
    """Three weeks up to `now`, a Saturday 21 November; the id of the person."""
    with store.begin() as tx:
        person = people_table.current(tx)
    assert person is not None, "someone was introduced"
    shoe = Shoe(uuid4(), "Pegasus 41", start_m=361_000, first_day=date(2026, 3, 1))
    diary.keep_shoe(store, person.id, shoe)
    for number, (day, metres) in enumerate(RUNS):
        at = now.replace(day=day, hour=18, minute=5)
        surface = Surface.TRAIL if number % 3 else Surface.ROAD
        run = Run(uuid4(), at, metres, metres * 374 // 1_000, RunKind.EASY, surface, shoe=shoe.id, effort=4)
        diary.log_run(store, person.id, run, at + timedelta(hours=1))
    for number, (day, score) in enumerate(PAINS):
        at = now.replace(day=day, hour=20, minute=10)
        feels, note = ((Quality.DULL,), NOTE) if day == DIARY_DAY.day else ((), "")
        place = PLACES[0] if note else PLACES[number % len(PLACES)]
        phase = (PainPhase.STAIRS, PainPhase.AFTER_RUN)[number % 2]
        entry = PainEntry(uuid4(), at, score, Side.LEFT, place, phase, feels, note=note)
        diary.log_pain(store, person.id, entry, at)
    _add_the_rest(store, person.id, now)
    return person.id


def _add_the_rest(store: Store, person: UUID, now: datetime) -> None:
    two_ago = now - timedelta(days=2, hours=3)
    diary.log_activity(
        store, person, Activity(uuid4(), now - timedelta(days=1, hours=6), ActivityKind.BIKE, 40, 3), now
    )
    diary.log_ice(store, person, Ice(uuid4(), two_ago, 20, cloth=True), two_ago + timedelta(minutes=20))
    diary.log_support(store, person, SupportUsed(uuid4(), two_ago, (Support.SLEEVE,), (Support.PAINKILLER,)), two_ago)
    check_in.note_flags(store, person, (Flag.CATCHES,), now - timedelta(days=6))
    gone = PainEntry(uuid4(), now - timedelta(days=9), 5, Side.LEFT, PLACES[1], PainPhase.STAIRS)
    diary.log_pain(store, person, gone, now - timedelta(days=9))
    diary.delete(store, person, Kind.PAIN, gone.id, now - timedelta(minutes=30))
