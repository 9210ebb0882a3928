"""What the rules find, read beside the window: nobody waits for it, and R20 follows in idle time."""

from datetime import timedelta
from threading import Event
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QWidget

from kneecoach.coaching import diary, patterns
from kneecoach.coaching.check_in import note_flags
from kneecoach.domain.errors import DiskTrouble
from kneecoach.domain.flag import Flag
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run, RunKind
from kneecoach.domain.settings import Theme
from kneecoach.exchange.thresholds import default_profile
from kneecoach.storage import people
from kneecoach.storage.database import open_store
from kneecoach.ui import advising
from kneecoach.ui.advising import Advising
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.shell import TODAY
from tests.scenes import Scene

DAY = timedelta(days=1)


@pytest.fixture
def scene(qtbot, tmp_path):  # noqa: ARG001 - qtbot makes the application
    made = Scene(tmp_path / "kneecoach", Theme.LIGHT, (1280, 800))
    made.prepare(sore=False)
    yield made
    if made.window is not None:
        made.close()


@pytest.fixture
def hilly(scene):
    """Four runs on hills that hurt, and four others that did not."""
    with_store(scene, lambda store, person: [diary.log_run(store, person, run, now_of(scene)) for run in runs(scene)])
    return scene


def now_of(scene):
    return scene.clock.wall()


def runs(scene):
    kinds = [(RunKind.HILLS, 5), (RunKind.EASY, 1)] * 5
    return [
        Run(uuid4(), now_of(scene) - (40 + number) * DAY, 5_000, kind=kind, pain_max=pain)
        for number, (kind, pain) in enumerate(kinds)
    ]


def with_store(scene, act):
    store = open_store(scene.folder)
    with store.begin() as tx:
        person = people.current(tx).id
    came = act(store, person)
    store.close()
    return came


def opened(scene):
    scene.open()
    return scene.window.findChild(Advising)


def store_of(scene):
    store = scene.window.findChild(LateStore).get()
    with store.begin() as tx:
        return store, people.current(tx).id


def banner(scene):
    return scene.window.shell.page(TODAY).advice


def rules(advised):
    return [one.rule for one in advised.findings]


def test_today_says_it_soon_after_the_first_paint(qtbot, scene):
    opened(scene)
    assert banner(scene).lead() == ""

    qtbot.waitUntil(lambda: banner(scene).lead() != "")

    assert banner(scene).accessibleName().startswith("Too little logged to advise you.")


def test_what_is_logged_is_read_again(qtbot, scene):
    reader = opened(scene)
    qtbot.waitUntil(lambda: banner(scene).lead() != "")
    store, person = store_of(scene)

    with qtbot.waitSignal(reader.found) as told:
        diary.log_run(store, person, Run(uuid4(), now_of(scene) - DAY / 24, 5_000, limp=True), now_of(scene))
        scene.window.shell.page(TODAY).refresh()

    assert "R11" in rules(told.args[0])
    assert banner(scene).accessibleName().startswith("No run until it has settled.")


def test_nobody_who_logs_waits_for_the_rules(qtbot, scene, monkeypatch):
    begun, go_on, real = Event(), Event(), advising.read

    def slow(*given):
        begun.set()
        assert go_on.wait(10)
        return real(*given)

    monkeypatch.setattr(advising, "read", slow)
    reader = opened(scene)
    qtbot.waitUntil(begun.is_set)
    store, person = store_of(scene)

    entry = diary.log_pain(store, person, PainEntry(uuid4(), now_of(scene), 1), now_of(scene))
    note_flags(store, person, [Flag.LOCKED], now_of(scene))
    scene.window.shell.page(TODAY).refresh()

    assert entry in diary.read_diary(store, person).entries
    assert banner(scene).accessibleName().startswith("Have this seen today.")
    go_on.set()
    qtbot.waitUntil(lambda: not reader._aside.busy)


def test_it_is_read_through_a_connection_of_its_own_also_in_the_middle_of_a_writing(qtbot, scene):
    reader = opened(scene)
    qtbot.waitUntil(lambda: banner(scene).lead() != "")
    store, _ = store_of(scene)

    with store.begin() as tx, qtbot.waitSignal(reader.found) as told:
        people.current(tx)
        reader.wish()

    assert rules(told.args[0]) == []


def test_many_wishes_are_one_reading(qtbot, scene, monkeypatch):
    count, real = [], advising.read
    monkeypatch.setattr(advising, "read", lambda *given: count.append(given) or real(*given))
    reader = opened(scene)

    with qtbot.waitSignal(reader.found):
        for _ in range(5):
            reader.wish()

    assert len(count) == 1


def test_a_wish_during_a_reading_is_read_after_it(qtbot, scene, monkeypatch):
    begun, go_on, real, count = Event(), Event(), advising.read, []

    def slow(*given):
        count.append(given)
        begun.set()
        assert go_on.wait(10)
        return real(*given)

    monkeypatch.setattr(advising, "read", slow)
    reader = opened(scene)
    qtbot.waitUntil(begun.is_set)
    reader.wish()
    reader._soon.stop()
    reader._read()
    go_on.set()

    qtbot.waitUntil(lambda: len(count) == 2 and not reader._aside.busy)


def test_the_painful_runs_are_compared_in_idle_time_and_kept(qtbot, hilly):
    reader = opened(hilly)
    with qtbot.waitSignal(reader.found) as first:
        reader.wish()
    reader._idle.setInterval(0)
    reader._rest()

    with qtbot.waitSignal(reader.found, check_params_cb=lambda advised: "R20" in rules(advised)):
        pass

    store, person = store_of(hilly)
    assert "R20" not in rules(first.args[0])
    assert patterns.kept(store, person, first.args[0].log, default_profile()) is not None
    assert not reader._idle.isActive()


def test_what_was_kept_is_told_at_once_and_not_looked_for_again(qtbot, hilly, monkeypatch):
    with_store(hilly, keep_pattern(hilly))
    monkeypatch.setattr(patterns, "look", None)
    reader = opened(hilly)

    with qtbot.waitSignal(reader.found) as told:
        reader.wish()

    assert "R20" in rules(told.args[0])
    assert not reader._idle.isActive()


def keep_pattern(scene):
    def keep(store, person):
        came = advising.read(scene.folder, person, now_of(scene), {})
        patterns.keep(store, person, patterns.look(came.advised.log, came.advised.profile))

    return keep


def test_while_a_flow_has_the_window_nothing_is_compared(qtbot, hilly):
    reader = opened(hilly)
    with qtbot.waitSignal(reader.found):
        reader.wish()
    hilly.window.show_flow(QWidget())
    reader._idle.stop()

    reader._look_for_pattern()
    assert not reader._slow.busy
    hilly.window.end_flow()

    assert reader._idle.isActive() or reader._soon.isActive()


def test_a_disk_that_refuses_leaves_the_place_empty_and_the_next_start_looks_again(qtbot, hilly, monkeypatch):
    def refuse(*_given):
        raise DiskTrouble("The disk is full.")

    reader = opened(hilly)
    with qtbot.waitSignal(reader.found):
        reader.wish()
    monkeypatch.setattr(patterns, "keep", refuse)
    reader._idle.setInterval(0)
    reader._rest()
    qtbot.waitUntil(lambda: reader._slow.busy)
    qtbot.waitUntil(lambda: not reader._slow.busy)

    assert not reader._soon.isActive()


def test_closing_in_the_middle_tells_nothing_more(qtbot, hilly):
    reader = opened(hilly)
    qtbot.waitUntil(lambda: banner(hilly).lead() != "")
    told = []
    reader.found.connect(told.append)
    reader._read()
    reader._look_for_pattern()

    hilly.window.close()
    reader.wish()
    reader._read()
    reader._keep_pattern((None, None))
    reader._tell(None)

    assert told == []
    assert not reader._soon.isActive()


def test_what_the_disk_refuses_is_said_in_the_place_of_the_advice(qtbot, scene, monkeypatch):
    def refuse(*_given):
        raise DiskTrouble("The disk is failing.")

    monkeypatch.setattr(advising, "read", refuse)
    opened(scene)

    qtbot.waitUntil(lambda: banner(scene).lead() != "")

    assert "The disk is failing." in banner(scene).accessibleName()
