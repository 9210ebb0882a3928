"""The rules R01 to R09: what a record shows that a professional should look at."""

from datetime import datetime

from kneecoach.domain.finding import Finding, Level, Record
from kneecoach.domain.flag import URGENCY


def red_flags(record: Record, now: datetime) -> list[Finding]:
    """Every finding of the red-flag rules at `now`, in the order of the rules."""
    _ = now
    return [
        Finding("FLAG", Level.SEEK_CARE, URGENCY[entry.flag], entry.flag.value, "", (), "", "")
        for entry in record.flags
        if entry.is_open
    ]
