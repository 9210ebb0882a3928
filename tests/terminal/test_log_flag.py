"""Noting red flags and answering them from the command line."""

import json
from contextlib import closing
from datetime import date

import pytest

from kneecoach.coaching.check_in import read_record
from kneecoach.domain.flag import Closing, Flag
from kneecoach.domain.person import EMERGENCY_NUMBERS, Country
from kneecoach.storage import people
from kneecoach.storage.database import open_store
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.listing import show_table
from tests.terminal.stand_ins import Screen


def record(desk):
    with closing(open_store(desk.folder)) as store:
        with store.begin() as tx:
            person = people.current(tx)
        return read_record(store, person.id)


def flags(desk):
    return record(desk).flags


def test_a_flag_is_noted_and_what_follows_is_said(desk):
    assert desk.run("log", "flag", "swollen", "Gives-Way", "swollen") == 0

    assert [entry.flag for entry in flags(desk)] == [Flag.SWOLLEN, Flag.GIVES_WAY]
    assert desk.out.startswith("swollen: open until it is gone or seen by a clinician.\n")
    assert "Calm-down day only." in desk.out


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("07:30", "2026-11-21T07:30:00+00:00"),
        ("2026-11-20T22:00", "2026-11-20T22:00:00+00:00"),
        ("2026-11-20T22:00:00+02:00", "2026-11-20T20:00:00+00:00"),
    ],
)
def test_a_flag_may_be_of_earlier(desk, typed, at):
    assert desk.run("log", "flag", "limp", "--at", typed, "--json") == 0

    (noted,) = json.loads(desk.out)
    assert (noted["type"], noted["flag"], noted["urgency"], noted["at"]) == ("flag", "limp", "days", at)
    assert noted["closed"] is None


def test_gone_and_seen_close_what_is_open(desk):
    desk.run("log", "flag", "limp", "swollen", "--at", "07:30")

    assert desk.run("log", "flag", "limp", "--gone") == 0
    assert desk.out.startswith("limp: gone.\n")
    assert desk.run("log", "flag", "swollen", "--seen", "2026-11-21") == 0
    assert [(entry.flag, entry.closed.how) for entry in flags(desk)] == [
        (Flag.LIMP, Closing.GONE),
        (Flag.SWOLLEN, Closing.SEEN),
    ]


def test_an_emergency_is_closed_by_being_seen_only(desk):
    desk.run("log", "flag", "limp", "deformity")

    assert desk.run("log", "flag", "limp", "deformity", "--gone") == 2
    assert "An emergency sign is closed by being seen by a clinician" in desk.err
    assert all(entry.is_open for entry in flags(desk))

    assert desk.run("log", "flag", "deformity", "--seen", "2026-11-21", "--json") == 0
    assert json.loads(desk.out)[0]["closed_on"] == "2026-11-21"


def test_soreness_over_bone_is_found_in_the_diary_and_answered_as_seen(desk):
    assert desk.run("log", "flag", "bone_sore") == 2
    assert desk.err.startswith("Soreness over bone is found in the diary")
    sore = ["--region", "medial_tibial_plateau", "--phase", "walking", "--size", "fingertip", "--tenderness", "clear"]
    desk.run("log", "pain", "4", *sore, "--at", "2026-11-19T10:00")
    assert desk.run("log", "flag", "bone_sore", "--gone") == 2
    assert "answered as seen by a clinician" in desk.err
    assert flags(desk) == ()

    assert desk.run("log", "flag", "bone_sore", "--seen", "2026-11-20") == 0

    assert desk.out.startswith("bone_sore: seen.\n")
    assert [(one.flag, one.closed.on) for one in flags(desk)] == [(Flag.BONE_SORE, date(2026, 11, 20))]
    assert desk.run("log", "flag", "bone_sore", "--seen", "2026-11-20") == 2


def test_a_sign_of_the_same_day_that_is_gone_is_still_told_until_it_is_answered_as_seen(desk):
    desk.run("log", "flag", "locked", "limp", "--at", "07:30")

    desk.run("log", "flag", "locked", "limp", "--gone")
    desk.run("advice")
    assert "Gone, but have it looked at." in desk.out
    assert desk.run("log", "flag", "limp", "--seen", "2026-11-21") == 2
    assert desk.run("log", "flag", "locked", "--seen", "2026-11-21") == 0

    assert [entry.closed.how for entry in flags(desk)] == [Closing.SEEN, Closing.GONE]
    desk.run("advice")
    assert "Gone, but" not in desk.out


def test_that_it_was_gone_long_ago_is_an_answer_of_today(desk):
    desk.run("log", "flag", "locked", "--at", "2026-11-01T09:00")

    assert desk.run("log", "flag", "locked", "--gone", "--at", "2026-11-01T12:00") == 0

    desk.run("advice")
    assert "Gone, but have it looked at." in desk.out


def test_an_injury_is_answered_as_seen_or_gone(desk):
    desk.run("log", "injury", "twist", "--at", "07:00")
    desk.run("log", "injury", "fall")

    assert desk.run("log", "injury", "twist", "--seen", "2026-11-21") == 0
    assert "twist, seen 2026-11-21." in desk.out
    assert desk.run("log", "injury", "fall", "--gone") == 0

    assert [one.is_open for one in record(desk).injuries] == [False, False]
    assert desk.run("log", "injury", "fall", "--gone") == 2
    assert desk.run("log", "injury", "fall", "--seen", "2026-11-21") == 0
    assert "fall, seen 2026-11-21." in desk.out


def test_what_is_not_open_cannot_be_closed(desk):
    assert desk.run("log", "flag", "swollen", "--gone") == 2

    assert desk.err == "Knee clearly swollen (swollen) is not noted as open.\n"


def test_seen_before_it_was_noted_is_refused(desk):
    desk.run("log", "flag", "limp")

    assert desk.run("log", "flag", "limp", "--seen", "2026-11-20") == 2
    assert flags(desk)[0].is_open


def test_a_flag_that_is_open_already_is_not_noted_twice(desk):
    desk.run("log", "flag", "swollen", "--at", "07:00")

    assert desk.run("log", "flag", "limp", "swollen") == 0

    assert [entry.flag for entry in flags(desk)] == [Flag.SWOLLEN, Flag.LIMP]
    assert "swollen: open until" in desk.out


def test_gone_before_it_was_noted_is_refused_for_all(desk):
    desk.run("log", "flag", "limp", "--at", "06:00")
    desk.run("log", "flag", "fever", "--at", "07:30")

    assert desk.run("log", "flag", "limp", "fever", "--gone", "--at", "07:00") == 2

    assert desk.err == "Feverish, shivering or unwell (fever) was noted after that time.\n"
    assert all(entry.is_open for entry in flags(desk))


def test_a_visit_before_one_of_the_flags_closes_none(desk):
    desk.run("log", "flag", "limp", "--at", "2026-11-19T08:00")
    desk.run("log", "flag", "swollen")

    assert desk.run("log", "flag", "limp", "swollen", "--seen", "2026-11-20") == 2
    assert all(entry.is_open for entry in flags(desk))


def test_an_emergency_says_that_it_does_not_go_away_by_itself(desk):
    desk.run("log", "flag", "deformity")

    said = "deformity: open until it is seen by a clinician, or answered at a check-in as ticked by mistake.\n"
    assert desk.out.startswith(said)


@pytest.mark.parametrize(
    "typed",
    [
        ("log", "flag", "fever", "--at", "0001-01-01T00:00+14:00"),
        ("log", "flag", "fever", "--at", "9999-12-31T23:59-12:00"),
        ("log", "flag", "fever", "--seen", "0001-01-01"),
        ("sessions", "--since", "0001-01-01"),
        ("sessions", "--since", "9999-12-31"),
    ],
)
def test_a_year_that_no_calendar_of_knees_has_is_refused_in_a_sentence(desk, typed):
    desk.introduce()

    assert desk.run(*typed) == 2
    assert desk.err == "The year is from 1900 to 2999.\n"


def test_markup_in_a_cell_stays_text(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    out = Screen(tty=True)

    show_table(Terminal(Screen(), out, out), ["Name"], [["[red]<b>Anna[/red]\x1b[2J\u202e"]])

    assert "[red]<b>Anna[/red]\N{SYMBOL FOR ESCAPE}[2J\ufffd" in out.getvalue()


@pytest.mark.parametrize("answered", [(), ("--seen", "2026-11-21")])
def test_a_flag_is_one_shape_in_the_diary_and_says_as_a_document_what_it_says_as_text(desk, answered):
    desk.run("log", "flag", "locked")

    assert desk.run("log", "flag", "locked", *answered) == 0
    told = desk.out.splitlines()[1:]
    desk.run("log", "flag", "locked")
    assert desk.run("log", "flag", "locked", *answered, "--json") == 0

    (noted,) = json.loads(desk.out)
    assert noted.pop("cautions") == told
    desk.run("diary", "--json")
    assert noted in json.loads(desk.out)
    assert "zone" in noted


def test_the_numbers_to_call_stand_with_an_emergency_in_both_forms(desk):
    assert desk.run("log", "flag", "deformity") == 0
    assert EMERGENCY_NUMBERS[Country.UNKNOWN][0] in desk.out.splitlines()

    desk.run("log", "flag", "deformity", "--json")
    assert EMERGENCY_NUMBERS[Country.UNKNOWN][0] in json.loads(desk.out)[0]["cautions"]
