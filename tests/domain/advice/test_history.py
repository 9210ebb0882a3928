"""What was found before and what became of it, worked out from the record day by day."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain.advice.cuts import Cuts
from kneecoach.domain.advice.engine import every_finding
from kneecoach.domain.advice.history import Became, history
from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.advice.record_at import record_at
from kneecoach.domain.finding import Record
from tests.domain.advice.logs import PROFILE, a_log, a_morning, a_pain, a_run, day, moment
from tests.domain.advice.records import told
from tests.domain.advice.test_attempts import a_time

EVENING = 20


def earlier(*lines, on, days=30):
    record = told(lines)
    return history(record.record, record.log, moment(on, EVENING), PROFILE, days)


def told_of(rule, *lines, on, **more):
    (past,) = [one for one in earlier(*lines, on=on, **more) if one.finding.rule == rule]
    return past


@pytest.mark.parametrize(
    ("rule", "lines", "on", "first", "last", "became"),
    [
        ("R11", ("0 run 5 max=4", "3 run 5 max=1 no_limp"), 4, 0, 2, Became.RUN),
        ("R12", ("0 run 5 before=1 hour=2", "2 run 5 before=1 hour=1"), 3, 0, 1, Became.RUN),
        ("R13", ("0-2 morning 1", "3 run 5", "4 morning 2 dry", "5 morning 1 dry"), 6, 4, 4, Became.MORNING),
        ("R10", ("0 session front_lunge=4", "1 session front_lunge=1"), 2, 0, 0, Became.SESSION),
        ("R14", ("0 run 5", "1 run 9"), 12, 0, 7, Became.TIME),
        ("R16", ("0-2 run 5",), 5, 2, 2, Became.TIME),
        ("R21", ("0@18:00 ice 25", "1@18:00 ice 15"), 2, 0, 0, Became.ICE),
        ("R24", ("0 run 5 painkiller", "2 run 5"), 3, 0, 1, Became.RUN),
        ("R08", ("0 pain 9", "3 pain 2", "7 pain 2"), 9, 0, 6, Became.ENTRY),
        ("R09", ("0 pain 2 swollen", "2 pain 1 dry", "5 pain 1 dry"), 7, 0, 4, Became.ENTRY),
        ("R02", ("0 flag hot_red", "2 close hot_red gone"), 4, 0, 2, Became.GONE),
        ("R02", ("0 flag hot_red", "2 close hot_red seen 2"), 4, 0, 2, Became.SEEN),
        (
            "R03",
            ("0 injury", "1 flag cannot_bend_90", "3 close injury seen 3", "3 close cannot_bend_90 seen 3"),
            5,
            0,
            3,
            Became.SEEN,
        ),
    ],
)
def test_what_is_over_has_its_days_and_what_ended_it(rule, lines, on, first, last, became):
    past = told_of(rule, *lines, on=on)

    assert (past.first, past.last) == (day(first), day(last))
    assert past.became is became
    assert past.ended > past.last


def test_what_is_still_open_is_no_past():
    assert [one.finding.rule for one in earlier("0 run 5 max=4", on=3)] == []


def test_a_sign_that_was_answered_on_its_day_is_not_forgotten():
    past = told_of("R02", "2 flag fever", "2 close fever gone", on=4)

    assert (past.first, past.last) == (day(2), day(2))


def test_a_sign_ticked_by_mistake_never_was():
    assert earlier("0 flag fever", "1 close fever mistake", "0 injury", "1 close injury mistake", on=4) == ()


def test_signs_that_no_rule_reads_are_told_apart():
    lines = ("0 flag limp catches", "2 close limp gone", "3 close catches gone")

    assert {one.last for one in earlier(*lines, on=5) if one.finding.rule == "FLAG"} == {day(2), day(3)}


def test_what_grew_is_told_as_it_was_at_its_gravest():
    past = told_of("R11", "0 run 5 max=4", "1 run 5 max=7", "2 run 5 max=4", "3 run 5 max=0 no_limp", on=4)

    assert past.finding.key == "R11.stop"
    assert (past.first, past.last) == (day(0), day(2))


def test_the_newest_comes_first_and_what_came_back_is_told_twice():
    lines = ("0 run 5 max=4", "2 run 5 max=1 no_limp", "4 run 5 max=4", "6 run 5 max=1 no_limp")
    found = [one for one in earlier(*lines, on=8) if one.finding.rule == "R11"]

    assert [one.first for one in found] == [day(4), day(0)]


def test_only_the_days_asked_for_are_looked_at():
    lines = ("0 run 5 max=4", "2 run 5 max=1 no_limp")

    assert [one.finding.rule for one in earlier(*lines, on=20, days=10)] == []


def test_what_was_cleared_and_found_anew_on_one_day_is_told_twice():
    lines = ("1 run 5 max=4 no_limp", "8@7:00 run 5 max=1 no_limp", "8@18:00 run 5 max=5 no_limp")
    found = [one for one in earlier(*lines, "20 run 5 max=1 no_limp", on=21) if one.finding.rule == "R11"]

    assert [(one.first, one.last, one.ended) for one in found] == [
        (day(8), day(19), day(20)),
        (day(1), day(7), day(8)),
    ]
    assert [dict(one.finding.values)["pain"] for one in found] == [5, 4]
    assert {one.became for one in found} == {Became.RUN}


def test_what_is_open_anew_today_leaves_what_was_cleared_before_in_the_history():
    lines = ("1 run 5 max=4 no_limp", "8@7:00 run 5 max=1 no_limp", "8@18:00 run 5 max=5 no_limp")

    assert (told_of("R11", *lines, on=8).first, told_of("R11", *lines, on=8).ended) == (day(1), day(8))


def test_what_passed_from_one_run_to_the_next_and_was_never_cleared_is_one():
    lines = ("1 run 5 max=4 no_limp", "8@7:00 run 5 max=6 no_limp", "8@18:00 run 5 max=5 no_limp")
    past = told_of("R11", *lines, "20 run 5 max=1 no_limp", on=21)

    assert (past.first, past.last) == (day(1), day(19))


def test_each_exercise_has_a_history_of_its_own():
    lines = ("0 session front_lunge=4 adductor_roll=6", "1 session front_lunge=1", "3 session adductor_roll=1")
    found = {dict(one.finding.values)["exercise"]: one for one in earlier(*lines, on=4) if one.finding.rule == "R10"}

    assert {name: (one.first, one.last) for name, one in found.items()} == {
        "Front lunge": (day(0), day(0)),
        "Inner-thigh foam roll": (day(0), day(2)),
    }
    assert {one.became for one in found.values()} == {Became.SESSION}


def test_the_steps_of_the_stages_are_told_with_their_days():
    log = a_log(8, *a_time(0), *a_time(3, pain_max=4), *a_time(6, pain_max=7))

    found = [one for one in history(Record(), log, moment(8, EVENING), PROFILE, 20) if one.finding.rule == "R25"]

    assert [(one.finding.key, one.first, one.last, one.became) for one in found] == [
        ("R25.hold", day(3), day(5), Became.RUN),
        ("R25.repeat", day(0), day(2), Became.RUN),
    ]


@given(st.integers(0, 10**6), st.integers(0, 60))
@settings(max_examples=10, deadline=None)
def test_looking_back_reads_each_day_as_if_it_were_today(seed, back):
    chance = Random(seed)
    pains = tuple(a_pain(chance.randint(0, 199), chance.randint(0, 8), hour=chance.randint(1, 22)) for _ in range(300))
    runs = tuple(a_run(chance.randint(0, 199), pain_max=chance.randint(0, 7)) for _ in range(60))
    mornings = tuple(a_morning(number, chance.randint(0, 4)) for number in chance.sample(range(200), 90))
    record, log = Record(pains=pains), TrainingLog(moment(200), runs=runs, mornings=mornings, pains=pains)
    at = moment(200 - back, 23)

    cuts = Cuts(record, log, moment(130), moment(200))

    cut = every_finding(cuts.record(at), cuts.log(at), at, PROFILE)
    assert cut == every_finding(record_at(record, at), log, at, PROFILE)


def test_an_exercise_and_a_red_flag_too_can_be_cleared_and_found_anew_on_one_day():
    played = ("0 session front_lunge=4", "3@7:00 session front_lunge=1", "3@18:00 session front_lunge=5")
    swollen = ("0 pain 1 swollen", "2 pain 1 dry", "9@7:00 pain 1 dry", "9@18:00 pain 1 swollen")
    found = earlier(*played, "5 session front_lunge=1", *swollen, "11 pain 1 dry", "14 pain 1 dry", on=20)

    days = [(one.finding.rule, one.first, one.last) for one in found if one.finding.rule in {"R09", "R10"}]
    assert days == [
        ("R09", day(9), day(13)),
        ("R09", day(0), day(8)),
        ("R10", day(3), day(4)),
        ("R10", day(0), day(2)),
    ]
