"""GPX: tracks of points, each track one activity."""

from collections.abc import Callable, Mapping
from datetime import datetime

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.runs.limits import MAX_ACTIVITIES, MAX_POINTS, TOO_MANY_ACTIVITIES, TOO_MANY_POINTS
from kneecoach.exchange.runs.numbers import moment, xml_number
from kneecoach.exchange.runs.recording import Recording
from kneecoach.exchange.runs.sports import sport_of, surface_of
from kneecoach.exchange.runs.track import Track
from kneecoach.exchange.runs.xml_reading import XmlReader, read_xml


def read_gpx(content: bytes, cancelled: Callable[[], bool]) -> list[Recording]:
    """The tracks that have points; `InvalidInput` when there are none or the file is not sound."""
    if content.count(b"<trkpt") > MAX_POINTS:
        raise InvalidInput(TOO_MANY_POINTS)
    reader = GpxReader()
    read_xml(content, reader, cancelled)
    if not reader.recordings:
        planned = "It holds a planned route" if reader.planned else "It holds no recorded track"
        raise InvalidInput(f"{planned}, so there is no run in it.")
    return reader.recordings


class GpxReader(XmlReader):
    """Gathers the tracks of a GPX file."""

    def __init__(self) -> None:
        super().__init__()
        self.recordings: list[Recording] = []
        self.planned = False
        self._points = 0
        self._track = Track()
        self._said: dict[str, str] = {}
        self._start: datetime | None = None
        self._place: tuple[float, float] = (0.0, 0.0)
        self._point: dict[str, str] = {}

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "trkpt":
            self._place = (_degrees(attributes, "lat"), _degrees(attributes, "lon"))
            self._point = {}
        elif name == "trkseg":
            self._track.begin_segment()
        elif name == "trk":
            self._track, self._said, self._start = Track(), {}, None
            self._track.points = self._points
        elif name == "rtept":
            self.planned = True

    def closed(self, name: str, parent: str, text: str) -> None:
        if parent == "trkpt" and name in {"ele", "time"}:
            self._point[name] = text
        elif name == "trkpt":
            self._add_point()
        elif parent == "trk" and name in {"name", "desc", "type"}:
            self._said[name] = text
        elif name == "trk" and self._track.points > self._points:
            self._finish()

    def _add_point(self) -> None:
        time = self._point.get("time")
        height_m = xml_number(self._point.get("ele", ""), "height")
        at = moment(time) if time else None
        if self._start is None:
            self._start = at
        self._track.add(*self._place, height_m, None if at is None else at.timestamp())

    def _finish(self) -> None:
        if len(self.recordings) == MAX_ACTIVITIES:
            raise InvalidInput(TOO_MANY_ACTIVITIES)
        track, kind = self._track, self._said.get("type", "")
        self._points = track.points
        self.recordings.append(
            Recording(
                start=self._start,
                sport=sport_of(kind),
                distance_m=track.distance_m,
                seconds=track.seconds,
                climb_m=track.climb_m,
                surface=surface_of(kind),
                name=self._said.get("name", ""),
                note=self._said.get("desc", ""),
            )
        )


def _degrees(attributes: Mapping[str, str], name: str) -> float:
    value = xml_number(attributes.get(name, ""), "position of a point")
    if value is None:
        raise InvalidInput("A point in it has no position.")
    return value
