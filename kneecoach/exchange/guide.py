"""The guide as shipped: one file for each topic, and one for the sources."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from kneecoach.domain.advice.rule import Evidence
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.guide import Claim, Guide, Section, Source, Topic
from kneecoach.paths import resource

SOURCES = "sources.toml"


def load_guide() -> Guide:
    """What KneeCoach itself tells."""
    return _shipped(resource("guide"))


@cache
def _shipped(folder: Path) -> Guide:
    """Read once, as nothing shipped changes while it runs."""
    return read_guide(folder)


def read_guide(folder: Path) -> Guide:
    """The guide in this folder; `InvalidInput` in a sentence when a file is broken or names no known source."""
    sources = {name: Source(name, **one) for name, one in _read(folder / SOURCES).items()}
    files = sorted(path for path in folder.glob("*.toml") if path.name != SOURCES)
    told = [(path, _read(path)) for path in files]
    try:
        topics = [(one["place"], _topic(path.stem, one)) for path, one in told]
    except (KeyError, TypeError, ValueError) as trouble:
        raise InvalidInput(f"The guide can't be read: {trouble}.") from None
    claims = [claim for _, topic in topics for section in topic.sections for claim in section.claims]
    unknown = {name for claim in claims for name in claim.sources} - sources.keys()
    if unknown or not all(claim.sources for claim in claims):
        raise InvalidInput(f"The guide has a claim without a known source{''.join(f': {name}' for name in unknown)}.")
    return Guide(tuple(topic for _, topic in sorted(topics, key=lambda one: one[0])), sources)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, tomllib.TOMLDecodeError):
        raise InvalidInput(f"The guide can't be read: {path.name}.") from None


def _topic(name: str, told: dict[str, Any]) -> Topic:
    return Topic(name, told["title"], told["icon"], told["lead"], tuple(_section(one) for one in told["section"]))


def _section(told: dict[str, Any]) -> Section:
    claims = tuple(Claim(one["say"], tuple(one["from"]), Evidence[one["sure"].upper()]) for one in told["claim"])
    return Section(told["title"], claims, tuple(told.get("words", ())), told.get("disagree", ""))
