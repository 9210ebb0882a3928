"""When something that lasts began, and that it can't have ended yet to come."""

from datetime import datetime, timedelta

from kneecoach.domain.activity import Activity
from kneecoach.domain.entry_pains import AN_HOUR
from kneecoach.domain.run import Run

SLACK = timedelta(minutes=1)
ENDS_LATER = "That run would end in the future. Check the start and the time."


def start_of(now: datetime, seconds: int | None, *, hour_gone: bool) -> datetime:
    """When a run began that has just ended, or ended an hour ago when that hour's pain is told; to the minute."""
    back = timedelta(seconds=seconds or 0) + (AN_HOUR if hour_gone else timedelta(0))
    # By real time, over a change of the clocks
    began = now.timestamp() - back.total_seconds()
    return datetime.fromtimestamp(began // 60 * 60, now.tzinfo)


def refusal_of_end(entry: Run | Activity, now: datetime) -> str:
    """A sentence when the end of a run or an activity is still to come, else ""."""
    seconds = (entry.seconds or 0) if isinstance(entry, Run) else entry.minutes * 60
    if entry.at.timestamp() + seconds <= (now + SLACK).timestamp():
        return ""
    return ENDS_LATER if isinstance(entry, Run) else ENDS_LATER.replace("run", "activity")
