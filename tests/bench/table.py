"""One line of the bench: what KneeCoach takes beside what the smallest program takes."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """`ours` and `floor` are in `unit`. Without a floor the limit is on `ours` itself, else on the ratio of both."""

    what: str
    unit: str
    ours: float
    floor: float | None
    target: float | None
    limit: float | None

    @property
    def measured(self) -> float:
        """What the limit speaks of."""
        return self.ours if self.floor is None else self.ours / self.floor

    @property
    def verdict(self) -> str:
        if self.limit is None:
            return ""
        if self.measured > self.limit:
            return "BROKEN"
        return "ok" if self.target is None or self.measured <= self.target else "over target"

    @property
    def broken(self) -> bool:
        return self.limit is not None and self.measured > self.limit


HEAD = ("what", "ours", "floor", "ratio", "target", "limit", "verdict")


def table(lines: Sequence[Line]) -> str:
    rows = [HEAD, *(_cells(line) for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return "\n".join("  ".join(_padded(row, widths)).rstrip() for row in rows)


def _cells(line: Line) -> tuple[str, ...]:
    times = "" if line.floor is None else "x"
    return (
        line.what,
        f"{line.ours:.4g} {line.unit}",
        "" if line.floor is None else f"{line.floor:.4g} {line.unit}",
        "" if line.floor is None else f"{line.measured:.2f}x",
        "" if line.target is None else f"{line.target:g}{times}",
        "" if line.limit is None else f"{line.limit:g}{times}",
        line.verdict,
    )


def _padded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    first, *numbers, verdict = row
    padded = [cell.rjust(width) for cell, width in zip(numbers, widths[1:-1], strict=True)]
    return [first.ljust(widths[0]), *padded, verdict]
