"""What a file is, told by what stands in it and never by its name."""

import re
from enum import Enum

from kneecoach.domain.errors import InvalidInput

HEAD_BYTES = 1 << 16


class Format(Enum):
    """The formats that are told apart."""

    GPX = "GPX"
    TCX = "TCX"
    FIT = "FIT"
    TABLE = "CSV"


UNKNOWN = "KneeCoach does not know what kind of file this is. It reads GPX, TCX, FIT, CSV and Strava exports."
_FIT_MAGIC = b".FIT"
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_ROOT = re.compile(r"<(?:\w+:)?(gpx|TrainingCenterDatabase)[\s>/]")
_PAGE = re.compile(r"<(!doctype\s+)?html", re.IGNORECASE)
_ROOTS = {"gpx": Format.GPX, "TrainingCenterDatabase": Format.TCX}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def format_of(content: bytes) -> Format:
    """The format of a file that is not packed; `InvalidInput` in a sentence for what is none of them."""
    if not content.strip():
        raise InvalidInput("The file is empty.")
    if not content.strip(b"\0 \t\r\n"):
        raise InvalidInput("It holds nothing but zeros: it was not written to the end. Copy or export it again.")
    if content[8:12] == _FIT_MAGIC:
        return Format.FIT
    if content.startswith(b"PK"):
        raise InvalidInput("It is a zip inside another archive. Unpack it first.")
    head = _text(content[:HEAD_BYTES])
    if head is None:
        raise InvalidInput(UNKNOWN)
    if head.startswith("<"):
        return _xml(head)
    first = head.splitlines()[0]
    if head.startswith(("{", "[")) or not any(sign in first for sign in ",;\t"):
        raise InvalidInput(UNKNOWN)
    return Format.TABLE


def _xml(head: str) -> Format:
    if _PAGE.match(head):
        raise InvalidInput("It is a web page, not a run. Download the file itself.")
    root = _ROOT.search(head)
    if root is None:
        raise InvalidInput("It is XML, but neither GPX nor TCX.")
    return _ROOTS[root[1]]


def _text(head: bytes) -> str | None:
    """The beginning as text without what surrounds it; None when it is no text."""
    encoding = _MARKS.get(head[:2], "utf-8")
    text = head.decode(encoding, "replace").lstrip("\ufeff \t\r\n")
    return None if not text or _CONTROL.search(text[:1_000]) else text
