"""What is shown of ten years is found by an index, never by reading all of them."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from kneecoach.storage import bin as bin_table
from kneecoach.storage import diary, mornings, people, runs, sessions
from tests.builders import A_DAY, PERSON_ID, a_person

DAY = timedelta(days=1)
TODAY = A_DAY.date()
BY_MOMENT = {
    "pain_entry": diary.pains,
    "flag_entry": diary.flags,
    "injury": diary.injuries,
    "run": runs.runs,
    "activity": runs.activities,
    "ice": mornings.ices,
    "support": mornings.supports,
}


@pytest.fixture
def plans(memory):
    """Hands out how the database goes about a call: one line for each step of each of its queries."""

    def plans_of(call):
        asked = []
        with memory.begin() as tx:
            people.add(tx, a_person())

            def note(_connection, _cursor, statement, parameters, *_):
                asked.append((statement, parameters))

            event.listen(tx, "before_cursor_execute", note)
            call(tx)
            event.remove(tx, "before_cursor_execute", note)
            return [
                row[-1]
                for statement, parameters in asked
                for row in tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            ]

    return plans_of


@pytest.mark.parametrize("table", BY_MOMENT)
def test_a_month_of_entries_is_found_by_person_and_time(plans, table):
    (step,) = plans(lambda tx: BY_MOMENT[table](tx, PERSON_ID, A_DAY, A_DAY + 30 * DAY))

    assert step == f"SEARCH {table} USING INDEX {table}_by_person (person=? AND at>? AND at<?)"


@pytest.mark.parametrize(
    ("read", "column"), [(mornings.checks, "day"), (mornings.reviews, "week")], ids=["mornings", "reviews"]
)
def test_mornings_and_reviews_are_found_by_person_and_day(plans, read, column):
    (step,) = plans(lambda tx: read(tx, PERSON_ID, TODAY, TODAY + 30 * DAY))

    assert step.startswith("SEARCH")
    assert step.endswith(f"(person=? AND {column}>? AND {column}<?)")


@pytest.mark.parametrize(
    "call",
    [
        lambda tx: runs.last_run(tx, PERSON_ID),
        lambda tx: diary.last_located(tx, PERSON_ID),
        lambda tx: diary.pains_of(tx, PERSON_ID),
        lambda tx: runs.runs_near(tx, PERSON_ID, A_DAY, DAY),
        lambda tx: mornings.check_on(tx, PERSON_ID, TODAY),
        lambda tx: sessions.sessions(tx, TODAY, PERSON_ID, TODAY + DAY),
        lambda tx: bin_table.listed(tx, PERSON_ID, A_DAY),
        lambda tx: runs.shoe_distances(tx, PERSON_ID),
    ],
    ids=["last_run", "last_place", "following", "near", "morning", "sessions", "bin", "shoes"],
)
def test_what_pages_ask_for_is_searched_and_not_scanned(plans, call):
    steps = plans(call)

    assert steps
    assert not [step for step in steps if step.startswith("SCAN")]


def test_the_distance_of_shoes_is_read_from_the_index_alone(plans):
    steps = plans(lambda tx: runs.shoe_distances(tx, PERSON_ID))

    assert any("USING COVERING INDEX run_by_shoe" in step for step in steps)
