"""Reading a person's record for the rules, what they wait for, and looking back."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from kneecoach.coaching import patterns
from kneecoach.coaching.advice import advise, look_back, read_advised, with_patterns
from kneecoach.coaching.diary import change_run, log_pain, log_run
from kneecoach.domain.pain import Amount, PainEntry, PainPhase
from kneecoach.domain.run import Run, RunKind
from kneecoach.exchange.catalogue import load_exercises
from kneecoach.exchange.thresholds import default_profile
from kneecoach.storage import bin as bin_table
from kneecoach.storage.told_before import ToldBefore, told_before
from tests.builders import A_DAY, PERSON_ID

DAY = timedelta(days=1)
NOW = A_DAY + timedelta(hours=4)
PROFILE = default_profile()
EXERCISES = load_exercises()


def ran(store, days_ago, pain_max, kind=RunKind.EASY):
    run = Run(uuid4(), NOW - days_ago * DAY, 5_000, 1_800, kind, pain_max=pain_max)
    log_run(store, PERSON_ID, run, NOW)
    return run


def read(store):
    return read_advised(store, PERSON_ID, NOW, EXERCISES)


def test_a_run_that_hurt_is_found_with_its_entry(store):
    run = ran(store, 1, 4)

    found = {one.rule: one for one in read(store).findings}

    assert found["R11"].entries == (run.id,)


def test_what_the_rules_wait_for_comes_with_it(store):
    ran(store, 1, 4)

    assert {"R12", "R20"} <= {one.rule for one in read(store).waiting}


def test_the_pattern_is_found_apart_and_joins_the_rest(store):
    for number in range(8):
        ran(store, 20 - 2 * number, 5 if number < 4 else 1, RunKind.HILLS if number < 4 else RunKind.EASY)
    advised = read(store)

    shared = patterns.look(advised.log, PROFILE).found
    joined = with_patterns(advised, [shared])

    assert "R20" not in {one.rule for one in advised.findings}
    assert "R20" in {one.rule for one in joined.findings}
    assert list(joined.findings) == advise(store, PERSON_ID, NOW, EXERCISES)


def test_a_red_flag_stands_alone(store):
    ran(store, 1, 4)
    log_pain(store, PERSON_ID, PainEntry(uuid4(), NOW, 2, swelling=Amount.CLEAR), NOW)

    assert [one.rule for one in read(store).findings] == ["R09"]


def test_looking_back_tells_what_is_over(store):
    ran(store, 5, 4)
    ran(store, 2, 1)

    (past,) = [one for one in look_back(read(store)) if one.finding.rule == "R11"]

    assert (past.first, past.last) == ((NOW - 5 * DAY).date(), (NOW - 3 * DAY).date())


def rules_after_change(store, told, changed_to, *, after):
    run = Run(uuid4(), NOW, 5_000, 1_800, pain_before=1, pain_60=told)
    log_run(store, PERSON_ID, run, NOW)
    change_run(store, PERSON_ID, replace(run, pain_60=changed_to), NOW + after)
    advised = read_advised(store, PERSON_ID, NOW + after, EXERCISES)
    return {one.rule for one in advised.findings}, {one.rule for one in advised.waiting}


def test_an_hour_told_the_next_day_is_asked_for_no_more_and_warns(store):
    found, waits = rules_after_change(store, None, 2, after=DAY)

    assert "R12" in found
    assert "R12" not in waits


def test_an_hour_changed_on_a_later_day_still_warns_of_what_was_told(store):
    found, _ = rules_after_change(store, 3, 0, after=DAY)

    assert "R12" in found


def test_an_hour_put_right_on_the_day_it_was_told_is_what_it_was_put_right_to(store):
    found, _ = rules_after_change(store, 3, 0, after=timedelta(minutes=1))

    assert "R12" not in found


def test_a_change_that_was_undone_or_left_the_bin_tells_of_nothing_earlier(store):
    run = Run(uuid4(), NOW, 5_000, 1_800, pain_before=1, pain_60=3)
    log_run(store, PERSON_ID, run, NOW)
    kept = change_run(store, PERSON_ID, replace(run, pain_60=0), NOW + DAY)

    with store.begin() as tx:
        assert list(told_before(tx, PERSON_ID, NOW + DAY).runs) == [run.id]
        assert told_before(tx, PERSON_ID, NOW + 32 * DAY) == ToldBefore()
        bin_table.put_back(tx, kept, NOW + DAY)
        assert told_before(tx, PERSON_ID, NOW + DAY) == ToldBefore()


def test_a_red_flag_names_the_pain_before_the_run_that_it_read(store):
    run = Run(uuid4(), NOW - DAY, 5_000, 1_800, pain_before=7, pain_max=7)
    log_run(store, PERSON_ID, run, NOW)

    severe = next(one for one in advise(store, PERSON_ID, NOW, EXERCISES) if one.rule == "R08")

    assert severe.entries == tuple(pain.id for pain in read(store).record.pains if pain.phase is PainPhase.BEFORE_RUN)
    assert len(severe.entries) == 1
