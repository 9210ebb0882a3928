"""What the morning check says of what it closes, and of each outcome."""

from dataclasses import replace
from fractions import Fraction

import pytest

from kneecoach.domain.flag import Urgency
from kneecoach.domain.pain import Amount
from kneecoach.domain.person import Units
from kneecoach.domain.screening import Permission, Verdict
from kneecoach.ui.pages import morning_words
from kneecoach.ui.widgets.card import Kind
from tests.builders import a_session_record, a_set_record
from tests.limits import NAME, with_limits
from tests.ui.pages.looking_back import A_RUN, BREAKFAST, DAY, RAN_AT, a_due

TODAY = BREAKFAST.date()
ONE = Fraction(1)
GO = Permission(Verdict.GO, None, (), "Fine to warm up.", "")
A_SESSION = a_session_record(started_at=RAN_AT, pain_before=3, pain_after=2, sets=(a_set_record(),))


def said(due, pain, swelling=Amount.NONE, permission=GO):
    return morning_words.foot_words(due, TODAY, pain, swelling, permission)


@pytest.mark.parametrize(
    ("load", "title", "detail"),
    [
        (A_RUN, "6.0 km easy, Saturday 18:15", "Pain 2 before, 3 at most, 2 after an hour"),
        (
            replace(A_RUN, pain_before=None, pain_max=None, pain_60=None),
            "6.0 km easy, Saturday 18:15",
            "No pain was said of it",
        ),
        (
            replace(A_RUN, pain_after=1),
            "6.0 km easy, Saturday 18:15",
            "Pain 2 before, 3 at most, 1 after, 2 after an hour",
        ),
    ],
)
def test_a_run_is_named_with_the_pains_that_were_said(load, title, detail):
    assert morning_words.closed_words(load, Units.KM, with_day=True) == ("run", title, detail)


def test_a_session_is_named_with_its_sets():
    icon, title, detail = morning_words.closed_words(A_SESSION, Units.KM, with_day=False)

    assert (icon, title.endswith(", 18:15")) == ("routine", True)
    assert detail.endswith("sets, pain 3 then 2")
    left = replace(A_SESSION, pain_after=None)
    assert morning_words.closed_words(left, Units.KM, with_day=False)[2].endswith("sets, pain up to 3")


@pytest.mark.parametrize(
    ("pain", "swelling", "kind", "text"),
    [
        (1, Amount.NONE, Kind.OK, "From 2: repeat or shorten. From 3, or with swelling: a day without running."),
        (2, Amount.NONE, Kind.WARN, "2 this morning, usual 1. From 3, or with swelling: a day without running."),
        (3, Amount.NONE, Kind.STOP, "3 in the morning is two points or more above your usual 1."),
        (0, Amount.LITTLE, Kind.STOP, "a little swollen"),
        (0, Amount.CLEAR, Kind.STOP, "clearly swollen"),
        (1, None, Kind.INFO, "Swelling is not answered yet"),
    ],
)
def test_each_outcome_has_its_own_look_and_its_numbers(pain, swelling, kind, text):
    shown, _lead, words = said(a_due(usual=ONE), pain, swelling)

    assert shown is kind
    assert text in words


def test_a_painkiller_before_the_run_takes_the_green_away():
    kind, lead, text = said(a_due(replace(A_RUN, painkiller=True), usual=ONE), 1)

    assert (kind, lead) == (Kind.INFO, "At your usual morning level.")
    assert "can hide the signal" in text


def test_a_usual_morning_between_two_numbers_is_said_as_it_is():
    due = a_due(usual=Fraction(3, 2))

    assert morning_words.usual_words(due.usual) == "Your usual morning: 1.5"
    assert said(due, 2)[2] == "2 this morning, usual 1.5. From 4, or with swelling: a day without running."


def test_near_the_end_of_the_scale_no_score_above_ten_is_named():
    assert said(a_due(usual=Fraction(9)), 9)[2] == "From 10: repeat or shorten."
    assert said(a_due(usual=Fraction(10)), 10)[2] == ""


def test_without_any_pain_before_it_nothing_is_measured():
    due = a_due(replace(A_RUN, pain_before=None))

    assert said(due, 6) == (Kind.INFO, "Usual not known yet.", morning_words.USUAL_FROM)


def test_of_a_run_and_a_session_the_lesser_pain_before_counts():
    due = a_due(A_SESSION, A_RUN)

    assert said(due, 3)[1] == "Above the 2 before it: repeat or shorten, do not add."


def test_a_red_flag_stands_before_everything_with_the_numbers_to_call():
    red = Permission(Verdict.REFUSED, Urgency.EMERGENCY, (), "Get help now.", "Call.", numbers=("112",))

    assert said(a_due(usual=ONE), 0, permission=red) == (Kind.STOP, "Get help now.", "Call. 112")


@pytest.mark.parametrize(
    ("loads", "today", "name"),
    [
        ((A_RUN, A_SESSION), TODAY, "Yesterday\u2019s run"),
        ((A_SESSION,), TODAY, "Yesterday\u2019s session"),
        ((A_RUN,), TODAY + DAY, "Saturday\u2019s run"),
    ],
)
def test_what_is_closed_has_a_name(loads, today, name):
    assert morning_words.closed_name(a_due(*loads), today) == name


def test_mornings_without_an_answer_are_named_when_there_is_one():
    assert "answer." not in morning_words.chart_words(())
    assert morning_words.chart_words((TODAY,)).endswith("Sunday has no answer.")
    assert morning_words.chart_words((TODAY, TODAY - DAY)).endswith("A question mark is a morning without an answer.")


def test_limits_that_a_physio_has_set_decide_and_are_named():
    strict, loose = (a_due(usual=ONE, profile=with_limits(f"rest_above={points}")) for points in (1, 3))

    assert said(strict, 2)[0] is Kind.STOP
    assert said(strict, 2)[2].startswith("2 in the morning is one point or more above your usual 1.")
    assert said(strict, 2)[2].endswith(f"Limits: “{NAME}”.")
    assert said(strict, 1)[2] == f"From 2, or with swelling: a day without running. Limits: “{NAME}”."
    assert said(loose, 3)[0] is Kind.WARN
    assert said(loose, 4)[0] is Kind.STOP
