"""JSON from strangers: looked over before it is decoded, and nothing in it that JSON does not have."""

import json
import math
import re
from collections.abc import Iterable, Iterator
from typing import Any

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.runs.limits import MAX_BYTES, MAX_DEPTH, TOO_BIG

NOT_JSON = "The file is damaged or not finished: it is no JSON."
LONGEST_WHOLE_NUMBER = 40
# Gives nothing back: to remember every letter, so as to try again with less, would take 2 GB for a text of 20 MB
_STRING_OR_BRACKET = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{}]', re.DOTALL)


def decoded(content: bytes) -> Any:
    """What stands in it; `InvalidInput` in a sentence when it is too big, too deep, or not quite JSON.

    Refused with it: a key that stands twice, NaN and infinities also as 1e400, and half characters.
    """
    if len(content) > MAX_BYTES:
        raise InvalidInput(TOO_BIG)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidInput("The file is not text in UTF-8.") from None
    _refuse_depth(text)
    try:
        value = json.loads(
            text, object_pairs_hook=_object, parse_constant=_constant, parse_float=_float, parse_int=_whole
        )
    except ValueError:
        raise InvalidInput(NOT_JSON) from None
    for string in _strings(value):
        if not string.isascii() and string != string.encode("utf-8", "replace").decode():
            raise InvalidInput("The file holds half characters.")
    return value


def _refuse_depth(text: str) -> None:
    depth = 0
    for found in _STRING_OR_BRACKET.finditer(text):
        sign = found[0]
        if sign in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise InvalidInput(f"The file is nested deeper than {MAX_DEPTH} levels.")
        elif sign in "]}":
            depth -= 1


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise InvalidInput("The file says something twice.")
    return found


def _constant(name: str) -> float:
    raise InvalidInput(f"The file holds {name}, which is no number.")


def _float(text: str) -> float:
    value = float(text)
    return value if math.isfinite(value) else _constant("infinity")


def _whole(text: str) -> int:
    if len(text) > LONGEST_WHOLE_NUMBER:
        raise InvalidInput("The file holds a number that is too long.")
    return int(text)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        yield from _all_strings(value.values())
    elif isinstance(value, list):
        yield from _all_strings(value)


def _all_strings(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        yield from _strings(value)
