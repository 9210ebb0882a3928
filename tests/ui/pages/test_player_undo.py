"""A skip or a step back that is taken back: the set goes on as it was, with one row."""

from functools import partial

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.session_record import SetStatus
from tests.builders import counted, timed
from tests.ui.pages.playing import Playing

Key = Qt.Key


@pytest.fixture
def player(qtbot):
    return partial(Playing, qtbot)


@pytest.mark.parametrize("moving", [Key.Key_Right, Key.Key_PageDown, Key.Key_Left, Key.Key_Home, Key.Key_Return])
def test_whatever_moves_away_from_a_set_can_be_taken_back_and_the_set_goes_on_as_it_was(player, moving):
    on = player(counted(4), timed(30))
    on.to_work(0)
    on.run(on.playing.planned.dosage.rep_s * 2)
    left = on.playing

    on.press(moving)
    moved = on.playing
    on.run(2)
    on.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert (moved.planned.index, moved.working) != (0, True)
    assert on.playing == left
    assert on.kept().position == 0


def test_a_skip_that_was_taken_back_leaves_one_row_for_the_set_and_all_its_repetitions(player):
    on = player(counted(4), timed(30))
    on.to_work(0)
    on.run(on.playing.planned.dosage.rep_s * 2)
    on.press(Key.Key_Right)
    partly = [(record.index, record.reps, record.status) for record in on.kept().sets]
    heard = len(on.sounds.played)

    on.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    repeated = on.sounds.played[heard:]
    on.run(on.playing.planned.dosage.rep_s * 2)

    assert partly == [(0, 2, SetStatus.PARTIAL)]
    assert repeated == []
    assert [(record.index, record.reps, record.status) for record in on.kept().sets] == [(0, 4, SetStatus.DONE)]
    assert on.kept().sets[0].seconds == pytest.approx(on.timeline.sets[0].work_s)
    assert on.session.worked_s == pytest.approx(on.timeline.sets[0].work_s)


def test_a_skipped_lead_comes_back_with_what_was_left_of_it(player):
    on = player(timed(30))
    on.run(9)

    on.press(Key.Key_Right)
    on.run(1)
    on.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert (on.playing.working, on.playing.seconds_left) == (False, 6.0)


def test_a_skip_is_not_taken_back_into_an_exercise_that_pain_has_ended(player):
    on = player(counted(4), timed(30))
    on.to_work(0)
    on.run(5)
    on.press(Key.Key_Right)
    on.page.ticker.do(on.session.end_exercise)

    on.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert on.playing.planned.item == 1
