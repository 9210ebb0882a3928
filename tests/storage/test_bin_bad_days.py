"""Bad days of the bin: what lies damaged in it stays there."""

from datetime import timedelta
from uuid import UUID

import pytest

from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.entry_pains import pains_of_run
from kneecoach.domain.errors import CannotStart
from kneecoach.domain.run import Run
from kneecoach.storage import bin as bin_table
from kneecoach.storage import diary, people, runs
from tests.builders import A_DAY, PERSON_ID, a_person

NOW = A_DAY + timedelta(days=1)
A_RUN = Run(UUID(int=1), A_DAY, 6_200, 2_320, pain_max=3, pain_60=1)


@pytest.fixture
def tx(memory):
    with memory.begin() as tx:
        people.add(tx, a_person())
        yield tx


@pytest.fixture
def kept(tx):
    """The number of a deleted run in the bin."""
    runs.keep_run(tx, PERSON_ID, A_RUN)
    for entry in pains_of_run(A_RUN):
        diary.keep_pain_entry(tx, PERSON_ID, entry)
    return bin_table.remove(tx, PERSON_ID, Kind.RUN, A_RUN.id, NOW)


@pytest.mark.parametrize(
    "harm",
    [
        "content = '{}'",
        "content = '[]'",
        "content = json_set(content, '$.run[0].distance_m', 0)",
        "content = json_set(content, '$.run[0].kind', 'flying')",
        "content = json_remove(content, '$.run[0].note')",
        "content = json_set(content, '$.pain_entry[0].phase', 'flying')",
        "kind = 'flight'",
        "entry = 'one'",
    ],
)
def test_what_lies_damaged_in_the_bin_is_left_out_and_never_reaches_the_diary(tx, kept, harm):
    tx.exec_driver_sql(f"UPDATE bin SET {harm}")

    assert bin_table.listed(tx, PERSON_ID, NOW) == ()
    with pytest.raises(CannotStart, match="damaged"):
        bin_table.put_back(tx, kept, NOW)
    assert (runs.runs(tx, PERSON_ID), diary.pains(tx, PERSON_ID)) == ((), ())


@pytest.mark.parametrize(
    "harm",
    [
        # Of nobody, and a note that is no text
        "content = json_set(content, '$.run[0].person', 'nobody')",
        "content = json_set(content, '$.run[0].note', json('[]'))",
    ],
)
def test_rows_that_the_tables_refuse_are_damage(tx, kept, harm):
    tx.exec_driver_sql(f"UPDATE bin SET {harm}")

    with pytest.raises(CannotStart, match="damaged"):
        bin_table.put_back(tx, kept, NOW)
