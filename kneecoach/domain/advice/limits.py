"""The thresholds that a rule goes by, as they are shown beside it, each with where it comes from."""

from collections.abc import Callable
from dataclasses import dataclass

from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.words import distance
from kneecoach.domain.ice import BEFORE_RUN, CAUTION_ABOVE_MINUTES, GAP
from kneecoach.domain.person import Units

OURS = "our own choice"


@dataclass(frozen=True, slots=True)
class Limit:
    """One threshold in words: what it is, how high, and its source."""

    words: str
    value: str
    source: str


def limits(rule: str, profile: Profile, usual: Profile, units: Units) -> tuple[Limit, ...]:
    """Those of a rule. The red flags have fixed ones, which are in their condition and nobody's to change.

    A source stands for the `usual` figure: one that is another was set by whoever made the profile.
    """
    told = _LIMITS.get(rule)
    if told is None:
        return ()
    pairs = zip(told(profile, units), told(usual, units), strict=True)
    return tuple(_limit(one, value, profile) for one, (_, value, _) in pairs)


def _limit(told: tuple[str, str, str], usual: str, profile: Profile) -> Limit:
    words, value, source = told
    return Limit(words, value, source if value == usual else f"“{profile.name}”; usually {usual}: {source}")


_Told = tuple[tuple[str, str, str], ...]


def _points(value: int) -> str:
    return f"{value} of 10"


def _points_words(value: int) -> str:
    return "1 point" if value == 1 else f"{value} points"


def _tenths(value: int) -> str:
    return f"{value // 10}.{value % 10} points"


def _exercise(profile: Profile, _units: Units) -> _Told:
    zones = "Thomeé 1997; Silbernagel 2007"
    return (
        ("Carry on up to", _points(profile.green_max), zones),
        ("Stop above", _points(profile.amber_max), zones),
        ("Stop at a rise of", _points_words(profile.rise), OURS),
    )


def _run(profile: Profile, _units: Units) -> _Told:
    return (
        ("As planned up to", _points(profile.green_max), "Esculier 2018"),
        ("Stop above", _points(profile.amber_max), "Thomeé 1997; Silbernagel 2007"),
    )


def _morning(profile: Profile, _units: Units) -> _Told:
    return (
        ("No more than last time", "above the usual", "Silbernagel 2007, made stricter"),
        ("A day of rest", f"{_points_words(profile.rest_above)} above", OURS),
    )


def _spike(profile: Profile, units: Units) -> _Told:
    source = "Frandsen 2025"
    return (
        ("A little longer, above", f"{profile.spike_small} %", source),
        ("Much longer, above", f"{profile.spike_moderate} %", source),
        ("Very much longer, above", f"{profile.spike_large} %", source),
        ("Looks back", f"{profile.spike_days} days", source),
        ("Shorter runs are passed over", distance(profile.spike_least_m, units), OURS),
    )


def _week(profile: Profile, units: Units) -> _Told:
    return (
        ("More than the week before", f"{profile.week_jump} %", "Nielsen 2014"),
        ("And at least", f"{distance(profile.week_jump_least_m, units)} more", OURS),
        ("Runs in the week before", f"{profile.week_jump_runs} or more", OURS),
    )


def _row(profile: Profile, _units: Units) -> _Told:
    return (
        ("Caution from", f"{profile.row_caution} days in a row", "Capin 2018; articles"),
        ("A note from", f"{profile.row_info} days, when it hurt", OURS),
        ("Hurt means", f"{profile.row_sore} or more", OURS),
    )


def _balance(profile: Profile, _units: Units) -> _Told:
    return (("Speaks from", f"{profile.balance_runs} runs in seven days", OURS),)


def _lasting(profile: Profile, _units: Units) -> _Told:
    return (
        ("Not better after", f"{profile.lasting_days} days", "g-care knee pathway"),
        ("Judged from", f"{profile.lasting_least} entries", OURS),
        ("Better means", f"{_points_words(profile.lasting_better)} less", OURS),
        ("Still there after", f"{profile.long_days} days", "Morecambe Bay leaflet"),
        ("With a score of", f"{profile.long_score} or more", OURS),
        ("Or times with pain", str(profile.episodes), OURS),
        ("Within", f"{profile.episodes_days} days", OURS),
        ("Over after painless", f"{profile.episode_gap} days", OURS),
    )


def _trend(profile: Profile, _units: Units) -> _Told:
    return (
        ("More, or less, by", _points_words(profile.trend_points), "Salaffi 2004"),
        ("Or less by", f"{profile.trend_share} %", "Salaffi 2004"),
        ("Entries in each week", f"{profile.trend_least} or more", OURS),
    )


def _pattern(profile: Profile, _units: Units) -> _Told:
    return (
        ("Difference of the means", _tenths(profile.pattern_tenths), OURS),
        ("Runs in and outside", f"{profile.pattern_least} or more", OURS),
        ("By chance at most", f"{profile.pattern_error} %", OURS),
    )


def _ice(_profile: Profile, _units: Units) -> _Told:
    return (
        ("Caution above", f"{CAUTION_ABOVE_MINUTES} minutes", "leaflets of English hospitals"),
        ("Between two times", f"{GAP.seconds // 3_600} hours", "leaflets of English hospitals"),
        ("Before a run", f"{BEFORE_RUN.seconds // 60} minutes", "MacAuley 2001"),
    )


def _warm_up(profile: Profile, _units: Units) -> _Told:
    return (
        ("One muscle stretched", "under 60 seconds", "Behm 2016"),
        ("One roll", "at most 120 seconds", "Behm 2020"),
        ("Pain while rolling", f"under {profile.roll_pain} of 10", OURS),
    )


def _shoes(profile: Profile, units: Units) -> _Told:
    source = "custom; Cook 1985"
    return (
        ("A note from", distance(profile.shoe_info_m, units), source),
        ("Caution from", distance(profile.shoe_caution_m, units), source),
    )


def _returning(profile: Profile, _units: Units) -> _Told:
    return (
        ("Clean times at a stage", str(profile.return_clean), "Trials 2023"),
        ("Steps on in seven days", f"{profile.return_advances} at most", "Capin 2018"),
        ("Runs in seven days", f"{profile.return_runs} at most", "Capin 2018"),
        ("After a step back", f"{profile.return_off_hours} hours off", OURS),
    )


_LIMITS: dict[str, Callable[[Profile, Units], _Told]] = {
    "R10": _exercise,
    "R11": _run,
    "R13": _morning,
    "R14": _spike,
    "R15": _week,
    "R16": _row,
    "R17": _balance,
    "R18": _lasting,
    "R19": _trend,
    "R20": _pattern,
    "R21": _ice,
    "R22": _warm_up,
    "R23": _shoes,
    "R25": _returning,
}
