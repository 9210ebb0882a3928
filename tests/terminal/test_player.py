"""Playing in a terminal: keys, pauses, pain, the end, and a disk that refuses."""

import pytest

from kneecoach.domain.session import Cause, LeadStarted, Resumed, SessionEnded, SetFinished
from kneecoach.domain.session_record import SessionStatus, SetStatus
from kneecoach.terminal.interrupts import Interrupt
from kneecoach.terminal.player import PAUSED_KEYS, Ending
from tests.builders import counted, timed
from tests.terminal.stand_ins import Table


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
    assert [event.record.status for event in table.kept if isinstance(event, SetFinished)] == [SetStatus.PARTIAL]


def test_fewer_repetitions_are_kept_when_they_are_agreed_on_and_not_only_with_the_next_thing_that_happens():
    kept = []

    class NotingTable(Table):
        def keep(self, events):
            kept.append((self.clock.now().monotonic, self.session.timeline.sets[0].dosage.reps))
            super().keep(events)

    NotingTable(counted(10), keys=["h", "4", "enter", "f", 2.0, "q", "q"]).play()

    assert (1_000.0, 5) in kept
