"""What can go wrong, each with one sentence that the person can read and act on."""


class KneeCoachError(Exception):
    """Carries one sentence for the person; never shown with a traceback."""


class InvalidInput(KneeCoachError):
    """A value was refused before anything changed (exit code 2)."""


class NotAllowed(KneeCoachError):
    """`may_start` refused the session; the sentence says what to do instead (exit code 2)."""


class CannotStart(KneeCoachError):
    """KneeCoach can't work in this data folder; nothing was changed (exit code 3)."""


class AlreadyOpen(CannotStart):
    """Another KneeCoach holds the data folder."""


class TooNew(CannotStart):
    """The data was written by a newer version of KneeCoach."""


class DiskTrouble(CannotStart):
    """The disk refused a read or a write: full, read-only, or failing. What was saved before is safe."""
