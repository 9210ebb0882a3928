"""Reading many files: one at a time, with progress, and to be called off at any moment."""

import os
from pathlib import Path

import gpxpy
import pytest

from kneecoach.exchange.runs import fit_frames
from kneecoach.exchange.runs.found import Found, Refused
from kneecoach.exchange.runs.gpx import read_gpx
from kneecoach.exchange.runs.reading import read_files
from tests.exchange.runs import fit_writer as fit
from tests.exchange.runs.run_files import (
    BERLIN,
    ENGLISH,
    NOW,
    START,
    a_gpx,
    gpx,
    points,
    read_bytes,
    strava_row,
    table,
    track,
    zipped,
)


def reading(paths, **more):
    return read_files(paths, zone=BERLIN, now=NOW, **more)


def runs_in(folder, count):
    paths = [folder / f"{number}.gpx" for number in range(count)]
    for path in paths:
        path.write_text(a_gpx())
    return paths


def test_a_file_is_read_only_when_it_is_asked_for(tmp_path):
    paths = runs_in(tmp_path, 3)
    outcomes = reading(paths)
    first = next(outcomes)
    paths[1].unlink()

    assert isinstance(first, Found)
    assert [outcome.why for outcome in outcomes if isinstance(outcome, Refused)] == ["There is no such file."]


def test_progress_counts_what_archives_hold(tmp_path):
    paths = [*runs_in(tmp_path, 1), tmp_path / "a.zip", tmp_path / "none.gpx", tmp_path / "s.zip", tmp_path / "t.csv"]
    strava = table(
        ENGLISH, *[strava_row("2026-05-06 05:30:15", "x", "Run", file=f"activities/{n}.gpx") for n in (1, 2)]
    )
    paths[1].write_bytes(zipped({"a.gpx": a_gpx(), "b.gpx": a_gpx()}))
    paths[3].write_bytes(zipped({"activities.csv": strava}))
    paths[4].write_text(strava)
    told = []
    list(reading(paths, progress=lambda *step: told.append(step)))

    assert [step[2] for step in told] == [
        *("0.gpx", "a.zip: a.gpx", "a.zip: b.gpx", "none.gpx", "1.gpx", "2.gpx", "t.csv", "1.gpx", "2.gpx", "")
    ]
    assert [step[0] for step in told] == [0, 1, 2, 3, 4, 5, 6, 6, 7, 8]
    assert told[-1][:2] == (8, 8)


def test_nothing_more_comes_out_once_it_is_called_off(tmp_path):
    seen = []
    outcomes = reading(runs_in(tmp_path, 5), cancelled=lambda: len(seen) == 2)
    for outcome in outcomes:
        seen.append(outcome)

    assert len(seen) == 2


@pytest.mark.parametrize("name", ["a.gpx", "a.fit", "a.zip"])
def test_a_large_file_can_be_called_off_in_the_middle(tmp_path, monkeypatch, name):
    monkeypatch.setattr(fit_frames, "LOOKS_EVERY", 10)
    records = fit.records([fit.record(START, metres=number) for number in range(100)])
    content = {
        "a.gpx": gpx(track(points(10) + " " * 3_000_000)).encode(),
        "a.fit": fit.file_of([fit.file_id(), records]),
        "a.zip": zipped({"a.gpx": a_gpx() + " " * 3_000_000}),
    }
    for calls in range(2, 20):
        left = iter(range(calls))
        if not read_bytes(tmp_path, name, content[name], cancelled=lambda left=left: next(left, None) is None):
            continue
        assert calls > 4
        return
    pytest.fail("it never came to the end")


def test_a_made_track_measures_what_gpxpy_measures(tmp_path):
    text = gpx(track(points(200, every_s=20, height=lambda number: 400 + 30 * ((number // 20) % 2))))
    compare(text.encode(), tmp_path / "made.gpx")


def compare(content, path):
    """Our totals of each track beside those of gpxpy."""
    tracks = [
        one for one in gpxpy.parse(content.decode("utf-8-sig")).tracks if any(part.points for part in one.segments)
    ]
    for ours, theirs in zip(read_gpx(content, lambda: False), tracks, strict=True):
        starts = theirs.get_time_bounds().start_time
        assert ours.distance_m == pytest.approx(theirs.length_2d(), rel=0.003, abs=0.5), path
        assert ours.start == (starts if starts is None or starts.tzinfo else starts.replace(tzinfo=START.tzinfo)), path
        assert (ours.seconds or 0) <= moving_at_most(theirs) + 0.001, path
        assert (ours.seconds or 0) >= moving_at_most(theirs) - standing(theirs) - 0.001, path


def moving_at_most(theirs):
    timed = [[point.time for point in segment.points if point.time] for segment in theirs.segments]
    return sum((times[-1] - times[0]).total_seconds() for times in timed if times)


def standing(theirs):
    """The seconds of gaps of a minute or more in which nobody got anywhere, by gpxpy's own distances."""
    gaps = [(a, b) for part in theirs.segments for a, b in zip(part.points, part.points[1:], strict=False)]
    timed = [((b.time - a.time).total_seconds(), a.distance_2d(b) or 0) for a, b in gaps if a.time and b.time]
    return sum(seconds for seconds, metres in timed if seconds >= 60 and metres < 0.505 * seconds)


@pytest.mark.skipif("KNEECOACH_GPX_FILES" not in os.environ, reason="KNEECOACH_GPX_FILES names a folder of real files")
def test_a_folder_of_real_files_is_read_or_refused_file_by_file():
    folder = Path(os.environ["KNEECOACH_GPX_FILES"])
    for path in sorted(folder.glob("*.gpx")):
        outcomes = list(reading([path]))
        assert outcomes
        for outcome in outcomes:
            print(path.name, outcome)  # noqa: T201
        if any(isinstance(outcome, Found) for outcome in outcomes):
            compare(path.read_bytes(), path)
