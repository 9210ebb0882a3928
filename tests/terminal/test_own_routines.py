"""Routines of one's own at the command line: listed, started, and found by name."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from kneecoach.coaching import routines
from kneecoach.domain.own_routine import OwnRoutine
from kneecoach.domain.routine import Prescription
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.storage import own_routines
from kneecoach.storage.database import open_store
from kneecoach.storage.revision import DATABASE
from kneecoach.ui.opening import Opening
from tests.builders import A_DAY

DISPLAY = {"QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def lunges(desk):
    """A routine of lunges alone, and a copy of the warm-up."""
    with closing(open_store(desk.folder)) as store:
        routines.duplicate(store, load_routines()["warm-up"], A_DAY)
        return routines.make(store, [load_exercises()["front_lunge"]], A_DAY).routine


def test_ones_own_routines_are_listed_after_the_shipped_ones(desk, lunges):
    desk.run("routines")

    lines = desk.out.splitlines()
    assert lines[1].startswith("warm-up ")
    assert [line.split("  ")[1].strip() for line in lines[-2:]] == ["Inner-knee warm-up (mine)", "New routine"]
    assert lines[-1].startswith(lunges.id)


def test_one_that_cannot_be_read_is_named_and_the_others_are_listed(desk, lunges):
    with closing(sqlite3.connect(desk.folder / DATABASE, isolation_level=None)) as connection:
        connection.execute("UPDATE own_routine SET items = '[]' WHERE id = ?", [lunges.id])

    assert desk.run("routines") == 0

    assert desk.out.splitlines()[-1].split("  ")[1].strip() == "Inner-knee warm-up (mine)"
    assert "“New routine” can't be read. It is kept as it is." in desk.err
    desk.run("doctor")
    assert "Whole, but these routines of yours can't be read: “New routine”." in desk.out


def test_one_of_another_version_is_listed_and_cannot_be_started(desk, lunges):
    with closing(open_store(desk.folder)) as store, store.begin() as tx:
        items = (Prescription("levitate", lunges.items[0].dosage),)
        own_routines.keep_own(tx, OwnRoutine(replace(lunges, name="Magic", items=items), A_DAY))

    assert desk.run("routines") == 0
    assert desk.out.splitlines()[-1].endswith("levitate")
    assert "“Magic” can't be played. This version of KneeCoach does not know the exercise “Levitate”." in desk.err
    assert desk.run("routines", "--json") == 0
    assert json.loads(desk.out)[-1]["items"][0]["exercise"] == "levitate"

    assert desk.run("start", "Magic", "--terminal", "--pain-before", "1") == 2
    assert "does not know the exercise “Levitate”" in desk.err
    assert desk.sessions() == ()


@pytest.mark.parametrize("name", ["new ROUTINE", "the id"])
def test_one_of_them_is_played_by_name_or_id(desk, lunges, name):
    asked = lunges.id if name == "the id" else name

    assert desk.run("start", asked, "--terminal", "--speed", "60", "--pain-before", "1") == 0

    (session,) = desk.sessions()
    assert session.routine == lunges


def test_with_no_name_the_one_used_before_runs_is_played(desk, lunges):
    with closing(open_store(desk.folder)) as store:
        routines.use_before_runs(store, lunges.id)

    assert desk.run("start", "--terminal", "--speed", "60", "--pain-before", "1") == 0

    assert [one.routine for one in desk.sessions()] == [lunges]
    assert "instead" not in desk.err


def test_the_short_version_is_that_of_the_warm_up_whatever_is_used_before_runs(desk, lunges):
    with closing(open_store(desk.folder)) as store:
        routines.use_before_runs(store, lunges.id)

    assert desk.run("start", "--terminal", "--short", "--speed", "60", "--pain-before", "1") == 0

    assert [one.routine.id for one in desk.sessions()] == ["short-warm-up"]


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        ("items = '[]'", "The routine chosen for before runs is not there any more, or can't be read."),
        (
            "items = replace(items, 'front_lunge', 'levitate')",
            "“New routine” can't be played. This version of KneeCoach does not know the exercise “Levitate”.",
        ),
    ],
)
def test_where_that_one_cannot_be_played_the_warm_up_is_and_it_is_said(desk, lunges, spoil, why):
    with closing(open_store(desk.folder)) as store:
        routines.use_before_runs(store, lunges.id)
    with closing(sqlite3.connect(desk.folder / DATABASE, isolation_level=None)) as connection:
        connection.execute(f"UPDATE own_routine SET {spoil} WHERE id = ?", [lunges.id])

    assert desk.run("start", "--terminal", "--speed", "60", "--pain-before", "1") == 0

    assert f"{why} “Inner-knee warm-up” is played instead." in desk.err
    assert [one.routine.id for one in desk.sessions()] == ["warm-up"]


def test_a_name_that_no_routine_has_names_those_there_are(desk, lunges):
    assert desk.run("start", "yoga", "--terminal") == 2

    assert f"calm-down, Inner-knee warm-up (mine), {lunges.name}." in desk.err


def test_a_name_that_two_of_them_have_asks_for_the_id(desk, lunges):
    with closing(open_store(desk.folder)) as store:
        other = routines.make(store, [load_exercises()["front_lunge"]], A_DAY)
        routines.save(store, replace(other.routine, name=lunges.name), A_DAY)

    assert desk.run("start", "New routine", "--terminal") == 2
    assert "Several routines are called 'New routine': give the id of one." in desk.err


def test_the_window_is_told_of_ones_own_routine(desk, lunges, monkeypatch):
    app = pytest.importorskip("kneecoach.app")
    opened = []
    monkeypatch.setattr(app, "run", lambda *asked: opened.append(asked) or 0)

    assert desk.run("start", "New routine", environ=DISPLAY) == 0
    assert opened == [(desk.folder, Opening(lunges))]
