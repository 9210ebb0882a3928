"""Builders of what the red-flag rules read, around one fixed morning."""

from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from kneecoach.domain.check_in import FAMILY_FLAGS, CheckIn, Family
from kneecoach.domain.finding import Record
from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry, Injury
from kneecoach.domain.pain import PainEntry, PainPhase
from kneecoach.domain.screening import findings
from tests.builders import a_person

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2025, 11, 24, 7, 30, tzinfo=ZONE)
ALL_NO = tuple((family, False) for family in Family)
PLATEAU = ("medial_tibial_plateau",)
# Born in a year that no age rule minds
ADULT = a_person(birth_year=1990, cancer_history=False)


def ago(days: float = 0, hours: float = 0) -> datetime:
    return NOW - timedelta(days=days, hours=hours)


def day_ago(days: int) -> date:
    return ago(days).date()


def a_flag(flag: Flag, days: float = 0, *, closed: Closed | None = None) -> FlagEntry:
    return FlagEntry(uuid4(), flag, ago(days), closed)


def seen(days: int) -> Closed:
    return Closed(Closing.SEEN, day_ago(days))


def gone(days: int) -> Closed:
    return Closed(Closing.GONE, day_ago(days))


def an_injury(days: float = 2, *, told_days: float = 0, **more) -> Injury:
    """An injury with every sign answered no, unless told otherwise."""
    signs = {"pop": False, "snap": False, "bruise": False, "fast_swelling": False}
    return Injury(uuid4(), ago(days), ago(told_days), **signs | more)


def a_pain(score: int, days: float = 0, phase: PainPhase | None = PainPhase.REST, **more) -> PainEntry:
    return PainEntry(uuid4(), ago(days), score, phase=phase, **more)


def a_check_in(pain: int | None = 1, days: float = 0, *, answers=ALL_NO, denied=None, **more) -> CheckIn:
    """All five answered no, and so every flag denied, unless told otherwise."""
    if denied is None:
        denied = tuple(flag for family, yes in answers if not yes for flag in FAMILY_FLAGS[family])
    return CheckIn(uuid4(), ago(days), pain, answers=answers, denied=denied, **more)


def a_record(*entries, person=ADULT) -> Record:
    """A record of flags, injuries, pains and check-ins in any order."""

    def of(kind):
        return tuple(entry for entry in entries if isinstance(entry, kind))

    return Record(person, of(FlagEntry), of(Injury), of(PainEntry), of(CheckIn))


def fired(*entries, person=ADULT, now=NOW) -> dict[str, str]:
    """The rules that fire, each with the word of its urgency."""
    return {found.rule: found.urgency.word for found in findings(a_record(*entries, person=person), now)}
