"""A run that is told began in the past, and ended there too."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.local_time import later
from kneecoach.domain.run import Run
from kneecoach.domain.run_moment import refusal_of_end, start_of

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 10, 25, 3, 15, 40, tzinfo=BERLIN)
ID = UUID(int=1)


def test_what_has_just_ended_began_its_length_ago_by_real_time():
    assert start_of(NOW, None, hour_gone=False).isoformat() == "2026-10-25T03:15:00+01:00"
    # Two o'clock comes twice that night: an hour and a half ago it was the first one
    assert start_of(NOW, 5_400, hour_gone=False).isoformat() == "2026-10-25T02:45:00+02:00"
    assert start_of(NOW, 1_800, hour_gone=True).isoformat() == "2026-10-25T02:45:00+02:00"


@pytest.mark.parametrize(("back_min", "refused"), [(60, False), (39, False), (38, True), (0, True)])
def test_what_would_end_in_the_future_is_refused(back_min, refused):
    at = later(NOW, -timedelta(minutes=back_min))

    run = refusal_of_end(Run(ID, at, 6_000, 2_400), NOW)
    walk = refusal_of_end(Activity(ID, at, ActivityKind.WALK, 40), NOW)

    assert run == ("That run would end in the future. Check the start and the time." if refused else "")
    assert walk == run.replace("run", "activity")


def test_a_run_of_unknown_length_has_ended():
    assert refusal_of_end(Run(ID, NOW, 6_000), NOW) == ""
