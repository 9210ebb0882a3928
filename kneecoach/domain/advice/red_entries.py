"""Which entries a red flag read, so that each of them can be looked at."""

from datetime import timedelta
from uuid import UUID

from kneecoach.domain.finding import Finding, Record
from kneecoach.domain.flag import FlagEntry
from kneecoach.domain.known import REST_PHASES, RUN_PHASES
from kneecoach.domain.pain import Amount, PainEntry, PainPhase
from kneecoach.domain.red_flag_words import injury_words
from kneecoach.domain.red_flags_acute import ticked
from kneecoach.domain.red_flags_bone import BONE_REGIONS
from kneecoach.domain.red_flags_lasting import (
    HIGH_AT_REST,
    NIGHT_SCORE,
    NIGHTS_WITHIN_DAYS,
    SEVERE,
    WEEK_DAYS,
)
from kneecoach.domain.told_before import as_told


def entries_of(finding: Finding, record: Record) -> tuple[UUID, ...]:
    """The ids of what a finding read; a rule of training names them itself."""
    if finding.entries:
        return finding.entries
    lines = finding.because
    flags = [one.id for one in record.flags if _named(one, lines)]
    injuries = [one.id for one in record.injuries if any(injury_words(one) in line for line in lines)]
    return tuple(dict.fromkeys((*flags, *injuries, *(one.id for one in _pains(finding.rule, record)))))


def _named(flag: FlagEntry, lines: tuple[str, ...]) -> bool:
    return ticked([flag])[0] in lines


def _pains(rule: str, record: Record) -> list[PainEntry]:
    """The newest entry of the kind that the rule reads, and those of the days before it that count with it."""
    days = {"R06": NIGHTS_WITHIN_DAYS, "R07": 1, "R08": WEEK_DAYS, "R09": WEEK_DAYS}.get(rule, 0)
    read = [pain for pain in as_told(record).pains if days and _counts(rule, pain)]
    if not read:
        return []
    last = max(pain.at.date() for pain in read)
    return [pain for pain in read if pain.at.date() > last - timedelta(days=days)]


def _counts(rule: str, pain: PainEntry) -> bool:
    if rule == "R06":
        return pain.phase is PainPhase.NIGHT and pain.score >= NIGHT_SCORE
    if rule == "R07":
        return bool(pain.score) and not BONE_REGIONS.isdisjoint(pain.regions)
    if rule == "R08":
        at_rest = pain.phase is None or pain.phase in REST_PHASES
        return pain.phase not in RUN_PHASES and pain.score >= (HIGH_AT_REST if at_rest else SEVERE)
    return pain.swelling in (Amount.LITTLE, Amount.CLEAR)
