"""How a program is installed on this computer, as one line that can be typed."""

import shutil
from collections.abc import Callable

COMMANDS = {
    "apt-get": "sudo apt install {}",
    "dnf": "sudo dnf install {}",
    "zypper": "sudo zypper install {}",
    "pacman": "sudo pacman -S {}",
    "apk": "sudo apk add {}",
    "brew": "brew install {}",
}
VOICE = "espeak-ng"


def install_command(program: str, which: Callable[[str], str | None] = shutil.which) -> str:
    """The command for the first installer that is found here; empty when none is known."""
    return next((command.format(program) for tool, command in COMMANDS.items() if which(tool)), "")


def voice_advice(trouble: str, which: Callable[[str], str | None] = shutil.which) -> str:
    """What to do where nothing speaks; empty where a voice is installed, and the `trouble` is another one."""
    if f"{VOICE} is not installed" not in trouble:
        return ""
    command = install_command(VOICE, which)
    return f"Install a voice: {command}" if command else f"Install {VOICE} to have a voice."
