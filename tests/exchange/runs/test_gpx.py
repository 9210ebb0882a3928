"""GPX files: what is measured along the points, and what is refused."""

import gzip
from datetime import UTC, datetime, timedelta

import pytest

from kneecoach.domain.run import RunKind, Surface
from kneecoach.exchange.runs.found import Found, Refused
from tests.exchange.runs.run_files import (
    BERLIN,
    START,
    STEP_M,
    a_gpx,
    gpx,
    one_other,
    one_refusal,
    one_run,
    points,
    read_bytes,
    track,
)


def test_a_track_is_a_run_with_its_length_time_and_start_in_the_runners_zone(tmp_path):
    run = one_run(read_bytes(tmp_path, "morning.gpx", a_gpx(kind="running", name="Along the lake")))

    assert run.distance_m == round(9 * STEP_M)
    assert run.seconds == 270
    assert run.at == START
    assert run.at.tzinfo is BERLIN
    assert (run.source, run.note, run.kind) == ("morning.gpx", "Along the lake", None)


def test_the_same_content_has_the_same_digest_packed_or_not_whatever_its_name(tmp_path):
    plain = one_run(read_bytes(tmp_path, "a.gpx", a_gpx()))
    packed = one_run(read_bytes(tmp_path, "b.download", gzip.compress(a_gpx().encode())))

    assert plain.digest == packed.digest
    assert len(plain.digest) == 64


def test_each_track_is_a_run_and_a_bad_one_is_refused_alone(tmp_path):
    later = points(5, start=START + timedelta(hours=3))
    outcomes = read_bytes(
        tmp_path, "two.gpx", gpx(track(points(10)) + track("") + track(points(5, every_s=1)) + track(later))
    )

    assert [type(outcome) for outcome in outcomes] == [Found, Refused, Found]
    assert "2:30" in outcomes[1].why
    assert outcomes[2].entry.distance_m == round(4 * STEP_M)


def test_what_is_refused_for_the_same_reason_in_one_file_is_said_once(tmp_path):
    untimed = track('<trkpt lat="47" lon="8"/><trkpt lat="47.1" lon="8"/>')

    assert one_refusal(read_bytes(tmp_path, "a.gpx", gpx(untimed * 4))) == "It does not say when it was."


def test_the_way_and_the_time_between_two_segments_count_for_nothing(tmp_path):
    apart = points(3) + "</trkseg><trkseg>" + points(3, start=START + timedelta(minutes=40))
    run = one_run(read_bytes(tmp_path, "a.gpx", gpx(track(apart))))

    assert run.seconds == 120
    assert run.distance_m == round(4 * STEP_M)


def test_a_pause_in_one_segment_counts_for_nothing_but_sparse_points_do(tmp_path):
    waited = points(3) + points(3, start=START + timedelta(minutes=30)).replace('lat="47.00', 'lat="47.002')
    sparse = one_run(read_bytes(tmp_path, "a.gpx", gpx(track(points(10, every_s=90)))))
    paused = one_run(read_bytes(tmp_path, "b.gpx", gpx(track(waited))))

    assert sparse.seconds == 9 * 90
    assert paused.seconds < 5 * 60


def test_the_climb_leaves_out_what_is_noise(tmp_path):
    noisy = one_run(read_bytes(tmp_path, "a.gpx", gpx(track(points(10, height=lambda number: 400 + 3 * (number % 2))))))
    hilly = one_run(read_bytes(tmp_path, "b.gpx", gpx(track(points(10, height=lambda number: 400 + 10 * number)))))

    assert (noisy.climb_m, hilly.climb_m) == (0, 90)


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("cycling", "A bike ride, 4 minutes. Log it as other training."),
        ("Hiking", "A walk, 4 minutes. Log it as other training."),
        ("Kitesurfing", "Another sport, 4 minutes. Log it as other training."),
    ],
)
def test_what_says_that_it_is_no_run_stays_out(tmp_path, word, sentence):
    assert one_other(read_bytes(tmp_path, "a.gpx", a_gpx(kind=word))).why == sentence


def test_another_activity_comes_in_when_it_is_wanted(tmp_path):
    (found,) = read_bytes(tmp_path, "a.gpx", a_gpx(kind="cycling"), others=True)

    assert (found.run, found.guessed) == (None, None)
    assert (found.entry.minutes, found.entry.kind.value, found.entry.source) == (4, "bike", "a.gpx")


def test_the_kind_and_the_ground_are_guessed_from_words(tmp_path):
    run = one_run(read_bytes(tmp_path, "a.gpx", a_gpx(kind="TrailRun", name="Intervals 6 x 800")))

    assert (run.kind, run.surface) == (RunKind.INTERVALS, Surface.TRAIL)


def test_a_file_that_knows_another_offset_keeps_its_local_day(tmp_path):
    tokyo = a_gpx().replace("+00:00", "+09:00")
    run = one_run(read_bytes(tmp_path, "a.gpx", tokyo))

    assert run.at.isoformat() == "2026-11-01T07:00:00+09:00"


def test_a_time_that_names_no_zone_is_utc(tmp_path):
    assert one_run(read_bytes(tmp_path, "a.gpx", a_gpx().replace("+00:00", ""))).at == START


@pytest.mark.parametrize(
    "encoding",
    ["utf-16", "utf-8-sig"],
)
def test_other_encodings_are_read(tmp_path, encoding):
    text = a_gpx().replace("UTF-8", "UTF-16" if encoding == "utf-16" else "UTF-8")

    assert one_run(read_bytes(tmp_path, "a.gpx", text.encode(encoding))).seconds == 270


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (gpx('<rte><rtept lat="1" lon="1"/></rte>'), "It holds a planned route, so there is no run in it."),
        (gpx(""), "It holds no recorded track, so there is no run in it."),
        (a_gpx()[:-40], "Its XML is broken at line 1. Export it again."),
        (a_gpx().replace('lat="47.000000"', 'lat="91"'), "A point in it lies nowhere on earth."),
        (a_gpx().replace('lat="47.000000"', 'lat="nan"'), "The position of a point in it is not a number."),
        (a_gpx().replace('lat="47.000000"', 'lat="1e999"'), "The position of a point in it is not a number."),
        (a_gpx().replace('lat="47.000000"', ""), "A point in it has no position."),
        (a_gpx().replace("<ele>400.0", "<ele>Infinity", 1), "The height in it is not a number."),
        (a_gpx().replace("2026-11-01T07:00:00", "2026-13-01T07:00:00", 1), "A time in it can't be read."),
        (a_gpx().replace("2026-", "2027-"), "It starts in the future."),
        (a_gpx().replace("2026-", "1980-"), "The watch did not know the date."),
        (a_gpx().replace("2026-11-01T07:00:00", "0001-01-01T00:00:00", 1), "The watch did not know the date."),
        (gpx(track(points(1))), "A run is longer than nothing and at most 500 km."),
        (a_gpx(name="x" * 201), "Its name is longer than 200 characters."),
        (gpx("<a>" * 70 + "</a>" * 70), "It is nested deeper than 64 levels, as no run file is."),
        (a_gpx().replace("UTF-8", "x-nonsense"), "Its XML is broken. Export it again."),
        ("<gpx a='1' a='2'/>", "Its XML is broken at line 1. Export it again."),
        ("<kml></kml>", "It is XML, but neither GPX nor TCX."),
        ("<!DOCTYPE html><html>Log in", "It is a web page, not a run. Download the file itself."),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(tmp_path, text, why):
    assert one_refusal(read_bytes(tmp_path, "a.gpx", text)) == why


@pytest.mark.parametrize(
    "definitions",
    [
        '<!DOCTYPE gpx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE gpx SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_no_definition_and_no_entity_is_taken_from_a_file(tmp_path, definitions):
    text = gpx(track(points(10)), head=f'<?xml version="1.0"?>{definitions}')

    assert "XML definitions" in one_refusal(read_bytes(tmp_path, "a.gpx", text))


def test_as_many_points_as_are_allowed_are_read_and_one_more_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("kneecoach.exchange.runs.track.MAX_POINTS", 10)

    assert one_run(read_bytes(tmp_path, "a.gpx", a_gpx())).seconds == 270
    assert "points" in one_refusal(read_bytes(tmp_path, "b.gpx", gpx(track(points(5)) + track(points(6)))))


def test_as_many_tracks_as_are_allowed_are_read_and_one_more_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("kneecoach.exchange.runs.gpx.MAX_ACTIVITIES", 2)
    tracks = [track(points(5, start=START + timedelta(hours=hour))) for hour in range(3)]

    assert len(read_bytes(tmp_path, "a.gpx", gpx("".join(tracks[:2])))) == 2
    assert "activities" in one_refusal(read_bytes(tmp_path, "b.gpx", gpx("".join(tracks))))


def test_a_run_in_the_hour_that_the_clock_goes_through_twice_is_not_of_the_future(tmp_path):
    second_time_round = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    text = gpx(track(points(10, start=second_time_round)))

    now = datetime(2026, 10, 25, 2, 10, tzinfo=BERLIN, fold=1)
    too_early = datetime(2026, 10, 25, 2, 40, tzinfo=BERLIN, fold=0)
    assert "future" in one_refusal(read_bytes(tmp_path, "a.gpx", text, now=now))
    assert "future" in one_refusal(read_bytes(tmp_path, "a.gpx", text, now=too_early))
    assert one_run(read_bytes(tmp_path, "a.gpx", text, now=too_early.replace(fold=1))).at.fold == 1
