"""The figure and the timer agree: which moment belongs to which part of a set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.figure.movement import Moment
from kneecoach.figure.pacing import (
    entering,
    holding,
    in_repetition,
    is_held,
    leaving,
    runs,
    starting,
    stills,
)
from kneecoach.figure.solving import solve
from kneecoach.figure.vectors import distance
from tests.figure.movements import SQUAT, STRETCH, a_movement

TEMPO = (("lower", 4.0), ("hold", 1.0), ("raise", 2.0), ("pause", 0.3))
LUNGE = (
    ("lower", 1.0, "low"),
    ("lower", 3.0, "up"),
    ("hold", 0.5, "up"),
    ("raise", 2.0, "low"),
    ("pause", 0.5, "low"),
)
ROLL = (("out", 2.0, "low"), ("back", 2.0, "up"))


def test_phases_of_one_name_belong_together():
    assert [(run.name, run.phases) for run in runs(a_movement(*LUNGE))] == [
        ("lower", (0, 1)),
        ("hold", (2,)),
        ("raise", (3,)),
        ("pause", (4,)),
    ]


def test_a_part_of_the_tempo_is_the_phase_of_its_name():
    squat = a_movement(*SQUAT)

    assert in_repetition(squat, TEMPO, 0, 0.25) == Moment(0, 0.25)
    assert in_repetition(squat, TEMPO, 2, 0.5) == Moment(2, 0.5)
    assert in_repetition(squat, TEMPO, 3, 1.0) == Moment(3, 1.0)


def test_phases_of_one_part_share_its_time_by_their_own_seconds():
    lunge = a_movement(*LUNGE)

    assert in_repetition(lunge, TEMPO, 0, 0.125) == Moment(0, 0.5)
    assert in_repetition(lunge, TEMPO, 0, 0.25) == Moment(1, 0.0)
    assert in_repetition(lunge, TEMPO, 0, 0.625) == Moment(1, 0.5)
    assert in_repetition(lunge, TEMPO, 0, 1.0) == Moment(1, 1.0)


def test_a_hold_that_was_left_out_is_passed_over():
    tempo = (("lower", 2.0), ("raise", 2.0))
    squat = a_movement(*SQUAT)

    assert in_repetition(squat, tempo, 0, 1.0) == Moment(0, 1.0)
    assert in_repetition(squat, tempo, 1, 0.0) == Moment(2, 0.0)


def test_a_pause_that_the_movement_does_not_know_is_waited_for():
    tempo = (("pause", 1.0), ("out", 2.0), ("hold", 1.0), ("back", 2.0))
    roll = a_movement(*ROLL)

    assert in_repetition(roll, tempo, 0, 0.5) == starting(roll)
    assert in_repetition(roll, tempo, 2, 0.5) == Moment(0, 1.0)
    assert in_repetition(roll, tempo, 3, 0.5) == Moment(1, 0.5)


def test_what_moves_is_never_left_out():
    roll = a_movement(*ROLL)

    assert in_repetition(roll, (("out", 2.0),), 0, 0.5) == Moment(1, 0.0)
    assert in_repetition(roll, (("back", 2.0),), 0, 0.25) == Moment(0, 0.5)


def test_a_tempo_in_words_of_one_s_own_spreads_the_loop_over_the_repetition():
    tempo = (("there", 3.0), ("and back", 1.0))
    roll = a_movement(*ROLL)

    assert in_repetition(roll, tempo, 0, 1.0) == Moment(1, 0.5)
    assert in_repetition(roll, tempo, 1, 1.0) == Moment(1, 1.0)


@given(
    tempo=st.lists(
        st.tuples(st.sampled_from(["lower", "hold", "raise", "pause", "out", "enter", "x"]), st.floats(0.1, 60)),
        max_size=8,
    ),
    steps=st.sampled_from([SQUAT, STRETCH, LUNGE, ROLL]),
)
def test_no_tempo_at_all_makes_the_figure_jump(tempo, steps):
    movement = a_movement(*steps)

    def pelvis(index: int, share: float) -> float:
        return solve(movement, in_repetition(movement, tempo, index, share)).pelvis[1]

    ends = [pelvis(index, share) for index in range(len(tempo)) for share in (0.0, 1.0)]
    around = [*ends[1:], *ends[:1]]
    for end, start in list(zip(ends, around, strict=True))[1::2]:
        assert start == pytest.approx(end, abs=1e-9)


def test_a_hold_breathes_in_real_seconds():
    stretch = a_movement(*STRETCH)

    assert is_held(stretch)
    assert holding(stretch, 0.0) == Moment(1, 0.0)
    assert holding(stretch, 1.0) == Moment(1, 0.25)
    assert holding(stretch, 21.0) == Moment(1, 0.25)


def test_a_hold_ends_with_a_whole_breath():
    stretch = a_movement(*STRETCH)

    almost = holding(stretch, 24.999999, 25.0)

    assert almost.phase == 1
    assert almost.progress == pytest.approx(1.0, abs=1e-5)


def test_what_is_not_held_goes_on_moving_through_a_timed_set():
    squat = a_movement(*SQUAT)

    assert holding(squat, 2.25) == Moment(1, 0.5)
    assert holding(squat, 4.5 + 1.0) == Moment(0, 0.5)


def test_a_position_is_taken_just_before_the_work_and_left_just_after():
    stretch = a_movement(*STRETCH)

    assert entering(stretch, 5.0) == starting(stretch) == Moment(2, 1.0)
    assert entering(stretch, 1.5) == Moment(0, 0.25)
    assert entering(stretch, 0.0) == Moment(0, 1.0)
    assert leaving(stretch, 0.25) == Moment(2, 0.25)
    assert leaving(stretch, 3.0) == starting(stretch)


def test_a_short_lead_still_shows_the_whole_way_into_a_position():
    stretch = a_movement(*STRETCH)

    assert entering(stretch, 1.0, lead_s=1.0) == starting(stretch)
    assert entering(stretch, 0.5, lead_s=1.0) == Moment(0, 0.5)
    assert entering(stretch, 0.0, lead_s=0.0) == starting(stretch)
    assert leaving(stretch, 0.25, pause_s=0.5) == Moment(2, 0.5)


def test_repetitions_begin_and_end_where_they_start():
    squat = a_movement(*SQUAT)

    assert entering(squat, 0.2) == leaving(squat, 0.2) == starting(squat) == Moment(3, 1.0)


@pytest.mark.parametrize("steps", [SQUAT, STRETCH, LUNGE, ROLL])
def test_two_stills_show_where_a_movement_begins_and_how_far_it_goes(steps):
    movement = a_movement(*steps)

    start, end = (solve(movement, moment) for moment in stills(movement))

    if steps is not LUNGE:
        assert start.pelvis == pytest.approx((0, 0.52, 0))
        assert end.pelvis == pytest.approx((0, 0.42, 0))
    assert distance(start.pelvis, end.pelvis) > 0.05


def test_a_movement_told_its_own_seconds_plays_over_and_over():
    squat = a_movement(*SQUAT)

    assert squat.seconds == 4.5
    assert squat.at_second(2.0) == Moment(1, 0.0)
    assert squat.at_second(4.5 * 3 + 1.0) == Moment(0, 0.5)
