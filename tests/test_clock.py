"""The clocks at the edge: one that only runs forward, and the time of day in the person's own zone."""

import time
from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

import pytest

from kneecoach import clock


def test_moments_run_forward_on_both_clocks():
    earlier, later = clock.moment(), clock.moment()

    assert later.monotonic >= earlier.monotonic
    assert later.boot >= earlier.boot


def test_where_there_is_no_boot_time_clock_the_monotonic_one_stands_in(monkeypatch):
    monkeypatch.delattr(time, "CLOCK_BOOTTIME")

    now = clock.moment()

    assert now.boot == now.monotonic


@pytest.mark.parametrize("said", ["Australia/Lord_Howe", ":Australia/Lord_Howe"])
def test_the_time_of_day_is_in_the_zone_that_the_system_names(monkeypatch, said):
    monkeypatch.setenv("TZ", said)

    assert clock.wall_now().tzinfo == ZoneInfo("Australia/Lord_Howe")


@pytest.mark.parametrize("said", ["", "Mars/Olympus_Mons", "../../etc/passwd", "XYZ-3", "\x00"])
def test_a_zone_that_no_one_knows_leaves_the_zone_of_the_machine(monkeypatch, said):
    if "\x00" in said:
        monkeypatch.setattr(clock.os, "environ", {"TZ": said})
    else:
        monkeypatch.setenv("TZ", said)
    monkeypatch.setattr(clock, "_zone_of_localtime", lambda: "Europe/Berlin")

    assert clock.local_zone() == ZoneInfo("Europe/Berlin")


def test_a_machine_without_a_named_zone_has_at_least_an_offset(monkeypatch):
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(clock, "_zone_of_localtime", lambda: "")

    now = clock.wall_now()

    assert now.utcoffset() is not None
    assert abs(now.astimezone(UTC) - clock.wall_now()) < timedelta(minutes=1)


def test_the_zone_of_the_machine_is_read_from_where_localtime_points(monkeypatch, tmp_path):
    link = tmp_path / "localtime"
    target = tmp_path / "zoneinfo" / "Europe" / "Berlin"
    target.parent.mkdir(parents=True)
    target.touch()
    link.symlink_to(target)
    monkeypatch.setattr(clock, "Path", lambda _name: link)

    assert clock._zone_of_localtime() == "Europe/Berlin"


def test_a_localtime_that_goes_in_circles_names_no_zone(monkeypatch, tmp_path):
    link = tmp_path / "localtime"
    link.symlink_to(link)
    monkeypatch.setattr(clock, "Path", lambda _name: link)

    assert clock._zone_of_localtime() == ""
