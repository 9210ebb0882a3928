"""The player's voice: what is heard of a session, what silences it, and that it is written as well."""

import pytest
from PySide6.QtCore import Qt

from kneecoach.coaching import play
from kneecoach.domain.as_agreed import AsAgreed
from kneecoach.domain.routine import Mood
from kneecoach.domain.settings import Settings
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.storage.database import open_in_memory
from kneecoach.ui.pages.player_beeps import beep_of
from kneecoach.ui.pages.player_voice import PlayerVoice
from kneecoach.ui.ticker import Ticker
from tests.builders import a_timeline, counted, timed
from tests.fakes import FickleStore, HandClock, SilentSounds, SilentVoice
from tests.transcript import heard_sets
from tests.ui.pages.playing import Playing

TICK_S = 0.1


@pytest.fixture
def player(qtbot):
    return lambda *dosages, **more: Playing(qtbot, *dosages, **more)


class Ears:
    """A session that is only heard: its words and beeps with their times, no page."""

    def __init__(self, timeline, **voice):
        self.clock = HandClock()
        self.heard = []
        self.written = []
        self.voice = SilentVoice(**voice)
        self.sounds = SilentSounds()
        store = FickleStore(open_in_memory())
        session = play.start(store, None, timeline, now=self.clock.wall())
        self.ticker = Ticker(session, store, now=self.clock.now, wall=self.clock.wall)
        self.ticker.happened.connect(self._hear)
        told = AsAgreed(session)
        self.speaking = PlayerVoice(self.ticker, self.voice, self.sounds, told=told, settings=Settings())
        self.speaking.said.connect(self.written.append)
        self.voice.say = self._listen
        self.speaking.open()
        self.ticker.start()
        self.ticker._timer.stop()

    def play_to_the_end(self):
        for _ in range(40_000):
            if self.ticker.session.playing.ended:
                return
            self.clock.pass_by(TICK_S)
            self.ticker.tick()

    def _hear(self, events):
        if (beep := beep_of(events)) is not None:
            self.heard.append((self.clock.now().monotonic, beep))

    def _listen(self, text):
        self.heard.append((self.clock.now().monotonic, text))


@pytest.mark.parametrize("name", ["warm-up", "short-warm-up", "strength-day", "flexibility-day", "calm-down"])
def test_from_the_transcript_alone_every_exercise_side_set_and_count_can_be_rebuilt(qapp, name):  # noqa: ARG001
    timeline = plan(load_routines()[name], load_exercises())
    ears = Ears(timeline)

    ears.play_to_the_end()
    rebuilt = heard_sets(ears.heard)

    assert [(one.exercise, one.side, one.number) for one in rebuilt] == [
        (planned.exercise.short_name, planned.side, planned.number) for planned in timeline.sets
    ]
    for one, planned in zip(rebuilt, timeline.sets, strict=True):
        if planned.dosage.reps is not None:
            assert one.count == planned.dosage.reps
        else:
            assert one.seconds == pytest.approx(planned.work_s, abs=3 * TICK_S)
    assert [what for _, what in ears.heard if isinstance(what, str)][-1].endswith("Session finished.")


def test_a_player_speaks_in_time_with_its_beeps(player):
    on = player(counted(10, sets=2))

    on.run(16.2, step=TICK_S)

    assert on.voice.said[0].endswith("Ten repetitions.")
    assert on.voice.said[-2:] == ["Down.", "Two."]
    assert on.voice.times[-2:] == pytest.approx([1_015, 1_016], abs=0.2)


def test_everything_to_be_said_is_told_to_the_voice_when_the_player_opens(player):
    on = player(counted(10, sets=2))

    assert {"Down.", "Ten.", "Rest, forty seconds.", "Session finished."} <= set(on.voice.lines)


def test_a_calm_routine_is_told_slowly_with_soft_sounds_and_a_brisk_one_is_not(player):
    from dataclasses import replace  # noqa: PLC0415

    timeline = a_timeline(timed(30))
    calm = replace(timeline, routine=replace(timeline.routine, mood=Mood.CALM))

    on, other = player(timeline=calm), player(timed(30))

    assert (on.voice.slow, on.sounds.soft) == (True, True)
    assert (other.voice.slow, other.sounds.soft) == (False, False)


def test_the_mute_key_silences_beeps_and_voice_and_brings_back_what_was_heard(player):
    on = player(timed(30), voice=SilentVoice(muted=True))

    on.press(Qt.Key.Key_M)
    silent = (on.sounds.muted, on.voice.muted, on.view.header.notice())
    on.press(Qt.Key.Key_M)

    assert silent == (True, True, "Sound off")
    assert (on.sounds.muted, on.voice.muted) == (False, True)


@pytest.mark.parametrize(
    ("muted", "keys"),
    [((False, False), "MVMM"), ((False, False), "VMMV"), ((True, False), "MVMM"), ((True, False), "VM")],
)
def test_in_whatever_order_the_keys_are_pressed_what_was_on_before_comes_back(player, muted, keys):
    on = player(timed(30), sounds=SilentSounds(muted=muted[0]), voice=SilentVoice(muted=muted[1]))

    for key in keys:
        on.press(getattr(Qt.Key, f"Key_{key}"))

    assert not on.voice.muted
    assert on.sounds.muted <= muted[0]
    assert on.view.header.notice() == ("Beeps off" if on.sounds.muted else "")


def test_without_a_sound_device_mute_and_voice_still_show_their_state(player):
    on = player(timed(30), sounds=SilentSounds(available=False))

    shown = [on.view.header.notice()]
    for key in (Qt.Key.Key_M, Qt.Key.Key_M, Qt.Key.Key_V, Qt.Key.Key_V):
        on.press(key)
        shown.append(on.view.header.notice())

    assert shown == ["No sound device", "Sound off", "No sound device", "No sound device, voice off", "No sound device"]


def test_from_afar_a_notice_gives_its_room_to_what_is_said_after_some_seconds(player):
    on = player(counted(10, sets=2), sounds=SilentSounds(available=False), distance=True)
    on.run(0.25)
    at_first = on.view.caption.text()
    on.run(14)
    later = on.view.caption.text()

    on.press(Qt.Key.Key_M)

    assert at_first.startswith("No sound device")
    assert "sound" not in later
    assert on.view.caption.text().startswith("Sound off")


def test_where_all_is_off_in_settings_the_mute_key_brings_both(player):
    on = player(timed(30), voice=SilentVoice(muted=True), sounds=SilentSounds(muted=True))

    on.press(Qt.Key.Key_M)

    assert (on.sounds.muted, on.voice.muted) == (False, False)


def test_the_voice_key_silences_the_voice_alone(player):
    on = player(counted(10, sets=2))

    on.press(Qt.Key.Key_V)
    told = on.view.header.notice()
    before = list(on.voice.said)
    on.run(16, step=TICK_S)
    on.press(Qt.Key.Key_V)

    assert told == "Voice off"
    assert on.voice.said == before
    assert on.sounds.played
    assert not on.voice.muted
    assert on.view.header.notice() == ""


def test_a_machine_without_a_voice_says_so_and_plays_on(player):
    on = player(counted(10), voice=SilentVoice(available=False))

    on.run(20, step=TICK_S)

    assert on.view.header.notice() == "No voice here"
    assert on.sounds.played
    assert on.voice.said == []


def test_what_is_said_is_written_although_nothing_is_heard(player):
    on = player(counted(10), voice=SilentVoice(available=False))
    written = []
    on.page.voice.said.connect(written.append)

    on.run(15 + 35, step=TICK_S)

    assert {"Half-way.", "Three more.", "Last one."} <= set(written)
    assert not {"One.", "Down."} & set(written)


def test_what_was_due_while_the_voice_was_looked_for_is_said_when_it_is_found(player):
    voice = SilentVoice(settled=False)
    on = player(counted(10), voice=voice)

    on.run(1, step=TICK_S)
    before = list(voice.said)
    voice.settled = True
    on.run(TICK_S, step=TICK_S)

    assert before == []
    assert voice.said[0].endswith("Ten repetitions.")


def test_what_was_due_long_ago_is_not_said_any_more(player):
    voice = SilentVoice(settled=False)
    on = player(counted(10, sets=1), voice=voice)

    on.run(10, step=TICK_S)
    voice.settled = True
    on.run(1, step=TICK_S)

    assert voice.said == []


def test_a_set_that_could_not_be_saved_is_told_aloud(player):
    on = player(timed(30))
    on.store.full = True

    on.run(50, step=TICK_S)

    assert on.voice.said[-1].startswith("Stopped, because something could not be saved.")


def test_closing_the_window_ends_the_voice_in_the_middle_of_a_word(player):
    on = player(timed(30))

    on.page.put_away()

    assert on.voice.stops >= 1


def test_without_counting_aloud_no_number_is_said(player):
    on = player(counted(10, sets=1), count_aloud=False)

    on.run(15 + 34, step=TICK_S)

    assert "Four." not in on.voice.said
    assert "Half-way." in on.voice.said
