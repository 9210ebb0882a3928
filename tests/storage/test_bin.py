"""The bin: what was deleted or edited comes back equal, for thirty days, and never in another's place."""

from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain.bin_kind import How, Kind
from kneecoach.domain.entry_pains import pains_of_run
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionStatus
from kneecoach.storage import bin as bin_table
from kneecoach.storage import diary, mornings, people, runs, sessions
from kneecoach.storage.database import open_in_memory
from tests.builders import A_DAY, PERSON_ID, SESSION_ID, a_person, a_session_record, a_set_record
from tests.storage import values

DAY = timedelta(days=1)
NOW = A_DAY + DAY
BO = UUID(int=77)
A_RUN = Run(UUID(int=1), A_DAY, 6_200, 2_320, pain_max=3, pain_60=1)
ENDED = {"status": SessionStatus.COMPLETED, "ended_at": A_DAY}


@pytest.fixture(scope="module")
def always():
    """One store for all examples; each of them is undone."""
    with closing(open_in_memory()) as store:
        yield store


@pytest.fixture
def tx(memory):
    with memory.begin() as tx:
        people.add(tx, a_person())
        people.add(tx, a_person(id=BO))
        yield tx


def keep_run(tx, run=A_RUN):
    runs.keep_run(tx, PERSON_ID, run)
    for entry in pains_of_run(run):
        diary.keep_pain_entry(tx, PERSON_ID, entry)


def everything(tx):
    return (
        *runs.runs(tx, PERSON_ID),
        *diary.pains(tx, PERSON_ID),
        *runs.activities(tx, PERSON_ID),
        *mornings.checks(tx, PERSON_ID),
        *mornings.ices(tx, PERSON_ID),
        *mornings.supports(tx, PERSON_ID),
        *sessions.sessions(tx, person=PERSON_ID),
    )


KEPT = {
    Kind.PAIN: (diary.keep_pain_entry, values.some_pain),
    Kind.RUN: (runs.keep_run, values.some_runs),
    Kind.ACTIVITY: (runs.keep_activity, values.some_activities),
    Kind.MORNING: (mornings.keep_check, values.some_checks),
    Kind.ICE: (mornings.keep_ice, values.some_ice),
    Kind.SUPPORT: (mornings.keep_support, values.some_supports),
    Kind.SESSION: (
        lambda tx, person, record: sessions.add(tx, replace(record, person=person)),
        values.some_sessions.filter(lambda record: record.status is not SessionStatus.OPEN),
    ),
}


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("kind", KEPT)
# That every value comes back is asked of a hundred each in test_round_trips
@settings(max_examples=50)
@given(data=st.data())
def test_whatever_is_deleted_comes_back_equal_with_what_follows_from_it(always, kind, data):
    keep, strategy = KEPT[kind]
    entry = data.draw(strategy)
    follows = replace(data.draw(values.some_pain), of=entry.id)
    with always.begin() as tx:
        people.add(tx, a_person())
        keep(tx, PERSON_ID, entry)
        diary.keep_pain_entry(tx, PERSON_ID, follows)
        before = everything(tx)

        kept = bin_table.remove(tx, PERSON_ID, kind, entry.id, NOW)
        between, (binned,) = everything(tx), bin_table.listed(tx, PERSON_ID, NOW)
        bin_table.put_back(tx, kept, NOW)
        after, empty = everything(tx), bin_table.listed(tx, PERSON_ID, NOW)
        tx.rollback()

    assert (between, after, empty) == ((), before, ())
    value = replace(entry, person=PERSON_ID) if kind is Kind.SESSION else entry
    assert (binned.value, binned.entry_id, binned.kind, binned.how) == (value, entry.id, kind, How.DELETED)


def test_an_edited_run_returns_to_what_it_was_and_that_can_be_undone_again_and_again(tx):
    keep_run(tx)
    old = everything(tx)
    kept = bin_table.before_edit(tx, PERSON_ID, Kind.RUN, A_RUN.id, NOW)
    keep_run(tx, replace(A_RUN, pain_max=7, pain_60=None, distance_m=9_000))
    new = everything(tx)

    for wanted in (old, new, old, new):
        kept = bin_table.put_back(tx, kept, NOW)
        assert everything(tx) == wanted

    (binned,) = bin_table.listed(tx, PERSON_ID, NOW)
    assert (binned.id, binned.how, binned.value) == (kept, How.EDITED, A_RUN)


def test_what_follows_is_taken_away_before_an_edit_so_that_nothing_old_stays(tx):
    keep_run(tx)

    bin_table.before_edit(tx, PERSON_ID, Kind.RUN, A_RUN.id, NOW)

    assert everything(tx) == (A_RUN,)


def test_each_of_several_edits_can_be_had_back(tx):
    keep_run(tx)
    kept = []
    for metres in (7_000, 8_000):
        kept.append(bin_table.before_edit(tx, PERSON_ID, Kind.RUN, A_RUN.id, NOW + metres * timedelta(seconds=1)))
        keep_run(tx, replace(A_RUN, distance_m=metres))

    listed = bin_table.listed(tx, PERSON_ID, NOW + DAY)

    assert [(binned.id, binned.value.distance_m) for binned in listed] == [(kept[1], 7_000), (kept[0], 6_200)]
    bin_table.put_back(tx, kept[0], NOW + DAY)
    assert runs.run(tx, A_RUN.id) == A_RUN


def test_a_session_comes_back_with_its_sets_in_order(tx):
    record = a_session_record(sets=tuple(a_set_record(index) for index in (0, 1, 2)), **ENDED)
    sessions.add(tx, record)

    kept = bin_table.remove(tx, PERSON_ID, Kind.SESSION, SESSION_ID, NOW)

    assert sessions.sessions(tx) == ()
    assert [binned.value for binned in bin_table.listed(tx, PERSON_ID, NOW)] == [record]
    bin_table.put_back(tx, kept, NOW)
    assert sessions.session(tx, SESSION_ID) == record


def test_a_session_that_goes_on_is_not_deleted(tx):
    sessions.add(tx, a_session_record())

    with pytest.raises(InvalidInput, match="still goes on"):
        bin_table.remove(tx, PERSON_ID, Kind.SESSION, SESSION_ID, NOW)


@pytest.mark.parametrize("how", [bin_table.remove, bin_table.before_edit])
@pytest.mark.parametrize(
    ("person", "kind", "entry"), [(BO, Kind.RUN, 1), (PERSON_ID, Kind.ICE, 1), (PERSON_ID, Kind.RUN, 2)]
)
def test_only_an_entry_of_that_person_and_kind_can_be_deleted(tx, how, person, kind, entry):
    keep_run(tx)

    with pytest.raises(InvalidInput, match="no such entry"):
        how(tx, person, kind, UUID(int=entry), NOW)

    assert len(everything(tx)) == 3


@pytest.mark.parametrize(
    ("passed", "kept"),
    [(timedelta(0), True), (30 * DAY, True), (30 * DAY + timedelta(microseconds=1), False), (31 * DAY, False)],
)
def test_the_bin_keeps_for_thirty_days_to_the_moment(tx, passed, kept):
    keep_run(tx)
    binned = bin_table.remove(tx, PERSON_ID, Kind.RUN, A_RUN.id, NOW)

    assert len(bin_table.listed(tx, PERSON_ID, NOW + passed)) == kept
    if kept:
        bin_table.put_back(tx, binned, NOW + passed)
        assert len(everything(tx)) == 3
    else:
        with pytest.raises(InvalidInput, match="no longer in the bin"):
            bin_table.put_back(tx, binned, NOW + passed)


def test_thirty_days_are_thirty_days_also_when_the_clocks_are_put_back_between(tx):
    then = datetime(2026, 10, 20, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    keep_run(tx)
    bin_table.remove(tx, PERSON_ID, Kind.RUN, A_RUN.id, then)

    shown = datetime(2026, 11, 19, 11, tzinfo=ZoneInfo("Europe/Berlin"))

    assert len(bin_table.listed(tx, PERSON_ID, shown)) == 1
    assert bin_table.listed(tx, PERSON_ID, shown + timedelta(seconds=1)) == ()


def in_the_bin_after(tx, *days):
    """The numbers of what is in the file once something was deleted on each of these days, in this order."""
    for number, day in enumerate(days):
        keep_run(tx, replace(A_RUN, id=UUID(int=number)))
        bin_table.remove(tx, PERSON_ID, Kind.RUN, UUID(int=number), NOW + day * DAY)
    return sorted(UUID(entry).int for (entry,) in tx.exec_driver_sql("SELECT entry FROM bin"))


@pytest.mark.parametrize(
    ("days", "left"),
    [
        ((0, 1, 31, 32), [0, 1, 2, 3]),
        ((0, 31, 32, 33, 34), [1, 2, 3, 4]),
        ((0, 32, 33, 34), [0, 1, 2, 3]),
        ((0, 32, 33, 34, 34.1), [1, 2, 3, 4]),
    ],
)
def test_what_is_too_old_leaves_the_file_when_something_came_in_on_three_days_since(tx, days, left):
    assert in_the_bin_after(tx, *days) == left


def test_days_that_are_damaged_in_the_bin_let_nothing_go_and_hold_nothing_up(tx):
    in_the_bin_after(tx, 0, 0.1, 0.2, 0.3)
    for number, day in enumerate(("zzzz-not-a-day", "9998-02-31T10:00:00Z", "9999-99-99")):
        tx.exec_driver_sql("UPDATE bin SET at = ? WHERE entry = ?", (day, str(UUID(int=number))))

    assert in_the_bin_after(tx, 32, 33) == [0, 0, 1, 1, 2, 3]
    assert in_the_bin_after(tx, 32, 33, 34) == [0, 0, 0, 1, 1, 1, 2, 2]


@pytest.mark.parametrize("wrong", [(400,), (400, 400.1, 400.2), (400, 401), (400, 401, 401.1, 402)])
def test_a_clock_that_is_ahead_for_a_while_empties_no_bin(tx, wrong):
    before = (0, 5, 9, 10, 12)

    assert in_the_bin_after(tx, *before, *wrong) == list(range(len(before) + len(wrong)))
    in_the_bin_after(tx, 13, 14)
    assert len(bin_table.listed(tx, PERSON_ID, NOW + 14 * DAY)) == len(before) + len(wrong) + 2


def test_a_bin_is_one_persons_alone_and_goes_with_the_person(tx):
    keep_run(tx)
    bin_table.remove(tx, PERSON_ID, Kind.RUN, A_RUN.id, NOW)
    assert bin_table.listed(tx, BO, NOW) == ()

    tx.exec_driver_sql("DELETE FROM person WHERE id = ?", (str(PERSON_ID),))

    assert tx.exec_driver_sql("SELECT count(*) FROM bin").scalar() == 0


def test_what_was_edited_and_then_deleted_is_had_back_in_that_order(tx):
    keep_run(tx)
    edited = bin_table.before_edit(tx, PERSON_ID, Kind.RUN, A_RUN.id, NOW)
    keep_run(tx, replace(A_RUN, distance_m=9_000))
    deleted = bin_table.remove(tx, PERSON_ID, Kind.RUN, A_RUN.id, NOW)

    with pytest.raises(InvalidInput, match="Put it back first"):
        bin_table.put_back(tx, edited, NOW)
    bin_table.put_back(tx, deleted, NOW)
    bin_table.put_back(tx, edited, NOW)

    assert runs.run(tx, A_RUN.id) == A_RUN


def test_what_is_there_already_is_not_put_back_over_it(tx):
    keep_run(tx)
    kept = bin_table.remove(tx, PERSON_ID, Kind.RUN, A_RUN.id, NOW)
    again = replace(A_RUN, distance_m=9_000)
    runs.keep_run(tx, PERSON_ID, again)

    with pytest.raises(InvalidInput, match="in the diary already"):
        bin_table.put_back(tx, kept, NOW)

    assert runs.run(tx, A_RUN.id) == again


def test_a_morning_whose_day_has_another_answer_by_now_says_so(memory):
    first, second = (MorningCheck(UUID(int=number), A_DAY.date(), A_DAY, number) for number in (1, 2))
    with memory.begin() as tx:
        people.add(tx, a_person())
        mornings.keep_check(tx, PERSON_ID, first)
        kept = bin_table.remove(tx, PERSON_ID, Kind.MORNING, first.id, NOW)
        mornings.keep_check(tx, PERSON_ID, second)

    with pytest.raises(InvalidInput, match="another answer for that day"), memory.begin() as tx:
        bin_table.put_back(tx, kept, NOW)

    with memory.begin() as tx:
        assert mornings.checks(tx, PERSON_ID) == (second,)
        assert len(bin_table.listed(tx, PERSON_ID, NOW)) == 1


def test_a_deleted_pain_entry_does_not_take_along_the_rest_of_its_day(tx):
    for number in (1, 2):
        diary.add_pain(tx, PERSON_ID, PainEntry(UUID(int=number), A_DAY, number))

    bin_table.remove(tx, PERSON_ID, Kind.PAIN, UUID(int=1), NOW)

    assert [entry.score for entry in diary.pains(tx, PERSON_ID)] == [2]
