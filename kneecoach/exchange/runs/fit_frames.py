"""The frames of a FIT file, told apart without decoding them.

The points are nearly all of a file, and decoding each costs fitdecode more than a hundred times what it takes to step
over it. So this walk checks the file as a whole, keeps the few messages that sum it up as a small FIT file of its own,
and reads from the points only where and when they were.
"""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.runs.limits import MAX_POINTS, TOO_MANY_POINTS, Cancelled

STOPS = "The file stops in the middle. Copy it from the watch again."
DAMAGED = "The file is damaged. Copy it from the watch again."
HEADER_BYTES, CRC_BYTES, DEFINITION_BYTES = 12, 2, 6
FILE_ID, SPORT, SESSION, RECORD, WORKOUT, ACTIVITY = 0, 12, 18, 20, 26, 34
SUMMING_UP = frozenset({FILE_ID, SPORT, SESSION, WORKOUT, ACTIVITY})
MAX_FRAMES, MAX_SUMMING_UP = 2 * MAX_POINTS, 10_000
TIMESTAMP, LATITUDE, LONGITUDE, ALTITUDE, DISTANCE, ENHANCED_ALTITUDE = 253, 0, 1, 2, 5, 78
POINT_FIELDS = {TIMESTAMP: "I", LATITUDE: "i", LONGITUDE: "i", ALTITUDE: "H", DISTANCE: "I", ENHANCED_ALTITUDE: "I"}
UNKNOWN = {"I": 0xFFFFFFFF, "i": 0x7FFFFFFF, "H": 0xFFFF}
COMPRESSED, DEFINES, WITH_DEVELOPER_FIELDS = 0x80, 0x40, 0x20
LOOKS_EVERY = 50_000

Point: TypeAlias = tuple[int | None, int | None, int | None, int | None, int | None]
"""A record as it stands in the file: FIT seconds, latitude and longitude in semicircles, (height + 500) × 5, and the
way so far in centimetres.
"""


@dataclass(slots=True)
class Frames:
    """`summary` is a FIT file of what sums the activity up."""

    summary: bytes = b""
    points: list["PointBytes"] = field(default_factory=list)
    sessions: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """How the messages of one local type lie in the file."""

    message: int
    size: int
    endian: str
    places: dict[int, int]


PointBytes = tuple[Layout, int, int | None]


class _Walk:
    """One way through the bytes of one file."""

    def __init__(self, content: bytes, cancelled: Callable[[], bool]) -> None:
        self.content = content
        self.frames = Frames()
        self._cancelled = cancelled
        self._layouts: dict[int, Layout] = {}
        self._kept: list[bytes] = []
        self._count = 0
        self._timestamp: int | None = None

    def whole(self) -> Frames:
        """All files that the content holds, one after another."""
        at, content = 0, self.content
        while at < len(content):
            at = self._file(at)
        body = b"".join(self._kept)
        header = struct.pack("<BBHI4s", HEADER_BYTES, 0x20, 0, len(body), b".FIT")
        self.frames.summary = header + body + b"\0\0"
        return self.frames

    def _file(self, start: int) -> int:
        content = self.content
        if len(content) - start < HEADER_BYTES:
            raise InvalidInput(STOPS)
        header_bytes, _, _, body_bytes, magic = struct.unpack_from("<BBHI4s", content, start)
        if magic != b".FIT" or header_bytes < HEADER_BYTES:
            raise InvalidInput(DAMAGED if start else "It is not a FIT file.")
        at, end = start + header_bytes, start + header_bytes + body_bytes
        if not body_bytes or end + CRC_BYTES > len(content):
            raise InvalidInput(STOPS)
        if checksum(memoryview(content)[start:end]) != struct.unpack_from("<H", content, end)[0]:
            raise InvalidInput(DAMAGED)
        self._layouts, self._timestamp = {}, None
        while at < end:
            at = self._frame(at)
        if at != end:
            raise InvalidInput(DAMAGED)
        return int(end) + CRC_BYTES

    def _frame(self, at: int) -> int:
        self._count += 1
        if self._count > MAX_FRAMES:
            raise InvalidInput(TOO_MANY_POINTS)
        if self._count % LOOKS_EVERY == 0 and self._cancelled():
            raise Cancelled
        head = self.content[at]
        if not head & COMPRESSED and head & DEFINES:
            return self._definition(at, head)
        layout = self._layouts.get((head >> 5) & 0x3 if head & COMPRESSED else head & 0xF)
        if layout is None:
            raise InvalidInput(DAMAGED)
        end = at + 1 + layout.size
        if layout.message == RECORD:
            self._point(layout, at, head)
        elif layout.message in SUMMING_UP:
            self._keep(at, end)
            self.frames.sessions += layout.message == SESSION
        return end

    def _point(self, layout: Layout, at: int, head: int) -> None:
        points = self.frames.points
        if len(points) == MAX_POINTS:
            raise InvalidInput(TOO_MANY_POINTS)
        if head & COMPRESSED:
            self._advance(head & 0x1F)
            points.append((layout, at + 1, self._timestamp))
        else:
            place = layout.places.get(TIMESTAMP)
            if place is not None and at + 5 + place <= len(self.content):
                self._timestamp = struct.unpack_from(f"{layout.endian}I", self.content, at + 1 + place)[0]
            points.append((layout, at + 1, None))

    def _advance(self, offset: int) -> None:
        """A compressed time gives the last five bits of the next one."""
        if self._timestamp is not None:
            self._timestamp += (offset - self._timestamp) & 0x1F

    def _keep(self, start: int, end: int) -> None:
        if len(self._kept) == MAX_SUMMING_UP:
            raise InvalidInput("It sums up more activities than a file of a watch does.")
        self._kept.append(self.content[start:end])

    def _definition(self, at: int, head: int) -> int:
        content, fields_at = self.content, at + DEFINITION_BYTES
        if fields_at > len(content):
            raise InvalidInput(DAMAGED)
        endian = ">" if content[at + 2] else "<"
        (message,) = struct.unpack_from(f"{endian}H", content, at + 3)
        end = fields_at + 3 * content[at + 5]
        size, places = 0, {}
        for number, width in _fields(content[fields_at:end]):
            if width == struct.calcsize(POINT_FIELDS.get(number, "0s")):
                places[number] = size
            size += width
        if head & WITH_DEVELOPER_FIELDS:
            developer_at, end = end + 1, end + 1 + 3 * (content[end] if end < len(content) else 0)
            size += sum(width for _, width in _fields(content[developer_at:end]))
        self._layouts[head & 0xF] = Layout(message, size, endian, places)
        if message in SUMMING_UP:
            self._keep(at, end)
        return end


def _fields(definitions: bytes) -> Iterator[tuple[int, int]]:
    return ((definitions[at], definitions[at + 1]) for at in range(0, len(definitions) - 2, 3))


def frames_of(content: bytes, cancelled: Callable[[], bool]) -> Frames:
    """The sound FIT files in the content; `InvalidInput` says what is wrong with others."""
    return _Walk(content, cancelled).whole()


def points_of(content: bytes, frames: Frames) -> Iterator[Point]:
    """The records, decoded."""
    readers: dict[int, Callable[[int], Point]] = {}
    for layout, at, timestamp in frames.points:
        read = readers.get(id(layout)) or readers.setdefault(id(layout), _reader(content, layout))
        point = read(at)
        yield point if timestamp is None else (timestamp, *point[1:])


def _reader(content: bytes, layout: Layout) -> Callable[[int], Point]:
    """Decodes the points of one layout, given where they begin: made once, because there are very many."""

    def reads(number: int) -> Callable[[int], int | None]:
        if number not in layout.places:
            return lambda _at: None
        form, place = struct.Struct(layout.endian + POINT_FIELDS[number]), layout.places[number]
        unknown, unpack = UNKNOWN[POINT_FIELDS[number]], form.unpack_from

        def read(at: int) -> int | None:
            (value,) = unpack(content, at + place)
            return None if value == unknown else int(value)

        return read

    height = ENHANCED_ALTITUDE if ENHANCED_ALTITUDE in layout.places else ALTITUDE
    time, latitude, longitude, way, altitude = map(reads, (TIMESTAMP, LATITUDE, LONGITUDE, DISTANCE, height))
    return lambda at: (time(at), latitude(at), longitude(at), altitude(at), way(at))


def checksum(content: memoryview | bytes) -> int:
    """CRC-16 as FIT has it (polynomial 0xA001, from 0)."""
    table, crc = _TABLE, 0
    for byte in content:
        crc = (crc >> 8) ^ table[(crc ^ byte) & 0xFF]
    return crc


def _entry(byte: int) -> int:
    crc = byte
    for _ in range(8):
        crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return crc


_TABLE = tuple(_entry(byte) for byte in range(256))
