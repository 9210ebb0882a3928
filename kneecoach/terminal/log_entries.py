"""`kneecoach log`: what happened to the knee, in one line; what is wrong in it is refused before anything is kept."""

import argparse
from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import TypeVar
from uuid import UUID, uuid4

from kneecoach.coaching import diary, ice, mornings
from kneecoach.coaching.check_in import answer_flags, read_record
from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.diary import Entry
from kneecoach.domain.effort import MAX_EFFORT, checked_effort
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Closed, Closing, Injury, Mechanism
from kneecoach.domain.ice import LONGEST_MINUTES, Ice
from kneecoach.domain.known import open_injuries
from kneecoach.domain.local_time import utc
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount, PainEntry, PainPhase, PainSize, Quality, Symptom, Tenderness
from kneecoach.domain.person import Units
from kneecoach.domain.red_flags_gone import waits_for_visit
from kneecoach.domain.run import Onset, Run, RunKind, Surface
from kneecoach.domain.run_input import climb_m, distance_m, minutes_of, refuse_unlikely, seconds_of
from kneecoach.domain.run_moment import refusal_of_end, start_of
from kneecoach.domain.shoe import Shoe
from kneecoach.storage import diary as diary_table
from kneecoach.storage import runs
from kneecoach.storage.database import Store
from kneecoach.terminal.arguments import moment_of_day
from kneecoach.terminal.printable import visible

NO_EFFORT = f"Effort is a whole number from 0 to {MAX_EFFORT}."
NO_MINUTES = f"Ice is from 1 to {LONGEST_MINUTES} minutes."
NO_INJURY = "There is no open injury of that kind."
NEW_ONLY = "What is gone or seen was told before: leave the other options out."
FUTURE = "That time is in the future."

Member = TypeVar("Member", bound=Enum)


def log_pain(store: Store, person: UUID, options: argparse.Namespace, now: datetime) -> Entry:
    """`log pain`."""
    entry = PainEntry(
        id=uuid4(),
        at=_at(options, now) or now,
        score=options.score,
        side=_one(Side, options.side),
        regions=tuple(dict.fromkeys(options.region)),
        phase=_one(PainPhase, options.phase),
        qualities=_many(Quality, options.quality),
        swelling=_one(Amount, options.swelling),
        size=_one(PainSize, options.size),
        tenderness=_one(Tenderness, options.tenderness),
        note=options.note,
        symptoms=_many(Symptom, options.symptom),
    )
    return diary.log_pain(store, person, entry, now)


def log_run(store: Store, person: UUID, options: argparse.Namespace, now: datetime) -> Entry:
    """`log run`; without a time it has just ended."""
    metres = distance_m(options.km, Units.KM)
    seconds = None if options.minutes is None else seconds_of(options.minutes)
    refuse_unlikely(metres, seconds)
    run = Run(
        id=uuid4(),
        at=_at(options, now) or start_of(now, seconds, hour_gone=options.pain_60 is not None),
        distance_m=metres,
        seconds=seconds,
        kind=_one(RunKind, options.kind),
        surface=_one(Surface, options.surface),
        climb_m=climb_m(options.climb),
        shoe=None if options.shoe is None else shoe_named(store, person, options.shoe).id,
        effort=effort(options.effort),
        pain_before=options.pain_before,
        pain_max=options.pain,
        pain_after=options.pain_after,
        pain_60=options.pain_60,
        onset=_one(Onset, options.onset),
        limp=options.limp,
        stopped_early=options.stopped_early,
        painkiller=options.painkiller,
        note=options.note,
    )
    _refuse_unfinished(run, now)
    return diary.log_run(store, person, run, now)


def log_activity(store: Store, person: UUID, options: argparse.Namespace, now: datetime) -> Entry:
    """`log activity`; without a time it has just ended."""
    minutes = minutes_of(options.minutes)
    at = _at(options, now) or start_of(now, minutes * 60, hour_gone=False)
    activity = Activity(uuid4(), at, ActivityKind(options.kind), minutes, effort(options.effort), options.note)
    _refuse_unfinished(activity, now)
    return diary.log_activity(store, person, activity, now)


def log_morning(store: Store, person: UUID, options: argparse.Namespace, now: datetime) -> Entry:
    """`log morning`: of the day of its time, at the last place when it hurts."""
    at = _at(options, now) or now
    night = None if options.night is None else options.night > 0
    check = MorningCheck(
        uuid4(), at.date(), at, options.score, options.stiff, _one(Amount, options.swelling), night=night
    )
    place = diary.last_place(store, person)
    return mornings.answer(store, person, check, now, place, options.night if night else None)


def log_ice(store: Store, person: UUID, options: argparse.Namespace, now: datetime) -> Entry:
    """`log ice`; without a time it has just ended."""
    if not (options.minutes.isascii() and options.minutes.isdecimal()):
        raise InvalidInput(NO_MINUTES)
    minutes = int(options.minutes[:6])
    at = _at(options, now) or start_of(now, min(minutes, LONGEST_MINUTES) * 60, hour_gone=False)
    return ice.log(store, person, Ice(uuid4(), at, minutes, options.cloth), now)


def log_injury(store: Store, person: UUID, options: argparse.Namespace, now: datetime) -> Sequence[Injury]:
    """`log injury`: a new one, or the open ones of that kind answered as gone or seen."""
    mechanism, at = Mechanism(options.mechanism), _at(options, now)
    told = (options.pop, options.snap, options.bruise, options.fast_swelling)
    if not options.gone and options.seen is None:
        return (diary.log_injury(store, person, Injury(uuid4(), at or now, now, mechanism, *told), now),)
    if any(answer is not None for answer in told):
        raise InvalidInput(NEW_ONLY)
    if (at is not None and utc(at) > utc(now)) or (options.seen is not None and options.seen > now.date()):
        raise InvalidInput(FUTURE)
    record = read_record(store, person)
    open_ones = [one for one in open_injuries(record) if one.mechanism is mechanism]
    if not open_ones and options.seen is not None:
        same = (one for one in record.injuries if one.mechanism is mechanism)
        open_ones = [one for one in same if waits_for_visit(one, now)]
    if not open_ones:
        raise InvalidInput(NO_INJURY)
    closed = Closed(Closing.GONE, now.date()) if options.gone else Closed(Closing.SEEN, options.seen)
    ids = [one.id for one in open_ones]
    answer_flags(store, person, ids, closed, now)
    with store.begin() as tx:
        return [one for one in diary_table.injuries(tx, person) if one.id in ids]


def shoe_named(store: Store, person: UUID, name: str) -> Shoe:
    """The pair of this name, one in use first; `InvalidInput` lists the names there are."""
    with store.begin() as tx:
        there = runs.shoes(tx, person)
    for shoe in there:
        if shoe.name.strip().casefold() == name.strip().casefold():
            return shoe
    if not there:
        raise InvalidInput(f"There are no shoes called {visible(name)}. `kneecoach shoes add` adds a pair.")
    names = ", ".join(visible(shoe.name) for shoe in there)
    raise InvalidInput(f"There are no shoes called {visible(name)}. There are: {names}.")


def effort(text: str | None) -> int | None:
    """A whole number from 0 to 10, None when it was not said."""
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal()):
        raise InvalidInput(NO_EFFORT)
    return checked_effort(int(text[:6]))


def _at(options: argparse.Namespace, now: datetime) -> datetime | None:
    return None if options.at is None else moment_of_day(options.at, now)


def _refuse_unfinished(entry: Run | Activity, now: datetime) -> None:
    if utc(entry.at) <= utc(now) and (sentence := refusal_of_end(entry, now)):
        raise InvalidInput(sentence)


def _one(kind: type[Member], word: str | None) -> Member | None:
    return None if word is None else kind(word)


def _many(kind: type[Member], words: Sequence[str]) -> tuple[Member, ...]:
    return tuple(kind(word) for word in dict.fromkeys(words))
