"""What is said when a session goes on after a pause, and of what was agreed on in it."""

import pytest

from kneecoach.domain.session import Cause
from kneecoach.domain.speech import Manner, lines
from tests.builders import counted, timed
from tests.domain.test_commentary import TICK_S, Talk


def test_going_on_says_where():
    talk = Talk().play_to(1, working=True).play(5)
    talk.do(talk.session.pause).play(5)
    talk.do(talk.session.resume).play(0.5)

    assert talk.texts()[-1] == "Going on. Right leg."


EASIER = "Go down only a little."


@pytest.mark.parametrize("reps", [4, 10, 30])
def test_an_easier_version_agreed_to_in_the_middle_of_a_set_is_said_at_once(reps):
    talk = Talk(counted(reps, sets=2)).play_to(0, working=True)
    while talk.session.playing.rep < 3:
        talk.play(TICK_S)
    talk.do(talk.session.pause, cause=Cause.HURTS)
    talk.agreed = {0}

    talk.do(talk.session.resume).play(4)

    assert talk.texts()[-10:].count(EASIER) == 1
    assert talk.when(EASIER) - talk.when("Going on. Left leg.") < 3


def test_the_easier_version_is_said_once_in_the_rest_in_which_it_was_agreed_to():
    talk = Talk(counted(6, sets=2)).play_to(2).play(5)
    talk.do(talk.session.pause, cause=Cause.HURTS)
    before = len(talk.said)
    talk.agreed = {0}

    talk.do(talk.session.resume).play_to(2, working=True)

    assert talk.texts(since=before).count(EASIER) == 1


@pytest.mark.parametrize("left_s", [12, 5, 2, 0.5])
@pytest.mark.parametrize("index", [0, 1, 2])
def test_an_easier_version_agreed_to_before_a_set_is_said_at_once_and_only_once(index, left_s):
    talk = Talk(counted(6, sets=2)).play_to(index)
    while talk.session.playing.seconds_left > left_s:
        talk.play(TICK_S)
    talk.do(talk.session.pause, cause=Cause.HURTS)
    before = len(talk.said)
    talk.agreed = {0}

    talk.do(talk.session.resume)
    began = talk.now - 100
    talk.play_to(index, working=True).play(8)

    said = talk.said[before:]
    assert [one.text for _, one in said][:2] == ["Going on.", EASIER]
    assert talk.when(EASIER) - began < 2
    assert [one.text for _, one in said].count(EASIER) == 1
    assert [one.written for _, one in said].count(EASIER) == 1


def test_what_was_agreed_to_of_an_exercise_that_is_left_at_once_is_not_said_in_the_next():
    talk = Talk(counted(6), counted(6)).play(1)
    talk.do(talk.session.pause, cause=Cause.HURTS)
    talk.agreed = {0}
    talk.do(talk.session.resume)

    talk.do(talk.session.jump, index=2).play(5)

    assert EASIER not in talk.texts()


def test_what_was_agreed_to_before_is_not_said_at_every_pause():
    talk = Talk(counted(30)).play_to(0, working=True).play(9)
    talk.do(talk.session.pause)
    talk.agreed = {0}
    talk.do(talk.session.resume).play(5)
    before = len(talk.said)

    talk.do(talk.session.pause).play(2)
    talk.do(talk.session.resume).play(4)

    assert EASIER not in talk.texts(since=before)


def test_going_on_in_a_new_place_says_the_place_once():
    talk = Talk().play(1)
    talk.do(talk.session.pause)
    talk.do(talk.session.jump, index=3)
    talk.do(talk.session.resume).play(6)

    assert talk.texts(since=2)[:2] == ["Going on.", "Change side. Right leg. Set 2 of 2, the last one."]


@pytest.mark.parametrize(("seconds", "half"), [(9.9, "Back knee straight."), (25.0, "Bend the back knee.")])
def test_a_hold_of_two_parts_goes_on_with_what_this_half_asks_for(seconds, half):
    halves = ("Back knee straight", "Bend the back knee")
    talk = Talk(timed(40.0), halves=halves).play_to(0, working=True).play(seconds)

    talk.do(talk.session.pause).play(5)
    talk.do(talk.session.resume).play(0.5)

    assert talk.texts()[-1] == f"Going on. Left leg. {half}"
    assert talk.texts()[-1] in lines(talk.session.timeline, Manner())
