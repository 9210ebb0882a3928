"""Which phases are another one played backwards: their pictures, but for the arrows, are the same ones."""

from kneecoach.figure.movement import Ease, Movement, MovementPhase

EVEN = frozenset({Ease.SOFT, Ease.IN_OUT, Ease.LINEAR})
"""Ways of moving that look the same from either end."""


def backwards(movement: Movement) -> dict[int, int]:
    """For a phase that is an earlier one played backwards, that earlier one."""
    found: dict[int, int] = {}
    if movement.travels:
        return found
    for index, phase in enumerate(movement.phases):
        for earlier in range(index):
            if _is_reverse(phase, movement.phases[earlier]) and _looks_alike(movement, index, earlier):
                found[index] = earlier
                break
    return found


def _is_reverse(phase: MovementPhase, other: MovementPhase) -> bool:
    return (
        not phase.still
        and (phase.start, phase.end) == (other.end, other.start)
        and phase.ease is other.ease
        and phase.ease in EVEN
        and (phase.lift, phase.lift_pitch) == (other.lift, other.lift_pitch)
        and phase.breaths is other.breaths is None
    )


def _looks_alike(movement: Movement, one: int, other: int) -> bool:
    """The same muscles are lit."""
    return all(lit.lit_in(one) == lit.lit_in(other) for lit in movement.muscles)
