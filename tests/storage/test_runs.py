"""Runs, shoes and activities: one person's alone, in order, and each pair with its distance."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import IntegrityError

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.errors import CannotStart
from kneecoach.domain.run import Run
from kneecoach.domain.shoe import Shoe
from kneecoach.storage import people, runs
from tests.builders import A_DAY, PERSON_ID, a_person

AN_HOUR = timedelta(hours=1)
BO = UUID(int=77)
PAIR, OTHER, HIS = (Shoe(UUID(int=900 + number), name) for number, name in enumerate(["pegasus", "Brooks", "His"]))


@pytest.fixture
def tx(memory):
    with memory.begin() as tx:
        people.add(tx, a_person())
        people.add(tx, a_person(id=BO))
        yield tx


def a_run(number, hours=0.0, **more):
    return Run(UUID(int=number), A_DAY + hours * AN_HOUR, **{"distance_m": 5_000} | more)


def keep(tx, *kept, person=PERSON_ID):
    for run in kept:
        runs.keep_run(tx, person, run)


def test_runs_come_back_the_earliest_first_and_one_persons_alone(tx):
    late, early, his = a_run(1, 5), a_run(2, 1), a_run(3, 2)
    keep(tx, late, early)
    keep(tx, his, person=BO)

    assert runs.runs(tx, PERSON_ID) == (early, late)
    assert runs.runs(tx, BO) == (his,)
    assert runs.last_run(tx, PERSON_ID) == late


def test_a_run_is_found_by_its_number(tx):
    keep(tx, a_run(1), a_run(2))

    assert runs.run(tx, UUID(int=2)) == a_run(2)
    assert runs.run(tx, UUID(int=9)) is None
    assert runs.last_run(tx, BO) is None


def test_a_window_has_its_start_and_not_its_end(tx):
    kept = [a_run(number, number) for number in range(4)]
    keep(tx, *kept)

    assert runs.runs(tx, PERSON_ID, A_DAY + AN_HOUR, A_DAY + 3 * AN_HOUR) == (kept[1], kept[2])
    assert runs.runs(tx, PERSON_ID, A_DAY + 3 * AN_HOUR) == (kept[3],)
    assert runs.runs(tx, PERSON_ID, until=A_DAY) == ()


def test_a_window_is_of_instants_whatever_zone_it_is_told_in(tx):
    keep(tx, a_run(1))
    there = A_DAY.astimezone(ZoneInfo("Asia/Kathmandu"))

    assert len(runs.runs(tx, PERSON_ID, there, there + AN_HOUR)) == 1


@pytest.mark.parametrize(("minutes", "near"), [(0, True), (-30, True), (30, True), (-30.01, False), (30.01, False)])
def test_runs_near_a_start_are_those_that_may_be_the_same_one(tx, minutes, near):
    keep(tx, a_run(1, minutes / 60), a_run(2, 24))

    assert len(runs.runs_near(tx, PERSON_ID, A_DAY, timedelta(minutes=30))) == near


def test_near_is_near_also_while_the_clocks_are_put_back(tx):
    first, second = (datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"), fold=fold) for fold in (0, 1))
    keep(tx, replace(a_run(1), at=first))

    assert runs.runs_near(tx, PERSON_ID, second, timedelta(minutes=59)) == ()
    assert len(runs.runs_near(tx, PERSON_ID, second, timedelta(minutes=60))) == 1


def test_shoes_in_use_come_before_those_that_are_retired_by_name(tx):
    old = Shoe(UUID(int=5), "Asics", retired=date(2026, 1, 1))
    for shoe in (old, PAIR, OTHER):
        runs.keep_shoe(tx, PERSON_ID, shoe)
    runs.keep_shoe(tx, BO, HIS)

    assert runs.shoes(tx, PERSON_ID) == (OTHER, PAIR, old)


def test_each_pair_has_gone_the_metres_of_its_own_runs(tx):
    for shoe in (PAIR, OTHER):
        runs.keep_shoe(tx, PERSON_ID, shoe)
    runs.keep_shoe(tx, BO, HIS)
    keep(tx, a_run(1, shoe=PAIR.id), a_run(2, shoe=PAIR.id, distance_m=6_201), a_run(3))
    keep(tx, a_run(4, shoe=HIS.id), person=BO)

    assert runs.shoe_distances(tx, PERSON_ID) == {PAIR.id: 11_201}


def test_a_run_wears_shoes_that_exist(tx):
    with pytest.raises(IntegrityError):
        keep(tx, a_run(1, shoe=PAIR.id))


@pytest.mark.parametrize(
    "harm", ["distance_m = 0", "seconds = 0", "effort = 11", "limp = 2", "pain_60 = -1", "entered_zone = 'UTC'"]
)
def test_the_database_itself_refuses_nonsense(tx, harm):
    keep(tx, a_run(1))

    with pytest.raises(IntegrityError):
        tx.exec_driver_sql(f"UPDATE run SET {harm}")


@pytest.mark.parametrize(
    "harm",
    ["kind = 'sprint'", "at = 'soon'", "id = 'one'", "zone = 'Europe/Berlin'", "distance_m = 400000, seconds = 60"],
)
def test_a_run_that_makes_no_sense_is_damage(tx, harm):
    keep(tx, a_run(1))
    tx.exec_driver_sql(f"UPDATE run SET {harm}")

    with pytest.raises(CannotStart, match="damaged"):
        runs.runs(tx, PERSON_ID)


def test_a_pair_whose_name_is_lost_and_a_run_in_shoes_without_a_number_are_damage(tx):
    runs.keep_shoe(tx, PERSON_ID, PAIR)
    tx.exec_driver_sql("UPDATE shoe SET name = ''")

    with pytest.raises(CannotStart, match="damaged"):
        runs.shoes(tx, PERSON_ID)


@pytest.mark.parametrize("text", ["<b>bold</b>", "\x00", "\u202eevil", "half \udce4", "🦵", "=1+1", "x" * 200])
def test_text_is_kept_as_text(tx, text):
    keep(tx, a_run(1, note=text, source=text))
    runs.keep_shoe(tx, PERSON_ID, replace(PAIR, name=text))
    wanted = text.replace("\udce4", "\ufffd")

    (run,), (pair,) = runs.runs(tx, PERSON_ID), runs.shoes(tx, PERSON_ID)

    assert (run.note, run.source, pair.name) == (wanted, wanted, wanted)


def test_activities_come_back_like_runs(tx):
    bike, swim = (
        Activity(UUID(int=number), A_DAY + number * AN_HOUR, kind, 40)
        for number, kind in enumerate([ActivityKind.BIKE, ActivityKind.SWIM])
    )
    for activity in (swim, bike):
        runs.keep_activity(tx, PERSON_ID, activity)

    assert runs.activities(tx, PERSON_ID) == (bike, swim)
    assert runs.activities(tx, PERSON_ID, A_DAY, A_DAY + AN_HOUR) == (bike,)
    assert runs.activity(tx, swim.id) == swim
    assert runs.activity(tx, UUID(int=9)) is None


def test_with_the_person_everything_goes(tx):
    runs.keep_shoe(tx, BO, HIS)
    keep(tx, a_run(1, shoe=HIS.id), person=BO)

    tx.exec_driver_sql("DELETE FROM person WHERE id = ?", (str(BO),))

    assert (runs.runs(tx, BO), runs.shoes(tx, BO)) == ((), ())
