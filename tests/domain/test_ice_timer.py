"""The ice timer counts how long the ice is on, also while the computer sleeps, and asks for the skin in time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.ice_timer import REMIND_AT_MOST, IceTimer, MinuteDone, Reminded, SkinCheckDue, TimeUp
from kneecoach.domain.moment import Moment


class Cooling:
    """A timer and a clock that goes on only when told."""

    def __init__(self, minutes=20, **more):
        self.timer = IceTimer(minutes, **more)
        self.awake = self.asleep = 0.0
        self.timer.advance(self.now)

    @property
    def now(self):
        return Moment(self.awake, self.awake + self.asleep)

    def on_for(self, seconds):
        self.awake += seconds
        return self.timer.advance(self.now)

    def sleep_for(self, seconds):
        self.asleep += seconds
        return self.timer.advance(self.now)


def test_time_is_up_at_the_set_time_and_not_a_second_before():
    cooling = Cooling(20)

    before = cooling.on_for(19 * 60 + 59)
    assert TimeUp() not in before
    assert not cooling.timer.time_up

    assert cooling.on_for(1) == [MinuteDone(20), TimeUp()]
    assert cooling.timer.time_up
    assert cooling.timer.left_s == 0


def test_nothing_passes_before_the_first_moment():
    timer = IceTimer(10)

    assert timer.advance(Moment(500.0, 90_000.0)) == []
    assert timer.on_s == 0
    assert timer.left_s == 600


def test_sleep_counts_as_ice():
    cooling = Cooling(20)
    cooling.on_for(60)

    assert cooling.sleep_for(3 * 3_600) == [MinuteDone(20), TimeUp()]
    assert cooling.timer.minutes_done == 20


def test_a_clock_that_goes_back_takes_nothing_off():
    cooling = Cooling(20)
    cooling.on_for(90)

    cooling.on_for(-30)

    assert cooling.timer.on_s == 90


def test_the_skin_is_asked_for_every_five_minutes_but_not_at_the_end():
    cooling = Cooling(15)
    asked = []
    for _ in range(15 * 60):
        events = cooling.on_for(1)
        if SkinCheckDue() in events:
            asked.append(cooling.timer.on_s)
            cooling.timer.skin_is_fine(cooling.now)

    assert asked == [300, 600]
    assert not cooling.timer.check_due


def test_a_skin_check_that_nobody_answers_stays_and_the_time_goes_on():
    cooling = Cooling(20)
    cooling.on_for(300)
    assert cooling.timer.check_due

    cooling.on_for(200)

    assert cooling.timer.check_due
    assert cooling.timer.on_s == 500
    assert cooling.timer.waiting_s == 200
    cooling.timer.skin_is_fine(cooling.now)
    assert not cooling.timer.check_due
    assert cooling.timer.waiting_s == 0


def test_an_open_skin_check_is_recalled_a_few_times():
    cooling = Cooling(30, past_caution=True)
    cooling.on_for(300)

    told = [Reminded() in cooling.on_for(10) for _ in range(29)]

    assert told.count(True) == REMIND_AT_MOST
    assert [place for place, reminded in enumerate(told) if reminded][:2] == [2, 5]


def test_after_the_end_it_is_recalled_that_the_ice_comes_off():
    cooling = Cooling(10)
    cooling.on_for(600)

    told = [cooling.on_for(30) for _ in range(REMIND_AT_MOST + 3)]

    assert told == [[Reminded()]] * REMIND_AT_MOST + [[]] * 3


def test_the_end_closes_a_skin_check_that_was_open():
    cooling = Cooling(10)
    cooling.on_for(300)

    cooling.on_for(300)

    assert cooling.timer.time_up
    assert not cooling.timer.check_due


def test_a_pause_counts_for_nothing_awake_or_asleep():
    cooling = Cooling(20)
    cooling.on_for(100)
    cooling.timer.pause(cooling.now)

    cooling.on_for(50)
    cooling.sleep_for(5_000)
    cooling.timer.resume(cooling.now)
    cooling.on_for(20)

    assert cooling.timer.on_s == 120
    assert not cooling.timer.paused


def test_what_passed_before_a_pause_is_counted():
    cooling = Cooling(20)
    cooling.awake += 300

    assert SkinCheckDue() in cooling.timer.pause(cooling.now)
    assert cooling.timer.paused


def test_a_minute_more_and_a_minute_less():
    cooling = Cooling(15)

    cooling.timer.stretch(cooling.now, 1)
    assert cooling.timer.minutes == 16

    cooling.timer.stretch(cooling.now, -1)
    assert cooling.timer.minutes == 15


def test_more_than_twenty_minutes_only_past_the_caution():
    cooling = Cooling(20)
    cooling.timer.stretch(cooling.now, 1)
    assert (cooling.timer.minutes, cooling.timer.limit) == (20, 20)

    cooling.timer.allow_longer()
    for _ in range(15):
        cooling.timer.stretch(cooling.now, 1)

    assert (cooling.timer.minutes, cooling.timer.limit) == (30, 30)


def test_never_under_ten_minutes_nor_into_what_is_over():
    cooling = Cooling(12)
    for _ in range(5):
        cooling.timer.stretch(cooling.now, -1)
    assert cooling.timer.minutes == 10

    later = Cooling(20)
    later.on_for(13 * 60 + 5)
    for _ in range(20):
        later.timer.stretch(later.now, -1)
    assert later.timer.minutes == 14
    assert not later.timer.time_up


@pytest.mark.parametrize("minutes", [9, 31, 0, -5])
def test_ten_to_thirty_minutes_can_be_set(minutes):
    with pytest.raises(InvalidInput, match="10 to 30"):
        IceTimer(minutes, past_caution=True)


def test_a_timer_above_twenty_is_refused_without_the_caution():
    with pytest.raises(InvalidInput, match="caution"):
        IceTimer(21)

    assert IceTimer(21, past_caution=True).minutes == 21


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 0), (29, 0), (30, 1), (89, 1), (90, 2), (1_199, 20), (1_200, 20)])
def test_the_diary_gets_the_minutes_that_were_really_done(seconds, minutes):
    cooling = Cooling(20)

    cooling.on_for(seconds)

    assert cooling.timer.minutes_done == minutes


def test_after_the_time_nothing_is_lengthened_or_paused():
    cooling = Cooling(10)
    cooling.on_for(700)

    cooling.timer.stretch(cooling.now, 5)
    cooling.timer.pause(cooling.now)

    assert (cooling.timer.minutes, cooling.timer.paused, cooling.timer.minutes_done) == (10, False, 10)


def test_once_ended_nothing_passes():
    cooling = Cooling(20)
    cooling.on_for(300)

    cooling.timer.end(cooling.now)
    assert cooling.on_for(2_000) == []
    cooling.timer.pause(cooling.now)
    cooling.timer.stretch(cooling.now, 1)

    timer = cooling.timer
    assert (timer.ended, timer.paused, timer.check_due, timer.on_s, timer.minutes) == (True, False, False, 300, 20)


def test_after_a_long_step_only_the_last_minute_and_one_skin_check_are_told():
    cooling = Cooling(20)

    assert cooling.sleep_for(11 * 60 + 20) == [MinuteDone(11), SkinCheckDue()]
    assert cooling.on_for(9) == []
    assert cooling.on_for(1) == [Reminded()]
    assert cooling.on_for(0.5) == []


@given(st.lists(st.floats(0.001, 200), min_size=1, max_size=40))
def test_however_the_time_is_cut_it_is_the_same_time(steps):
    fine, coarse = Cooling(20), Cooling(20)
    for step in steps:
        fine.on_for(step)
    coarse.awake = fine.awake
    coarse.timer.advance(coarse.now)

    for name in ("on_s", "left_s", "time_up", "check_due", "minutes_done"):
        assert getattr(fine.timer, name) == getattr(coarse.timer, name)
