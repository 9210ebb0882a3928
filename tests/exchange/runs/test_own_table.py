"""Our own table of runs: what stands in it is understood, and bad rows are refused alone."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.run import Onset, Run, RunKind, Surface
from kneecoach.exchange.runs.found import Found, Refused
from kneecoach.exchange.safe_cells import defused, restored
from tests.exchange.runs.run_files import BERLIN, NOW, one_refusal, one_run, read_bytes

FULL = Run(
    id=UUID(int=1),
    at=datetime(2026, 3, 29, 6, 30, 1, 250_000, tzinfo=timezone(timedelta(hours=-5))),
    distance_m=10_007,
    seconds=3_723,
    kind=RunKind.RUN_WALK,
    surface=Surface.TREADMILL,
    climb_m=0,
    effort=0,
    pain_before=0,
    pain_max=10,
    pain_after=3,
    pain_60=1,
    onset=Onset.AFTER,
    limp=False,
    stopped_early=True,
    painkiller=False,
    note='=HYPERLINK("x")\n"quoted"; \'\t ünïcode 🦵',
    source="-run.gpx",
    digest="ab" * 32,
    entered=datetime(2026, 3, 30, 6, 30, tzinfo=UTC),
)


ROWS = (
    "at,km,time,kind,surface,climb_m,shoe,effort,pain_before,pain_max,pain_after,pain_60,onset,limp,stopped_early,"
    "painkiller,note,source,digest,id,entered\r\n"
    '2026-03-29T06:30:01.250000-05:00,10.007,1:02:03,run_walk,treadmill,0,"Blue, left",0,0,10,3,1,after,no,yes,no,'
    '"\'=HYPERLINK(""x"")\n""quoted""; \'\t ünïcode 🦵",\'-run.gpx,'
    + "ab"
    * 32
    + f",{UUID(int=1)},2026-03-30T06:30:00+00:00\r\n"
    f"2026-07-01T07:00:00+02:00,0.001,,,,,,,,,,,,,,,,,,{UUID(int=2)},\r\n"
)


@pytest.mark.parametrize("told", ["0.049,", "5,301"])
def test_a_row_that_is_no_run_is_refused_unless_it_was_kept_here(tmp_path, told):
    text = f"at,km,minutes,id\r\n2026-07-01T07:00:00+02:00,{told},"

    assert one_refusal(read_bytes(tmp_path, "runs.csv", text)).startswith("That is ")
    (kept,) = read_bytes(tmp_path, "runs.csv", f"{text}{UUID(int=3)}")
    assert kept.run.id == UUID(int=3)


def test_every_column_is_understood_and_what_is_empty_stays_unknown(tmp_path):
    full, little = read_bytes(tmp_path, "runs.csv", ROWS)

    assert full.shoe == "Blue, left"
    assert full.run == FULL
    assert full.run.at.utcoffset() == FULL.at.utcoffset()
    assert little.run == Run(id=UUID(int=2), at=datetime(2026, 7, 1, 7, tzinfo=BERLIN), distance_m=1)
    assert little.run.at.tzinfo is BERLIN


@pytest.mark.parametrize(
    ("header", "why"),
    [
        ("date,km,minutes", "This table has no column at. "),
        ("at,minutes", "This table has no column km. "),
        ("a,b", "This table has no column at and no column km. "),
    ],
)
def test_a_table_without_the_columns_of_a_run_is_told_which_and_how(tmp_path, header, why):
    how = "Name the columns in the first line, like at,km,minutes, and write at like 2026-11-21T07:30."

    assert one_refusal(read_bytes(tmp_path, "a.csv", f"{header}\n2026-11-01,5\n")) == why + how


def test_the_header_that_is_told_is_one_that_is_read(tmp_path):
    assert one_run(read_bytes(tmp_path, "a.csv", "at,km,minutes\n2026-11-21T07:30,5,30\n")).seconds == 1_800


@given(st.text(alphabet=st.sampled_from("'=+-@\t\ra")))
def test_a_defused_cell_is_harmless_and_can_be_restored(text):
    assert restored(defused(text)) == text
    assert not defused(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    ("row", "metres", "seconds"),
    [
        ("at,km\n2026-11-01T07:00,10\n", 10_000, None),
        ("at,km,minutes\n2026-11-01T07:00,10,47.5\n", 10_000, 2_850),
        ("at;km;time\n2026-11-01T07:00;10,5;47:30\n", 10_500, 2_850),
        ("AT\tMiles\tTime\n2026-11-01T07:00\t6.2\t1:02:03\n", 9_978, 3_723),
        ("\ufeffat,km\r\n\r\n2026-11-01T07:00,10\r\n", 10_000, None),
    ],
)
def test_a_table_made_by_hand_is_read(tmp_path, row, metres, seconds):
    run = one_run(read_bytes(tmp_path, "mine.csv", row))

    assert (run.distance_m, run.seconds, run.source) == (metres, seconds, "mine.csv")
    assert run.at == datetime(2026, 11, 1, 7, tzinfo=BERLIN)


def test_a_row_without_an_id_has_the_same_digest_each_time(tmp_path):
    text = "at,km\n2026-11-01T07:00,10\n"
    once, twice = (one_run(read_bytes(tmp_path, name, text)) for name in ("a.csv", "b.csv"))

    assert (once.digest == twice.digest, once.id == twice.id) == (True, False)


@pytest.mark.parametrize(
    ("titles", "cells", "why"),
    [
        ("", "0", "A run is longer than nothing and at most 500 km."),
        ("", "500.001", "A run is longer than nothing and at most 500 km."),
        ("", "nan", "The km in it is not a number."),
        ("", "1e999", "The km in it is not a number."),
        ("", "", "The cell under km is empty."),
        (",time", "10,20:00", "That is faster than 2:30 a kilometre. Check the distance and the time."),
        (",time", "1,2:00", "That is faster than 2:30 a kilometre. Check the distance and the time."),
        (",time", "10,soon", "The time in it is not a number."),
        (",pain_max", "10,11", "Pain is a whole number from 0 to 10."),
        (",pain_max", "10,2.5", "pain_max is a whole number."),
        (",effort", "10,-1", "Effort is a whole number from 0 to 10."),
        (",kind", "10,fast", "kind is one of: easy, long, tempo, intervals, hills, race, run_walk, other."),
        (",limp", "10,perhaps", "limp is one of: yes, no, true, false, 1, 0."),
        (",id", "10,7", "Its id is none that KneeCoach gave."),
        (",entered", "10,later", "entered is a date with a time, like 2026-11-21T07:30."),
        (",note", "10," + "x" * 2_001, "A note has at most 2000 characters."),
    ],
)
def test_a_bad_row_is_refused_alone_with_its_line(tmp_path, titles, cells, why):
    commas = "," * titles.count(",")
    text = f"at,km{titles}\n2026-11-01T07:00,{cells}\n2026-11-02T07:00,5{commas}\n"
    refused, found = read_bytes(tmp_path, "a.csv", text)

    assert (refused.file, refused.why) == ("a.csv, line 2", why)
    assert found.run.distance_m == 5_000


@pytest.mark.parametrize(("at", "why"), [("", "The cell under at is empty."), ("soon", "at is a date with a time")])
def test_a_row_without_a_moment_is_refused(tmp_path, at, why):
    assert one_refusal(read_bytes(tmp_path, "a.csv", f"at,km\n{at},5\n")).startswith(why)


def test_a_run_of_the_future_is_refused(tmp_path):
    tomorrow = (NOW + timedelta(days=1)).isoformat()

    assert one_refusal(read_bytes(tmp_path, "a.csv", f"at,km\n{tomorrow},5\n")) == "It starts in the future."


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("at,km,at\n2026-11-01T07:00,5,\n", "A column stands in it twice."),
        ("at,km,weather\n2026-11-01T07:00,5,\n", "KneeCoach does not know the column 'weather'."),
        ("at,km\n2026-11-01T07:00,5,6\n", "Line 2 has more cells than the header."),
        ('at,km\n2026-11-01T07:00,"5\n', "Line 2 can't be read as CSV."),
        ("at,km,note\n2026-11-01T07:00,5," + "x" * 1_000 + "\0\n", "It holds characters that are no text."),
        ("at,km\n2026-11-01T07:00," + "1" * 200_000, "Line 2 can't be read as CSV."),
        ("at,km" + ",x" * 9_998 + "\n", "It has more than 500 columns."),
        ("at,km,note\n2026-11-01T07:00,5,Käse\n".encode("cp1252"), "It is not text in UTF-8. Save it as CSV UTF-8."),
    ],
)
def test_a_table_that_is_not_sound_is_refused_as_a_whole(tmp_path, text, why):
    good = text if isinstance(text, bytes) else text.encode()

    assert one_refusal(read_bytes(tmp_path, "a.csv", good)) == why


def test_50_000_rows_are_read_and_one_more_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("kneecoach.exchange.runs.tables.MAX_ROWS", 3)
    rows = [f"2026-11-0{day}T07:00,5\n" for day in range(1, 5)]

    assert len(read_bytes(tmp_path, "a.csv", "at,km\n" + "".join(rows[:3]))) == 3
    assert "rows" in one_refusal(read_bytes(tmp_path, "b.csv", "at,km\n" + "".join(rows)))


def test_500_columns_are_a_table_still(tmp_path):
    text = "at,km" + ",x" * 498 + "\n"

    assert "twice" in one_refusal(read_bytes(tmp_path, "a.csv", text))


def test_each_outcome_knows_what_it_is(tmp_path):
    found, refused = read_bytes(tmp_path, "a.csv", "at,km\n2026-11-01T07:00,5\n2026-11-01T07:00,0\n")

    assert isinstance(found, Found)
    assert isinstance(refused, Refused)
