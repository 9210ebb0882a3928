"""What lies beside the runs in a folder or a zip: diaries, and what may be damaged."""

from uuid import UUID

from kneecoach.domain.ice import Ice
from kneecoach.exchange.diary_file import as_json
from kneecoach.exchange.runs.contents import UNKNOWN
from kneecoach.exchange.runs.found import Found, Refused
from kneecoach.exchange.runs.one_file import DIARY
from tests.exchange.runs.run_files import NOW, a_gpx, one_refusal, read, read_bytes, zipped


def test_a_few_files_that_may_be_damaged_are_told_of_by_name_and_many_by_number(tmp_path):
    folder = tmp_path / "runs"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.json").write_text('{"other": 1}')

    assert [(one.file, one.why) for one in read(folder)] == [(f"{number}.json", UNKNOWN) for number in range(5)]
    (folder / "5.json").write_text("")
    assert one_refusal(read(folder)) == "There is no run file in it, only 6 .json."


def test_a_diary_in_a_folder_is_left_to_whoever_chose_that_and_one_in_a_zip_is_told_of(tmp_path):
    diary = as_json([Ice(UUID(int=1), NOW, 20, cloth=True)])
    folder = tmp_path / "runs"
    folder.mkdir()
    for name, content in {"a.gpx": a_gpx(), "d.json": diary, "e.csv": "type,id,at\nx,y,z\n", "f.txt": diary}.items():
        (folder / name).write_text(content)

    run, refused = read(folder)
    (packed,) = read_bytes(tmp_path, "d.zip", zipped({"d.json": diary}))

    assert isinstance(run, Found)
    assert (refused, packed) == (Refused("f.txt", DIARY), Refused("d.zip: d.json", DIARY))
