"""One line of the bench: what KneeCoach takes beside what the smallest program takes."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """`ours` and `floor` are in `unit`. Target and limit are of their ratio, or of `ours` when it says so."""

    what: str
    unit: str
    ours: float
    floor: float
    target: float
    limit: float
    of_ratio: bool = True

    @property
    def ratio(self) -> float:
        return self.ours / self.floor

    @property
    def measured(self) -> float:
        """What target and limit speak of."""
        return self.ratio if self.of_ratio else self.ours

    @property
    def verdict(self) -> str:
        if self.broken:
            return "BROKEN"
        return "ok" if self.measured <= self.target else "over target"

    @property
    def broken(self) -> bool:
        return self.measured > self.limit


HEAD = ("what", "ours", "floor", "ratio", "target", "limit", "verdict")


def table(lines: Sequence[Line]) -> str:
    rows = [HEAD, *(_cells(line) for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return "\n".join("  ".join(_padded(row, widths)).rstrip() for row in rows)


def _cells(line: Line) -> tuple[str, ...]:
    bound = "x" if line.of_ratio else f" {line.unit}"
    return (
        line.what,
        f"{line.ours:.4g} {line.unit}",
        f"{line.floor:.4g} {line.unit}",
        f"{line.ratio:.2f}x",
        f"{line.target:g}{bound}",
        f"{line.limit:g}{bound}",
        line.verdict,
    )


def _padded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    first, *numbers, verdict = row
    padded = [cell.rjust(width) for cell, width in zip(numbers, widths[1:-1], strict=True)]
    return [first.ljust(widths[0]), *padded, verdict]
