"""Numbers, times, dates and sports, as different countries write them."""

from datetime import UTC, datetime

import pytest

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.run import RunKind, Surface
from kneecoach.exchange.runs.dates import is_day_first, utc_moment
from kneecoach.exchange.runs.numbers import number, seconds_of
from kneecoach.exchange.runs.recording import Sport
from kneecoach.exchange.runs.sports import KINDS, SPORTS, SURFACES, kind_of, sport_of, surface_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        (" 5.01 ", 5.01),
        ("5,01", 5.01),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1\u202f234,5", 1234.5),
        ("1'234.5", 1234.5),
        ("1,234,567", 1234567),
        ("1.234.567", 1234567),
        ("-3", -3),
        ("1e3", 1000),
    ],
)
def test_a_number_is_read_with_any_decimal_sign(text, value):
    assert number(text, "km") == value


@pytest.mark.parametrize("text", ["nan", "inf", "-Infinity", "1e999", "0x10", "1_000", "٣", "9" * 41, "1 km", "--1"])
def test_what_is_no_number_is_refused_by_name(text):
    with pytest.raises(InvalidInput, match="km in it is not a number"):
        number(text, "km")


@pytest.mark.parametrize(("text", "value"), [("", None), ("90", 90), ("1:30", 90), ("1:02:03", 3723), ("0:30,5", 30.5)])
def test_a_span_of_time_is_read(text, value):
    assert seconds_of(text, "time") == value


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Nov 4, 2022, 1:19:14 PM", "2022-11-04T13:19:14"),
        ("Nov 4, 2022, 12:19:14 AM", "2022-11-04T00:19:14"),
        ("4 nov. 2022 13h19", "2022-11-04T13:19:00"),
        ("6.5.2018 07:00", "2018-05-06T07:00:00"),
        ("2018/05/06 07:00", "2018-05-06T07:00:00"),
        ("2018-05-06T07:00:00Z", "2018-05-06T07:00:00"),
        ("2018-05-06 07:00:00 UTC", "2018-05-06T07:00:00"),
        ("2018-05-06T09:00:00+02:00", "2018-05-06T07:00:00"),
        ("2018年5月6日 7:00:00", "2018-05-06T07:00:00"),
        ("1 août 2020, 06:05:00", "2020-08-01T06:05:00"),
        ("1. März 2020, 06:05:00", "2020-03-01T06:05:00"),
        ("29 de fev. de 2024, 06:05:00", "2024-02-29T06:05:00"),
        ("6 mrt. 2024 14:23:15", "2024-03-06T14:23:15"),
        ("15 gen 2024, 14:23:15", "2024-01-15T14:23:15"),
        ("15 dic. 2024, 2:23:15 p. m.", "2024-12-15T14:23:15"),
    ],
)
def test_a_date_is_read_as_it_is_printed(text, at):
    assert utc_moment(text) == datetime.fromisoformat(at).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "31.02.2020 07:00", "06.05.18 07:00", "06.05.2018", "xyz 6 2018 07:00", "6 mai juin 2018 07:00"),
        *("mai 2018 07:00", "Nov 4, 2022, 13:19:14 PM", "2018-13-06 07:00:00", "6 mai 07:00", "1" * 61),
        "6 mai 2018 25:00",
    ],
)
def test_a_date_that_is_not_certain_is_refused(text):
    with pytest.raises(InvalidInput, match="date"):
        utc_moment(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [("13/05/2026", True), ("05/13/2026", False), ("05/06/2026", None), ("2026/05/13", None), ("13 May", None)],
)
def test_the_order_of_day_and_month_shows_in_large_numbers(text, first):
    assert is_day_first(text) is first


@pytest.mark.parametrize(
    ("word", "sport"),
    [
        ("Run", Sport.RUN),
        ("TrailRun", Sport.RUN),
        ("9", Sport.RUN),
        ("Course à pied", Sport.RUN),
        ("Hardloopsessie", Sport.RUN),
        ("Morning jog", Sport.RUN),
        ("EBikeRide", Sport.BIKE),
        ("Fahrrad-Fahrt", Sport.BIKE),
        ("Virtuelle Radfahrt", Sport.BIKE),
        ("Randonnée", Sport.WALK),
        ("Natación", Sport.SWIM),
        ("WeightTraining", Sport.STRENGTH),
        ("", Sport.UNKNOWN),
        ("generic", Sport.UNKNOWN),
        ("Bouldern", Sport.OTHER),
    ],
)
def test_a_sport_is_understood_in_many_words(word, sport):
    assert sport_of(word) is sport


def test_no_word_means_two_sports():
    words = [" ".join(word.split()) for text in SPORTS.values() for word in text.split(",")]
    doubled = {word for word in words if words.count(word) > 1}
    grounds = [" ".join(word.split()) for text in SURFACES.values() for word in text.split(",")]

    assert not doubled
    assert len(set(grounds)) == len(grounds)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Morning Run", None),
        ("Lunch at Primrose Hill", None),
        ("Berlin Halbmarathon", RunKind.RACE),
        ("Hill repeats", RunKind.HILLS),
        ("6 x 800 m", RunKind.INTERVALS),
        ("Langer Lauf mit Anna", RunKind.LONG),
        ("Tempo 5k", RunKind.TEMPO),
        ("Locker im Park", RunKind.EASY),
        ("Run/walk 5:1", RunKind.RUN_WALK),
        ("Séance fractionné", RunKind.INTERVALS),
        ("Temporary closure", None),
    ],
)
def test_a_kind_is_guessed_only_from_words_that_mean_it(name, kind):
    assert kind_of(name) is kind
    assert set(KINDS) <= set(RunKind)


def test_only_a_sport_that_names_the_ground_tells_it():
    assert surface_of("Trail Run") is Surface.TRAIL
    assert surface_of("Run") is None
