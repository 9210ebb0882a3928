"""Next week in the review is that of the plan where there is one, and never a distance that the diary does not give."""

from uuid import uuid4

import pytest

from kneecoach.domain.plan import NOTHING_PLANNED, Plan, PlannedDay, Use
from kneecoach.ui.pages import review_next, review_plan, review_words
from tests.builders import A_DAY
from tests.ui.pages.test_review_words import LASTING, RED, looked

RUN, STRENGTH = PlannedDay((Use.RUN,), 6_000), PlannedDay((Use.STRENGTH,))
A_PLAN = Plan(uuid4(), A_DAY, days=(STRENGTH, RUN, PlannedDay(), RUN, *NOTHING_PLANNED[4:]))


def rows(**more):
    return review_plan.rows(looked(**more), review_words.NOW)


def test_the_days_of_the_plan_stand_above_what_the_diary_gives():
    run, strength = rows(plan=A_PLAN)

    assert run.title == "Planned: Tue 6, Thu 6 km"
    assert run.detail.startswith("Longest run up to 6.8 km. A tenth more")
    assert strength.title == "Strength day on Monday"
    assert review_plan.foot(looked(plan=A_PLAN)) == review_plan.YOURS


def test_several_strength_days_are_named():
    both = Plan(uuid4(), A_DAY, days=(STRENGTH, STRENGTH, *NOTHING_PLANNED[2:]))

    assert rows(plan=both)[1].title == "Strength days on Monday and Tuesday"


@pytest.mark.parametrize("plan", [None, Plan(uuid4(), A_DAY, "To the lake")])
def test_without_days_it_is_as_the_diary_says(plan):
    assert rows(plan=plan) == review_next.next_week(looked())


def test_a_plan_gives_no_distance_under_a_red_flag_or_while_it_has_gone_on():
    red, lasting = rows(first=RED, plan=A_PLAN), rows(first=LASTING, plan=A_PLAN)

    assert red == review_next.next_week(looked(first=RED))
    assert [row.title for row in lasting] == ["No distance while this is open", "Strength day on Monday"]
    assert review_plan.foot(looked()) == review_next.FROM_THE_DIARY
