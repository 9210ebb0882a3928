"""Why this advice: what was read and where it is in the diary, the rule with its limits, and what would clear it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from kneecoach.domain.advice.conditions import condition_of
from kneecoach.domain.advice.red_rules import rule_of
from kneecoach.domain.advice.words import in_units
from kneecoach.domain.person import Units
from kneecoach.ui.pages.advice_pictures import BarChart, DayRuler, Drawing, PairScale
from kneecoach.ui.pages.advice_why_page import WhyPage
from kneecoach.ui.pages.advice_why_words import Pair, reasons, terms_of, to_do
from tests.domain.advice.logs import PROFILE, day
from tests.ui.pages.advising import advised, pasts

USUAL = ("0-3 morning 1 dry", "3 run 5 max=1 no_limp")
LONG = ("0 run 5 max=1 no_limp", "1 run 8 max=1 no_limp")
SPREAD = (*(f"{day} run 5 max=1" for day in (0, 2, 4)), *(f"{day} run 5 max=5" for day in (7, 9, 11)))
CASES = {
    "R10": (("0 session before=1 front_lunge=4",), 0, PairScale),
    "R11": (("0 run 5 max=4",), 0, PairScale),
    "R12": (("0 run 5 before=1 hour=2 max=1",), 0, PairScale),
    "R13": ((*USUAL, "4 morning 2 dry"), 4, PairScale),
    "R14": (LONG, 1, BarChart),
    "R15": (("0-1 run 5", "7-9 run 5"), 9, BarChart),
    "R16": (("0-2 run 5 max=1 no_limp",), 2, DayRuler),
    "R17": (("0 run 5", "2 run 5", "4 run 5"), 4, DayRuler),
    "R18": (("0-13 pain 4",), 14, PairScale),
    "R19": (("0-2 pain 1", "7-9 pain 4"), 9, PairScale),
    "R21": (("0@21:00 ice 25",), 0, BarChart),
    "R22": (("0 session adductor_roll=6",), 0, None),
    "R23": (("0 shoe 500",), 0, BarChart),
    "R24": (("0 run 5 painkiller",), 0, None),
    "R09": (("0 pain 2 swollen",), 0, None),
}


def behind(rule, lines, on, units=Units.KM):
    read = advised(*lines, on=on)
    (finding,) = [one for one in read.findings if one.rule == rule]
    return reasons(in_units(finding, units), read, PROFILE, units), terms_of(read, units)


def a_why_page(qtbot, rule, lines, on, *, units=Units.KM, past=None, size=(1072, 800)):
    page = WhyPage()
    qtbot.addWidget(page)
    page.resize(*size)
    page.show_reasons(*behind(rule, lines, on, units), PROFILE, day(on), past=past)
    with qtbot.waitExposed(page):
        page.show()
    page.setFocus()
    return page


def reads(page):
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


@pytest.mark.parametrize("rule", CASES)
def test_every_kind_of_rule_shows_its_numbers_condition_source_limits_and_end(qtbot, rule):
    lines, on, drawn = CASES[rule]
    page = a_why_page(qtbot, rule, lines, on)
    page.grab()
    told, known = reads(page), rule_of(rule)
    finding = behind(rule, lines, on)[0].finding

    pictures = [one for one in page.findChildren(Drawing) if one.accessibleName()[:8] != "How sure"]
    assert [type(one) for one in pictures] == ([] if drawn is None else [drawn])
    assert condition_of(known, PROFILE) in told
    assert finding.source in told
    assert finding.clears_when in told
    assert known.does_not_mean.split(". ")[0].rstrip(".") in told
    assert all(line[1:] in told for line in finding.because)
    assert f"How sure: {known.evidence.word}" in {one.accessibleName() for one in page.findChildren(QWidget)}


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("R10", "4 of 10 in the exercise, 1 before the session"),
        ("R11", "4 of 10 on the run"),
        ("R12", "2 of 10 an hour later, 1 before the run"),
        ("R13", "2 of 10 that morning, 1 the usual"),
        ("R14", "This run: 8.0 km, Longest before: 5.0 km. From 110 % on: 5.5 km"),
        ("R15", "Seven days: 15.0 km, The seven before: 10.0 km. From 130 % on: 13.0 km"),
        ("R16", "Days with a run: Monday, Tuesday, Wednesday"),
        ("R18", "4 of 10 on average lately, 4 at first"),
        ("R19", "4 of 10 this week, 1 the week before"),
        ("R21", "Ice: 25 minutes. 20 at most"),
        ("R23", "This pair: 500.0 km. Caution from 800.0 km"),
    ],
)
def test_a_picture_says_the_numbers_it_shows(qtbot, rule, said):
    lines, on, _ = CASES[rule]
    page = a_why_page(qtbot, rule, lines, on)

    assert said in {one.accessibleName() for one in page.findChildren(Drawing)}


def test_a_morning_that_was_measured_by_the_run_before_it_has_no_usual_one():
    lines = ("3 run 5 before=1 max=1 no_limp", "4 morning 2 dry")

    picture = behind("R13", lines, 4)[0].picture
    assert isinstance(picture, Pair)
    assert picture.before is None


def test_an_exercise_without_a_score_before_has_no_grey_mark():
    assert behind("R10", ("0 session front_lunge=4",), 0)[0].picture.before is None


def test_distances_are_in_the_units_of_the_person(qtbot):
    page = a_why_page(qtbot, "R14", *CASES["R14"][:2], units=Units.MILES)

    assert "4.9 miles" in reads(page)
    assert "This run: 4.9 miles" in next(one for one in page.findChildren(BarChart)).accessibleName()


def test_each_entry_leads_to_its_place_in_the_diary(qtbot):
    page = a_why_page(qtbot, "R11", *CASES["R11"][:2])
    read = behind("R11", *CASES["R11"][:2])[0]

    assert [row.text() for row in page.read.rows] == ["5.0 km run"]
    assert len(read.entries) == 1
    with qtbot.waitSignal(page.entry_requested) as asked:
        page.read.rows[0].click()
    assert asked.args[0][0] == day(0)


def test_a_score_that_was_told_with_a_run_is_the_entry_of_that_run(qtbot):
    page = a_why_page(qtbot, "R19", SPREAD, 11)

    assert {row.text() for row in page.read.rows} == {"5.0 km run"}


def test_many_entries_are_folded_until_they_are_asked_for(qtbot):
    page = a_why_page(qtbot, "R18", *CASES["R18"][:2])

    assert (len(page.read.rows), page.read.more.text()) == (5, "9 more")
    page.read.more.click()

    assert len(page.read.rows) == 14
    assert page.read.rows[5].hasFocus()
    assert page.read.rows[0].text() == "Pain 4, knee, no place given"


def test_what_is_no_entry_says_what_it_is(qtbot):
    page = a_why_page(qtbot, "R23", *CASES["R23"][:2])

    assert page.read.rows == []
    assert "not an entry of the diary" in reads(page)


def test_thresholds_stand_with_their_source(qtbot):
    page = a_why_page(qtbot, "R14", *CASES["R14"][:2])

    assert "Looks back\n30 days\nFrandsen 2025" in reads(page)
    assert "Rule R14, version 1: a longer run than before. Limits: KneeCoach." in reads(page)


def test_a_red_flag_says_what_to_tell_a_doctor_and_that_its_limits_are_fixed(qtbot):
    page = a_why_page(qtbot, "R05", ("0 flag gives_way",), 0)

    assert "What to tell a doctor" in reads(page)
    assert "Knee gives way, noted 1 June" in reads(page)
    assert "nobody can change them" in reads(page)
    with qtbot.waitSignal(page.summary_requested):
        next(one for one in page.findChildren(QWidget) if one.accessibleName() == "Summary for the doctor").click()


def test_other_findings_of_the_same_entries_are_named(qtbot):
    page = a_why_page(qtbot, "R12", ("0 run 5 before=1 hour=4 max=4 no_limp",), 0)

    assert "Also read by: Make the next run easier" in reads(page)


def test_a_wrong_number_leads_to_its_entry(qtbot):
    page = a_why_page(qtbot, "R11", *CASES["R11"][:2])
    (wrong,) = [one for one in page.findChildren(QWidget) if one.accessibleName() == "A number is wrong"]

    with qtbot.waitSignal(page.entry_requested):
        wrong.click()
    with qtbot.waitSignal(page.entry_requested):
        QTest.keyClick(page, Qt.Key.Key_E)


def test_the_keys_lead_back_and_to_the_next(qtbot):
    page = a_why_page(qtbot, "R11", *CASES["R11"][:2])

    for key, step in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1)):
        with qtbot.waitSignal(page.step_requested) as asked:
            QTest.keyClick(page, key)
        assert asked.args == [step]
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_tab_goes_from_the_way_back_through_the_entries(qtbot):
    page = a_why_page(qtbot, "R11", *CASES["R11"][:2])
    page.crumbs.back.setFocus()

    QTest.keyClick(page.crumbs.back, Qt.Key.Key_Tab)

    assert page.read.rows[0].hasFocus()


def test_what_is_over_says_since_when_and_what_ended_it(qtbot):
    lines = ("0 run 5 max=4", "2 run 5 max=1 no_limp")
    (past,) = [one for one in pasts(*lines, on=4) if one.finding.rule == "R11"]
    page = WhyPage()
    qtbot.addWidget(page)
    read = advised(*lines, on=4)
    page.show_reasons(
        reasons(past.finding, read, PROFILE, Units.KM), terms_of(read, Units.KM), PROFILE, day(4), past=past
    )
    page.show()
    page.grab()

    assert page.finding() == "Make the next run easier"
    assert "Over since 3 June" in reads(page)
    assert "What ended it\nCleared by a run" in reads(page)
    assert "Read 2 June" in reads(page)


def test_one_finding_after_another_leaves_nothing_of_the_one_before(qtbot):
    page = a_why_page(qtbot, "R11", *CASES["R11"][:2])

    page.show_reasons(*behind("R14", *CASES["R14"][:2]), PROFILE, day(1))

    assert "A longer run than in the last month" in reads(page)
    assert "Make the next run easier" not in reads(page)


@pytest.mark.parametrize("width", [960, 816])
def test_the_side_is_narrow_in_a_narrow_window(qtbot, width):
    page = a_why_page(qtbot, "R11", *CASES["R11"][:2], size=(width, 600))

    assert page._side.width() == (320 if width < 1_000 else 376)


def test_what_to_do_comes_after_what_was_logged():
    finding = behind("R12", *CASES["R12"][:2])[0].finding

    assert to_do(finding) == "Make the next one shorter or easier."
