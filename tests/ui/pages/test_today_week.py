"""The week on Today agrees with the diary: kilometres of each day, minutes, and last week's beside them."""

from datetime import timedelta
from uuid import uuid4

import pytest

from kneecoach.domain.flag import Flag
from kneecoach.domain.person import Units
from kneecoach.domain.plan import NOTHING_PLANNED, Plan, PlannedDay, Use
from kneecoach.storage.trained import Trained
from kneecoach.ui.pages import today_picture, today_week
from tests.made_up import SATURDAY, a_runner
from tests.ui.pages.todays import EXERCISES, a_glance, played

TODAY = SATURDAY.date()


def a_run(days_ago, metres, kind="easy"):
    return Trained(TODAY - timedelta(days=days_ago), kind, metres=metres)


def a_ride(days_ago, minutes=40, kind="bike"):
    return Trained(TODAY - timedelta(days=days_ago), kind, minutes=minutes)


def week(glance):
    return today_week.week(glance, TODAY, EXERCISES)


def said(glance):
    return today_week.week_words(glance, week(glance))


def test_the_runs_of_the_week_are_counted_in_kilometres():
    glance = a_glance(trained=(a_run(1, 8_000), a_run(0, 6_200)))

    assert [day.distance for day in week(glance)] == ["0.0"] * 4 + ["8.0", "6.2", "0.0"]
    assert said(glance) == "14.2 km run"


def test_last_week_stands_beside_this_one():
    glance = a_glance(trained=(a_run(12, 9_000), a_run(6, 8_400), a_run(13, 5_000), a_run(0, 6_200)))

    assert said(glance) == "6.2 km run · last week 17.4 km"
    assert said(a_glance(trained=(a_run(7, 8_000),))) == "Nothing done yet this week · last week 8.0 km"


def test_a_runner_who_counts_in_miles_is_told_miles():
    glance = a_glance(person=a_runner(units=Units.MILES), trained=(a_run(0, 8_047),))

    assert said(glance) == "5.0 miles run"


def test_an_activity_counts_by_its_minutes():
    glance = a_glance(trained=(a_ride(1),), last_sessions=(played(),))

    assert said(glance) == "2 days, 52 minutes"
    assert week(glance)[4].short_names() == ("Bike 40 min", "Bike")


@pytest.mark.parametrize(
    ("trained", "words"),
    [
        ((), "no run and no session"),
        ((a_run(0, 6_200),), "run of 6.2 km, easy"),
        ((a_run(0, 6_200, None),), "run of 6.2 km"),
        ((a_run(0, 6_000), a_run(0, 2_000, "run_walk")), "2 runs of 8.0 km, easy and run and walk"),
        ((a_ride(0, kind="other"),), "Other training, 40 minutes"),
        ((a_run(0, 6_200), a_ride(0)), "run of 6.2 km, easy, Bike, 40 minutes"),
    ],
)
def test_a_day_is_read_out_with_its_runs(trained, words):
    day = week(a_glance(trained=trained))[5]

    assert today_week.day_words(day, TODAY) == f"Saturday 21 November: {words}"


def test_below_a_day_stands_what_kind_of_run_it_was():
    days = week(a_glance(trained=(a_run(0, 6_200), a_run(1, 5_000, None), a_ride(0))))

    assert [day.short_names() for day in days[3:6]] == [(), ("Run",), ("Easy",)]


def planned(*days):
    return Plan(uuid4(), SATURDAY, days=(*days, *NOTHING_PLANNED)[:7])


RUN_DAY, REST_DAY = PlannedDay((Use.RUN, Use.STRENGTH), 6_000), PlannedDay((Use.REST,))
A_PLAN = planned(RUN_DAY, REST_DAY, RUN_DAY, PlannedDay(), REST_DAY, RUN_DAY, RUN_DAY)


def test_what_is_still_to_come_is_shown_as_planned():
    glance = a_glance(trained=(a_run(3, 5_000),), plan=A_PLAN)

    saturday, sunday = week(glance)[5:]
    assert (saturday.to_run, saturday.planned, sunday.to_run) == (6.0, "Run, strength", 6.0)
    assert said(glance) == "5.0 km run, 12.0 km planned"
    assert today_week.day_words(sunday, TODAY) == "Sunday 22 November: planned: run, strength, 6.0 km"
    assert today_week.day_words(saturday, TODAY).endswith("21 November: planned: run, strength, 6.0 km")


def test_a_day_that_went_by_is_not_held_against_anybody_and_rest_is_shown():
    days = week(a_glance(trained=(a_run(4, 3_000),), plan=A_PLAN))

    assert [(day.planned, day.to_run) for day in days[:5]] == [("", 0), ("", 0), ("", 0), ("", 0), ("Rest", 0)]
    assert days[4].short_names() == ("Rest", "Rest")
    assert not days[4].done


def test_what_was_done_stands_in_place_of_what_was_planned():
    (today,) = week(a_glance(trained=(a_run(0, 7_000),), plan=A_PLAN))[5:6]

    assert (today.run, today.to_run, today.planned) == (7.0, 0.0, "")


@pytest.mark.parametrize(("flags", "planned"), [((), True), ((Flag.LOCKED,), False)])
def test_nothing_of_a_plan_is_shown_where_nothing_may_look_like_training(flags, planned):
    days = today_picture.week(a_glance(plan=A_PLAN, flags=flags), SATURDAY, EXERCISES)

    assert any(day.planned for day in days) is planned
