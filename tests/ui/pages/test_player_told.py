"""The easier version that was agreed on: for how long it is shown and said."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.coaching import play
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import WARM_UP, load_exercises, load_routines
from kneecoach.ui.pages.player_states import View
from tests.builders import counted, exercises_of
from tests.ui.pages.playing import Playing, hurting

Key = Qt.Key


@pytest.fixture
def player(qtbot):
    return partial(Playing, qtbot)


def test_the_easier_version_holds_for_every_set_of_the_exercise_on_the_screen_and_in_the_voice(player):
    on = player(counted(6, sets=2), counted(6), counted(6))
    on.to_work()
    on.run(2)
    hurting(on, "4")
    QTest.keyClick(on.view.hurts, Key.Key_Return)
    on.to_work(4)
    hurting(on, "3")
    QTest.keyClick(on.view.hurts, Key.Key_Return)
    on.page.ticker.do(lambda now: on.session.jump(now, 1))
    before = len(on.voice.said)
    shown_cues = set()

    for _ in range(1_000):
        if on.playing.planned.item:
            break
        on.run(0.25)
        shown_cues.add(on.view.rest._more.text() if on.view.view is View.REST else on.view.work._cue.text())
    said = on.voice.said[before:]

    assert "Go down only a little." in on.voice.lines
    assert said.count("Go down only a little.") == 3
    assert "Chest tall." not in said
    assert any("Go down only a little." in one for one in shown_cues)
    assert not any("Chest tall" in one for one in shown_cues)


def test_a_session_that_was_cut_off_goes_on_with_the_easier_version(player):
    on = player(counted(10, sets=2), counted(10))
    on.to_work()
    hurting(on, "4")
    QTest.keyClick(on.view.hurts, Key.Key_Return)

    left = play.resume(on.store, on.kept(), exercises_of(on.timeline.routine), on.clock.wall())
    after = player(session=left, timeline=left.timeline, store=on.store, clock=on.clock)
    after.page.ticker.do(left.resume)
    after.to_work(2)
    cue = after.view.work._cue.text()
    after.to_work(4)

    assert cue == "Go down only a little."
    assert after.view.work._cue.text() == "Chest tall."


def test_without_an_agreement_the_cues_stay(player):
    on = player(counted(10))
    on.to_work()

    hurting(on, "4")
    QTest.mouseClick(on.view.hurts.cancel, Qt.MouseButton.LeftButton)
    on.press(Key.Key_Space)

    assert on.playing.paused is None
    assert on.view.work._cue.text() == "Chest tall."


LAST_STRETCH = 5
STRETCH_EASIER = load_exercises()["adductor_stretch"].easier.rstrip(".")


@pytest.mark.parametrize("far", [False, True])
@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (1920, 1080)])
def test_the_easier_version_is_read_to_the_end_of_the_exercise_however_late_it_is_chosen(player, far, size):
    on = player(timeline=plan(load_routines()[WARM_UP], load_exercises()), distance=far, size=size)
    on.to_work(LAST_STRETCH)
    on.run(13)
    said = len(on.voice.said)
    hurting(on, "4")
    QTest.keyClick(on.view.hurts, Key.Key_Return)
    on.run(0.25)

    assert "Half-way" not in on.view.caption.text()
    seen = []
    for _ in range(40):
        seen.append(STRETCH_EASIER in on.view.work._cue.text() and not on.view.work._cue.toolTip())
        on.run(0.25)

    assert all(seen)
    assert f"{STRETCH_EASIER}." in on.voice.said[said:]


def test_a_rest_before_the_last_set_keeps_the_easier_version_before_what_to_fetch(player):
    on = player(timeline=plan(load_routines()[WARM_UP], load_exercises()))
    on.to_work(3)
    hurting(on, "4")
    QTest.keyClick(on.view.hurts, Key.Key_Return)
    on.page.ticker.do(lambda now: on.session.jump(now, 4))
    on.run(0.25)
    resting = on.view.rest._more.text()
    on.page.ticker.do(lambda now: on.session.jump(now, LAST_STRETCH))
    on.run(0.25)

    assert STRETCH_EASIER in resting
    assert on.view.work._cue.text().startswith(STRETCH_EASIER)


def test_from_afar_nothing_lies_over_the_easier_version_that_was_chosen_by_keys(qtbot, player):
    on = player(timeline=plan(load_routines()[WARM_UP], load_exercises()), distance=True, size=(1024, 640))
    on.to_work(LAST_STRETCH)
    on.run(5)
    on.page.activateWindow()
    qtbot.waitUntil(on.page.isActiveWindow)

    on.press(Key.Key_P)
    asked = on.view.header.isVisible()
    for key in (Key.Key_4, Key.Key_N, Key.Key_Return, Key.Key_Return):
        on.run(0.5)
        QTest.keyClick(on.page.focusWidget(), key)
    bars = []
    for _ in range(8):
        on.run(0.5)
        bars.append(on.view.header.isVisible() or on.view.controls.isVisible())

    assert asked
    assert not any(bars)
