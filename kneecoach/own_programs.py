"""How the programs are called that do what might never answer: the speaker, and Python for a short look."""

import sys
from pathlib import Path


def neutral_folder() -> str:
    """Where programs are started that need no folder: nobody leaves a file there that they might take for their own."""
    return Path(sys.executable).anchor


def python_command(*arguments: str) -> tuple[str, ...]:
    """Python on `arguments`, which imports nothing from the folder that happens to be the current one."""
    return (sys.executable, "-P", *arguments)


def speaker_command() -> tuple[str, ...]:
    """The speaker, which imports nothing of ours and so can be run as a file by itself."""
    return python_command(str(Path(__file__).resolve().parent / "ui" / "speaker.py"))
