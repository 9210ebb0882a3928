"""Kills the probe at random moments and counts what is lost: `python -m tests.torture [SECONDS]`."""

import sys

from tests.torture.killing import torment

SECONDS = 60.0


def main(arguments: list[str]) -> int:
    """Torment a folder of its own and print one line; 1 when an acknowledged set was lost or a start went wrong."""
    seconds = float(arguments[0]) if arguments else SECONDS
    found = torment(seconds=seconds)
    print(found.line)
    return 0 if found.kills and not found.failures else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
