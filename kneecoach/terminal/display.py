"""Whether a window can open here, found out in a child process, because Qt ends the program when it can't."""

import os
import select
import signal
import sys
from collections.abc import Mapping

NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
DEADLINE_S = 5.0
NO_DISPLAY = "No display was found here"
DEAD_DISPLAY = "The display does not answer"
NO_ANSWER = 99
# What Qt's window on X11 needs of the system, the last being the one that connects
NEEDED = (
    "libEGL.so.1",
    "libfontconfig.so.1",
    "libxkbcommon-x11.so.0",
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-randr.so.0",
    "libxcb-render-util.so.0",
    "libxcb-shape.so.0",
    "libxcb-sync.so.1",
    "libxcb-xfixes.so.0",
    "libxcb-xkb.so.1",
    "libxcb.so.1",
)


def display_trouble(environ: Mapping[str, str], platform: str = sys.platform) -> str:
    """Why no window can open, as the first half of a sentence; "" when one can, as far as a glance can tell."""
    if platform in {"win32", "darwin"}:
        return ""
    if not any(environ.get(name) for name in NAMES):
        return NO_DISPLAY
    wanted = environ.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if wanted and wanted != "xcb":
        return ""
    if environ.get("WAYLAND_DISPLAY") and wanted != "xcb" and wayland_answers(environ):
        return ""
    return _x11_trouble(environ.get("DISPLAY") or None)


def wayland_answers(environ: Mapping[str, str]) -> bool:
    """Whether somebody listens at the compositor's socket."""
    import socket  # noqa: PLC0415

    path = os.path.join(environ.get("XDG_RUNTIME_DIR", ""), environ["WAYLAND_DISPLAY"])  # noqa: PTH118
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(DEADLINE_S)
        try:
            connection.connect(path)
        except OSError:
            return False
    return True


def _x11_trouble(display: str | None) -> str:
    code = _in_a_child(display, DEADLINE_S)
    if code == 0:
        return ""
    if 1 <= code <= len(NEEDED):
        return f"The window needs {NEEDED[code - 1]}, which this computer lacks"
    return DEAD_DISPLAY


def _in_a_child(display: str | None, deadline_s: float) -> int:
    """What the child answers; a child that crashes or hangs counts as a display that does not answer."""
    ready, done = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover
        os.close(ready)
        os.write(done, bytes([_connect(display)]))
        os._exit(0)
    os.close(done)
    answered = select.select([ready], [], [], deadline_s)[0]
    answer = os.read(ready, 1) if answered else b""
    os.close(ready)
    if not answered:
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return answer[0] if answer else NO_ANSWER


def _connect(display: str | None) -> int:
    """0 when the X server lets us in; else the place in `NEEDED`, from 1, of what is missing, or `NO_ANSWER`."""
    # Only the child pays for this import
    import ctypes  # noqa: PLC0415

    for place, name in enumerate(NEEDED, start=1):
        try:
            library = ctypes.CDLL(name)
        except OSError:
            return place
    library.xcb_connect.restype = ctypes.c_void_p
    library.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    connection = library.xcb_connect(display.encode() if display else None, None)
    return NO_ANSWER if library.xcb_connection_has_error(connection) else 0
