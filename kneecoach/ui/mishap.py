"""When KneeCoach itself makes a mistake in the window: nothing is lost, and one sentence says what became of it."""

import sys
from collections.abc import Callable
from types import TracebackType

from kneecoach.domain.errors import KneeCoachError
from kneecoach.error_log import ErrorLog

MISTAKE = "KneeCoach made a mistake. Everything saved before is safe."
WENT_BACK = "KneeCoach made a mistake and went back to Today. Everything saved before is safe."
NOTED = "Where it happened is noted in errors.log, without anything about you."


class Mishap:
    """Called in place of Python's own hook."""

    def __init__(self, log: ErrorLog, give_up: Callable[[], bool], tell: Callable[[str], None]) -> None:
        """`give_up` leaves what runs and says whether it had to go back to Today for it; `tell` shows a sentence."""
        self._log, self._give_up, self._tell = log, give_up, tell
        self._telling = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        noted = not isinstance(error, KneeCoachError) and self._log.note(error) is not None
        if self._telling:
            return
        self._telling = True
        try:
            went_back = self._give_up()
            self._tell(str(error) if isinstance(error, KneeCoachError) else _said(went_back=went_back, noted=noted))
        finally:
            self._telling = False


def _said(*, went_back: bool, noted: bool) -> str:
    sentence = WENT_BACK if went_back else MISTAKE
    return f"{sentence} {NOTED}" if noted else sentence
