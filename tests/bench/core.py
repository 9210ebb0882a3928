"""How long a thread stood ready to run while others had its core."""

from pathlib import Path

SCHEDULED = Path("/proc/thread-self/schedstat")


def others_had_it_s() -> float:
    """Seconds since this thread began; 0.0 where the system does not tell, and then what others do counts as ours."""
    try:
        _ran, waited, _turns = SCHEDULED.read_text().split()
    except OSError:
        return 0.0
    return int(waited) / 1e9
