"""Zips, folders and packed files: looked through before anything in them is read."""

import gzip
import io
import os
import random
import stat
import zipfile

import pytest

from kneecoach.exchange.runs.archives import UNSAFE
from kneecoach.exchange.runs.found import Found, Refused
from tests.exchange.runs.run_files import a_gpx, one_refusal, one_run, read, read_bytes, zipped

UNKNOWN = "KneeCoach does not know what kind of file this is. It reads GPX, TCX, FIT, CSV and Strava exports."
ZIP_IN_A_ZIP = "It is a zip inside another archive. Unpack it first."
UNPACK_IT = "Unpack it and choose the folder."


def test_a_zip_counts_as_many_files_and_a_bad_one_is_refused_alone(tmp_path):
    files = {
        "runs/": "",
        "runs/a.gpx": a_gpx(),
        "runs/b.gpx": "<gpx",
        "c.jpg": b"\xff\xd8",
        "__MACOSX/._a.gpx": b"\0\1",
    }
    found, refused, others = read_bytes(tmp_path, "runs.zip", zipped(files))

    assert (found.file, found.run.seconds) == ("runs.zip: a.gpx", 270)
    assert refused == Refused("runs.zip: b.gpx", "It is XML, but neither GPX nor TCX.")
    assert others == Refused("runs.zip", "It also holds 1 file that is no run: 1 .jpg.")


def test_a_folder_counts_as_many_files(tmp_path):
    (tmp_path / "runs").mkdir()
    for name, text in {"a.gpx": a_gpx(), "b.txt": "hello", "c.gpx": ""}.items():
        (tmp_path / "runs" / name).write_text(text)
    (tmp_path / "out.gpx").write_text(a_gpx())
    (tmp_path / "runs/d.gpx").symlink_to(tmp_path / "out.gpx")
    found, empty, linked, others = read(tmp_path / "runs")

    assert found.file == "a.gpx"
    assert (empty.file, empty.why) == ("c.gpx", "The file is empty.")
    assert linked.why == "It leads outside the folder, so it is not read."
    assert others.file == "runs"


def test_a_zip_in_a_folder_is_read_like_one_by_itself(tmp_path):
    (tmp_path / "runs").mkdir()
    (tmp_path / "runs/a.zip").write_bytes(zipped({"a.gpx": a_gpx(), "inner.zip": zipped({"b.gpx": a_gpx()})}))
    (tmp_path / "runs/broken.zip").write_bytes(b"PK" + bytes(100))
    told = []
    found, inner, broken = read(tmp_path / "runs", progress=lambda *step: told.append(step))

    assert found.file == "a.zip: a.gpx"
    assert inner == Refused("a.zip: inner.zip", "It is a zip inside another archive. Unpack it first.")
    assert broken == Refused("broken.zip", "The zip is damaged. Copy it again.")
    assert [step[0] for step in told] == [0, 1, 2, 3]
    assert told[-1][:2] == (3, 3)


def test_a_zip_of_strava_in_a_folder_may_be_larger_than_a_file(tmp_path):
    row = "1,2026-11-01 07:00:00,Run,1800,5.01"
    table = f"Activity ID,Activity Date,Activity Type,Moving Time,Distance\n{row}\n"
    (tmp_path / "runs").mkdir()
    with zipfile.ZipFile(tmp_path / "runs/export.zip", "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("activities.csv", table)
        archive.writestr("media/a.jpg", bytes(20_000_000))

    assert one_run(read(tmp_path / "runs")).distance_m == 5_010


def test_what_can_not_be_read_in_a_folder_is_told_of_by_name_and_what_lies_beside_it_by_number(tmp_path):
    folder = tmp_path / "runs"
    (folder / "2025").mkdir(parents=True)
    (folder / ".git").mkdir()
    for name in (".hidden", ".DS_Store", "._a.gpx", "a.jpg", "b.TXT", "run", "watch.bin"):
        (folder / name).write_text("hello")
    (folder / "run.txt").write_text(a_gpx())
    outcomes = read(folder)

    assert [outcome.file for outcome in outcomes] == ["run", "run.txt", "watch.bin", "2025", "runs"]
    assert isinstance(outcomes[1], Found)
    assert [outcomes[0].why, outcomes[2].why] == [UNKNOWN, UNKNOWN]
    assert outcomes[3].why == "It is a folder inside the folder. Choose it by itself."
    assert outcomes[4].why == "It also holds 3 files that are no runs: 1 .jpg, 1 .txt, 1 hidden."


@pytest.mark.parametrize(
    "name", ["../a.gpx", "/a.gpx", "..\\a.gpx", "C:\\a.gpx", "x/../../a.gpx", "c:a.gpx", "\\\\host\\a.gpx"]
)
def test_a_zip_with_a_name_that_leads_outside_is_not_read(tmp_path, name):
    assert one_refusal(read_bytes(tmp_path, "a.zip", zipped({"good.gpx": a_gpx(), name: "x"}))) == UNSAFE
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_a_zip_with_a_link_is_not_read(tmp_path):
    link = zipfile.ZipInfo("link.gpx")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16

    assert one_refusal(read_bytes(tmp_path, "a.zip", zipped([("good.gpx", a_gpx()), (link, "/etc/passwd")]))) == UNSAFE


def test_a_zip_with_two_files_of_one_name_is_not_read(tmp_path):
    with pytest.warns(UserWarning, match="Duplicate"):
        content = zipped([("a.gpx", a_gpx()), ("a.gpx", a_gpx())])

    assert "same name" in one_refusal(read_bytes(tmp_path, "a.zip", content))


def test_a_locked_or_unusually_packed_zip_is_not_read(tmp_path):
    content = bytearray(zipped({"a.gpx": a_gpx()}))
    at = content.rindex(b"PK\x01\x02")
    content[at + 8] |= 1
    unusual = io.BytesIO()
    with zipfile.ZipFile(unusual, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.gpx", a_gpx())

    assert "password" in one_refusal(read_bytes(tmp_path, "a.zip", content))
    assert "unusual" in one_refusal(read_bytes(tmp_path, "b.zip", unusual.getvalue()))


def test_damage_to_a_zip_is_noticed(tmp_path):
    whole = zipped({"a.gpx": a_gpx()})
    flipped = bytearray(whole)
    flipped[60] ^= 8

    assert "damaged" in one_refusal(read_bytes(tmp_path, "a.zip", flipped))
    assert "damaged" in one_refusal(read_bytes(tmp_path, "b.zip", whole[:-20]))
    assert "damaged" in one_refusal(read_bytes(tmp_path, "c.zip", b"PK\x03\x04" + bytes(200)))
    assert "damaged" in one_refusal(read_bytes(tmp_path, "d.zip", whole[:-22] + b"\xff" * 8 + whole[-14:]))


def test_a_zip_of_zip64_is_read_and_its_list_of_contents_is_measured_first(tmp_path, monkeypatch):
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1)
    whole = zipped({"a.gpx": a_gpx(), "b.gpx": "x"})
    at = whole.index(b"PK\x06\x06")
    huge = whole[: at + 40] + b"\xff" * 7 + b"\0" + whole[at + 48 :]
    nowhere = whole[: whole.index(b"PK\x06\x07") + 8] + b"\xff" * 8 + whole[whole.index(b"PK\x06\x07") + 16 :]

    assert isinstance(read_bytes(tmp_path, "a.zip", whole)[0], Found)
    assert "more than 50,000 files" in one_refusal(read_bytes(tmp_path, "b.zip", huge))
    assert "damaged" in one_refusal(read_bytes(tmp_path, "c.zip", nowhere))


def test_what_is_not_a_run_is_not_looked_for_deeper(tmp_path):
    inner = zipped({"a.gpx": a_gpx()})

    assert one_refusal(read_bytes(tmp_path, "a.zip", zipped({"a.zip": inner}))) == ZIP_IN_A_ZIP
    assert (
        one_refusal(read_bytes(tmp_path, "c.zip", zipped({"a.txt": "hello"})))
        == "There is no run file in it, only 1 .txt."
    )
    assert "Unpack it first" in one_refusal(read_bytes(tmp_path, "b.gz", gzip.compress(inner)))
    assert "packed twice" in one_refusal(read_bytes(tmp_path, "c.gz", gzip.compress(gzip.compress(inner))))


def test_200_files_are_read_from_a_zip_and_201_are_refused(tmp_path):
    files = {f"{number}.gpx": a_gpx() for number in range(200)}

    assert sum(isinstance(outcome, Found) for outcome in read_bytes(tmp_path, "a.zip", zipped(files))) == 200
    over = one_refusal(read_bytes(tmp_path, "b.zip", zipped(files | {"x": "x"})))
    assert over == f"The zip holds more than 200 files. {UNPACK_IT}"


def test_an_export_of_strava_may_hold_50_000_files_and_no_more(tmp_path):
    table = {"activities.csv": "Activity ID,Activity Date,Activity Type\n"}
    export = tmp_path / "a.zip"
    export.write_bytes(zipped(table | {f"media/{number}": "" for number in range(49_999)}))

    assert read(export) == []
    with zipfile.ZipFile(export, "a") as archive:
        archive.writestr("x", "")
    assert "more than 50,000 files" in one_refusal(read(export))


def test_50_mb_are_unpacked_from_a_zip_and_not_a_byte_more(tmp_path):
    room = {f"{number}.gpx": a_gpx() + " " * (16_000_000 - len(a_gpx())) for number in range(3)}
    exact = zipped(room | {"rest.gpx": " " * 2_000_000})

    assert sum(isinstance(outcome, Found) for outcome in read_bytes(tmp_path, "a.zip", exact)) == 3
    over = one_refusal(read_bytes(tmp_path, "b.zip", zipped(room | {"rest.gpx": " " * 2_000_001})))
    assert over == f"The zip unpacks to more than 50 MB. {UNPACK_IT}"


def test_what_is_packed_twice_counts_unpacked(tmp_path):
    files = {f"{number}.gpx.gz": gzip.compress((a_gpx() + " " * 18_000_000).encode()) for number in range(3)}
    outcomes = read_bytes(tmp_path, "a.zip", zipped(files))

    assert [type(outcome) for outcome in outcomes] == [Found, Found, Refused]
    assert outcomes[-1] == Refused("a.zip", f"The zip unpacks to more than 50 MB. {UNPACK_IT}")


def test_20_mb_are_read_and_one_byte_more_is_refused_at_once(tmp_path):
    exact = a_gpx() + " " * (20_000_000 - len(a_gpx()))
    too_big = "It is larger than 20 MB, and no run is."

    assert one_run(read_bytes(tmp_path, "a.gpx", exact)).seconds == 270
    assert one_refusal(read_bytes(tmp_path, "b.gpx", exact + " ")) == too_big
    assert one_run(read_bytes(tmp_path, "c.gpx.gz", gzip.compress(exact.encode()))).seconds == 270
    assert one_refusal(read_bytes(tmp_path, "d.gpx.gz", gzip.compress((exact + " ").encode()))) == too_big
    assert one_refusal(read_bytes(tmp_path, "e.zip", zipped({"a.gpx": exact + " "}))) == too_big
    (tmp_path / "folder").mkdir()
    assert one_refusal(read_bytes(tmp_path / "folder", "a.gpx", exact + " ")) == too_big
    assert one_refusal(read(tmp_path / "folder")) == too_big


def test_a_300_mb_file_is_refused_without_being_read(tmp_path):
    with (tmp_path / "a.tcx").open("wb") as file:
        file.truncate(300_000_000)

    assert one_refusal(read(tmp_path / "a.tcx")) == "It is larger than 20 MB, and no run is."


def test_a_zip_that_is_no_export_is_not_larger_than_a_file(tmp_path):
    stored = zipfile.ZIP_STORED
    with zipfile.ZipFile(tmp_path / "a.zip", "w", stored) as archive:
        archive.writestr("a.gpx", a_gpx())
        archive.writestr("b.bin", random.Random(1).randbytes(20_000_000))

    assert one_refusal(read(tmp_path / "a.zip")) == f"The zip is larger than 20 MB. {UNPACK_IT}"


@pytest.mark.parametrize("cut", [5, 12, 60, -1])
def test_a_packed_file_that_stops_in_the_middle_says_so(tmp_path, cut):
    packed = gzip.compress(a_gpx().encode())

    assert "stops in the middle" in one_refusal(read_bytes(tmp_path, "a.gz", packed[:cut]))


def test_a_packed_file_in_parts_is_read_and_a_damaged_one_refused(tmp_path):
    text = a_gpx().encode()
    parts = gzip.compress(text[:100]) + gzip.compress(text[100:]) + bytes(10)
    damaged = bytearray(gzip.compress(text))
    damaged[-6] ^= 1

    assert one_run(read_bytes(tmp_path, "a.gz", parts)).seconds == 270
    assert "packing is damaged" in one_refusal(read_bytes(tmp_path, "b.gz", damaged))


@pytest.mark.parametrize("content", [b"", b" \n"])
def test_an_empty_file_says_so(tmp_path, content):
    assert one_refusal(read_bytes(tmp_path, "a.gpx", content)) == "The file is empty."


@pytest.mark.parametrize("content", [bytes(5_000), bytes(10) + b"\n", b"\0"])
def test_a_file_of_zeros_is_not_called_empty(tmp_path, content):
    assert one_refusal(read_bytes(tmp_path, "a.gpx", content)).startswith("It holds nothing but zeros")


@pytest.mark.parametrize("content", ['{"format": "kneecoach-routine"}', "hello", b"\x89PNG\r\n\x1a\n\0\1", "\ufeff"])
def test_what_is_no_run_file_says_what_is_read(tmp_path, content):
    assert one_refusal(read_bytes(tmp_path, "a.gpx", content)) == UNKNOWN


def test_what_is_no_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").mkdir()

    assert one_refusal(read(tmp_path / "none.gpx")) == "There is no such file."
    assert one_refusal(read(tmp_path / "pipe")) == "It is not an ordinary file."
    assert one_refusal(read(tmp_path / "empty")) == "There is no run file in it."
    assert one_refusal(read(tmp_path / "a\0b")) == "It can't be read from the disk."


def test_what_the_computer_does_not_let_be_read_is_refused(tmp_path, monkeypatch):
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.gpx").write_text(a_gpx())

    def denied(*_arguments, **_more):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", denied)
    monkeypatch.setattr("pathlib.Path.iterdir", denied)

    assert one_refusal(read(tmp_path / "a.gpx")) == "This computer does not let KneeCoach read it."
    assert one_refusal(read(tmp_path / "folder")) == "This computer does not let KneeCoach look into the folder."
