"""The week on Today agrees with the diary: kilometres of each day, minutes, and last week's beside them."""

from datetime import timedelta

import pytest

from kneecoach.domain.person import Units
from kneecoach.storage.trained import Trained
from kneecoach.ui.pages import today_week
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
    return today_week.week_words(glance, week(glance), TODAY)


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
