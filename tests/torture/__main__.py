"""Kills the probe and feeds it hostile files, and counts what is lost: `python -m tests.torture [SECONDS] [PART]`."""

import sys
from collections.abc import Callable

from tests.torture import importing, killing
from tests.torture.importing import torment_imports
from tests.torture.killing import torment

SECONDS = 60.0
Found = killing.Found | importing.Found
PARTS: dict[str, Callable[[float], Found]] = {
    "kill": lambda seconds: torment(seconds=seconds),
    "import": lambda seconds: torment_imports(seconds=seconds),
}


def main(arguments: list[str]) -> int:
    """Torment a folder of its own, a line for each part; 1 when a set was lost, a start or an import went wrong."""
    parts = [name for name in arguments if name in PARTS] or list(PARTS)
    seconds = next((float(text) for text in arguments if text not in PARTS), SECONDS)
    failed = False
    for name in parts:
        found = PARTS[name](seconds)
        print(f"{name}: {found.line}", flush=True)
        failed |= bool(found.failures) or (isinstance(found, killing.Found) and not found.kills)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
