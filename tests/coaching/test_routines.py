"""Choosing and changing routines: copies, favourites, undo, and sessions that keep what was played."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kneecoach.coaching import play, routines
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.routine_edits import Amount, stepped
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.storage import sessions
from tests.builders import A_DAY, PERSON_ID, a_person

SHIPPED = load_routines()
EXERCISES = load_exercises()
WARM_UP = SHIPPED["warm-up"]


def shelf(store):
    return routines.shelf(store, SHIPPED.values(), EXERCISES)


def test_a_new_folder_has_the_shipped_routines_and_today_uses_the_warm_up(store):
    seen = shelf(store)

    assert [one.id for one in seen.shipped] == list(SHIPPED)
    assert (seen.mine, seen.favourites, seen.before_run) == ((), frozenset(), "warm-up")


def test_a_copy_is_listed_under_mine_with_a_name_of_its_own(store):
    first = routines.duplicate(store, WARM_UP, A_DAY, SHIPPED.values())
    second = routines.duplicate(store, first.routine, A_DAY, SHIPPED.values())

    assert [own.routine.name for own in shelf(store).mine] == [
        "Inner-knee warm-up (mine 2)",
        "Inner-knee warm-up (mine)",
    ]
    assert (second.based_on, second.based_on_name) == (first.id, first.routine.name)
    assert shelf(store).own(first.id) == first
    assert shelf(store).own("warm-up") is None


def test_a_new_routine_is_made_of_exercises(store):
    own = routines.make(store, [EXERCISES["front_lunge"], EXERCISES["adductor_roll"]], A_DAY)

    assert [item.exercise for item in shelf(store).routine(own.id).items] == ["front_lunge", "adductor_roll"]
    with pytest.raises(InvalidInput):
        routines.make(store, [], A_DAY)


def test_a_change_is_kept_as_the_next_version(store):
    own = routines.duplicate(store, WARM_UP, A_DAY)
    later = A_DAY + timedelta(minutes=1)

    saved = routines.save(store, stepped(own.routine, 0, Amount.SETS, 1), later)

    assert shelf(store).own(own.id) == saved
    assert (saved.routine.version, saved.edited_at, saved.based_on) == (2, later, "warm-up")
    assert routines.save(store, saved.routine, later + timedelta(minutes=1)) == saved


def test_a_change_to_one_that_is_deleted_is_refused(store):
    own = routines.duplicate(store, WARM_UP, A_DAY)
    routines.delete(store, own.id, A_DAY)

    with pytest.raises(InvalidInput, match="not there any more"):
        routines.save(store, replace(own.routine, name="Other"), A_DAY)


def test_a_session_keeps_the_routine_as_it_was_played(store):
    own = routines.duplicate(store, WARM_UP, A_DAY)
    session = play.start(store, a_person(), plan(own.routine, EXERCISES), now=A_DAY)

    routines.save(store, stepped(own.routine, 0, Amount.SETS, 3), A_DAY)
    routines.delete(store, own.id, A_DAY)

    with store.begin() as tx:
        assert sessions.session(tx, session.id).routine == own.routine


def test_deleting_is_undone_with_star_and_all(store):
    own = routines.duplicate(store, WARM_UP, A_DAY)
    routines.set_favourite(store, own.id, favourite=True)
    routines.use_before_runs(store, own.id)

    routines.delete(store, own.id, A_DAY)
    assert (shelf(store).mine, shelf(store).before_run) == ((), "warm-up")
    routines.restore(store, own.id)

    seen = shelf(store)
    assert (seen.mine, seen.favourites, seen.before_run) == ((own,), {own.id}, own.id)


def test_a_star_is_given_and_taken(store):
    routines.set_favourite(store, "calm-down", favourite=True)
    assert shelf(store).favourites == {"calm-down"}

    routines.set_favourite(store, "calm-down", favourite=False)
    assert shelf(store).favourites == frozenset()


def test_when_each_routine_was_last_done_is_told(store):
    session = play.start(store, a_person(), plan(WARM_UP, EXERCISES), now=A_DAY)
    play.finish(store, session.id, now=A_DAY)

    done = routines.last_done(store, SHIPPED, PERSON_ID)

    assert list(done) == ["warm-up"]
    assert done["warm-up"].started_at == A_DAY
