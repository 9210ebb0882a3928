"""Starts KneeCoach as its command does, and ends it when Today has been painted for the first time.

usage: first_today.py FOLDER [--look]

It prints its peak of memory in KiB. With --look it goes on for a second after the first paint and prints as JSON what
was painted, whether anything moved, and which heavy modules were loaded for it.
"""

import os
import sys

from kneecoach.cli import main as kneecoach


class OnceQtIsThere:
    """Sits in the way of imports: Qt must come when KneeCoach itself asks for it, and be watched from then on."""

    def __init__(self, *, look: bool) -> None:
        self._look = look

    def find_spec(self, name: str, *_more: object) -> None:
        if name.startswith("kneecoach.ui.") and "PySide6.QtWidgets" in sys.modules:
            sys.meta_path.remove(self)
            from first_paint import watch  # noqa: PLC0415

            watch(look=self._look)


def main() -> int:
    folder, *flags = sys.argv[1:]
    os.environ["KNEECOACH_DATA_DIR"] = folder
    sys.meta_path.insert(0, OnceQtIsThere(look="--look" in flags))
    return kneecoach([])


if __name__ == "__main__":
    sys.exit(main())
