"""All rules but R20 over ten years of records, beside a single look at each entry's day."""

import time
from collections.abc import Callable
from random import Random
from uuid import uuid4

from kneecoach.domain.advice.engine import every_finding
from kneecoach.domain.advice.history import history
from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.finding import Record
from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry
from kneecoach.domain.local_time import by_instant
from kneecoach.domain.pain import Amount, PainEntry, PainPhase, PainSize, Tenderness
from kneecoach.domain.run import Run
from kneecoach.domain.shoe import Shoe
from tests.bench.table import Line
from tests.builders import a_person
from tests.domain.advice.logs import PROFILE, a_morning, a_pain, a_played, a_run, an_activity, an_ice, day, moment

TEN_YEARS = 3_650
RUNS, PAINS, MORNINGS, SESSIONS = 1_500, 6_000, 3_600, 1_500
LIMIT_MS = 50.0
BACK_MS = 1_500.0
PLACES = ((), ("pes_anserine",), ("medial_joint_line",), ("medial_tibial_plateau",))


def measure(turns: int = 9) -> list[Line]:
    """The fastest turn of each: others on the machine only ever make one slower."""
    record, log = ten_years(Random(1))
    now = moment(TEN_YEARS)
    entries = [*log.runs, *log.pains, *log.ices, *log.activities]
    ours = min(_ms(lambda: every_finding(record, log, now, PROFILE)) for _ in range(turns))
    floor = min(_ms(lambda: {entry.at.date() for entry in entries}) for _ in range(turns))
    back = min(_ms(lambda: history(record, log, now, PROFILE)) for _ in range(min(3, turns)))
    return [
        Line("all rules but R20 over ten years", "ms", ours, floor, LIMIT_MS, LIMIT_MS, of_ratio=False),
        Line("twelve weeks of history after ten years", "ms", back, ours, BACK_MS, BACK_MS, of_ratio=False),
    ]


def _ms(work: Callable[[], object]) -> float:
    """Of the processor, not of the wall: it works alone, and waits for nothing."""
    began = time.process_time()
    work()
    return 1_000 * (time.process_time() - began)


def ten_years(chance: Random) -> tuple[Record, TrainingLog]:
    """A runner's ten years, mostly mild, with a sign or two a year that was answered."""
    shoes = tuple(Shoe(uuid4(), f"Pair {number}", retired=day(number * 400 + 399)) for number in range(9))
    mornings = [
        a_morning(number, chance.choice((0, 0, 1, 1, 2)))
        for number in sorted(chance.sample(range(TEN_YEARS), MORNINGS))
    ]
    sessions = [
        a_played(number, *chance.choices((None, 0, 1, 2), k=8), pain_before=1) for number in days(chance, SESSIONS)
    ]
    log = TrainingLog(
        moment(TEN_YEARS),
        runs=tuple(some_run(chance, number, shoes) for number in days(chance, RUNS)),
        mornings=tuple(mornings),
        sessions=tuple(sessions),
        activities=tuple(an_activity(number) for number in days(chance, 500)),
        ices=tuple(an_ice(number) for number in days(chance, 300)),
        pains=tuple(by_instant([some_pain(chance, number) for number in days(chance, PAINS)], lambda pain: pain.at)),
        shoes=shoes,
    )
    flags = tuple(
        FlagEntry(
            uuid4(), chance.choice((Flag.CATCHES, Flag.SWOLLEN)), moment(number), Closed(Closing.GONE, day(number))
        )
        for number in days(chance, 20)
    )
    check_ins = tuple(CheckIn(uuid4(), moment(number, 17), 1) for number in days(chance, SESSIONS))
    return Record(a_person(birth_year=1980), flags=flags, pains=log.pains, check_ins=check_ins), log


def days(chance: Random, count: int) -> list[int]:
    return sorted(chance.choices(range(TEN_YEARS), k=count))


def some_run(chance: Random, number: int, shoes: tuple[Shoe, ...]) -> Run:
    return a_run(
        number,
        chance.randint(3, 15),
        seconds=chance.randint(4_000, 7_000),
        pain_before=chance.randint(0, 2),
        pain_max=chance.randint(0, 5),
        pain_60=chance.randint(0, 3),
        effort=chance.randint(2, 7),
        limp=chance.random() < 0.02,
        painkiller=chance.random() < 0.05,
        shoe=chance.choice(shoes).id,
    )


def some_pain(chance: Random, number: int) -> PainEntry:
    return a_pain(
        number,
        chance.choice((0, 0, 1, 1, 2, 2, 3, 4, 5)),
        hour=chance.randint(8, 20),
        phase=chance.choice(list(PainPhase)),
        regions=chance.choice(PLACES),
        size=chance.choice((None, PainSize.PALM)),
        tenderness=chance.choice((None, *Tenderness)),
        swelling=chance.choice((None, None, Amount.NONE, Amount.LITTLE)),
    )
