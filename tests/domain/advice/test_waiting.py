"""Which rules can't judge yet, what they lack, and the thresholds that are shown beside a rule."""

import re
from dataclasses import replace

import pytest

from kneecoach.domain.advice.limits import limits
from kneecoach.domain.advice.red_rules import EVERY_RULE, RED_RULES, rule_of
from kneecoach.domain.advice.waiting import SIGNS, waiting
from kneecoach.domain.person import Units
from tests.domain.advice.logs import PROFILE, moment
from tests.domain.advice.records import told

NEVER_WAITING = {"R21", "R22", "R25"}


def lacking(*lines, on):
    record = told(lines)
    return {one.rule: one.lacks for one in waiting(record.record, record.log, moment(on, 22), PROFILE)}


def test_of_an_empty_diary_every_rule_waits_that_needs_one():
    assert set(lacking(on=0)) == set(EVERY_RULE) - NEVER_WAITING


@pytest.mark.parametrize(
    ("rule", "enough", "on"),
    [
        *((rule, ("0 check_in 1",), 6) for rule in SIGNS),
        ("R06", ("0 pain 2 night",), 13),
        ("R06", ("0 morning 1 night=2",), 13),
        ("R07", ("0 pain 2 pes_anserine",), 13),
        ("R07", ("0 pain 2 medial_tibial_plateau fingertip tender",), 13),
        ("R08", ("0 pain 2",), 6),
        ("R09", ("0 pain 2 dry",), 6),
        ("R10", ("0 session front_lunge=1",), 6),
        ("R11", ("0 run 5 max=1",), 0),
        ("R12", ("0 run 5 before=1 hour=1",), 0),
        ("R13", ("0-2 morning 1",), 3),
        ("R14", ("0 run 5",), 0),
        ("R15", ("0-1 run 5",), 8),
        ("R18", ("0-4 pain 1",), 4),
        ("R19", ("0-2 pain 1", "7-9 pain 1"), 9),
        ("R20", ("0-3@8:00 run 5 max=1", "4-7 run 5 max=1"), 9),
        ("R23", ("0 shoe 10",), 0),
        ("R24", ("0 run 5 painkiller",), 0),
    ],
)
def test_a_rule_waits_until_it_has_enough_and_no_longer(rule, enough, on):
    assert rule not in lacking(*enough, on=on)
    assert rule in lacking(on=on)


@pytest.mark.parametrize(
    ("rule", "lines", "on", "lacks"),
    [
        ("R01", ("0 check_in 1",), 7, "A check-in: its questions were not asked in the last seven days."),
        ("R06", ("0 pain 2 night",), 14, "Whether it hurts at night: the morning check asks."),
        ("R07", ("0 pain 2",), 0, "Where it hurts: no place was marked in the last 14 days."),
        (
            "R07",
            ("0 pain 2 medial_tibial_plateau",),
            0,
            "How large the sore spot on the bone is, and whether it is sore to touch.",
        ),
        ("R11", ("0 run 5 max=1", "1 run 5"), 1, "The highest pain of the run of 2 June."),
        ("R12", ("0 run 5 before=1",), 0, "The pain before the run of 1 June, and an hour after it."),
        ("R18", ("0-1 pain 1",), 1, "5 pain entries; there are 2."),
        ("R19", ("0-2 pain 1", "7-8 pain 1"), 8, "3 pain entries in each of two weeks; there are 2 and 3."),
        ("R24", ("0 run 5",), 0, "Whether a painkiller was taken before the run of 1 June."),
    ],
)
def test_what_is_lacking_is_said_with_its_day_and_number(rule, lines, on, lacks):
    assert lacking(*lines, on=on)[rule] == lacks


def test_what_is_still_to_come_is_not_waited_with():
    assert "R14" in lacking("3 run 5", on=2)


def test_each_rule_has_its_name_source_and_limits_in_words():
    assert list(EVERY_RULE) == [f"R{number:02}" for number in range(1, 26)]
    assert {rule_of(name).id for name in (*EVERY_RULE, "FLAG")} == {*EVERY_RULE, "FLAG"}
    for rule in (*EVERY_RULE.values(), *RED_RULES.values()):
        assert all((rule.name, rule.condition, rule.source, rule.does_not_mean))
        assert rule.condition.endswith(".")
        assert rule.does_not_mean.endswith(".")


def test_thresholds_are_those_of_the_profile():
    mine = replace(PROFILE, green_max=3, spike_least_m=5_000)

    assert {one.words: one.value for one in limits("R10", mine, PROFILE, Units.KM)}["Carry on up to"] == "3 of 10"
    assert "5.0 km" in {one.value for one in limits("R14", mine, PROFILE, Units.KM)}
    assert "3.1 miles" in {one.value for one in limits("R14", mine, PROFILE, Units.MILES)}


@pytest.mark.parametrize("rule", [*EVERY_RULE, "FLAG"])
def test_every_threshold_has_a_source(rule):
    told_limits = limits(rule, PROFILE, PROFILE, Units.KM)

    assert all(one.words and one.value and one.source for one in told_limits)
    # R12 and R24 compare what was said, and those of the red flags are fixed
    assert bool(told_limits) is (rule in EVERY_RULE and rule not in RED_RULES and rule not in {"R12", "R24"})


@pytest.mark.parametrize(
    "never", [r"\byou have\b", r"\bwill (heal|cure|prevent)\b", r"\bmg\b", r"\bfault\b", "\N{EM DASH}"]
)
def test_no_rule_diagnoses_promises_blames_or_doses(never):
    said = [text for rule in RED_RULES.values() for text in (rule.name, rule.condition, rule.does_not_mean)]
    said += [one.lacks for one in waiting(told(()).record, told(()).log, moment(0), PROFILE)]

    assert not [text for text in said if re.search(never, text, re.IGNORECASE)]
