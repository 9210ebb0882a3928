"""Pain during a set, a disk that refuses, signals, and nobody at the keyboard."""

import signal
from itertools import groupby

import pytest

from kneecoach.coaching import play
from kneecoach.domain.errors import DiskTrouble
from kneecoach.domain.session import Cause, Paused, Resumed, SetFinished
from kneecoach.domain.session_record import SetStatus
from kneecoach.terminal.hurting import Hurting, Less
from kneecoach.terminal.interrupts import Interrupt, Interrupts
from kneecoach.terminal.player import PLAYING_KEYS, TROUBLE_KEYS, Ending, Player
from tests.builders import counted
from tests.terminal.stand_ins import ScriptedKeys, Table


def test_pain_in_the_easy_range_goes_on():
    table = Table(keys=["n", 4.0, "h", "2", "enter"])

    assert table.play() is Ending.COMPLETED
    assert table.session.records[0].pain == 2
    assert "How much does it hurt, 0 to 10? 2" in table.glass.messages
    assert "That is in the easy range: carry on." in table.glass.messages


OFFER = "Less of this one. Easier: Go down only a little."


def test_some_pain_offers_the_easier_version_and_waits_for_the_answer():
    table = Table(counted(10, sets=2), counted(4), keys=["n", 4.0, "h", "4", "enter", 30.0, "x", "enter"])

    assert table.play() is Ending.COMPLETED
    assert (
        Cause.HURTS,
        OFFER,
        "Enter or e easier version · f half of what is left · Esc never mind",
    ) in table.glass.drawn
    assert "Easier from here on: Go down only a little." in table.glass.messages
    assert [record.reps for record in table.session.records.values()] == [10] * 4 + [4, 4]
    assert table.glass.cues[0] == ("Chest tall",)
    assert [cues for cues, _ in groupby(table.glass.cues)] == [
        ("Chest tall",),
        ("Go down only a little",),
        ("Chest tall",),
    ]


def test_some_pain_halves_the_exercise_where_that_is_chosen():
    table = Table(counted(10), keys=["h", "4", "enter", 30.0, "f"])

    table.play()

    assert [record.reps for record in table.session.records.values()] == [5, 5]
    assert "Half of what is left from here on." in table.glass.messages


def test_fewer_repetitions_that_the_disk_refuses_leave_the_session_standing():
    table = Table(counted(10), keys=["h", "4", "enter", "f", 5.0, " "], full=[False] * 4 + [True])

    assert table.play() is Ending.COMPLETED
    assert (Cause.HURTS, "The disk is full.", TROUBLE_KEYS) in table.glass.drawn
    assert [record.reps for record in table.session.records.values()] == [5, 5]


@pytest.mark.parametrize(
    ("score", "answer", "ending"),
    [("4", "f", Ending.COMPLETED), ("8", "q", Ending.STOPPED), ("2", "", Ending.COMPLETED)],
)
def test_pain_that_the_disk_refuses_goes_on_only_when_nothing_is_asked_any_more(score, answer, ending):
    table = Table(counted(10), keys=["h", score, "enter", 5.0, " ", 60.0, answer], full=[False] * 3 + [True])

    assert table.play() is ending
    assert "The disk is full." in table.glass.messages
    assert {cause for cause, _, keys in table.glass.drawn if keys != PLAYING_KEYS} == {Cause.HURTS}
    assert table.session.records[0].reps == {"4": 5, "8": 0, "2": 10}[score]


def test_where_nothing_is_easier_fewer_is_what_is_offered():
    assert Less("").words == ""
    assert Less("").keys == "Enter or f half of what is left · Esc never mind"


def test_an_offer_that_is_declined_leaves_the_session_paused_as_it_was():
    table = Table(counted(10), keys=["h", "4", "enter", "escape", 3.0, " "])

    table.play()

    assert [record.reps for record in table.session.records.values()] == [10, 10]
    assert set(table.glass.cues) == {("Chest tall",)}
    assert table.glass.drawn[-1][1] == ""


def test_a_session_that_was_left_goes_on_in_the_easier_version():
    table = Table(counted(10), keys=["h", "4", "enter", "e", "hang-up"])
    table.play()

    again = Player(
        table.session, table.glass, ScriptedKeys(table.clock, " ", "hang-up"), keep=table.keep, now=table.clock.now
    )
    again.play(Interrupts())

    assert table.glass.cues[-1] == ("Go down only a little",)


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
