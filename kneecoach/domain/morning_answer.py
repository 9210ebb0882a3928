"""Rule R13: what a morning says of the run or session of the day before."""

import math
from enum import Enum
from fractions import Fraction

from kneecoach.domain.dosage import MOST_PAIN
from kneecoach.domain.pain import Amount


class Outcome(Enum):
    """What follows for the next run, the gravest last. Only OK says that the knee took it well."""

    USUAL_UNKNOWN = "usual_unknown"
    SWELLING_UNKNOWN = "swelling_unknown"
    MASKED = "masked"
    OK = "ok"
    CAUTION = "caution"
    REST = "rest"
    SWOLLEN = "swollen"


def outcome(
    pain: int,
    swelling: Amount | None,
    usual: Fraction | None,
    before: int | None = None,
    *,
    rest_above: int,
    masked: bool = False,
) -> Outcome:
    """R13 for a morning's `pain`, beside the `usual` morning of the day before it; None is not known.

    `rest_above` the usual morning is a day without running; anything above it is "repeat or shorten".
    Where there is no usual morning, the pain is measured by the least pain said `before` what it closes. `masked` says
    whether a painkiller was taken before that (R24). Swelling that was not told reassures nobody. Clear swelling is
    R09, which the diary's record decides.
    """
    if swelling is Amount.CLEAR:
        return Outcome.SWOLLEN
    if swelling is Amount.LITTLE or (usual is not None and pain >= usual + rest_above):
        return Outcome.REST
    level = usual if usual is not None else before
    if level is not None and pain > level:
        return Outcome.CAUTION
    if usual is None:
        return Outcome.USUAL_UNKNOWN
    if masked:
        return Outcome.MASKED
    return Outcome.OK if swelling is Amount.NONE else Outcome.SWELLING_UNKNOWN


def caution_from(usual: Fraction) -> int | None:
    """The least score that is above the usual morning; None when the scale ends before it."""
    return _on_scale(math.floor(usual) + 1)


def rest_from(usual: Fraction, rest_above: int) -> int | None:
    """The least score from which it is a day without running; None when the scale ends before it."""
    return _on_scale(math.ceil(usual + rest_above))


def _on_scale(score: int) -> int | None:
    return score if score <= MOST_PAIN else None
