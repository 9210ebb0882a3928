"""What diary files hold and bring, told in sentences for the window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from kneecoach.domain.errors import KneeCoachError
from kneecoach.ui.words import named

if TYPE_CHECKING:
    from kneecoach.coaching.diary_files import Brought
    from kneecoach.exchange.diary_file import Read
    from kneecoach.storage.database import Store

# What it needs is imported when a file is first asked for: the first paint needs Today alone
# ruff: noqa: PLC0415

NO_DIARY = "It is no diary of KneeCoach. Runs come in by Import runs."
NOTHING_NEW = "All of {file} is in the diary already."


@dataclass(frozen=True, slots=True)
class Came:
    """What became of one file: what it brought, or would bring, or why nothing of it came in; and what it holds."""

    path: Path
    brought: "Brought | None" = None
    why: str = ""
    holds: "Sequence[Read]" = ()


def told(came: Sequence[Came]) -> str:
    """One sentence for what came, and one for each file that did not."""
    brought = [one for one in came if one.brought is not None]
    new = sum(sum(one.brought.new.values()) for one in brought if one.brought is not None)
    there = sum(one.brought.duplicates for one in brought if one.brought is not None)
    said: list[str] = []
    if new:
        again = f", {there:,} {'was' if there == 1 else 'were'} there already" if there else ""
        said.append(f"{new:,} {'entry' if new == 1 else 'entries'} came in{again}.")
    elif brought:
        said.append(
            NOTHING_NEW.format(file=named(brought[0].path.name) if len(brought) == 1 else "what these files hold")
        )
    said += [f"{named(one.path.name)}: {one.why}" for one in came if one.why]
    return " ".join(said)


def looked_at(store: "Store", person: UUID, paths: Sequence[Path], now: datetime) -> list[Came]:
    """What each of these would bring beside those before it; nothing is kept."""
    from kneecoach.coaching import diary_files

    found: list[Came] = []
    for path in paths:
        if not diary_files.is_diary(path):
            found.append(Came(path, why=NO_DIARY))
            continue
        try:
            found.append(Came(path, holds=diary_files.read(path)))
        except KneeCoachError as error:
            found.append(Came(path, why=str(error)))
    return _judged(store, person, found, now, dry=True)


def taken(store: "Store", person: UUID, found: Sequence[Came], now: datetime) -> list[Came]:
    """Keep what was looked at as one import, each file whole or not at all."""
    return _judged(store, person, found, now, dry=False)


def _judged(store: "Store", person: UUID, found: Sequence[Came], now: datetime, *, dry: bool) -> list[Came]:
    from kneecoach.coaching import diary_files

    sound = [one for one in found if not one.why]
    said = iter(diary_files.keep_all(store, person, [one.holds for one in sound], now, dry=dry))
    return [one if one.why else _came(one, next(said)) for one in found]


def _came(one: Came, said: "Brought | KneeCoachError") -> Came:
    if isinstance(said, KneeCoachError):
        return Came(one.path, why=str(said))
    return Came(one.path, said, holds=one.holds)
