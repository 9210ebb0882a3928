"""A drawing as the text of an SVG picture."""

from kneecoach.figure.palette import Ink, Palette
from kneecoach.figure.shapes import Drawing, Shape
from kneecoach.figure.strokes import Polygon


def svg(drawing: Drawing, colours: Palette, *, ground: bool = True) -> str:
    """The picture as one SVG document, with its own ground unless told otherwise."""
    size = f"{drawing.width:g} {drawing.height:g}"
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}">']
    if ground:
        lines.append(f'<rect width="100%" height="100%" fill="{_hex(colours, Shape(Ink.GROUND, ()))}"/>')
    for number, shape in enumerate(drawing.shapes):
        clip = ""
        if shape.clip:
            clip = f' clip-path="url(#c{number})"'
            lines.append(f'<clipPath id="c{number}"><path d="{_path(shape.clip)}"/></clipPath>')
        opacity = colours.colour(shape.ink, over=shape.over)[3]
        faint = f' fill-opacity="{opacity / 255:.3f}"' if opacity < 255 else ""  # noqa: PLR2004 - of a byte
        lines.append(f'<path fill="{_hex(colours, shape)}"{faint}{clip} d="{_path(shape.polygons)}"/>')
    return "\n".join([*lines, "</svg>\n"])


def _hex(colours: Palette, shape: Shape) -> str:
    return "#" + bytes(colours.colour(shape.ink, shape.far, shape.over)[:3]).hex()


def _path(polygons: tuple[Polygon, ...]) -> str:
    return "".join("M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in polygon) + "Z" for polygon in polygons)
