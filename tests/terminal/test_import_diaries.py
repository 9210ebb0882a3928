"""Diaries among what is imported from the command line: taken in, refused by name, and taken back as one."""

import gzip

from tests.terminal.importing import entries, exported, said


def test_a_diary_is_taken_back_and_had_again_as_one_for_thirty_days(desk, tmp_path):
    desk.run("log", "pain", "2")
    (mine,) = entries(desk)
    desk.run("export", "diary", "--to", str(tmp_path / "mine.json"))
    other = exported(desk, tmp_path)

    assert desk.run("import", str(other), str(tmp_path / "mine.json")) == 0
    assert desk.out.endswith("`kneecoach undo` takes the import back, for 30 days.\n")
    assert len(entries(desk)) == 2

    assert desk.run("undo") == 0
    assert "was taken back: 1 pain entry. `kneecoach bin restore " in desk.out
    assert entries(desk) == (mine,)
    desk.run("bin", "--json")
    (listed,) = said(desk)
    assert listed["entry"] == {"type": "import", "runs": 0, "activities": 0, "others": {"pain": 1}}
    assert desk.run("bin", "restore", listed["id"], "--json") == 0
    assert said(desk) == {"put_back": {"runs": 0, "activities": 0, "others": {"pain": 1}}}
    assert len(entries(desk)) == 2


def test_a_diary_and_runs_at_once_are_two_imports(desk, files, tmp_path):
    other = exported(desk, tmp_path)

    desk.run("import", str(files), str(other))
    assert "`kneecoach undo` takes the runs back, and the next one the diary, for 30 days." in desk.out
    assert len(entries(desk)) == 2

    assert desk.run("undo") == 0
    assert len(entries(desk)) == 1
    assert desk.run("undo") == 0
    assert entries(desk) == ()


def test_diaries_in_a_folder_come_in_and_a_broken_one_is_refused_by_name(desk, files, tmp_path):
    exported(desk, tmp_path).rename(files / "mine.json")
    broken = '{"format": "kneecoach-diary", "version": 1, "entries": [NaN]}'
    (files / "broken.json").write_text(broken)
    (files / ".hidden.json").write_text(broken)

    assert desk.run("import", str(files)) == 0

    assert desk.out.startswith("mine.json: 1 new pain entry, 0 already in the diary.\nnew  2026-11-01 07:00")
    assert "broken.json: The file holds NaN, which is no number." in desk.err
    assert [line.split(": ")[0] for line in desk.err.splitlines()] == ["broken.json", "broken.fit", "watch"]
    assert "1 hidden" in desk.err
    assert len(entries(desk)) == 2


def test_a_folder_of_broken_diaries_alone_is_refused_by_name(desk, tmp_path):
    folder = tmp_path / "all"
    folder.mkdir()
    (folder / "broken.json").write_text('{"format": "kneecoach-diary", "version": 1, "entries": [NaN]}')

    assert desk.run("import", str(folder)) == 2

    assert desk.out == ""
    assert desk.err.startswith("broken.json: ")


def test_a_packed_diary_and_one_of_any_name_come_in(desk, tmp_path):
    path = exported(desk, tmp_path)
    (tmp_path / "mine.json.gz").write_bytes(gzip.compress(path.read_bytes()))

    assert desk.run("import", str(tmp_path / "mine.json.gz"), str(path.rename(tmp_path / "mine.txt"))) == 0

    assert len(entries(desk)) == 1
    assert "mine.txt: 0 new, 1 already in the diary." in desk.out
