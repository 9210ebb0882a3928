"""What a plan and a change can't be, and which days a plan names."""

from datetime import date
from uuid import UUID

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.novelty import NOTHING_SAID, NewThing, Novelty
from kneecoach.domain.plan import MAX_GOAL, NOTHING_PLANNED, Plan, PlannedDay, Use
from tests.builders import A_DAY

AN_ID = UUID(int=1)
A_RUN, REST = PlannedDay((Use.RUN, Use.STRENGTH), 5_000), PlannedDay((Use.REST,))


def test_a_plan_names_the_days_for_each_thing():
    plan = Plan(AN_ID, A_DAY, days=(A_RUN, REST, *NOTHING_PLANNED[2:]))

    assert (plan.days_for(Use.RUN), plan.days_for(Use.STRENGTH), plan.days_for(Use.REST)) == ((0,), (0,), (1,))
    assert not plan.is_empty


def test_a_day_without_a_plan_is_not_a_rest_day():
    plan = Plan(AN_ID, A_DAY)

    assert plan.days_for(Use.REST) == ()
    assert plan.is_empty
    assert not Plan(AN_ID, A_DAY, "To the lake").is_empty


@pytest.mark.parametrize(
    ("uses", "distance_m", "why"),
    [
        ((Use.REST, Use.RUN), None, "rest alone"),
        ((Use.RUN, Use.RUN), None, "once"),
        ((Use.STRENGTH,), 5_000, "Only a day with a run"),
        ((Use.RUN,), 0, "longer than nothing"),
        ((Use.RUN,), 500_001, "at most 500 km"),
    ],
)
def test_a_day_that_contradicts_itself_is_refused(uses, distance_m, why):
    with pytest.raises(InvalidInput, match=why):
        PlannedDay(uses, distance_m)


@pytest.mark.parametrize(("goal", "days"), [("x" * (MAX_GOAL + 1), NOTHING_PLANNED), ("", NOTHING_PLANNED[1:])])
def test_a_goal_has_room_and_a_week_has_seven_days(goal, days):
    with pytest.raises(InvalidInput, match="has"):
        Plan(AN_ID, A_DAY, goal, days)


def test_what_changed_has_to_be_said():
    with pytest.raises(InvalidInput, match=NOTHING_SAID):
        Novelty(AN_ID, date(2026, 11, 3), A_DAY, note=" ")
    with pytest.raises(InvalidInput, match="once"):
        Novelty(AN_ID, date(2026, 11, 3), A_DAY, (NewThing.SHOES, NewThing.SHOES))

    assert Novelty(AN_ID, date(2026, 11, 3), A_DAY, note="A new mattress").things == ()
