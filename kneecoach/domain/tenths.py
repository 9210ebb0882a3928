"""One way of rounding for every mean of pain that is shown."""

from fractions import Fraction


def tenths(mean: Fraction) -> str:
    """A number from 0 up with one decimal, half up: 5.25 is "5.3"."""
    whole = (20 * mean.numerator + mean.denominator) // (2 * mean.denominator)
    return f"{whole // 10}.{whole % 10}"
