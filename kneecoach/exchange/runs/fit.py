"""FIT: the sessions of a watch, with the totals that it counted itself."""

import io
import struct
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import fitdecode

from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.runs.fit_frames import DAMAGED, Point, frames_of, points_of
from kneecoach.exchange.runs.limits import MAX_ACTIVITIES, TOO_MANY_ACTIVITIES
from kneecoach.exchange.runs.recording import Recording, Sport
from kneecoach.exchange.runs.sports import sport_of, surface_of
from kneecoach.exchange.runs.track import Track

EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
FIRST_REAL_TIME = 0x10000000
"""Smaller times are seconds since the watch was switched on."""
FURTHEST_ZONE, QUARTER_HOUR = timedelta(hours=14), timedelta(minutes=15)
SEMICIRCLES = 180 / 2**31
VAGUE_SPORTS = {"training", "fitness_equipment", "generic"}
# What decoding a malformed message may end in: the library checks little
BROKEN = (fitdecode.FitError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError)

Message = Mapping[str, Any]


def read_fit(content: bytes, cancelled: Callable[[], bool]) -> list[Recording]:
    """The sessions, or the points where there are no sessions; `InvalidInput` when it is no activity or not sound."""
    frames = frames_of(content, cancelled)
    try:
        messages = list(_messages(frames.summary))
    except (*BROKEN, struct.error):
        raise InvalidInput(DAMAGED) from None
    kinds = {said.get("type") for name, said in messages if name == "file_id"}
    if kinds and "activity" not in kinds:
        raise InvalidInput("It is a FIT file of another kind (a course, a workout or settings), so no run is in it.")
    sessions = [said for name, said in messages if name == "session"]
    if len(sessions) > MAX_ACTIVITIES:
        raise InvalidInput(TOO_MANY_ACTIVITIES)
    names = [said.get("wkt_name") for name, said in messages if name == "workout"]
    name = next((str(name) for name in names if name), "")
    zone = _zone(next((said for kind, said in messages if kind == "activity"), {}))
    totals = [_from_session(said, name if len(sessions) == 1 else "", zone) for said in sessions]
    if totals and all(one.start and one.distance_m and one.seconds for one in totals):
        return totals
    summed = _from_points(points_of(content, frames), messages)
    if len(totals) <= 1 and summed is not None:
        return [_completed(totals[0], summed) if totals else summed]
    if not totals:
        raise InvalidInput("It holds no recorded activity, so there is no run in it.")
    return totals


def _messages(summary: bytes) -> Iterator[tuple[str, Message]]:
    with fitdecode.FitReader(
        io.BytesIO(summary),
        check_crc=fitdecode.CrcCheck.DISABLED,
        error_handling=fitdecode.ErrorHandling.IGNORE,
    ) as reader:
        for frame in reader:
            if isinstance(frame, fitdecode.FitDataMessage):
                yield frame.name, {field.name: field.value for field in frame.fields if field.value is not None}


def _zone(activity: Message) -> timezone:
    """Where the watch was: how far its local time was from UTC; UTC when it does not say."""
    utc, local = activity.get("timestamp"), activity.get("local_timestamp")
    if not isinstance(utc, datetime) or not isinstance(local, datetime):
        return UTC
    ahead = local - utc
    sensible = abs(ahead) <= FURTHEST_ZONE and ahead % QUARTER_HOUR == timedelta(0)
    return timezone(ahead) if sensible else UTC


def _from_session(said: Message, name: str, zone: timezone) -> Recording:
    sport, closer = str(said.get("sport", "")), str(said.get("sub_sport", ""))
    meant = sport_of(sport)
    if sport in VAGUE_SPORTS and sport_of(closer) is not Sport.OTHER:
        meant = sport_of(closer)
    start = said.get("start_time")
    return Recording(
        start=start.astimezone(zone) if isinstance(start, datetime) else None,
        sport=meant,
        distance_m=_amount(said, "total_distance"),
        seconds=_amount(said, "total_timer_time") or _amount(said, "total_elapsed_time"),
        climb_m=_amount(said, "total_ascent"),
        surface=surface_of(closer),
        name=name,
    )


def _amount(said: Message, name: str) -> float | None:
    value = said.get(name)
    return float(value) if isinstance(value, int | float) else None


def _from_points(points: Iterator[Point], messages: list[tuple[str, Message]]) -> Recording | None:
    track, last_way = Track(), None
    for timestamp, latitude, longitude, altitude, way in points:
        second = None if timestamp is None or timestamp < FIRST_REAL_TIME else timestamp
        height_m = None if altitude is None else altitude / 5 - 500
        if way is not None:
            step_m = 0.0 if last_way is None else max(0, way - last_way) / 100
            last_way = way
            track.step(step_m, height_m, second)
        elif last_way is None and latitude is not None and longitude is not None:
            track.add(latitude * SEMICIRCLES, longitude * SEMICIRCLES, height_m, second)
        else:
            track.step(0.0, height_m, second)
    if not track.points:
        return None
    sports = [str(said.get("sport", "")) for name, said in messages if name == "sport"]
    return Recording(
        start=None if track.start_s is None else EPOCH + timedelta(seconds=track.start_s),
        sport=sport_of(sports[0]) if sports else Sport.UNKNOWN,
        distance_m=track.distance_m,
        seconds=track.seconds,
        climb_m=track.climb_m,
    )


def _completed(said: Recording, summed: Recording) -> Recording:
    """The session with what it lacks taken from the points."""
    return Recording(
        start=said.start or summed.start,
        sport=said.sport,
        distance_m=said.distance_m or summed.distance_m,
        seconds=said.seconds or summed.seconds,
        climb_m=summed.climb_m if said.climb_m is None else said.climb_m,
        surface=said.surface,
        name=said.name,
    )
