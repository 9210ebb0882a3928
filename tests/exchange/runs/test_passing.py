"""What was read survives the way from one process to the other."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.run import Run, RunKind, Surface
from kneecoach.exchange.runs.found import Found, NotARun, Refused
from kneecoach.exchange.runs.passing import line_of, outcome_of, zone_of, zone_told

BERLIN = ZoneInfo("Europe/Berlin")
AT = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
RUN = Run(UUID(int=1), AT, 6_200, 2_320, RunKind.LONG, Surface.TRAIL, 80, note="Wald\nundé", source="a.fit", digest="f")
RIDE = Activity(UUID(int=2), AT, ActivityKind.BIKE, 40, source="b.gpx", digest="r")


def passed(outcome, home=BERLIN):
    line = line_of(outcome, home)
    assert "\n" not in line
    return outcome_of(json.loads(line), home)


@pytest.mark.parametrize(
    "outcome",
    [
        Found(RUN, "a.fit", "Pegasus"),
        Found(RUN, "a.fit", remark="The file is empty."),
        Found(Run(UUID(int=3), AT, 1_000, effort=0, pain_max=0), "own.csv"),
        Found(RIDE, "b.gpx"),
        NotARun(RIDE, "b.gpx", "A bike ride, 40 minutes."),
        Refused("bad\udcff.fit", "The file is empty."),
    ],
)
def test_what_was_read_is_the_same_on_the_other_side(outcome):
    assert passed(outcome) == outcome


def test_the_hour_that_a_clock_goes_through_twice_stays_apart():
    second = Found(replace(RUN, at=AT.replace(fold=1)), "a.fit")

    came = passed(second).run.at

    assert (came.fold, came.tzinfo) == (1, BERLIN)
    assert came.utcoffset() == timedelta(hours=1)


def test_a_run_abroad_keeps_the_offset_of_its_file():
    away = Found(replace(RUN, at=datetime(2026, 5, 1, 7, tzinfo=timezone(timedelta(hours=9)))), "tokyo.fit")

    assert passed(away).run.at.utcoffset() == timedelta(hours=9)


@pytest.mark.parametrize("zone", [BERLIN, UTC, timezone(timedelta(hours=5, minutes=30))])
def test_a_zone_is_told_by_its_name_or_its_offset(zone):
    now = datetime(2026, 11, 21, 12, tzinfo=zone)

    told = json.loads(json.dumps(zone_told(zone, now)))

    assert now.astimezone(zone_of(told)).utcoffset() == now.utcoffset()
