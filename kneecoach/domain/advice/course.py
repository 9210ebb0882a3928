"""How pain goes on: R18 for weeks and months, R19 for a week beside the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from kneecoach.domain.advice.load import consecutive_days
from kneecoach.domain.advice.log import DAY, TrainingLog
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.words import Said, day_of_words, found, mean_words
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.flag import Urgency
from kneecoach.domain.number_words import or_less
from kneecoach.domain.pain import PainEntry

LAST = 7
WEEK = 7
MOST = 10


@dataclass(frozen=True, slots=True)
class Episode:
    """A time with pain: its entries from the first painful one on, until enough logged days had none."""

    entries: tuple[PainEntry, ...]
    over: bool

    @property
    def start(self) -> date:
        """The first day of it."""
        return self.entries[0].at.date()


def episodes(pains: Sequence[PainEntry], gap: int) -> list[Episode]:
    """The times with pain, the earliest first, split where `gap` logged days in a row had none."""
    done: list[Episode] = []
    entries: list[PainEntry] = []
    painless: set[date] = set()
    day_of_pain: date | None = None
    for entry in pains:
        day = entry.at.date()
        if entry.score:
            if painless:
                if entries and len(painless - {day}) >= gap:
                    done.append(Episode(tuple(entries), over=True))
                    entries = []
                painless = set()
            day_of_pain = day
        elif entries and day != day_of_pain:
            painless.add(day)
        if entries or entry.score:
            entries.append(entry)
    if entries:
        done.append(Episode(tuple(entries), over=len(painless) >= gap))
    return done


def persistent(log: TrainingLog, profile: Profile) -> Finding | None:
    """R18, by the first of its three branches that holds; days without an entry clear none of the first two."""
    known = episodes(log.pains, profile.episode_gap)
    if known and not known[-1].over:
        now = known[-1]
        lasting = _two_weeks(log, now, profile) or _six_weeks(log, now, profile)
        if lasting is not None:
            return lasting
    return _again(log, known, profile)


def _routine(key: str, values: dict[str, int | str], entries: Sequence[PainEntry]) -> Finding:
    said = Said(Level.SEEK_CARE, values, tuple(entry.id for entry in entries), Urgency.ROUTINE)
    return found(key, said)


def _two_weeks(log: TrainingLog, now: Episode, profile: Profile) -> Finding | None:
    days = (log.today - now.start).days
    first, last = now.entries[:LAST], now.entries[-LAST:]
    if days < profile.lasting_days or len(last) < profile.lasting_least:
        return None
    scores = [entry.score for entry in now.entries]
    if _is_better(scores, profile):
        return None
    clear = next(score for score in range(MOST, -1, -1) if _is_better([*scores, *[score] * LAST], profile))
    values: dict[str, int | str] = {
        "days": days,
        "start": day_of_words(now.start),
        "first": mean_words(entry.score for entry in first),
        "first_n": len(first),
        "last": mean_words(entry.score for entry in last),
        "last_n": len(last),
        "clear": clear,
        "clears": _clears(scores, clear, profile),
    }
    return _routine("R18.two_weeks", values, (*first, *last))


def _clears(scores: Sequence[int], clear: int, profile: Profile) -> str:
    """What makes the last entries better: their mean, once there are enough first ones to hold it against."""
    if len(scores) < LAST:
        return f"Seven more entries, each at {or_less(clear)}"
    tenths = 10 * max(0, sum(scores[:LAST]) - profile.lasting_better * LAST) // LAST
    mean = f"{tenths / 10:g} or less on average" if tenths else "0"
    return f"The last seven entries at {mean}"


def _is_better(scores: Sequence[int], profile: Profile) -> bool:
    """Whether the last entries lie under the first ones by what counts, or at 0, under which nothing lies."""
    first, last = scores[:LAST], scores[-LAST:]
    # Both hold the same number of entries, so that the sums stand as the means do
    return sum(last) <= max(0, sum(first) - profile.lasting_better * len(first))


def _six_weeks(log: TrainingLog, now: Episode, profile: Profile) -> Finding | None:
    days = (log.today - now.start).days
    calm = list(takewhile(lambda entry: entry.score < profile.long_score, reversed(now.entries)))
    if days < profile.long_days or len(calm) == len(now.entries):
        return None
    last = now.entries[-1 - len(calm)]
    # On the day on which six weeks are full, the last seven days are looked at; from then on, logged days
    if (last.at.date() - now.start).days < profile.long_days - (WEEK - 1):
        return None
    since = {entry.at.date() for entry in calm if entry.at.date() > last.at.date()}
    if len(since) >= WEEK:
        return None
    values: dict[str, int | str] = {
        "days": days,
        "start": day_of_words(now.start),
        "pain": last.score,
        "day": day_of_words(last.at.date()),
        "least": profile.long_score,
    }
    return _routine("R18.six_weeks", values, (last,))


def _again(log: TrainingLog, known: Sequence[Episode], profile: Profile) -> Finding | None:
    within = [one for one in known if (log.today - one.start).days < profile.episodes_days]
    if len(within) < profile.episodes:
        return None
    # As many as count are left until the first of the last ones is too long ago
    clear = within[-profile.episodes].start + profile.episodes_days * DAY
    values: dict[str, int | str] = {
        "episodes": len(within),
        "within": profile.episodes_days,
        "starts": ", ".join(day_of_words(one.start) for one in within),
        "clear_day": day_of_words(clear),
    }
    return _routine("R18.again", values, [one.entries[0] for one in within])


def trend(log: TrainingLog, profile: Profile) -> Finding | None:
    """R19. Pain that a painkiller may have hidden never makes a week better."""
    week = log.pains_between(log.today - (WEEK - 1) * DAY, log.today)
    before = log.pains_between(log.today - (2 * WEEK - 1) * DAY, log.today - WEEK * DAY)
    if min(len(week), len(before)) < profile.trend_least:
        return None
    if _rise(before, week) >= profile.trend_points * len(week) * len(before):
        explained = consecutive_days(log, profile) is not None
        return None if explained else _trend("R19.worse", Level.CAUTION, log, profile, (before, week))
    lately = log.runs_between(log.today - (WEEK + 5) * DAY, log.today)
    hidden = {run.id for run in lately if run.painkiller}
    open_week = [entry for entry in week if entry.of not in hidden]
    if all(_is_less(before, entries, profile) for entries in (week, open_week)):
        return _trend("R19.better", Level.INFO, log, profile, (before, open_week))
    return None


def _is_less(before: Sequence[PainEntry], week: Sequence[PainEntry], profile: Profile) -> bool:
    fall = -_rise(before, week)
    if fall <= 0 or len(week) < profile.trend_least:
        return False
    share = profile.trend_share * sum(entry.score for entry in before) * len(week)
    return fall >= profile.trend_points * len(week) * len(before) or 100 * fall >= share


def _rise(before: Sequence[PainEntry], week: Sequence[PainEntry]) -> int:
    """The difference of the means, times both numbers of entries: whole, so that nothing is rounded."""
    return sum(one.score for one in week) * len(before) - sum(one.score for one in before) * len(week)


def _trend(
    key: str, level: Level, log: TrainingLog, profile: Profile, weeks: tuple[Sequence[PainEntry], Sequence[PainEntry]]
) -> Finding:
    before, week = weeks
    # Cut off, so that less than what is said is less than what is meant
    tenths = 10 * sum(entry.score for entry in before) // len(before) + 10 * profile.trend_points
    values: dict[str, int | str] = {
        "now": mean_words(entry.score for entry in week),
        "now_n": len(week),
        "before": mean_words(entry.score for entry in before),
        "before_n": len(before),
        "day": day_of_words(log.today),
        "clear": f"{tenths // 10}.{tenths % 10}",
    }
    return found(key, Said(level, values, tuple(entry.id for entry in (*before, *week))))
