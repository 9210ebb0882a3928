"""The file errors.log: where in KneeCoach something broke, and nothing about anybody."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

LOG = "errors.log"
LARGEST_BYTES = 1_000_000
_HERE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class ErrorLog:
    """Kept in `folder`, the data folder, or in the first of `spares` as long as that one can't be written.

    The file gets kinds of errors and lines of code only. Their messages stay out of it: names and scores may stand
    in them.
    """

    folder: Path
    spares: Callable[[], tuple[Path, ...]]
    now: Callable[[], datetime]

    def note(self, error: BaseException) -> Path | None:
        """Add one error; the file it went to, None when nothing here can be written."""
        text = told(error, self.now())
        # Making the data folder is for storage alone
        if _written(self.folder / LOG, text):
            return self.folder / LOG
        return next((spare / LOG for spare in self.spares() if _made(spare) and _written(spare / LOG, text)), None)


def told(error: BaseException, at: datetime) -> str:
    """When, what kind of error, and where in the code; nothing that anybody typed."""
    # Nobody needs it on a day without errors
    from traceback import extract_tb  # noqa: PLC0415

    lines = [f"{at.isoformat(timespec='seconds')} {_kinds(error)}"]
    for frame in extract_tb(error.__traceback__):
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


def _made(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return True


def _written(path: Path, text: str) -> bool:
    try:
        large = path.exists() and path.stat().st_size > LARGEST_BYTES
        # In a folder that is everyone's, somebody may have laid a link to another file
        flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | (os.O_TRUNC if large else os.O_APPEND)
        with os.fdopen(os.open(path, flags, 0o600), "a", encoding="utf-8") as log:
            log.write(text)
    except OSError:
        return False
    return True
