"""One function decides what may start, and every way into a session asks it: new, rehearsed, tried, gone on with."""

from datetime import timedelta
from functools import cache
from uuid import uuid4

import pytest

from kneecoach.coaching import check_in, diary, play
from kneecoach.coaching.check_in import note_flags, save_check_in
from kneecoach.domain.answered import Answered
from kneecoach.domain.check_in import Family
from kneecoach.domain.errors import NotAllowed
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import URGENCY, Closed, Closing, Flag, Urgency
from kneecoach.domain.run import Run
from kneecoach.domain.screening import Verdict
from kneecoach.domain.session_record import SessionStatus
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import CALM_DOWN, WARM_UP, load_exercises, load_routines
from kneecoach.storage import sessions
from tests.builders import A_DAY, PERSON_ID

NOW = A_DAY
NO = tuple((family, False) for family in Family)
EXERCISES, ROUTINES = cache(load_exercises), cache(load_routines)


def person(store):
    return check_in.read_record(store, PERSON_ID).person


def begin(store, routine=WARM_UP, now=NOW, **more):
    timeline = plan(ROUTINES()[routine], EXERCISES(), first=Side.LEFT)
    return play.start(store, person(store), timeline, now=now, **more)


def go_on(store, routine=WARM_UP):
    """A session that was left before anything was told of the knee."""
    left = play.offered(store, person(store))
    assert left.routine.id == routine
    return play.resume(store, left, EXERCISES(), NOW)


WAYS = {
    "new": begin,
    "a rehearsal": lambda store, routine: begin(store, routine, speed=8.0),
    "one set tried": lambda store, routine: begin(store, routine, rehearsal=True),
    "gone on with": go_on,
}


def ticked(*flags):
    return lambda store: note_flags(store, PERSON_ID, flags, NOW)


def gave(pain):
    return lambda store: save_check_in(store, PERSON_ID, Answered(pain, NO), NOW)


def limped(store):
    diary.log_run(store, PERSON_ID, Run(uuid4(), NOW - timedelta(hours=3), 4_000, limp=True), NOW)


def nothing(_store):
    pass


STATES = {
    "an emergency": (ticked(Flag.DEFORMITY), {}),
    "for the same day": (ticked(Flag.LOCKED), {}),
    "for the next days": (ticked(Flag.GIVES_WAY), {CALM_DOWN}),
    "pain 6": (gave(6), {CALM_DOWN}),
    "pain 5": (gave(5), {CALM_DOWN, WARM_UP}),
    "a routine sign": (ticked(Flag.CATCHES), {CALM_DOWN, WARM_UP}),
    "a stop": (limped, {CALM_DOWN, WARM_UP}),
    "nothing told": (nothing, {CALM_DOWN, WARM_UP}),
}


@pytest.mark.parametrize("routine", [WARM_UP, CALM_DOWN])
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("way", WAYS)
def test_every_way_into_a_session_is_refused_alike(store, way, state, routine):
    if way == "gone on with":
        begin(store, routine)
    enter, allowed = STATES[state]
    enter(store)

    if routine in allowed:
        assert WAYS[way](store, routine).timeline.routine.id == routine
        return
    with pytest.raises(NotAllowed) as refused:
        WAYS[way](store, routine)
    assert str(refused.value) == play.permission_of(store, PERSON_ID, NOW).sentence
    assert play.offered(store, person(store)) is None


def test_what_may_not_go_on_is_closed_as_stopped_and_keeps_its_sets(store):
    session = begin(store)
    ticked(Flag.LOCKED)(store)

    with pytest.raises(NotAllowed):
        go_on(store)

    with store.begin() as tx:
        assert sessions.session(tx, session.id).status is SessionStatus.STOPPED


VERDICTS = {
    Urgency.EMERGENCY: Verdict.REFUSED,
    Urgency.SAME_DAY: Verdict.REFUSED,
    Urgency.DAYS: Verdict.CALM_ONLY,
    Urgency.ROUTINE: Verdict.GO,
}


@pytest.mark.parametrize("flag", [one for one in Flag if one is not Flag.BONE_SORE], ids=lambda flag: flag.value)
def test_each_flag_gates_by_its_urgency_until_it_is_answered_and_time_opens_nothing(store, flag):
    (entry,) = note_flags(store, PERSON_ID, (flag,), NOW)
    _, now = save_check_in(store, PERSON_ID, Answered(1, NO), NOW)
    later = play.permission_of(store, PERSON_ID, NOW + timedelta(days=400))
    how = Closing.SEEN if URGENCY[flag] is Urgency.EMERGENCY else Closing.GONE

    after = check_in.answer_flag(store, PERSON_ID, entry.id, Closed(how, NOW.date()), NOW)

    wanted = VERDICTS[URGENCY[flag]]
    assert (now.verdict, later.verdict) == (wanted, min(wanted, Verdict.EASIER))
    # Swelling was there, whoever says that it is gone: two days without it are awaited
    assert after.verdict is (Verdict.CALM_ONLY if flag is Flag.SWOLLEN else Verdict.GO)
