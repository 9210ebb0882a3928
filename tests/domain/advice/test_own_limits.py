"""Limits that a physio has set: each holds exactly at its own figure, says so, and never touches a red flag."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain.advice.attempts import attempts_of
from kneecoach.domain.advice.breaks import course
from kneecoach.domain.advice.conditions import condition_of
from kneecoach.domain.advice.differences import differences
from kneecoach.domain.advice.engine import every_finding, is_red
from kneecoach.domain.advice.limits import limits
from kneecoach.domain.advice.profile import DAY_HOURS
from kneecoach.domain.advice.ready import run_days
from kneecoach.domain.advice.returning import standing
from kneecoach.domain.advice.rules import RULES
from kneecoach.domain.advice.stage_finding import stage_finding
from kneecoach.domain.advice.threshold import THRESHOLDS
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.finding import Level
from kneecoach.domain.person import Units
from kneecoach.domain.screening import may_start
from tests.domain.advice.logs import PROFILE, a_log, day, moment
from tests.domain.advice.records import told
from tests.domain.advice.test_attempts import a_time, mornings
from tests.domain.advice.test_vignettes import VIGNETTES
from tests.limits import NAME, some_profiles, with_limits

NOTE, CAUTION, STOP, CARE = Level.INFO, Level.CAUTION, Level.STOP, Level.SEEK_CARE
TEN_THEN = "0 run 10", "3 run {}"
WEEKS = "0 run 5", "2 run 5", "8 run 5", "9 run {}"
PAINS = "0-6 pain 4", "{} pain 4"
# What is changed, the rule, what is logged with {} for a figure, on which day it is judged, and then figures with what
# the rule says to each by these limits and by KneeCoach's own
CASES = [
    ("green_max=1", "R11", ("0 run 5 max={}",), 0, {2: (CAUTION, None), 1: (None, None)}),
    ("green_max=3", "R11", ("0 run 5 max={}",), 0, {3: (None, CAUTION), 4: (CAUTION, CAUTION)}),
    ("amber_max=4", "R11", ("0 run 5 max={}",), 0, {5: (STOP, CAUTION), 4: (CAUTION, CAUTION)}),
    ("green_max=0", "R10", ("0 session warm_up front_lunge={}",), 0, {1: (CAUTION, None), 0: (None, None)}),
    ("amber_max=3", "R10", ("0 session warm_up front_lunge={}",), 0, {4: (STOP, CAUTION), 3: (CAUTION, CAUTION)}),
    ("rise=2", "R10", ("0 session warm_up before=1 front_lunge={}",), 0, {3: (STOP, CAUTION), 2: (None, None)}),
    ("rest_above=1", "R13", ("0-4 morning 1", "4 run 5", "5 morning {}"), 5, {2: (STOP, CAUTION), 1: (None, None)}),
    ("rest_above=3", "R13", ("0-4 morning 1", "4 run 5", "5 morning {}"), 5, {3: (CAUTION, STOP), 4: (STOP, STOP)}),
    ("spike_small=105", "R14", TEN_THEN, 3, {10.6: (CAUTION, None), 10.5: (None, None)}),
    ("spike_small=120", "R14", TEN_THEN, 3, {12.0: (None, CAUTION), 12.1: (CAUTION, CAUTION)}),
    ("spike_days=7", "R14", ("0 run 10", "{} run 5"), 8, {7: (None, None), 8: (NOTE, None)}),
    ("spike_least_m=1000", "R14", ("0 run 0.5", "3 run {}"), 3, {1.0: (CAUTION, None), 0.9: (None, None)}),
    ("week_jump=110 week_jump_least_m=0", "R15", WEEKS, 9, {6.1: (NOTE, None), 6.0: (None, None)}),
    ("week_jump=160", "R15", WEEKS, 9, {11.0: (None, NOTE), 11.1: (NOTE, NOTE)}),
    ("week_jump_runs=3", "R15", WEEKS, 9, {20.0: (None, NOTE)}),
    ("row_caution=2", "R16", ("0-{} run 5",), 1, {1: (CAUTION, None), 0: (None, None)}),
    ("row_caution=4", "R16", ("0-2 run 5 max={}",), 2, {2: (None, CAUTION), 3: (NOTE, CAUTION)}),
    ("row_info=3", "R16", ("0-1 run 5 max={}",), 1, {3: (None, NOTE)}),
    ("row_sore=1", "R16", ("0-1 run 5 max={}",), 1, {1: (NOTE, None), 0: (None, None)}),
    ("balance_runs=2", "R17", ("{} run 5", "6 run 5"), 6, {0: (NOTE, None), 6: (NOTE, None)}),
    ("balance_runs=4", "R17", ("0 run 5", "2 run 5", "{} run 5"), 4, {4: (None, NOTE)}),
    ("lasting_days=10", "R18", PAINS, 10, {10: (CARE, None)}),
    ("lasting_days=10", "R18", PAINS, 9, {9: (None, None)}),
    ("lasting_least=3", "R18", ("0 pain 4", "7 pain 4", "{} pain 4"), 14, {14: (CARE, None)}),
    ("lasting_better=2", "R18", ("0-6 pain 4", "8-14 pain {}"), 14, {3: (CARE, None), 2: (None, None)}),
    ("long_days=21", "R18", ("0-6 pain 7", "8-15 pain 1", "21 pain {}"), 21, {3: (CARE, None), 2: (None, None)}),
    ("long_score=2", "R18", ("0-6 pain 7", "36-42 pain {}"), 42, {2: (CARE, None), 1: (None, None)}),
    ("episodes=2", "R18", ("0 pain 2", "1-14 pain 0", "20 pain {}"), 20, {2: (CARE, None), 0: (None, None)}),
    ("trend_points=1", "R19", ("0-2 pain 2", "7-9 pain {}"), 9, {3: (CAUTION, None), 2: (None, None)}),
    ("trend_points=3", "R19", ("0-2 pain 2", "7-9 pain {}"), 9, {4: (None, CAUTION), 5: (CAUTION, CAUTION)}),
    ("trend_share=50", "R19", ("0-2 pain 3", "7-9 pain {}"), 9, {2: (None, NOTE), 1: (NOTE, NOTE)}),
    ("trend_least=4", "R19", ("0-2 pain 2", "7-9 pain {}"), 9, {5: (None, CAUTION)}),
    ("roll_pain=3", "R22", ("0 session warm_up adductor_roll={}",), 0, {3: (CAUTION, None)}),
    ("shoe_info_m=300000", "R23", ("0 shoe {}",), 0, {300: (NOTE, None), 299: (None, None)}),
    ("shoe_caution_m=600000", "R23", ("0 shoe {}",), 0, {600: (CAUTION, NOTE), 599: (NOTE, NOTE)}),
]


def level_of(rule, lines, on, profile):
    tale = told(lines)
    found = {one.rule: one.level for one in every_finding(tale.record, tale.log, moment(on, 22), profile)}
    return found.get(rule)


def judged():
    return [
        pytest.param(changes, rule, [line.format(figure) for line in lines], on, said, id=f"{rule} {changes} {figure}")
        for changes, rule, lines, on, figures in CASES
        for figure, said in figures.items()
    ]


@pytest.mark.parametrize(("changes", "rule", "lines", "on", "said"), judged())
def test_a_limit_holds_exactly_at_its_own_figure(changes, rule, lines, on, said):
    own, usual = said

    assert level_of(rule, lines, on, with_limits(changes)) == own
    assert level_of(rule, lines, on, PROFILE) == usual


@pytest.mark.parametrize(("changes", "key"), [("", "R25.advance"), ("return_clean=3", "R25.repeat")])
def test_the_clean_times_that_move_on_are_those_of_the_profile(changes, key):
    log = a_log(6, *a_time(3), *a_time(5), *mornings(*range(7)))

    found = stage_finding(log, with_limits(changes))

    assert found.key == key


@pytest.mark.parametrize(("changes", "hours"), [("", 48), ("return_off_hours=96", 96)])
def test_the_time_off_after_a_red_run_is_that_of_the_profile(changes, hours):
    log = a_log(3, *a_time(3, pain_max=7))
    profile = with_limits(changes)

    now = standing(course(attempts_of(log, profile), run_days(log), log.today), log.today, profile)

    assert f"Leave {hours} hours without a run" in stage_finding(log, profile).text
    assert now.from_day > day(3 + hours // 24)


def test_a_finding_names_the_limits_that_are_not_kneecoachs_own():
    tale = told(["0 run 5 max=2"])

    found = every_finding(tale.record, tale.log, moment(0, 22), with_limits("green_max=1"))
    usual = every_finding(tale.record, tale.log, moment(0, 22), PROFILE)

    own = next(one for one in found if one.rule == "R11")
    assert own.because[-1] == f"Limits: “{NAME}”"
    assert own.clears_when == "A later run without a painkiller: pain 1 or less, and no limp."
    assert not any("Limits" in line for one in usual for line in one.because)


def test_the_study_is_told_only_of_what_it_has_looked_at():
    tale = told(["0 run 10", "3 run 10.6"])

    (found,) = (
        one
        for one in every_finding(tale.record, tale.log, moment(3, 22), with_limits("spike_small=105"))
        if one.rule == "R14"
    )

    assert "large group" not in found.text
    assert found.text.endswith("Keep the next one to 10.5 km.")


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_the_words_of_a_rule_follow_every_threshold_that_belongs_to_it(rule):
    condition = condition_of(rule, PROFILE)
    assert "{" not in condition

    for name, known in THRESHOLDS.items():
        if known.rule != rule.id:
            continue
        told_of = {condition_of(rule, one) for one in near(name)} | {
            tuple(one.value for one in limits(rule.id, profile, PROFILE, Units.KM)) for profile in near(name)
        }
        assert len(told_of) > 2 or len(near(name)) == 1, name


def near(name):
    """The usual profile and every sound one with another figure for this."""
    known, found = THRESHOLDS[name], [PROFILE]
    step = DAY_HOURS if name.endswith("hours") else max(1, (known.high - known.low) // 10)
    for value in range(known.low, known.high + 1, step):
        try:
            found.append(replace(PROFILE, name=NAME, **{name: value}))
        except InvalidInput:
            continue
    return [one for one in found[1:] if getattr(one, name) != getattr(PROFILE, name)] or [PROFILE]


def test_what_differs_is_told_in_words_and_units():
    profile = with_limits("green_max=1 spike_days=28 week_jump_least_m=5000 pattern_tenths=20 lasting_better=2")

    said = [one.words(Units.KM) for one in differences(profile, PROFILE)]

    assert said == [
        "R10: carry on with pain up to 1 of 10, in place of 2 of 10",
        "R14: a run is measured by the longest of the last 28 days, in place of 30 days",
        "R15: a week is a jump with more by at least 5.0 km, in place of 3.0 km",
        "R18: better means less by 2 points, in place of 1 point",
        "R20: kinds of runs differ by 2.0 points, in place of 1.5 points",
    ]
    assert differences(profile, PROFILE)[2].values(Units.MILES) == ("1.8 miles", "3.1 miles")
    assert differences(PROFILE, PROFILE) == ()


@settings(max_examples=60, deadline=None)
@given(some_profiles(), st.sampled_from(VIGNETTES))
def test_no_limits_touch_a_red_flag_or_what_it_forbids(profile, vignette):
    tale = told(vignette.lines)
    now = moment(vignette.on, 22)

    def red(by):
        return [one for one in every_finding(tale.record, tale.log, now, by) if is_red(one)]

    def allowed(by):
        return may_start(replace(tale.record, zones=by.zones), now)

    assert red(profile) == red(PROFILE)
    assert allowed(profile).urgency == allowed(PROFILE).urgency
    assert allowed(profile).red_flag == allowed(PROFILE).red_flag
    if allowed(PROFILE).red_flag:
        assert allowed(profile).verdict == allowed(PROFILE).verdict


@given(some_profiles())
def test_no_limits_let_a_pain_pass_that_stops_everything(profile):
    usual, own = PROFILE.zones, profile.zones

    for score in range(11):
        for start in (None, *range(11)):
            if usual.gate(score, start).value == "red":
                assert own.gate(score, start).value == "red"


def test_only_digits_that_belong_to_no_threshold_stand_in_the_conditions():
    texts = " ".join(re.sub(r"\{\w+\}", "", rule.condition) for rule in RULES.values())

    # Of swelling, of stretching and rolling, and of ice: limits that no profile holds
    assert set(re.findall(r"\d+", texts)) == {"48", "20", "2", "60"}


def test_a_source_is_named_only_for_the_figure_it_stands_for():
    found = {one.words: one.source for one in limits("R11", with_limits("green_max=1"), PROFILE, Units.KM)}

    assert found == {
        "As planned up to": f"“{NAME}”; usually 2 of 10: Esculier 2018",
        "Stop above": "Thomeé 1997; Silbernagel 2007",
    }
