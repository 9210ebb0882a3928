"""`kneecoach advice`: what the rules find, with their reasons, of today and of days before."""

import json
import shutil
from pathlib import Path

import pytest

from kneecoach.storage.revision import DATABASE, NEWEST, revision_of

RELEASED = Path(__file__).parent.parent / "data"


@pytest.fixture
def month(desk):
    """Three weeks of a sore knee, up to the desk's today."""
    for day, km, pain in (("01", "5", "1"), ("08", "5", "2"), ("15", "7.7", "2"), ("20", "11.2", "4")):
        desk.run("log", "run", km, "--pain", pain, "--at", f"2026-11-{day}T08:00")
    return desk


def found(desk, *typed):
    assert desk.run("advice", "--json", *typed) == 0
    return json.loads(desk.out)


def test_every_finding_says_its_rule_level_numbers_source_and_what_clears_it(month):
    findings = {finding["rule"]: finding for finding in found(month)}

    assert {"R11", "R14"} <= set(findings)
    spike = findings["R14"]
    assert (spike["level"], spike["urgency"]) == ("caution", None)
    assert "Longest of the 30 days before: 7.7 km" in spike["because"]
    assert spike["clears_when"].startswith("A next run of at most 8.4 km")
    assert len(spike["entries"]) == 1
    assert spike["source"].startswith("Frandsen 2025")


def test_a_day_before_is_judged_by_what_was_known_then(month):
    assert "R14" in {finding["rule"] for finding in found(month, "--on", "2026-11-15")}
    assert "R11" not in {finding["rule"] for finding in found(month, "--on", "2026-11-15")}


def test_an_open_red_flag_stands_first_and_switches_off_what_trains(month):
    month.run("log", "flag", "locked")

    findings = found(month)

    assert (findings[0]["rule"], findings[0]["urgency"]) == ("R04", "same-day")
    assert "R14" not in {finding["rule"] for finding in findings}
    assert found(month, "--on", "2026-11-20")[0]["rule"] != "R04"


def test_people_read_it_with_its_reasons(month):
    assert month.run("advice") == 0

    assert "R11  caution: " in month.out
    assert "     Source: Frandsen 2025, Br J Sports Med 59(17):1203 (moderate)" in month.out
    assert month.out.endswith("This is general information, not a diagnosis.\n")


def test_nothing_to_say_is_not_good_news(desk):
    assert desk.run("advice") == 0
    assert desk.out.startswith("Nothing to say about that day. That is not the same as all well")

    desk.run("log", "ice", "10")
    assert found(desk) == []


def test_a_day_to_come_is_refused(desk):
    assert desk.run("advice", "--on", "2027-01-01") == 2
    assert "That day is still to come." in desk.err


def test_data_of_an_older_kneecoach_is_brought_up_to_date_first_with_a_copy_beside_it(desk):
    desk.folder.mkdir(exist_ok=True)
    shutil.copyfile(RELEASED / "schema_3.db", desk.folder / DATABASE)

    assert desk.run("advice", "--json") == 0

    assert revision_of(desk.folder) == NEWEST
    assert [one.name for one in desk.folder.glob("*before*")] == ["kneecoach-before-upgrade-from-0003.db"]
