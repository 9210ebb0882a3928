"""CSV from strangers, row by row: no row, column or cell beyond the limits, and nothing half read."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.runs.limits import MAX_COLUMNS, MAX_ROWS

DELIMITERS = ",;\t"


def rows(stream: BinaryIO, encoding: str = "utf-8-sig") -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, the header first, each with its line; `InvalidInput` for a table that is not sound.

    A row may be shorter than the header, never longer.
    """
    text = io.TextIOWrapper(stream, encoding=encoding, newline="")
    try:
        yield from _sound(_lines(text))
    except UnicodeDecodeError:
        raise InvalidInput("It is not text in UTF-8. Save it as CSV UTF-8.") from None
    finally:
        text.detach()


def _sound(lines: Iterator[str]) -> Iterator[tuple[int, list[str]]]:
    first = next(lines, "")
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(_again(first, lines), delimiter=delimiter, strict=True)
    width = None
    try:
        for count, row in enumerate(reader):
            if not any(row):
                continue
            if width is None:
                width = len(row)
                if width > MAX_COLUMNS:
                    raise InvalidInput(f"It has more than {MAX_COLUMNS} columns.")
            if len(row) > width:
                raise InvalidInput(f"Line {reader.line_num} has more cells than the header.")
            if count > MAX_ROWS:
                raise InvalidInput(f"It has more than {MAX_ROWS:,} rows.")
            yield reader.line_num, row
    except csv.Error:
        raise InvalidInput(f"Line {reader.line_num} can't be read as CSV.") from None


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    for line in text:
        if "\0" in line:
            raise InvalidInput("It holds characters that are no text.")
        yield line


def _again(first: str, lines: Iterator[str]) -> Iterator[str]:
    yield first
    yield from lines
