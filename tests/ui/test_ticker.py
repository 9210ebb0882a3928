"""The ticker: time, saving before telling, and a disk that refuses."""

import pytest
from PySide6.QtCore import Qt, QTimer

from kneecoach.coaching import play
from kneecoach.domain.dosage import Sides
from kneecoach.domain.session import Cause, Counted, Paused, SessionEnded, SetFinished, WorkStarted
from kneecoach.domain.session_record import SetStatus
from kneecoach.storage import sessions
from kneecoach.storage.database import open_in_memory
from kneecoach.ui.ticker import Ticker
from tests.builders import a_timeline, counted, timed
from tests.fakes import FULL_DISK, FickleStore, HandClock


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def store():
    store = FickleStore(open_in_memory())
    yield store
    store.close()


@pytest.fixture
def a_ticker(qapp, store, clock):
    made = []

    def make(*dosages):
        session = play.start(store, None, a_timeline(*dosages), now=clock.wall())
        ticker = Ticker(session, store, now=clock.now, wall=clock.wall, parent=qapp)
        ticker.told = []
        ticker.happened.connect(ticker.told.extend)
        ticker.refusals = []
        ticker.refused.connect(ticker.refusals.append)
        made.append(ticker)
        return ticker

    yield make
    for ticker in made:
        ticker.stop()
        ticker.deleteLater()


def run(ticker, clock, seconds):
    for _ in range(round(seconds * 2)):
        clock.pass_by(0.5)
        ticker.tick()


def kept(store, ticker):
    with store.begin() as tx:
        return sessions.session(tx, ticker.session.id)


def timer_of(ticker):
    return ticker.findChild(QTimer)


def test_it_ticks_thirty_times_a_second_while_playing_and_once_a_second_paused(a_ticker):
    ticker = a_ticker(timed(10))

    ticker.start()
    playing = ticker.interval_ms
    kind = timer_of(ticker).timerType()
    ticker.do(ticker.session.pause)

    assert playing == 33
    assert kind is Qt.TimerType.PreciseTimer
    assert ticker.interval_ms == 1_000
    assert ticker.running


def test_it_slows_down_while_nobody_looks(a_ticker):
    ticker = a_ticker(timed(10))
    ticker.start()

    ticker.watch(seen=False)
    hidden = ticker.interval_ms
    ticker.watch(seen=True)

    assert (hidden, ticker.interval_ms) == (1_000, 33)


def test_unseen_it_wakes_when_something_happens_and_hardly_in_between(a_ticker, clock):
    ticker = a_ticker(counted(3))
    ticker.start()
    ticker.watch(seen=False)
    told, ticks = [], 0
    ticker.happened.connect(lambda events: told.extend((ticker.seconds - began, event) for event in events))
    began = ticker.seconds

    while ticker.running:
        clock.pass_by(ticker.interval_ms / 1_000)
        ticker.tick()
        ticks += 1

    counts = [at for at, event in told if isinstance(event, Counted)]
    starts = [at for at, event in told if isinstance(event, WorkStarted)]
    assert starts[0] == pytest.approx(15, abs=0.02)
    assert counts[0] == pytest.approx(15 + 3.2, abs=0.02)
    assert ticks < 2.5 * ticker.session.timeline.seconds


def test_unseen_it_asks_whoever_has_to_act_in_between(a_ticker):
    ticker = a_ticker(timed(30))
    ticker.heed(lambda: 0.25)
    ticker.start()

    ticker.watch(seen=False)

    assert ticker.interval_ms == 250


def test_looking_at_it_does_not_start_a_session_that_was_not_started(a_ticker):
    ticker = a_ticker(timed(10))

    ticker.watch(seen=True)

    assert not ticker.running


def test_a_set_is_on_disk_before_it_is_told(a_ticker, store, clock):
    ticker = a_ticker(timed(10))
    seen = []
    ticker.happened.connect(lambda events: seen.append((events, kept(store, ticker).sets)))
    ticker.start()

    run(ticker, clock, 26)

    told = next(sets for events, sets in seen if any(isinstance(event, SetFinished) for event in events))
    assert [record.index for record in told] == [0]
    assert list(ticker.saved) == [0]


def test_the_end_stops_the_timer_and_closes_the_session(a_ticker, store, clock):
    ticker = a_ticker(timed(2))
    ticker.start()

    run(ticker, clock, 40)

    assert isinstance(ticker.told[-1], SessionEnded)
    assert not ticker.running
    assert kept(store, ticker).status.value == "completed"


def test_a_full_disk_pauses_and_tells_nothing_until_it_is_saved(a_ticker, store, clock):
    ticker = a_ticker(timed(10))
    ticker.start()
    run(ticker, clock, 20)
    ticker.told.clear()

    store.full = True
    run(ticker, clock, 8)

    assert ticker.refusals == [FULL_DISK]
    assert ticker.trouble == FULL_DISK
    assert not any(isinstance(event, SetFinished | Paused) for event in ticker.told)
    assert ticker.saved == {}
    assert not ticker.running
    assert ticker.session.playing.paused is Cause.ASKED


def test_trying_again_saves_what_waited_and_tells_it_then(a_ticker, store, clock):
    ticker = a_ticker(timed(10))
    ticker.start()
    store.full = True
    run(ticker, clock, 26)
    ticker.retry()
    assert len(ticker.refusals) == 2

    store.full = False
    ticker.retry()

    assert ticker.trouble == ""
    assert any(isinstance(event, Paused) for event in ticker.told)
    assert ticker.running


def test_no_control_moves_on_while_something_is_unsaved(a_ticker, store):
    ticker = a_ticker(timed(10))
    ticker.start()
    store.full = True
    ticker.do(ticker.session.skip)
    before = ticker.session.playing

    ticker.do(ticker.session.skip)

    assert ticker.session.playing == before
    assert len(ticker.refusals) == 2


def test_trying_again_without_trouble_does_nothing(a_ticker):
    ticker = a_ticker(timed(10))
    ticker.start()
    ticker.told.clear()

    ticker.retry()

    assert ticker.told == []


def test_the_place_of_a_control_that_moved_while_paused_is_kept(a_ticker, store):
    ticker = a_ticker(timed(10), timed(10))
    ticker.start()
    ticker.do(ticker.session.pause)

    ticker.do(lambda now: ticker.session.jump(now, 2))

    assert kept(store, ticker).position == 2


@pytest.mark.parametrize("index", [0, 1])
def test_a_session_put_aside_keeps_the_set_that_was_begun_and_stays_open(a_ticker, store, clock, index):
    ticker = a_ticker(counted(10))
    ticker.start()
    ticker.do(lambda now: ticker.session.jump(now, index))
    ticker.do(ticker.session.skip)
    run(ticker, clock, 12)

    ticker.put_aside()

    record = kept(store, ticker)
    assert record.status.value == "open"
    assert record.position == index
    assert [(done.index, done.reps, done.status) for done in record.sets] == [(index, 3, SetStatus.PARTIAL)]
    assert not ticker.running


def test_a_set_that_is_over_when_the_session_is_put_aside_is_not_offered_again(a_ticker, store, clock):
    ticker = a_ticker(timed(10))
    ticker.start()
    run(ticker, clock, 24.5)
    clock.pass_by(1)

    ticker.put_aside()

    record = kept(store, ticker)
    assert record.position == 1
    assert [(done.index, done.status) for done in record.sets] == [(0, SetStatus.DONE)]


def test_a_session_of_one_set_can_be_put_aside(a_ticker, store, clock):
    ticker = a_ticker(counted(10, sides=Sides.BOTH))
    ticker.start()
    ticker.do(ticker.session.skip)
    run(ticker, clock, 12)

    ticker.put_aside()

    assert [(done.index, done.reps) for done in kept(store, ticker).sets] == [(0, 3)]


def test_a_session_that_is_over_can_be_put_aside_too(a_ticker, store, clock):
    ticker = a_ticker(timed(2))
    ticker.start()
    run(ticker, clock, 40)

    ticker.put_aside()

    assert kept(store, ticker).status.value == "completed"


def test_a_slept_hour_pauses_where_it_was(a_ticker, clock):
    ticker = a_ticker(timed(10))
    ticker.start()
    run(ticker, clock, 2)

    clock.sleep_for(3_600)
    clock.pass_by(0.03)
    ticker.tick()

    assert ticker.told[-1] == Paused(Cause.SLEPT)
    assert ticker.interval_ms == 1_000
