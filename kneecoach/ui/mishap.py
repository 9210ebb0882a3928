"""When KneeCoach itself makes a mistake in the window: nothing is lost, one sentence, and Today again."""

import sys
from collections.abc import Callable
from types import TracebackType

from kneecoach.domain.errors import KneeCoachError
from kneecoach.error_log import ErrorLog

SENTENCE = "KneeCoach made a mistake and went back to Today. Everything saved before is safe."
KEPT = f"{SENTENCE} {{where}} says where it happened, without anything about you."


class Mishap:
    """Called in place of Python's own hook. `tell` pauses what runs and shows the sentence."""

    def __init__(self, log: ErrorLog, tell: Callable[[str], None]) -> None:
        self._log, self._tell = log, tell
        self._telling = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        sentence = str(error) if isinstance(error, KneeCoachError) else self._noted(error)
        if self._telling:
            return
        self._telling = True
        try:
            self._tell(sentence)
        finally:
            self._telling = False

    def _noted(self, error: BaseException) -> str:
        where = self._log.note(error)
        return KEPT.format(where=where) if where else SENTENCE
