"""Pain changed on a later day than it was told: the red flags read the worse of both, whatever was changed."""

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.answered import Answered, entries_of
from kneecoach.domain.companions import Asks, Companion, companions
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag
from kneecoach.domain.pain import Amount, PainEntry, PainPhase, PainSize, Tenderness
from kneecoach.domain.red_flags import red_flags
from kneecoach.domain.told_before import CHANGED, as_told
from tests.screening import NOW, PLATEAU, a_check_in, a_flag, a_pain, a_record, ago, seen

SPOT = {"regions": PLATEAU, "size": PainSize.FINGERTIP, "tenderness": Tenderness.CLEAR, "side": Side.LEFT}


def changed(now, *told, others=()):
    """A record with this entry as it is now, and as it was told before."""
    earlier = tuple(replace(one, id=now.id) for one in told)
    return replace(a_record(*others, now), earlier=earlier)


@pytest.mark.parametrize(
    ("told", "now", "read"),
    [
        ({"score": 9}, {"score": 2}, {"score": 9}),
        ({"score": 2}, {"score": 9}, {"score": 9}),
        ({"swelling": Amount.LITTLE}, {"swelling": Amount.NONE}, {"swelling": Amount.LITTLE}),
        ({"swelling": Amount.LITTLE}, {"swelling": Amount.CLEAR}, {"swelling": Amount.CLEAR}),
        ({"swelling": Amount.LITTLE}, {}, {"swelling": Amount.LITTLE}),
        ({"swelling": Amount.NONE}, {}, {"swelling": None}),
        ({"tenderness": Tenderness.MILD}, {"tenderness": Tenderness.NONE}, {"tenderness": Tenderness.MILD}),
        ({"size": PainSize.FINGERTIP}, {"size": PainSize.WIDE}, {"size": PainSize.FINGERTIP}),
        ({"size": PainSize.WIDE}, {"size": PainSize.FINGERTIP}, {"size": PainSize.FINGERTIP}),
        ({"regions": PLATEAU}, {"regions": ("medial_calf",)}, {"regions": ("medial_calf", *PLATEAU)}),
        ({"score": 0, "regions": PLATEAU}, {"score": 0}, {"regions": ()}),
        ({"side": Side.LEFT}, {"side": Side.RIGHT}, {"side": None}),
        ({"score": 0, "side": Side.LEFT}, {"side": Side.RIGHT}, {"side": Side.RIGHT}),
        ({"side": Side.LEFT}, {"side": Side.LEFT}, {"side": Side.LEFT}),
    ],
)
def test_of_one_entry_the_worse_of_each_answer_counts(told, now, read):
    entry = PainEntry(uuid4(), NOW, **{"score": 2} | now)

    (pain,) = as_told(changed(entry, replace(entry, **{"score": 2, "swelling": None, "regions": ()} | told))).pains

    assert {name: getattr(pain, name) for name in read} == read


@pytest.mark.parametrize(
    ("told", "stays"),
    [({"score": 1}, True), ({"score": 0, "swelling": Amount.LITTLE}, True), ({"score": 0}, False)],
)
def test_what_is_said_no_more_stands_if_it_warned(told, stays):
    night = replace(a_pain(0, 1, PainPhase.NIGHT), **told)

    assert len(as_told(replace(a_record(), earlier=(night,))).pains) == stays


def test_what_was_said_of_another_time_of_the_day_stands_beside_it():
    now = a_pain(2, 1, PainPhase.DURING_RUN)

    record = as_told(changed(now, replace(now, score=9, phase=PainPhase.REST)))

    assert {(pain.score, pain.phase) for pain in record.pains} == {(9, PainPhase.DURING_RUN), (9, PainPhase.REST)}
    assert record.earlier == ()


def test_without_a_change_nothing_is_marked():
    record = a_record(a_pain(9, 1))

    assert as_told(record) is record
    assert not any(CHANGED in one.because for one in red_flags(record, NOW))
    same = replace(record, earlier=record.pains)
    assert red_flags(same, NOW) == red_flags(record, NOW)


def test_a_finding_that_only_was_told_is_marked_and_one_that_stands_anyhow_is_not():
    record = changed(a_pain(2, 1), a_pain(9, 1), others=(a_flag(Flag.HOT_RED, 1),))

    assert {one.rule: CHANGED in one.because for one in red_flags(record, NOW)} == {"R02": False, "R08": True}


def test_pain_raised_before_a_visit_makes_no_rise_after_it_harmless():
    visit = (a_flag(Flag.GIVES_WAY, 6, closed=seen(5)), a_flag(Flag.GIVES_WAY, 1), a_pain(4, 1, PainPhase.STAIRS))
    record = changed(a_pain(2, 6, PainPhase.STAIRS), a_pain(5, 6, PainPhase.STAIRS), others=visit)

    assert {one.rule: one.urgency.word for one in red_flags(record, NOW)} == {"R05": "days"}


def test_what_it_asks_for_follows_what_was_told():
    now = a_pain(4, 2, PainPhase.WALKING, **SPOT | {"tenderness": Tenderness.NONE})
    record = changed(now, replace(now, tenderness=Tenderness.CLEAR), others=(a_check_in(days=1),))

    assert Companion(Asks.TENDERNESS) in companions(record, NOW)
    answered = Answered(pain=1, tenderness=Tenderness.MILD)
    entries = entries_of(answered, record, NOW)
    assert [pain.tenderness for pain in entries.pains] == [Tenderness.MILD]
    assert entries.added_to(record).earlier == record.earlier


SAID = st.fixed_dictionaries(
    {
        "score": st.integers(0, 10),
        "phase": st.sampled_from([PainPhase.REST, PainPhase.NIGHT, PainPhase.WALKING, PainPhase.DURING_RUN, None]),
        "swelling": st.none() | st.sampled_from(Amount),
        "tenderness": st.none() | st.sampled_from(Tenderness),
        "size": st.none() | st.sampled_from(PainSize),
        "regions": st.sampled_from([(), PLATEAU, ("medial_calf",)]),
        "side": st.none() | st.sampled_from(Side),
    }
)
DAYS = st.lists(st.integers(0, 20), min_size=1, max_size=5)


@given(st.data(), DAYS, st.booleans())
def test_no_change_on_a_later_day_makes_any_red_flag_less_urgent(data, days, visited):
    now = [PainEntry(uuid4(), ago(back), **data.draw(SAID)) for back in days]
    told = [replace(one, **data.draw(SAID)) for one in now if data.draw(st.booleans())]
    visit = (a_flag(Flag.SWOLLEN, 12, closed=seen(10)),) if visited else ()
    plain = a_record(*now, *visit, a_check_in(days=3))

    before = {one.rule: one.urgency for one in red_flags(plain, NOW)}
    after = {one.rule: one.urgency for one in red_flags(replace(plain, earlier=tuple(told)), NOW)}

    assert all(after[rule] >= urgency for rule, urgency in before.items())


@given(st.data(), DAYS, st.booleans())
def test_nothing_that_was_told_is_less_urgent_after_any_change_on_a_later_day(data, days, timed):
    # R07 asks for what it does not know, and any later answer is one: it is left out
    told = [PainEntry(uuid4(), ago(back), **data.draw(SAID) | {"regions": ()}) for back in days]
    changed_now = []
    for one in told:
        # What was not said may be answered later: that hides nothing
        unsaid = {name: None for name in ("size", "tenderness", "swelling") if getattr(one, name) is None}
        unsaid |= {"regions": one.regions, "side": one.side}
        at = {"at": ago(data.draw(st.integers(0, 20)))} if timed else {}
        changed_now.append(replace(one, **data.draw(SAID) | unsaid | at) if data.draw(st.booleans()) else one)
    earlier = tuple(one for one, now in zip(told, changed_now, strict=True) if one != now)

    before = {one.rule: one.urgency for one in red_flags(a_record(*told), NOW)}
    after = {one.rule: one.urgency for one in red_flags(replace(a_record(*changed_now), earlier=earlier), NOW)}

    assert all(after.get(rule, 0) >= urgency for rule, urgency in before.items())
