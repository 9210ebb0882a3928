"""The condition of a rule in words, with the thresholds that it goes by."""

from kneecoach.domain.advice.profile import AS_LONG, Profile
from kneecoach.domain.advice.rule import Rule
from kneecoach.domain.advice.threshold import THRESHOLDS, Threshold, Unit
from kneecoach.domain.advice.words import distance
from kneecoach.domain.number_words import in_words
from kneecoach.domain.person import Units

WEEK = 7
TEN = 10
HALF_A_YEAR = 180


def condition_of(rule: Rule, profile: Profile, units: Units = Units.KM) -> str:
    """Its condition; those of the red flags hold no threshold."""
    return rule.condition.format(**_shown(profile, units))


def value_words(threshold: Threshold, value: int, units: Units) -> str:
    """A threshold as it is shown: "2 of 10", "3.0 km", "14 days"."""
    if threshold.unit is Unit.METRES:
        return distance(value, units)
    if threshold.unit is Unit.TENTHS:
        return f"{_tenths(value)} points"
    if threshold.unit in _ONE and value == 1:
        return f"1 {_ONE[threshold.unit]}"
    return f"{value} {threshold.unit.value}"


_ONE = {Unit.POINTS: "point", Unit.DAYS: "day", Unit.RUNS: "run", Unit.ENTRIES: "entry", Unit.TIMES: "time"}


def _shown(profile: Profile, units: Units) -> dict[str, int | str]:
    shown: dict[str, int | str] = {name: getattr(profile, name) for name in THRESHOLDS}
    return (
        shown
        | profile.zones.shown
        | {
            "spike_times": _times(profile.spike_small),
            "spike_least": _whole(profile.spike_least_m, units),
            "week_times": _times(profile.week_jump),
            "week_least": _whole(profile.week_jump_least_m, units),
            "week_percent": profile.week_jump - AS_LONG,
            "row_caution_words": in_words(profile.row_caution),
            "row_info_words": in_words(profile.row_info),
            "balance_words": in_words(profile.balance_runs),
            "lasting": _period(profile.lasting_days),
            "better": _points(profile.lasting_better),
            "long": _period(profile.long_days),
            "episodes_words": in_words(profile.episodes),
            "within": _period(profile.episodes_days),
            "trend": _points(profile.trend_points),
            "pattern_words": in_words(profile.pattern_least),
            "pattern": _tenths(profile.pattern_tenths),
            "shoe_info": _whole(profile.shoe_info_m, units),
            "shoe_caution": _whole(profile.shoe_caution_m, units),
            "clean_words": in_words(profile.return_clean),
        }
    )


def _tenths(value: int) -> str:
    return f"{value // TEN}.{value % TEN}"


def _times(percent: int) -> str:
    """ "1.1" for 110 percent."""
    whole, rest = divmod(percent, AS_LONG)
    return f"{whole}.{rest:02d}".removesuffix("0")


def _whole(metres: int, units: Units) -> str:
    """ "3 km" in place of "3.0 km"."""
    number, unit = distance(metres, units).split()
    return f"{number.removesuffix('.0')} {unit}"


def _points(value: int) -> str:
    return "a point" if value == 1 else f"{value} points"


def _period(days: int) -> str:
    """ "two weeks", "half a year", "10 days"."""
    if days == HALF_A_YEAR:
        return "half a year"
    return f"{in_words(days // WEEK)} {'week' if days == WEEK else 'weeks'}" if days % WEEK == 0 else f"{days} days"
