"""The thresholds of the rules, as a file has them."""

import tomllib
from dataclasses import fields
from functools import cache
from pathlib import Path

from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.errors import InvalidInput
from kneecoach.paths import resource


def read_profile(file: Path) -> Profile:
    """The profile in this file; `InvalidInput` in a sentence when it is not a whole and sound one."""
    try:
        given = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, tomllib.TOMLDecodeError):
        raise InvalidInput(f"The thresholds in {file.name} can't be read.") from None
    names = [field.name for field in fields(Profile)]
    if missing := [name for name in names if name not in given]:
        raise InvalidInput(f"The thresholds in {file.name} lack {missing[0]}.")
    if unknown := [name for name in given if name not in names]:
        raise InvalidInput(f"The thresholds in {file.name} have {unknown[0]}, which is none.")
    if not isinstance(given["name"], str):
        raise InvalidInput(f"The thresholds in {file.name} have no name.")
    return Profile(**given)


def default_profile() -> Profile:
    """What KneeCoach itself goes by."""
    return _shipped(resource("advice/default.toml"))


@cache
def _shipped(file: Path) -> Profile:
    """Read once: every entry that is kept asks for it, and nothing shipped changes while it runs."""
    return read_profile(file)
