"""What was planned and what changed is kept, corrected, taken back, and never of the future."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from kneecoach.coaching import plans
from kneecoach.coaching.diary import binned as binned_now
from kneecoach.coaching.diary import put_back
from kneecoach.domain.bin_kind import How, Kind
from kneecoach.domain.diary import day_of, kind_of, moment_of_entry
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.novelty import NewThing, Novelty
from kneecoach.domain.plan import NOTHING_PLANNED, Plan, PlannedDay, Use
from tests.builders import A_DAY, PERSON_ID

DAY = timedelta(days=1)
A_PLAN = Plan(UUID(int=1), A_DAY, "To the lake", (PlannedDay((Use.RUN,), 5_000), *NOTHING_PLANNED[1:]))
NEW_SHOES = Novelty(UUID(int=2), A_DAY.date(), A_DAY, (NewThing.SHOES,))


def test_there_is_one_plan_and_undo_goes_back_to_the_one_before(store):
    assert plans.keep_plan(store, PERSON_ID, A_PLAN, A_DAY) is None
    before = plans.keep_plan(store, PERSON_ID, replace(A_PLAN, id=UUID(int=9), goal="Ten kilometres"), A_DAY)

    assert plans.read(store, PERSON_ID).plan == replace(A_PLAN, goal="Ten kilometres")
    plans.put_plan_back(store, PERSON_ID, before)
    assert plans.read(store, PERSON_ID).plan == A_PLAN
    plans.put_plan_back(store, PERSON_ID, None)
    assert plans.read(store, PERSON_ID).plan is None


def test_what_changed_comes_the_newest_first_and_can_be_corrected(store):
    older = Novelty(UUID(int=3), A_DAY.date() - DAY, A_DAY, note="A new mattress")
    assert plans.keep_novelty(store, PERSON_ID, NEW_SHOES, A_DAY) is None
    plans.keep_novelty(store, PERSON_ID, older, A_DAY)

    kept = plans.keep_novelty(store, PERSON_ID, replace(older, note="A new chair"), A_DAY)

    assert [one.note for one in plans.read(store, PERSON_ID).novelties] == ["", "A new chair"]
    put_back(store, kept, A_DAY)
    assert [one.note for one in plans.read(store, PERSON_ID).novelties] == ["", "A new mattress"]


def test_what_was_deleted_can_be_had_back_for_thirty_days(store):
    plans.keep_novelty(store, PERSON_ID, NEW_SHOES, A_DAY)

    gone = plans.forget_novelty(store, PERSON_ID, NEW_SHOES.id, A_DAY)

    assert plans.read(store, PERSON_ID).novelties == ()
    (binned,) = binned_now(store, PERSON_ID, A_DAY + 29 * DAY)
    assert (binned.id, binned.kind, binned.how, binned.value) == (gone, Kind.NOVELTY, How.DELETED, NEW_SHOES)
    assert kind_of(binned.value) is Kind.NOVELTY
    assert (day_of(binned.value), moment_of_entry(binned.value)) == (NEW_SHOES.on, NEW_SHOES.at)
    assert binned_now(store, PERSON_ID, A_DAY + 31 * DAY) == ()
    put_back(store, gone, A_DAY + 29 * DAY)
    assert plans.read(store, PERSON_ID).novelties == (NEW_SHOES,)
    with pytest.raises(InvalidInput, match="not among what changed"):
        plans.forget_novelty(store, PERSON_ID, UUID(int=8), A_DAY)


def test_nothing_changes_in_the_future(store):
    with pytest.raises(InvalidInput, match="in the future"):
        plans.keep_novelty(store, PERSON_ID, replace(NEW_SHOES, on=A_DAY.date() + DAY), A_DAY)
    with pytest.raises(InvalidInput, match="in the future"):
        plans.keep_plan(store, PERSON_ID, replace(A_PLAN, at=A_DAY + DAY), A_DAY)
