"""Rule R10 with the vectors of its source."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.advice.response import exercise_gate
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.finding import Level
from kneecoach.domain.pain_gate import Gate, Zones
from tests.domain.advice.logs import PROFILE, a_log, a_played

IN_ORDER = [Gate.GREEN, Gate.AMBER, Gate.RED]


@pytest.mark.parametrize(
    ("score", "start", "sharp", "expected"),
    [
        (0, None, False, Gate.GREEN),
        (2, None, False, Gate.GREEN),
        (3, None, False, Gate.AMBER),
        (5, None, False, Gate.AMBER),
        (6, None, False, Gate.RED),
        (10, 10, False, Gate.RED),
        (3, 1, False, Gate.AMBER),
        (4, 1, False, Gate.RED),
        (3, 0, False, Gate.RED),
        (2, 0, False, Gate.GREEN),
        (1, 5, False, Gate.GREEN),
        (0, 0, True, Gate.RED),
        (2, None, True, Gate.RED),
    ],
)
def test_the_gate_follows_score_rise_and_sharpness(score, start, sharp, expected):
    assert Zones().gate(score, start, sharp=sharp) is expected


@pytest.mark.parametrize(("score", "start"), [(11, None), (-1, None), (3, 11)])
def test_pain_outside_0_to_10_is_refused(score, start):
    with pytest.raises(InvalidInput):
        Zones().gate(score, start)


@pytest.mark.parametrize("score", range(11))
@pytest.mark.parametrize("start", [None, *range(11)])
@pytest.mark.parametrize("profile", [PROFILE, replace(PROFILE, name="Own", green_max=0, amber_max=3, rise=2)])
def test_the_player_judges_as_the_rule_that_reads_the_session_later(score, start, profile):
    at_once = profile.zones.gate(score, start)

    found = exercise_gate(a_log(0, a_played(0, score, pain_before=start)), profile)

    said = {None: Gate.GREEN, Level.CAUTION: Gate.AMBER, Level.STOP: Gate.RED}[found and found.level]
    assert said is at_once


@pytest.mark.parametrize(
    ("zones", "green", "amber"),
    [(Zones(), "0 to 2", "3 to 5"), (Zones(0, 3), "0", "1 to 3"), (Zones(2, 3), "0 to 2", "3")],
)
def test_the_zones_are_named_by_their_scores(zones, green, amber):
    assert (zones.shown["green"], zones.shown["amber"]) == (green, amber)


def test_whose_zones_they_are_is_said_only_of_others_than_its_own():
    assert Zones().note == ""
    assert Zones(1, 4, 2, "After an operation").note == "Limits: “After an operation”."


@given(st.tuples(st.integers(0, 3), st.integers(1, 5), st.integers(1, 3)), st.data())
def test_stricter_zones_never_let_more_pass(wide, data):
    green, amber, rise = wide
    narrow = Zones(*(data.draw(st.integers(0 if place == 0 else 1, most)) for place, most in enumerate(wide)))
    score, start = data.draw(st.integers(0, 10)), data.draw(st.none() | st.integers(0, 10))

    stricter, usual = narrow.gate(score, start), Zones(green, amber, rise).gate(score, start)

    assert IN_ORDER.index(stricter) >= IN_ORDER.index(usual)
