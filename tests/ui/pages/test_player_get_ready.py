"""Get ready shows the exercise that comes, never the one before under its heading."""

from functools import partial

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import WARM_UP, load_exercises, load_routines
from kneecoach.exchange.movements import Movements
from kneecoach.ui.pages.player_pose import coming_still
from tests.ui.pages.playing import Playing

Key = Qt.Key


@pytest.fixture
def player(qtbot):
    return partial(Playing, qtbot, movements=Movements().find)


@pytest.mark.parametrize("skipped", [False, True])
def test_get_ready_never_shows_the_exercise_before_under_the_next_heading(player, skipped):
    on = player(timeline=plan(load_routines()[WARM_UP], load_exercises()))
    on.to_work(5)
    on.run(3 if skipped else 25.1)
    if skipped:
        on.press(Key.Key_Right)

    seen = []
    for _ in range(12):
        seen.append((on.session.position, on.view.figure.pose))
        on.run(0.25)

    assert {position for position, _ in seen} == {6}
    assert {pose.movement.exercise for _, pose in seen} == {"lateral_walk"}
    assert seen[0][1].moment == coming_still(seen[0][1].movement)
