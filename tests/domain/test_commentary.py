"""One thing at a time: what is said, what waits, what is cut and what is dropped."""

from dataclasses import replace
from itertools import pairwise

import pytest

from kneecoach.domain.commentary import Commentary
from kneecoach.domain.easier import with_easier
from kneecoach.domain.exercise import Side
from kneecoach.domain.session import Cause, Session
from kneecoach.domain.speech import Manner
from kneecoach.domain.timeline import plan
from kneecoach.domain.utterance import Kind, length_s
from tests.builders import SESSION_ID, a_routine, an_exercise, at, counted, timed

CUES = ("Long step", "Knee over the toe", "Straight down", "Chest tall", "Push back")
TICK_S = 0.05


class Talk:
    """A session that is played with its commentary, and what was said at which second."""

    def __init__(self, *dosages, first=Side.LEFT, cause=None, position=0, manner=None, **more):
        dosages = dosages or (counted(10, sets=2),)
        words = {"short_name": "Lunge", "each_side": "each leg", "cues": CUES, "equipment": ()} | more
        routine = a_routine(*dosages)
        exercises = {item.exercise: an_exercise(item.exercise, dosage=item.dosage, **words) for item in routine.items}
        self.session = Session(plan(routine, exercises, first=first), id=SESSION_ID, cause=cause, position=position)
        self.mouth = Commentary(manner or Manner())
        self.said = []
        self.agreed = set()
        self.now = 100.0
        self._turn(self.session.advance(at(self.now)))

    def play(self, seconds):
        for _ in range(round(seconds / TICK_S)):
            self.now += TICK_S
            self._turn(self.session.advance(at(self.now)))
        return self

    def play_to(self, index, *, working=False):
        while self.session.position < index or self.session.playing.working is not working:
            self.play(TICK_S)
        return self

    def do(self, control, **more):
        self._turn(control(at(self.now), **more))
        return self

    def texts(self, *kinds, since=0):
        return [one.text for _, one in self.said[since:] if not kinds or one.kind in kinds]

    def when(self, text):
        return next(second for second, one in self.said if one.text == text)

    def _turn(self, events):
        told = with_easier(self.session.timeline, self.agreed)
        playing = self.session.playing
        playing = replace(playing, planned=told.sets[playing.planned.index])
        utterance = self.mouth.turn(events, playing, told, self.now)
        if utterance is not None:
            self.said.append((round(self.now - 100, 2), utterance))


def test_nothing_is_cut_short_except_by_something_of_higher_rank():
    talk = Talk().play(200)

    for (began, said), (follows, other) in pairwise(talk.said):
        assert follows - began >= length_s(said.text) - 2 * TICK_S or other.kind.rank > said.kind.rank


def test_every_repetition_of_every_set_is_counted_at_its_moment():
    talk = Talk().play_to(0, working=True)
    began = talk.now - 100

    talk.play_to(1)
    counts = [(second, one.text.split(",")[0].strip(".")) for second, one in talk.said if one.kind is Kind.COUNT]
    talk.play(0.5)

    assert [number for _, number in counts] == [
        "One",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine",
        "Ten",
    ]
    assert all(0 <= second - (began + 3.2 + 3.5 * rep) <= 0.4 for rep, (second, _) in enumerate(counts))


def test_a_count_that_falls_on_the_end_of_the_set_is_said_before_what_comes_next():
    talk = Talk(counted(2, tempo=counted().tempo[:3])).play_to(1).play(1)

    assert talk.texts()[-2:] == ["Two.", "Change side. Right leg."]


def test_a_count_beats_a_cue():
    talk = Talk(
        cues=("Short", "A cue that is far too long to be said within only one repetition of this exercise")
    ).play(40)

    long = next(second for second, one in talk.said if one.kind is Kind.CUE and len(one.text) > 50)
    after = next(one for second, one in talk.said if second > long)
    assert after.text == "Three."


def test_a_skipped_lead_is_told_at_the_start_of_the_work_and_a_full_one_is_not():
    skipped, whole = Talk().play(0.05), Talk()
    skipped.do(skipped.session.skip).play(3)
    whole.play(20)

    rest_skipped = Talk().play_to(2).play(1)
    rest_skipped.do(rest_skipped.session.skip).play(1)

    assert rest_skipped.texts(Kind.PLACE)[-1] == "Lunge. Left leg. Set 2 of 2, the last one."
    assert len(whole.texts(Kind.PLACE)) == 1


def test_what_waited_is_not_said_late_after_a_pause():
    talk = Talk().play(1)
    talk.do(talk.session.pause).play(60)

    assert talk.texts()[-1] == "Paused."
    assert talk.texts().count("Long step.") == 0


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (Cause.ASKED, "Paused."),
        (Cause.HURTS, "Paused. How much does it hurt, from zero to ten?"),
        (Cause.SLEPT, "Paused, because the computer was asleep."),
    ],
)
def test_a_pause_says_why(cause, said):
    talk = Talk().play(1)

    talk.do(talk.session.pause, cause=cause)

    assert talk.texts()[-1] == said


def test_a_session_that_was_left_says_so_and_then_where_it_goes_on():
    talk = Talk(cause=Cause.RESTARTED, position=2)
    talk.do(talk.session.resume).play(2)

    assert talk.texts()[0] == "Paused where you left it."
    assert talk.texts()[1].startswith("Going on.")


def test_a_jump_says_the_new_place_and_nothing_of_the_old_one():
    talk = Talk(counted(), timed(30)).play(1)

    talk.do(talk.session.jump, index=2).play(8)

    assert talk.texts(Kind.PLACE)[-1] == "Lunge. Left leg. Thirty seconds."


def test_a_longer_rest_says_the_next_set_again_before_its_end_and_not_twice():
    talk = Talk().play_to(2).play(10)

    talk.do(talk.session.stretch_lead, seconds=15).play_to(2, working=True)

    places = [second for second, one in talk.said if one.text.startswith("Left leg. Set 2")]
    assert len(places) == 1
    assert talk.now - 100 - places[0] < 10


def test_a_rest_made_short_still_says_the_next_set():
    talk = Talk().play_to(2).play(20)

    for _ in range(2):
        talk.do(talk.session.stretch_lead, seconds=-15)
    talk.play_to(2, working=True)

    assert talk.texts(Kind.PLACE)[-1].startswith("Left leg. Set 2 of 2")


def test_fewer_repetitions_are_counted_to_their_new_end():
    talk = Talk(counted(10)).play_to(0, working=True).play(7.5)
    talk.do(talk.session.pause, cause=Cause.HURTS)
    talk.do(talk.session.fewer_reps)
    talk.do(talk.session.resume).play_to(1).play(0.2)

    assert talk.texts(Kind.COUNT)[2:] == ["Three, half-way.", "Four.", "Five, last one.", "Six."]


def test_praise_needs_every_set_of_the_exercise_done_in_full():
    whole, cut = Talk(), Talk()
    whole.play_to(2).play(10)
    cut.play_to(1, working=True).play(10)
    cut.do(cut.session.finish_set).play(10)

    assert len(whole.texts(Kind.PRAISE)) == 1
    assert cut.texts(Kind.PRAISE) == []


def test_there_is_no_praise_where_something_hurt():
    talk = Talk().play_to(1)

    talk.do(talk.session.say_pain, score=1).play_to(2).play(10)

    assert talk.texts(Kind.PRAISE) == []


def test_praise_comes_at_most_once_for_each_exercise():
    talk = Talk(counted(5, sets=3), counted(5, sets=3)).play(700)

    assert talk.session.playing.ended
    assert len(talk.texts(Kind.PRAISE)) == 2


def test_the_end_is_said_and_so_is_the_last_number():
    talk = Talk(counted(2, tempo=counted().tempo[:3])).play(60)

    assert talk.texts()[-1] == "Two. Session finished."


def test_a_session_that_is_ended_early_says_that_what_was_done_is_kept():
    talk = Talk().play(20)

    talk.do(talk.session.end)

    assert talk.texts()[-1] == "Session ended. What you did is kept."


def test_words_from_outside_cut_everything():
    talk = Talk().play(0.5)

    said = talk.mouth.say("Stopped.", talk.now)

    assert said.kind is Kind.STATE
    talk.play(0.3)
    assert talk.texts(Kind.CUE) == []
