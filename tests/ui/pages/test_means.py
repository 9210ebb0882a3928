"""The weekly review, the month and the page for the doctor round a mean of pain as the advice does."""

from datetime import date

from kneecoach.domain.advice.words import mean_words
from kneecoach.domain.diary import Period
from kneecoach.domain.doctor_facts import WeekFacts
from kneecoach.domain.person import Units
from kneecoach.domain.weekly import Change, WeekNumbers
from kneecoach.ui.pages import review_words
from kneecoach.ui.pages.diary_month import MonthCard
from kneecoach.ui.paper.doctor_chart import pain_words
from kneecoach.ui.widgets.text import Label
from tests.ui.pages.test_review_words import LAST, a_week, looked, row

MIDDLE = (5, 5, 5, 6)


def test_a_mean_in_the_middle_of_two_tenths_is_rounded_up_in_the_review():
    week = looked(a_week(len(MIDDLE), sum(MIDDLE)), WeekNumbers(LAST, 4, 13), Change.WORSE)

    average = row(week, "Average")
    assert (average.value, average.was) == ("5.3", "was 3.3")
    assert average.value == mean_words(MIDDLE)
    assert "2.0 higher, from 3.3 to 5.3" in review_words.sentence(week)[2]


def test_what_is_less_than_a_point_is_never_said_to_be_one():
    week = looked(a_week(25, 49), WeekNumbers(LAST, 25, 25))

    assert "0.9 higher is less than" in review_words.sentence(week)[2]


def test_the_month_and_the_page_for_the_doctor_say_the_same_mean(qtbot):
    card, today = MonthCard(), date(2026, 11, 22)
    qtbot.addWidget(card)

    card.show_month(today, today, Period(pain_entries=len(MIDDLE), pain_sum=sum(MIDDLE)), Units.KM)

    assert mean_words(MIDDLE) in [label.text() for label in card.findChildren(Label)]
    week = WeekFacts(today, len(MIDDLE), sum(MIDDLE), 6, runs=0, metres=0, longest_m=0, load=0, loaded=0)
    assert pain_words(week) == f"{mean_words(MIDDLE)}, 6"
