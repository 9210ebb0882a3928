"""What an import brought, noted in the bin, taken away and brought again."""

import json
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from kneecoach.domain.errors import CannotStart
from kneecoach.domain.person import Person
from kneecoach.domain.run import Run
from kneecoach.storage import bin as bin_table
from kneecoach.storage import bin_imports, people, runs
from kneecoach.storage.tables.binned import bin_entry
from tests.builders import A_DAY, PERSON_ID

A_RUN = Run(UUID(int=1), A_DAY, 6_200, 2_320)
BROUGHT = {"runs": (A_RUN.id, UUID(int=2)), "activities": (), "edits": (), "shoes": ()}


@pytest.fixture
def note(store):
    with store.begin() as tx:
        people.add(tx, Person(PERSON_ID))
        runs.keep_run(tx, PERSON_ID, A_RUN)
        return bin_imports.keep(tx, PERSON_ID, BROUGHT, A_DAY)


def listed(store, days=0, **more):
    with store.begin() as tx:
        return bin_imports.listed(tx, PERSON_ID, A_DAY + timedelta(days=days), **more)


def take_back(store, note):
    with store.begin() as tx:
        bin_imports.take_back(tx, PERSON_ID, note, A_DAY)


def put_back(store, note):
    with store.begin() as tx:
        bin_imports.put_back(tx, PERSON_ID, note, A_DAY)


def kept_runs(store):
    with store.begin() as tx:
        return runs.runs(tx, PERSON_ID)


def test_an_import_is_listed_for_thirty_days_with_what_it_brought_and_is_no_entry(store, note):
    assert listed(store, 30) == ((note, A_DAY, BROUGHT),)
    assert listed(store, 31) == ()
    assert listed(store, gone=True) == ()
    with store.begin() as tx:
        assert bin_table.listed(tx, PERSON_ID, A_DAY) == ()


def test_an_import_that_was_taken_back_is_listed_as_gone(store, note):
    take_back(store, note)

    assert listed(store) == ()
    assert listed(store, gone=True) == ((note, A_DAY, BROUGHT),)
    with store.begin() as tx:
        assert bin_table.listed(tx, PERSON_ID, A_DAY) == ()


def test_more_runs_than_a_statement_can_name_go_and_come_back(store, note):
    many = [replace(A_RUN, id=UUID(int=number)) for number in range(10, 700)]
    with store.begin() as tx:
        runs.keep_runs(tx, PERSON_ID, many)
        all_of_them = bin_imports.keep(tx, PERSON_ID, BROUGHT | {"runs": tuple(run.id for run in many)}, A_DAY)

    take_back(store, all_of_them)
    assert kept_runs(store) == (A_RUN,)
    put_back(store, all_of_them)
    take_back(store, note)

    assert set(kept_runs(store)) == set(many)


def test_a_damaged_note_is_passed_over(store, note):
    with store.begin() as tx:
        tx.execute(update(bin_entry).values(content='{"import": [{"runs": ["x"]}]}'))

    assert listed(store) == ()
    with pytest.raises(CannotStart):
        take_back(store, note)


def test_a_damaged_run_stays_in_the_bin(store, note):
    take_back(store, note)
    with store.begin() as tx:
        content = json.loads(tx.execute(select(bin_entry.c.content)).scalar())
        content["run"][0]["at"] = "once"
        tx.execute(update(bin_entry).values(content=json.dumps(content)))

    with pytest.raises(CannotStart):
        put_back(store, note)

    assert kept_runs(store) == ()
    assert len(listed(store, gone=True)) == 1
