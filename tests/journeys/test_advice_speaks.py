"""Where the rules speak on a runner's way: when a run is logged, in the player, in the summary, and on Today."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.domain.check_in import Family
from kneecoach.domain.flag import Closing, Flag, Mechanism
from kneecoach.domain.pain import Amount, Symptom
from kneecoach.ui.pages.check_in_page import CheckInPage
from kneecoach.ui.pages.morning_page import MorningPage
from kneecoach.ui.pages.player_page import PlayerPage
from kneecoach.ui.pages.run_entry import RunEntryPage
from kneecoach.ui.shell import ADVICE, DIARY, ENTRY, SETTINGS, TODAY, WHY

CTRL = Qt.KeyboardModifier.ControlModifier
HOUR, DAY = 3_600, 86_400


@pytest.fixture
def walker(qtbot, runner):
    """A runner past first run, her window in front."""
    runner.start()
    runner.set_up()
    in_front(qtbot, runner)
    return runner


def in_front(qtbot, runner):
    with qtbot.waitActive(runner.window):
        runner.window.activateWindow()


def again(qtbot, runner, after_s=DAY):
    runner.close()
    runner.clock.sleep_for(after_s)
    runner.start()
    in_front(qtbot, runner)


def log_run(runner, km, **pains):
    """R, the distance, each pain on its strip, Ctrl and Enter."""
    QTest.keyClick(runner.window.shell.page(TODAY), Qt.Key.Key_R)
    page = runner.window.shell.page(ENTRY).currentWidget()
    assert isinstance(page, RunEntryPage)
    QTest.keyClicks(runner.window.focusWidget(), km)
    for when, score in pains.items():
        page.knee.when.press(when)
        page.knee.strip.press_digit(score)
    QTest.keyClick(page, Qt.Key.Key_Return, CTRL)


def today(runner):
    runner.window.go_today()
    return runner.window.shell.page(TODAY)


def says(qtbot, runner, words):
    """What Today's banner comes to say first."""
    banner = today(runner).advice
    qtbot.waitUntil(lambda: banner.accessibleName().startswith(words))
    return banner


@pytest.mark.parametrize(
    ("pains", "words"),
    [({"pain_max": 4}, "Make the next run easier."), ({"pain_max": 6}, "No run until it has settled.")],
    ids=["amber", "red"],
)
def test_r11_answers_the_run_and_stands_on_today_until_an_easy_one(qtbot, walker, pains, words):
    log_run(walker, "5", **pains)
    assert words in walker.window.notice().text()

    again(qtbot, walker, after_s=3 * DAY)
    walker.key(Qt.Key.Key_Escape)
    says(qtbot, walker, words)
    log_run(walker, "4", pain_max=1)

    assert words not in walker.window.notice().text()
    qtbot.waitUntil(lambda: words not in today(walker).advice.accessibleName())


def test_r12_asks_for_the_hour_and_answers_it(qtbot, walker):
    log_run(walker, "2", pain_before=1)
    assert "In an hour, note on this run how the knee is then." in walker.window.notice().text()

    walker.clock.sleep_for(1.5 * HOUR)
    log_run(walker, "2", pain_before=1, pain_60=3)

    assert "Make the next run shorter or easier." in walker.window.notice().text()
    banner = says(qtbot, walker, "Make the next run shorter or easier.")
    assert "3 of 10 an hour after the run" in banner.accessibleName()


def test_r14_tells_how_far_is_enough_and_leads_to_its_reasons(qtbot, walker):
    log_run(walker, "10")
    again(qtbot, walker, after_s=3 * DAY)

    log_run(walker, "12.5")

    assert "Keep the next one to 11.0 km." in walker.window.notice().text()
    banner = says(qtbot, walker, "A longer run than in the last month.")
    banner.why.click()
    assert walker.window.shell.current() in {ADVICE, WHY}


def hurt_in_the_player(runner, score):
    player = runner.flow
    assert isinstance(player, PlayerPage)
    runner.play_for(20)
    QTest.keyClick(player, Qt.Key.Key_P)
    panel = player.view.hurts
    QTest.keyClick(panel.strip, score)
    QTest.keyClick(panel, Qt.Key.Key_N)
    QTest.keyClick(panel, Qt.Key.Key_Return)
    return panel


def test_r10_ends_the_exercise_and_is_said_in_the_summary_and_on_today(qtbot, walker):
    walker.press("Start warm-up")
    walker.check_in(1)
    walker.press("Start warm-up")

    panel = hurt_in_the_player(walker, "4")
    assert "Rule R10:" in walker.reads()
    panel.stop.click()

    assert "Leave this exercise out" in walker.reads()
    assert "You logged 4 of 10 in" in walker.reads()
    walker.key(Qt.Key.Key_1)
    walker.press("Save pain and finish")
    says(qtbot, walker, "Leave this exercise out.")


def tick(runner, family, flag):
    """A check-in with one yes, and what it is."""
    runner.press("Start warm-up")
    runner.check_in(2, yes=tuple(Family).index(family))
    runner.flow.form.questions.rows[family].chips.chip(flag).click()


def check_in_and_save(runner):
    tick(runner, Family.WEIGHT, Flag.GIVES_WAY)
    runner.press("Save and close")


def check_in_and_leave(runner):
    tick(runner, Family.WEIGHT, Flag.GIVES_WAY)
    runner.key(Qt.Key.Key_Escape)


def symptom_of_a_pain(runner):
    runner.key(Qt.Key.Key_P)
    runner.key(Qt.Key.Key_2)
    panel = runner.window.shell.page(DIARY).columns.pain
    panel.open_more(opened=True)
    panel.more.symptoms.chip(Symptom.GIVES_WAY).click()


def swelling_of_a_pain(runner):
    runner.key(Qt.Key.Key_P)
    runner.key(Qt.Key.Key_2)
    panel = runner.window.shell.page(DIARY).columns.pain
    panel.open_more(opened=True)
    panel.more.swelling.chip(Amount.CLEAR).click()


def score_of_a_pain(runner):
    runner.key(Qt.Key.Key_P)
    runner.key(Qt.Key.Key_9)


def hurt_badly_in_the_player(runner):
    runner.press("Start warm-up")
    runner.check_in(1)
    runner.press("Start warm-up")
    hurt_in_the_player(runner, "8").stop.click()
    runner.key(Qt.Key.Key_Escape)


def question_in_the_settings(runner):
    runner.window.go_settings()
    runner.window.shell.page(SETTINGS).once.flags[Flag.NEW_LUMP].button(True).click()


def injury_at_the_check_in(runner):
    runner.press("Start warm-up")
    runner.check_in(2, yes=tuple(Family).index(Family.INJURY))
    form = runner.flow.form.questions.rows[Family.INJURY].injury_form
    form.what.chip(Mechanism.TWIST).click()
    form.when.press(1)
    runner.key(Qt.Key.Key_Escape)


PLACES = {
    "the check-in": (check_in_and_save, "R05"),
    "the check-in left": (check_in_and_leave, "R05"),
    "a symptom in the diary": (symptom_of_a_pain, "R05"),
    "a swelling in the diary": (swelling_of_a_pain, "R09"),
    "a score in the diary": (score_of_a_pain, "R08"),
    "an injury at the check-in": (injury_at_the_check_in, "R03"),
    "a question in the settings": (question_in_the_settings, "R06"),
    "the player": (hurt_badly_in_the_player, "R08"),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_red_flag_stands_first_and_alone_on_today_wherever_it_was_told(qtbot, walker, place):
    log_run(walker, "10")
    enter, rule = PLACES[place]

    enter(walker)

    page = today(walker)
    refused = page.warm_up.start.text() == "Check in again"
    assert page.advice.accessibleName().startswith("Calm-down day only.") != refused
    assert refused or page.choice().routine.id == "calm-down"
    assert "The first run in a month." not in walker.reads()
    with qtbot.waitSignal(page.advice_requested) as asked:
        page.advice.why.click()
    assert asked.args[0].rule == rule


def test_a_red_flag_of_the_morning_stands_on_today(qtbot, walker):
    log_run(walker, "5", pain_max=1)
    again(qtbot, walker, after_s=13 * HOUR)
    page = walker.flow
    assert isinstance(page, MorningPage)

    walker.key(Qt.Key.Key_1)
    page.form.swelling.press(Amount.CLEAR)
    walker.key(Qt.Key.Key_Return)

    assert today(walker).advice.accessibleName().startswith("Calm-down day only.")


def closed_in_the_diary(runner, how):
    runner.window.go_diary()
    page = runner.window.shell.page(DIARY)
    page.timeline.go_to(runner.record().record.flags[0].id)
    page.columns.other.row.choice.press(how)
    if how is Closing.SEEN:
        page.columns.other.row.day.setCurrentIndex(0)
        page.columns.other.row.day.activated.emit(0)


def closed_at_the_check_in(runner, how):
    runner.press("Check in again")
    assert isinstance(runner.flow, CheckInPage)
    runner.check_in(1)
    (row,) = runner.flow.form.open_rows()
    row.choice.press(how)
    if how is Closing.SEEN:
        row.day.setCurrentIndex(0)
        row.day.activated.emit(0)
    runner.key(Qt.Key.Key_Return)
    runner.window.give_up_flow()


@pytest.mark.parametrize("close", [closed_in_the_diary, closed_at_the_check_in])
@pytest.mark.parametrize("how", [Closing.GONE, Closing.SEEN])
def test_every_answer_closes_it_and_today_reads_the_rules_again(qtbot, walker, close, how):
    tick(walker, Family.LOCKING, Flag.LOCKED)
    walker.press("Save and close")
    assert today(walker).advice.accessibleName().startswith("Have this seen today.")
    assert walker.button("Check in again")

    close(walker, how)

    assert walker.record().record.flags[0].closed.how is how
    qtbot.waitUntil(lambda: not today(walker).advice.accessibleName().startswith("Have this seen today."))
    assert walker.record().record.flags[0].flag is Flag.LOCKED
    assert today(walker).warm_up.start.text() != "Check in again"


def test_a_stop_of_a_run_eases_the_check_in_and_suggests_no_run(walker):
    log_run(walker, "5", pain_max=6)
    walker.clock.sleep_for(3 * HOUR)
    walker.window.go_diary()
    today(walker)

    walker.press("Start warm-up")
    walker.check_in(1)

    assert "Go easier today, and leave the run." in walker.reads()
    assert "No run until it has settled." in walker.reads()
