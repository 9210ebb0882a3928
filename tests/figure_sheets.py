"""`python3 dev.py figure NAME...|--all`: draws the coach, six frames of every exercise, into build/figures.

Look at them after every change to a pose or to the drawing.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from kneecoach.exchange.movements import load_movement
from kneecoach.figure.drawing import Scene
from kneecoach.figure.movement import Moment, Movement, MovementError, View
from kneecoach.figure.palette import Ink, Palette, palette
from kneecoach.figure.svg import svg
from kneecoach.paths import resource
from kneecoach.ui.figure_painting import Colours, paint_drawing

OUT = Path(__file__).resolve().parent.parent / "build" / "figures"
FRAMES = 6
SIZE = (300, 260)
ALL = "all"


def every_name() -> list[str]:
    folder = resource("movements/shared_poses.json").parent
    return sorted(path.stem for path in folder.glob("*.json") if path.stem != "shared_poses")


def moments(movement: Movement, frames: int = FRAMES) -> list[Moment]:
    """Evenly over the loop, each in the middle of its share."""
    return [movement.at_second(movement.seconds * (i + 0.5) / frames) for i in range(frames)]


def sheet(movements: Sequence[Movement], chosen: argparse.Namespace) -> QImage:
    width, height = chosen.size
    shown = {m.exercise: [m.hero] if chosen.hero else moments(m, chosen.frames) for m in movements}
    columns = chosen.columns or max(len(row) for row in shown.values())
    cells = [(m, moment) for m in movements for moment in shown[m.exercise]]
    rows = -(-len(cells) // columns)
    image = QImage(width * columns, height * rows, QImage.Format.Format_ARGB32_Premultiplied)
    colours = palette(dark=chosen.dark, surface=chosen.surface)
    image.fill(QColor(*colours.colour(Ink.GROUND)))
    painter = QPainter(image)
    scenes = {m.exercise: Scene.of(m, width, height, chosen.view) for m in movements}
    for number, (movement, moment) in enumerate(cells):
        place = QRectF(number % columns * width, number // columns * height, width, height)
        _cell(painter, place, scenes[movement.exercise], moment, colours, chosen)
    painter.end()
    return image


def _cell(
    painter: QPainter, place: QRectF, scene: Scene, moment: Moment, colours: Palette, chosen: argparse.Namespace
) -> None:
    painter.save()
    painter.translate(place.topLeft())
    painter.setClipRect(QRectF(0, 0, place.width(), place.height()))
    paint_drawing(painter, scene.drawing(moment, mirrored=chosen.mirrored, arrows=not chosen.bare), Colours(colours))
    painter.restore()
    if not chosen.bare:
        painter.setPen(QColor("#808080"))
        phase = scene.movement.phases[moment.phase]
        text = f"{scene.movement.exercise}  {phase.name} {moment.progress:.2f}"
        painter.drawText(place.adjusted(6, 4, 0, 0), Qt.AlignmentFlag.AlignLeft, text)


def size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


def options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py figure", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="exercises; more than one go onto one sheet")
    parser.add_argument("--all", action="store_true", help="a sheet of every exercise")
    parser.add_argument("--dark", action="store_true", help="in the dark theme")
    parser.add_argument("--surface", action="store_true", help="on the ground of a card")
    parser.add_argument("--mirrored", action="store_true", help="the other side")
    parser.add_argument("--view", type=View, choices=list(View), help="the camera, else the main one")
    parser.add_argument("--hero", action="store_true", help="only the still picture")
    parser.add_argument("--bare", action="store_true", help="without arrows and words, for a stranger to name")
    parser.add_argument("--size", type=size, default=SIZE, help="of one frame, as 900x600")
    parser.add_argument("--frames", type=int, default=FRAMES, help="frames of one exercise")
    parser.add_argument("--columns", type=int, help="frames beside each other, else one row an exercise")
    parser.add_argument("--svg", action="store_true", help="the still pictures as SVG instead")
    parser.add_argument("--out", type=Path, default=OUT, help="the folder to write to")
    parser.add_argument("--apart", action="store_true", help="one sheet for every exercise")
    return parser.parse_args(argv)


def loaded(name: str) -> Movement | None:
    """The movement; one that is wrong is named and left out."""
    try:
        return load_movement(name)
    except MovementError as wrong:
        print(wrong, file=sys.stderr)
        return None


def main(argv: Sequence[str]) -> int:
    chosen = options(argv)
    names = every_name() if chosen.all or not chosen.names else chosen.names
    movements = [movement for name in names if (movement := loaded(name)) is not None]
    if not movements:
        print(f"Known are {', '.join(every_name())}.", file=sys.stderr)
        return 2
    chosen.out.mkdir(parents=True, exist_ok=True)
    if chosen.svg:
        return write_svg(movements, chosen)
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    sheets = [[m] for m in movements] if chosen.apart else [movements]
    for movements_of_sheet in sheets:
        name = ALL if len(movements_of_sheet) > 3 else "-".join(m.exercise for m in movements_of_sheet)
        suffix = "".join(
            f"_{word}" for word in ("dark", "surface", "mirrored", "hero", "bare") if getattr(chosen, word)
        )
        path = chosen.out / f"{name}{suffix}{f'_{chosen.view.value}' if chosen.view else ''}.png"
        sheet(movements_of_sheet, chosen).save(str(path))
        print(path)
    del application
    return 0


def write_svg(movements: Sequence[Movement], chosen: argparse.Namespace) -> int:
    colours = palette(dark=chosen.dark, surface=chosen.surface)
    for movement in movements:
        drawing = Scene.of(movement, *chosen.size, chosen.view).drawing(movement.hero, mirrored=chosen.mirrored)
        path = chosen.out / f"{movement.exercise}.svg"
        path.write_text(svg(drawing, colours), encoding="utf-8")
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
