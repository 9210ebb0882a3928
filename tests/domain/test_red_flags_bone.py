"""The rule R07 about soreness over bone, at each vector of the clinical notes, each edge, and what answers it."""

import pytest

from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag
from kneecoach.domain.pain import PainPhase, PainSize, Tenderness
from tests.screening import PLATEAU, a_check_in, a_flag, a_pain, fired, gone, seen

SPOT = {"regions": PLATEAU, "size": PainSize.FINGERTIP, "tenderness": Tenderness.CLEAR, "side": Side.LEFT}
NO_HOP = {"denied": (Flag.HOP_PAIN,)}


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
    assert "R07" in fired(a_pain(2, **SPOT), a_pain(1, 1, PainPhase.NIGHT), a_check_in(**NO_HOP))


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
