"""What the window asks of the desktop around it."""

from pathlib import Path
from typing import Protocol


class Prompts(Protocol):
    """Whatever can show a folder to the person."""

    def open_folder(self, folder: Path) -> bool:
        """Show the folder in the desktop's file manager; False when the desktop has none."""


class DesktopPrompts:
    """Asks the desktop."""

    def open_folder(self, folder: Path) -> bool:
        """Show the folder in the desktop's file manager; False when the desktop has none."""
        from PySide6.QtCore import QUrl  # noqa: PLC0415
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
