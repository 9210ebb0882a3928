"""What an import brought, noted in the bin."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import update

from kneecoach.domain.person import Person
from kneecoach.storage import bin as bin_table
from kneecoach.storage import bin_imports, people
from kneecoach.storage.tables import bin_entry
from tests.builders import A_DAY, PERSON_ID

BROUGHT = {"runs": (UUID(int=1), UUID(int=2)), "shoes": ()}


def kept(store):
    with store.begin() as tx:
        if people.current(tx) is None:
            people.add(tx, Person(PERSON_ID))
        return bin_imports.keep(tx, PERSON_ID, BROUGHT, A_DAY)


def listed(store, days=0):
    with store.begin() as tx:
        return bin_imports.listed(tx, PERSON_ID, A_DAY + timedelta(days=days))


def test_an_import_is_listed_for_thirty_days_with_what_it_brought_and_is_no_entry(store):
    note = kept(store)

    assert listed(store, 30) == ((note, A_DAY, BROUGHT),)
    assert listed(store, 31) == ()
    with store.begin() as tx:
        assert bin_table.listed(tx, PERSON_ID, A_DAY) == ()


def test_an_import_that_was_taken_back_is_listed_no_more(store):
    note = kept(store)
    with store.begin() as tx:
        bin_imports.let_go(tx, note)

    assert listed(store) == ()


def test_a_damaged_note_is_passed_over(store):
    kept(store)
    with store.begin() as tx:
        tx.execute(update(bin_entry).values(content='{"import": [{"runs": ["x"]}]}'))

    assert listed(store) == ()
