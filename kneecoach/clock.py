"""The two clocks at the edge of the program: the time of day with its zone, and time that only runs forward."""

import os
import time
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kneecoach.domain.moment import Moment


def moment() -> Moment:
    """Seconds that only run forward. On Linux the monotonic clock stops in suspend, the boot-time clock does not."""
    monotonic = time.monotonic()
    boot = time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else monotonic
    return Moment(monotonic=monotonic, boot=boot)


def wall_now() -> datetime:
    """The time of day here, aware, in the person's own zone, so that its date is their local day."""
    return datetime.now(UTC).astimezone(local_zone())


def local_zone() -> tzinfo:
    """The zone by name where the system tells it, else today's fixed offset."""
    for name in (os.environ.get("TZ", "").removeprefix(":"), _zone_of_localtime()):
        if name:
            try:
                return ZoneInfo(name)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                continue
    return datetime.now(UTC).astimezone().tzinfo or UTC


def _zone_of_localtime() -> str:
    try:
        target = str(Path("/etc/localtime").resolve())
    except (OSError, RuntimeError):
        # Python 3.11 answers a link that goes in circles with the latter
        return ""
    return target.partition("zoneinfo/")[2]
