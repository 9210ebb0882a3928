"""The pictures of a loop are made once and kept, but not without end."""

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
