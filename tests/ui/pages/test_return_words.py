"""The words of returning to running: stages, parts, and each line of the table at its boundary."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from kneecoach.coaching.returning import Returning
from kneecoach.domain.advice.returning import OTHER_RUN, STAGES, Standing, Step
from kneecoach.domain.advice.stage_words import return_finding
from kneecoach.domain.finding import Record
from kneecoach.domain.pain import Amount
from kneecoach.domain.screening import may_start
from kneecoach.ui.pages import return_words as words
from kneecoach.ui.pages.return_words import Met
from tests.domain.advice.logs import PROFILE, day, moment
from tests.domain.advice.test_vectors import clean

NOW = moment(9, 10)


def a_standing(stage=2, step=Step.REPEAT, *, from_day=9, read=(), count=0):
    return Standing(STAGES[stage], step, day(from_day), tuple(one.id for one in read), count)


def found(stands, *attempts):
    finding = return_finding(stands, attempts, PROFILE)
    return Returning(NOW, may_start(Record(), NOW), stands, attempts, finding, (), 2, PROFILE)


@pytest.mark.parametrize(
    ("stage", "name", "times", "minutes", "caption"),
    [
        (0, "0. Walk", "30 min", 30, "Walk briskly for 30 minutes"),
        (1, "1. 3 / 2", "3 times", 20, "Run 3, walk 2, three times"),
        (2, "2. 3 / 2", "4 times", 25, "Run 3, walk 2, four times"),
        (5, "5. 4 / 1", "5 times", 30, "Run 4, walk 1, five times"),
        (6, "6. Run", "22 min", 27, "Run easily for 22 minutes"),
    ],
)
def test_a_stage_is_told_by_its_minutes(stage, name, times, minutes, caption):
    one = STAGES[stage]

    assert (words.rung_name(one), words.rung_times(one), words.minutes_of(one)) == (name, times, minutes)
    assert words.caption_of(one)[0] == caption
    assert words.caption_of(one)[1].endswith(f"effort up to {one.effort_max} of 10")


def test_its_parts_begin_with_the_walk_before():
    assert words.parts_of(STAGES[1]) == (
        (5, False),
        (3, True),
        (2, False),
        (3, True),
        (2, False),
        (3, True),
        (2, False),
    )
    assert words.parts_of(STAGES[0]) == ((30, False),)
    assert words.parts_of(STAGES[6]) == ((5, False), (22, True))


CONDITIONS = ("pain", "hour", "morning", "signs", "rest", "whole")


@pytest.mark.parametrize(
    ("more", "row", "text", "met"),
    [
        ({"pain_max": 2}, "pain", "2", Met.YES),
        ({"pain_max": 3}, "pain", "3", Met.AMBER),
        ({"pain_max": 5}, "pain", "5", Met.AMBER),
        ({"pain_max": 6}, "pain", "6", Met.RED),
        ({"pain_max": None}, "pain", "–", Met.UNKNOWN),
        ({"pain_60": 1}, "hour", "1, was 1", Met.YES),
        ({"pain_60": 2}, "hour", "2, was 1", Met.AMBER),
        ({"pain_60": None}, "hour", "–", Met.UNKNOWN),
        ({"pain_before": None}, "hour", "1, was –", Met.UNKNOWN),
        ({"morning": 1}, "morning", "1, usual 1", Met.YES),
        ({"morning": 2, "usual": Fraction(3, 2)}, "morning", "2, usual 1.5", Met.AMBER),
        ({"morning": None}, "morning", "–", Met.UNKNOWN),
        ({"usual": None}, "morning", "1, usual –", Met.UNKNOWN),
        ({"morning": 3, "usual": Fraction(3)}, "morning", "3, above 2", Met.AMBER),
        ({}, "signs", "None", Met.YES),
        ({"swelling": Amount.LITTLE}, "signs", "Swelling", Met.RED),
        ({"limp": True}, "signs", "Limp", Met.RED),
        ({"limp": True, "swelling": Amount.CLEAR}, "signs", "Both", Met.RED),
        ({"limp": None}, "signs", "–", Met.UNKNOWN),
        ({"swelling": None}, "signs", "–", Met.UNKNOWN),
        ({"rested": False}, "rest", "None", Met.AMBER),
        ({}, "whole", "Yes", Met.YES),
        ({"whole": False}, "whole", "Ended early", Met.AMBER),
        ({"whole": None}, "whole", "–", Met.UNKNOWN),
        ({"masked": True}, "whole", "Painkiller", Met.AMBER),
    ],
)
def test_each_condition_says_what_the_time_says_to_it(more, row, text, met):
    attempt = clean(5, 2, **more)

    rows = dict(zip(CONDITIONS, words.rows_of([attempt], [attempt], PROFILE), strict=True))

    assert rows[row].cells == (words.Cell(text, met),)


@pytest.mark.parametrize(
    ("before", "text", "met"),
    [((), "First", Met.YES), ((4,), "None", Met.AMBER), ((3,), "1 day", Met.YES), ((1, 2), "2 days", Met.YES)],
)
def test_the_days_between_are_counted_from_the_time_before(before, text, met):
    attempt = clean(5, 2)

    rows = words.rows_of([attempt], [*(clean(number, 2) for number in before), attempt], PROFILE)

    assert rows[CONDITIONS.index("rest")].cells == (words.Cell(text, met),)


def test_the_table_shows_the_last_two_times_at_this_stage():
    attempts = (clean(0, 1), clean(2, 2, pain_max=3), clean(4, 2, pain_max=3), clean(6, 2, pain_max=3))

    shown = words.shown(found(a_standing(step=Step.HOLD, read=attempts[-1:]), *attempts))

    assert shown == attempts[-2:]


@pytest.mark.parametrize("step", [Step.ADVANCE, Step.DONE, Step.BACK])
def test_after_a_step_it_shows_what_led_to_it(step):
    attempts = (clean(0, 1), clean(2, 1))

    assert words.shown(found(a_standing(step=step, read=attempts), *attempts)) == attempts


def test_a_morning_above_the_usual_when_the_stages_began_is_marked():
    first, later = clean(0, 2), clean(2, 2, morning=2, usual=Fraction(2))

    rows = words.rows_of([later], [first, later], PROFILE)

    assert rows[CONDITIONS.index("morning")].cells == (words.Cell("2, at first 1", Met.AMBER),)


def test_another_run_that_led_back_is_named_and_shown():
    attempts, run = (clean(0, 1), clean(2, 1)), clean(4, OTHER_RUN, limp=True)

    back = replace(found(a_standing(step=Step.BACK, read=(run,)), *attempts), others=(run,))

    assert words.read_words(back) == "Read: the run of 5 June."
    assert words.shown(back) == (run,)


def test_the_days_that_were_read_are_named():
    attempts = (clean(0, 1), clean(2, 1))

    moved = found(a_standing(step=Step.ADVANCE, read=attempts), *attempts)

    assert words.read_words(moved) == "Read: the runs of 1 June and 3 June."
    assert words.table_title(moved, PROFILE) == "Moved on: two clean times"
    assert words.since_words(moved) == "Since 1 June"
    blank = found(a_standing(0, Step.BEGIN))
    assert (words.since_words(blank), words.read_words(blank)[:6]) == ("", "No run")


def test_the_day_from_which_it_may_be_is_named_when_it_is_not_today():
    assert words.next_day_words(found(a_standing(from_day=11))) == "Stage 2 on Friday 12 June at the earliest."
    assert words.next_day_words(found(a_standing())) == words.REST_TEXT


@pytest.mark.parametrize(
    ("attempt", "said"),
    [
        (clean(9, morning=None), "10 June is judged after its next morning check."),
        (clean(8, morning=None), "9 June is judged after its next morning check."),
        (clean(5, limp=None), "A dash was not asked"),
        (clean(5), ""),
    ],
)
def test_what_is_still_to_come_is_told_from_what_was_not_said(attempt, said):
    told = words.waiting_words([attempt], NOW.date())

    assert told.startswith(said)
    assert bool(told) is bool(said)


def test_after_todays_time_the_hour_is_asked_for_once_it_is_over():
    assert words.waiting_words([clean(9, morning=None, pain_60=None)], NOW.date()).endswith(words.HOUR_LATER)
    assert words.HOUR_LATER not in words.waiting_words([clean(8, morning=None, pain_60=None)], NOW.date())


def test_a_day_on_which_it_was_done_is_told_from_a_day_of_rest():
    assert words.rest_lead(found(a_standing(), clean(9, 2))) == "Done for today."
    assert words.rest_lead(found(a_standing(), clean(8, 2))) == words.rest_lead(found(a_standing())) == "Rest today."


def test_the_end_has_a_title_of_its_own():
    assert words.title_of(found(a_standing(6, Step.DONE))) == "The stages are done"
    assert words.title_of(replace(found(a_standing()), now=NOW + timedelta(days=1))) == "Stage 2 of 6"
