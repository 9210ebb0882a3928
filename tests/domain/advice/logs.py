"""Logs of training told in a few words: days count from the first of June, a Monday, and times are Berlin's."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.advice.log import TrainingLog, log_at
from kneecoach.domain.ice import Ice
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionStatus
from kneecoach.exchange.thresholds import default_profile
from tests.builders import a_session_record, a_set_record

BERLIN = ZoneInfo("Europe/Berlin")
DEFAULT = Path(__file__).parents[3] / "resources" / "advice" / "default.toml"
PROFILE = default_profile()


def day(number):
    return date(2026, 6, 1) + timedelta(days=number)


def moment(number, hour=18, minute=0):
    return datetime(2026, 6, 1, hour, minute, tzinfo=BERLIN) + timedelta(days=number)


def a_run(number, km=5.0, *, hour=18, **more):
    return Run(uuid4(), moment(number, hour), round(1000 * km), **more)


def a_pain(number, score, *, hour=20, **more):
    return PainEntry(uuid4(), moment(number, hour), score, **more)


def a_morning(number, pain, **more):
    return MorningCheck(uuid4(), day(number), moment(number, 7), pain, **more)


def an_activity(number, kind=ActivityKind.STRENGTH, minutes=30):
    return Activity(uuid4(), moment(number, 12), kind, minutes)


def an_ice(number, minutes=20, *, hour=20, minute=0, cloth=True):
    return Ice(uuid4(), moment(number, hour, minute), minutes, cloth)


def a_played(number, *pains, exercise="front_lunge", hour=17, **more):
    sets = tuple(
        a_set_record(index, id=uuid4(), exercise=exercise, pain=pain) for index, pain in enumerate(pains or (None,))
    )
    known = {"id": uuid4(), "started_at": moment(number, hour), "status": SessionStatus.COMPLETED, "sets": sets}
    return a_session_record(**known | more)


def a_log(today, *entries, hour=22, **more):
    """What these entries are as a log, late on that day."""
    places = {
        Run: "runs",
        PainEntry: "pains",
        MorningCheck: "mornings",
        Activity: "activities",
        Ice: "ices",
    }
    log = TrainingLog(moment(today, hour), **more)
    for entry in entries:
        name = places.get(type(entry), "sessions")
        log = replace(log, **{name: (*getattr(log, name), entry)})
    return log_at(log.now, log)
