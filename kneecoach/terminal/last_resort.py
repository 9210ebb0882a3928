"""When KneeCoach itself is at fault: one sentence for the person, and the place in the code into a file."""

import os
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

LOG = "errors.log"
LARGEST_LOG = 1_000_000
KEPT = "Something in KneeCoach went wrong, and it has ended. What was saved is safe; {where} says where it happened."
NOT_KEPT = "Something in KneeCoach went wrong, and it has ended. What was saved is safe."
_HERE = Path(__file__).resolve().parents[2]


class LastResort:
    """While it is entered no error gets out: `failed` says afterwards whether there was one.

    The file gets kinds of errors and lines of code only. Their messages stay out of it: names and scores may stand
    in them.
    """

    def __init__(self, folder: Path, warn: Callable[[str], None], now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._warn = warn
        self._now = now
        self.failed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        if error is None or not isinstance(error, Exception):
            return False
        self.failed = True
        path = self._folder / LOG
        self._warn(KEPT.format(where=path) if _written(path, told(error, self._now())) else NOT_KEPT)
        return True


def told(error: BaseException, at: datetime) -> str:
    """When, what kind of error, and where in the code; nothing that anybody typed."""
    lines = [f"{at.isoformat(timespec='seconds')} {_kinds(error)}"]
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        place = path.relative_to(_HERE) if path.is_relative_to(_HERE) else Path(path.name)
        lines.append(f"  {place}:{frame.lineno} {frame.name}")
    return "\n".join(lines) + "\n"


def _kinds(error: BaseException | None) -> str:
    names = []
    while error is not None:
        names.append(type(error).__name__)
        error = error.__cause__ or error.__context__
    return " from ".join(names)


def _written(path: Path, text: str) -> bool:
    try:
        large = path.exists() and path.stat().st_size > LARGEST_LOG
        flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if large else os.O_APPEND)
        with open(os.open(path, flags, 0o600), "a", encoding="utf-8") as log:  # noqa: PTH123
            log.write(text)
    except OSError:
        return False
    return True
