"""How large the player's words and figures are, as shares of the window's height: at arm's length and from afar."""

from dataclasses import dataclass

Digits = tuple[float, float]
"""Size and tracking of the large figure."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """`parts` scales the side boxes, the pips and the ruler, which know their own shares."""

    name: float
    long_name: float
    set_of: float
    unit: float
    target: float
    phase: float
    timed_phase: float
    lead: float
    cue: float
    cue_lines: int
    seconds: Digits
    minutes: Digits
    reps: Digits
    parts: float
    rest_word: float
    next_word: float
    next_name: float
    place: float


NEAR = Sizes(
    name=0.06,
    long_name=0.048,
    set_of=0.04,
    unit=0.04,
    target=0.09,
    phase=0.10,
    timed_phase=0.065,
    lead=0.09,
    cue=0.036,
    cue_lines=2,
    seconds=(0.46, -0.045),
    minutes=(0.39, -0.03),
    reps=(0.44, -0.045),
    parts=1.0,
    rest_word=0.09,
    next_word=0.028,
    next_name=0.054,
    place=0.046,
)
FAR = Sizes(
    name=0.075,
    long_name=0.062,
    set_of=0.062,
    unit=0.062,
    target=0.12,
    phase=0.12,
    timed_phase=0.09,
    lead=0.11,
    cue=0.062,
    cue_lines=2,
    seconds=(0.56, -0.045),
    minutes=(0.50, -0.03),
    reps=(0.56, -0.045),
    parts=1.3,
    rest_word=0.11,
    next_word=0.06,
    next_name=0.075,
    place=0.062,
)
"""Read from three metres: no word is smaller than six hundredths of the height."""
