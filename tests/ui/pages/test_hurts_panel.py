"""It hurts: what is asked, what a score leads to, and that red is not walked past."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.domain.advice.conditions import condition_of
from kneecoach.domain.advice.rules import RULES
from kneecoach.domain.pain_gate import Gate, Zones
from kneecoach.domain.session import Cause
from kneecoach.domain.session_record import SessionStatus, SetStatus
from kneecoach.domain.timeline import by_zones
from kneecoach.ui.pages.player_states import View
from kneecoach.ui.widgets.text import Label
from tests.builders import counted, timed
from tests.domain.advice.logs import PROFILE
from tests.ui.pages.playing import Playing, hurting

Key = Qt.Key


@pytest.fixture
def player(qtbot):
    return partial(Playing, qtbot)


def shown(panel):
    buttons = (panel.go_on, panel.easier, panel.fewer, panel.stop, panel.next, panel.cancel)
    return [button.text() for button in buttons if button.isVisible()]


def test_the_right_arrow_goes_on_with_the_next_exercise_at_once(player):
    on = player(counted(10), counted(8), pain_before=2)
    on.to_work()
    on.run(5)
    hurting(on, "7")

    QTest.keyClick(on.page.focusWidget(), Key.Key_Right)

    assert on.view.view is not View.HURTS
    assert on.playing.planned.item == 1


def test_y_and_n_answer_from_the_strip_and_the_line_says_so(player):
    on = player(counted(10), pain_before=2)
    on.to_work()
    on.run(5)
    on.press(Key.Key_P)

    for key in (Key.Key_1, Key.Key_N, Key.Key_Return):
        QTest.keyClick(on.page.focusWidget(), key)

    assert on.view.hurts._question.text() == "Is it a sharp pain? Y or N"
    assert on.view.hurts.verdict is not None


def test_it_hurts_pauses_and_asks_with_nothing_preselected(player):
    on = player(counted(10), pain_before=2)
    on.to_work()
    on.run(5)

    on.press(Key.Key_P)

    assert on.playing.paused is Cause.HURTS
    assert on.view.view is View.HURTS
    assert on.view.hurts.strip.value() is None
    assert on.view.hurts.sharp.value() is None
    assert not on.view.hurts.go_on.isEnabled()
    assert on.page.focusWidget() is on.view.hurts.strip


def test_the_score_alone_is_not_enough_unless_it_is_red(player):
    on = player(counted(10))
    on.press(Key.Key_P)

    QTest.keyClick(on.view.hurts.strip, "4")
    amber = on.view.hurts.go_on.isEnabled()
    QTest.keyClick(on.view.hurts.strip, "7")

    assert not amber
    assert on.view.hurts.go_on.isEnabled()


def test_up_to_two_carries_on(player):
    on = player(counted(10))
    on.to_work()
    on.run(5)

    hurting(on, "2")
    offered = shown(on.view.hurts)
    QTest.keyClick(on.view.hurts, Key.Key_Return)

    assert offered == ["Carry on", "Close"]
    assert on.view.view is View.WORK
    assert on.playing.paused is None


def test_three_to_five_goes_on_with_the_easier_version_for_this_exercise(player):
    on = player(counted(10), counted(10))
    on.to_work()

    hurting(on, "4")
    offered = shown(on.view.hurts)
    QTest.keyClick(on.view.hurts, Key.Key_Return)
    cue = on.view.work._cue.text()
    on.to_work(2)

    assert offered == ["Go on, easier", "Half of what is left", "Close"]
    assert cue == "Go down only a little."
    assert on.view.work._cue.text() == "Chest tall."


def test_three_to_five_can_do_less_instead(player):
    on = player(counted(10))
    on.to_work()
    on.run(3.5 * 4)

    hurting(on, "5")
    QTest.mouseClick(on.view.hurts.fewer, Qt.MouseButton.LeftButton)

    assert on.playing.reps == 7
    assert on.playing.paused is None


@pytest.mark.parametrize(("score", "sharp", "before"), [("6", False, None), ("1", True, None), ("4", False, 1)])
def test_above_five_sharp_or_three_up_offers_to_stop_first(player, score, sharp, before):
    on = player(counted(10), timed(30), pain_before=before)
    on.to_work()
    on.run(8)

    hurting(on, score, sharp=sharp)

    assert on.view.hurts._title.text() == "Stopping now is doing it right."
    assert shown(on.view.hurts) == ["Stop the session", "Go on with the next exercise"]
    assert on.page.focusWidget() is on.view.hurts.stop


def test_enter_stops_the_session_and_keeps_the_reason_and_the_score(player):
    on = player(counted(10), timed(30))
    on.to_work()
    on.run(8)
    hurting(on, "7")

    QTest.keyClick(on.view.hurts.stop, Key.Key_Return)

    kept = on.kept()
    assert kept.status is SessionStatus.STOPPED
    assert kept.stop_reason == "pain"
    assert (kept.sets[0].reps, kept.sets[0].pain) == (2, 7)
    assert on.ended == [on.session.id]


def test_the_exercise_ends_and_the_next_one_begins_when_that_is_chosen(player):
    on = player(counted(10, sets=2), timed(30))
    on.to_work()
    on.run(8)
    hurting(on, "6")

    QTest.keyClick(on.view.hurts, Key.Key_Right)

    assert on.playing.planned.item == 1
    assert on.playing.paused is None
    assert [on.session.records[index].status for index in range(4)] == [SetStatus.PARTIAL, *[SetStatus.SKIPPED] * 3]


def test_in_the_last_exercise_there_is_only_stopping(player):
    on = player(counted(10))
    on.to_work()

    hurting(on, "8")

    assert shown(on.view.hurts) == ["Stop the session"]


def test_escape_closes_the_question_and_leaves_it_paused(player):
    on = player(counted(10))
    on.to_work()
    on.press(Key.Key_P)

    QTest.keyClick(on.view.hurts.strip, Key.Key_Escape)

    assert on.view.view is View.PAUSED
    assert on.view.paused.why().startswith("Paused because it hurts.")


def test_escape_does_not_walk_past_a_red_score(player):
    on = player(counted(10))
    on.to_work()
    hurting(on, "9")

    QTest.keyClick(on.view.hurts.stop, Key.Key_Escape)

    assert on.view.view is View.HURTS


def test_keys_of_the_player_do_nothing_while_it_is_asked(player):
    on = player(counted(10))
    on.to_work()
    on.press(Key.Key_P)

    on.press(Key.Key_Space)
    on.press(Key.Key_Right)

    assert on.playing.paused is Cause.HURTS
    assert on.session.position == 0


def test_a_digit_reaches_the_scale_from_anywhere_in_the_question(player):
    on = player(counted(10))
    on.press(Key.Key_P)

    QTest.keyClick(on.view.hurts.cancel, "3")

    assert on.view.hurts.strip.value() == 3


def test_a_full_disk_is_told_instead_of_the_question(player):
    on = player(counted(10))
    on.store.full = True

    on.press(Key.Key_P)

    assert on.view.view is View.PAUSED
    assert on.view.paused.retry.isVisible()


@pytest.mark.parametrize("score", ["1", "4", "7"])
def test_what_follows_names_its_rule_with_its_source_and_how_sure_it_is(player, score):
    on = player(counted(10), pain_before=1)
    on.to_work()
    on.press(Key.Key_P)
    asked = on.view.hurts._why.isVisible()
    on.press(Key.Key_Escape)

    hurting(on, score)

    assert not asked
    assert on.view.hurts._why.isVisible()
    for words in ("Rule R10:", condition_of(RULES["R10"], PROFILE), "Silbernagel 2007", "How sure: moderate."):
        assert words in on.view.hurts._why.text()


@pytest.mark.parametrize(
    ("score", "verdict"), [("1", Gate.GREEN), ("2", Gate.AMBER), ("3", Gate.AMBER), ("4", Gate.RED)]
)
def test_the_zones_of_the_person_decide_and_are_named(player, score, verdict):
    on = player(counted(10))
    on.session.timeline = by_zones(on.session.timeline, Zones(1, 3, 3, "After an operation"))
    on.to_work()

    hurting(on, score)

    assert on.view.hurts.verdict is verdict
    words = "\n".join(label.text() for label in on.view.hurts.findChildren(Label))
    assert "0 to 1 carry on; 2 to 3 less of it; above 3, a rise of 3 or more" in words
    assert "Limits: “After an operation”." in words
