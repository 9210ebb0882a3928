"""Which rules can't judge yet, and what they lack. What nobody said is never taken for good news."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kneecoach.domain.advice.course import WEEK, episodes
from kneecoach.domain.advice.log import DAY, TrainingLog, log_at
from kneecoach.domain.advice.pattern import comparable
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.response import hour_of
from kneecoach.domain.advice.words import day_of_words
from kneecoach.domain.finding import Record
from kneecoach.domain.known import ASKED_DAYS, amounts, days_between, scores
from kneecoach.domain.pain import PainEntry, PainPhase

LATELY = 14
BONE = frozenset({"medial_femoral_condyle", "medial_tibial_plateau"})
A_RUN = "A run in the diary."
SIGNS = ("R01", "R02", "R03", "R04", "R05")


@dataclass(frozen=True, slots=True)
class Waiting:
    """One rule that could not speak, and what it lacks in a sentence."""

    rule: str
    lacks: str


def waiting(record: Record, log: TrainingLog, now: datetime, profile: Profile) -> tuple[Waiting, ...]:
    """In the order of the rules, as of `now` (aware). A rule that nothing was asked of, as ice without ice, is none."""
    at = log_at(now, log)
    lacking = {rule: _no_check_in(record, now) for rule in SIGNS}
    lacking |= {"R06": _nights(at), "R07": _places(at), "R08": _recent_score(record, now)}
    lacking |= {"R09": _recent_swelling(record, now)}
    lacking |= {rule: of(at, profile) for rule, of in _OF_TRAINING.items()}
    return tuple(Waiting(rule, lacks) for rule, lacks in lacking.items() if lacks)


def _no_check_in(record: Record, now: datetime) -> str:
    if any(0 <= days_between(one.at, now) < ASKED_DAYS for one in record.check_ins):
        return ""
    return "A check-in: its questions were not asked in the last seven days."


def _nights(log: TrainingLog) -> str:
    first = log.today - (LATELY - 1) * DAY
    told = any(check.on >= first and check.night is not None for check in log.mornings)
    told = told or any(one.phase is PainPhase.NIGHT for one in log.pains_between(first, log.today))
    return "" if told else "Whether it hurts at night: the morning check asks."


def _places(log: TrainingLog) -> str:
    entries = [one for one in log.pains_between(log.today - (LATELY - 1) * DAY, log.today) if one.score]
    if any(_half_told(one) for one in entries):
        return "How large the sore spot on the bone is, and whether it is sore to touch."
    if any(one.regions for one in entries):
        return ""
    return "Where it hurts: no place was marked in the last 14 days."


def _half_told(entry: PainEntry) -> bool:
    return bool(BONE & set(entry.regions)) and (entry.size is None or entry.tenderness is None)


def _recent_score(record: Record, now: datetime) -> str:
    recent = any(0 <= days_between(one.at, now) < WEEK for one in scores(record))
    return "" if recent else "A pain score in the last seven days."


def _recent_swelling(record: Record, now: datetime) -> str:
    recent = any(0 <= days_between(at, now) < WEEK for at, _ in amounts(record))
    return "" if recent else "Whether it is swollen: not said in the last seven days."


def _exercise(log: TrainingLog, _profile: Profile) -> str:
    told = any(session.pains or any(one.pain is not None for one in session.sets) for session in log.sessions)
    return "" if told else "A score while you exercise: P in the player."


def _run(log: TrainingLog, _profile: Profile) -> str:
    if not log.runs:
        return A_RUN
    last = log.runs[-1]
    return "" if last.pain_max is not None else f"The highest pain of the run of {day_of_words(last.at.date())}."


def _hour(log: TrainingLog, _profile: Profile) -> str:
    if not log.runs:
        return A_RUN
    last = log.runs[-1]
    if None not in hour_of(last, log):
        return ""
    return f"The pain before the run of {day_of_words(last.at.date())}, and an hour after it."


def _mornings(log: TrainingLog, _profile: Profile) -> str:
    return "" if log.usual_morning(log.today) is not None else "Three morning checks in seven days."


def _any_run(log: TrainingLog, _profile: Profile) -> str:
    return "" if log.runs else A_RUN


def _weeks(log: TrainingLog, profile: Profile) -> str:
    before = log.runs_between(log.today - (2 * WEEK - 1) * DAY, log.today - WEEK * DAY)
    return (
        "" if len(before) >= profile.week_jump_runs else f"{profile.week_jump_runs} runs in the week before this one."
    )


def _lasting(log: TrainingLog, profile: Profile) -> str:
    known = episodes(log.pains, profile.episode_gap)
    entries = len(known[-1].entries) if known else 0
    return "" if entries >= profile.lasting_least else f"{profile.lasting_least} pain entries; there are {entries}."


def _trend(log: TrainingLog, profile: Profile) -> str:
    week = log.pains_between(log.today - (WEEK - 1) * DAY, log.today)
    before = log.pains_between(log.today - (2 * WEEK - 1) * DAY, log.today - WEEK * DAY)
    if min(len(week), len(before)) >= profile.trend_least:
        return ""
    return f"{profile.trend_least} pain entries in each of two weeks; there are {len(before)} and {len(week)}."


def _pattern(log: TrainingLog, profile: Profile) -> str:
    least = profile.pattern_least
    return "" if comparable(log, profile) else f"{least} runs of one kind and {least} others, each with its pain."


def _shoes(log: TrainingLog, _profile: Profile) -> str:
    return "" if log.shoes else "A pair of shoes."


def _painkiller(log: TrainingLog, _profile: Profile) -> str:
    if not log.runs:
        return A_RUN
    last = log.runs[-1]
    if last.painkiller is not None:
        return ""
    return f"Whether a painkiller was taken before the run of {day_of_words(last.at.date())}."


_OF_TRAINING: dict[str, Callable[[TrainingLog, Profile], str]] = {
    "R10": _exercise,
    "R11": _run,
    "R12": _hour,
    "R13": _mornings,
    "R14": _any_run,
    "R15": _weeks,
    "R16": _any_run,
    "R17": _any_run,
    "R18": _lasting,
    "R19": _trend,
    "R20": _pattern,
    "R23": _shoes,
    "R24": _painkiller,
}
