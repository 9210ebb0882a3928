"""The diary: what is logged comes back, with what follows from it, and says when it was told."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from kneecoach.coaching import diary
from kneecoach.coaching.check_in import answer_flag, read_record
from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.diary import told_later
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Closed, Closing, Flag, Injury, Mechanism
from kneecoach.domain.ice import Ice
from kneecoach.domain.pain import PainEntry, PainPhase, Symptom
from kneecoach.domain.run import Run
from kneecoach.domain.shoe import Shoe
from kneecoach.domain.support import Support, SupportUsed
from kneecoach.storage import runs as runs_table
from tests.builders import A_DAY, PERSON_ID

AN_HOUR = timedelta(hours=1)
A_MINUTE = timedelta(minutes=1)
NOW = A_DAY + 4 * AN_HOUR
PLACE = (Side.LEFT, ("medial_joint_line",))
A_PAIN = PainEntry(UUID(int=2), NOW, 3)
A_RUN = Run(UUID(int=1), A_DAY, 6_200, 2_320, pain_before=1, pain_max=3)
BERLIN = ZoneInfo("Europe/Berlin")
LOGS = {
    Kind.PAIN: (diary.log_pain, diary.change_pain, A_PAIN),
    Kind.RUN: (diary.log_run, diary.change_run, A_RUN),
    Kind.ACTIVITY: (
        diary.log_activity,
        diary.change_activity,
        Activity(UUID(int=3), A_DAY, ActivityKind.BIKE, 40),
    ),
    Kind.ICE: (diary.log_ice, diary.change_ice, Ice(UUID(int=4), A_DAY, 20)),
}
LOGGED_ONCE = {**LOGS, Kind.SUPPORT: (diary.log_support, None, SupportUsed(UUID(int=5), A_DAY, (Support.TAPE,)))}


def listed(store):
    return diary.read_diary(store, PERSON_ID).entries


def pains(store):
    return [entry for entry in listed(store) if isinstance(entry, PainEntry)]


def open_flags(store):
    return [entry.flag for entry in read_record(store, PERSON_ID).flags if entry.is_open]


@pytest.mark.parametrize("kind", LOGGED_ONCE)
def test_what_is_logged_at_once_is_in_the_diary_as_it_was_said(store, kind):
    log, _, entry = LOGGED_ONCE[kind]

    kept = log(store, PERSON_ID, replace(entry, at=NOW), NOW)

    assert kept == replace(entry, at=NOW)
    assert kept in listed(store)


@pytest.mark.parametrize("kind", LOGGED_ONCE)
@pytest.mark.parametrize(
    ("ago", "told"),
    [(timedelta(0), False), (A_MINUTE, False), (A_MINUTE + timedelta(seconds=1), True), (48 * AN_HOUR, True)],
)
def test_what_is_told_later_says_when(store, kind, ago, told):
    log, _, entry = LOGGED_ONCE[kind]

    log(store, PERSON_ID, replace(entry, at=NOW - ago), NOW)

    (kept,) = [one for one in listed(store) if one.id == entry.id]
    assert kept.entered == (NOW if told else None)
    assert told_later(kept) is (ago > AN_HOUR)


@pytest.mark.parametrize("kind", LOGGED_ONCE)
def test_the_future_is_refused_and_nothing_is_kept(store, kind):
    log, _, entry = LOGGED_ONCE[kind]

    with pytest.raises(InvalidInput, match=r"^That time is in the future\.$"):
        log(store, PERSON_ID, replace(entry, at=NOW + timedelta(microseconds=1)), NOW)

    assert listed(store) == ()


@pytest.mark.parametrize("kind", LOGS)
def test_what_is_moved_into_the_future_stays_where_it_was(store, kind):
    log, change, entry = LOGS[kind]
    log(store, PERSON_ID, entry, NOW)
    before = listed(store)

    with pytest.raises(InvalidInput, match="in the future"):
        change(store, PERSON_ID, replace(entry, at=NOW + AN_HOUR), NOW)

    assert listed(store) == before
    assert diary.binned(store, PERSON_ID, NOW) == ()


@pytest.mark.parametrize("kind", LOGS)
@pytest.mark.parametrize(
    ("hours_told", "hours_moved", "entered"),
    [(0, 0, None), (0, -3, 0), (0, 1, None), (2, 0, 2), (2, 3, None), (2, -1, 2)],
)
def test_a_correction_leaves_when_it_was_told(store, kind, hours_told, hours_moved, entered):
    log, change, entry = LOGS[kind]
    log(store, PERSON_ID, replace(entry, at=A_DAY), A_DAY + hours_told * AN_HOUR)

    change(store, PERSON_ID, replace(entry, at=A_DAY + hours_moved * AN_HOUR), NOW)

    (kept,) = [one for one in listed(store) if one.id == entry.id]
    assert kept.entered == (None if entered is None else A_DAY + entered * AN_HOUR)


@pytest.mark.parametrize("kind", LOGS)
def test_what_is_not_there_can_not_be_changed(store, kind):
    _, change, entry = LOGS[kind]

    with pytest.raises(InvalidInput, match="no such entry"):
        change(store, PERSON_ID, replace(entry, at=A_DAY), NOW)


def test_the_second_of_two_hours_of_an_autumn_night_is_not_the_future(store):
    first, second = (datetime(2026, 10, 25, 2, minute, tzinfo=BERLIN, fold=fold) for minute, fold in ((50, 0), (10, 1)))

    kept = diary.log_pain(store, PERSON_ID, replace(A_PAIN, at=first), second)

    assert kept.entered == second
    with pytest.raises(InvalidInput, match="in the future"):
        diary.log_pain(store, PERSON_ID, replace(A_PAIN, at=second), first)


def test_a_run_brings_its_pains_at_its_place(store):
    run = diary.log_run(store, PERSON_ID, A_RUN, A_DAY, PLACE)

    assert [(entry.score, entry.phase, entry.of) for entry in pains(store)] == [
        (1, PainPhase.BEFORE_RUN, run.id),
        (3, PainPhase.DURING_RUN, run.id),
    ]
    assert diary.place_of(store, run.id) == diary.last_place(store, PERSON_ID) == PLACE


def test_a_corrected_run_brings_the_pains_it_has_now(store):
    run = diary.log_run(store, PERSON_ID, A_RUN, A_DAY, PLACE)

    diary.change_run(store, PERSON_ID, replace(run, pain_before=None, pain_max=7), NOW, (Side.RIGHT, ("deep_inside",)))

    assert [(entry.score, entry.side) for entry in pains(store)] == [(7, Side.RIGHT)]


def test_pain_an_hour_after_a_run_that_is_told_sooner_is_of_now(store):
    run = replace(A_RUN, pain_before=None, pain_max=None, pain_60=2)

    diary.log_run(store, PERSON_ID, run, A_DAY + 50 * A_MINUTE)

    assert [entry.at for entry in pains(store)] == [A_DAY + 50 * A_MINUTE]


@pytest.mark.parametrize(
    "change",
    [diary.change_pain, lambda store, person, entry, now: diary.delete(store, person, Kind.PAIN, entry.id, now)],
)
def test_a_pain_that_follows_from_a_run_is_changed_with_the_run_only(store, change):
    diary.log_run(store, PERSON_ID, A_RUN, NOW)
    before = listed(store)

    with pytest.raises(InvalidInput, match="Change it there"):
        change(store, PERSON_ID, replace(pains(store)[0], score=9), NOW)

    assert listed(store) == before


@pytest.mark.parametrize(
    ("symptom", "flag"),
    [
        (Symptom.GIVES_WAY, Flag.GIVES_WAY),
        (Symptom.HARD_TO_BEAR_WEIGHT, Flag.LIMP),
        (Symptom.CATCHING_OR_LOCKING, Flag.CATCHES),
    ],
)
def test_a_symptom_that_is_a_red_flag_opens_it_once(store, symptom, flag):
    for number in (1, 2):
        diary.log_pain(store, PERSON_ID, replace(A_PAIN, id=UUID(int=number), symptoms=(symptom, symptom)), NOW)

    assert open_flags(store) == [flag]


def test_no_other_symptom_opens_a_flag(store):
    others = tuple(symptom for symptom in Symptom if symptom not in diary.SYMPTOM_FLAGS)

    diary.log_pain(store, PERSON_ID, replace(A_PAIN, symptoms=others), NOW)

    assert open_flags(store) == []
    assert pains(store)[0].symptoms == others


def test_a_flag_is_of_when_it_was_told_however_long_ago_it_hurt(store):
    entry = replace(A_PAIN, at=A_DAY - 300 * AN_HOUR, symptoms=(Symptom.GIVES_WAY,))

    diary.log_pain(store, PERSON_ID, entry, NOW)

    assert [flag.at for flag in read_record(store, PERSON_ID).flags] == [NOW]


def test_taking_a_symptom_off_again_closes_nothing_and_leaving_it_opens_nothing_anew(store):
    entry = diary.log_pain(store, PERSON_ID, replace(A_PAIN, symptoms=(Symptom.GIVES_WAY,)), NOW)

    diary.change_pain(store, PERSON_ID, replace(entry, symptoms=()), NOW)
    assert open_flags(store) == [Flag.GIVES_WAY]
    diary.change_pain(store, PERSON_ID, entry, NOW)
    (flag,) = read_record(store, PERSON_ID).flags
    answer_flag(store, PERSON_ID, flag.id, Closed(Closing.GONE, NOW.date()), NOW)
    diary.change_pain(store, PERSON_ID, replace(entry, score=5), NOW)

    assert open_flags(store) == []


def test_a_symptom_that_is_ticked_later_opens_its_flag_then(store):
    entry = diary.log_pain(store, PERSON_ID, A_PAIN, NOW)

    diary.change_pain(store, PERSON_ID, replace(entry, symptoms=(Symptom.GIVES_WAY,)), NOW + AN_HOUR)

    assert [flag.at for flag in read_record(store, PERSON_ID).flags] == [NOW + AN_HOUR]


def test_an_injury_is_entered_when_it_is_told(store):
    injury = Injury(UUID(int=6), A_DAY, A_DAY, Mechanism.TWIST, pop=True)

    kept = diary.log_injury(store, PERSON_ID, injury, NOW)

    assert listed(store) == (kept,) == (replace(injury, entered=NOW),)
    with pytest.raises(InvalidInput, match="in the future"):
        diary.log_injury(store, PERSON_ID, replace(injury, id=UUID(int=7), at=NOW + A_MINUTE), NOW)


def test_what_was_used_is_one_answer_for_a_day(store):
    first = diary.log_support(store, PERSON_ID, SupportUsed(UUID(int=1), A_DAY, (Support.TAPE,)), A_DAY)

    second = diary.log_support(store, PERSON_ID, SupportUsed(UUID(int=2), NOW, (), (Support.TAPE,)), NOW)

    assert second.id == first.id
    assert listed(store) == (second,)
    (kept,) = diary.binned(store, PERSON_ID, NOW)
    diary.put_back(store, kept.id, NOW)
    assert listed(store) == (first,)


def test_shoes_are_kept_changed_and_retired(store):
    pair = Shoe(UUID(int=1), "Pegasus")
    diary.keep_shoe(store, PERSON_ID, pair)
    diary.keep_shoe(store, PERSON_ID, replace(pair, start_m=300_000))

    retired = diary.retire_shoe(store, PERSON_ID, pair.id, A_DAY.date())

    assert retired == replace(pair, start_m=300_000, retired=A_DAY.date())
    with store.begin() as tx:
        assert runs_table.shoes(tx, PERSON_ID) == (retired,)
    with pytest.raises(InvalidInput, match="no such shoes"):
        diary.retire_shoe(store, PERSON_ID, UUID(int=9), A_DAY.date())


def test_the_last_place_is_the_last_one_that_was_named(store):
    assert diary.last_place(store, PERSON_ID) == diary.NOWHERE
    diary.log_pain(store, PERSON_ID, replace(A_PAIN, at=A_DAY, side=PLACE[0], regions=PLACE[1]), NOW)
    diary.log_pain(store, PERSON_ID, replace(A_PAIN, id=UUID(int=9), side=Side.RIGHT), NOW)

    assert diary.last_place(store, PERSON_ID) == PLACE
    assert diary.place_of(store, A_PAIN.id) == PLACE
    assert diary.place_of(store, UUID(int=9)) == (Side.RIGHT, ())
    assert diary.place_of(store, UUID(int=10)) == diary.NOWHERE


def test_the_last_run_is_the_one_that_started_last(store):
    assert diary.last_run(store, PERSON_ID) is None
    for number, hours in ((1, 0), (2, -5)):
        diary.log_run(store, PERSON_ID, replace(A_RUN, id=UUID(int=number), at=A_DAY + hours * AN_HOUR), A_DAY)

    assert diary.last_run(store, PERSON_ID).id == UUID(int=1)
