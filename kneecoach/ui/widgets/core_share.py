"""How often something dear may be done, so that it takes a share of a core at most, however slow the computer is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic, thread_time


class CoreShare:
    """`share` is of one core, above 0 and up to 1.

    `now` is a clock and `used` tells what this thread has had of a core, both in seconds.
    """

    def __init__(
        self, share: float, *, now: Callable[[], float] = monotonic, used: Callable[[], float] = thread_time
    ) -> None:
        self._share = share
        self._now = now
        self._used = used
        self._free_from = now()

    @property
    def free(self) -> bool:
        """Whether it may be done now."""
        return self.wait_s <= 0

    @property
    def wait_s(self) -> float:
        """How long until it may be done again, 0 when it may be done now."""
        return max(0.0, self._free_from - self._now())

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Around each time that it is done, allowed or not: the longer it takes, the longer the rest after it."""
        begun, before = self._now(), self._used()
        yield
        took = self._used() - before
        self._free_from = max(self._free_from, begun) + took / self._share
