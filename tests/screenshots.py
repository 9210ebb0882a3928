"""`python3 dev.py screenshots`: every page with made-up data, light, dark and small, into docs/screenshots/."""

import os
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

# Before Qt is imported: pictures are the same on every machine
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QWidget

from kneecoach.domain.settings import Theme
from kneecoach.ui.theme import new_application
from tests.exact import show_exactly
from tests.scenes import SCENES, Scene, settle

INTO = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
LOOKS = ((Theme.LIGHT, (1280, 800)), (Theme.DARK, (1280, 800)), (Theme.LIGHT, (1024, 640)))
COLOURS = 256
FOLDER = Path(tempfile.gettempdir()) / "kneecoach"


def seen(window: QWidget) -> QPixmap:
    """The window with the dialog that is open over it, the coach exactly at the moment it stands at."""
    show_exactly(window)
    picture = window.grab()
    for dialog in (one for one in window.findChildren(QDialog) if one.isVisible()):
        over = dialog.grab()
        painter = QPainter(picture)
        painter.drawPixmap((picture.width() - over.width()) // 2, (picture.height() - over.height()) // 2, over)
        painter.end()
    return picture


def save(widget: QWidget, path: Path) -> None:
    """With its own 256 commonest colours: pages are flat, and the repository keeps every version."""
    settle()
    image = seen(widget).toImage().convertToFormat(QImage.Format.Format_RGB32)
    commonest = Counter(memoryview(image.constBits()).cast("I")).most_common(COLOURS)
    table = [colour | 0xFF000000 for colour, _ in commonest]
    plain = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    image.convertToFormat(QImage.Format.Format_Indexed8, table, plain).save(str(path), "PNG", 0)


def _fresh(folder: Path) -> Path:
    """Always the same one, because Settings shows it."""
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def main(names: list[str]) -> int:
    """Only the scenes that are named, else all."""
    app = new_application("kneecoach")
    INTO.mkdir(parents=True, exist_ok=True)
    for theme, size in LOOKS:
        for show in [one for one in SCENES if not names or one.__name__ in names]:
            scene = Scene(_fresh(FOLDER), theme, size)
            for name in show(scene):
                save(scene.window, INTO / f"{name}_{theme.value}_{size[0]}x{size[1]}.png")
            scene.close()
    _fresh(FOLDER)
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
