"""What R07 found without a ticked sign, answered as seen by a clinician."""

from dataclasses import replace

import pytest

from kneecoach.domain.answered import Answered, entries_of
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry, answers_of
from kneecoach.domain.pain import PainPhase, PainSize, Tenderness
from kneecoach.domain.red_flags_bone import answerable, unticked
from kneecoach.domain.screening import Verdict, findings, may_start
from tests.screening import NOW, PLATEAU, a_check_in, a_flag, a_pain, a_record, ago, day_ago, fired, gone, seen

SPOT = {"regions": PLATEAU, "size": PainSize.FINGERTIP, "tenderness": Tenderness.CLEAR, "side": Side.LEFT}
NO_HOP = {"denied": (Flag.HOP_PAIN,)}


def walking(days, **more):
    """Sore at a fingertip over the shin bone, on walking."""
    return a_pain(3, days, PainPhase.WALKING, **SPOT | more)


def visited(record, days=0):
    """The record once what R07 found in it was answered as seen so many days ago."""
    sign = unticked(record, NOW)
    answered = Answered(closings=((sign.id, Closed(Closing.SEEN, day_ago(days))),), asked=False)
    return entries_of(answered, record, NOW).added_to(record)


def told(record):
    return {found.rule: found.urgency.word for found in findings(record, NOW)}


@pytest.mark.parametrize(
    ("entries", "offered"),
    [
        ((walking(9), a_check_in(days=9, **NO_HOP)), True),
        ((walking(9),), True),
        ((a_pain(2, 9, **SPOT), a_pain(1, 8, PainPhase.NIGHT)), True),
        ((a_pain(4, 9, regions=PLATEAU),), False),
        ((a_pain(4, 9, **SPOT | {"size": None}), a_pain(3, 9, PainPhase.WALKING)), False),
        ((walking(9, tenderness=None),), False),
        ((walking(9), a_flag(Flag.HOP_PAIN, 9)), False),
        ((walking(9), a_flag(Flag.BONE_SORE, 9)), False),
        ((a_pain(2, 9),), False),
        ((), False),
    ],
)
def test_what_was_told_whole_and_no_open_sign_stands_for_can_be_answered(entries, offered):
    record = a_record(*entries)

    assert (unticked(record, NOW) is not None) is offered
    flags = [entry.flag for entry in answerable(record, NOW)]
    assert flags == [one.flag for one in entries if isinstance(one, FlagEntry)] + [Flag.BONE_SORE] * offered


def test_it_is_as_old_as_the_first_entry_that_nobody_can_have_seen():
    assert unticked(a_record(walking(9), walking(2)), NOW).at == ago(9)


@pytest.mark.parametrize(("days", "urgency"), [(0, "routine"), (9, "routine"), (10, None)])
def test_seen_makes_it_a_note_from_the_day_on_which_the_place_was_logged(days, urgency):
    record = a_record(walking(9), a_check_in(1, **NO_HOP))

    assert told(record) == {"R07": "days"}
    assert may_start(record, NOW).verdict is Verdict.CALM_ONLY
    if urgency is None:
        with pytest.raises(InvalidInput):
            visited(record, days)
        return
    assert told(visited(record, days)) == {"R07": urgency}
    assert unticked(visited(record, days), NOW) is None


def test_a_session_may_start_once_it_was_seen():
    record = visited(a_record(walking(9), a_check_in(1, **NO_HOP)), 1)

    assert may_start(record, NOW).verdict is Verdict.GO


@pytest.mark.parametrize(
    ("later", "urgency"),
    [
        (a_pain(4, 0), "days"),
        (a_flag(Flag.HOP_PAIN), "days"),
        (a_pain(3, 0, PainPhase.WALKING, **SPOT), "routine"),
        (a_pain(3, 0, PainPhase.WALKING, **SPOT | {"side": Side.RIGHT}), "days"),
    ],
)
def test_a_rise_a_new_sign_or_another_place_after_the_visit_speaks_again(later, urgency):
    record = visited(a_record(walking(9), a_check_in(1, 9, **NO_HOP)), 2)
    kind = "flags" if isinstance(later, FlagEntry) else "pains"

    assert told(replace(record, **{kind: (*getattr(record, kind), later)}))["R07"] == urgency


def test_a_rise_that_a_later_change_hides_can_be_answered_again():
    low, rest = a_pain(2, 6), (walking(6), a_check_in(1, 6, **NO_HOP))
    record = visited(a_record(low, *rest), 5)
    risen = replace(record, pains=(replace(low, score=6), *record.pains[1:], a_pain(5, 1)), earlier=(low,))

    assert told(risen) == {"R07": "days"}
    assert unticked(risen, NOW).flag is Flag.BONE_SORE
    assert told(visited(risen)) == {"R07": "routine"}


def test_after_28_days_it_can_be_seen_once_more():
    record = visited(a_record(walking(40), a_check_in(1, **NO_HOP)), 28)

    assert told(record) == {"R07": "days"}
    again = visited(record, 0)
    assert told(again) == {"R07": "routine"}
    assert len({entry.id for entry in again.flags}) == 2


def test_nothing_said_and_nothing_logged_leaves_it_as_it_is():
    record = a_record(walking(300))

    after = entries_of(Answered(pain=0, asked=True), record, NOW).added_to(record)

    assert told(after)["R07"] == "days"
    assert after.flags == ()


@pytest.mark.parametrize("how", [Closing.GONE, Closing.MISTAKE])
def test_it_is_answered_as_seen_only(how):
    assert answers_of(Flag.BONE_SORE) == (Closing.SEEN,)
    with pytest.raises(InvalidInput, match="seen by a clinician"):
        a_flag(Flag.BONE_SORE, 1, closed=Closed(how, day_ago(0)))


def test_taken_back_it_stands_as_an_open_sign_of_the_same_finding():
    assert fired(walking(9), a_flag(Flag.BONE_SORE, 9), a_check_in(**NO_HOP)) == {"R07": "days"}


def test_a_visit_that_saw_both_counts_by_the_later_day():
    hop = a_flag(Flag.HOP_PAIN, 11, closed=seen(10))
    bone = a_flag(Flag.BONE_SORE, 9, closed=seen(2))

    assert fired(walking(9), hop, bone)["R07"] == "routine"
    assert fired(walking(9), a_flag(Flag.HOP_PAIN, 11, closed=gone(10)), bone)["R07"] == "routine"
