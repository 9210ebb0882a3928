"""FIT files: the totals of the watch, and files that stop in the middle."""

import struct
from datetime import UTC, datetime, timedelta

import fitdecode
import pytest

from kneecoach.domain.run import Surface
from kneecoach.exchange.runs.fit_frames import DAMAGED, STOPS, checksum
from tests.exchange.runs import fit_writer as fit
from tests.exchange.runs.fit_writer import Field, file_id, file_of, record, records, session
from tests.exchange.runs.run_files import BERLIN, START, STEP_M, one_other, one_refusal, one_run, read_bytes

FIVE_K = session(START, metres=5_000, seconds=1_800, ascent=33)


def way(count=100, *, start=START, metres=True):
    """A point a second, 3 m or a thousandth of a degree apart."""
    seconds = [start + timedelta(seconds=number * (1 if metres else 40)) for number in range(count)]
    if metres:
        return records([record(at, metres=3 * number) for number, at in enumerate(seconds)])
    return records([record(at, place=(47 + number / 1_000, 8.5)) for number, at in enumerate(seconds)])


def a_fit(*messages, **more):
    return file_of([file_id(), *messages], **more)


def test_the_session_beats_the_points(tmp_path):
    run = one_run(read_bytes(tmp_path, "a.fit", a_fit(way(), FIVE_K)))

    assert (run.distance_m, run.seconds, run.climb_m) == (5_000, 1_800, 33)
    assert run.at == START
    assert run.at.tzinfo is BERLIN


def test_time_in_motion_comes_before_time_on_the_clock(tmp_path):
    paused = session(START, metres=5_000, seconds=1_800, paused=600)

    assert one_run(read_bytes(tmp_path, "a.fit", a_fit(paused))).seconds == 1_800


@pytest.mark.parametrize(("metres", "length_m", "seconds"), [(True, 297, 99), (False, 99 * STEP_M, 99 * 40)])
def test_without_a_session_the_points_are_summed(tmp_path, metres, length_m, seconds):
    sport = fit.message(fit.SPORT, [Field(0, fit.ENUM, fit.RUNNING)])
    run = one_run(read_bytes(tmp_path, "a.fit", a_fit(sport, way(metres=metres), header_bytes=12)))

    assert (run.distance_m, run.seconds, run.at) == (round(length_m), seconds, START)


def test_a_session_without_a_distance_has_it_from_the_points(tmp_path):
    run = one_run(read_bytes(tmp_path, "a.fit", a_fit(way(), session(START, seconds=100))))

    assert (run.distance_m, run.seconds) == (297, 100)


def test_each_session_is_an_activity(tmp_path):
    swim = session(START, sport=fit.SWIMMING, metres=500, seconds=900)
    run = session(START + timedelta(hours=1), metres=5_000, seconds=1_800, sub_sport=3)
    swum, ran = read_bytes(tmp_path, "a.fit", a_fit(swim, run))

    assert swum.why == "A swim, 15 minutes. Log it as other training."
    assert ran.run.surface is Surface.TRAIL


def test_files_one_after_another_are_read_as_one(tmp_path):
    later = session(START + timedelta(hours=5), metres=3_000, seconds=1_000)

    assert len(read_bytes(tmp_path, "a.fit", a_fit(FIVE_K) + a_fit(later))) == 2


def test_a_vague_sport_is_told_by_what_it_was_closer(tmp_path):
    lifting = session(START, sport=fit.TRAINING, seconds=1_800, sub_sport=20)

    assert one_other(read_bytes(tmp_path, "a.fit", a_fit(lifting))).why.startswith("Strength training, 30 minutes.")


def test_the_watch_knows_where_it_was(tmp_path):
    at = fit.seconds_of(START)
    tokyo = fit.message(fit.ACTIVITY, [Field(253, fit.UINT32, at), Field(5, fit.UINT32, at + 9 * 3_600)])
    broken = fit.message(fit.ACTIVITY, [Field(253, fit.UINT32, at), Field(5, fit.UINT32, at + 7)])

    assert one_run(read_bytes(tmp_path, "a.fit", a_fit(FIVE_K, tokyo))).at.isoformat() == "2026-11-01T16:00:00+09:00"
    assert one_run(read_bytes(tmp_path, "b.fit", a_fit(FIVE_K, broken))).at.tzinfo is BERLIN


def test_the_workout_names_the_run(tmp_path):
    workout = fit.message(fit.WORKOUT, [Field(8, fit.STRING, "Hill repeats 8x")])
    run = one_run(read_bytes(tmp_path, "a.fit", a_fit(workout, FIVE_K)))

    assert (run.note, run.kind.value) == ("Hill repeats 8x", "hills")


def test_big_endian_and_developer_fields_and_compressed_times_are_understood(tmp_path):
    first = record(START, metres=0)
    head = fit.definition(fit.RECORD, first, local=1, big_endian=True, developer=2)
    whole = fit.values(first, 1, big_endian=True) + b"\7\7"
    head += whole + fit.definition(fit.RECORD, [Field(5, fit.UINT32, 0)], local=2)
    offset = fit.seconds_of(START) & 0x1F
    steps = [0x80 | 2 << 5 | (offset + 10 * number) % 32 for number in (1, 2, 3)]
    short = b"".join(bytes((step,)) + struct.pack("<I", 3_000 * n) for n, step in enumerate(steps, start=1))
    run = one_run(read_bytes(tmp_path, "a.fit", a_fit(head, short)))

    assert (run.distance_m, run.seconds) == (90, 30)


def test_points_are_read_as_fitdecode_reads_them(tmp_path):
    content = a_fit(way(50))
    run = one_run(read_bytes(tmp_path, "a.fit", content))
    with fitdecode.FitReader(content) as reader:
        seen = [frame for frame in reader if isinstance(frame, fitdecode.FitDataMessage) and frame.name == "record"]

    assert run.distance_m == seen[-1].get_value("distance") - seen[0].get_value("distance")
    assert run.at == seen[0].get_value("timestamp")
    assert run.seconds == (seen[-1].get_value("timestamp") - seen[0].get_value("timestamp")).total_seconds()


def test_a_file_cut_anywhere_says_so(tmp_path):
    content = a_fit(way(20), FIVE_K)

    for cut in (13, 14, 40, len(content) // 2, len(content) - 3, len(content) - 1):
        assert one_refusal(read_bytes(tmp_path, f"{cut}.fit", content[:cut])) == STOPS
    assert one_refusal(read_bytes(tmp_path, "open.fit", content[:4] + bytes(4) + content[8:])) == STOPS


def test_a_flipped_bit_is_noticed(tmp_path):
    content = bytearray(a_fit(way(20), FIVE_K))
    content[len(content) // 2] ^= 4

    assert one_refusal(read_bytes(tmp_path, "a.fit", content)) == DAMAGED


def sound(body):
    """A body as it is, under a true checksum."""
    return file_of([body])


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (a_fit(), "It holds no recorded activity, so there is no run in it."),
        (file_of([file_id(fit.COURSE_FILE), FIVE_K]), "It is a FIT file of another kind"),
        (a_fit(session(START, metres=5_000, seconds=600)), "That is faster than 2:30 a kilometre."),
        (a_fit(session(START)), "A run is longer than nothing"),
        (a_fit(session(datetime(2030, 1, 1, tzinfo=UTC), metres=5_000, seconds=1_800)), "It starts in the future."),
        (a_fit(way(start=datetime(1989, 12, 31, 1, tzinfo=UTC))), "It does not say when it was."),
        (sound(b"\x05"), DAMAGED),
        (sound(b"\x40\0\0\x14"), DAMAGED),
        (sound(fit.definition(fit.RECORD, record(START)) + b"\0\1"), DAMAGED),
        (sound(fit.definition(fit.SESSION, [Field(2, fit.UINT32, 0)], developer=9)[:-2]), DAMAGED),
        (a_fit(FIVE_K) + b"\x0e\x20\0\0\0\0\0\0.FAT\0\0\0\0", DAMAGED),
        (a_fit(FIVE_K) + b"\x0e\x20", STOPS),
        (b"\x01" + a_fit(FIVE_K)[1:], "It is not a FIT file."),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(tmp_path, content, why):
    assert one_refusal(read_bytes(tmp_path, "a.fit", content)).startswith(why)


@pytest.mark.parametrize(("limit", "least"), [("MAX_POINTS", 100), ("MAX_FRAMES", 103), ("MAX_SUMMING_UP", 4)])
def test_as_much_as_is_allowed_is_read_and_no_more(tmp_path, monkeypatch, limit, least):
    content = a_fit(way(), FIVE_K)
    monkeypatch.setattr(f"kneecoach.exchange.runs.fit_frames.{limit}", least + (limit == "MAX_FRAMES") * 2)
    assert one_run(read_bytes(tmp_path, "a.fit", content)).distance_m == 5_000

    monkeypatch.setattr(f"kneecoach.exchange.runs.fit_frames.{limit}", least - 1)
    assert "It" in one_refusal(read_bytes(tmp_path, "b.fit", content))


def test_as_many_sessions_as_are_allowed_are_read_and_one_more_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("kneecoach.exchange.runs.fit.MAX_ACTIVITIES", 1)

    assert one_run(read_bytes(tmp_path, "a.fit", a_fit(FIVE_K))).distance_m == 5_000
    assert "activities" in one_refusal(read_bytes(tmp_path, "b.fit", a_fit(FIVE_K, FIVE_K)))


def test_the_checksum_is_that_of_the_format():
    assert checksum(b"123456789") == 0xBB3D
    assert checksum(a_fit(FIVE_K)) == 0
