"""A physio sets limits at the computer of a patient: chosen, seen in the advice, there after a restart, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from kneecoach.domain.advice.conditions import condition_of
from kneecoach.domain.advice.rules import RULES
from kneecoach.domain.flag import Flag
from kneecoach.domain.pain_gate import Zones
from kneecoach.ui.advice_flow import AdviceFlow
from kneecoach.ui.advising import Advising
from kneecoach.ui.shell import ADVICE, TODAY, WHY
from tests.domain.advice.logs import moment
from tests.fakes import HandClock
from tests.journeys.keeping import keep
from tests.limits import NAME, with_limits

EVENING = 22
STRICT = "green_max=1 amber_max=3"
EASIER = "Make the next run easier"
HOLD = f"From now on the limits “{NAME}” hold."


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "rehab.toml"
    made.write_text(f'name = "{NAME}"\nmade_by = "A physio"\ngreen_max = 1\namber_max = 3\n')
    return made


def begin(runner, *lines):
    runner.clock = HandClock(starts=moment(0, EVENING))
    runner.start()
    runner.set_up()
    keep(runner, lines)


def choose(qtbot, runner, file):
    runner.window.go_settings()
    card = runner.window.shell.page("settings").limits
    card.choose.setFocus()
    QTest.keyClick(card.choose, Qt.Key.Key_Space)
    (dialog,) = runner.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(file))
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()


def found(qtbot, runner):
    """The titles on the Advice page, read anew."""
    runner.window.go_to(ADVICE)
    advising = runner.window.findChild(Advising)
    with qtbot.waitSignal(advising.found):
        advising.wish()
    page = runner.window.shell.page(ADVICE)
    return [card.finding for card in (*page.red.cards, *page.found.cards)]


def titles(qtbot, runner):
    return [one.title for one in found(qtbot, runner)]


def test_limits_are_chosen_seen_in_why_kept_over_a_restart_and_taken_back(qtbot, runner, file):
    begin(runner, "0 run 5 max=2 no_limp")
    assert EASIER not in titles(qtbot, runner)

    choose(qtbot, runner, file)
    file.unlink()

    assert runner.window.notice().text() == HOLD
    assert "R10: carry on with pain up to 1 of 10, in place of 2 of 10" in runner.reads()
    (run,) = (one for one in found(qtbot, runner) if one.rule == "R11")
    runner.window.findChild(AdviceFlow).show_why(run)
    told = runner.reads()
    assert runner.window.shell.current() == WHY
    assert condition_of(RULES["R11"], with_limits(STRICT)) in told
    assert f"Limits: “{NAME}”" in told
    assert f"Limits: {NAME}." in told
    assert f"“{NAME}”; usually 2 of 10: Esculier 2018" in told
    assert "1 of 10" in told

    runner.close()
    runner.start()
    assert runner.record().record.zones == Zones(1, 3, 3, NAME)
    assert EASIER in titles(qtbot, runner)

    runner.window.go_settings()
    runner.press("Back to the limits of KneeCoach")
    runner.press("Undo")
    assert EASIER in titles(qtbot, runner)
    runner.window.go_settings()
    runner.press("Back to the limits of KneeCoach")
    assert EASIER not in titles(qtbot, runner)


def test_the_check_in_and_the_player_go_by_them(qtbot, runner, file):
    begin(runner)
    choose(qtbot, runner, file)
    runner.window.go_to(TODAY)
    runner.press("Start warm-up")

    runner.check_in(2)

    # By KneeCoach's own limits a pain of 2 goes ahead as planned
    assert "Go easier today." in runner.reads()
    assert "Stop above 3" in runner.reads()
    assert NAME in runner.reads()


def test_a_red_flag_stands_whatever_the_file_says(qtbot, runner, file):
    begin(runner, f"0 flag {Flag.GIVES_WAY.value}", "0 run 5 max=2 no_limp")
    file.write_text(f'name = "{NAME}"\ngreen_max = 3\n')
    before = [one.rule for one in found(qtbot, runner) if one.urgency]

    choose(qtbot, runner, file)

    assert [one.rule for one in found(qtbot, runner) if one.urgency] == before
    assert "R05" in before


def test_a_file_that_would_be_less_safe_is_refused_with_what_it_may_be(qtbot, runner, file):
    begin(runner)
    file.write_text(f'name = "{NAME}"\namber_max = 8\n')

    choose(qtbot, runner, file)

    said = runner.window.notice().text()
    assert said == (
        "The thresholds in rehab.toml can't be used: the threshold amber_max can be 1 to 5 of 10, and not 8."
    )
    assert runner.record().record.zones == Zones()
