"""Distances, times and paces as people type them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.person import Units
from kneecoach.domain.run import MAX_DISTANCE_M, MAX_SECONDS
from kneecoach.domain.run_input import (
    climb_m,
    distance_m,
    distance_text,
    distance_words,
    minutes_of,
    pace_s_per_km,
    pace_text,
    refuse_too_fast,
    refuse_unlikely,
    seconds_of,
    time_text,
)


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("6", 6_000),
        ("6.0", 6_000),
        (" 6,2 ", 6_200),
        ("6.", 6_000),
        (".5", 500),
        ("3.1 mi", 4_989),
        ("1 mile", 1_609),
        ("26.2miles", 42_165),
        ("10K", 10_000),
        ("10 km", 10_000),
        ("800 m", 800),
        ("42.195", 42_195),
    ],
)
def test_a_distance_is_read_as_it_is_typed(text, metres):
    assert distance_m(text, Units.KM) == metres


def test_without_a_unit_a_distance_is_in_those_of_the_person():
    assert distance_m("3.1", Units.MILES) == 4_989
    assert distance_m("5 km", Units.MILES) == 5_000


@pytest.mark.parametrize(
    "text", ["", " ", "six", "-6", "+6", "6 6", "nan", "inf", "1e3", "6,2,1", "1.234,5", "٦", "6 yards", "6:00"]
)
@pytest.mark.parametrize("units", Units)
def test_what_is_no_distance_is_refused_with_an_example(text, units):
    with pytest.raises(InvalidInput, match=r"such as 6 or 6\.2"):
        distance_m(text, units)


@pytest.mark.parametrize("text", ["0", "0.0", "0,0001"])
def test_a_run_goes_somewhere(text):
    with pytest.raises(InvalidInput, match="more than nothing"):
        distance_m(text, Units.KM)


def test_a_distance_beyond_every_run_is_refused_in_the_units_of_the_person():
    assert distance_m("500", Units.KM) == MAX_DISTANCE_M
    with pytest.raises(InvalidInput, match="further than 500 km"):
        distance_m("501", Units.KM)
    with pytest.raises(InvalidInput, match="further than 311 miles"):
        distance_m("9999999", Units.MILES)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("37:50", 2_270),
        ("1:02:03", 3_723),
        ("37", 2_220),
        ("37.5 min", 2_250),
        ("37,5", 2_250),
        ("90", 5_400),
        ("90:00", 5_400),
        ("0:45", 45),
        ("1h 2m 3s", 3_723),
        ("1 h 15", 4_500),
        ("1 hour 15 minutes", 4_500),
        ("2h", 7_200),
        ("45 s", 45),
        ("37 min 50 s", 2_270),
        ("37'50''", 2_270),
    ],
)
def test_a_time_is_read_as_it_is_typed(text, seconds):
    assert seconds_of(text) == seconds


@pytest.mark.parametrize(
    "text", ["", "soon", "37:5", "37:60", "1:60:00", "1:2:3", "-5", "37:50:", "::", "1h 75m", "5 m 75 s", "nan", "٣٧"]
)
def test_what_is_no_time_is_refused_with_an_example(text):
    with pytest.raises(InvalidInput, match=r"37:50.*1:02:03"):
        seconds_of(text)


@pytest.mark.parametrize("text", ["0", "0:00", "0 s", "0.0"])
def test_a_run_takes_some_time(text):
    with pytest.raises(InvalidInput, match="more than nothing"):
        seconds_of(text)


def test_a_time_of_more_than_three_days_is_refused():
    assert seconds_of("72:00:00") == MAX_SECONDS
    with pytest.raises(InvalidInput, match="longer than 72 hours"):
        seconds_of("72:00:01")


@pytest.mark.parametrize(("text", "minutes"), [("45", 45), ("1:00:00", 60), ("0:20", 1), ("44:40", 45)])
def test_an_activity_is_told_in_whole_minutes(text, minutes):
    assert minutes_of(text) == minutes


@pytest.mark.parametrize(
    ("text", "units", "pace"),
    [
        ("6:18", Units.KM, 378),
        ("6:18/km", Units.MILES, 378),
        ("6:18 min/km", Units.KM, 378),
        ("10:00", Units.MILES, 600 / 1.609344),
        ("10:00 per mile", Units.KM, 600 / 1.609344),
    ],
)
def test_a_pace_is_read_for_a_kilometre_or_a_mile(text, units, pace):
    assert pace_s_per_km(text, units) == pytest.approx(pace)


@pytest.mark.parametrize("text", ["", "6", "6:75", "0:00", "fast", "6:18/h"])
def test_what_is_no_pace_is_refused(text):
    with pytest.raises(InvalidInput, match="such as 6:18"):
        pace_s_per_km(text, Units.KM)


@pytest.mark.parametrize(("text", "metres"), [("", None), (" ", None), ("85", 85), ("85 m", 85), ("280 ft", 85)])
def test_the_climb_may_stay_unknown(text, metres):
    assert climb_m(text) == metres


@pytest.mark.parametrize(("text", "said"), [("up", "such as 85"), ("-3", "such as 85"), ("20001", "0 to 20000")])
def test_a_climb_that_cannot_be_is_refused(text, said):
    with pytest.raises(InvalidInput, match=said):
        climb_m(text)


def test_the_fastest_pace_there_is_passes_and_one_second_less_does_not():
    refuse_too_fast(6_000, 900)

    with pytest.raises(InvalidInput, match="faster than 2:30 a km"):
        refuse_too_fast(6_000, 899)
    with pytest.raises(InvalidInput, match="faster than 4:01 a mile"):
        refuse_too_fast(6_000, 899, Units.MILES)


def test_hours_that_were_typed_as_minutes_are_told_how():
    with pytest.raises(InvalidInput, match="For hours write 1:30:00"):
        refuse_too_fast(15_000, 90)


@pytest.mark.parametrize(
    ("metres", "units", "text"),
    [
        (6_000, Units.KM, "6.0"),
        (6_250, Units.KM, "6.25"),
        (10_037, Units.KM, "10.04"),
        (418_000, Units.KM, "418.0"),
        (4_989, Units.MILES, "3.1"),
    ],
)
def test_a_distance_is_written_with_one_or_two_decimals(metres, units, text):
    assert distance_text(metres, units) == text


@pytest.mark.parametrize(
    ("metres", "units", "words"),
    [
        (6_200, Units.KM, "6.2 km"),
        (418_400, Units.KM, "418 km"),
        (0, Units.KM, "0 km"),
        (1_609, Units.MILES, "1.0 miles"),
        (418_400, Units.MILES, "260 miles"),
    ],
)
def test_a_distance_is_said_with_its_unit(metres, units, words):
    assert distance_words(metres, units) == words


def test_a_pace_is_written_for_the_units_of_the_person():
    assert pace_text(378.3, Units.KM) == "6:18"
    assert pace_text(378.3, Units.MILES) == "10:09"


@given(some.integers(1, MAX_SECONDS))
def test_a_time_is_read_back_as_it_was_written(seconds):
    assert seconds_of(time_text(seconds)) == seconds


@given(some.integers(10, MAX_DISTANCE_M), some.sampled_from(Units))
def test_a_distance_is_read_back_to_the_decimals_that_were_written(metres, units):
    if metres / 1_609 > 310 or round(metres / 1_609.344, 2) == 0:
        return

    assert abs(distance_m(distance_text(metres, units), units) - metres) <= 9


@given(some.integers(150, 3_500), some.sampled_from(Units))
def test_a_pace_is_read_back_to_the_second(pace, units):
    assert abs(pace_s_per_km(pace_text(pace, units), units) - pace) <= 0.51


@given(some.text(max_size=12))
def test_whatever_is_typed_is_read_or_refused_in_a_sentence(text):
    with suppress(InvalidInput):
        assert seconds_of(text) > 0
    with suppress(InvalidInput):
        assert distance_m(text, Units.KM) > 0


@pytest.mark.parametrize(
    ("metres", "seconds", "why"),
    [
        (49, None, "That is less than 50 metres, which is no run. Check the distance."),
        (49, 600, "That is less than 50 metres, which is no run. Check the distance."),
        (5_000, 18_001, "That is slower than an hour a kilometre. Check distance and time."),
        (5_000, 749, "That is faster than 2:30 a km. Check distance and time."),
    ],
)
def test_what_can_be_no_run_is_refused_in_a_sentence(metres, seconds, why):
    with pytest.raises(InvalidInput) as refused:
        refuse_unlikely(metres, seconds)

    assert str(refused.value) == why


@pytest.mark.parametrize(("metres", "seconds"), [(50, None), (50, 180), (5_000, 18_000), (5_000, 750)])
def test_the_least_and_the_slowest_that_may_be_a_run_is_believed(metres, seconds):
    refuse_unlikely(metres, seconds)
