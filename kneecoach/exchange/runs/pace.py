"""How far a reading has got, told to whoever waits, and whether it is called off."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from kneecoach.exchange.runs.limits import Cancelled

LOOKS_EVERY = 500
Item = TypeVar("Item")


class Pace:
    """Counts files. An archive counts as one until it is known how many it holds."""

    def __init__(
        self, total: int, progress: Callable[[int, int | None, str], None], cancelled: Callable[[], bool]
    ) -> None:
        self.done = 0
        self.cancelled = cancelled
        self._total = total
        self._progress = progress

    def expect(self, files: int) -> None:
        """What counted as one are so many."""
        self._total += files - 1

    def begin(self, name: str) -> None:
        """The next file; `Cancelled` instead when the reading was called off."""
        if self.cancelled():
            raise Cancelled
        self._progress(self.done, self._total, name)
        self.done += 1

    def watching(self, items: Iterator[Item]) -> Iterator[Item]:
        """The items as they come, for a long look through a file; `Cancelled` when that is called off."""
        for number, item in enumerate(items):
            if number % LOOKS_EVERY == 0 and self.cancelled():
                raise Cancelled
            yield item

    def end(self) -> None:
        """There are no more files."""
        self._progress(self._total, self._total, "")
