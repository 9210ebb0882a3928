"""Hypothesis strategies: any value of the diary, of people and of sessions, at any time in any zone."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.advice.chosen import Chosen
from kneecoach.domain.check_in import CheckIn, Family, Mark
from kneecoach.domain.dosage import Dosage, Sides, TempoPhase
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry, Injury, Mechanism, answers_of
from kneecoach.domain.ice import Ice
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.novelty import NewThing, Novelty
from kneecoach.domain.once import ONCE, OnceAnswer
from kneecoach.domain.own_routine import OwnRoutine
from kneecoach.domain.pain import REGIONS, Amount, PainEntry, PainPhase, PainSize, Quality, Symptom, Tenderness
from kneecoach.domain.person import Began, Country, HurtingFor, Person, Role, Units
from kneecoach.domain.plan import Plan, PlannedDay, Use
from kneecoach.domain.review import Change, WeeklyReview
from kneecoach.domain.routine import Mood, Pauses, Prescription, Routine
from kneecoach.domain.run import Onset, Run, RunKind, Surface
from kneecoach.domain.session_record import SessionRecord, SessionStatus, SetRecord, SetStatus
from kneecoach.domain.settings import Settings, Theme
from kneecoach.domain.shoe import Shoe
from kneecoach.domain.support import Support, SupportUsed
from tests.limits import some_profiles

ZONES = ("UTC", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Auckland", "America/St_Johns", "Asia/Kathmandu")
some_zones = st.sampled_from(ZONES).map(ZoneInfo) | st.integers(-23 * 60, 23 * 60).map(
    lambda minutes: timezone(timedelta(minutes=minutes))
)
# An instant first and then its zone: an hour that a clock leaves out has no instant
some_times = st.builds(
    lambda instant, zone: instant.replace(tzinfo=UTC, fold=0).astimezone(zone),
    st.datetimes(datetime(1990, 1, 1), datetime(2099, 1, 1)),  # noqa: DTZ001
    some_zones,
)
some_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
pains = st.integers(0, 10)
maybe_pains = st.none() | pains
answers = st.none() | st.booleans()
one_side = st.sampled_from([Side.LEFT, Side.RIGHT])
regions = st.sampled_from(sorted(REGIONS))
seconds = st.floats(0.1, 3_600)


def several(values, most: int = 4):
    return st.lists(values, max_size=most).map(tuple)


def maybe(kind):
    return st.none() | st.sampled_from(kind)


some_people = st.builds(
    Person,
    id=st.uuids(),
    role=st.sampled_from(Role),
    name=some_text,
    birth_year=st.none() | st.integers(1900, 2100),
    knee=maybe(Side),
    hurting_for=maybe(HurtingFor),
    began=maybe(Began),
    worst_pain=maybe_pains,
    units=st.sampled_from(Units),
    country=st.sampled_from(Country),
    cancer_history=answers,
    seen_by_clinician=st.booleans(),
    safety_accepted=st.booleans(),
    may_ice=st.booleans(),
)
some_once_answers = st.builds(OnceAnswer, flag=st.sampled_from(ONCE), yes=st.booleans(), at=some_times)
some_settings = st.builds(
    Settings,
    theme=st.sampled_from(Theme),
    reduced_motion=st.booleans(),
    beeps=st.booleans(),
    volume=st.integers(0, 10),
    keep_awake=st.booleans(),
    window_full_screen=st.booleans(),
    voice=st.booleans(),
    voice_volume=st.integers(0, 10),
    count_aloud=st.booleans(),
    before_run=some_text,
    screen=some_text,
    distance=st.booleans(),
    lacking=several(some_text),
)
some_pain = st.builds(
    PainEntry,
    id=st.uuids(),
    at=some_times,
    score=pains,
    side=maybe(Side),
    regions=several(regions),
    phase=maybe(PainPhase),
    qualities=several(st.sampled_from(Quality)),
    swelling=maybe(Amount),
    size=maybe(PainSize),
    tenderness=maybe(Tenderness),
    note=some_text,
    symptoms=several(st.sampled_from(Symptom)),
    entered=st.none() | some_times,
    of=st.none() | st.uuids(),
)
some_shoes = st.builds(
    Shoe,
    id=st.uuids(),
    name=some_text.map(lambda text: f"S{text}"),
    start_m=st.integers(0, 10_000_000),
    first_day=st.none() | st.dates(max_value=datetime(2050, 1, 1).date()),  # noqa: DTZ001
    retired=st.none() | st.dates(min_value=datetime(2050, 1, 2).date()),  # noqa: DTZ001
)
some_runs = st.builds(
    Run,
    id=st.uuids(),
    at=some_times,
    distance_m=st.integers(1, 500_000),
    seconds=st.none() | st.integers(75_000, 72 * 3_600),
    kind=maybe(RunKind),
    surface=maybe(Surface),
    climb_m=st.none() | st.integers(0, 20_000),
    effort=maybe_pains,
    pain_before=maybe_pains,
    pain_max=maybe_pains,
    pain_after=maybe_pains,
    pain_60=maybe_pains,
    onset=maybe(Onset),
    limp=answers,
    stopped_early=answers,
    painkiller=answers,
    note=some_text,
    source=some_text,
    digest=st.sampled_from(["", "0f" * 32]),
    entered=st.none() | some_times,
)
some_activities = st.builds(
    Activity,
    id=st.uuids(),
    at=some_times,
    kind=st.sampled_from(ActivityKind),
    minutes=st.integers(1, 1_440),
    effort=maybe_pains,
    note=some_text,
    source=some_text,
    digest=st.sampled_from(["", "0f" * 32]),
    entered=st.none() | some_times,
)
some_checks = st.builds(
    MorningCheck,
    id=st.uuids(),
    on=st.dates(),
    at=some_times,
    pain=pains,
    stiff=answers,
    swelling=maybe(Amount),
    night=answers,
)
some_ice = st.builds(
    Ice, id=st.uuids(), at=some_times, minutes=st.integers(1, 30), cloth=answers, entered=st.none() | some_times
)
some_supports = st.builds(
    lambda use, **more: SupportUsed(used=use[0], not_used=use[1], **more),
    st.dictionaries(st.sampled_from(Support), st.booleans()).map(
        lambda said: tuple(tuple(thing for thing, used in said.items() if used is wanted) for wanted in (True, False))
    ),
    id=st.uuids(),
    at=some_times,
    entered=st.none() | some_times,
)
some_reviews = st.builds(
    WeeklyReview,
    id=st.uuids(),
    week=st.dates(datetime(1990, 1, 1).date()).map(lambda day: day - timedelta(days=day.weekday())),  # noqa: DTZ001
    at=some_times,
    change=maybe(Change),
    sure=maybe_pains,
)
some_days = st.sets(st.sampled_from([Use.RUN, Use.STRENGTH, Use.OTHER])).map(tuple) | st.just((Use.REST,))
some_planned_days = st.tuples(some_days, st.none() | st.integers(1, 500_000)).map(
    lambda told: PlannedDay(told[0], told[1] if Use.RUN in told[0] else None)
)
some_plans = st.builds(Plan, id=st.uuids(), at=some_times, goal=some_text, days=st.tuples(*[some_planned_days] * 7))
some_chosen = st.builds(Chosen, some_profiles(), some_times)
some_novelties = st.builds(
    Novelty,
    id=st.uuids(),
    on=st.dates(),
    at=some_times,
    things=st.sets(st.sampled_from(NewThing), min_size=1).map(tuple),
    note=some_text,
)
some_check_ins = st.builds(
    CheckIn,
    id=st.uuids(),
    at=some_times,
    pain=maybe_pains,
    answers=several(st.tuples(st.sampled_from(Family), st.booleans())),
    marks=several(st.builds(Mark, one_side, regions, pains)),
    asked=st.booleans(),
)
closings = st.builds(Closed, st.sampled_from([Closing.SEEN, Closing.MISTAKE]), st.dates(datetime(2100, 1, 1).date()))  # noqa: DTZ001
some_flags = st.builds(
    FlagEntry,
    id=st.uuids(),
    flag=st.sampled_from([flag for flag in Flag if Closing.MISTAKE in answers_of(flag)]),
    at=some_times,
    closed=st.none() | closings,
)
gone_flags = st.builds(
    FlagEntry,
    id=st.uuids(),
    flag=st.sampled_from([flag for flag in Flag if Closing.GONE in answers_of(flag)]),
    at=some_times,
    closed=st.builds(Closed, st.just(Closing.GONE), st.dates()),
)
some_injuries = st.builds(
    Injury,
    id=st.uuids(),
    at=some_times,
    entered=some_times,
    mechanism=st.sampled_from(Mechanism),
    pop=answers,
    snap=answers,
    bruise=answers,
    fast_swelling=answers,
    closed=st.none() | closings,
)
tempos = st.lists(st.builds(TempoPhase, st.sampled_from(["lower", "hold", "raise"]), seconds), min_size=1, max_size=3)
shared_dosage = {
    "sets": st.integers(1, 50),
    "rest_s": st.floats(0, 3_600),
    "sides": st.sampled_from(Sides),
    "resistance": some_text,
    "pain_limit": pains,
}
dosages = st.builds(Dosage, seconds=seconds, **shared_dosage) | st.builds(
    Dosage, reps=st.integers(1, 8), tempo=tempos.map(tuple), **shared_dosage
)
some_routines = st.builds(
    Routine,
    id=some_text,
    name=some_text.map(lambda text: f"R{text}"),
    author=some_text,
    version=st.integers(1, 1_000),
    items=st.lists(st.builds(Prescription, some_text, dosages), min_size=1, max_size=3).map(tuple),
    pauses=st.builds(Pauses, *[st.floats(0, 3_600)] * 3),
    calming=st.booleans(),
    mood=st.sampled_from(Mood),
    description=some_text,
)

some_own_routines = st.builds(
    OwnRoutine,
    routine=some_routines,
    edited_at=some_times,
    based_on=st.none() | some_text,
    based_on_name=some_text,
)


def a_set(index):
    return st.builds(
        SetRecord,
        id=st.uuids(),
        index=st.just(index),
        exercise=some_text,
        number=st.integers(1, 50),
        side=st.sampled_from(Side),
        reps=st.none() | st.integers(0, 1_000),
        seconds=st.floats(0, 86_400),
        status=st.sampled_from(SetStatus),
        pain=maybe_pains,
    )


some_sessions = st.builds(
    SessionRecord,
    id=st.uuids(),
    person=st.none(),
    routine=some_routines,
    first_side=st.sampled_from(Side),
    started_at=some_times,
    ended_at=st.none() | some_times,
    status=st.sampled_from(SessionStatus),
    rehearsal=st.booleans(),
    pain_before=maybe_pains,
    pain_after=maybe_pains,
    effort=maybe_pains,
    note=some_text,
    stop_reason=some_text,
    position=st.integers(0, 100),
    agreed=st.lists(st.tuples(st.integers(0, 99), st.floats(1, 1_000) | st.integers(1, 1_000)), max_size=2).map(tuple),
    pains=st.lists(st.tuples(st.integers(0, 99), pains), max_size=2).map(tuple),
    sets=st.integers(0, 3).flatmap(lambda count: st.tuples(*(a_set(index) for index in range(count)))),
)
