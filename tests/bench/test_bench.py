"""The bench itself: that it runs, that its numbers are of this world, and that a broken limit ends with 1."""

from dataclasses import replace

import pytest

from tests.bench import __main__ as bench
from tests.bench import advice, diary, diary_window, figure, frames, importing, launch, saving
from tests.bench.table import Line, table

A_LINE = Line("launch", "ms", 150, 100, target=1.6, limit=2.0)


@pytest.mark.parametrize(
    ("ours", "verdict"), [(160, "ok"), (161, "over target"), (200, "over target"), (201, "BROKEN")]
)
def test_a_ratio_is_held_against_target_and_limit(ours, verdict):
    assert replace(A_LINE, ours=ours).verdict == verdict


def test_a_limit_may_be_of_the_number_itself():
    frame = Line("frame", "ms", 20, 2, target=33, limit=33, of_ratio=False)

    assert frame.verdict == "ok"
    assert replace(frame, ours=34).broken


def test_the_table_names_everything_in_one_line_each():
    lines = table([A_LINE]).splitlines()

    assert lines[0].split() == ["what", "ours", "floor", "ratio", "target", "limit", "verdict"]
    assert lines[1].split() == ["launch", "150", "ms", "100", "ms", "1.50x", "1.6x", "2x", "ok"]


@pytest.mark.parametrize(("ours", "code"), [(200, 0), (201, 1)])
def test_a_broken_limit_ends_with_one(monkeypatch, capsys, ours, code):
    monkeypatch.setattr(bench, "PARTS", {"launch": lambda: [replace(A_LINE, ours=ours)]})

    assert bench.main([]) == code
    assert "launch" in capsys.readouterr().out


@pytest.mark.slow
def test_the_launch_is_measured_up_to_a_whole_and_still_today(tmp_path):
    launch.prepare(tmp_path)

    said = launch.look(tmp_path)
    wall, cpu, peak = launch.measure(tmp_path, runs=1)

    assert "rail, title, 12 minutes" in said
    for line in (wall, cpu, peak):
        assert 0.5 < line.ratio < 20
    assert 20 < peak.floor < peak.ours < 400


@pytest.mark.slow
def test_a_saved_set_is_measured_beside_a_raw_commit():
    (line,) = saving.measure(turns=1)

    assert 0.2 < line.ratio < 50


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["repaint", "counted"])
def test_frames_are_heard_of(kind):
    found = frames.run(kind, 0.5)

    assert found["frames_ms"]
    assert all(0 < took < 5_000 for took in found["frames_ms"])


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.slow
def test_ten_years_of_advice_are_measured():
    line, back = advice.measure(turns=1)

    assert 0 < line.floor < line.ours < 5_000
    assert 0 < back.ours < 60_000


def test_the_slowest_of_a_hundred():
    assert frames.percentile([float(value) for value in range(101)], 99) == 99


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "paints"), [("floor", True), ("first", True), ("hidden", False)])
def test_the_figure_is_watched_while_it_plays_and_while_it_is_hidden(kind, paints):
    found = figure.run(kind, 1.0, "squat")

    assert 0 < found["cpu_percent"] < 110
    assert (found["paints_per_s"] > 2) is paints
    assert 0 < found["first_ms"] < 5_000
    assert 0 <= found["left_out_percent"] <= 100


def test_the_worst_exercise_is_told_of_and_not_the_middle_one(monkeypatch):
    worst = {"cpu_percent": 26.0, "left_out_percent": 12.0, "first_ms": 160.0}
    other = {"cpu_percent": 9.0, "left_out_percent": 0.0, "first_ms": 9.0}
    monkeypatch.setattr(figure, "run", lambda _kind, _s, exercise: worst if exercise == "lateral_walk" else other)

    lines = {line.what: line for line in figure.measure(turns=1)}

    assert lines["figure playing, CPU"].broken
    assert lines["figure playing, pictures left out"].broken
    assert lines["first picture of a figure"].broken
    assert lines["figure in a hold, CPU"].ours == 9


@pytest.mark.slow
@pytest.mark.parametrize(("years", "rows"), [(0, False), (1, True)])
def test_the_diary_is_watched_while_it_opens_and_while_it_is_scrolled(tmp_path, years, rows):
    diary_window.fill(tmp_path, years)

    found = diary.run(tmp_path, 1.0)

    assert 0 < found["opened_ms"] < 20_000
    assert found["frames_ms"]
    assert bool(found["oldest"]) is rows


@pytest.mark.slow
def test_the_import_is_watched_from_the_drop_to_the_diary(tmp_path):
    paths = importing.fill(tmp_path / "watch", 3)

    found = importing.run(tmp_path / "data", tmp_path / "watch")

    assert importing.alone(paths) > 0
    assert 0 < found["took_s"] < 60
    assert 0 < found["still_ms"] < 10_000
