"""An import taken back, and had again: each time as a whole."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from kneecoach.coaching import diary, imports
from kneecoach.coaching.imports import Measured
from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.pain import PainEntry
from kneecoach.exchange.runs.found import Found
from kneecoach.storage import runs
from tests.builders import PERSON_ID
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


def test_what_was_taken_back_is_had_again_as_one_with_its_pains_and_its_shoes(store):
    diary.log_run(store, PERSON_ID, BY_HAND, NOW, PLACE)
    new = found(24 * 60, shoe="Ghost", pain_max=2)
    taken = take_in(store, new, Found(a_ride(600), "ride.gpx"), measured=[Measured(BY_HAND.id, a_run(5, 6_230))])
    imported, worn = entries(store), [run.shoe for run in kept_runs(store)]

    imports.undo(store, PERSON_ID, taken, NOW + A_MINUTE)
    (one,) = imports.taken_back(store, PERSON_ID, NOW + A_MINUTE)
    # No run of it lies there by itself: what is listed is what its measuring had changed
    assert [binned.entry_id for binned in diary.binned(store, PERSON_ID, NOW + A_MINUTE)] == [BY_HAND.id]
    assert (one.id, one.at, one.gone, len(one.taken.runs)) == (taken.kept, NOW + A_MINUTE, True, 1)
    imports.put_back(store, PERSON_ID, one.id, NOW + 2 * A_MINUTE)

    assert entries(store) == imported
    assert [run.shoe for run in kept_runs(store)] == worn
    assert imports.taken_back(store, PERSON_ID, NOW) == ()


def test_an_import_is_taken_back_and_had_again_any_number_of_times(store):
    diary.log_run(store, PERSON_ID, BY_HAND, NOW, PLACE)
    before = entries(store)
    take_in(store, found(24 * 60, shoe="Ghost"), measured=[Measured(BY_HAND.id, a_run(5, 6_230))])
    after = entries(store)

    for _ in range(3):
        (kept,) = imports.imported(store, PERSON_ID, NOW)
        imports.undo(store, PERSON_ID, kept.taken, NOW)
        assert entries(store) == before
        imports.put_back(store, PERSON_ID, kept.id, NOW)
        assert entries(store) == after


def test_what_was_said_of_a_run_since_comes_back_with_the_import(store):
    taken = take_in(store, found(), found(1440))
    run = kept_runs(store)[0]
    diary.change_run(store, PERSON_ID, replace(run, pain_max=5, note="hard"), NOW, PLACE)
    said = entries(store)

    imports.undo(store, PERSON_ID, taken, NOW)
    imports.put_back(store, PERSON_ID, taken.kept, NOW)

    assert entries(store) == said
    assert diary.place_of(store, run.id) == PLACE


def test_an_import_that_was_taken_back_can_not_be_taken_back_again(store):
    taken = take_in(store, found())
    with pytest.raises(InvalidInput, match="no longer in the bin"):
        imports.put_back(store, PERSON_ID, taken.kept, NOW)
    imports.undo(store, PERSON_ID, taken, NOW)

    with pytest.raises(InvalidInput, match="no longer in the bin"):
        imports.undo(store, PERSON_ID, taken, NOW)
    with pytest.raises(InvalidInput, match="no longer in the bin"):
        imports.put_back(store, UUID(int=9), taken.kept, NOW)
    with pytest.raises(InvalidInput, match="no longer in the bin"):
        imports.put_back(store, PERSON_ID, taken.kept, NOW + timedelta(days=30, seconds=1))

    assert entries(store) == ()


def test_a_pair_that_a_run_of_another_import_wore_stays_until_that_is_had_again(store):
    first = take_in(store, found(shoe="Ghost"))
    second = take_in(store, found(1440, shoe="Ghost"))
    imports.undo(store, PERSON_ID, second, NOW)
    imports.undo(store, PERSON_ID, first, NOW)

    imports.put_back(store, PERSON_ID, second.kept, NOW)

    assert [run.shoe for run in kept_runs(store)] == list(first.shoes)


def test_what_came_in_again_by_another_way_stays_as_it_is(store):
    taken = take_in(store, found(pain_max=2), found(1440, shoe="Ghost"))
    run = kept_runs(store)[0]
    imports.undo(store, PERSON_ID, taken, NOW)
    diary.log_run(store, PERSON_ID, replace(run, pain_max=4), NOW, PLACE)

    imports.put_back(store, PERSON_ID, taken.kept, NOW)

    assert [(one.pain_max, one.distance_m) for one in kept_runs(store)] == [(4, 6_200), (None, 6_200)]
    assert [entry.score for entry in entries(store) if isinstance(entry, PainEntry)] == [4]


def test_a_run_that_was_deleted_meanwhile_does_not_hold_up_the_taking_back(store):
    taken = take_in(store, found(), found(1440))
    diary.delete(store, PERSON_ID, Kind.RUN, taken.runs[0], NOW)

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
    diary.delete(store, PERSON_ID, Kind.RUN, BY_HAND.id, NOW)

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
    deleted = diary.delete(store, PERSON_ID, Kind.RUN, taken.runs[0], NOW)

    imports.undo(store, PERSON_ID, taken, NOW)
    diary.put_back(store, deleted, NOW)

    assert [run.shoe for run in kept_runs(store)] == list(taken.shoes)


def test_an_import_of_nothing_changes_nothing(store):
    taken = take_in(store)

    imports.undo(store, PERSON_ID, taken, NOW)

    assert (taken, entries(store)) == (imports.TakenIn(), ())
