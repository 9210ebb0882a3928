"""Facts for a doctor, from nothing at all to more than any page holds."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.doctor_days import PainSum
from kneecoach.domain.doctor_facts import DoctorFacts, Told, doctor_facts
from kneecoach.domain.exercise import Side
from kneecoach.domain.finding import Record
from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry, Injury, Mechanism
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.novelty import NewThing, Novelty
from kneecoach.domain.pain import REGIONS, Amount, PainEntry, PainPhase, Quality, Symptom
from kneecoach.domain.person import Began, HurtingFor, Person
from kneecoach.domain.plan import MAX_GOAL, Plan
from kneecoach.domain.run import Run
from kneecoach.domain.support import Support, SupportUsed
from tests.builders import a_person

NOW = datetime(2026, 11, 21, 17, 20, tzinfo=UTC)
DAY = timedelta(days=1)


def ago(days: int) -> datetime:
    return NOW - days * DAY


def of(person: Person | None, pains=(), runs=(), mornings=(), activities=(), **more) -> DoctorFacts:
    rest = {name: more.pop(name) for name in ("supports", "plan", "novelties") if name in more}
    told = {"earlier": more.pop("told_runs", {}), "earlier_mornings": more.pop("told_mornings", {})}
    log = TrainingLog(NOW, runs=runs, mornings=mornings, activities=activities, pains=pains, **told)
    return doctor_facts(Told(Record(person, pains=pains, **more), log, **rest), NOW)


def nothing() -> DoctorFacts:
    return of(None)


def usual(**more) -> DoctorFacts:
    """A knee that is hot since today, after three weeks of runs that hurt."""
    who = {"name": "Jana Weber", "birth_year": 1985, "knee": Side.LEFT, "began": Began.GRADUALLY, "worst_pain": 4}
    person = a_person(**who | {"hurting_for": HurtingFor.WEEKS} | more)
    place = {"side": Side.LEFT, "regions": ("pes_anserine", "medial_joint_line")}
    return of(
        person,
        pains=tuple(
            PainEntry(uuid4(), ago(days), 2 + days % 4, **place, note="On the bend.") for days in range(0, 20, 3)
        ),
        runs=tuple(Run(uuid4(), ago(days), 6_000, 2_200, effort=4 if days else None) for days in range(0, 20, 3)),
        mornings=(MorningCheck(uuid4(), ago(1).date(), ago(1), 2, stiff=True),),
        activities=(Activity(uuid4(), ago(2), ActivityKind.BIKE, 40),),
        flags=(
            FlagEntry(uuid4(), Flag.HOT_RED, NOW),
            FlagEntry(uuid4(), Flag.CATCHES, ago(20), Closed(Closing.GONE, ago(14).date())),
            FlagEntry(uuid4(), Flag.LIMP, ago(9), Closed(Closing.SEEN, ago(7).date())),
        ),
        injuries=(Injury(uuid4(), ago(3), ago(2), Mechanism.TWIST, pop=True, bruise=False),),
        check_ins=(CheckIn(uuid4(), NOW, 6, denied=(Flag.FEVER, Flag.LOCKED)),),
        supports=(SupportUsed(uuid4(), ago(1), (Support.PAINKILLER, Support.SLEEVE)),),
        plan=Plan(uuid4(), NOW, "Around the lake with my sister"),
        novelties=(Novelty(uuid4(), date(2026, 10, 20), NOW, (NewThing.SHOES, NewThing.SURFACE), "firmer"),),
    )


def too_much() -> DoctorFacts:
    """Every sign, every place, every word there is, each as long as it may be."""
    everywhere = tuple(sorted(REGIONS))
    pains = tuple(
        PainEntry(
            uuid4(), ago(days), days % 11, Side.BOTH if days % 5 else None, everywhere, PainPhase.NIGHT, tuple(Quality),
            Amount.CLEAR, note="W" * 2_000 if days % 2 else "many words, \u202e\N{HEBREW LETTER ALEF} " * 100,
            symptoms=tuple(Symptom),
        )
        for days in range(42)
    )  # fmt: skip
    signs = tuple(FlagEntry(uuid4(), flag, ago(number % 9)) for number, flag in enumerate((*Flag, *Flag)))
    injuries = tuple(Injury(uuid4(), ago(days), ago(days), Mechanism.LANDING) for days in range(8))
    days = range(30)
    return of(
        a_person(name="W" * 200, birth_year=1985, knee=Side.BOTH, began=Began.INCIDENT),
        pains=pains,
        runs=tuple(
            Run(uuid4(), ago(day), 499_000, 250_000, effort=10, note="x" * 2_000, painkiller=True) for day in days
        ),
        activities=tuple(Activity(uuid4(), ago(1), kind, 20) for kind in ActivityKind),
        flags=signs,
        injuries=injuries,
        check_ins=(CheckIn(uuid4(), ago(12), 6, denied=tuple(Flag)),),
        supports=tuple(SupportUsed(uuid4(), ago(day), tuple(Support)) for day in days),
        plan=Plan(uuid4(), NOW, "W" * MAX_GOAL),
        novelties=tuple(Novelty(uuid4(), ago(day).date(), NOW, tuple(NewThing), "W " * 900) for day in days),
    )


def changed_later(*, known: bool = True) -> DoctorFacts:
    """A pain of 7 that says 2 since a later day, one of 6 that was moved by a week, and one as it was."""
    person = a_person(name="Jana Weber", birth_year=1985, knee=Side.LEFT, began=Began.GRADUALLY)
    place = {"side": Side.LEFT, "regions": ("medial_joint_line",)}
    mild, moved = (PainEntry(uuid4(), ago(days), score, **place) for days, score in ((5, 2), (9, 6)))
    return of(
        person,
        pains=(mild, moved, PainEntry(uuid4(), ago(3), 3, **place)),
        runs=(Run(uuid4(), ago(5), 6_000, 2_200, effort=4),),
        earlier=(replace(mild, score=7), replace(moved, at=ago(16))) if known else (),
    )


def without_changes() -> DoctorFacts:
    """The same with nothing known of what was told before."""
    return changed_later(known=False)


def too_much_changed() -> DoctorFacts:
    """As much as fits no page, and each pain was told worse before."""
    facts = too_much()
    return replace(
        facts,
        days=tuple(replace(one, pain=0, told=10) for one in facts.days),
        weeks=tuple(replace(one, told=PainSum(7, 70, 10)) for one in facts.weeks),
        places=tuple(replace(one, told=10) for one in facts.places),
        mornings=replace(facts.mornings, answered=42, highest=10, changed=True),
    )
