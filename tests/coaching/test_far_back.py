"""What may start is decided from what the rules can still see: the same as from all of a long diary."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from uuid import uuid4

import pytest

from kneecoach.coaching.check_in import read_record
from kneecoach.domain.advice.log import TrainingLog, log_at
from kneecoach.domain.advice.mornings import next_morning
from kneecoach.domain.advice.response import run_gate
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.finding import Level
from kneecoach.domain.flag import Flag
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import Amount, PainEntry, PainPhase, PainSize
from kneecoach.domain.run import Run
from kneecoach.domain.screening import may_start
from kneecoach.domain.session_record import SessionStatus
from kneecoach.exchange.thresholds import default_profile
from kneecoach.storage import diary, mornings, runs, sessions
from tests.builders import A_DAY, PERSON_ID, a_session_record

DAY = timedelta(days=1)
NOW = A_DAY + timedelta(hours=6)
PROFILE = default_profile()
PLACES = ((), ("medial_tibial_plateau",), ("pes_anserine",))


def years(store, seed):
    """Entries over months, few or many of them, with what is often left open left open."""
    chance = Random(seed)
    spoken, swollen = chance.choice((0.1, 0.9)), chance.choice((0.0, 0.5))
    with store.begin() as tx:
        for back in chance.sample(range(1, 240), 120):
            at = NOW - back * DAY
            place, low = chance.choice(PLACES), chance.choice((3, 5, 8))
            score = chance.randint(0, low)
            swelling = chance.choice((Amount.NONE, Amount.NONE, Amount.LITTLE)) if chance.random() < swollen else None
            phase = chance.choice((*PainPhase, None))
            size = chance.choice((None, PainSize.PALM, PainSize.PALM))
            pain = PainEntry(uuid4(), at, score, regions=place, phase=phase, size=size, swelling=swelling)
            diary.add_pain(tx, PERSON_ID, pain)
            run = Run(uuid4(), at, 5_000, painkiller=chance.choice((None, False, True)))
            if chance.random() < spoken:
                run = replace(run, pain_max=chance.randint(0, 7), limp=chance.choice((None, False, True)))
                run = replace(run, pain_before=chance.choice((None, 0, 2)))
            if chance.random() < 0.4:
                runs.keep_run(tx, PERSON_ID, run)
            else:
                played = a_session_record(id=uuid4(), started_at=at, pain_before=1, status=SessionStatus.COMPLETED)
                sessions.add(tx, played)
        for back in chance.sample(range(240), 150):
            at = datetime.combine((NOW - back * DAY).date(), A_DAY.timetz())
            swelling = chance.choice((None, Amount.NONE, Amount.LITTLE)) if chance.random() < swollen else None
            check = MorningCheck(uuid4(), at.date(), at, chance.choice((1, 1, 2, 4)), swelling=swelling)
            mornings.keep_check(tx, PERSON_ID, check)
        for back in range(0, 240, 20):
            denied = chance.choice(((), (Flag.HOP_PAIN,)))
            check_in = CheckIn(uuid4(), NOW - back * DAY, chance.randint(0, 7), denied=denied)
            diary.add_check_in(tx, PERSON_ID, check_in)


def stops(store, now):
    with store.begin() as tx:
        log = TrainingLog(
            now,
            runs=runs.runs(tx, PERSON_ID),
            mornings=mornings.checks(tx, PERSON_ID),
            sessions=sessions.sessions(tx, None, PERSON_ID),
        )
    at = log_at(now, log)
    found = (run_gate(at, PROFILE), next_morning(at, PROFILE))
    return tuple(one for one in found if one is not None and one.level is Level.STOP)


@pytest.mark.parametrize("seed", range(6))
def test_it_is_the_same_as_from_the_whole_record(store, seed):
    years(store, seed)

    for later in (timedelta(0), 30 * DAY, 300 * DAY):
        now = NOW + later
        record = read_record(store, PERSON_ID, now)
        whole = read_record(store, PERSON_ID, now, whole=True)

        assert record.stops == whole.stops == stops(store, now)
        assert may_start(record, now) == may_start(whole, now)


def test_years_that_say_nothing_more_are_not_read(store):
    quiet = [PainEntry(uuid4(), NOW - back * DAY, 1, phase=PainPhase.STAIRS) for back in range(1, 200)]
    dry = [PainEntry(uuid4(), NOW - back * DAY, 1, swelling=Amount.NONE) for back in (150, 100)]
    with store.begin() as tx:
        for pain in (*quiet, *dry):
            diary.add_pain(tx, PERSON_ID, pain)

    read = read_record(store, PERSON_ID, NOW)

    assert len(read_record(store, PERSON_ID, NOW, whole=True).pains) == 201
    assert set(dry) <= set(read.pains)
    assert len(read.pains) == 60 + 2
    assert len(read_record(store, PERSON_ID).pains) == 201
