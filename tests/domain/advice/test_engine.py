"""The order of what is found, and what a red flag hides."""

import re
from dataclasses import replace
from uuid import uuid4

from kneecoach.domain.advice.engine import every_finding, findings, shown
from kneecoach.domain.advice.pattern import pattern
from kneecoach.domain.advice.record_at import record_at
from kneecoach.domain.advice.texts_under_red import FIRST
from kneecoach.domain.advice.words import in_units
from kneecoach.domain.finding import Level, Record
from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry, Injury
from kneecoach.domain.person import Units
from kneecoach.domain.run import RunKind
from kneecoach.domain.shoe import Shoe
from tests.domain.advice.logs import PROFILE, a_log, a_pain, a_played, a_run, an_ice, day, moment
from tests.domain.advice.records import told


def rules(found):
    return [one.rule for one in found]


def test_the_gravest_stands_first_then_the_newest():
    ran = [a_run(0, 8, pain_max=6, limp=False), a_run(9, 9, pain_before=1, pain_60=2)]
    log = a_log(
        10,
        *ran,
        *(a_pain(number, 4, hour=6) for number in (*range(7), 8)),
        an_ice(10, 25),
        a_run(10, 3, painkiller=True),
    )
    record = Record(flags=(FlagEntry(uuid4(), Flag.CATCHES, moment(1)),))

    found = every_finding(
        record, replace(log, shoes=(Shoe(uuid4(), "Blue", start_m=900_000),)), moment(10, 22), PROFILE
    )

    assert rules(found)[0] == "R11"
    assert rules(found).index("R21") < rules(found).index("R12") < rules(found).index("R23")
    levels = [one.level for one in found if one.key]
    assert levels.index(Level.STOP) < levels.index(Level.CAUTION) < levels.index(Level.INFO)
    assert rules(found).index("R23") < rules(found).index("FLAG") < rules(found).index("R24")


def test_a_red_flag_leaves_only_what_says_stop_or_see_someone_or_takes_care():
    lines = [
        "0-6 pain 4",
        "0 session warm_up before=4 front_lunge=6",
        "12 run 10 max=6 before=1 hour=3 no_limp",
        "14 run 20 max=6 before=1 hour=3 no_limp",
        "14 pain 4",
        "14@21:00 ice 25",
    ]
    calm, red = told(lines), told([*lines, "14 flag locked"])

    without = rules(findings(calm.record, calm.log, moment(14, 22), PROFILE))
    within = findings(red.record, red.log, moment(14, 22), PROFILE)

    assert {"R10", "R11", "R12", "R14", "R18", "R21"} <= set(without)
    assert rules(within) == ["R04", "R11", "R10", "R21", "R18"]


def test_under_a_red_flag_a_stop_says_nothing_of_running_again():
    red = told(
        ["0 session warm_up before=4 front_lunge=6", "12 run 10 max=6 no_limp", "13 morning 5", "14 flag locked"]
    )

    stops = [one for one in findings(red.record, red.log, moment(14, 22), PROFILE) if one.level is Level.STOP]

    assert "R11" in rules(stops)
    for one in stops:
        assert one.clears_when == FIRST
        assert not re.search("begin|until|later|run-walk", one.text)
    miles = next(in_units(one, Units.MILES) for one in stops if one.rule == "R11")
    assert "miles" in miles.because[0]
    assert miles.text.endswith("No run for now.")


def test_without_a_red_flag_all_that_is_found_is_shown():
    one = told(["0 run 2 max=6"])
    found = every_finding(one.record, one.log, moment(0, 22), PROFILE)

    assert shown(found) == found
    assert findings(one.record, one.log, moment(0, 22), PROFILE) == found


def test_what_is_later_than_the_moment_is_not_read():
    one = told(["0 run 2", "9 run 2 max=8", "9 morning 5 swollen", "9 session front_lunge=9", "9 ice 30"])

    assert every_finding(Record(), one.log, moment(5), PROFILE) == []


def test_entries_in_any_order_say_the_same():
    lines = ["0 run 10 max=1", "3 run 12 max=4", "4 morning 3", "5 ice 25", "5 session front_lunge=4"]
    log = told(lines).log
    backwards = replace(
        log, runs=log.runs[::-1], pains=log.pains[::-1], mornings=log.mornings[::-1], sessions=log.sessions[::-1]
    )

    assert every_finding(Record(), log, moment(5, 22), PROFILE) == every_finding(
        Record(), backwards, moment(5, 22), PROFILE
    )


def two_pairs(newest_pain):
    old, new = Shoe(uuid4(), "Blue", first_day=day(-30)), Shoe(uuid4(), "Red")
    hard = [a_run(2 * number, pain_max=newest_pain, kind=RunKind.EASY, shoe=new.id) for number in range(6)]
    easy = [a_run(2 * number + 1, pain_max=1, kind=RunKind.EASY, shoe=old.id) for number in range(6)]
    return replace(a_log(20, *hard, *easy), shoes=(old, new)), old, new


def test_r23_speaks_of_the_newest_pair_when_the_painful_runs_share_it():
    log, old, new = two_pairs(5)
    shared = pattern(log, PROFILE)

    found = every_finding(Record(), log, log.now, PROFILE, patterns=[shared])

    newest = next(one for one in found if one.key == "R23.newest")
    assert "“Red”, your newest pair" in newest.text
    assert newest.entries[0] == new.id
    older = replace(log, shoes=(replace(old, first_day=day(1)), replace(new, first_day=day(0))))
    assert "R23" not in rules(every_finding(Record(), older, log.now, PROFILE, patterns=[shared]))


def test_r23_is_silent_of_a_pattern_that_is_not_of_shoes():
    log, _, _ = two_pairs(1)
    hills = [a_run(2 * number, pain_max=5, kind=RunKind.HILLS) for number in range(6)]
    shared = pattern(a_log(20, *hills, *log.runs), PROFILE)

    assert dict(shared.values)["group"] == "hill runs"
    assert "R23" not in rules(every_finding(Record(), log, log.now, PROFILE, patterns=[shared]))


def test_the_record_at_a_moment_has_open_what_was_answered_later():
    flag = FlagEntry(uuid4(), Flag.LOCKED, moment(1), Closed(Closing.GONE, day(5)))
    later = FlagEntry(uuid4(), Flag.FEVER, moment(4))
    injury = Injury(uuid4(), moment(1), moment(1), closed=Closed(Closing.SEEN, day(2)))
    record = Record(flags=(flag, later), injuries=(injury,), pains=(a_pain(1, 2), a_pain(4, 3)))

    then = record_at(record, moment(3))

    assert then.flags == (replace(flag, closed=None),)
    assert then.injuries == (injury,)
    assert [pain.score for pain in then.pains] == [2]
    assert record_at(record, moment(5)).flags == (flag, later)


def test_r10_reads_what_was_said_in_a_set_that_never_ended():
    routine = told(["0 session warm_up"]).log.sessions[0].routine
    killed = replace(a_played(0, None), routine=routine, sets=(), pains=((0, 7), (999, 9)))

    found = every_finding(Record(), a_log(0, killed), moment(0, 22), PROFILE)

    assert found[0].key == "R10.stop"
    assert found[0].text.startswith(f"You logged 7 of 10 in {routine.items[0].exercise.replace('_', ' ')}")


def test_an_exercise_said_twice_in_a_session_counts_by_its_worst():
    routine = told(["0 session warm_up"]).log.sessions[0].routine
    twice = replace(a_played(3, 1, exercise=routine.items[0].exercise), routine=routine, pains=((0, 6),))
    older = replace(a_played(0, None), routine=routine, pains=((0, 9),))

    found = every_finding(Record(), a_log(3, older, twice), moment(3, 22), PROFILE)

    assert dict(found[0].values)["pain"] == 6
