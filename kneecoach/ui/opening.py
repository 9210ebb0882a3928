"""What `kneecoach start` asks of the window, beyond being opened."""

from dataclasses import dataclass

from kneecoach.domain.exercise import Side
from kneecoach.domain.routine import Routine


@dataclass(frozen=True, slots=True)
class Opening:
    """Go straight to the check-in for `routine`, None for what is used before runs; with `resume` to the session left.

    With neither `resume` nor `discard` a session that was left stays a question, asked on Today. `first` and `pain`
    are None when they were not said. What needs a thing that the person has none of is left out unless `whole`. With
    `returning` it is the page of returning to running, and nothing of the rest is read.
    """

    routine: Routine | None = None
    first: Side | None = None
    pain: int | None = None
    resume: bool = False
    discard: bool = False
    whole: bool = False
    returning: bool = False
