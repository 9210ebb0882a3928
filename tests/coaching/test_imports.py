"""Importing runs: told apart, taken in whole or not at all, met again the second time, and taken back."""

import sqlite3
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from kneecoach.coaching import diary, imports
from kneecoach.coaching.imports import Chosen, Intake, Measured
from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.errors import DiskTrouble, InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.shoe import Shoe
from kneecoach.exchange.runs.found import Found, NotARun, Refused
from kneecoach.storage import runs
from tests.builders import A_DAY, PERSON_ID

A_MINUTE = timedelta(minutes=1)
NOW = A_DAY + 60 * 24 * 60 * A_MINUTE
PLACE = (Side.LEFT, ("medial_joint_line",))
BY_HAND = Run(UUID(int=1), A_DAY, 6_000, 2_400, effort=4, pain_max=3, note="in the wood")


def a_run(minutes=0, metres=6_200, **more):
    """A run that a watch has measured."""
    return Run(uuid4(), A_DAY + minutes * A_MINUTE, metres, 2_320, source="forest.fit", digest="f" * 64, **more)


def found(minutes=0, metres=6_200, *, shoe="", file="forest.fit", **more):
    digest = more.pop("digest", f"{file}{minutes}{metres}")
    return Found(replace(a_run(minutes, metres, **more), source=file, digest=digest), file, shoe)


def a_ride(minutes=0, lasted=40):
    return Activity(uuid4(), A_DAY + minutes * A_MINUTE, ActivityKind.BIKE, lasted, source="ride.gpx", digest="r" * 64)


def preview(store, *outcomes):
    return imports.preview(store, PERSON_ID, outcomes)


def take_in(store, *chosen, measured=()):
    return imports.take_in(store, PERSON_ID, Chosen(chosen, measured), NOW)


def entries(store):
    return diary.read_diary(store, PERSON_ID).entries


def kept_runs(store):
    return [entry for entry in entries(store) if isinstance(entry, Run)]


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


def test_a_whole_import_is_taken_back(store):
    diary.log_run(store, PERSON_ID, BY_HAND, NOW, PLACE)
    before = entries(store)
    new = found(24 * 60, shoe="Ghost", pain_max=2)
    taken = take_in(store, new, Found(a_ride(600), "ride.gpx"), measured=[Measured(BY_HAND.id, a_run(5, 6_230))])

    imports.undo(store, PERSON_ID, taken, NOW)

    assert entries(store) == before
    assert diary.place_of(store, BY_HAND.id) == PLACE
    with store.begin() as tx:
        assert runs.shoes(tx, PERSON_ID) == ()
    assert len(preview(store, new).new) == 1


def test_what_was_taken_back_lies_in_the_bin_and_can_be_had_again(store):
    new = found(shoe="Ghost", pain_max=2)
    imports.undo(store, PERSON_ID, take_in(store, new), NOW)

    (binned,) = diary.binned(store, PERSON_ID, NOW)
    diary.put_back(store, binned.id, NOW)

    (run,) = kept_runs(store)
    assert (run.distance_m, run.pain_max, run.shoe) == (6_200, 2, None)


def test_a_run_that_was_deleted_meanwhile_does_not_hold_up_the_taking_back(store):
    taken = take_in(store, found(), found(1440))
    diary.delete(store, PERSON_ID, diary.Kind.RUN, taken.runs[0], NOW)

    imports.undo(store, PERSON_ID, taken, NOW)

    assert entries(store) == ()


def test_an_import_can_be_taken_back_for_thirty_days(store):
    diary.log_run(store, PERSON_ID, BY_HAND, NOW, PLACE)
    before = entries(store)
    new = found(24 * 60, shoe="Ghost")
    first = take_in(store, new, Found(a_ride(600), "ride.gpx"), measured=[Measured(BY_HAND.id, a_run(5, 6_230))])
    in_time = NOW + timedelta(days=30)

    (kept,) = imports.imported(store, PERSON_ID, in_time)
    assert (kept.id, kept.at, kept.taken) == (first.kept, NOW, replace(first, newest=None))
    assert imports.imported(store, PERSON_ID, in_time + A_MINUTE) == ()

    imports.undo(store, PERSON_ID, kept.taken, in_time)
    assert entries(store) == before
    assert imports.imported(store, PERSON_ID, in_time) == ()
    with store.begin() as tx:
        assert runs.shoes(tx, PERSON_ID) == ()


def test_a_run_that_was_measured_and_deleted_since_stays_deleted(store):
    diary.log_run(store, PERSON_ID, BY_HAND, NOW, PLACE)
    taken = take_in(store, found(1440), measured=[Measured(BY_HAND.id, a_run(5, 6_230))])
    diary.delete(store, PERSON_ID, diary.Kind.RUN, BY_HAND.id, NOW)

    imports.undo(store, PERSON_ID, taken, NOW)

    assert entries(store) == ()


def test_a_new_pair_stays_when_a_run_told_by_hand_is_in_it(store):
    taken = take_in(store, found(shoe="Ghost"), found(1440, shoe="Pegasus"))
    ghost = taken.shoes[0]
    diary.log_run(store, PERSON_ID, replace(BY_HAND, shoe=ghost), NOW + A_MINUTE, PLACE)

    imports.undo(store, PERSON_ID, taken, NOW)

    assert [run.shoe for run in kept_runs(store)] == [ghost]
    with store.begin() as tx:
        assert [shoe.id for shoe in runs.shoes(tx, PERSON_ID)] == [ghost]


def test_a_new_pair_stays_while_a_run_in_the_bin_is_in_it(store):
    taken = take_in(store, found(shoe="Ghost"), found(1440, shoe="Ghost"))
    deleted = diary.delete(store, PERSON_ID, diary.Kind.RUN, taken.runs[0], NOW)

    imports.undo(store, PERSON_ID, taken, NOW)
    diary.put_back(store, deleted, NOW)

    assert [run.shoe for run in kept_runs(store)] == list(taken.shoes)


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


def test_an_import_of_nothing_changes_nothing(store):
    taken = take_in(store)

    imports.undo(store, PERSON_ID, taken, NOW)

    assert (taken, entries(store)) == (imports.TakenIn(), ())
