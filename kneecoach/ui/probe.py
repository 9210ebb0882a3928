"""What the doctor has looked at in a process of its own: Qt ends its program when it finds no display, and a sound
server may never answer.
"""

import sys
from collections.abc import Sequence


def window() -> str:
    """Where a window would open."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    app = QGuiApplication(["kneecoach"])
    return f"{app.platformName()} with {len(app.screens())} screen(s)"


def sound() -> str:
    """What can be heard on; empty when nothing."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415
    from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415

    app = QCoreApplication(["kneecoach"])
    names = ", ".join(device.description() for device in QMediaDevices.audioOutputs())
    del app
    return names


def awake() -> str:
    """By what the screen is kept on; empty when nothing promises it."""
    from wakepy import keep  # noqa: PLC0415

    said = ""
    with keep.presenting(on_fail="pass") as mode:
        if mode.active:
            said = str(mode.method)
    return said


LOOKS = {"window": window, "sound": sound, "awake": awake}


def main(arguments: Sequence[str]) -> int:
    """Look at one of them."""
    sys.stdout.write(f"{LOOKS[arguments[0]]()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
