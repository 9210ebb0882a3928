"""Playing in a terminal: keys, pauses, pain, the end, and a disk that refuses."""

import signal

import pytest

from kneecoach.coaching import play
from kneecoach.domain.errors import DiskTrouble
from kneecoach.domain.session import Cause, LeadStarted, Paused, Resumed, SessionEnded, SetFinished
from kneecoach.domain.session_record import SessionStatus, SetStatus
from kneecoach.terminal.hurting import Hurting
from kneecoach.terminal.interrupts import Interrupt, Interrupts
from kneecoach.terminal.player import PAUSED_KEYS, TROUBLE_KEYS, Ending, Player
from tests.builders import a_session, counted, timed
from tests.fakes import HandClock
from tests.terminal.stand_ins import ScriptedKeys

FULL = DiskTrouble("The disk is full.")


class Glass:
    """A screen that remembers what it was told and shown."""

    def __init__(self) -> None:
        self.told = []
        self.drawn = []

    def tell(self, event, _session) -> None:
        self.told.append(event)

    def draw(self, session, message, keys) -> None:
        self.drawn.append((session.playing.paused, message, keys))

    @property
    def messages(self):
        return [message for _, message, _ in self.drawn]


class Table:
    """A session, its player, and everything around it."""

    def __init__(self, *dosages, keys=(), answers=True, full=(), pain_at_start=None, **more) -> None:
        self.clock = HandClock()
        self.glass = Glass()
        self.kept = []
        self.session = a_session(*(dosages or [counted(4), counted(4)]), started_at=None, **more)
        self._full = list(full)
        self.player = Player(
            self.session,
            self.glass,
            ScriptedKeys(self.clock, *keys),
            keep=self.keep,
            now=self.clock.now,
            answers=answers,
            pain_at_start=pain_at_start,
        )

    def keep(self, events) -> None:
        if self._full and self._full.pop(0):
            raise FULL
        self.kept += events

    def play(self, noted=None) -> Ending:
        interrupts = Interrupts()
        interrupts.noted = noted
        return self.player.play(interrupts)

    def statuses(self):
        return [self.session.records[index].status for index in sorted(self.session.records)]


def test_left_alone_it_plays_to_the_end():
    table = Table()

    assert table.play() is Ending.COMPLETED
    assert table.statuses() == [SetStatus.DONE] * 4
    assert table.glass.told[-1] == SessionEnded(SessionStatus.COMPLETED)


def test_nothing_is_shown_before_it_is_kept():
    table = Table()
    shown_too_early = []
    tell = table.glass.tell
    table.glass.tell = lambda event, session: (
        shown_too_early.append(event) if event not in table.kept else None,
        tell(event, session),
    )

    table.play()

    assert shown_too_early == []
    assert table.glass.told == table.kept


@pytest.mark.parametrize("key", ["n", "right", "page-down"])
def test_next_goes_from_the_lead_to_the_work_and_on(key):
    table = Table(keys=[key, 4.0, key])

    table.play()

    assert table.statuses() == [SetStatus.PARTIAL, *[SetStatus.DONE] * 3]


def test_done_ends_a_set_with_what_was_counted():
    table = Table(counted(4), keys=["n", 7.0, "enter"])

    table.play()

    assert table.session.records[0].reps == 2


@pytest.mark.parametrize("key", ["b", "left", "page-up"])
def test_back_offers_the_set_before_again(key):
    table = Table(counted(4), keys=["n", 1.0, "n", key])

    table.play()

    leads = [event.planned.index for event in table.glass.told if isinstance(event, LeadStarted)]
    assert leads == [0, 1, 0, 1]


def test_again_restarts_the_set():
    table = Table(counted(4), keys=["n", 5.0, "r"])

    table.play()

    leads = [event.planned.index for event in table.glass.told if isinstance(event, LeadStarted)]
    assert leads == [0, 0, 1]


def test_plus_and_minus_change_the_lead():
    longer, shorter = Table(counted(4), keys=["+"]), Table(counted(4), keys=["-"])

    longer.play(), shorter.play()

    usual = longer.session.timeline.seconds
    assert longer.clock.now().monotonic - 1_000 == pytest.approx(usual + 15, abs=1)
    assert shorter.clock.now().monotonic - 1_000 == pytest.approx(usual - 12, abs=1)


def test_space_pauses_for_as_long_as_one_likes():
    table = Table(counted(4), keys=[2.0, " ", 600.0, " "])

    table.play()

    assert table.session.worked_s == pytest.approx(28)
    assert (Cause.ASKED, "", PAUSED_KEYS) in table.glass.drawn
    assert Resumed() in table.glass.told


def test_a_key_that_means_nothing_changes_nothing():
    table = Table(counted(4), keys=["x", "escape", "escape"])

    assert table.play() is Ending.COMPLETED


def test_q_asks_before_it_ends():
    table = Table(keys=[2.0, "q", 3.0, "q"])

    assert table.play() is Ending.STOPPED
    assert "End the session here? What you did is kept." in table.glass.messages
    assert table.statuses() == [SetStatus.SKIPPED] * 4


def test_q_can_be_taken_back():
    table = Table(keys=[2.0, "q", "x", " "])

    assert table.play() is Ending.COMPLETED


def test_ctrl_c_ends_at_once_and_keeps_what_was_done():
    table = Table()

    assert table.play(Interrupt.PERSON) is Ending.STOPPED
    assert table.glass.told[-1] == SessionEnded(SessionStatus.STOPPED)


@pytest.mark.parametrize(("dosages", "position"), [((timed(30), timed(30)), 0), ((timed(30), timed(30)), 2)])
def test_when_the_machine_ends_it_the_set_begun_is_kept_and_offered_again(dosages, position):
    table = Table(*dosages, keys=["n", 10.0, "hang-up"], position=position)

    assert table.play() is Ending.LEFT_OPEN
    assert table.player.hung_up
    assert table.session.position == position
    assert table.session.records[position].status is SetStatus.PARTIAL
    assert [event.record.index for event in table.kept if isinstance(event, SetFinished)] == [position]


def test_a_signal_before_anything_was_done_leaves_it_open():
    table = Table()

    assert table.play(Interrupt.MACHINE) is Ending.LEFT_OPEN
    assert table.session.records == {}


def test_a_session_of_one_set_is_left_open_too():
    from kneecoach.domain.dosage import Sides  # noqa: PLC0415

    table = Table(timed(30, sides=Sides.BOTH), keys=["n", 5.0, "hang-up"])

    assert table.play() is Ending.LEFT_OPEN


def test_pain_in_the_easy_range_goes_on():
    table = Table(keys=["n", 4.0, "h", "2", "enter"])

    assert table.play() is Ending.COMPLETED
    assert table.session.records[0].pain == 2
    assert "How much does it hurt, 0 to 10? 2" in table.glass.messages
    assert "That is in the easy range: carry on." in table.glass.messages


def test_some_pain_halves_the_exercise_and_waits():
    table = Table(counted(10), keys=["h", "4", "enter", 30.0, " "])

    table.play()

    assert [record.reps for record in table.session.records.values()] == [5, 5]
    assert "Fewer from here on. Go down only a little. Space goes on." in table.glass.messages


def test_strong_pain_ends_the_session_unless_one_chooses_otherwise():
    table = Table(keys=["n", "p", "6", "enter", "x", "enter"])

    assert table.play() is Ending.STOPPED
    assert table.player.hurt
    assert table.session.records[0].pain == 6


def test_after_strong_pain_the_next_exercise_may_be_chosen():
    table = Table(keys=["n", "h", "8", "enter", "c"])

    assert table.play() is Ending.COMPLETED
    assert table.statuses() == [SetStatus.SKIPPED] * 2 + [SetStatus.DONE] * 2


@pytest.mark.parametrize(("start", "typed"), [(1, ["4"]), (None, ["1", "s"])])
def test_a_rise_of_three_and_sharp_pain_are_strong_too(start, typed):
    table = Table(keys=["n", "h", *typed, "enter", "enter"], pain_at_start=start)

    assert table.play() is Ending.STOPPED


def test_the_question_about_pain_can_be_left():
    table = Table(keys=["h", "enter", "escape", " "])

    assert table.play() is Ending.COMPLETED
    assert not table.player.hurt


def test_a_score_is_typed_and_corrected():
    typed = Hurting()
    for key in ("0", "1", "0", "7", "x"):
        typed = typed.after(key)

    assert typed.score == 10
    assert typed.after("rubout").after("s").words == "How much does it hurt, 0 to 10? 1, sharp"
    assert Hurting().words == "How much does it hurt, 0 to 10? _"
    assert Hurting().after("0").score == 0


def test_a_full_disk_holds_the_session_until_there_is_room():
    table = Table(full=[False, False, True, True], keys=["n", 600.0, " ", 5.0, " "])

    assert table.play() is Ending.COMPLETED
    assert "The disk is full." in table.glass.messages
    assert TROUBLE_KEYS in [keys for _, _, keys in table.glass.drawn]
    assert sum(isinstance(event, SetFinished) for event in table.kept) == 4


def test_a_full_disk_can_be_given_up_on():
    table = Table(full=[False, True, *[True] * 9], keys=["n", "x", "q"])

    assert table.play() is Ending.LEFT_OPEN
    assert table.player.trouble == "The disk is full."


def test_the_place_is_kept_when_a_control_moves_while_paused():
    table = Table(keys=[" ", "n", "n", " "], full=[False] * 2 + [True])

    table.play()

    assert "The disk is full." in table.glass.messages


def test_with_nobody_to_answer_a_full_disk_ends_it():
    table = Table(answers=False, full=[True])

    with pytest.raises(DiskTrouble):
        table.play()


def test_with_nobody_to_answer_a_pause_ends_by_itself():
    table = Table(answers=False, cause=Cause.RESTARTED)
    table.clock.sleep_for(3_600)

    assert table.play() is Ending.COMPLETED
    assert table.glass.told[:2] == [Paused(Cause.RESTARTED), Resumed()]


def test_signals_are_noted_and_the_old_ways_come_back():
    before = signal.getsignal(signal.SIGINT)

    with Interrupts() as interrupts:
        signal.raise_signal(signal.SIGINT)
        person = interrupts.noted
        signal.raise_signal(signal.SIGTERM)

    assert (person, interrupts.noted) == (Interrupt.PERSON, Interrupt.MACHINE)
    assert signal.getsignal(signal.SIGINT) is before


def test_what_is_kept_is_really_on_disk(desk):
    kept = []
    real = play.keep

    def watched(store, session, events, now):
        real(store, session, events, now)
        with store.begin():
            kept.extend(events)

    play_keep, play.keep = play.keep, watched
    try:
        assert desk.run("start", "calm-down", "--terminal") == 0
    finally:
        play.keep = play_keep

    assert len(desk.sessions()[0].sets) == sum(isinstance(event, SetFinished) for event in kept)
