"""The rule R07 about soreness over bone, at each vector of the clinical notes, each edge, and what answers it."""

import pytest

from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Closed, Closing, Flag
from kneecoach.domain.pain import PainPhase, PainSize, Tenderness
from tests.screening import PLATEAU, a_check_in, a_flag, a_pain, day_ago, fired, gone, seen

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
        a_pain(2, 8.75, regions=PLATEAU, tenderness=Tenderness.MILD, side=Side.LEFT),
        a_pain(0, 9, PainPhase.WALKING),
        a_pain(0, 1, PainPhase.WALKING),
        a_check_in(days=1, **NO_HOP),
    ],
)
def test_one_better_entry_answers_no_soreness_over_bone(answer):
    assert "R07" in fired(a_pain(3, 9, PainPhase.WALKING, **SPOT), answer)


BEFORE = (a_pain(3, 40, PainPhase.WALKING, **SPOT),)


def soft(days, **more):
    return a_pain(0, days, **SPOT | {"tenderness": Tenderness.NONE} | more)


def walked(days, score=0, **more):
    return a_pain(score, days, PainPhase.WALKING, **more)


def hopped(days):
    return a_check_in(days=days, **NO_HOP)


def slept(days, score=0):
    return a_pain(score, days, PainPhase.NIGHT)


END = (soft(1), walked(1), hopped(1))


@pytest.mark.parametrize(
    ("entries", "fires"),
    [
        ((soft(15), *END), False),
        ((soft(14), *END), True),
        ((soft(15), soft(2), walked(1), hopped(1)), True),
        ((soft(16), soft(2), walked(1), hopped(1)), False),
        ((soft(15), walked(1), hopped(1)), True),
        ((soft(15), soft(1), hopped(1)), True),
        ((soft(15), soft(1), walked(1)), True),
        ((walked(30), hopped(30), *END), True),
        ((soft(15), soft(8, tenderness=Tenderness.MILD), *END), True),
        ((soft(15), a_pain(1, 8, regions=PLATEAU), *END), True),
        ((soft(15), a_pain(0, 8, regions=PLATEAU), *END), False),
        ((soft(15), a_pain(1, 8, regions=PLATEAU, side=Side.RIGHT), *END), False),
        ((soft(15), walked(8, 1), *END), True),
        ((soft(15), slept(8, 1), *END), True),
        ((soft(15), slept(20, 1), *END), True),
        ((soft(15), slept(20, 1), slept(1), *END), False),
        ((soft(15), a_flag(Flag.HOP_PAIN, 8, closed=gone(7)), *END), True),
        ((soft(15), a_flag(Flag.HOP_PAIN, 20, closed=gone(16)), *END), False),
        ((soft(15), a_flag(Flag.HOP_PAIN, 20), *END), True),
        ((soft(15), a_flag(Flag.NIGHT_PAIN, 30, closed=gone(12)), slept(1), *END), True),
        ((soft(15, side=Side.RIGHT), *END), True),
        ((soft(15, side=None), *END), True),
        ((soft(15, side=Side.BOTH), *END), False),
        ((soft(15), soft(1), walked(1, side=Side.RIGHT), hopped(1)), True),
        ((soft(15, regions=("medial_femoral_condyle",)), *END), True),
    ],
)
def test_soreness_over_bone_settles_in_fourteen_days_told_as_painless_to_their_end(entries, fires):
    assert ("R07" in fired(*BEFORE, *entries)) is fires


def test_what_hurts_at_the_same_moment_settles_nothing():
    assert "R07" in fired(*BEFORE, soft(15), *END, walked(1, 1))


def test_a_place_that_has_settled_does_not_come_back_for_being_mildly_sore():
    mild = a_pain(1, 0, **SPOT | {"tenderness": Tenderness.MILD})

    assert "R07" not in fired(*BEFORE, soft(15), *END, mild)
    assert "R07" in fired(*BEFORE, soft(15), *END, a_pain(3, 0, PainPhase.WALKING, **SPOT))


def test_the_other_knee_answers_nothing():
    answer = a_pain(2, 1, regions=PLATEAU, tenderness=Tenderness.NONE, side=Side.RIGHT)

    assert "R07" in fired(a_pain(3, 9, PainPhase.WALKING, **SPOT), answer)


@pytest.mark.parametrize(("days", "closed", "fires"), [(9, 1, True), (60, 22, True), (60, 23, False), (9, 9, True)])
def test_hopping_answered_as_gone_takes_nothing_back(days, closed, fires):
    spot = a_pain(2, 9, **SPOT)

    assert "R07" in fired(spot, a_flag(Flag.HOP_PAIN, days))
    assert ("R07" in fired(spot, a_flag(Flag.HOP_PAIN, days, closed=gone(closed)))) is fires


def test_hopping_ticked_by_mistake_was_never_a_sign():
    mistake = Closed(Closing.MISTAKE, day_ago(1))

    assert "R07" not in fired(a_pain(2, 9, **SPOT), a_flag(Flag.HOP_PAIN, 9, closed=mistake))


def test_soreness_over_bone_seen_by_a_clinician_is_a_note():
    flag = a_flag(Flag.HOP_PAIN, 6, closed=seen(5))

    assert fired(a_pain(2, 6, **SPOT), flag)["R07"] == "routine"


def test_an_open_hopping_pain_outweighs_painless_walking():
    assert "R07" in fired(a_pain(2, 9, **SPOT), a_flag(Flag.HOP_PAIN, 9), walked(1))


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
