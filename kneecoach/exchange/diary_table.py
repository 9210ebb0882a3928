"""A diary as one table: a row for each entry, and a column for everything that any entry can say.

Unknown is an empty cell. Several words stand behind each other with a semicolon, what has parts of its own as JSON.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.diary_entries import SHAPES
from kneecoach.exchange.diary_played import CHECK_IN, ROUTINE, SESSION
from kneecoach.exchange.diary_shapes import Cell, Document
from kneecoach.exchange.diary_told import TOLD
from kneecoach.exchange.runs import tables
from kneecoach.exchange.safe_cells import defused, restored
from kneecoach.exchange.strict_json import decoded

BETWEEN = ";"
YES_NO = {"yes": True, "no": False, "true": True, "false": False}
NUMBER = re.compile(r"-?\d{1,15}(?:[.,]\d{1,20})?(?:e-?\d{1,3})?", re.ASCII)
MAX_CELL = 100_000
TOO_LONG = "One of the sessions is too long for a table. Export the diary as JSON."
UNFINISHED = "The file stops in the middle of line {line}."
CELLS: dict[str, dict[str, Cell]] = {
    shape.type: {"type": Cell.WORD, **shape.cells} for shape in (*SHAPES.values(), CHECK_IN, SESSION, ROUTINE, TOLD)
}
COLUMNS = tuple(dict.fromkeys(key for cells in CELLS.values() for key in cells))
_TOLD_ALONE = set(COLUMNS) - {key for kind, cells in CELLS.items() if kind != TOLD.type for key in cells}
"""Columns that a table without what was told before changes does not need: so whoever knows none reads it, too."""
_NEEDED = {"type", "id", "at"}


def written(entries: Iterable[Document]) -> str:
    """The table, its header first; `InvalidInput` when a cell would be longer than a table takes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    there = list(entries)
    told = any(entry["type"] == TOLD.type for entry in there)
    columns = [key for key in COLUMNS if told or key not in _TOLD_ALONE]
    writer.writerow(columns)
    for entry in there:
        kinds = CELLS[entry["type"]]
        cells = [_cell(entry[key], kinds[key]) if key in entry else "" for key in columns]
        row = [defused(cell.replace("\0", "\N{REPLACEMENT CHARACTER}")) for cell in cells]
        if max(len(cell) for cell in row) > MAX_CELL:
            raise InvalidInput(TOO_LONG)
        writer.writerow(row)
    return text.getvalue()


def is_own(header: str) -> bool:
    """Whether this is the first line of such a table."""
    return any({title.strip('" ') for title in header.split(mark)} >= _NEEDED for mark in tables.DELIMITERS)


def documents(content: bytes) -> Iterator[tuple[str, Document]]:
    """Each row as a document, with its line; `InvalidInput` names the line of what is not sound."""
    header: list[str] = []
    line = 1
    for line, row in tables.rows(io.BytesIO(content)):
        if not header:
            header = [title.strip() for title in row]
            _refuse_strange(header)
            continue
        if len(row) < len(header):
            raise InvalidInput(UNFINISHED.format(line=line))
        yield f"Line {line}", _document(f"Line {line}", dict(zip(header, row, strict=True)))
    if not content.endswith((b"\n", b"\r")):
        raise InvalidInput(UNFINISHED.format(line=line))


def _refuse_strange(header: Sequence[str]) -> None:
    if len(set(header)) < len(header):
        raise InvalidInput("A column stands in it twice.")
    if unknown := [title for title in header if title not in COLUMNS]:
        raise InvalidInput(f"KneeCoach does not know the column “{unknown[0][:40]}”.")


def _document(where: str, row: Mapping[str, str]) -> Document:
    kinds = CELLS.get(row["type"].strip())
    if kinds is None:
        raise InvalidInput(f"{where} is of a kind that KneeCoach does not know.")
    found: Document = {}
    for key, cell in row.items():
        if key not in kinds:
            if cell:
                raise InvalidInput(f"{where}: “{key}” is nothing that a {row['type']} has.")
            continue
        try:
            found[key] = _meant(restored(cell), kinds[key])
        except (ValueError, InvalidInput):
            raise InvalidInput(f"{where} ({row['type']}): “{key}” can't be understood.") from None
    return found


def _meant(cell: str, kind: Cell) -> Any:
    if kind is Cell.TEXT:
        return cell
    told = cell.strip()
    if kind is Cell.WORDS:
        return [word.strip() for word in told.split(BETWEEN)] if told else []
    return _MEANINGS[kind](told) if told else None


def _number(told: str) -> float:
    if NUMBER.fullmatch(told) is None:
        raise ValueError
    return int(told) if told.lstrip("-").isdecimal() else float(told.replace(",", "."))


def _yes_or_no(told: str) -> bool:
    if told.casefold() not in YES_NO:
        raise ValueError
    return YES_NO[told.casefold()]


def _parts(told: str) -> Any:
    return decoded(told.encode("utf-8", "surrogatepass"))


_MEANINGS: dict[Cell, Callable[[str], Any]] = {
    Cell.WORD: str,
    Cell.NUMBER: _number,
    Cell.YES_NO: _yes_or_no,
    Cell.JSON: _parts,
}


def _cell(value: Any, kind: Cell) -> str:
    if value is None:
        return ""
    if kind is Cell.YES_NO:
        return "yes" if value else "no"
    if kind is Cell.WORDS:
        return BETWEEN.join(value)
    return json.dumps(value, separators=(",", ":")) if kind is Cell.JSON else str(value)
