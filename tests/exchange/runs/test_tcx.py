"""TCX files: the totals of the laps before our own sums."""

import pytest

from tests.exchange.runs.run_files import START, lap, one_other, one_refusal, one_run, read_bytes, tcx

POINTS = "".join(
    f"<Trackpoint><Time>2026-11-01T07:0{number}:00Z</Time><Position><LatitudeDegrees>47.00{number}</LatitudeDegrees>"
    f"<LongitudeDegrees>8.5</LongitudeDegrees></Position><AltitudeMeters>{400 + 10 * number}</AltitudeMeters>"
    f"<DistanceMeters>{number * 150}</DistanceMeters></Trackpoint>"
    for number in range(5)
)
NO_WAY = POINTS.replace("DistanceMeters>", "Unknown>")


def test_the_laps_are_added_up_and_beat_the_points(tmp_path):
    laps = lap(600, 2000, f"<Track>{POINTS}</Track>"), lap("601.4", "2001.2")
    run = one_run(read_bytes(tmp_path, "a.tcx", tcx(*laps, more="<Notes>Knee fine</Notes>")))

    assert (run.distance_m, run.seconds, run.climb_m) == (4001, 1201, 40)
    assert (run.at, run.note) == (START, "Knee fine")


@pytest.mark.parametrize(("points", "metres"), [(POINTS, 600), (NO_WAY, 445)])
def test_laps_without_totals_leave_the_points_to_speak(tmp_path, points, metres):
    text = tcx(lap(0, 0, f"<Track>{points}</Track>"))
    run = one_run(read_bytes(tmp_path, "a.tcx", text))

    assert (run.distance_m, run.seconds) == (metres, 240)


@pytest.mark.parametrize("way", [POINTS.replace("0</DistanceMeters>", "</DistanceMeters>"), ""])
def test_laps_of_no_metres_beat_a_watch_that_drifted(tmp_path, way):
    short = way.replace("<DistanceMeters></DistanceMeters>", "<DistanceMeters>0</DistanceMeters>")

    why = one_refusal(read_bytes(tmp_path, "a.tcx", tcx(lap(240, 0, f"<Track>{short}</Track>"))))

    assert why == "A run is longer than nothing and at most 500 km."


def test_a_total_that_one_lap_lacks_is_summed_from_the_points(tmp_path):
    lacking = lap(300, 700).replace("<DistanceMeters>700</DistanceMeters>", f"<Track>{POINTS}</Track>")
    run = one_run(read_bytes(tmp_path, "a.tcx", tcx(lap(300, 700), lacking)))

    assert (run.distance_m, run.seconds) == (600, 600)


def test_a_start_is_found_where_there_is_one(tmp_path):
    by_id = tcx(lap(600, 2000)).replace(' StartTime="2026-11-01T07:00:00Z"', "")
    by_points = by_id.replace("<Id>2026-11-01T07:00:00Z</Id>", "").replace("</Lap>", f"<Track>{POINTS}</Track></Lap>")

    assert one_run(read_bytes(tmp_path, "a.tcx", by_id)).at == START
    assert one_run(read_bytes(tmp_path, "b.tcx", by_points)).at == START


def test_points_in_a_gap_of_the_signal_are_taken_as_they_are(tmp_path):
    gap = "<Track><Trackpoint><Time>2026-11-01T07:00:00Z</Time></Trackpoint></Track>"
    run = one_run(read_bytes(tmp_path, "a.tcx", tcx(lap(600, 2000, gap))))

    assert run.distance_m == 2000


def test_a_ride_stays_out(tmp_path):
    assert one_other(read_bytes(tmp_path, "a.tcx", tcx(lap(2400, 12000), sport="Biking"))).why == (
        "A bike ride, 40 minutes. Log it as other training."
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (tcx(lap("NaN", 2000)), "The time of a lap in it is not a number."),
        (tcx(lap(600, "-2000")), "A run is longer than nothing and at most 500 km."),
        (tcx(lap(240, 49)), "That is less than 50 metres, which is no run. Check the distance."),
        (tcx(lap(18_001, 5000)), "That is slower than an hour a kilometre. Check distance and time."),
        (tcx(lap(240, 2000)), "That is faster than 2:30 a kilometre. Check the distance and the time."),
        (tcx().replace("<Id>2026-11-01T07:00:00Z</Id>", ""), "It does not say when it was."),
        (
            tcx(lap(1, 1)).replace("Activities", "Courses").replace("Activity", "Course"),
            "It holds no recorded activity, so",
        ),
        (tcx(lap(600, 2000))[:200], "Its XML is broken at line 1. Export it again."),
        (tcx(lap(1, 0, f"<Track>{NO_WAY.replace('>8.5<', '>181<')}</Track>")), "A point in it lies nowhere on earth."),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(tmp_path, text, why):
    assert one_refusal(read_bytes(tmp_path, "a.tcx", text)).startswith(why)


def test_as_many_activities_as_are_allowed_are_read_and_one_more_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("kneecoach.exchange.runs.tcx.MAX_ACTIVITIES", 1)
    one = tcx(lap(600, 2000))
    activity = one[one.index("<Activity ") : one.index("</Activities>")]

    assert one_run(read_bytes(tmp_path, "a.tcx", one)).distance_m == 2000
    assert "activities" in one_refusal(read_bytes(tmp_path, "b.tcx", one.replace(activity, activity * 2)))
