"""`kneecoach plan`: a goal, the week, how it began and what changed, said and read in a terminal."""

import json

import pytest

from tests.terminal.stand_ins import Desk


def shown(desk, *typed):
    assert desk.run("plan", *typed, "--json") == 0, desk.err
    return json.loads(desk.out)


def test_nobody_has_planned_anything(desk):
    plan = shown(desk)

    assert (plan["goal"], plan["began"], plan["changed"]) == (None, None, [])
    assert plan["days"][0] == {"day": "monday", "uses": [], "km": None}


def test_what_was_said_is_there_again(desk):
    shown(desk, "goal", " Around  the lake ")
    shown(desk, "day", "Saturday", "run", "strength", "--km", "6.5")
    shown(desk, "day", "sunday", "rest")
    shown(desk, "began", "gradually")
    shown(desk, "changed", "shoes", "surface", "--note", "firmer", "--on", "2026-10-20")

    plan = shown(desk)

    assert (plan["goal"], plan["began"]) == ("Around the lake", "gradually")
    assert plan["days"][5:] == [
        {"day": "saturday", "uses": ["run", "strength"], "km": 6.5},
        {"day": "sunday", "uses": ["rest"], "km": None},
    ]
    (changed,) = plan["changed"]
    assert (changed["on"], changed["things"], changed["note"]) == ("2026-10-20", ["shoes", "surface"], "firmer")
    assert shown(desk, "day", "sunday")["days"][6]["uses"] == []


def test_people_read_it_in_lines(desk):
    desk.run("plan", "day", "tuesday", "run", "--km", "5")
    desk.run("plan", "changed", "run_days", "--note", "one more")
    assert desk.run("plan") == 0

    lines = desk.out.splitlines()
    assert lines[:2] == ["Goal: not said", "It began: not said"]
    assert "  Tuesday    run (5 km)" in lines
    assert "  Monday" in lines
    assert "Changed 2026-11-21: run days, one more" in desk.out


def test_something_that_changed_can_be_forgotten_by_its_id(desk):
    (changed,) = shown(desk, "changed", "--note", "a new chair")["changed"]

    assert shown(desk, "forget", changed["id"][:8])["changed"] == []
    assert desk.run("undo") == 0
    assert desk.out.startswith("Put back as it was: changed, ")
    assert [one["id"] for one in shown(desk)["changed"]] == [changed["id"]]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("day", "monday", "swim"), "A day is for run, strength, other, rest."),
        (("day", "monday", "rest", "run"), "A rest day is for rest alone."),
        (("day", "monday", "rest", "--km", "5"), "Only a day with a run has a distance."),
        (("day", "monday", "run", "--km", "far"), "Write the distance"),
        (("day", "someday", "run"), "Argument DAY: invalid choice"),
        (("goal", "x" * 201), "A goal has at most 200 characters."),
        (("began", "once"), "Argument BEGAN: invalid choice"),
        (("changed", "weather"), "What changed is one of shoes"),
        (("changed",), "Say what changed"),
        (("changed", "shoes", "--on", "2026-11-22"), "That time is in the future."),
        (("forget", "0f0f"), "Nothing that changed has the id 0f0f."),
    ],
)
def test_what_can_not_be_is_refused_and_nothing_is_kept(desk, typed, said):
    assert desk.run("plan", *typed) == 2

    assert desk.err.startswith(said)
    assert shown(desk)["changed"] == []


def test_a_file_of_the_diary_carries_the_plan_and_what_changed(desk, tmp_path):
    shown(desk, "goal", "Around the lake")
    shown(desk, "changed", "shoes")
    assert desk.run("export", "diary", "--to", str(tmp_path / "diary.csv")) == 0

    other = Desk(tmp_path / "other")
    assert other.run("import", str(tmp_path / "diary.csv")) == 0

    assert "1 new plan" in other.out
    assert "1 new change" in other.out
    assert shown(other)["goal"] == "Around the lake"
