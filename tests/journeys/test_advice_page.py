"""Advice as it is used: every rule's finding, its reasons, its entry in the diary, and the guide."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.coaching import diary
from kneecoach.domain.advice.conditions import condition_of
from kneecoach.domain.advice.red_rules import EVERY_RULE, rule_of
from kneecoach.domain.person import Units
from kneecoach.ui.advice_flow import AdviceFlow
from kneecoach.ui.changes import Changes
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.pages.advice_words import HIDDEN
from kneecoach.ui.shell import ADVICE, DIARY, GUIDE, TODAY, WHY
from tests.domain.advice.logs import PROFILE, moment
from tests.fakes import HandClock
from tests.journeys.keeping import keep, keep_stage
from tests.ui.pages.advising import advised

EVENING = 22
WEEK = tuple(f"{day} run 5 max=1 no_limp" for day in (0, 2, 4))
RULES = {
    "R01": (("0 flag deformity",), 0, "Call 112, 999 or 911 now"),
    "R02": (("0 flag fever",), 0, "Contact a doctor today"),
    "R03": (("0 injury", "0 flag cannot_bend_90"), 0, "Ask today about an X-ray check"),
    "R04": (("0 flag locked",), 0, "Have this seen today"),
    "R05": (("0 flag gives_way",), 0, "Have this knee examined in the next days"),
    "R06": (("0-2@23:00 pain 5 night",), 3, "See a clinician in the next days"),
    "R07": (
        ("0 pain 4 medial_tibial_plateau fingertip tender", "0 flag hop_pain"),
        0,
        "Stop running and ask a clinician about bone stress",
    ),
    "R08": (("0 pain 9",), 0, "This is a high pain level; please get advice"),
    "R09": (("0 pain 2 swollen",), 0, "No run until the swelling has settled for 48 hours"),
    "R10": (("0 session front_lunge=4",), 0, "Less of this exercise"),
    "R11": (("0 run 5 max=4",), 0, "Make the next run easier"),
    "R12": (("0 run 5 before=1 hour=2 max=1",), 0, "Make the next run shorter or easier"),
    "R13": (
        ("0-3 morning 1 dry", "3 run 5 max=1", "4 morning 2 dry"),
        4,
        "Repeat, don\N{RIGHT SINGLE QUOTATION MARK}t add",
    ),
    "R14": (("0 run 5 max=1", "1 run 8 max=1"), 1, "A longer run than in the last month"),
    "R15": (("0-1 run 5", "7-9 run 5"), 9, "Many more kilometres than last week"),
    "R16": (("0-2 run 5 max=1",), 2, "3 days in a row"),
    "R17": (WEEK, 4, "Only running this week"),
    "R18": (("0-13 pain 4",), 14, "See someone, no hurry"),
    "R19": (("0-2 pain 1", "7-9 pain 4"), 9, "More pain than last week"),
    "R20": (
        ("0-3@8:00 run 5 max=5 no_limp", "10-13@18:30 run 5 max=1 no_limp", "20@18:30 pain 1"),
        20,
        "Your painful runs share something",
    ),
    "R21": (("0@21:00 ice 25",), 0, "Ice for 20 minutes at most"),
    "R22": (("0 session adductor_roll=6",), 0, "Roll more gently"),
    "R23": (("0 shoe 500",), 0, "These shoes have gone far"),
    "R24": (("0 run 5 painkiller max=1",), 0, "This run\N{RIGHT SINGLE QUOTATION MARK}s numbers are masked"),
    "R25": (("0 run 2 max=1 before=1 hour=1 no_limp",), 1, "Stage 0 once more"),
}


def begin(runner, on):
    """A runner past first run, on the evening of that day."""
    runner.clock = HandClock(starts=moment(on, EVENING))
    runner.start()
    runner.set_up()


def page(runner):
    return runner.window.shell.page(ADVICE)


def open_page(qtbot, runner):
    """By its key."""
    with qtbot.waitActive(runner.window):
        runner.window.activateWindow()
    QTest.keyClick(runner.window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)


def open_advice(qtbot, runner, title):
    """What was found comes a moment later."""
    open_page(qtbot, runner)
    qtbot.waitUntil(lambda: title in titles(runner))


def cards(runner):
    return [*page(runner).red.cards, *page(runner).found.cards]


def titles(runner):
    return [card.title.text() for card in cards(runner)]


def test_no_rule_is_left_out():
    assert list(RULES) == list(EVERY_RULE)


@pytest.mark.parametrize("rule", RULES)
def test_the_finding_of_every_rule_is_shown_with_its_reasons(qtbot, runner, rule):
    lines, on, title = RULES[rule]
    begin(runner, on)
    (keep_stage if rule == "R25" else keep)(runner, lines)
    open_advice(qtbot, runner, title)

    (card,) = [one for one in cards(runner) if one.title.text() == title]
    card.why.setFocus()
    runner.key(Qt.Key.Key_Return)

    told = runner.reads()
    assert runner.window.shell.current() == WHY
    assert title in told
    assert condition_of(rule_of(rule), PROFILE) in told
    assert card.finding.clears_when in told
    runner.key(Qt.Key.Key_Escape)
    assert runner.window.shell.current() == ADVICE
    assert runner.window.focusWidget().parentWidget().title.text() == title


def test_the_entry_that_was_read_is_one_press_away_and_can_be_put_right(qtbot, runner):
    begin(runner, 0)
    keep(runner, ("0 run 5 max=4 no_limp",))
    open_advice(qtbot, runner, "Make the next run easier")

    runner.key(Qt.Key.Key_Down)
    runner.key(Qt.Key.Key_Return)
    runner.press("A number is wrong")

    assert runner.window.shell.current() == DIARY
    (run,) = [one for one in everything(runner) if type(one).__name__ == "Run"]
    assert runner.window.shell.page(DIARY).chosen() == run


def everything(runner):
    return diary.read_diary(store(runner), runner.record().person.id).entries


def store(runner):
    return runner.window.findChild(LateStore).get()


def test_a_red_flag_comes_while_the_page_is_open_and_hides_the_rest(qtbot, runner):
    begin(runner, 0)
    keep(runner, ("0 run 5 max=4 no_limp",))
    open_advice(qtbot, runner, "Make the next run easier")

    for key in (Qt.Key.Key_P, Qt.Key.Key_9, Qt.Key.Key_Return):
        runner.key(key)
    open_advice(qtbot, runner, "This is a high pain level; please get advice")

    assert len(titles(runner)) == 1
    assert HIDDEN in runner.reads()


def test_the_guide_is_searched_and_read_by_keyboard(qtbot, runner):
    begin(runner, 0)
    keep(runner, ("0 run 5 max=4 no_limp",))
    open_advice(qtbot, runner, "Make the next run easier")

    runner.key(Qt.Key.Key_Slash)
    QTest.keyClicks(runner.window.focusWidget(), "overstride")
    page(runner).setFocus()
    runner.key(Qt.Key.Key_Down)
    runner.key(Qt.Key.Key_Return)

    assert runner.window.shell.current() == GUIDE
    assert "Shoes, surface, form" in runner.reads()
    runner.key(Qt.Key.Key_Escape)
    assert runner.window.shell.current() == ADVICE
    assert page(runner).search.text() == "overstride"


def test_what_is_over_stands_below_and_opens(qtbot, runner):
    begin(runner, 4)
    keep(runner, ("0 run 5 max=4 no_limp", "2 run 5 max=1 no_limp"))
    open_page(qtbot, runner)

    qtbot.waitUntil(lambda: any("Make the next run easier" in row.text() for row in page(runner).earlier.rows()))
    row = next(one for one in page(runner).earlier.rows() if "Make the next run easier" in one.text())
    row.click()

    assert "Over since 3 June" in runner.reads()


def test_distances_follow_the_units_of_the_settings(qtbot, runner):
    begin(runner, 0)
    keep(runner, ("0 run 5 max=4 no_limp",), units=Units.MILES)
    open_advice(qtbot, runner, "Make the next run easier")

    assert "3.1 miles" in runner.reads()


def test_today_leads_to_the_reasons_and_escape_to_advice(qtbot, runner):
    begin(runner, 0)
    keep(runner, ("0 run 5 max=4 no_limp",))
    runner.close()
    runner.start()

    today = runner.window.shell.page(TODAY)
    qtbot.waitUntil(lambda: "Make the next run easier" in today.advice.accessibleName())
    runner.press("Why this advice")

    assert runner.window.shell.current() == WHY
    assert "What KneeCoach read" in runner.reads()
    runner.key(Qt.Key.Key_Escape)
    assert runner.window.shell.current() == ADVICE


def test_the_arrow_keys_go_from_one_finding_to_the_next_and_round(qtbot, runner):
    begin(runner, 0)
    keep(runner, ("0 run 5 max=4 before=1 hour=3 no_limp",))
    open_advice(qtbot, runner, "Make the next run easier")
    told = titles(runner)
    runner.key(Qt.Key.Key_Down)
    runner.key(Qt.Key.Key_Return)

    seen = []
    for _ in told:
        seen.append(runner.window.shell.page(WHY).finding())
        runner.key(Qt.Key.Key_Right)

    assert seen == told
    assert runner.window.shell.page(WHY).finding() == told[0]
    runner.key(Qt.Key.Key_Left)
    assert runner.window.shell.page(WHY).finding() == told[-1]


def test_what_is_over_is_gone_through_too(qtbot, runner):
    begin(runner, 4)
    keep(runner, ("0 run 5 max=4 before=1 hour=3 no_limp", "2 run 5 before=1 max=1 hour=1 no_limp"))
    open_page(qtbot, runner)
    qtbot.waitUntil(lambda: len(page(runner).earlier.rows()) > 1)
    rows = page(runner).earlier.rows()
    rows[0].click()

    runner.key(Qt.Key.Key_Right)

    assert runner.window.shell.page(WHY).finding() == rows[1].text()


def test_the_reasons_follow_what_is_changed_meanwhile(qtbot, runner):
    begin(runner, 0)
    keep(runner, ("0 run 5 max=4 no_limp",))
    open_advice(qtbot, runner, "Make the next run easier")
    runner.key(Qt.Key.Key_Down)
    runner.key(Qt.Key.Key_Return)
    (run,) = [one for one in everything(runner) if type(one).__name__ == "Run"]

    diary.change_run(store(runner), runner.record().person.id, replace(run, pain_max=5), runner.clock.wall())
    runner.window.findChild(Changes).diary.emit()

    qtbot.waitUntil(lambda: "You logged 5 of 10" in runner.reads() or "highest pain 5 of 10" in runner.reads())
    assert runner.window.shell.current() == WHY


def test_a_topic_of_the_guide_opens_from_its_row(qtbot, runner):
    begin(runner, 0)
    open_page(qtbot, runner)

    QTest.mouseClick(page(runner).guide.rows["ice_rest_swelling"], Qt.MouseButton.LeftButton)

    assert runner.window.shell.current() == GUIDE
    assert "The first days of a flare" in runner.reads()


def test_a_rule_that_says_nothing_any_more_leads_to_all_advice(runner):
    begin(runner, 0)

    runner.window.findChild(AdviceFlow).show(advised("0 run 5 max=4", on=0).findings[0])

    assert runner.window.shell.current() == ADVICE


def test_of_two_signs_that_no_rule_reads_the_one_that_was_asked_for_is_explained(qtbot, runner):
    begin(runner, 1)
    keep(runner, ("0 flag limp", "1 flag catches"))
    open_page(qtbot, runner)
    qtbot.waitUntil(lambda: [card.finding.rule for card in cards(runner)][:2] == ["FLAG", "FLAG"])

    for card in cards(runner)[:2]:
        runner.window.findChild(AdviceFlow).show(card.finding)
        assert f"{card.text.text().split(':')[0]}, noted" in runner.reads()
