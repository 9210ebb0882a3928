"""Runs, mornings and sessions changed on a later day: R10, R11, R13 and the stages read the worse of both."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.advice.attempts import others_of
from kneecoach.domain.advice.mornings import next_morning
from kneecoach.domain.advice.response import exercise_gate, exercise_gates, hour_later, run_gate
from kneecoach.domain.advice.told import told_run
from kneecoach.domain.pain import Amount
from kneecoach.domain.told_before import CHANGED
from tests.domain.advice.logs import PROFILE, a_log, a_morning, a_played, a_run

SAID = st.none() | st.integers(0, 10)
ASKED = st.none() | st.booleans()


def mornings(told, now, *more, before=None, **changed):
    """The morning after a run as it is now, and as it was told before; the usual is 1 unless told otherwise."""
    usual = [a_morning(day, 1) for day in range(4)] if before is None else []
    run = a_run(4, pain_before=before)
    check = a_morning(5, **now)
    log = a_log(7, *usual, run, check, *more)
    earlier_runs = {run.id: (replace(run, **changed),)} if changed else {}
    return replace(log, earlier=earlier_runs, earlier_mornings={check.id: (replace(check, **told),)})


DRY = {"swelling": Amount.NONE}


@pytest.mark.parametrize(
    ("told", "now", "key"),
    [
        ({"pain": 3}, {"pain": 1} | DRY, "R13.stop"),
        ({"pain": 2}, {"pain": 1} | DRY, "R13.caution"),
        ({"swelling": Amount.LITTLE}, {"pain": 1} | DRY, "R13.swollen"),
        ({"swelling": Amount.LITTLE}, {"pain": 1}, "R13.swollen"),
        ({"pain": 1}, {"pain": 3} | DRY, "R13.stop"),
        ({"pain": 1}, {"pain": 1} | DRY, None),
    ],
)
def test_r13_reads_the_worse_of_what_was_told_of_a_morning(told, now, key):
    found = next_morning(mornings(told, now), PROFILE)

    assert (found and found.key) == key
    marked = found is not None and CHANGED in found.because
    assert marked is (key is not None and now.get("pain") != 3)


def test_a_lower_morning_answers_only_when_it_was_told_so():
    first = a_morning(5, 3, **DRY)
    later = a_morning(6, 1, **DRY)
    log = a_log(7, *[a_morning(day, 1) for day in range(4)], a_run(4), first, later)

    assert next_morning(log, PROFILE) is None
    raised = replace(log, earlier_mornings={later.id: (replace(later, pain=3),)})
    assert next_morning(raised, PROFILE).entries == (first.id,)


def test_a_pain_before_the_run_that_was_raised_makes_no_morning_usual():
    assert next_morning(mornings({}, {"pain": 2} | DRY, before=3, pain_before=1), PROFILE).key == "R13.caution"
    assert next_morning(mornings({}, {"pain": 2} | DRY, before=3), PROFILE) is None


def test_a_painkiller_that_was_taken_back_still_hides():
    run = a_run(4)
    first, after = a_run(2, pain_max=4), a_run(5, pain_max=0)

    log = a_log(6, first, after)
    assert run_gate(log, PROFILE) is None
    masked = replace(log, earlier={after.id: (replace(after, painkiller=True),)})
    assert run_gate(masked, PROFILE).entries == (first.id,)
    assert told_run(run, masked, PROFILE) is run


def test_what_warned_of_nothing_and_was_taken_back_answers_nothing():
    first, after = a_run(2, pain_max=4), a_run(5, pain_max=None)

    log = replace(a_log(6, first, after), earlier={after.id: (replace(after, pain_max=1),)})

    assert run_gate(log, PROFILE).entries == (first.id,)


@pytest.mark.parametrize(
    ("now", "told", "named"),
    [
        # Good news, of which either half was taken back
        ({"pain_before": 1}, {"pain_60": 1}, "first"),
        ({"pain_60": 1}, {"pain_before": 1}, "first"),
        # It still answers when it was only said again
        ({"pain_before": 1, "pain_60": 1}, {"pain_60": 0}, None),
        # A rise warns, whichever half of it was taken back
        ({"pain_before": 1}, {"pain_60": 2}, "after"),
        ({"pain_60": 2}, {"pain_before": 1}, "after"),
        ({}, {"pain_before": 1, "pain_60": 2}, "after"),
    ],
)
def test_an_hour_after_a_run_that_was_taken_back_warns_and_answers_nothing(now, told, named):
    runs = {"first": a_run(2, pain_before=0, pain_60=2), "after": a_run(5, **now)}
    after = runs["after"]

    found = hour_later(replace(a_log(6, *runs.values()), earlier={after.id: (replace(after, **told),)}), PROFILE)

    assert (found.entries if found else None) == ((runs[named].id,) if named else None)
    assert found is None or (CHANGED in found.because) is (named == "after")


def test_a_set_without_pain_that_was_taken_out_answers_no_r10():
    first, played = a_played(1, 4), a_played(2, 1)
    log = a_log(3, first, replace(played, sets=()))

    assert exercise_gates(a_log(3, first, played), PROFILE) == []
    (found,) = exercise_gates(replace(log, earlier_sessions={played.id: (played,)}), PROFILE)
    assert found.entries == (first.id,)


def test_r10_names_each_exercise_and_the_gravest_alone_stands_for_all():
    lunge, squat = a_played(1, 4), a_played(2, 6, exercise="squat")
    log = a_log(3, lunge, squat)

    assert [dict(one.values)["exercise"] for one in exercise_gates(log, PROFILE)] == ["squat", "front lunge"]
    assert exercise_gate(log, PROFILE).key == "R10.stop"
    assert exercise_gates(a_log(3), PROFILE) == []


def test_r10_reads_the_sets_as_they_were_told():
    played = a_played(1, 1, pain_before=3)
    told = a_played(1, 4, pain_before=0)

    log = replace(a_log(3, played), earlier_sessions={played.id: (told,)})

    found = exercise_gate(log, PROFILE)
    assert (found.key, found.entries) == ("R10.stop", (played.id,))
    assert CHANGED in found.because


def test_another_run_on_the_way_back_warns_as_it_was_told():
    run = a_run(4, pain_max=1, limp=False)
    log = replace(a_log(6, run), earlier={run.id: (replace(run, pain_max=7, limp=True),)})

    (attempt,) = others_of(log, PROFILE, ())

    assert (attempt.pain_max, attempt.limp) == (7, True)


@given(SAID, SAID, ASKED, ASKED, ASKED, ASKED, SAID)
def test_no_change_on_a_later_day_makes_r11_more_permissive(pain, now_pain, limp, now_limp, killer, now_killer, before):
    told = a_run(5, pain_max=pain, limp=limp, painkiller=killer)
    now = replace(told, pain_max=now_pain, limp=now_limp, painkiller=now_killer)
    first = a_run(2, pain_max=before)
    changed = replace(a_log(6, first, now), earlier={now.id: (told,)})

    levels = [one.level if (one := run_gate(log, PROFILE)) else 0 for log in (a_log(6, first, now), changed)]

    assert levels[1] >= levels[0]
