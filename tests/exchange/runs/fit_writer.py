"""A small FIT encoder: files as watches write them, and as they should not."""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from kneecoach.exchange.runs.fit_frames import checksum

EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
ENUM, UINT8, UINT16, SINT32, UINT32, STRING = (
    (0x00, "B"),
    (0x02, "B"),
    (0x84, "H"),
    (0x85, "i"),
    (0x86, "I"),
    (0x07, "s"),
)
FILE_ID, SPORT, SESSION, LAP, RECORD, WORKOUT, ACTIVITY = 0, 12, 18, 19, 20, 26, 34
RUNNING, CYCLING, SWIMMING, TRAINING, WALKING = 1, 2, 5, 10, 11
COURSE_FILE, ACTIVITY_FILE = 6, 4


@dataclass(frozen=True)
class Field:
    """One field of a message: its number, its base type and its value."""

    number: int
    base: tuple[int, str]
    value: int | str


def seconds_of(at: datetime) -> int:
    return int((at - EPOCH).total_seconds())


def message(kind: int, fields: Sequence[Field], *, local: int = 0, big_endian: bool = False) -> bytes:
    """The definition of a message and the message."""
    return definition(kind, fields, local=local, big_endian=big_endian) + values(fields, local, big_endian=big_endian)


def definition(
    kind: int, fields: Sequence[Field], *, local: int = 0, big_endian: bool = False, developer: int = 0
) -> bytes:
    endian = ">" if big_endian else "<"
    head = struct.pack(
        f"{endian}BBBHB", 0x40 | (0x20 if developer else 0) | local, 0, int(big_endian), kind, len(fields)
    )
    told = head + b"".join(bytes((field.number, _size(field), field.base[0])) for field in fields)
    return told + (bytes((1, 0, developer, 0)) if developer else b"")


def values(fields: Sequence[Field], local: int = 0, *, big_endian: bool = False) -> bytes:
    return bytes((local,)) + b"".join(_packed(field, ">" if big_endian else "<") for field in fields)


def _size(field: Field) -> int:
    return len(field.value.encode()) + 1 if isinstance(field.value, str) else struct.calcsize(field.base[1])


def _packed(field: Field, endian: str) -> bytes:
    if isinstance(field.value, str):
        return field.value.encode() + b"\0"
    return struct.pack(endian + field.base[1], field.value)


def file_of(messages: Iterable[bytes], *, header_bytes: int = 14) -> bytes:
    """A whole file with its header and checksums."""
    body = b"".join(messages)
    header = struct.pack("<BBHI4s", header_bytes, 0x20, 2132, len(body), b".FIT")
    if header_bytes == 14:
        header += struct.pack("<H", checksum(header))
    return header + body + struct.pack("<H", checksum(header + body))


def file_id(kind: int = ACTIVITY_FILE) -> bytes:
    return message(FILE_ID, [Field(0, ENUM, kind), Field(1, UINT16, 1)])


def session(start: datetime, *, sport: int = RUNNING, metres: float = 0, seconds: float = 0, **more: int) -> bytes:
    """A session; `more` are sub_sport and ascent."""
    at = seconds_of(start)
    fields = [
        Field(253, UINT32, at + round(seconds)),
        Field(2, UINT32, at),
        Field(5, ENUM, sport),
        Field(6, ENUM, more.get("sub_sport", 0)),
        Field(7, UINT32, round((seconds + more.get("paused", 0)) * 1_000)),
        Field(8, UINT32, round(seconds * 1_000)),
        Field(9, UINT32, round(metres * 100)),
        Field(22, UINT16, more.get("ascent", 0xFFFF)),
    ]
    return message(SESSION, fields, local=3)


def record(at: datetime, *, metres: float | None = None, place: tuple[float, float] | None = None) -> list[Field]:
    """The fields of a point."""
    fields = [Field(253, UINT32, seconds_of(at))]
    if metres is not None:
        fields.append(Field(5, UINT32, round(metres * 100)))
    if place is not None:
        fields += [Field(number, SINT32, round(degrees * 2**31 / 180)) for number, degrees in enumerate(place)]
    return fields


def records(points: Sequence[Sequence[Field]]) -> bytes:
    """Points of one layout."""
    return definition(RECORD, points[0], local=1) + b"".join(values(point, 1) for point in points)
