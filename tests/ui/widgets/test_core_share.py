"""What is dear rests after each time, the longer the longer it took."""

import pytest

from kneecoach.ui.widgets.core_share import CoreShare


class Seconds:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Seconds()


def take(share, clock, seconds):
    with share.taken():
        clock.now += seconds


def test_at_first_it_is_free(clock):
    assert CoreShare(0.2, now=clock, used=clock).free


@pytest.mark.parametrize(("took_s", "share", "rest_s"), [(0.01, 0.2, 0.04), (0.1, 0.2, 0.4), (0.5, 1.0, 0.0)])
def test_it_rests_as_long_as_keeps_it_to_its_share(clock, took_s, share, rest_s):
    making = CoreShare(share, now=clock, used=clock)

    take(making, clock, took_s)

    assert making.wait_s == pytest.approx(rest_s)
    clock.now += rest_s * 0.99
    assert making.free is (rest_s == 0.0)
    clock.now += rest_s * 0.02
    assert making.free


def test_what_is_done_in_the_rest_makes_it_longer(clock):
    making = CoreShare(0.2, now=clock, used=clock)
    take(making, clock, 0.01)

    take(making, clock, 0.01)

    assert making.wait_s == pytest.approx(0.08)


def test_what_other_programs_take_meanwhile_does_not_count(clock):
    making = CoreShare(0.2, now=clock, used=lambda: clock.now / 10)

    take(making, clock, 0.1)

    assert making.free


def test_idle_time_is_not_saved_up(clock):
    making = CoreShare(0.2, now=clock, used=clock)
    clock.now += 60

    take(making, clock, 0.01)

    assert making.wait_s == pytest.approx(0.04)
