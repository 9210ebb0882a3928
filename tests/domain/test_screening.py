"""Whether a session may start: the gates, the words, and what never makes it milder."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.check_in import Mark
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Closed, Closing, Flag, Urgency
from kneecoach.domain.person import Country
from kneecoach.domain.screening import Finding, Level, Record, Verdict, findings, last_good, may_start, pain_now
from tests.builders import a_person, a_routine
from tests.screening import ALL_NO, NOW, a_check_in, a_flag, a_pain, a_record, an_injury, day_ago, seen

CALM = a_routine(calming=True)
WARM_UP = a_routine()


def asked(*entries, now=NOW, **more):
    return may_start(a_record(*entries, **more), now)


@pytest.mark.parametrize(
    ("pain", "verdict"),
    [
        (0, Verdict.GO),
        (2, Verdict.GO),
        (3, Verdict.EASIER),
        (5, Verdict.EASIER),
        (6, Verdict.CALM_ONLY),
        (10, Verdict.CALM_ONLY),
    ],
)
def test_pain_now_gates_the_session(pain, verdict):
    assert asked(a_check_in(pain)).verdict is verdict


@pytest.mark.parametrize(
    ("flag", "verdict"),
    [
        (Flag.DEFORMITY, Verdict.REFUSED),
        (Flag.HOT_RED, Verdict.REFUSED),
        (Flag.LIMP, Verdict.CALM_ONLY),
        (Flag.CATCHES, Verdict.GO),
    ],
)
def test_the_urgency_of_a_flag_gates_the_session(flag, verdict):
    assert asked(a_flag(flag), a_check_in(1)).verdict is verdict


@pytest.mark.parametrize(
    ("pain", "flags", "warm_up", "calm"),
    [(1, [], True, True), (4, [], True, True), (6, [], False, True), (1, [Flag.FEVER], False, False)],
)
def test_a_permission_allows_any_routine_only_calming_ones_or_none(pain, flags, warm_up, calm):
    permission = asked(a_check_in(pain), *map(a_flag, flags))

    assert (permission.allows(WARM_UP), permission.allows(CALM)) == (warm_up, calm)


def test_a_routine_finding_is_a_note():
    permission = asked(a_flag(Flag.CATCHES), a_check_in(1))

    assert [note.because for note in permission.notes] == [("knee catches or clicks painfully, noted 24 November",)]
    assert not permission.red_flag


def test_nothing_known_never_reassures():
    permission = may_start(Record(), NOW)

    assert permission.verdict is Verdict.EASIER
    assert "not everything was asked" in permission.title


@pytest.mark.parametrize(
    "incomplete", [a_check_in(None), a_check_in(1, answers=ALL_NO[:4]), a_check_in(1, asked=False, answers=())]
)
def test_an_incomplete_check_in_never_reassures(incomplete):
    assert asked(incomplete).verdict is Verdict.EASIER


def test_high_pain_without_any_check_in_still_gates():
    assert asked(a_check_in(6, asked=False, answers=())).verdict is Verdict.CALM_ONLY
    assert asked(a_pain(6, 0.05)).verdict is Verdict.CALM_ONLY


def test_the_worst_of_strip_marks_and_later_entries_is_the_pain_now():
    marked = a_check_in(1, 0.04, marks=(Mark(Side.LEFT, "pes_anserine", 4),))

    assert pain_now(a_record(marked), NOW) == 4
    assert pain_now(a_record(marked, a_pain(6)), NOW) == 6
    assert pain_now(a_record(marked, a_pain(9, 0.06)), NOW) == 4


FIVE_MINUTES = 5 / 1_440
"""In days, as the builders count."""


def test_a_check_in_that_asked_nobody_takes_back_no_pain():
    asked_6 = a_check_in(6, 2 * FIVE_MINUTES)

    for pain in (None, 0):
        permission = asked(asked_6, a_check_in(pain, FIVE_MINUTES, asked=False, answers=()))
        assert (permission.verdict, permission.pain) == (Verdict.CALM_ONLY, 6)
    assert asked(asked_6, a_check_in(2, FIVE_MINUTES)).verdict is Verdict.GO


def test_a_check_in_that_asked_nobody_adds_a_worse_pain():
    permission = asked(a_check_in(1, FIVE_MINUTES), a_check_in(7, asked=False, answers=()))

    assert (permission.verdict, permission.pain) == (Verdict.CALM_ONLY, 7)


def test_a_check_in_that_asked_nobody_leaves_what_was_answered_before():
    unasked = a_check_in(None, asked=False, answers=())

    assert asked(a_check_in(1, FIVE_MINUTES), unasked).verdict is Verdict.GO
    assert asked(a_check_in(1, FIVE_MINUTES, answers=ALL_NO[:4]), unasked).verdict is Verdict.EASIER


@pytest.mark.parametrize(
    "again", [a_check_in(None), a_check_in(1, answers=ALL_NO[:4]), a_check_in(1, asked=False, answers=())]
)
def test_only_what_was_asked_and_answered_whole_can_be_relied_on(again):
    assert last_good(a_record(again), NOW) is None


def test_a_newer_check_in_left_half_answered_is_not_covered_by_an_older_one():
    assert last_good(a_record(a_check_in(1, FIVE_MINUTES), a_check_in(1, answers=ALL_NO[:4])), NOW) is None


def test_a_check_in_is_good_for_two_hours():
    check_in = a_check_in(1)

    assert last_good(a_record(check_in), NOW + timedelta(hours=2)) is check_in
    assert last_good(a_record(check_in), NOW + timedelta(hours=2, seconds=1)) is None
    assert last_good(a_record(check_in), NOW - timedelta(seconds=1)) is None


def test_the_emergency_comes_first_and_gives_its_numbers():
    person = a_person(country=Country.IRELAND)
    permission = asked(a_flag(Flag.SWOLLEN), a_flag(Flag.FEVER), a_flag(Flag.DEFORMITY), a_check_in(9), person=person)

    assert [found.urgency for found in permission.findings] == sorted(
        (found.urgency for found in permission.findings), reverse=True
    )
    assert permission.numbers == ("112", "999")
    assert permission.title == "Call 112 or 999 now."


def test_a_refusal_is_one_sentence_that_says_what_was_logged_and_what_to_do():
    sentence = asked(a_flag(Flag.FEVER), a_check_in(1)).sentence

    assert sentence.startswith("Contact a doctor today. You ticked: feverish")


def test_no_number_to_call_is_given_for_less_than_an_emergency():
    assert asked(a_flag(Flag.FEVER), a_check_in(1)).numbers == ()


STOP = Finding("R11", Level.STOP, None, "No run until it has settled.", "You logged a limp.", ("A limp",), "", "")


def eased(*entries):
    return may_start(replace(a_record(*entries), stops=(STOP,)), NOW)


@pytest.mark.parametrize(
    ("entries", "verdict"),
    [
        ((a_check_in(0),), Verdict.EASIER),
        ((a_check_in(5),), Verdict.EASIER),
        ((a_check_in(6),), Verdict.CALM_ONLY),
        ((a_check_in(0), a_flag(Flag.CATCHES)), Verdict.EASIER),
        ((a_check_in(0), a_flag(Flag.GIVES_WAY)), Verdict.CALM_ONLY),
        ((a_check_in(0), a_flag(Flag.LOCKED)), Verdict.REFUSED),
    ],
)
def test_a_stop_without_urgency_goes_easier_and_loosens_nothing(entries, verdict):
    permission = eased(*entries)

    assert permission.verdict is verdict
    assert STOP in permission.notes


def test_in_an_emergency_nothing_is_told_beside_it():
    permission = eased(a_check_in(1), a_flag(Flag.DEFORMITY))

    assert STOP in permission.findings
    assert permission.notes == ()


def test_a_stop_is_a_note_that_suggests_no_run():
    permission = eased(a_check_in(1))

    assert permission.title == "Go easier today, and leave the run."
    assert permission.allows(WARM_UP)
    assert not permission.red_flag
    assert asked(a_check_in(3)).title == "Go easier today."


def test_a_stop_stands_after_a_red_flag_and_before_what_is_only_mentioned():
    found = eased(a_check_in(1), a_flag(Flag.CATCHES), a_flag(Flag.GIVES_WAY)).findings

    assert [one.urgency for one in found] == [Urgency.DAYS, None, Urgency.ROUTINE]


ENTRIES = st.lists(
    st.one_of(
        st.builds(a_flag, st.sampled_from(Flag), st.integers(0, 40)),
        st.builds(a_pain, st.integers(0, 10), st.integers(0, 40)),
        st.builds(an_injury, st.integers(0, 20), fast_swelling=st.sampled_from([True, False, None])),
        st.builds(a_check_in, st.integers(0, 10), st.integers(0, 3)),
    ),
    max_size=8,
)


@given(ENTRIES, st.sampled_from(Flag), st.integers(0, 40))
def test_one_more_open_flag_never_makes_the_verdict_milder(entries, flag, days):
    before = asked(*entries)

    after = asked(*entries, a_flag(flag, days))

    assert after.verdict <= before.verdict


@given(ENTRIES)
def test_an_open_flag_of_the_same_day_or_sooner_always_refuses(entries):
    permission = asked(*entries, a_flag(Flag.LOCKED))

    assert permission.verdict is Verdict.REFUSED
    assert not permission.allows(CALM)


@given(ENTRIES, st.sampled_from([Flag.DEFORMITY, Flag.LIMP, Flag.FEVER]), st.integers(0, 900))
def test_time_alone_closes_no_flag(entries, flag, days):
    record = a_record(*entries, a_flag(flag))

    now, later = (max(one.urgency for one in findings(record, NOW + timedelta(days=d))) for d in (0, days))

    assert later >= min(now, Urgency.SAME_DAY if flag is not Flag.LIMP else Urgency.DAYS)


@given(ENTRIES)
def test_a_verdict_always_has_words(entries):
    permission = asked(*entries)

    assert permission.title.endswith(".")
    assert permission.words.endswith(".")


def test_a_mistake_closes_an_emergency():
    flag = a_flag(Flag.DEFORMITY, closed=Closed(Closing.MISTAKE, day_ago(0)))

    assert asked(flag, a_check_in(1)).verdict is Verdict.GO


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([a_flag(Flag.CANNOT_4_STEPS)], "You ticked: cannot take four steps. Not answered yet, and so counted as yes:"),
        ([an_injury(2, pop=True), a_check_in(2)], "You noted an injury. Not answered yet, and so counted as yes: pop"),
        ([a_flag(Flag.GIVES_WAY), a_check_in(2)], "You noted: knee gives way, noted 24 November. A knee"),
    ],
)
def test_the_words_tell_what_was_logged_from_what_was_not_answered(entries, said):
    assert asked(*entries).words.startswith(said)


def test_what_was_seen_is_told_once():
    permission = asked(a_flag(Flag.SWOLLEN, 2, closed=seen(1)), a_check_in(2))

    assert [note.rule for note in permission.notes] == ["R09"]


def test_a_stop_asks_for_a_look_gone_or_not_and_an_emergency_until_it_was_seen():
    same_day = may_start(a_record(a_flag(Flag.HOT_RED)), NOW)
    emergency = may_start(a_record(a_flag(Flag.DEFORMITY)), NOW)

    assert same_day.words.endswith("No session until it has been seen, or is gone. Gone or not, have it looked at.")
    assert emergency.words.endswith("No session until it has been seen.")
