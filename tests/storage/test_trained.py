"""What Today counts of the runs and activities is what the store keeps of them."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.errors import CannotStart
from kneecoach.domain.run import Run, RunKind
from kneecoach.storage import people, runs
from kneecoach.storage.database import open_store
from kneecoach.storage.glance import glance
from kneecoach.storage.trained import Trained
from tests.made_up import SATURDAY, a_runner


def keep(folder, *entries):
    store = open_store(folder)
    with store.begin() as tx:
        mine, other = a_runner(), a_runner()
        people.add(tx, mine)
        people.add(tx, other)
        people.make_current(tx, mine.id)
        runs.keep_run(tx, other.id, Run(uuid4(), SATURDAY, 21_000))
        for entry in entries:
            (runs.keep_run if isinstance(entry, Run) else runs.keep_activity)(tx, mine.id, entry)
    store.close()


def test_runs_and_activities_of_the_current_person_are_seen(tmp_path):
    friday = SATURDAY - timedelta(days=1)
    keep(
        tmp_path,
        Run(uuid4(), SATURDAY, 6_200, kind=RunKind.EASY),
        Activity(uuid4(), friday, ActivityKind.BIKE, 40),
        Run(uuid4(), SATURDAY - timedelta(days=40), 30_000),
    )

    seen = glance(tmp_path, SATURDAY + timedelta(hours=1)).trained

    assert seen == (Trained(friday.date(), "bike", minutes=40), Trained(SATURDAY.date(), "easy", metres=6_200))


def test_a_run_is_of_the_day_where_it_was_run(tmp_path):
    late = datetime(2026, 11, 20, 23, 30, tzinfo=ZoneInfo("America/New_York"))
    keep(tmp_path, Run(uuid4(), late, 5_000))

    assert late.astimezone(UTC).date() == SATURDAY.date()
    assert [one.day for one in glance(tmp_path, SATURDAY).trained] == [late.date()]


def test_a_damaged_time_is_told_as_damage(tmp_path):
    keep(tmp_path, Run(uuid4(), SATURDAY, 5_000))
    store = open_store(tmp_path)
    with store.begin() as tx:
        tx.exec_driver_sql("UPDATE run SET at = '9999-nonsense' WHERE distance_m = 5000")
    store.close()

    with pytest.raises(CannotStart):
        glance(tmp_path, SATURDAY)
