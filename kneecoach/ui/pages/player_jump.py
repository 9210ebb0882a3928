"""A jump on the ruler can be taken back for some seconds."""

UNDO_S = 8.0


class Jump:
    """Where the last jump came from, and until when it can be taken back. Times are of a clock that only goes on."""

    def __init__(self) -> None:
        self._back_to: int | None = None
        self._until = 0.0

    def made(self, left: int, seconds: float) -> None:
        self._back_to, self._until = left, seconds + UNDO_S

    def take(self) -> int | None:
        """Where to go back to, once."""
        back, self._back_to = self._back_to, None
        return back

    def undoable(self, seconds: float) -> bool:
        if seconds >= self._until:
            self._back_to = None
        return self._back_to is not None
