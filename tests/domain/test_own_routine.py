"""A routine of one's own: where it comes from and what it is called."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.own_routine import AUTHOR, copy_of, edited, is_for_runs, made_anew, mine_name
from kneecoach.domain.routine import MAX_ITEMS, MAX_NAME
from tests.builders import A_DAY, a_routine, an_exercise, counted, timed

NEW_ID = UUID(int=7)


def test_a_copy_is_mine_and_says_what_it_came_from():
    source = a_routine(counted(10, sets=2), timed(25), id="warm-up", name="Warm-up before a run", version=4)

    copy = copy_of(source, NEW_ID, A_DAY)

    assert (copy.id, copy.routine.name, copy.routine.author) == (str(NEW_ID), "Warm-up before a run (mine)", AUTHOR)
    assert (copy.routine.version, copy.routine.items) == (1, source.items)
    assert (copy.based_on, copy.based_on_name, copy.edited_at) == ("warm-up", "Warm-up before a run", A_DAY)


def test_a_copy_of_the_calm_down_day_is_not_allowed_on_a_sore_day():
    calm = a_routine(calming=True)

    assert not copy_of(calm, NEW_ID, A_DAY).routine.calming


@pytest.mark.parametrize(
    ("name", "taken", "copied"),
    [
        ("Warm-up", (), "Warm-up (mine)"),
        ("Warm-up", ("warm-up (MINE) ",), "Warm-up (mine 2)"),
        ("Warm-up (mine)", ("Warm-up (mine)", "Warm-up (mine 2)"), "Warm-up (mine 3)"),
        ("Warm-up (mine 2)", (), "Warm-up (mine)"),
        ("Warm-up (mine or yours)", (), "Warm-up (mine or yours) (mine)"),
        ("x" * MAX_NAME, (), "x" * (MAX_NAME - 7) + " (mine)"),
    ],
)
def test_the_name_of_a_copy_is_free_and_not_too_long(name, taken, copied):
    assert mine_name(name, taken) == copied


@given(st.text(min_size=1, max_size=MAX_NAME).filter(str.strip), st.integers(0, 12))
def test_copies_of_copies_never_share_a_name(name, copies):
    names: list[str] = [name]
    for _ in range(copies):
        names.append(mine_name(names[-1], names))

    assert len({one.casefold() for one in names}) == len(names)
    assert all(len(one) <= MAX_NAME for one in names)


def test_a_new_routine_has_the_usual_dosages():
    roll, lunge = an_exercise("roll", dosage=timed(60)), an_exercise("lunge", dosage=counted(10, sets=2))

    made = made_anew([roll, lunge], NEW_ID, A_DAY, ["New routine"])

    assert [(item.exercise, item.dosage) for item in made.routine.items] == [
        ("roll", roll.dosage),
        ("lunge", lunge.dosage),
    ]
    assert (made.routine.name, made.based_on, made.based_on_name) == ("New routine 2", None, "")


@pytest.mark.parametrize("many", [0, MAX_ITEMS + 1])
def test_a_new_routine_of_nothing_or_too_much_is_refused(many):
    with pytest.raises(InvalidInput, match="from 1 to 100 exercises"):
        made_anew([an_exercise()] * many, NEW_ID, A_DAY)


def test_each_edit_is_the_next_version_and_no_edit_is_none():
    own = copy_of(a_routine(counted(10)), NEW_ID, A_DAY)
    later = A_DAY.replace(hour=9)

    changed = edited(own, replace(own.routine, name="Short one"), later)

    assert (changed.routine.version, changed.edited_at, changed.id) == (2, later, own.id)
    assert edited(changed, changed.routine, later.replace(hour=10)) is changed


def test_for_runs_is_a_warm_up_a_copy_of_one_and_what_is_used_before_runs():
    warm_up = a_routine(id="warm-up")
    copied = copy_of(warm_up, UUID(int=1), A_DAY)
    asked = {"warm_ups": {"warm-up"}, "before_run": "used"}

    assert is_for_runs("warm-up", None, **asked)
    assert is_for_runs(copied.id, copied, **asked)
    assert is_for_runs("used", None, **asked)
    assert not is_for_runs("strength-day", None, **asked)
    assert not is_for_runs("other", copy_of(a_routine(id="strength-day"), UUID(int=2), A_DAY), **asked)


def test_how_often_is_advice_on_a_shipped_routine_and_not_on_a_copy():
    advised = a_routine(how_often="For sore days")

    assert copy_of(advised, UUID(int=1), A_DAY).routine.how_often == ""
    assert advised == a_routine()
