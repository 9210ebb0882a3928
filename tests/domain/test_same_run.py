"""Which two runs are one: from a watch and from memory, or twice from a file."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.run import Run
from kneecoach.domain.same_run import Likeness, closest, likeness
from tests.builders import A_DAY

SAME, UNSURE, OTHER = Likeness.SAME, Likeness.UNSURE, Likeness.OTHER


def a_run(seconds_later=0.0, distance_m=10_000, number=1, **more):
    return Run(UUID(int=number), A_DAY + timedelta(seconds=seconds_later), distance_m, **more)


some_runs = st.builds(
    a_run,
    st.integers(-3_000, 3_000),
    st.integers(9_000, 11_000),
    digest=st.sampled_from(["", "abc", "def"]),
    source=st.sampled_from(["", "a.fit"]),
)


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize(
    ("seconds", "distance_m", "wanted"),
    [
        (0, 10_000, SAME),
        (120, 10_000, SAME),
        (120, 9_800, SAME),
        # 2 % of the longer one, to the metre
        (0, 9_799, UNSURE),
        (120, 5_000, UNSURE),
        (0, 1, UNSURE),
        (120.000001, 10_000, UNSURE),
        (121, 10_000, UNSURE),
        (121, 9_000, UNSURE),
        (121, 8_999, OTHER),
        (1_800, 9_000, UNSURE),
        (1_800, 8_999, OTHER),
        (1_800.000001, 10_000, OTHER),
        (1_801, 10_000, OTHER),
        (86_400, 10_000, OTHER),
    ],
)
def test_the_same_start_and_distance_make_the_same_run(sign, seconds, distance_m, wanted):
    assert likeness(a_run(), a_run(sign * seconds, distance_m)) is wanted


@pytest.mark.parametrize(
    ("longer", "shorter", "wanted"), [(5_000, 4_900, SAME), (5_000, 4_899, UNSURE), (50, 49, SAME)]
)
def test_two_in_a_hundred_are_of_the_longer_run(longer, shorter, wanted):
    assert likeness(a_run(distance_m=longer), a_run(distance_m=shorter)) is wanted


@pytest.mark.parametrize(
    ("digest", "other", "later", "wanted"),
    [
        ("abc", "abc", 0, SAME),
        ("abc", "def", 0, UNSURE),
        ("", "", 0, UNSURE),
        # A file of several runs: each has its own start
        ("abc", "abc", 4_000, OTHER),
    ],
)
def test_one_file_gives_one_run_for_each_start(digest, other, later, wanted):
    assert likeness(a_run(digest=digest), a_run(later, 5_000, digest=other)) is wanted


@pytest.mark.parametrize(
    ("hours", "distance_m", "source", "other", "wanted"),
    [
        (3, 10_000, "", "forest.fit", UNSURE),
        (-3, 10_000, "forest.fit", "", UNSURE),
        (3, 9_700, "", "forest.fit", UNSURE),
        (3, 9_699, "", "forest.fit", OTHER),
        # Two of a watch, or two told by hand, are two
        (3, 10_000, "morning.fit", "forest.fit", OTHER),
        (3, 10_000, "", "", OTHER),
        (24, 10_000, "", "forest.fit", OTHER),
    ],
)
def test_the_hour_of_a_run_told_by_hand_is_not_believed_before_its_day(hours, distance_m, source, other, wanted):
    assert likeness(a_run(source=source), a_run(3_600 * hours, distance_m, source=other)) is wanted


def test_of_two_told_by_hand_the_one_that_started_near_is_asked_about():
    early, near, later = a_run(-7_200, number=2), a_run(900, number=3), a_run(7_200, number=4)

    assert closest(a_run(source="a.fit"), (early, near, later)) == (UNSURE, near)
    assert closest(a_run(source="a.fit"), (early, later)) == (UNSURE, early)


def test_the_zone_in_which_it_is_told_does_not_matter():
    here = Run(UUID(int=1), datetime(2026, 11, 20, 23, 30, tzinfo=UTC), 5_000)
    there = replace(here, id=UUID(int=2), at=here.at.astimezone(ZoneInfo("Asia/Kathmandu")))

    assert likeness(here, there) is SAME


@given(some_runs, some_runs)
def test_likeness_goes_both_ways(one, other):
    assert likeness(one, other) is likeness(other, one)


@given(some_runs)
def test_every_run_is_like_itself(run):
    assert likeness(run, run) is SAME


def test_the_same_run_is_found_behind_one_that_is_only_near():
    near, far, same = a_run(900, number=2), a_run(90_000, number=3), a_run(60, number=4)

    assert closest(a_run(), (far, near, same)) == (SAME, same)


def test_of_several_that_are_near_the_first_is_asked_about():
    first, second = a_run(900, number=2), a_run(600, number=3)

    assert closest(a_run(), (first, second)) == (UNSURE, first)


@pytest.mark.parametrize("others", [(), (a_run(90_000),)])
def test_a_run_that_nobody_knows_comes_in(others):
    assert closest(a_run(), others) == (OTHER, None)


def test_a_run_an_hour_later_on_a_clock_that_was_put_back_is_another_one():
    first, second = (
        Run(
            UUID(int=fold),
            datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"), fold=fold),
            5_000,
            digest="a",
        )
        for fold in (0, 1)
    )

    assert likeness(first, second) is OTHER
