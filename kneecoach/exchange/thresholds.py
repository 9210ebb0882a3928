"""The thresholds of the rules as a file has them, in and out."""

import json
import re
import tomllib
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from kneecoach.domain.advice.profile import OURS, Profile
from kneecoach.domain.advice.threshold import THRESHOLDS, Unit
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.pain_gate import Zones
from kneecoach.paths import resource

MAX_BYTES = 64_000
TEXTS = ("name", "made_by")
LONGEST_WORD = 24
"""What a line of the narrowest card has room for."""
ZONES = ("green_max", "amber_max", "rise")
A_NAME = "For one patient"
HEAD = """\
# Limits of KneeCoach's advice for one person. Distances are metres, shares percent, means tenths of a point.
# What is left out stays as KneeCoach has it. Behind each stands what it may be; nobody can change the red flags.

# Both are shown beside the advice; the name may not be KneeCoach
"""
_LINE_OF = re.compile(r"at line (\d+)")
_LINE = re.compile(r"(?m)^(?:# )?(\w+)( = .*)?$")


def read_profile(file: Path) -> Profile:
    """The profile in this file, with what it leaves out as KneeCoach has it.

    `InvalidInput` in a sentence when it can't be read, is none, or would be less safe than it may be.
    """
    try:
        if not file.is_file():
            # A pipe would be waited for without end
            raise InvalidInput(f"The thresholds in {file.name} can't be read.")
        with file.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise InvalidInput(f"{file.name} is too large to hold thresholds.")
        given = tomllib.loads(content.decode("utf-8-sig"))
    except tomllib.TOMLDecodeError as wrong:
        line = _LINE_OF.search(str(wrong))
        where = f" Look at line {line[1]}." if line else ""
        raise InvalidInput(f"The thresholds in {file.name} can't be read.{where}") from None
    except (OSError, ValueError, RecursionError):
        raise InvalidInput(f"The thresholds in {file.name} can't be read.") from None
    profile = _checked(given, asdict(default_profile()) | {"made_by": ""}, file.name)
    if profile.is_ours and profile != default_profile():
        raise InvalidInput(f"The thresholds in {file.name} are called {OURS}, which the usual ones are: rename them.")
    return profile


@cache
def default_profile() -> Profile:
    """What KneeCoach itself goes by; the zones of pain stand in the domain, see there."""
    file = resource("advice/default.toml")
    return _checked(
        tomllib.loads(file.read_text(encoding="utf-8")), {name: getattr(Zones(), name) for name in ZONES}, file.name
    )


def _checked(given: dict[str, Any], usual: dict[str, Any], named: str) -> Profile:
    if unknown := [name for name in given if name not in THRESHOLDS and name not in TEXTS]:
        raise InvalidInput(f"The thresholds in {named} have {unknown[0][:40]!a}, which is none.")
    if "name" not in given:
        raise InvalidInput(f"The thresholds in {named} have no name.")
    try:
        profile = Profile(**usual | given)
    except InvalidInput as refused:
        why = str(refused)
        raise InvalidInput(f"The thresholds in {named} can't be used: {why[0].lower()}{why[1:]}") from None
    for key in TEXTS:
        if any(len(word) > LONGEST_WORD for word in getattr(profile, key).split()):
            raise InvalidInput(f"The {key} in {named} has a word of more than {LONGEST_WORD} characters: divide it.")
    return profile


def written(profile: Profile) -> str:
    """A whole file with these thresholds, each with its source and what it may be. The usual ones get another name."""
    name = A_NAME if profile.is_ours else profile.name
    texts = "".join(f"{key} = {json.dumps(text, ensure_ascii=False)}\n" for key, text in zip(
        TEXTS, (name, profile.made_by), strict=True))  # fmt: skip
    shipped = resource("advice/default.toml").read_text(encoding="utf-8")
    rules = shipped[shipped.index("# R10") :]
    return HEAD + texts + "\n" + _LINE.sub(lambda line: _line(line, profile), rules)


def _line(line: re.Match[str], profile: Profile) -> str:
    known = THRESHOLDS.get(line[1])
    if known is None:
        return line[0]
    unit = "" if known.unit is Unit.TIMES else f" {known.unit.value}"
    may_be = f"{known.low} to {known.high}{unit}" if known.low < known.high else f"always {known.low}{unit}"
    return f"{line[1]} = {getattr(profile, line[1])}  # {may_be}"
