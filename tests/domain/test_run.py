"""A run: any that a person can run, and none that nobody can."""

from uuid import UUID

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.run import Run
from tests.builders import A_DAY

PAINS = ("pain_before", "pain_max", "pain_after", "pain_60")


def a_run(distance_m=5_000, **more):
    return Run(UUID(int=1), A_DAY, distance_m, **more)


@pytest.mark.parametrize(
    ("distance_m", "seconds"),
    [
        (1, 1),
        (1, None),
        (500_000, None),
        (500_000, 72 * 3_600),
        # 2:30 a kilometre, and a hundred metres at that pace
        (1_000, 150),
        (100, 15),
        (3_000, 450),
    ],
)
def test_what_a_person_can_run_is_taken(distance_m, seconds):
    run = a_run(distance_m, seconds=seconds)

    assert (run.distance_m, run.seconds) == (distance_m, seconds)


@pytest.mark.parametrize("distance_m", [0, -1, 500_001])
def test_no_way_at_all_and_one_too_long_are_refused(distance_m):
    with pytest.raises(InvalidInput, match=r"^A run is longer than nothing and at most 500 km\.$"):
        a_run(distance_m)


@pytest.mark.parametrize("seconds", [0, -1, 72 * 3_600 + 1])
def test_no_time_at_all_and_three_days_and_more_are_refused(seconds):
    with pytest.raises(InvalidInput, match=r"^A run takes more than no time and at most 72 hours\.$"):
        a_run(seconds=seconds)


@pytest.mark.parametrize(("distance_m", "seconds"), [(1_000, 149), (1_000, 120), (3_000, 449), (100, 14)])
def test_faster_than_anybody_is_refused(distance_m, seconds):
    with pytest.raises(
        InvalidInput, match=r"^That is faster than 2:30 a kilometre\. Check the distance and the time\.$"
    ):
        a_run(distance_m, seconds=seconds)


@pytest.mark.parametrize("climb_m", [0, 20_000])
def test_a_climb_may_be_none_and_very_high(climb_m):
    assert a_run(climb_m=climb_m).climb_m == climb_m


@pytest.mark.parametrize("climb_m", [-1, 20_001])
def test_a_climb_below_nothing_and_above_every_mountain_is_refused(climb_m):
    with pytest.raises(InvalidInput, match=r"^The climb is from 0 to 20000 metres\.$"):
        a_run(climb_m=climb_m)


@pytest.mark.parametrize("when", PAINS)
@pytest.mark.parametrize("score", [11, -1, 2.5, True])
def test_each_pain_of_a_run_is_a_score(when, score):
    assert getattr(a_run(**{when: 10}), when) == 10

    with pytest.raises(InvalidInput, match=r"^Pain is a whole number from 0 to 10\.$"):
        a_run(**{when: score})


def test_effort_and_note_have_their_limits():
    assert a_run(effort=0, note="x" * 2_000).effort == 0

    with pytest.raises(InvalidInput, match=r"^Effort is a whole number from 0 to 10\.$"):
        a_run(effort=11)
    with pytest.raises(InvalidInput, match=r"^A note has at most 2000 characters\.$"):
        a_run(note="x" * 2_001)


@pytest.mark.parametrize(
    ("distance_m", "seconds", "pace"), [(5_000, 1_500, 300), (6_200, 2_320, 374.19), (1, 60, 60_000)]
)
def test_the_pace_follows_from_distance_and_time(distance_m, seconds, pace):
    assert a_run(distance_m, seconds=seconds).pace_s_per_km == pytest.approx(pace, abs=0.01)


def test_without_a_time_the_pace_is_unknown():
    assert a_run().pace_s_per_km is None


@pytest.mark.parametrize(
    ("said", "highest"), [({}, None), ({"pain_after": 0}, 0), ({"pain_before": 1, "pain_max": 3, "pain_60": 4}, 4)]
)
def test_the_highest_pain_is_of_what_was_said(said, highest):
    assert a_run(**said).highest_pain == highest
