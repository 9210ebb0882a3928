"""How much of a long record the red flags can see: what lies further back and was answered since says no more."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.finding import Record
from kneecoach.domain.flag import Flag, FlagEntry, Injury
from kneecoach.domain.known import REST_PHASES, RUN_PHASES, amounts
from kneecoach.domain.local_time import utc
from kneecoach.domain.pain import PainEntry, PainPhase
from kneecoach.domain.red_flags_bone import is_read
from kneecoach.domain.red_flags_lasting import HIGH_AT_REST, NIGHT_SCORE, NOON, QUIET_DAYS, SETTLED, WEEK_DAYS

LATELY = timedelta(days=60)
"""More than a visit is a note (28 days) with the values before it (14), and than any week or fortnight of a rule."""
_DAY = timedelta(days=1)
_ZONES = 2 * _DAY
"""No two local days of one instant are further apart."""


def stays(pain: PainEntry) -> bool:
    """Whether an entry counts however far back it lies: of R07, and the high scores of R08, all are read."""
    return is_read(pain) or pain.score >= HIGH_AT_REST


def tells_for_long(check_in: CheckIn) -> bool:
    """The same for a check-in: R07 reads when hopping was painless."""
    return Flag.HOP_PAIN in check_in.denied or _is_high(check_in)


def _is_high(check_in: CheckIn) -> bool:
    return max(check_in.pain or 0, *(mark.pain for mark in check_in.marks), 0) >= HIGH_AT_REST


def is_enough(record: Record, since: datetime, now: datetime) -> bool:
    """Whether a record that leaves out what lies before `since` and neither `stays` nor tells of swelling has all that
    the red flags read from `now` on (both aware).

    Then something of later on has answered whatever may have been left out.
    """
    if record.earlier or now - since < LATELY or any(_waits(one, since, now) for one in _answered_ones(record)):
        return False
    told = [pain for pain in record.pains if utc(since) <= utc(pain.at) <= utc(now)]
    if record.person and record.person.cancer_history and not any(pain.score for pain in told):
        return False
    answered = _answers_high_scores(told, since) or not _had_high_scores(record, since)
    return answered and _nights_are_known(record.pains, told, since)


def _answered_ones(record: Record) -> Iterable[FlagEntry | Injury]:
    return (*record.flags, *record.injuries)


def _waits(entry: FlagEntry | Injury, since: datetime, now: datetime) -> bool:
    """Whether it is of before, and was open in these days: then what was answered beside it counts."""
    first = min(utc(entry.at), utc(entry.entered)) if isinstance(entry, Injury) else utc(entry.at)
    return first < utc(since) and (entry.closed is None or entry.closed.on >= now.date() - _ZONES)


def _answers_high_scores(told: Sequence[PainEntry], since: datetime) -> bool:
    first = since.date() + WEEK_DAYS * _DAY + _ZONES
    asked = any(pain.phase not in RUN_PHASES for pain in told)
    return asked and any(
        pain.phase in REST_PHASES and pain.score < HIGH_AT_REST and pain.at.date() > first for pain in told
    )


def _had_high_scores(record: Record, since: datetime) -> bool:
    edge = utc(since)
    pains = any(pain.score >= HIGH_AT_REST and utc(pain.at) < edge for pain in record.pains)
    return pains or any(_is_high(one) and utc(one.at) < edge for one in record.check_ins)


def _nights_are_known(pains: Sequence[PainEntry], told: Sequence[PainEntry], since: datetime) -> bool:
    """Whether no night of pain lies before, or fourteen quiet days that are logged came since."""
    nights = {(pain.at - NOON).date() for pain in pains if pain.phase is PainPhase.NIGHT and pain.score >= NIGHT_SCORE}
    start = since.date() + _ZONES
    if not any(night <= start for night in nights):
        return True
    days = sorted({pain.at.date() for pain in told})
    marks = [start, *sorted(night for night in nights if night > start), date.max]
    return any(sum(before + _DAY < day < after for day in days) >= QUIET_DAYS for before, after in pairwise(marks))


def swelling_settled(record: Record, since: datetime, now: datetime) -> bool:
    """Whether swelling of before `since` was answered by `now`: none, told twice, 48 hours apart."""
    first: datetime | None = None
    for at, amount in amounts(record):
        if not utc(since) <= utc(at) <= utc(now):
            continue
        if amount:
            first = None
        elif first is None:
            first = at
        elif utc(at) - utc(first) >= SETTLED:
            return True
    return False


def lately(record: Record, now: datetime) -> Record:
    """The same record without what the red flags can't see from `now` on; itself where nothing can be left out."""
    since = now - LATELY
    if not is_enough(record, since, now):
        return record
    settled = swelling_settled(record, since, now)
    edge = utc(since)
    pains = tuple(
        pain for pain in record.pains if utc(pain.at) >= edge or stays(pain) or not (settled or pain.swelling is None)
    )
    check_ins = tuple(one for one in record.check_ins if utc(one.at) >= edge or tells_for_long(one))
    return replace(record, pains=pains, check_ins=check_ins)
