"""A whole warm-up by ear alone, with the screen covered, and one by eye alone, with everything silent."""

import pytest
from PySide6.QtCore import Qt

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
SHOWN_OTHERWISE = {"the", "last", "one", "leg", "leading"}
"""The pips show without a word that a set is the last one, and the boxes of the sides which leg works or leads."""
READ_AS_IT_IS = ("Down on the ", "Up on your ", "You need", "Later", "If you like", "For the next", "Next you need")
"""Where the body goes and what has to be fetched is one sentence, not words that are found here and there."""


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


def begin(runner, lacking=(), *, beeps=True):
    runner.start()
    runner.set_up()
    people.change_settings(runner.window.findChild(LateStore).get(), beeps=beeps)
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


@pytest.mark.parametrize("beeps", [True, False])
def test_what_was_silenced_in_one_session_is_heard_in_the_next_as_the_settings_say(runner, beeps):
    begin(runner, beeps=beeps)
    runner.key(Qt.Key.Key_M)
    runner.flow.ticker.do(runner.flow.ticker.session.end)
    runner.flow.finished.emit()
    silent = (runner.sounds.muted, runner.voice.muted)

    runner.press("Start warm-up")
    runner.check_in(2)
    runner.press("Start warm-up")

    assert silent == (True, True)
    assert (runner.sounds.muted, runner.voice.muted) == (not beeps, False)
    assert runner.flow.view.header.notice() == ("" if beeps else "Beeps off")


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
    runner.voice.available = False
    begin(runner, lacking, beeps=False)
    player, unread, sentences = runner.flow, [], set()
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
        whole = [one for one in said.text.replace(". ", ".\n").splitlines() if one.startswith(READ_AS_IT_IS)]
        missing |= {one for one in whole if one not in runner.reads()}
        sentences.update(whole)
        if missing:
            unread.append((said.text, missing))

    for _ in range(round(TIMELINE.seconds)):
        if runner.flow is player:
            runner.play_for(1)
            look()

    assert unread == []
    assert {one.split()[0] for one in sentences} >= {"Down", "Up", "You", "If", "For"}
    assert runner.voice.said == []
    last = runner.record().last_sessions[-1]
    assert last.status is SessionStatus.COMPLETED
    assert all(record.status is SetStatus.DONE for record in last.sets)
