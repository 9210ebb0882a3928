"""A whole warm-up by ear alone, with the screen covered, and one by eye alone, with everything silent."""

import pytest

from kneecoach.coaching import people
from kneecoach.domain.commentary import Commentary
from kneecoach.domain.session_record import SessionStatus, SetStatus
from kneecoach.domain.speech import Manner
from kneecoach.domain.timeline import plan
from kneecoach.domain.utterance import Kind
from kneecoach.exchange.catalogue import WARM_UP, load_exercises, load_routines
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.pages.player_said import words_of
from tests.fakes import SilentSounds, SilentVoice
from tests.transcript import heard_sets

STEP_S = 0.2
TIMELINE = plan(load_routines()[WARM_UP], load_exercises())
SHOWN_OTHERWISE = {
    "the", "last", "one", "change", "side", "leg", "leading", "set", "of", "repetitions", "seconds", "rest", "down",
    "on", "mat", "up", "your", "feet", "fetch", "later",
}  # fmt: skip
"""Boxes, pips, the steps and the position say these without a word, or in other words."""


class Ears:
    """Voice and beeps of one session, with the times at which they were heard."""

    def __init__(self, runner):
        self.heard = []
        self._clock = runner.clock
        runner.voice, runner.sounds = SilentVoice(), SilentSounds()
        runner.voice.say = self._listen
        runner.sounds.play = self._listen

    def _listen(self, what):
        self.heard.append((self._clock.now().monotonic, what))


def begin(runner, lacking=()):
    runner.start()
    runner.set_up()
    for name in lacking:
        people.say_lacking(runner.window.findChild(LateStore).get(), name, lacking=True)
    runner.press("Start warm-up")
    runner.check_in(2)
    runner.press("Start warm-up")


def test_what_speaks_is_looked_for_while_the_person_checks_in(runner):
    runner.start()
    runner.set_up()
    before = runner.voice.opens

    runner.press("Start warm-up")

    assert (before, runner.voice.opens) == (0, 1)


def test_a_warm_up_is_finished_by_ear_alone(runner):
    ears = Ears(runner)
    begin(runner)

    runner.play_for(TIMELINE.seconds + 5, step=STEP_S)
    rebuilt = heard_sets(ears.heard)

    assert [(one.exercise, one.side, one.number) for one in rebuilt] == [
        (planned.exercise.short_name, planned.side, planned.number) for planned in TIMELINE.sets
    ]
    assert [one.count for one in rebuilt] == [planned.dosage.reps or 0 for planned in TIMELINE.sets]
    assert [what for _, what in ears.heard if isinstance(what, str)][-1].endswith("Session finished.")


# Whoever lacks something for each exercise plays them all with what does instead
@pytest.mark.parametrize("lacking", [(), ("Foam roller", "Mat", "Loop tube", "Chair, if you like")])
def test_a_warm_up_is_finished_by_eye_alone_and_what_would_have_been_said_can_be_read(runner, lacking):
    runner.sounds.mute()
    runner.voice.available = False
    begin(runner, lacking)
    player, unread = runner.flow, []
    coach = Commentary(Manner(lacking=lacking))
    events = []
    player.ticker.happened.connect(events.extend)

    def look():
        session = player.ticker.session
        said = coach.turn(tuple(events), session.playing, session.timeline, runner.clock.now().monotonic)
        events.clear()
        if said is None or said.kind in {Kind.TEMPO, Kind.COUNT} or session.playing.ended:
            return
        runner.play_for(0.05, step=0.05)
        missing = words_of(said.text) - words_of(runner.reads()) - SHOWN_OTHERWISE
        if missing:
            unread.append((said.text, missing))

    for _ in range(round(TIMELINE.seconds)):
        if runner.flow is player:
            runner.play_for(1)
            look()

    assert unread == []
    assert runner.voice.said == []
    last = runner.record().last_sessions[-1]
    assert last.status is SessionStatus.COMPLETED
    assert all(record.status is SetStatus.DONE for record in last.sets)
