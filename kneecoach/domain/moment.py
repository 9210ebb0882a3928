"""A moment as the session is told it; alone in its module because the first window needs it and nothing else."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """Seconds of the monotonic and of the boot-time clock; only the boot-time clock runs while a laptop sleeps."""

    monotonic: float
    boot: float
