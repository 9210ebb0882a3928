"""The morning check: nothing is filled in, ten seconds by keyboard, and what it says follows the rules."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.coaching import mornings
from kneecoach.coaching.check_in import read_record
from kneecoach.domain.exercise import Side
from kneecoach.domain.pain import Amount, PainPhase
from kneecoach.domain.screening import Verdict, may_start
from kneecoach.storage import mornings as morning_table
from tests.builders import PERSON_ID
from tests.ui.pages.looking_back import (
    BREAKFAST,
    DAY,
    PLACE,
    a_morning_page,
    a_runner_who_ran,
    pains,
)

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def press(page, *keys):
    for key in keys:
        QTest.keyClick(page.focusWidget() or page, key)


def foot(page):
    return page.footer.accessibleName()


def kept(store):
    with store.begin() as tx:
        return morning_table.check_on(tx, PERSON_ID, BREAKFAST.date())


def told_of_the_morning(store):
    return [entry for entry in pains(store) if entry.at.date() == BREAKFAST.date()]


@pytest.fixture
def page(qtbot, store):
    a_runner_who_ran(store)
    return a_morning_page(qtbot, store)


def test_nothing_is_filled_in_and_only_the_pain_is_needed(page, store):
    form = page.form
    assert (form.pain(), form.is_stiff(), form.amount(), form.hurt_at_night()) == (None, None, None, None)
    assert "Pain first" in foot(page)
    assert not page.save.isEnabled()
    press(page, ENTER)
    assert kept(store) is None

    press(page, "1", ENTER)

    check = kept(store)
    assert (check.pain, check.stiff, check.swelling, check.night, check.on) == (1, None, None, None, BREAKFAST.date())


def test_everything_is_answered_with_six_keys(page, store, qtbot):
    with qtbot.waitSignal(page.saved):
        press(page, "2", "n", "y")
        assert "in the night" in foot(page)
        assert not page.save.isEnabled()
        press(page, "4", "s", ENTER)

    check = kept(store)
    assert (check.pain, check.stiff, check.swelling, check.night) == (2, False, Amount.NONE, True)
    told = [(entry.score, entry.phase, entry.swelling, entry.regions) for entry in told_of_the_morning(store)]
    assert told == [(4, PainPhase.NIGHT, None, PLACE[1]), (2, PainPhase.MORNING, Amount.NONE, PLACE[1])]


def test_one_and_then_nought_is_ten(page):
    press(page, "1", "0")

    assert page.form.pain() == 10


def test_s_goes_round_the_swelling_and_y_and_n_stop_when_all_is_answered(page):
    seen = []
    for _ in range(4):
        press(page, "s")
        seen.append(page.form.amount())
    press(page, "n", "n", "y", "y")

    assert seen == [Amount.NONE, Amount.LITTLE, Amount.CLEAR, Amount.NONE]
    assert (page.form.is_stiff(), page.form.hurt_at_night()) == (False, False)


def test_a_row_that_has_the_keyboard_answers_for_itself(page):
    page.form.night.button(False).setFocus()

    press(page, "n")

    assert (page.form.is_stiff(), page.form.hurt_at_night()) == (None, False)


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ("1ns", "At your usual morning level. Yesterday\u2019s run was within what the knee took."),
        ("0ns", "Below your usual morning level. Yesterday\u2019s run was within what the knee took."),
        ("1", "Swelling is not answered yet"),
        ("2ns", "repeat or shorten, do not add."),
        ("3ns", "A day without running. 3 in the morning is two points or more above your usual 1."),
        ("1nss", "A day without running. The knee is a little swollen this morning."),
        ("1nsss", "No run until the swelling has settled for 48 hours."),
        ("7ns", "This is a high pain level; please get advice."),
    ],
)
def test_the_foot_says_what_follows(page, keys, says):
    press(page, *keys)

    assert says in foot(page)


def test_clear_swelling_in_the_morning_is_a_red_flag_for_every_session(page, store):
    assert may_start(read_record(store, PERSON_ID), BREAKFAST).verdict > Verdict.CALM_ONLY

    press(page, "1", "s", "s", "s", ENTER)

    for now in (BREAKFAST, BREAKFAST + 3 * DAY):
        allowed = may_start(read_record(store, PERSON_ID), now)
        assert (allowed.verdict, allowed.red_flag) == (Verdict.CALM_ONLY, True)
        assert "R09" in [found.rule for found in allowed.findings]


def test_not_now_keeps_nothing_but_a_red_flag(page, store, qtbot):
    press(page, "2", "s")
    with qtbot.waitSignal(page.put_off):
        press(page, ESCAPE)
    assert kept(store) is None

    press(page, "s", "s")
    with qtbot.waitSignal(page.saved):
        page.not_now.click()

    assert kept(store).swelling is Amount.CLEAR


def test_closing_the_window_keeps_a_red_flag_that_was_told(page, store):
    page.put_away()
    press(page, "2")
    page.put_away()
    assert kept(store) is None
    press(page, "s", "s", "s")

    page.put_away()

    assert kept(store).swelling is Amount.CLEAR


def test_without_pain_there_is_no_place_to_ask_for(page, store):
    press(page, "2")
    assert page.form.place_row.isVisible()

    press(page, "0", "s", ENTER)

    assert not page.form.place_row.isVisible()
    assert [entry.regions for entry in told_of_the_morning(store)] == [()]


def test_elsewhere_is_shown_on_the_map(page, store, qtbot):
    press(page, "2")
    qtbot.mouseClick(page.form.elsewhere, Qt.MouseButton.LeftButton)
    assert page.map.isVisible()
    assert not page.closed.isVisible()

    page.map.places.map.toggle((Side.LEFT, "pes_anserine"))
    page.map.places.map.toggle((Side.LEFT, "medial_joint_line"))
    qtbot.mouseClick(page.form.elsewhere, Qt.MouseButton.LeftButton)
    press(page, ENTER)

    assert page.closed.isVisible()
    assert told_of_the_morning(store)[0].regions == ("medial_joint_line",)


def test_the_map_goes_when_nothing_hurts(page):
    press(page, "2")
    page.form.elsewhere.click()

    page.form.strip.press_digit(0)
    page.form.strip.changed.emit(0)

    assert page.closed.isVisible()


def test_it_says_what_is_closed_and_shows_the_week(page):
    (row,) = page.closed.rows

    assert row.title.text() == "6.0 km easy, Saturday 18:15"
    assert row.detail.text() == "Pain 2 before, 3 at most, 2 after an hour"
    week = page.closed.week
    assert week.accessibleName().startswith("Mornings this week: Monday no answer")
    assert week.accessibleName().endswith("Saturday no answer, Sunday not yet. Usual 1")


def test_yesterdays_morning_is_asked_for_as_yesterdays(qtbot, store):
    a_runner_who_ran(store)

    page = a_morning_page(qtbot, store, now=BREAKFAST + DAY)

    assert page.title.text() == "How was the knee yesterday morning?"
    press(page, "1", "n", "s")
    assert "Saturday\u2019s run" in foot(page)
    press(page, ENTER)
    assert kept(store).on == BREAKFAST.date()
    assert told_of_the_morning(store)[0].at.date() == BREAKFAST.date()


def test_nobody_knows_a_usual_morning_from_two(qtbot, store):
    a_runner_who_ran(store, usual=(1, 1))
    page = a_morning_page(qtbot, store)

    press(page, "2", "n", "s")
    assert "Usual not known yet. Not above the 2 given before it." in foot(page)
    press(page, "3")

    assert "Above the 2 before it: repeat or shorten, do not add." in foot(page)


def test_a_place_that_was_never_marked_is_asked_for(qtbot, store):
    a_runner_who_ran(store, place=(None, ()))
    page = a_morning_page(qtbot, store)

    press(page, "1")

    assert page.form.place_row.label.text() == "Where does it hurt?"
    assert page.form.elsewhere.text() == "Show on the map"
    assert not page.form.picture.isVisible()


def test_a_disk_that_is_full_is_said_and_the_answers_stay(page, store, monkeypatch):
    from kneecoach.domain.errors import DiskTrouble  # noqa: PLC0415

    def full(*_args):
        raise DiskTrouble("The disk is full.")

    monkeypatch.setattr(mornings, "answer", full)
    press(page, "2", ENTER)

    assert "This could not be kept. The disk is full." in foot(page)
    assert page.form.pain() == 2
    assert kept(store) is None


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_tab_reaches_everything_and_the_foot_stays(qtbot, store, size):
    a_runner_who_ran(store)
    page = a_morning_page(qtbot, store, size=size)
    reached = []
    for _ in range(7):
        reached.append(page.focusWidget())
        page.focusNextPrevChild(True)

    assert page.form.strip in reached
    assert page.form.elsewhere in reached
    assert page.not_now in reached
    assert page.footer.geometry().bottom() == page.height() - 1
    page.focusNextPrevChild(False)
