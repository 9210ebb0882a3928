"""What is said back of an entry at the moment it is kept, in the same sentences in window and terminal."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from kneecoach.coaching import ice
from kneecoach.coaching.check_in import read_record, record_of
from kneecoach.coaching.thresholds import profile_of
from kneecoach.domain.activity import Activity
from kneecoach.domain.advice.habits import warm_up
from kneecoach.domain.advice.load import session_spike
from kneecoach.domain.advice.log import TrainingLog, log_at
from kneecoach.domain.advice.profile import Profile
from kneecoach.domain.advice.response import asks_for_the_hour, exercise_gates, hour_later, run_gate
from kneecoach.domain.advice.words import by_limits, in_units, under_red
from kneecoach.domain.diary import Entry, instant_of
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.finding import Finding, Level
from kneecoach.domain.ice import Ice
from kneecoach.domain.lately import LATELY
from kneecoach.domain.local_time import utc
from kneecoach.domain.person import Units
from kneecoach.domain.run import Run
from kneecoach.domain.screening import Verdict, is_asked, may_start, warning_of
from kneecoach.domain.session_record import SessionRecord
from kneecoach.exchange.catalogue import WARM_UPS
from kneecoach.storage import diary, runs, settings
from kneecoach.storage.database import Store, Transaction
from kneecoach.storage.told_before import told_before

ASK_LATER = "In an hour, note on this run how the knee is then."


def said_back(store: Store, person: UUID, entry: Entry, now: datetime) -> tuple[str, ...]:
    """All of it, the ice first; nothing only of an entry that does not decide whether a session may start."""
    if isinstance(entry, Ice):
        found = ice.cautions(store, person, entry)
    else:
        run_found = ice.run_caution(store, person, entry.at) if isinstance(entry, Run) else None
        found = () if run_found is None else (run_found,)
    said = (*(_words(one) for one in found), *of_its_pain(store, person, entry, now, stops=True))
    if isinstance(entry, Ice | Activity) or (isinstance(entry, Run) and not entry.highest_pain):
        return said
    titles = {one.partition(".")[0] for one in said}
    stops, rest = _standing(store, person, now)
    open_still = (_words(one) for one in stops if one.title not in titles)
    return (*open_still, *said, *(one for one in rest if one not in said))


def standing(store: Store, person: UUID, now: datetime) -> tuple[str, ...]:
    """The stops that are open, then whether a session may start now and why, in an emergency the numbers to call.

    Where nothing stands but that nobody was asked, nothing is said.
    """
    stops, rest = _standing(store, person, now)
    return (*(_words(one) for one in stops), *rest)


def _standing(store: Store, person: UUID, now: datetime) -> tuple[list[Finding], tuple[str, ...]]:
    record = read_record(store, person, now)
    permission = may_start(record, now)
    stops = [] if permission.red_flag else [one for one in permission.findings if one.urgency is None]
    sore = permission.pain is not None and permission.pain > permission.zones.green_max
    if permission.verdict is Verdict.EASIER and not (stops or sore or is_asked(record, now)):
        return [], ()
    return stops, (permission.sentence, *permission.numbers)


def of_its_pain(
    store: Store, person: UUID, entry: Entry, now: datetime, *, short: bool = False, stops: bool = False
) -> tuple[str, ...]:
    """What its pain, its limp or its length means now, what stops a session first.

    In an emergency the numbers to call come after that. While a red flag stands nothing is said of training but to
    stop. The entry is on disk already; only a month of runs is read. `short` leaves only the titles of all but the
    gravest of what is said of training: Today says it whole. The `stops` of other entries take longer to read.
    """
    with store.begin() as tx:
        recent = utc(now) - instant_of(entry) < LATELY
        record = record_of(tx, person, now, stops=stops, whole=not recent)
        told = _of_run(tx, person, entry, now, profile_of(tx, person)) if isinstance(entry, Run) else []
    if not record.stops:
        record = replace(record, stops=tuple(one for one in told if one.level is Level.STOP))
    permission, stands = warning_of(record, entry.id, now), may_start(record, now)
    if stands.red_flag:
        told = [under_red(one) for one in told if one.level is Level.STOP]
        permission = stands if told else permission
    units = record.person.units if record.person else Units.KM
    of_training = [_words(in_units(one, units), short=short and one is not told[0]) for one in told]
    if isinstance(entry, Run) and asks_for_the_hour(entry, now) and not stands.red_flag:
        of_training.append(ASK_LATER)
    if permission is None:
        return tuple(of_training)
    if permission.verdict > Verdict.CALM_ONLY:
        return (*of_training, permission.sentence)
    return (permission.sentence, *permission.numbers, *of_training)


def _of_run(tx: Transaction, person: UUID, run: Run, now: datetime, profile: Profile) -> list[Finding]:
    """R11, R12 and R14 of this run alone, as on its day, the gravest first; information waits on Today."""
    first = run.at - timedelta(days=profile.spike_days + 2)
    before = tuple(one for one in runs.runs(tx, person, first, run.at) if one.at.date() < run.at.date())
    alone = TrainingLog(run.at, runs=(run,), earlier=told_before(tx, person, now).runs)
    month = log_at(run.at, TrainingLog(run.at, runs=(*before, run)))
    found = (run_gate(alone, profile), hour_later(alone, profile), session_spike(month, profile))
    said = [by_limits(one, profile) for one in found if one is not None and one.level > Level.INFO]
    return sorted(said, key=lambda one: -one.level)


def of_session(store: Store, record: SessionRecord, exercises: Mapping[str, Exercise]) -> tuple[Finding, ...]:
    """R10 of each exercise that hurt and R22, of this session alone, the gravest first; of a rehearsal nothing."""
    with store.begin() as tx:
        pains = diary.pains_of(tx, record.id)
        warm_ups = WARM_UPS | {settings.read(tx).before_run}
        profile = profile_of(tx, record.person)
    end = record.ended_at or record.started_at
    log = TrainingLog(end, sessions=(record,), pains=pains, warm_ups=warm_ups, exercises=exercises)
    alone = log_at(end, log)
    sore = sorted(exercise_gates(alone, profile), key=lambda one: (one.level, dict(one.values)["pain"]), reverse=True)
    found = (*sore, warm_up(alone, profile))
    said = [by_limits(one, profile) for one in found if one is not None]
    return tuple(_said_once(sorted(said, key=lambda one: -one.level)))


def _said_once(found: Sequence[Finding]) -> Iterator[Finding]:
    """What is to be done is said of the first exercise; of the others which they are."""
    said: set[str] = set()
    for one in found:
        logged = one.text.partition(". ")[0]
        yield replace(one, text=f"{logged}. The same goes for it.") if one.key in said else one
        said.add(one.key)


def _words(found: Finding, *, short: bool = False) -> str:
    return f"{found.title}." if short else f"{found.title}. {found.text}"
