"""The pictures of a loop are made once and kept, but not without end."""

from itertools import pairwise

from kneecoach.ui.widgets.figure_frames import AT_MOST, Frames, Look
from tests.figure.seen import movement

SQUAT = movement("squat")


def test_a_long_loop_keeps_no_more_than_it_may(monkeypatch):
    frames = Frames(Look(SQUAT, 60, 80))
    monkeypatch.setattr("kneecoach.ui.widgets.figure_frames.AT_MOST", 5)

    for number in range(9):
        frames.frame((0, number))

    while frames.make_next():
        pass
    assert len(frames._kept) == 5
    assert AT_MOST > 200


def test_pictures_made_ahead_are_spread_over_the_whole_loop_first():
    frames = Frames(Look(SQUAT, 60, 80))
    steps = list(frames.steps())

    for _ in range(len(steps) // 4):
        assert frames.make_next()

    made = [index for index, step in enumerate(steps) if step in frames]
    assert made[-1] > len(steps) * 0.9
    assert max(later - one for one, later in pairwise(made)) <= 4


def test_a_loop_is_whole_when_the_last_of_its_pictures_is_made():
    frames = Frames(Look(SQUAT, 60, 80))
    *most, last = frames.steps()

    for step in most:
        frames.frame(step)
        assert not frames.whole

    frames.frame(last)
    assert frames.whole
    assert not frames.make_next()
