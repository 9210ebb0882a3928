"""A skip, a step back or a jump on the ruler can be taken back for some seconds."""

from kneecoach.domain.session import Playing

UNDO_S = 8.0


class Jump:
    """Where the last one came from, and until when it can be taken back. Times are of a clock that only goes on."""

    def __init__(self) -> None:
        self._left: Playing | None = None
        self._reached = 0
        self._until = 0.0

    def made(self, left: Playing, reached: Playing, seconds: float) -> None:
        """From where to where; a control that moved nothing is none."""
        there, here = (left.planned.index, left.working), (reached.planned.index, reached.working)
        if reached.ended or (there == here and reached.elapsed_s >= left.elapsed_s):
            return
        self._left, self._reached, self._until = left, reached.planned.index, seconds + UNDO_S

    def take(self, seconds: float, at: int) -> Playing | None:
        """Where to go back to, once."""
        left = self._left if self.undoable(seconds, at) else None
        self._left = None
        return left

    def undoable(self, seconds: float, at: int) -> bool:
        """Not after the session left the set it came to: a pain may have ended the exercise."""
        if seconds >= self._until or at != self._reached:
            self._left = None
        return self._left is not None
