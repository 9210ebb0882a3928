"""What is shown and told of a session in which an easier version was agreed on."""

from kneecoach.domain.as_agreed import AsAgreed
from kneecoach.domain.session import Session
from tests.builders import SESSION_ID, a_timeline, at, counted

TIMELINE = a_timeline(counted(10), counted(8))
EASIER = ("Go down only a little",)


def a_session():
    session = Session(TIMELINE, id=SESSION_ID)
    session.advance(at(100))
    return session


def test_where_nothing_was_agreed_on_the_session_is_told_as_it_is():
    session = a_session()
    told = AsAgreed(session)

    assert told.timeline is session.timeline
    assert told.playing == session.playing


def test_the_exercise_that_is_played_is_told_in_its_easier_version_from_now_on():
    told = AsAgreed(a_session())

    told.make_easier()

    assert told.playing.planned.exercise.cues == EASIER
    assert [planned.exercise.cues == EASIER for planned in told.timeline.sets] == [True, True, False, False]
    assert told.timeline is told.timeline


def test_another_exercise_keeps_its_cues():
    session = a_session()
    told = AsAgreed(session)
    told.make_easier()

    session.jump(at(101), 2)

    assert told.playing == session.playing


def test_what_hurt_before_the_session_was_left_is_told_in_its_easier_version():
    session = a_session()
    session.say_pain(at(101), 4, sharp=False)

    assert AsAgreed(session, 2).playing.planned.exercise.cues == EASIER
