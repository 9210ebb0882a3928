"""How KneeCoach starts the parts of itself that run in a process of their own, since they might never answer."""

import sys
from pathlib import Path

SPEAKER, PROBE, READER = "speaker", "probe", "reader"
"""`ui/speaker.py`, `ui/probe.py` and `ui/reader.py`."""
OWN_PROGRAMS = frozenset({SPEAKER, PROBE, READER})
"""What a build in one file is told, in place of a command, in order to be one of them."""
ONCE = "once"
"""Told to the speaker that only says whether it could speak."""
OPENING_S = 8.0
"""A voice that takes longer to be found is none; a desktop that is busy starting up needs more than four seconds."""


def own_command(program: str, *arguments: str) -> tuple[str, ...]:
    """From source it is a file that finds what it needs itself, and nothing in the folder that is the current one."""
    if getattr(sys, "frozen", False):
        return (sys.executable, program, *arguments)
    return (sys.executable, "-P", str(Path(__file__).resolve().parent / "ui" / f"{program}.py"), *arguments)


def neutral_folder() -> str:
    """Where programs are started that need no folder: nobody leaves a file there that they might take for their own."""
    return Path(sys.executable).anchor
