"""What comes out of reading files: a run or an activity, something that is no run, or a refusal with its reason."""

from dataclasses import dataclass
from typing import TypeAlias

from kneecoach.domain.activity import Activity
from kneecoach.domain.run import Run, RunKind

ALSO_HOLDS = "It also holds"
"""So begins what is said of the files beside the runs: nothing is amiss with them."""


@dataclass(frozen=True, slots=True)
class Found:
    """A run, or an activity where other activities were asked for. `file` is the name to show.

    `shoe` is the name that the file gives to the shoes, "" for none: whoever keeps the run finds the pair. `remark` is
    a sentence on what is amiss with it all the same, "" for nothing.
    """

    entry: Run | Activity
    file: str
    shoe: str = ""
    remark: str = ""

    @property
    def run(self) -> Run | None:
        """The run; None when it is another activity."""
        return self.entry if isinstance(self.entry, Run) else None

    @property
    def guessed(self) -> RunKind | None:
        """The kind of run that its name suggests, which the run has already; None when nothing does."""
        return self.entry.kind if isinstance(self.entry, Run) else None


@dataclass(frozen=True, slots=True)
class NotARun:
    """Something else than a run, in order: it stays out unless other activities are wanted. `why` is a sentence."""

    activity: Activity
    file: str
    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file, or one activity of it, that can't come in. `why` is one sentence for the person."""

    file: str
    why: str


@dataclass(frozen=True, slots=True)
class OfADiary(Refused):
    """A file that is a diary of ours, sound or not: it comes in another way."""


Outcome: TypeAlias = Found | NotARun | Refused
