"""The rules R06, R08 and R09, at each vector of the clinical notes, each edge, and what answers them."""

import pytest

from kneecoach.domain.flag import Flag
from kneecoach.domain.pain import Amount, PainPhase
from kneecoach.domain.screening import findings
from tests.builders import a_person
from tests.screening import NOW, a_check_in, a_flag, a_pain, a_record, fired, gone

NIGHT = PainPhase.NIGHT


def nights(*days, score=5):
    return [a_pain(score, day, NIGHT) for day in days]


def days_of(score, *days):
    return [a_check_in(score, day) for day in days]


def test_r06_vector_two_nights_of_five_fire_nothing_and_three_do():
    assert fired(*nights(1, 2)) == {}
    assert fired(*nights(1, 2, 3)) == {"R06": "days"}


@pytest.mark.parametrize(("score", "fires"), [(3, False), (4, True)])
def test_a_night_counts_from_four(score, fires):
    assert ("R06" in fired(*nights(1, 2, 3, score=score))) is fires


@pytest.mark.parametrize(("last", "fires"), [(14, True), (15, False)])
def test_the_three_nights_lie_within_fourteen_days(last, fires):
    assert ("R06" in fired(*nights(1, 2, last))) is fires


def test_an_evening_and_the_small_hours_after_it_are_one_night():
    # 23:30 two days ago, 01:30 and 05:30 yesterday
    assert fired(*nights(1 + 8 / 24, 1 + 6 / 24, 1 + 2 / 24)) == {}


def test_three_nights_stay_while_nothing_is_logged():
    assert "R06" in fired(*nights(200, 201, 202))


@pytest.mark.parametrize(("logged", "fires"), [(13, True), (14, False)])
def test_three_nights_are_answered_by_fourteen_logged_days_without_one(logged, fires):
    quiet = days_of(0, *range(98, 98 - logged, -1))

    assert ("R06" in fired(*nights(100, 101, 102), *quiet)) is fires


def test_nights_before_the_quiet_days_do_not_add_to_new_ones():
    quiet = days_of(0, *range(20, 6, -1))

    assert "R06" not in fired(*nights(25, 24, 23), *quiet, *nights(2, 1))


@pytest.mark.parametrize("flag", [Flag.CONSTANT_PAIN, Flag.WEIGHT_LOSS, Flag.NEW_LUMP])
def test_each_sign_that_ignores_rest_fires_alone(flag):
    assert fired(a_flag(flag, 300)) == {"R06": "days"}


@pytest.mark.parametrize(
    ("cancer", "score", "fires"), [(True, 1, True), (True, 0, False), (False, 1, False), (None, 1, False)]
)
def test_any_pain_with_a_history_of_cancer_fires(cancer, score, fires):
    person = a_person(birth_year=1990, cancer_history=cancer)

    assert ("R06" in fired(a_check_in(score), person=person)) is fires


@pytest.mark.parametrize(("days", "fires"), [(13, True), (14, False)])
def test_pain_with_a_history_of_cancer_is_answered_by_none_after_fourteen_days(days, fires):
    person = a_person(birth_year=1990, cancer_history=True)

    assert ("R06" in fired(a_pain(1, days), a_check_in(0), person=person)) is fires
    assert "R06" in fired(a_pain(1, days), person=person)


@pytest.mark.parametrize(
    ("score", "phase", "fires"),
    [
        (7, PainPhase.STAIRS, False),
        (8, PainPhase.STAIRS, True),
        (8, PainPhase.EXERCISE, True),
        (10, PainPhase.DURING_RUN, False),
        (10, PainPhase.AFTER_RUN, False),
        (6, PainPhase.REST, False),
        (7, PainPhase.REST, True),
        (7, PainPhase.SITTING, True),
        (7, PainPhase.MORNING, True),
        (7, PainPhase.NIGHT, True),
        (7, PainPhase.BEFORE_RUN, True),
        (7, PainPhase.DAILY, False),
        (6, None, False),
        (7, None, True),
    ],
)
def test_a_severe_score_depends_on_what_one_was_doing(score, phase, fires):
    assert ("R08" in fired(a_pain(score, 3, phase))) is fires


@pytest.mark.parametrize(("score", "fires"), [(6, False), (7, True)])
def test_the_pain_of_a_check_in_counts_as_at_rest(score, fires):
    assert ("R08" in fired(a_check_in(score))) is fires


@pytest.mark.parametrize(("days", "fires"), [(6, True), (7, False)])
def test_a_severe_score_stays_for_seven_days_whatever_is_logged_after_it(days, fires):
    assert ("R08" in fired(a_pain(9, days), a_check_in(1))) is fires


def test_a_severe_score_stays_until_something_is_logged():
    assert "R08" in fired(a_pain(9, 60))
    assert "R08" not in fired(a_pain(9, 60), a_check_in(6))


@pytest.mark.parametrize(
    ("days", "because"),
    [
        (1, ("pain 9 of 10 at rest on 23 November", "pain 8 of 10 on 24 November")),
        (6, ("pain 9 of 10 at rest on 18 November", "pain 8 of 10 on 24 November")),
        (7, ("pain 8 of 10 on 24 November",)),
    ],
)
def test_the_worst_score_of_a_week_is_named_with_the_last(days, because):
    (found,) = findings(a_record(a_pain(9, days), a_pain(8, 0, None)), NOW)

    assert found.because == because
    assert found.text.startswith(f"You logged {' and '.join(because)}. ")


def test_a_run_answers_no_severe_score():
    assert "R08" in fired(a_pain(9, 60), a_pain(1, 1, PainPhase.DURING_RUN))


def test_six_at_rest_on_three_of_seven_days_fires():
    assert fired(*days_of(6, 1, 2)) == {}
    assert fired(*days_of(6, 0, 3, 6)) == {"R08": "days"}
    assert fired(*days_of(6, 0, 3, 7)) == {}
    assert fired(*days_of(5, 0, 1, 2)) == {}


def test_pain_of_which_nobody_said_when_is_never_called_at_rest():
    (unsaid,) = findings(a_record(a_pain(7, 3, None)), NOW)
    (said,) = findings(a_record(a_pain(7, 3, NIGHT)), NOW)
    (days,) = findings(a_record(a_pain(6, 0, None), *days_of(6, 1, 2)), NOW)

    assert unsaid.because == ("pain 7 of 10 on 21 November",)
    assert said.because == ("pain 7 of 10 at rest on 21 November",)
    assert days.because == ("pain of 6 or more on 3 days within a week, last on 24 November",)


def test_pain_of_which_nobody_said_when_reassures_of_nothing_at_rest():
    assert "R08" in fired(*days_of(6, 60, 61, 62), a_pain(1, 1, None))
    assert "R08" not in fired(*days_of(6, 60, 61, 62), a_pain(1, 1, PainPhase.REST))


def test_three_high_days_stay_until_a_lower_one_is_logged():
    assert "R08" in fired(*days_of(6, 60, 61, 62))
    assert "R08" not in fired(*days_of(6, 60, 61, 62), a_check_in(5))


def test_clear_swelling_fires_and_a_little_does_not():
    assert fired(a_pain(1, swelling=Amount.CLEAR)) == {"R09": "days"}
    assert fired(a_pain(1, swelling=Amount.LITTLE)) == {}


def test_a_ticked_swelling_fires():
    assert fired(a_flag(Flag.SWOLLEN, 90)) == {"R09": "days"}


@pytest.mark.parametrize(("last", "fires"), [(6, True), (7, False)])
def test_any_swelling_on_three_of_seven_days_fires(last, fires):
    logged = [a_pain(1, day, swelling=Amount.LITTLE) for day in (0, 1, last)]

    assert ("R09" in fired(*logged)) is fires


@pytest.mark.parametrize(("hours", "fires"), [(47, True), (48, False)])
def test_swelling_is_answered_by_none_logged_twice_48_hours_apart(hours, fires):
    dry = [a_pain(1, days, swelling=Amount.NONE) for days in (hours / 24, 0)]

    assert ("R09" in fired(a_pain(1, 5, swelling=Amount.CLEAR), *dry)) is fires


def test_swelling_between_two_answers_starts_them_again():
    logged = [(6, Amount.CLEAR), (4, Amount.NONE), (3, Amount.LITTLE), (1, Amount.NONE)]

    assert "R09" in fired(*(a_pain(1, days, swelling=amount) for days, amount in logged))


def test_a_swelling_that_is_gone_still_wants_48_hours_without():
    flag = a_flag(Flag.SWOLLEN, 9, closed=gone(3))

    assert fired(flag) == {"R09": "days"}
    assert fired(flag, a_pain(0, 2, swelling=Amount.NONE), a_pain(0, swelling=Amount.NONE)) == {}


def test_swelling_never_logged_is_no_answer():
    assert "R09" in fired(a_pain(1, 300, swelling=Amount.CLEAR), *days_of(0, *range(20)))
