"""What every test gets: a home of its own, and no dialog, timer or widget left behind."""

import gc
import itertools
import os
import sys
import weakref

import pytest
from hypothesis import settings

settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

XDG_FOLDERS = {
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
}


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Tests of one group stand together, for a worker takes what follows one another: so each is mostly one's."""
    first = {}

    def place(numbered):
        number, item = numbered
        group = item.get_closest_marker("xdist_group")
        return first.setdefault(group.args[0], number) if group else number

    items[:] = [item for _, item in sorted(enumerate(items), key=place)]


def pytest_collection_finish():
    """What is there before the first test is never a timer of a test: `no_timer_left_running` need not look at it."""
    gc.collect()
    gc.freeze()
    # As in the window: in a test's other thread it would take apart the widgets of an earlier test
    gc.disable()


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    """New folders by their numbers. Pytest would look for the last number among thousands before each test."""
    street = tmp_path_factory.mktemp("homes")
    return (street / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def home_of_its_own(monkeypatch, homes):
    home = next(homes)
    home.mkdir(mode=0o700)
    monkeypatch.setenv("HOME", str(home))
    for variable, name in XDG_FOLDERS.items():
        folder = home / name
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(variable, str(folder))
    monkeypatch.delenv("KNEECOACH_DATA_DIR", raising=False)
    return home


@pytest.fixture(autouse=True, scope="session")
def schema_compiled_once():
    """Thousands of tests make a database: the SQL of its tables is the first one's, word for word."""
    # Imported with this file it would be there before its lines are counted
    from kneecoach.storage import database  # noqa: PLC0415

    made = database.make_schema
    statements = []

    def make_schema(tx):
        if not statements:
            made(tx)
            kept = tx.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
            statements.extend(kept.scalars())
            return
        for statement in statements:
            tx.exec_driver_sql(statement)
        tx.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (database.NEWEST,))
        tx.exec_driver_sql(database.SIGN)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "make_schema", make_schema)
        yield


@pytest.fixture(autouse=True, scope="session")
def statements_compiled_once():
    """Each store has an engine of its own, and each engine would turn the same statements into SQL again."""
    from kneecoach.storage import database  # noqa: PLC0415

    make = database.create_engine
    first = []

    def create_engine(*args, **more):
        made = make(*args, **more)
        first.append(made) if not first else None
        # What was compiled is kept by engine, and within it by dialect
        made.dialect, made._compiled_cache = first[0].dialect, first[0]._compiled_cache
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "create_engine", create_engine)
        yield


@pytest.fixture
def unmeasured(cov):
    """For tests that walk through everything: which lines run is asked of the tests beside them.

    To look at every line makes a test take twice as long, and what only a walk comes to by chance is not tested.
    """
    if cov is None:
        yield
        return
    # A worker of xdist has another one below its own, which goes on as soon as its own stops
    while (measuring := type(cov).current()) is not None:
        measuring.stop()
    yield
    cov.start()


@pytest.fixture(autouse=True)
def no_modal_dialogs(request, monkeypatch):
    if "qtbot" not in request.fixturenames:
        return
    from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox  # noqa: PLC0415

    def refuse(*_args, **_kwargs):
        pytest.fail("a modal dialog would have blocked this test")

    monkeypatch.setattr(QDialog, "exec", refuse)
    for name in ("information", "question", "warning", "critical", "about"):
        monkeypatch.setattr(QMessageBox, name, refuse)
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse)


@pytest.fixture(autouse=True)
def no_timer_left_running(request, earlier_timers):
    yield
    if "qtbot" not in request.fixturenames:
        return
    from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415
    from shiboken6 import isValid  # noqa: PLC0415

    # Without an event loop nothing that was closed goes: hundreds of pages with their pictures, which every change of
    # the theme would reach
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)
    running = [timer for timer in [*earlier_timers, *new_timers()] if isValid(timer) and timer.isActive()]
    for timer in running:
        timer.stop()
    assert not running, "a timer was still running when the test ended"


@pytest.fixture(autouse=True, scope="module")
def heap_that_does_not_grow(earlier_timers):
    """What a file of tests leaves is set aside: each later test would look through all of it, and the collector too."""
    yield
    gc.collect()
    if "PySide6.QtCore" in sys.modules:
        earlier_timers.update(new_timers())
    gc.freeze()


@pytest.fixture(scope="session")
def earlier_timers():
    """The timers among what was set aside, for as long as anything else holds them."""
    return weakref.WeakSet()


def new_timers():
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    found = gc.get_objects()
    # There are a hundred thousand things of a few hundred kinds
    kinds = {kind for kind in set(map(type, found)) if issubclass(kind, QTimer)}
    return [one for one in found if type(one) in kinds] if kinds else []
