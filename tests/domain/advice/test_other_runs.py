"""R25 beside other runs and a usual morning that drifts: neither leads on, and nothing unknown does."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain.advice.returning import OTHER_RUN, STAGES, Step, standing
from kneecoach.domain.advice.stage_words import return_finding
from kneecoach.domain.pain import Amount
from tests.domain.advice.logs import PROFILE, day
from tests.domain.advice.test_vectors import clean

LAST = STAGES[-1].number
TWO = (clean(0), clean(2))


def other(number, **more):
    """Another run, of which everything is known and good unless told otherwise."""
    return clean(number, OTHER_RUN, **more)


@pytest.mark.parametrize(
    ("run", "stage", "step", "clean_ones"),
    [
        (other(6), 1, Step.REPEAT, 1),
        (other(6, pain_max=2), 1, Step.REPEAT, 1),
        (other(6, pain_max=3), 1, Step.HOLD, 0),
        (other(6, pain_max=5), 1, Step.HOLD, 0),
        (other(6, pain_60=2), 1, Step.HOLD, 0),
        (other(6, morning=2), 1, Step.HOLD, 0),
        (other(6, pain_max=6), 0, Step.BACK, 0),
        (other(6, limp=True), 0, Step.BACK, 0),
        (other(6, swelling=Amount.LITTLE), 0, Step.BACK, 0),
        (other(6, masked=True), 1, Step.REPEAT, 0),
        (other(6, pain_max=None), 1, Step.REPEAT, 0),
        (other(6, pain_60=None), 1, Step.REPEAT, 0),
        (other(6, morning=None), 1, Step.REPEAT, 0),
        (other(6, limp=None), 1, Step.REPEAT, 0),
        (other(6, swelling=None), 1, Step.REPEAT, 0),
    ],
)
def test_another_run_warns_as_a_time_at_a_stage_does_and_is_never_clean(run, stage, step, clean_ones):
    now = standing((*TWO, clean(4, 1)), day(9), PROFILE, [run])

    assert (now.stage.number, now.step, now.clean) == (stage, step, clean_ones)
    assert (now.read == (run.id,)) is (clean_ones == 0)


def test_a_bad_other_run_between_two_clean_times_keeps_the_stage():
    assert standing((clean(0), clean(4)), day(9), PROFILE, [other(2)]).step is Step.ADVANCE
    assert standing((clean(0), clean(4)), day(9), PROFILE, [other(2, pain_max=4)]).step is Step.REPEAT
    assert standing((clean(0), clean(4)), day(9), PROFILE, [other(2, pain_max=None)]).step is Step.REPEAT


@pytest.mark.parametrize(("pain", "free"), [(5, 11), (6, 12)])
def test_a_red_other_run_leaves_48_hours_off_even_before_the_first_time(pain, free):
    assert standing(TWO, day(9), PROFILE, [other(9, pain_max=pain)]).from_day == day(free)
    assert standing((), day(9), PROFILE, [other(9, pain_max=pain)]).from_day == day(free)
    assert standing((), day(9), PROFILE, [other(9, pain_max=pain)]).step is Step.BEGIN


def test_after_the_end_only_a_red_run_leads_back():
    attempts = [clean(8 * stage + 4 * time, stage) for stage in range(LAST + 1) for time in (0, 1)]
    after = 8 * LAST + 8

    for more, step in (({}, Step.DONE), ({"pain_max": 5}, Step.DONE), ({"masked": True}, Step.DONE)):
        assert standing(attempts, day(after), PROFILE, [other(after, **more)]).step is step
    assert standing(attempts, day(after), PROFILE, [other(after, limp=True)]).step is Step.BACK


@pytest.mark.parametrize(
    ("run", "text"),
    [
        (other(4, pain_max=6, limp=True), "You logged 6 of 10 and a limp, with another run"),
        (other(4, pain_max=4), "You logged 4 of 10, with another run"),
        (other(4, masked=True), "You logged another run, after a painkiller"),
        (other(4, pain_max=None), "You logged another run. Not known yet: the highest pain."),
    ],
)
def test_it_says_which_other_run_decided(run, text):
    found = return_finding(standing(TWO, day(9), PROFILE, [run]), TWO, PROFILE, [run])

    assert text in found.text
    assert found.entries == (run.id,)


@pytest.mark.parametrize(
    ("began", "usual", "morning", "step"),
    [
        (1, 1, 1, Step.ADVANCE),
        (2, 2, 2, Step.ADVANCE),
        (3, 3, 3, Step.HOLD),
        (1, 2, 1, Step.ADVANCE),
        (1, 2, 2, Step.HOLD),
        (1, 5, 5, Step.HOLD),
        (4, 4, 2, Step.ADVANCE),
        (None, 2, 2, Step.ADVANCE),
    ],
)
def test_a_usual_morning_that_has_risen_is_no_measure(began, usual, morning, step):
    first = clean(0, usual=None if began is None else Fraction(began), morning=0)
    later = [clean(number, usual=Fraction(usual), morning=morning) for number in (2, 4)]

    now = standing((first, *later), day(9), PROFILE) if began is None else standing((first, later[0]), day(9), PROFILE)

    assert now.step is step


@pytest.mark.parametrize(
    ("morning", "text"),
    [(3, "3 the next morning, above 2"), (2, "2 the next morning, above the usual when the stages began")],
)
def test_it_says_which_usual_was_passed(morning, text):
    attempts = (clean(0), clean(2, usual=Fraction(5), morning=morning))

    assert text in return_finding(standing(attempts, day(9), PROFILE), attempts, PROFILE).text


def followed(answers, others=()):
    """Attempts every third day, each at the stage that was due by then."""
    attempts = []
    for number, answer in enumerate(answers):
        told = [one for one in others if one.on < day(3 * number)]
        due = standing(attempts, day(3 * number), PROFILE, told).stage.number
        attempts.append(clean(3 * number, due, **answer))
    return standing(attempts, day(3 * len(answers)), PROFILE, others).stage.number


ANSWERS = st.sampled_from(
    (
        {},
        {"pain_max": 2},
        {"pain_max": 3},
        {"pain_60": 2},
        {"morning": 2},
        {"pain_max": 6},
        {"limp": True},
        {"limp": None},
    )
)
WORSE = st.sampled_from(({"pain_max": 6}, {"swelling": Amount.LITTLE}, {"morning": None}, {"whole": None}))


@given(st.lists(ANSWERS, min_size=1, max_size=14), st.data(), WORSE)
@settings(max_examples=60, deadline=None)
def test_a_worse_or_unknown_answer_never_leads_further(answers, data, worse):
    place = data.draw(st.integers(0, len(answers) - 1))

    changed = [*answers[:place], answers[place] | worse, *answers[place + 1 :]]

    assert followed(changed) <= followed(answers)


@given(st.lists(ANSWERS, min_size=1, max_size=14), st.integers(0, 13), ANSWERS | WORSE, WORSE)
@settings(max_examples=60, deadline=None)
def test_another_run_or_a_worse_one_never_leads_further(answers, number, answer, worse):
    run = other(3 * number + 1, **answer)

    once, again = followed(answers, [run]), followed(answers, [replace(run, **worse)])

    assert again <= once <= followed(answers)
