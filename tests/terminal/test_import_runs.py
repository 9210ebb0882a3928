"""Importing from the command line: what is said, what is kept, and which code answers."""

import os
from contextlib import closing

import pytest

from kneecoach.coaching.imports import THERE_ALREADY
from kneecoach.domain.activity import Activity
from kneecoach.domain.run import Run
from kneecoach.storage.database import open_store
from tests.exchange.runs.run_files import START, gpx, points, track
from tests.terminal.importing import entries, said


def test_new_runs_come_in_and_a_bad_file_is_refused_alone(desk, files):
    assert desk.run("import", str(files)) == 0

    (run,) = entries(desk)
    assert (run.distance_m, run.seconds, run.pain_max, run.source) == (1_001, 270, None, "run.gpx")
    assert "1 new run, 0 already in the diary." in desk.out
    assert "Pain and effort stay unknown" in desk.out
    assert "not a run  ride.tcx: A bike ride, 40 minutes." in desk.out
    assert desk.err.startswith("broken.fit: ")
    assert desk.err.count("\n") == 1


def test_the_second_time_nothing_is_new(desk, files):
    desk.run("import", str(files))

    assert desk.run("import", str(files), "--json") == 0

    assert (said(desk)["imported"], said(desk)["duplicates"]) == ([], 1)
    assert len(entries(desk)) == 1


def test_undo_takes_the_import_back(desk, files):
    desk.run("import", str(files))
    assert "`kneecoach undo` takes the import back, for 30 days." in desk.out

    assert desk.run("undo") == 0

    assert "was taken back: 1 run. `kneecoach bin restore " in desk.out
    assert entries(desk) == ()


def test_undo_takes_back_what_was_deleted_since_before_the_import(desk, files):
    desk.run("import", str(files))
    (run,) = entries(desk)
    desk.run("diary", "delete", str(run.id))

    assert desk.run("undo") == 0
    assert entries(desk) == (run,)
    assert desk.run("undo", "--json") == 0
    assert said(desk) == {"taken_back": {"runs": 1, "activities": 0}}
    assert entries(desk) == ()


def test_taking_an_import_back_is_one_step_and_the_next_undo_goes_further_back(desk, files):
    desk.run("log", "run", "6", "--at", "2026-11-20T07:00")
    (run,) = entries(desk)
    desk.run("diary", "delete", str(run.id))
    desk.run("import", str(files), "--others")
    assert desk.run("undo") == 0

    assert desk.run("undo") == 0
    assert entries(desk) == (run,)
    assert desk.run("undo") == 2
    assert desk.err.startswith("Nothing is left to undo.")


def test_the_bin_lists_imports_and_takes_them_back_and_in_again_as_one(desk, files):
    desk.run("import", str(files), "--others")
    came = entries(desk)
    desk.run("bin")
    assert "imported  import: 1 run and 1 other activity" in desk.out
    desk.run("bin", "--json")
    (listed,) = said(desk)
    assert (listed["how"], listed["entry"]) == ("imported", {"type": "import", "runs": 1, "activities": 1})

    assert desk.run("bin", "restore", listed["id"][:8]) == 0
    assert entries(desk) == ()
    assert f"was taken back: 1 run and 1 other activity. `kneecoach bin restore {listed['id'][:8]}`" in desk.out
    desk.run("bin")
    assert "taken back  import: 1 run and 1 other activity" in desk.out
    assert desk.out.count("\n") == 2

    assert desk.run("bin", "restore", listed["id"]) == 0
    assert "is in again: 1 run and 1 other activity. `kneecoach undo` takes it back." in desk.out
    assert entries(desk) == came
    assert desk.run("undo", "--json") == 0
    assert said(desk) == {"taken_back": {"runs": 1, "activities": 1}}
    assert entries(desk) == ()
    assert desk.run("bin", "restore", listed["id"], "--json") == 0
    assert said(desk) == {"put_back": {"runs": 1, "activities": 1}}


def test_the_document_names_every_file(desk, files):
    assert desk.run("import", str(files / "run.gpx"), str(files), "--json", "--others") == 0

    document = said(desk)
    assert document["imported"] == [
        {"file": "run.gpx", "what": "run", "count": 1},
        {"file": "ride.tcx", "what": "activity", "count": 1},
    ]
    assert document["duplicates"] == 1
    assert [one["file"] for one in document["refused"]] == ["broken.fit"]
    assert document["not_runs"] == []
    assert document["dry_run"] is False
    assert {type(entry) for entry in entries(desk)} == {Run, Activity}


def test_other_activities_are_told_of_in_words(desk, files):
    assert desk.run("import", str(files), "--others") == 0
    assert "bike, 40 min  ride.tcx" in desk.out
    assert "1 new run, 1 other activity, 0 already in the diary." in desk.out

    desk.run("import", str(files))
    assert f"ride.tcx: {THERE_ALREADY}" in desk.err


def test_a_dry_run_writes_nothing(desk, files):
    assert desk.run("import", str(files), "--dry-run") == 0
    assert not desk.folder.exists()
    assert "1 new run" in desk.out
    assert "Nothing was written." in desk.out

    desk.introduce()
    assert desk.run("import", str(files), "--dry-run", "--json") == 0
    assert said(desk)["dry_run"] is True
    assert entries(desk) == ()


def test_what_may_be_the_same_run_stays_out_and_is_named(desk, tmp_path, files):
    desk.run("import", str(files / "run.gpx"))
    (tmp_path / "longer.gpx").write_text(gpx(track(points(20, start=START))))

    assert desk.run("import", str(tmp_path / "longer.gpx")) == 0
    assert "unsure  longer.gpx: It may be the run of 2026-11-01 07:00 in the diary (1.0 km)" in desk.out
    desk.run("import", str(tmp_path / "longer.gpx"), "--json")

    assert [one["file"] for one in said(desk)["unsure"]] == ["longer.gpx"]
    assert len(entries(desk)) == 1


@pytest.mark.parametrize("name", ["broken.fit", "nothing.gpx", "\x1b[31mred.gpx"])
def test_when_nothing_can_be_read_the_code_says_so(desk, files, name):
    assert desk.run("import", str(files / name), "--json") == 2

    assert said(desk)["imported"] == []
    assert "\x1b" not in desk.out + desk.err


@pytest.mark.parametrize("typed", [(), ("",), ("a\0b",)])
def test_a_path_that_can_be_none_is_refused(desk, typed):
    assert desk.run("import", *typed) == 2

    assert desk.err.count("\n") == 1


def test_a_name_that_is_no_text_is_refused_in_a_sentence(desk, files):
    assert desk.run("import", os.fsdecode(os.fsencode(files) + b"/\xff.gpx")) == 2

    assert "There is no such file." in desk.err


def test_beside_an_open_window_only_a_dry_run_reads(desk, files):
    desk.introduce()
    with closing(open_store(desk.folder)):
        assert desk.run("import", str(files)) == 3
        assert desk.run("import", str(files), "--dry-run") == 0


def test_somebody_at_the_terminal_hears_how_far_it_is(seat, tmp_path):
    for number in range(101):
        (tmp_path / f"{number:03}.gpx").write_text("<gpx/>")

    assert seat.run("import", *(str(path) for path in sorted(tmp_path.glob("*.gpx")))) == 2

    assert "100 of 101 read." in seat.out


def test_the_runs_are_those_of_the_person_named(desk, files):
    desk.introduce(name="Jana")

    assert desk.run("import", str(files), "--person", "nobody") == 2
    assert desk.run("import", str(files), "--person", "jana") == 0

    assert len(entries(desk)) == 1


def test_a_bad_line_of_an_own_table_is_named_and_comes_in_once_it_is_put_right(desk, tmp_path):
    mine = tmp_path / "mine.csv"
    mine.write_text("at,km,pain_max\n2026-11-01T07:00,5,2\n2026-11-02T07:00,6,11\n2026-11-03T07:00,7,0\n")

    assert desk.run("import", str(mine)) == 0
    assert "2 new runs" in desk.out
    assert desk.err.startswith("mine.csv, line 3: ")
    assert desk.err.count("\n") == 1
    mine.write_text(mine.read_text().replace("6,11", "6,1"))
    desk.run("import", str(mine))

    assert "1 new run, 2 already in the diary." in desk.out
    assert sorted(run.pain_max for run in entries(desk) if isinstance(run, Run)) == [0, 1, 2]
