"""How espeak-ng is found and called, and what is said where it does not work."""

import shutil
from pathlib import Path

BRISK_WORDS, CALM_WORDS = 175, 152
"""Words a minute."""
TRIED_WITH = "Ready."
NOT_INSTALLED = "espeak-ng is not installed."
CANNOT_WRITE = "espeak-ng could not write what it says."


def program() -> str:
    """The path of espeak-ng, or of its forerunner; empty when neither is installed."""
    return shutil.which("espeak-ng") or shutil.which("espeak") or ""


def command(program: str, file: Path, words: int = BRISK_WORDS) -> tuple[str, ...]:
    """Writes into `file` what it is told on its standard input, where no text can be taken for an option."""
    return (program, "-v", "en-gb", "-s", str(words), "-w", str(file), "--stdin")
