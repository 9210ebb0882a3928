"""Diary files among what `kneecoach import` is given: each comes in whole or is refused alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from kneecoach.coaching.diary_files import Brought, keep_all, read
from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.diary_file import Read
from kneecoach.exchange.runs.found import Refused
from kneecoach.exchange.runs.sources import shown
from kneecoach.storage.database import Store
from kneecoach.terminal.json_documents import Document
from kneecoach.terminal.printable import visible


@dataclass(frozen=True, slots=True)
class Diaries:
    """What became of them: what each brought, by the name of its file, and those that were refused."""

    brought: tuple[tuple[str, Brought], ...] = ()
    refused: tuple[Refused, ...] = ()

    @property
    def imported(self) -> list[Document]:
        """As `--json` prints it."""
        return [
            {"file": file, "what": what, "count": count}
            for file, one in self.brought
            for what, count in one.new.items()
        ]

    @property
    def duplicates(self) -> int:
        """How many entries were there already."""
        return sum(one.duplicates for _, one in self.brought)

    @property
    def lines(self) -> list[str]:
        """A sentence for each file that came in."""
        return [f"{visible(file)}: {_brought(one)}." for file, one in self.brought]


def import_diaries(store: Store, person: UUID, paths: Sequence[Path], now: datetime, *, dry: bool) -> Diaries:
    """Take them in as one import, each whole or not at all; with `dry` nothing is kept."""
    found: list[tuple[str, Sequence[Read]]] = []
    brought: list[tuple[str, Brought]] = []
    refused: list[Refused] = []
    for path in paths:
        file = shown(path.name)
        try:
            found.append((file, read(path)))
        except InvalidInput as error:
            refused.append(Refused(file, str(error)))
    came = keep_all(store, person, [holds for _, holds in found], now, dry=dry)
    for (file, _), one in zip(found, came, strict=True):
        if isinstance(one, InvalidInput):
            refused.append(Refused(file, str(one)))
        else:
            brought.append((file, one))
    return Diaries(tuple(brought), tuple(refused))


def _brought(one: Brought) -> str:
    there = f"{one.duplicates:,} already in the diary"
    new = [count.replace(" ", " new ", 1) for count in one.counts]
    return ", ".join([*new, there]) if new else f"0 new, {there}"
