"""When KneeCoach itself is at fault in the terminal: one sentence for the person, and an exit code."""

from collections.abc import Callable
from types import TracebackType
from typing import Self

from kneecoach.error_log import ErrorLog

KEPT = "Something in KneeCoach went wrong, and it has ended. What was saved is safe; {where} says where it happened."
NOT_KEPT = "Something in KneeCoach went wrong, and it has ended. What was saved is safe."


class LastResort:
    """While it is entered no error gets out."""

    def __init__(self, log: ErrorLog, warn: Callable[[str], None]) -> None:
        self._log = log
        self._warn = warn

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        if error is None or not isinstance(error, Exception):
            return False
        where = self._log.note(error)
        self._warn(KEPT.format(where=where) if where else NOT_KEPT)
        return True
