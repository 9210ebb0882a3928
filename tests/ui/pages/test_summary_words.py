"""What the summary says is next, and what it says was left out."""

from dataclasses import replace

import pytest

from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.flag import Urgency
from kneecoach.domain.pain_gate import Zones
from kneecoach.domain.screening import Permission, Verdict
from kneecoach.domain.session_record import SessionStatus, SetStatus
from kneecoach.domain.timeline import plan
from kneecoach.ui.pages.summary_words import left_out, next_steps, title_of
from tests.builders import exercises_of
from tests.ui.pages.summing import a_record


def hurting_in_a_set(record, pain):
    """Said with "it hurts" in the middle of the session; the pain before was 3."""
    return replace(record, sets=(record.sets[0], replace(record.sets[1], pain=pain), *record.sets[2:]))


def test_a_run_is_suggested_only_when_nothing_speaks_against_it():
    go = Permission(Verdict.GO, None, (), "Fine to warm up.", "")
    easier = replace(go, verdict=Verdict.EASIER)
    done = a_record()

    def first(record, after, permission=go):
        return next_steps(record, after, permission)[0].title

    assert first(done, 2) == "Start your run easy"
    assert first(done, 3) == "Keep it easy today"
    assert first(done, 2, easier) == "Keep it easy today"
    assert first(replace(done, status=SessionStatus.STOPPED), 1) == "Keep it easy today"
    assert first(replace(done, routine=replace(done.routine, calming=True)), 1) == "Enough for today"
    assert first(done, 6) == "Walk today, no run"
    assert first(hurting_in_a_set(done, 5), 2) == "Start your run easy"
    assert first(hurting_in_a_set(done, 6), 2) == "Walk today, no run"


def test_after_a_rise_that_the_limits_of_the_person_call_red_no_run_is_suggested():
    done = replace(a_record(), pain_before=0)
    usual = Permission(Verdict.GO, None, (), "Fine to warm up.", "")
    strict = replace(usual, zones=Zones(rise=1, named="After the operation"))

    assert next_steps(done, 1, usual)[0].title == "Start your run easy"
    assert next_steps(done, 1, strict)[0].title == "Walk today, no run"
    assert "After the operation" in next_steps(done, 1, strict)[0].text


def test_a_red_flag_says_only_what_to_do_about_it():

    flagged = Permission(Verdict.REFUSED, Urgency.SAME_DAY, (), "See a doctor today.", "Because.")

    assert [step.title for step in next_steps(a_record(), 1, flagged)] == ["See a doctor today."]


def finding(rule, level):
    return Finding(rule, level, None, f"{rule} says so", "You logged it.", (), "", "")


LESS, LEAVE, ORDER = finding("R10", Level.CAUTION), finding("R10", Level.STOP), finding("R22", Level.INFO)


@pytest.mark.parametrize(("found", "icon"), [(LESS, "warn"), (LEAVE, "stop"), (ORDER, "info")])
def test_what_the_rules_found_in_it_stands_between_today_and_the_morning(found, icon):
    go = Permission(Verdict.GO, None, (), "Fine to warm up.", "")

    *_, told, morning = next_steps(a_record(), 2, go, [found])

    assert (told.icon, told.title, told.text) == (icon, f"{found.rule} says so", "You logged it.")
    assert morning.title == "Notice tomorrow morning"


def test_under_a_red_flag_only_what_stops_is_said_of_the_exercises():
    flagged = Permission(Verdict.REFUSED, Urgency.SAME_DAY, (), "See a doctor today.", "Because.")

    said = next_steps(a_record(), 1, flagged, [LEAVE, LESS, ORDER])

    assert [step.title for step in said] == ["See a doctor today.", "R10 says so"]


def test_skipped_and_short_sets_are_named_together():

    record = a_record()
    timeline = plan(record.routine, exercises_of(record.routine))

    assert left_out(timeline, record.sets[1:]) == "1 of exercise 1 cut short; 1 of exercise 0 skipped"


def test_a_session_with_every_set_skipped_was_not_done():
    skipped = [replace(one, status=SetStatus.SKIPPED, reps=0, seconds=0.0) for one in a_record().sets]

    assert title_of(a_record(sets=tuple(skipped))) == "Nothing done this time"
    assert title_of(a_record(sets=())) == "Nothing done this time"
    assert title_of(a_record(sets=(*skipped[:-1], a_record().sets[-1]))).endswith(" done")
