"""Importing runs: told apart, taken in whole or not at all, met again the second time, and taken back."""

import sqlite3
from uuid import UUID, uuid4

import pytest

from kneecoach.coaching import diary, imports
from kneecoach.coaching.imports import Intake, Measured
from kneecoach.domain.errors import DiskTrouble, InvalidInput
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.shoe import Shoe
from kneecoach.exchange.runs.found import Found, NotARun, Refused
from kneecoach.storage import runs
from tests.builders import A_DAY, PERSON_ID
from tests.coaching.importing import (
    A_MINUTE,
    BY_HAND,
    NOW,
    PLACE,
    a_ride,
    a_run,
    entries,
    found,
    kept_runs,
    preview,
    take_in,
)


def test_what_the_diary_does_not_have_is_new_and_nothing_is_written_for_it(store):
    outcomes = [found(), Refused("broken.fit", "The file stops in the middle."), NotARun(a_ride(), "ride.gpx", "Bike.")]

    told = preview(store, *outcomes)

    assert told.new == (outcomes[0],)
    assert told.left_out == tuple(outcomes[1:])
    assert entries(store) == ()


@pytest.mark.parametrize(("minutes", "metres"), [(0, 6_000), (2, 6_000), (-2, 6_120), (0, 5_881)])
def test_the_same_start_and_distance_are_skipped(store, minutes, metres):
    diary.log_run(store, PERSON_ID, BY_HAND, NOW)

    told = preview(store, found(minutes, metres))

    (pair,) = told.skipped
    assert pair.other.id == BY_HAND.id
    assert pair.by_hand
    assert not told.new


@pytest.mark.parametrize(("minutes", "metres"), [(0, 6_200), (3, 6_000), (29, 6_600), (1, 3_000)])
def test_what_may_be_the_same_is_asked_about(store, minutes, metres):
    diary.log_run(store, PERSON_ID, BY_HAND, NOW)

    told = preview(store, found(minutes, metres))

    (pair,) = told.unsure
    assert pair.other.id == BY_HAND.id
    assert not told.new
    assert not told.skipped


def test_two_files_of_one_run_come_in_once(store):
    told = preview(store, found(file="a.gpx"), found(1, 6_210, file="b.tcx"), found(10, 6_300, file="c.fit"))

    assert [one.file for one in told.new] == ["a.gpx"]
    assert [(pair.found.file, pair.file) for pair in told.skipped] == [("b.tcx", "a.gpx")]
    assert [(pair.found.file, pair.file) for pair in told.unsure] == [("c.fit", "a.gpx")]
    assert not told.skipped[0].by_hand


def test_what_is_read_later_is_told_apart_by_what_was_read_before(store):
    intake = Intake(store, PERSON_ID)

    first, second = intake.sort([found(file="a.gpx")]), intake.sort([found(file="b.gpx")])

    assert [one.file for one in first.new] == ["a.gpx"]
    assert [pair.found.file for pair in second.skipped] == ["b.gpx"]


def test_another_sport_that_is_there_already_is_said_so_once_it_came_in(store):
    ride = Found(a_ride(), "ride.gpx")
    take_in(store, ride)

    wanted = preview(store, Found(a_ride(1), "ride.gpx"))
    left = preview(store, NotARun(a_ride(1), "ride.gpx", "A bike ride."))

    assert [one.file for one in wanted.again] == ["ride.gpx"]
    assert left.left_out == (Refused("ride.gpx", imports.THERE_ALREADY),)


def test_an_import_made_twice_has_nothing_new_the_second_time(store):
    outcomes = [found(), found(24 * 60, 5_000, file="b.gpx"), Found(a_ride(600), "ride.gpx")]

    taken = take_in(store, *preview(store, *outcomes).new)
    again = preview(store, *outcomes)

    assert len(taken.runs) == 2
    assert len(taken.activities) == 1
    assert again.new == ()
    assert (len(again.skipped), len(again.again)) == (2, 1)


def test_a_run_told_by_hand_at_another_hour_of_its_day_is_asked_about(store):
    diary.log_run(store, PERSON_ID, BY_HAND, NOW, PLACE)

    told = preview(store, found(-150, 6_100), found(240, 9_000))

    assert [pair.other.id for pair in told.unsure] == [BY_HAND.id]
    assert [one.run.distance_m for one in told.new] == [9_000]


def test_pain_and_effort_come_in_with_the_run_and_unknown_stays_unknown(store):
    said, unsaid = found(pain_max=3, effort=5), found(24 * 60)

    taken = take_in(store, said, unsaid)

    first, second = kept_runs(store)
    assert (first.pain_max, first.effort) == (3, 5)
    assert (second.pain_max, second.effort) == (None, None)
    (pain,) = [entry for entry in entries(store) if isinstance(entry, PainEntry)]
    assert (pain.of, pain.score) == (first.id, 3)
    assert taken.newest == (second.at.date(), second.id)


def test_a_pair_is_met_by_its_name_and_a_new_name_makes_one_pair(store):
    mine = Shoe(UUID(int=9), "Pegasus 41")
    diary.keep_shoe(store, PERSON_ID, mine)

    taken = take_in(store, found(shoe="pegasus 41 "), found(1440, shoe="Ghost"), found(2880, shoe="GHOST"), found(4320))

    pairs = [run.shoe for run in kept_runs(store)]
    assert pairs == [mine.id, taken.shoes[0], taken.shoes[0], None]
    with store.begin() as tx:
        made = {shoe.id: shoe for shoe in runs.shoes(tx, PERSON_ID)}[taken.shoes[0]]
    assert (made.name, made.first_day) == ("Ghost", (A_DAY + 1440 * A_MINUTE).date())


def test_a_run_told_by_hand_takes_what_was_measured_and_keeps_what_was_said(store):
    diary.log_run(store, PERSON_ID, BY_HAND, NOW, PLACE)

    taken = take_in(store, measured=[Measured(BY_HAND.id, a_run(5, 6_230, climb_m=80))])

    (run,) = kept_runs(store)
    assert (run.id, run.distance_m, run.seconds, run.climb_m) == (BY_HAND.id, 6_230, 2_320, 80)
    assert (run.effort, run.pain_max, run.note) == (4, 3, "in the wood")
    assert (run.at, run.source) == (A_DAY + 5 * A_MINUTE, "forest.fit")
    assert diary.place_of(store, run.id) == PLACE
    assert [pair.other.id for pair in preview(store, Found(a_run(5, 6_230), "forest.fit")).skipped] == [run.id]
    assert (taken.runs, len(taken.edits)) == ((), 1)


def test_one_that_can_not_be_measured_any_more_keeps_all_of_them_out(store):
    with pytest.raises(InvalidInput):
        take_in(store, found(), measured=[Measured(uuid4(), a_run(1440))])

    assert entries(store) == ()


def test_a_run_of_the_future_keeps_all_of_them_out(store):
    with pytest.raises(InvalidInput, match="future"):
        take_in(store, found(), found(60 * 24 * 61))

    assert entries(store) == ()


def test_a_disk_that_fills_up_half_way_keeps_all_of_them_out(store, monkeypatch):
    def full(*_args):
        raise DiskTrouble("The disk is full.") from sqlite3.OperationalError()

    monkeypatch.setattr(imports.diary, "keep_pain_entries", full)

    with pytest.raises(DiskTrouble):
        take_in(store, found(shoe="Ghost", pain_max=3))

    assert entries(store) == ()
    with store.begin() as tx:
        assert runs.shoes(tx, PERSON_ID) == ()
