"""Returning to running: played as a session, kept as a run, judged the next morning, refused when it is not due."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from kneecoach.coaching import diary as diary_steps
from kneecoach.coaching import mornings, play, returning
from kneecoach.domain.advice.returning import STAGES, Step
from kneecoach.domain.advice.stage_session import run_id, stage_routine
from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.errors import NotAllowed
from kneecoach.domain.flag import Flag
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount, PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionStatus
from kneecoach.domain.timeline import plan
from kneecoach.storage import diary, runs, sessions
from tests.builders import A_DAY, PERSON_ID, a_person, at
from tests.builders import play as let_run
from tests.coaching.stories import flagged, kept

DAY = timedelta(days=1)
WALK = 1_815.0
"""Get ready and thirty minutes."""


def checked_in(store, now=A_DAY, pain=0):
    check_in = CheckIn(uuid4(), now, pain=pain)
    with store.begin() as tx:
        diary.add_check_in(tx, PERSON_ID, check_in)
    return check_in


def begun(store, stage=0, now=A_DAY, pain=0):
    timeline = plan(stage_routine(STAGES[stage]), {})
    session = play.start(store, a_person(), timeline, now=now, check_in=checked_in(store, now, pain))
    session.advance(at(100))
    return session


def walked(store, now=A_DAY):
    """Stage 0 to its end, by the timer."""
    session = begun(store, now=now)
    play.keep(store, session, let_run(session, 100, 100 + WALK), now + timedelta(minutes=31))
    return session


def the_runs(store):
    with store.begin() as tx:
        return runs.runs(tx, PERSON_ID)


def a_morning(store, now, pain=0):
    check = MorningCheck(uuid4(), now.date(), now, pain, swelling=Amount.NONE)
    mornings.answer(store, PERSON_ID, check, now)


def clean_outdoors(store, stage, at_start, **more):
    """A time without the timer, with all that has to be said, and its mornings."""
    for back in (3, 2, 1):
        a_morning(store, at_start - back * DAY)
    said = {"pain_before": 0, "pain_max": 1, "pain_60": 0, "limp": False, "stopped_early": False}
    run = Run(uuid4(), at_start, 2_500, seconds=1_800, **said | more)
    run = diary_steps.log_run(store, PERSON_ID, run, at_start + timedelta(minutes=95))
    returning.adopt(store, PERSON_ID, run, STAGES[stage])
    return run


def test_whoever_never_began_begins_with_walking(store):
    found = returning.where(store, PERSON_ID, A_DAY)

    assert (found.standing.stage.number, found.standing.step, found.left) == (0, Step.BEGIN, 4)
    assert found.ready


def test_a_stage_that_was_played_is_kept_as_a_run(store):
    session = walked(store)

    (run,) = the_runs(store)
    assert (run.id, run.seconds, run.stopped_early, run.pain_before) == (run_id(session.id), 1_800, False, 0)
    assert returning.run_of_session(store, session.id) == run == returning.run_named(store, run.id)


def test_it_is_kept_in_the_same_moment_as_the_end_of_the_session(store):
    session = begun(store)
    events = let_run(session, 100, 100 + WALK)

    play.keep(store, session, events[:-1], A_DAY + timedelta(minutes=31))
    assert the_runs(store) == ()

    play.keep(store, session, events[-1:], A_DAY + timedelta(minutes=31))
    assert len(the_runs(store)) == 1


def test_one_that_was_left_open_is_a_run_that_was_ended_early(store):
    session = begun(store)
    play.keep(store, session, [*let_run(session, 100, 700), *session.put_aside(at(700))], A_DAY)

    play.discard(store, play.offered(store, a_person()), A_DAY + timedelta(hours=1))

    (run,) = the_runs(store)
    assert (run.stopped_early, 500 < run.seconds < 600) == (True, True)


def test_a_crash_goes_on_where_it_stood_and_is_one_run_in_the_end(store):
    session = begun(store)
    play.keep(store, session, let_run(session, 100, 700), A_DAY)

    again = play.resume(store, play.offered(store, a_person()), {}, A_DAY + timedelta(minutes=12))

    assert again.id == session.id
    assert the_runs(store) == ()


def test_a_run_that_was_deleted_does_not_come_back_with_a_later_word(store):
    session = walked(store)
    diary_steps.delete(store, PERSON_ID, Kind.RUN, run_id(session.id), A_DAY + timedelta(hours=1))

    play.finish(store, session.id, effort=3, now=A_DAY + timedelta(hours=2))

    assert the_runs(store) == ()
    assert returning.where(store, PERSON_ID, A_DAY + timedelta(hours=2)).attempts == ()


def test_a_rehearsal_is_no_run(store):
    timeline = plan(stage_routine(STAGES[0]), {})
    session = play.start(store, a_person(), timeline, now=A_DAY, check_in=checked_in(store), speed=60.0)
    session.advance(at(100))
    play.keep(store, session, let_run(session, 100, 200), A_DAY)

    assert kept(store, session.id).status is SessionStatus.COMPLETED
    assert the_runs(store) == ()


@pytest.mark.parametrize(("pain", "allowed"), [(0, True), (2, True), (3, False), (5, False)])
def test_a_stage_with_running_begins_with_two_or_less(store, pain, allowed):
    clean_outdoors(store, 0, A_DAY - 6 * DAY)
    clean_outdoors(store, 0, A_DAY - 3 * DAY)
    for back in (2, 1):
        a_morning(store, A_DAY - back * DAY)

    if allowed:
        assert begun(store, 1, pain=pain).id
    else:
        with pytest.raises(NotAllowed, match="begins with 2 or less"):
            begun(store, 1, pain=pain)


def test_two_clean_times_move_on_and_a_third_stage_is_not_due(store):
    clean_outdoors(store, 0, A_DAY - 6 * DAY)
    clean_outdoors(store, 0, A_DAY - 3 * DAY)
    a_morning(store, A_DAY - 2 * DAY)

    found = returning.where(store, PERSON_ID, A_DAY)

    assert (found.standing.stage.number, found.standing.step) == (1, Step.ADVANCE)
    assert found.finding.entries == tuple(one.id for one in found.attempts)
    with pytest.raises(NotAllowed, match="Stage 1 comes first"):
        begun(store, 2)


def test_the_morning_after_is_what_it_waits_for(store):
    clean_outdoors(store, 0, A_DAY - 5 * DAY)
    last = clean_outdoors(store, 0, A_DAY - DAY)
    a_morning(store, A_DAY - 4 * DAY)

    waiting = returning.where(store, PERSON_ID, A_DAY)
    a_morning(store, A_DAY)
    known = returning.where(store, PERSON_ID, A_DAY)

    assert (waiting.standing.step, waiting.standing.read) == (Step.REPEAT, (last.id,))
    assert known.standing.step is Step.ADVANCE


def test_a_day_off_is_wanted_after_any_run(store):
    diary_steps.log_run(store, PERSON_ID, Run(uuid4(), A_DAY - DAY, 5_000), A_DAY)

    with pytest.raises(NotAllowed, match="A day off since the last run: not yet"):
        begun(store)


def test_going_back_leaves_two_days_without_a_run(store):
    clean_outdoors(store, 0, A_DAY - 2 * DAY, limp=True)

    found = returning.where(store, PERSON_ID, A_DAY)

    assert (found.standing.step, found.ready) == (Step.BACK, False)
    assert found.standing.from_day == (A_DAY + DAY).date()


@pytest.mark.parametrize("flag", [Flag.LOCKED, Flag.SWOLLEN])
def test_no_run_while_a_red_flag_is_open(store, flag):
    flagged(store, flag)

    found = returning.where(store, PERSON_ID, A_DAY)

    assert (found.stopped, found.ready) == (True, False)
    with pytest.raises(NotAllowed):
        begun(store)


def test_a_stage_that_may_not_go_on_is_ended_and_kept(store):
    session = begun(store)
    play.keep(store, session, let_run(session, 100, 700), A_DAY)
    diary_steps.log_run(store, PERSON_ID, Run(uuid4(), A_DAY - DAY, 5_000), A_DAY)

    with pytest.raises(NotAllowed, match="No run today"):
        play.resume(store, play.offered(store, a_person()), {}, A_DAY)

    assert kept(store, session.id).status is SessionStatus.STOPPED


@pytest.mark.parametrize(("early", "status"), [(True, SessionStatus.STOPPED), (False, SessionStatus.COMPLETED)])
def test_without_the_timer_no_sets_are_made_up(store, early, status):
    clean_outdoors(store, 0, A_DAY - DAY, stopped_early=early)

    with store.begin() as tx:
        (session,) = sessions.sessions(tx, None, PERSON_ID)
    assert (session.status, session.sets) == (status, ())


def test_a_run_is_adopted_once_and_let_go_with_it(store):
    run = clean_outdoors(store, 0, A_DAY - DAY)
    returning.adopt(store, PERSON_ID, run, STAGES[3])

    assert [one.stage for one in returning.where(store, PERSON_ID, A_DAY).attempts] == [0]
    diary_steps.delete(store, PERSON_ID, Kind.RUN, run.id, A_DAY)
    assert returning.where(store, PERSON_ID, A_DAY).attempts == ()


def test_nobody_in_particular_may_walk(store):
    assert returning.where(store, None, A_DAY).standing.step is Step.BEGIN
    assert play.start(store, None, plan(stage_routine(STAGES[0]), {}), now=A_DAY).id != UUID(int=0)


def test_the_diary_lists_the_run_and_not_its_session_beside_it(store):
    session = walked(store)
    later = A_DAY + timedelta(hours=1)
    clean_outdoors(store, 0, A_DAY - 3 * DAY)

    entries = diary_steps.read_diary(store, PERSON_ID).entries
    assert [type(one) for one in entries if not isinstance(one, MorningCheck | PainEntry)] == [Run, Run]
    assert [type(one) for one in mornings.due(store, PERSON_ID, A_DAY + DAY).closes] == [Run]

    diary_steps.delete(store, PERSON_ID, Kind.RUN, run_id(session.id), later)
    assert session.id in {one.id for one in diary_steps.read_diary(store, PERSON_ID).entries}


@pytest.mark.parametrize(("back", "offered"), [(None, False), (14, False), (15, True)])
def test_it_is_offered_after_more_than_fourteen_days_without_a_run(store, back, offered):
    if back is not None:
        diary_steps.log_run(store, PERSON_ID, Run(uuid4(), A_DAY - back * DAY, 5_000), A_DAY)

    assert returning.where(store, PERSON_ID, A_DAY).offered is offered


def test_it_is_offered_while_a_course_goes_on(store):
    clean_outdoors(store, 0, A_DAY - 3 * DAY)

    assert returning.where(store, PERSON_ID, A_DAY).offered
