"""The rules R06 to R09, at each vector of the clinical notes, each edge, and what answers them."""

import pytest

from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag
from kneecoach.domain.pain import Amount, PainPhase, PainSize, Tenderness
from tests.builders import a_person
from tests.screening import PLATEAU, a_check_in, a_flag, a_pain, fired, gone, seen

NIGHT = PainPhase.NIGHT
SPOT = {"regions": PLATEAU, "size": PainSize.FINGERTIP, "tenderness": Tenderness.CLEAR, "side": Side.LEFT}
NO_HOP = {"denied": (Flag.HOP_PAIN,)}


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


def test_r07_vector_the_pes_anserine_is_the_wrong_place():
    assert "R07" not in fired(a_pain(4, **SPOT | {"regions": ("pes_anserine",)}), a_flag(Flag.HOP_PAIN))


def test_r07_vector_a_fingertip_of_clear_tenderness_with_pain_on_walking_fires():
    assert fired(a_pain(3, phase=PainPhase.WALKING, **SPOT), a_check_in(**NO_HOP)) == {"R07": "days"}


@pytest.mark.parametrize("region", ["medial_tibial_plateau", "medial_femoral_condyle"])
def test_both_places_over_bone_are_read(region):
    assert "R07" in fired(a_pain(2, **SPOT | {"regions": (region,)}), a_flag(Flag.HOP_PAIN))


@pytest.mark.parametrize(
    "missing",
    [
        {"size": PainSize.PALM},
        {"size": PainSize.WIDE},
        {"tenderness": Tenderness.MILD},
        {"tenderness": Tenderness.NONE},
    ],
)
def test_a_larger_or_less_tender_place_fires_nothing(missing):
    assert "R07" not in fired(a_pain(4, **SPOT | missing), a_flag(Flag.HOP_PAIN))


@pytest.mark.parametrize(("walk", "fires"), [(2, False), (3, True)])
def test_walking_counts_from_three(walk, fires):
    assert ("R07" in fired(a_pain(2, **SPOT), a_pain(walk, 1, PainPhase.WALKING), a_check_in(**NO_HOP))) is fires


@pytest.mark.parametrize(("days", "fires"), [(13, True), (14, False)])
def test_loading_pain_counts_within_fourteen_days(days, fires):
    assert ("R07" in fired(a_pain(2, **SPOT), a_pain(5, days, PainPhase.WALKING), a_check_in(**NO_HOP))) is fires


def test_pain_at_night_counts_as_pain_on_loading():
    assert "R07" in fired(a_pain(2, **SPOT), a_pain(1, 1, NIGHT), a_check_in(**NO_HOP))


@pytest.mark.parametrize(("score", "fires"), [(2, False), (3, True)])
def test_from_three_what_was_not_asked_counts_as_yes(score, fires):
    assert ("R07" in fired(a_pain(score, regions=PLATEAU))) is fires


@pytest.mark.parametrize(
    "answer",
    [
        {"regions": PLATEAU, "size": PainSize.PALM},
        {"regions": PLATEAU, "tenderness": Tenderness.MILD},
    ],
)
def test_the_answers_may_come_later(answer):
    assert "R07" not in fired(a_pain(4, 1, regions=PLATEAU), a_pain(1, **answer))


def test_painless_hopping_at_the_same_time_leaves_no_loading():
    assert fired(a_pain(4, **SPOT), a_check_in(4, **NO_HOP)) == {}


def test_soreness_over_bone_stays_for_as_long_as_nothing_is_logged():
    assert "R07" in fired(a_pain(2, 300, **SPOT), a_flag(Flag.HOP_PAIN, 300, closed=None))
    assert "R07" in fired(a_pain(3, 300, PainPhase.WALKING, **SPOT), a_check_in(days=300, **NO_HOP))


@pytest.mark.parametrize(
    "answer",
    [
        a_pain(2, 1, regions=PLATEAU, tenderness=Tenderness.NONE, side=Side.LEFT),
        a_pain(0, 1, PainPhase.WALKING),
        a_check_in(days=1, **NO_HOP),
    ],
)
def test_soreness_over_bone_is_answered_by_less_tenderness_or_painless_loading(answer):
    before = [a_pain(3, 9, PainPhase.WALKING, **SPOT)]

    assert "R07" in fired(*before)
    assert "R07" not in fired(*before, answer)


def test_the_other_knee_answers_nothing():
    answer = a_pain(2, 1, regions=PLATEAU, tenderness=Tenderness.NONE, side=Side.RIGHT)

    assert "R07" in fired(a_pain(3, 9, PainPhase.WALKING, **SPOT), answer)


def test_hopping_answered_as_gone_is_painless_loading():
    spot = a_pain(2, 9, **SPOT)

    assert "R07" in fired(spot, a_flag(Flag.HOP_PAIN, 9))
    assert "R07" not in fired(spot, a_flag(Flag.HOP_PAIN, 9, closed=gone(1)))


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


def test_a_run_answers_no_severe_score():
    assert "R08" in fired(a_pain(9, 60), a_pain(1, 1, PainPhase.DURING_RUN))


def test_six_at_rest_on_three_of_seven_days_fires():
    assert fired(*days_of(6, 1, 2)) == {}
    assert fired(*days_of(6, 0, 3, 6)) == {"R08": "days"}
    assert fired(*days_of(6, 0, 3, 7)) == {}
    assert fired(*days_of(5, 0, 1, 2)) == {}


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


def test_soreness_over_bone_seen_by_a_clinician_is_a_note():
    flag = a_flag(Flag.HOP_PAIN, 6, closed=seen(5))

    assert fired(a_pain(2, 6, **SPOT), flag)["R07"] == "routine"


def test_an_open_hopping_pain_outweighs_painless_walking():
    walked = a_pain(0, 1, PainPhase.WALKING)

    assert "R07" in fired(a_pain(2, 9, **SPOT), a_flag(Flag.HOP_PAIN, 9), walked)


def test_pain_on_a_later_walk_keeps_soreness_over_bone_standing():
    spot, walked = a_pain(3, 9, PainPhase.WALKING, **SPOT), a_pain(4, 1, PainPhase.WALKING)

    assert "R07" in fired(spot, a_check_in(days=2, **NO_HOP), walked)


def seen_hopping():
    """A visit ten days ago for pain on hopping."""
    return a_flag(Flag.HOP_PAIN, 11, closed=seen(10))


def test_a_visit_before_the_place_over_bone_was_logged_has_not_seen_it():
    before = a_pain(5, 11)

    assert fired(before, a_pain(4, 9, **SPOT), seen_hopping(), a_flag(Flag.HOP_PAIN))["R07"] == "days"
    assert fired(before, a_pain(4, 10, **SPOT), seen_hopping(), a_flag(Flag.HOP_PAIN))["R07"] == "routine"


def test_a_place_that_was_seen_stays_seen_when_it_is_logged_again():
    assert fired(a_pain(4, 11, **SPOT), a_pain(4, 1, **SPOT), seen_hopping(), a_flag(Flag.HOP_PAIN))["R07"] == "routine"


@pytest.mark.parametrize(
    "other",
    [{"side": Side.RIGHT}, {"regions": ("medial_femoral_condyle",)}, {"tenderness": Tenderness.MILD}],
)
def test_a_visit_for_another_place_or_one_that_was_not_tender_does_not_count(other):
    told_before = a_pain(4, 11, **SPOT | other)

    assert fired(told_before, a_pain(4, 1, **SPOT), seen_hopping(), a_flag(Flag.HOP_PAIN))["R07"] == "days"
