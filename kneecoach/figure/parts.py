"""Parts of the figure and how one is painted: its rim, then its shaded side, then what is in the light."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kneecoach.figure.camera import Projection
from kneecoach.figure.outline import Trace, trace
from kneecoach.figure.palette import Ink
from kneecoach.figure.shapes import Shape
from kneecoach.figure.solid import Section
from kneecoach.figure.strokes import Polygon

RIM_HALF = 0.00375
"""Half the width of the outline, in body heights: it goes that far beyond the body."""
LEAST_RIM_PX = 0.8


@dataclass(slots=True)
class Piece:
    """A row of sections in one cloth. The rim begins at section `rim_from`, so that a limb grows out of the body.

    `flat` has no light of its own. Pieces of a lower `run` come first. Its shaded side begins at section `shade_from`:
    a piece that goes on over another one of its colour has no edge there.
    `crosses_from` is the first section that can cross another limb, `crossed_from` that can be crossed. `main` is the
    one that stands for the whole.
    """

    sections: Sequence[Section]
    light: Ink
    shade: Ink
    rim_from: int = 0
    shade_from: int = 0
    rimmed: bool = True
    flat: bool = False
    flat_end: bool = False
    run: int = 0
    main: bool = False
    crosses_from: int = 0
    crossed_from: int = 0
    traces: list[Trace] = field(default_factory=list)

    def seen(self, view: Projection) -> None:
        if not self.traces:
            self.traces = trace([view.blob(section) for section in self.sections], flat_end=self.flat_end)

    def filled(self, grow: float = 0.0, first: int = 0) -> list[Polygon]:
        return [polygon for found in self.traces if (polygon := found.outline(grow, first))]

    def lit(self) -> list[Polygon]:
        return [found.lit() for found in self.traces]


@dataclass(slots=True)
class Part:
    """Pieces of one depth. `merged` pieces show one outline: all shades first, then all lights.

    `far` is how far back it looks. `before` and `after` are shapes painted around it, clipped to it or not.
    """

    depth: float
    pieces: list[Piece]
    far: float = 0.0
    merged: bool = False
    before: list[Shape] = field(default_factory=list)
    after: list[Shape] = field(default_factory=list)

    def crossing(self, view: Projection, grow: float = 0.0, ink: Ink | None = None) -> list[Polygon]:
        """All but the root: what crosses another limb, so much wider, or (0) can be crossed; of one cloth if named."""
        out: list[Polygon] = []
        for piece in self.pieces:
            if piece.rimmed and ink in (None, piece.light):
                piece.seen(view)
                first = piece.crosses_from if grow else piece.crossed_from
                out += piece.filled(grow, first)
        return out

    def silhouette(self, view: Projection, grow: float = 0.0, ink: Ink | None = None) -> list[Polygon]:
        """All that its pieces cover (those of one cloth, if named)."""
        out: list[Polygon] = []
        for piece in self.pieces:
            if ink is None or piece.light == ink:
                piece.seen(view)
                out += piece.filled(grow)
        return out

    def shapes(self, view: Projection) -> list[Shape]:
        rim_px = max(LEAST_RIM_PX, RIM_HALF * view.scale)
        for piece in self.pieces:
            piece.seen(view)
        out = list(self.before)
        rim = [polygon for piece in self.pieces if piece.rimmed for polygon in piece.filled(rim_px, piece.rim_from)]
        if rim:
            out.append(Shape(Ink.RIM, tuple(rim), self.far))
        if self.merged:
            for run in sorted({piece.run for piece in self.pieces}):
                out += self._together([piece for piece in self.pieces if piece.run == run])
        else:
            for piece in self.pieces:
                out += self._together([piece])
        return out + self.after

    def _together(self, pieces: Sequence[Piece]) -> list[Shape]:
        shades = joined([(piece.shade, piece.filled(0.0, piece.shade_from)) for piece in pieces], self.far)
        lights = joined([(piece.light, piece.lit()) for piece in pieces if not piece.flat], self.far)
        return shades + lights


def joined(inked: Iterable[tuple[Ink, list[Polygon]]], far: float) -> list[Shape]:
    """One shape for neighbours of the same colour."""
    out: list[tuple[Ink, list[Polygon]]] = []
    for ink, polygons in inked:
        if out and out[-1][0] is ink:
            out[-1][1].extend(polygons)
        else:
            out.append((ink, list(polygons)))
    return [Shape(ink, tuple(polygons), far) for ink, polygons in out]
