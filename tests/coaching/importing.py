"""Files that were read, for the tests of importing."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

from kneecoach.coaching import diary, imports
from kneecoach.coaching.imports import Chosen
from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.exercise import Side
from kneecoach.domain.run import Run
from kneecoach.exchange.runs.found import Found
from tests.builders import A_DAY, PERSON_ID

A_MINUTE = timedelta(minutes=1)
NOW = A_DAY + 60 * 24 * 60 * A_MINUTE
PLACE = (Side.LEFT, ("medial_joint_line",))
BY_HAND = Run(UUID(int=1), A_DAY, 6_000, 2_400, effort=4, pain_max=3, note="in the wood")


def a_run(minutes=0, metres=6_200, **more):
    """A run that a watch has measured."""
    return Run(uuid4(), A_DAY + minutes * A_MINUTE, metres, 2_320, source="forest.fit", digest="f" * 64, **more)


def found(minutes=0, metres=6_200, *, shoe="", file="forest.fit", **more):
    digest = more.pop("digest", f"{file}{minutes}{metres}")
    return Found(replace(a_run(minutes, metres, **more), source=file, digest=digest), file, shoe)


def a_ride(minutes=0, lasted=40):
    return Activity(uuid4(), A_DAY + minutes * A_MINUTE, ActivityKind.BIKE, lasted, source="ride.gpx", digest="r" * 64)


def preview(store, *outcomes):
    return imports.preview(store, PERSON_ID, outcomes)


def take_in(store, *chosen, measured=()):
    return imports.take_in(store, PERSON_ID, Chosen(chosen, measured), NOW)


def entries(store):
    return diary.read_diary(store, PERSON_ID).entries


def kept_runs(store):
    return [entry for entry in entries(store) if isinstance(entry, Run)]
