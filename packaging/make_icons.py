"""Turn the drawn icons (the inside of an SVG each) into absolute M, L, C and Z paths that need no SVG reader."""

import json
import re
from pathlib import Path

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

DRAWN = Path(__file__).resolve().parent / "drawn_icons.json"
TARGET = Path(__file__).resolve().parent.parent / "resources" / "icons" / "icons.json"
KAPPA = 0.5522847498
LETTERS = {"moveTo": "M", "lineTo": "L", "curveTo": "C"}


def number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def absolute(d: str) -> str:
    pen = RecordingPen()
    parse_path(d, pen)
    parts = []
    for verb, points in pen.value:
        if verb == "closePath":
            parts.append("Z")
        elif verb in LETTERS:
            parts.append(LETTERS[verb] + " ".join(f"{number(x)} {number(y)}" for x, y in points))
    return " ".join(parts)


def circle(cx: float, cy: float, r: float) -> str:
    k = r * KAPPA
    left, right, top, bottom = cx - r, cx + r, cy - r, cy + r
    return (
        f"M{left} {cy} C{left} {cy - k} {cx - k} {top} {cx} {top} C{cx + k} {top} {right} {cy - k} {right} {cy} "
        f"C{right} {cy + k} {cx + k} {bottom} {cx} {bottom} C{cx - k} {bottom} {left} {cy + k} {left} {cy} Z"
    )


def rectangle(x: float, y: float, width: float, height: float) -> str:
    return f"M{x} {y} h{width} v{height} h{-width} Z"


def shapes(inner: str) -> list[dict[str, object]]:
    """Each element as {"d", "width" of its stroke, "filled"}."""
    found = []
    for tag, body in re.findall(r"<(path|circle|rect) ([^>]*?)/>", inner):
        attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', body))
        if tag == "path":
            d = attributes["d"]
        elif tag == "circle":
            d = circle(*(float(attributes[key]) for key in ("cx", "cy", "r")))
        else:
            d = rectangle(*(float(attributes[key]) for key in ("x", "y", "width", "height")))
        found.append(
            {"d": absolute(d), "width": float(attributes.get("stroke-width", 1.6)), "filled": "fill" in attributes}
        )
    return found


def main() -> None:
    drawn = json.loads(DRAWN.read_text(encoding="utf-8"))["icons"]
    lines = [f"  {json.dumps(name)}: {json.dumps(shapes(inner))}" for name, inner in sorted(drawn.items())]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
