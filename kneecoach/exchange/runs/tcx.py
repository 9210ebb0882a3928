"""TCX: activities in laps, whose own totals are added up; the points are read only for what the laps don't say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.runs.limits import MAX_ACTIVITIES, MAX_POINTS, TOO_MANY_ACTIVITIES, TOO_MANY_POINTS
from kneecoach.exchange.runs.numbers import moment, xml_number
from kneecoach.exchange.runs.recording import Recording
from kneecoach.exchange.runs.sports import sport_of
from kneecoach.exchange.runs.track import Track
from kneecoach.exchange.runs.xml_reading import XmlReader, read_xml

LAP_TOTALS = {"TotalTimeSeconds": "time of a lap", "DistanceMeters": "distance of a lap"}
NOWHERE = 999.0
ADRIFT_M = 100.0
"""Beside laps that say 0 m a shorter track is a watch that drifted; a longer one shows that they were not filled."""
OF_A_POINT = {"AltitudeMeters", "DistanceMeters", "Time"}


def read_tcx(content: bytes, cancelled: Callable[[], bool]) -> list[Recording]:
    """The activities; `InvalidInput` when there are none or the file is not sound."""
    if content.count(b"<Trackpoint>") > MAX_POINTS:
        raise InvalidInput(TOO_MANY_POINTS)
    reader = TcxReader()
    read_xml(content, reader, cancelled)
    if not reader.recordings:
        raise InvalidInput("It holds no recorded activity, so there is no run in it.")
    return reader.recordings


@dataclass(slots=True)
class _Gathered:
    """What an activity has said so far; a total is None once a lap lacked it."""

    sport: str
    start: datetime | None = None
    first: datetime | None = None
    laps: int = 0
    totals: dict[str, float] = field(default_factory=dict)
    said: dict[str, int] = field(default_factory=dict)
    note: str = ""

    def total(self, name: str) -> float | None:
        """The sum over the laps, when each of them says it."""
        return self.totals[name] if self.laps and self.said.get(name) == self.laps else None


class TcxReader(XmlReader):
    """Gathers the activities of a TCX file."""

    def __init__(self) -> None:
        super().__init__()
        self.recordings: list[Recording] = []
        self._points = 0
        self._track = Track()
        self._activity: _Gathered | None = None
        self._point: dict[str, str] = {}
        self._place: dict[str, float] = {}
        self._way_m: float | None = None

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Activity":
            self._activity = _Gathered(attributes.get("Sport", ""))
            self._track = Track()
            self._track.points = self._points
            self._way_m = None
        elif name == "Lap" and self._activity is not None:
            self._activity.laps += 1
            if self._activity.start is None and (start := attributes.get("StartTime", "")):
                self._activity.start = moment(start)
        elif name == "Track":
            self._track.begin_segment()
        elif name == "Trackpoint":
            self._point, self._place = {}, {}

    def closed(self, name: str, parent: str, text: str) -> None:
        activity = self._activity
        if activity is None:
            return
        if parent == "Trackpoint" and name in OF_A_POINT:
            self._point[name] = text
        elif parent == "Position" and (degrees := xml_number(text, "position of a point")) is not None:
            self._place[name] = degrees
        elif name == "Trackpoint":
            self._add_point()
        elif parent == "Lap" and name in LAP_TOTALS and (value := xml_number(text, LAP_TOTALS[name])) is not None:
            activity.totals[name] = activity.totals.get(name, 0.0) + value
            activity.said[name] = activity.said.get(name, 0) + 1
        elif parent == "Activity" and name in {"Notes", "Id"}:
            self._describe(activity, name, text)
        elif name == "Activity":
            self._finish(activity)

    def _describe(self, activity: _Gathered, name: str, text: str) -> None:
        if name == "Notes":
            activity.note = text
        elif activity.start is None and text:
            activity.start = moment(text)

    def _add_point(self) -> None:
        time = self._point.get("Time")
        at = moment(time) if time else None
        second = None if at is None else at.timestamp()
        if self._activity is not None and self._activity.first is None:
            self._activity.first = at
        height_m = xml_number(self._point.get("AltitudeMeters", ""), "height")
        way_m = xml_number(self._point.get("DistanceMeters", ""), "distance of a point")
        if way_m is not None:
            step_m = 0.0 if self._way_m is None else max(0.0, way_m - self._way_m)
            self._way_m = way_m
            self._track.step(step_m, height_m, second)
        elif self._way_m is None and len(self._place) == 2:  # noqa: PLR2004 - latitude and longitude
            self._track.add(
                self._place.get("LatitudeDegrees", NOWHERE),
                self._place.get("LongitudeDegrees", NOWHERE),
                height_m,
                second,
            )
        else:
            self._track.step(0.0, height_m, second)

    def _finish(self, activity: _Gathered) -> None:
        if len(self.recordings) == MAX_ACTIVITIES:
            raise InvalidInput(TOO_MANY_ACTIVITIES)
        track, self._activity = self._track, None
        seen = track.points > self._points
        self._points = track.points
        distance_m, seconds = activity.total("DistanceMeters"), activity.total("TotalTimeSeconds")
        by_track = seen and (distance_m is None or (distance_m == 0 and track.distance_m >= ADRIFT_M))
        self.recordings.append(
            Recording(
                start=activity.start or activity.first,
                sport=sport_of(activity.sport),
                distance_m=track.distance_m if by_track else distance_m,
                seconds=seconds or track.seconds,
                climb_m=track.climb_m,
                note=activity.note,
            )
        )
