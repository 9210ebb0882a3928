"""Changing a routine: order, exercises and doses, with the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.routine import MAX_ITEMS, MAX_NAME
from kneecoach.domain.routine_edits import (
    LIMITS,
    Amount,
    Edits,
    added,
    amount_of,
    amounts,
    moved,
    removed,
    renamed,
    stepped,
    with_amount,
)
from tests.builders import a_routine, an_exercise, counted, timed

indexes = st.integers(0, 3)


def four():
    return a_routine(counted(10, sets=2), timed(25, sets=2), timed(60), counted(8))


def order(routine):
    return [item.exercise[-1] for item in routine.items]


def test_a_routine_is_renamed_without_stray_spaces():
    assert renamed(four(), "  Hotel \n room ").name == "Hotel room"


@pytest.mark.parametrize("name", ["", "   ", "x" * (MAX_NAME + 1)])
def test_a_name_that_is_none_is_refused(name):
    with pytest.raises(InvalidInput, match="A routine's name"):
        renamed(four(), name)


@pytest.mark.parametrize(
    ("index", "to", "after"), [(0, 1, "1023"), (3, 0, "3012"), (2, 2, "0123"), (1, -5, "1023"), (0, 9, "1230")]
)
def test_an_exercise_moves_to_another_place(index, to, after):
    assert "".join(order(moved(four(), index, to))) == after


@given(st.lists(st.tuples(indexes, indexes), max_size=10))
def test_moving_about_loses_and_invents_nothing(moves):
    routine = four()
    for index, to in moves:
        routine = moved(routine, index, to)

    assert sorted(routine.items, key=lambda item: item.exercise) == list(four().items)


def test_an_exercise_is_removed_but_never_the_last_one():
    routine = removed(four(), 1)

    assert order(routine) == ["0", "2", "3"]
    with pytest.raises(InvalidInput, match="needs at least one exercise"):
        removed(a_routine(counted()), 0)


def test_an_exercise_is_added_at_the_end_as_it_is_usually_dosed():
    lunge = an_exercise("lunge", dosage=counted(12))

    routine = added(four(), lunge)

    assert (routine.items[-1].exercise, routine.items[-1].dosage) == ("lunge", lunge.dosage)


def test_a_full_routine_takes_no_more():
    full = a_routine(*[counted()] * MAX_ITEMS)

    with pytest.raises(InvalidInput, match="at most 100 exercises"):
        added(full, an_exercise())


def test_repetitions_and_seconds_are_changed_where_they_are_counted():
    assert amounts(counted()) == (Amount.SETS, Amount.REPS, Amount.REST)
    assert amounts(timed()) == (Amount.SETS, Amount.SECONDS, Amount.REST)
    with pytest.raises(InvalidInput, match="not counted like that"):
        stepped(four(), 0, Amount.SECONDS, 1)


@pytest.mark.parametrize(
    ("now", "steps", "after"),
    [(25, 1, 30), (25, -1, 20), (12, 1, 15), (12, -1, 10), (12.5, -1, 10), (300, 1, 300), (5, -1, 5)],
)
def test_seconds_go_up_and_down_in_round_steps(now, steps, after):
    routine = stepped(a_routine(timed(now)), 0, Amount.SECONDS, steps)

    assert routine.items[0].dosage.seconds == after


@given(
    st.lists(st.tuples(indexes, st.sampled_from(Amount), st.floats(-1_000, 1_000)), max_size=8),
)
def test_no_change_of_an_amount_leaves_the_limits_or_touches_anything_else(changes):
    routine = four()
    for index, amount, value in changes:
        if amount in amounts(routine.items[index].dosage):
            routine = with_amount(routine, index, amount, value)

    for item, source in zip(routine.items, four().items, strict=True):
        for amount in amounts(item.dosage):
            limits = LIMITS[amount]
            assert limits.least <= amount_of(item.dosage, amount) <= limits.most
        kept = (item.exercise, item.dosage.tempo, item.dosage.sides, item.dosage.pain_limit)
        assert kept == (source.exercise, source.dosage.tempo, source.dosage.sides, source.dosage.pain_limit)


def test_changes_are_undone_one_by_one_and_done_again():
    first, second, third = four(), removed(four(), 0), renamed(removed(four(), 0), "Hotel room")
    edits = Edits(first).changed(second).changed(third)

    assert edits.undo().routine == second
    assert edits.undo().undo().undo().routine == first
    assert edits.undo().undo().redo().redo().redo() == edits


def test_a_new_change_ends_what_was_undone_and_no_change_does_not():
    edits = Edits(four()).changed(renamed(four(), "Hotel room")).undo()

    assert edits.changed(four()) is edits
    assert edits.changed(removed(four(), 0)).redo().routine == removed(four(), 0)


@given(st.lists(st.sampled_from(["up", "down", "undo", "redo"]), max_size=30))
def test_going_all_the_way_back_is_where_it_began(presses):
    edits = Edits(four())
    for press in presses:
        if press == "undo":
            edits = edits.undo()
        elif press == "redo":
            edits = edits.redo()
        else:
            edits = edits.changed(stepped(edits.routine, 0, Amount.REPS, 1 if press == "up" else -1))
    while edits.before:
        edits = edits.undo()

    assert edits.routine == four()
