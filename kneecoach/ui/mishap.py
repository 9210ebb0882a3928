"""When KneeCoach itself makes a mistake: nothing is lost, one sentence, and a log without personal data."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from kneecoach.domain.errors import KneeCoachError

LOG = "errors.log"
MAX_LOG_BYTES = 200_000
SENTENCE = (
    "KneeCoach made a mistake and went back to Today. Everything saved before is safe. "
    "The file errors.log in the data folder says where, without anything about you."
)


class Mishap:
    """Called in place of Python's own hook. `tell` pauses what runs and shows the sentence."""

    def __init__(self, folder: Path, tell: Callable[[str], None], stamp: Callable[[], str]) -> None:
        self._folder, self._tell, self._stamp = folder, tell, stamp
        self._telling = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        expected = isinstance(error, KneeCoachError)
        if not expected:
            self._write(kind, trace)
        if self._telling:
            return
        self._telling = True
        try:
            self._tell(str(error) if expected else SENTENCE)
        finally:
            self._telling = False

    def _write(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """Places in the code and the kind of error; no message, no value: those may hold a name or a score."""
        from traceback import extract_tb  # noqa: PLC0415

        places = [f"  {Path(at.filename).name}:{at.lineno} {at.name}" for at in extract_tb(trace)]
        text = "\n".join([f"{self._stamp()} {kind.__name__}", *places, ""])
        path = self._folder / LOG
        try:
            if path.exists() and path.stat().st_size > MAX_LOG_BYTES:
                path.unlink()
            handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(handle, "a", encoding="utf-8") as log:
                log.write(text)
        except OSError:
            # A full disk must not hide the sentence
            return
