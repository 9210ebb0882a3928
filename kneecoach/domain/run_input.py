"""How far, how long and how fast as people type them, and the same written for a field."""

import re

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.person import Units
from kneecoach.domain.run import FASTEST_S_PER_KM, MAX_CLIMB_M, MAX_DISTANCE_M, MAX_SECONDS

METRES_PER_KM = 1_000.0
METRES_PER_MILE = 1_609.344
METRES_PER_FOOT = 0.3048
UNIT_M = {Units.KM: METRES_PER_KM, Units.MILES: METRES_PER_MILE}
UNIT_WORDS = {Units.KM: "km", Units.MILES: "miles"}
PACE_WORDS = {Units.KM: "/km", Units.MILES: "/mile"}
FULL = 60
WHOLE_FROM = 10
SLOWEST_S_PER_KM = 1_800
"""Half an hour for a kilometre: slower than that, hours were meant as minutes or the other way round."""

SHORTEST_RUN_M = 50
"""Shorter than that reads as 0.0 km."""
SLOWEST_RUN_S_PER_KM = 3_600
"""An hour for a kilometre is five times as long as a stroll takes: distance or time is wrong, or it was no run."""

NUMBER = r"(\d{1,7}(?:[.,]\d{0,4})?|[.,]\d{1,4})"
DISTANCE = re.compile(rf"{NUMBER}\s*(km|kms|k|m|metres|meters|mi|mile|miles)?", re.ASCII)
CLIMB = re.compile(rf"{NUMBER}\s*(m|metres|meters|ft|feet)?", re.ASCII)
COLONS = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})", re.ASCII)
MINUTES = re.compile(rf"{NUMBER}\s*(?:m|min|mins|minute|minutes|')?", re.ASCII)
PARTS = re.compile(
    r"(?:(\d{1,2})\s*(?:h|hr|hrs|hour|hours))?\s*(?:(\d{1,3})(?!\d)\s*(?:m|min|mins|minute|minutes|')?)?"
    r"\s*(?:(\d{1,2})\s*(?:s|sec|secs|second|seconds|\"|''))?",
    re.ASCII,
)
PACE = re.compile(r"(\d{1,3}):(\d{2})\s*(?:min\s*)?(?:/|per\s)?\s*(km|k|mi|mile)?", re.ASCII)
TOLD_M = {"km": 1_000.0, "kms": 1_000.0, "k": 1_000.0, "m": 1.0, "metres": 1.0, "meters": 1.0}


def distance_m(text: str, units: Units, *, most_m: int = MAX_DISTANCE_M) -> int:
    """Whole metres of "6", "6,2" or "3.1 mi"; without a unit it is `units`."""
    found = DISTANCE.fullmatch(text.strip().lower())
    if found is None:
        raise InvalidInput(f"Write the distance as a number of {_unit_name(units)}, such as 6 or 6.2.")
    number, unit = found.groups()
    each = UNIT_M[units] if unit is None else TOLD_M.get(unit, METRES_PER_MILE)
    metres = round(_number(number) * each)
    if metres <= 0:
        raise InvalidInput("The distance must be more than nothing.")
    if metres > most_m:
        raise InvalidInput(f"That is further than {distance_words(most_m, units)}. Check the distance.")
    return metres


def seconds_of(text: str) -> int:
    """Seconds of "37:50", "1:02:03", "37", "37.5 min" or "1 h 2 min". A bare number is minutes."""
    told = text.strip().lower()
    found = _colons(told)
    if found is None:
        found = _minutes(told)
    if found is None:
        found = _parts(told)
    if found is None:
        raise InvalidInput("Write the time as minutes and seconds, such as 37:50, or with hours, such as 1:02:03.")
    if found <= 0:
        raise InvalidInput("The time must be more than nothing.")
    if found > MAX_SECONDS:
        raise InvalidInput(f"That is longer than {MAX_SECONDS // 3_600} hours. Check the time.")
    return found


def minutes_of(text: str) -> int:
    """Whole minutes of a time, at least one: an activity is not timed to the second."""
    return max(1, round(seconds_of(text) / 60))


def pace_s_per_km(text: str, units: Units) -> float:
    """Seconds a kilometre of "6:18", "6:18 /km" or "10:08/mile"."""
    found = PACE.fullmatch(text.strip().lower())
    if found is None or int(found[2]) >= FULL or int(found[1]) + int(found[2]) == 0:
        raise InvalidInput(f"Write the pace as minutes and seconds {PACE_WORDS[units]}, such as 6:18.")
    unit = {"km": Units.KM, "k": Units.KM, "mi": Units.MILES, "mile": Units.MILES}.get(found[3] or "", units)
    return (int(found[1]) * 60 + int(found[2])) * METRES_PER_KM / UNIT_M[unit]


def climb_m(text: str) -> int | None:
    """Whole metres of "85", "85 m" or "280 ft"; None when nothing was written."""
    told = text.strip().lower()
    if not told:
        return None
    found = CLIMB.fullmatch(told)
    if found is None:
        raise InvalidInput("Write the climb as a number of metres, such as 85.")
    number, unit = found.groups()
    metres = round(_number(number) * (METRES_PER_FOOT if unit in {"ft", "feet"} else 1.0))
    if metres > MAX_CLIMB_M:
        raise InvalidInput(f"The climb is from 0 to {MAX_CLIMB_M} metres.")
    return metres


def refuse_too_fast(metres: int, seconds: int, units: Units = Units.KM) -> None:
    """`InvalidInput` when nobody runs so fast; a likely reason is in its sentence."""
    if METRES_PER_KM * seconds >= FASTEST_S_PER_KM * metres:
        return
    hours = seconds * 60
    if hours <= MAX_SECONDS and FASTEST_S_PER_KM <= METRES_PER_KM * hours / metres <= SLOWEST_S_PER_KM:
        raise InvalidInput(f"{time_text(seconds)} is minutes and seconds. For hours write {time_text(hours)}.")
    pace = pace_text(FASTEST_S_PER_KM, units)
    raise InvalidInput(f"That is faster than {pace} a {UNIT_WORDS[units].removesuffix('s')}. Check distance and time.")


def refuse_unlikely(metres: int, seconds: int | None, units: Units = Units.KM) -> None:
    """`InvalidInput` for a run that would read as 0.0 km, or that is too fast or slower by far than a walk.

    Parts of a stage of returning to running are no shorter or slower than they were: they are not asked.
    """
    if metres < SHORTEST_RUN_M:
        raise InvalidInput(f"That is less than {SHORTEST_RUN_M} metres, which is no run. Check the distance.")
    if seconds is None:
        return
    refuse_too_fast(metres, seconds, units)
    if METRES_PER_KM * seconds > SLOWEST_RUN_S_PER_KM * metres:
        raise InvalidInput("That is slower than an hour a kilometre. Check distance and time.")


def distance_text(metres: int, units: Units) -> str:
    """ "6.0", "6.23": at least one decimal and at most two."""
    text = f"{metres / UNIT_M[units]:.2f}"
    return text.removesuffix("0")


def distance_words(metres: int, units: Units) -> str:
    """The distance with its unit, in full numbers from ten on: "6.2 km", "418 km", "1 mile"."""
    number = metres / UNIT_M[units]
    text = f"{number:.0f}" if number >= WHOLE_FROM or number == round(number) else f"{number:.1f}"
    unit = UNIT_WORDS[units]
    return f"{text} {unit.removesuffix('s') if text == '1' else unit}"


def time_text(seconds: int) -> str:
    """ "37:50", and "1:02:03" from an hour on."""
    hours, rest = divmod(seconds, 3_600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def pace_text(s_per_km: float, units: Units) -> str:
    """Minutes and seconds for one kilometre or one mile."""
    seconds = round(s_per_km * UNIT_M[units] / METRES_PER_KM)
    return f"{seconds // 60}:{seconds % 60:02}"


def _unit_name(units: Units) -> str:
    return "kilometres" if units is Units.KM else "miles"


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _colons(told: str) -> int | None:
    if (found := COLONS.fullmatch(told)) is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    if seconds >= FULL or (found[1] and minutes >= FULL):
        return None
    return hours * 3_600 + minutes * 60 + seconds


def _minutes(told: str) -> int | None:
    found = MINUTES.fullmatch(told)
    return round(_number(found[1]) * 60) if found else None


def _parts(told: str) -> int | None:
    """ "1h 2m 3s", "1 h 15", "45 s". What stands on its own was told before."""
    found = PARTS.fullmatch(told)
    if found is None or not any(found.groups()):
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    if seconds >= FULL or (found[1] and minutes >= FULL):
        return None
    return hours * 3_600 + minutes * 60 + seconds
