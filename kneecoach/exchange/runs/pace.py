"""How far a reading has got, told to whoever waits, and whether it is called off."""

from collections.abc import Callable

from kneecoach.exchange.runs.limits import Cancelled


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

    def end(self) -> None:
        """There are no more files."""
        self._progress(self._total, self._total, "")
