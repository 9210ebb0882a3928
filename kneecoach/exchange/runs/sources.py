"""Where the bytes of a file come from, opened with care and never more of them than the limits allow."""

import errno
import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.runs.limits import MAX_BYTES, MAX_NAME, TOO_BIG, Cancelled

PORTION, START_BYTES = 1 << 18, 1 << 12
GZIP = b"\x1f\x8b"
CUT = "The file stops in the middle. Copy it again."
NOT_THERE = "There is no such file."
_WHY = {
    errno.ENOENT: NOT_THERE,
    errno.EACCES: "This computer does not let KneeCoach read it.",
    errno.EPERM: "This computer does not let KneeCoach read it.",
}


def shown(name: str) -> str:
    """A name for people: without folders, and not longer than names are here."""
    return (PurePosixPath(name.replace("\\", "/")).name or name)[:MAX_NAME]


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """An ordinary file, open to be read; `InvalidInput` for anything else, devices and pipes among it."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InvalidInput("It is not an ordinary file.")
        with path.open("rb") as stream:
            yield stream
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else None
        raise InvalidInput(_WHY.get(number or 0, "It can't be read from the disk.")) from None


def content_of(stream: BinaryIO, cancelled: Callable[[], bool]) -> bytes:
    """All of it, unpacked when it is gzipped; `InvalidInput` once it is too big, whatever it claims to be."""
    packed = _whole(iter(lambda: stream.read(PORTION), b""), cancelled)
    if not packed.startswith(GZIP):
        return packed
    content = _whole(_unpacked(packed), cancelled)
    if content.startswith(GZIP):
        raise InvalidInput("It is packed twice. Unpack it first.")
    return content


def start_of(stream: BinaryIO) -> bytes:
    """The beginning of it, unpacked when it is gzipped: enough to tell what it is."""
    packed = stream.read(START_BYTES)
    return next(_unpacked(packed, START_BYTES), b"") if packed.startswith(GZIP) else packed


def _whole(portions: Iterator[bytes], cancelled: Callable[[], bool]) -> bytes:
    gathered = bytearray()
    for portion in portions:
        if cancelled():
            raise Cancelled
        gathered += portion
        if len(gathered) > MAX_BYTES:
            raise InvalidInput(TOO_BIG)
    return bytes(gathered)


def _unpacked(packed: bytes, portion_bytes: int = PORTION) -> Iterator[bytes]:
    rest = packed
    while rest.startswith(GZIP):
        member = zlib.decompressobj(wbits=31)
        while not member.eof:
            try:
                portion = member.decompress(rest, portion_bytes)
            except zlib.error:
                raise InvalidInput("Its packing is damaged. Copy it again.") from None
            rest = member.unconsumed_tail
            if not portion and not rest and not member.eof:
                raise InvalidInput(CUT)
            yield portion
        rest = member.unused_data.lstrip(b"\0")
