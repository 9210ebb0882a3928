"""What can lie in the bin, why it does, and for how long."""

from enum import Enum

KEPT_DAYS = 30
"""How long what was deleted or changed can still be had back."""


class Kind(Enum):
    """What can be changed, deleted and had back."""

    PAIN = "pain"
    RUN = "run"
    ACTIVITY = "activity"
    MORNING = "morning"
    ICE = "ice"
    SUPPORT = "support"
    SESSION = "session"
    NOVELTY = "novelty"


class How(Enum):
    """Why something lies in the bin."""

    DELETED = "deleted"
    EDITED = "edited"
    UNDONE = "undone"
    """What an undo took back: having it back in turn is no further step into the past."""
