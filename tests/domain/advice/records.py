"""Reads a person's record told in a few lines: `day[-day][@hour:minute] kind words`, days as in `logs`.

pain 4 night medial_tibial_plateau fingertip tender swollen sharp
run 10 max=3 before=1 hour=1 after=0 limp no_limp painkiller min=50 effort=5 climb=80 told=150
morning 2 little night=5          session warm_up before=1 front_lunge=3 adductor_roll=5 sharp=3
activity walk                     ice 25 bare                       shoe 500
flag locked                       injury pop snap bruise quick unasked told=3
check_in 2 gives_way limp         close locked gone                 close injury seen 3
"""

import re
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from uuid import uuid4

from kneecoach.domain.activity import ActivityKind
from kneecoach.domain.advice.log import TrainingLog
from kneecoach.domain.answered import Answered, NewInjury, entries_of
from kneecoach.domain.check_in import FAMILY_FLAGS, Family
from kneecoach.domain.entry_pains import pains_of_morning, pains_of_run
from kneecoach.domain.finding import Record
from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry, Injury, Mechanism
from kneecoach.domain.pain import REGIONS, Amount, PainEntry, PainPhase, PainSize, Quality, Tenderness
from kneecoach.domain.session_record import SetStatus
from kneecoach.domain.shoe import Shoe
from kneecoach.exchange.catalogue import load_exercises, load_routines
from tests.builders import a_person, a_set_record
from tests.domain.advice.logs import a_morning, a_run, an_activity, an_ice, day, moment
from tests.domain.advice.logs import a_played as played

HOURS = {"run": 18, "pain": 20, "morning": 7, "session": 17, "ice": 21, "flag": 9, "injury": 9, "check_in": 10}
AMOUNTS = {"dry": Amount.NONE, "little": Amount.LITTLE, "swollen": Amount.CLEAR}
TENDER = {"tender": Tenderness.CLEAR, "mild": Tenderness.MILD, "not_tender": Tenderness.NONE}
SIZES = {size.value: size for size in PainSize}
RUN_NUMBERS = {"max": "pain_max", "before": "pain_before", "hour": "pain_60", "after": "pain_after"}
RUN_NUMBERS |= {"effort": "effort", "climb": "climb_m"}
LINE = re.compile(r"(\d+)(?:-(\d+))?(?:@(\d+):(\d+))? (.+)")


@dataclass
class Told:
    """What has been read so far."""

    record: Record = field(default_factory=lambda: Record(a_person(birth_year=1990, cancer_history=False)))
    log: TrainingLog = field(
        default_factory=lambda: TrainingLog(moment(0), warm_ups=("warm-up",), strength=("strong",))
    )

    def add(self, name, *entries):
        self.log = replace(self.log, **{name: (*getattr(self.log, name), *entries)})

    def add_pains(self, *pains):
        self.add("pains", *pains)
        self.record = replace(self.record, pains=(*self.record.pains, *pains))


@cache
def exercises():
    return load_exercises()


@cache
def warm_up():
    return load_routines()["warm-up"]


def told(lines, **person) -> Told:
    """The record and the log of these lines."""
    so_far = Told()
    so_far.record = replace(so_far.record, person=replace(so_far.record.person, **person))
    for line in lines:
        first, last, hour, minute, said = LINE.fullmatch(line.strip()).groups()
        kind, *words = said.split()
        for number in range(int(first), int(last or first) + 1):
            at = moment(number, int(hour or HOURS.get(kind, 12)), int(minute or 0))
            _KINDS[kind](so_far, at, number, words)
    so_far.log = replace(so_far.log, exercises=exercises())
    return so_far


def numbers_in(words):
    return {name: int(value) for name, _, value in (word.partition("=") for word in words) if value}


def _pain(so_far, at, _number, words):
    phases = [PainPhase(word) for word in words if word in {phase.value for phase in PainPhase}]
    more = {
        "phase": phases[0] if phases else PainPhase.REST,
        "regions": tuple(word for word in words if word in REGIONS),
        "size": next((SIZES[word] for word in words if word in SIZES), None),
        "tenderness": next((TENDER[word] for word in words if word in TENDER), None),
        "swelling": next((AMOUNTS[word] for word in words if word in AMOUNTS), None),
        "qualities": (Quality.SHARP,) if "sharp" in words else (),
    }
    so_far.add_pains(PainEntry(uuid4(), at, int(words[0]), **more))


def _run(so_far, at, number, words):
    numbers = numbers_in(words)
    known = {RUN_NUMBERS[name]: value for name, value in numbers.items() if name in RUN_NUMBERS}
    known["limp"] = True if "limp" in words else False if "no_limp" in words else None
    known["painkiller"] = True if "painkiller" in words else None
    known["seconds"] = 60 * numbers["min"] if "min" in numbers else None
    known["entered"] = at + timedelta(minutes=numbers["told"]) if "told" in numbers else None
    shoe = so_far.log.shoes[-1].id if "shod" in words else None
    run = replace(a_run(number, float(words[0]), shoe=shoe, **known), at=at)
    so_far.add("runs", run)
    so_far.add_pains(*pains_of_run(run))


def _morning(so_far, _at, number, words):
    night = numbers_in(words).get("night")
    swelling = next((AMOUNTS[word] for word in words if word in AMOUNTS), None)
    check = a_morning(number, int(words[0]), swelling=swelling, night=night is not None)
    so_far.add("mornings", check)
    so_far.add_pains(*pains_of_morning(check, night_score=night))


def _session(so_far, at, number, words):
    numbers = numbers_in(words)
    sharp, before = numbers.pop("sharp", None), numbers.pop("before", None)
    names = {"warm_up": "warm-up", "strength": "strong"}
    routine = replace(warm_up(), id=next((names[word] for word in words if word in names), "other"))
    done = numbers or {item.exercise: None for item in routine.items}
    status = SetStatus.SKIPPED if "skipped" in words else SetStatus.DONE
    sets = tuple(
        a_set_record(index, id=uuid4(), exercise=exercise, pain=pain, status=status)
        for index, (exercise, pain) in enumerate(done.items())
    )
    record = played(number, routine=routine, pain_before=before, sets=sets, rehearsal="rehearsal" in words)
    so_far.add("sessions", replace(record, started_at=at))
    if sharp is not None:
        qualities = (Quality.SHARP,)
        so_far.add_pains(PainEntry(uuid4(), at, sharp, phase=PainPhase.EXERCISE, qualities=qualities, of=record.id))


def _activity(so_far, _at, number, words):
    so_far.add("activities", an_activity(number, ActivityKind(words[0])))


def _ice(so_far, at, number, words):
    so_far.add("ices", replace(an_ice(number, int(words[0]), cloth="bare" not in words), at=at))


def _shoe(so_far, _at, _number, words):
    so_far.add("shoes", Shoe(uuid4(), "Blue", start_m=1_000 * int(words[0])))


def _flag(so_far, at, _number, words):
    entries = tuple(FlagEntry(uuid4(), Flag(word), at) for word in words)
    so_far.record = replace(so_far.record, flags=(*so_far.record.flags, *entries))


def _injury(so_far, at, number, words):
    unasked = None if "unasked" in words else False
    signs = {name: True if name in words else unasked for name in ("pop", "snap", "bruise")}
    signs["fast_swelling"] = True if "quick" in words else unasked
    entered = moment(numbers_in(words).get("told", number), 9)
    injury = Injury(uuid4(), at, entered, Mechanism.TWIST, **signs)
    so_far.record = replace(so_far.record, injuries=(*so_far.record.injuries, injury))


def _check_in(so_far, at, _number, words):
    pain = None if words[0] == "?" else int(words[0])
    ticked = tuple(Flag(word) for word in words[1:] if word not in ("injury", "half"))
    hurt = "injury" in words
    answers = tuple((family, _yes(family, ticked, hurt=hurt)) for family in Family)
    injury = NewInjury(1, Mechanism.TWIST, pop=False, snap=False, bruise=False, fast_swelling=False) if hurt else None
    answered = Answered(pain, () if "half" in words else answers, ticked, injury=injury)
    entries = entries_of(answered, so_far.record, at)
    so_far.record = entries.added_to(so_far.record)
    so_far.add("pains", *entries.pains)


def _yes(family, ticked, *, hurt):
    return (hurt and family is Family.INJURY) or any(flag in FAMILY_FLAGS[family] for flag in ticked)


def _close(so_far, _at, number, words):
    """Close what is open of that name, on that day or, seen, on the day given."""
    what, how, *on = words
    closed = Closed(Closing(how), day(int(on[0])) if on else day(number))
    flags = (
        replace(one, closed=closed) if one.is_open and what == one.flag.value else one for one in so_far.record.flags
    )
    injuries = (
        replace(one, closed=closed) if one.is_open and what == "injury" else one for one in so_far.record.injuries
    )
    so_far.record = replace(so_far.record, flags=tuple(flags), injuries=tuple(injuries))


_KINDS = {
    "pain": _pain,
    "run": _run,
    "morning": _morning,
    "session": _session,
    "activity": _activity,
    "ice": _ice,
    "shoe": _shoe,
    "flag": _flag,
    "injury": _injury,
    "check_in": _check_in,
    "close": _close,
}
