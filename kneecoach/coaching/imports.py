"""Importing runs: what is new, what is there already, taking it in, and taking the whole import back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Generic, TypeVar
from uuid import UUID, uuid4

from kneecoach.coaching.diary import pains_said
from kneecoach.coaching.kinds import IN_ORDER, counted
from kneecoach.coaching.told import changed, there, told
from kneecoach.domain.activity import Activity
from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.local_time import later, utc
from kneecoach.domain.run import Run
from kneecoach.domain.same_run import NEAR_START, SAME_DAY, SAME_START, Likeness, closest, same_activity
from kneecoach.domain.shoe import MAX_SHOE_NAME, Shoe
from kneecoach.exchange.runs.found import Found, NotARun, Outcome, Refused
from kneecoach.storage import bin as bin_table
from kneecoach.storage import bin_imports, diary, runs
from kneecoach.storage.database import Store, Transaction

BUCKET_S = NEAR_START.total_seconds()
THERE_ALREADY = "It is in the diary already."

Entry = TypeVar("Entry", Run, Activity)


@dataclass(frozen=True, slots=True)
class Pair:
    """A run of a file, and the one that it is, or may be. `file` names where that one came from when it is of this
    import too; "" when it is in the diary.
    """

    found: Found
    run: Run
    other: Run
    file: str = ""

    @property
    def by_hand(self) -> bool:
        """Whether the one in the diary was told, not measured: it can take the measured distance."""
        return not self.file and not self.other.source


@dataclass(frozen=True, slots=True)
class Sorted:
    """What was read, told apart. `again` are activities that are there already; `left_out` came in order of reading."""

    new: tuple[Found, ...] = ()
    skipped: tuple[Pair, ...] = ()
    unsure: tuple[Pair, ...] = ()
    again: tuple[Found, ...] = ()
    left_out: tuple[Refused | NotARun, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """A run of the diary that takes what the file measured and keeps what was said of it."""

    kept: UUID
    run: Run


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to come in, with the pain and effort that were said put into the runs."""

    found: Sequence[Found] = ()
    measured: Sequence[Measured] = ()


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What one import brought, to take it back by. `edits` are ids of the bin, `shoes` pairs that nobody had before.

    `others` is what a diary brought beside runs and activities, by what it calls each kind. `kept` is where all that
    is noted for 30 days, None when nothing was brought.
    """

    runs: tuple[UUID, ...] = ()
    activities: tuple[UUID, ...] = ()
    edits: tuple[UUID, ...] = ()
    shoes: tuple[UUID, ...] = ()
    others: Mapping[str, int] = field(default_factory=dict)
    newest: tuple[date, UUID] | None = None
    kept: UUID | None = None

    @property
    def words(self) -> str:
        """ "5 runs", "1 run and 2 other activities", "2 runs, 12 pain entries and 1 sign"."""
        counts = {"run": len(self.runs) + len(self.edits), "activity": len(self.activities), **self.others}
        *said, last = [counted(what, counts[what]) for what in IN_ORDER if counts.get(what)] or [""]
        return f"{', '.join(said)} and {last}" if said else last


@dataclass(frozen=True, slots=True)
class Imported:
    """An import that can be taken back still; `at` is when it was. One that is `gone` can be had again."""

    id: UUID
    at: datetime
    taken: TakenIn
    gone: bool = False


@dataclass(slots=True)
class _Batch(Generic[Entry]):
    """What this import brought so far, by half hours."""

    _by_time: defaultdict[int, list[tuple[Entry, str]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, entry: Entry, file: str) -> None:
        self._by_time[self._bucket(entry)].append((entry, file))

    def near(self, entry: Entry) -> Iterator[tuple[Entry, str]]:
        at = self._bucket(entry)
        for bucket in (at - 1, at, at + 1):
            yield from self._by_time.get(bucket, ())

    @staticmethod
    def _bucket(entry: Entry) -> int:
        return int(entry.at.timestamp() // BUCKET_S)


class Intake:
    """Tells apart what is read, as it is read, by the diary and by what was read before."""

    def __init__(self, store: Store, person: UUID) -> None:
        self._store, self._person = store, person
        self._runs: _Batch[Run] = _Batch()
        self._activities: _Batch[Activity] = _Batch()

    def sort(self, outcomes: Iterable[Outcome]) -> Sorted:
        """These outcomes told apart; nothing is written."""
        new: list[Found] = []
        skipped: list[Pair] = []
        unsure: list[Pair] = []
        again: list[Found] = []
        left_out: list[Refused | NotARun] = []
        with self._store.begin() as tx:
            for outcome in outcomes:
                if isinstance(outcome, Refused):
                    left_out.append(outcome)
                elif isinstance(outcome, NotARun):
                    known = self._knows(tx, outcome.activity, outcome.file)
                    left_out.append(Refused(outcome.file, THERE_ALREADY) if known else outcome)
                elif isinstance(outcome.entry, Activity):
                    known = self._knows(tx, outcome.entry, outcome.file)
                    (again if known else new).append(outcome)
                else:
                    likeness, pair = self._judged(tx, outcome, outcome.entry)
                    if pair is None:
                        new.append(outcome)
                    else:
                        (skipped if likeness is Likeness.SAME else unsure).append(pair)
        return Sorted(tuple(new), tuple(skipped), tuple(unsure), tuple(again), tuple(left_out))

    def _judged(self, tx: Transaction, found: Found, run: Run) -> tuple[Likeness, Pair | None]:
        likeness, other = closest(run, runs.runs_near(tx, self._person, run.at, SAME_DAY))
        file = ""
        if likeness is not Likeness.SAME:
            of_file = {one.id: name for one, name in self._runs.near(run)}
            here, twin = closest(run, (one for one, _ in self._runs.near(run)))
            if twin is not None and (here is Likeness.SAME or other is None):
                likeness, other, file = here, twin, of_file[twin.id]
        if likeness is not Likeness.SAME:
            self._runs.add(run, found.file)
        return likeness, None if other is None else Pair(found, run, other, file)

    def _knows(self, tx: Transaction, activity: Activity, file: str) -> bool:
        since, until = later(activity.at, -SAME_START), later(activity.at, 2 * SAME_START)
        near = [one for one, _ in self._activities.near(activity)]
        near += runs.activities(tx, self._person, since, until)
        known = any(same_activity(activity, one) for one in near)
        if not known:
            self._activities.add(activity, file)
        return known


def preview(store: Store, person: UUID, outcomes: Iterable[Outcome]) -> Sorted:
    """What would become of all of it; nothing is written."""
    return Intake(store, person).sort(outcomes)


def take_in(store: Store, person: UUID, chosen: Chosen, now: datetime) -> TakenIn:
    """Keep all of it with the pains that follow, or none of it; a pair of shoes that only a file names is made."""
    with store.begin() as tx:
        known, made = _pairs(tx, person, chosen.found)
        entries = [found.entry for found in chosen.found]
        activities = [told(entry, now) for entry in entries if isinstance(entry, Activity)]
        worn = [_in_shoes(entry, found.shoe, known) for found in chosen.found if isinstance(entry := found.entry, Run)]
        new_runs = [told(run, now) for run in worn]
        for shoe in made:
            runs.keep_shoe(tx, person, shoe)
        runs.keep_runs(tx, person, new_runs)
        runs.keep_activities(tx, person, activities)
        diary.keep_pain_entries(tx, person, [pain for run in new_runs for pain in pains_said(run, now)])
        edits = [_measure(tx, person, one, now) for one in chosen.measured]
        came: list[Run | Activity] = [*new_runs, *activities]
        brought = {
            "runs": tuple(run.id for run in new_runs),
            "activities": tuple(activity.id for activity in activities),
            "edits": tuple(edits),
            "shoes": tuple(shoe.id for shoe in made),
        }
        kept = bin_imports.keep(tx, person, brought, now) if came or edits else None
    newest = max(came, key=lambda entry: utc(entry.at), default=None)
    return replace(taken(brought, kept), newest=None if newest is None else (newest.at.date(), newest.id))


def imported(store: Store, person: UUID, now: datetime) -> tuple[Imported, ...]:
    """The imports of the last 30 days that were not taken back, the newest first."""
    with store.begin() as tx:
        found = bin_imports.listed(tx, person, now)
    return tuple(Imported(kept, at, taken(brought, kept)) for kept, at, brought in found)


def taken_back(store: Store, person: UUID, now: datetime) -> tuple[Imported, ...]:
    """The imports that were taken back in the last 30 days and can be had again; `at` is when they were."""
    with store.begin() as tx:
        found = bin_imports.listed(tx, person, now, gone=True)
    return tuple(Imported(kept, at, taken(brought, kept), gone=True) for kept, at, brought in found)


def taken(brought: bin_imports.Brought, kept: UUID | None) -> TakenIn:
    """What an import brought, of files of runs or of a diary, as it is noted in the bin."""
    ids = {what: tuple(some) for what, some in brought.items()}
    runs_in, activities = (
        ids.pop("runs", ()) or ids.pop("run", ()),
        ids.pop("activities", ()) or ids.pop("activity", ()),
    )
    edits, shoes = ids.pop("edits", ()), ids.pop("shoes", ())
    others = {what: len(some) for what, some in ids.items() if what not in {"follows", "told"}}
    return TakenIn(runs_in, activities, edits, shoes, others, kept=kept)


def undo(store: Store, person: UUID, taken: TakenIn, now: datetime) -> None:
    """Take a whole import back, in one step: what took a measured distance is as it was before."""
    if taken.kept is not None:
        with store.begin() as tx:
            bin_imports.take_back(tx, person, taken.kept, now)


def put_back(store: Store, person: UUID, kept: UUID, now: datetime) -> None:
    """Have a whole import again that was taken back; then it can be taken back again."""
    with store.begin() as tx:
        bin_imports.put_back(tx, person, kept, now)


def _pairs(tx: Transaction, person: UUID, found: Sequence[Found]) -> tuple[dict[str, UUID], list[Shoe]]:
    """Every pair that is named, by its name however it is capitalised, and those of them that are new."""
    known = {shoe.name.strip().casefold(): shoe.id for shoe in reversed(runs.shoes(tx, person))}
    made: list[Shoe] = []
    for one in sorted(found, key=lambda one: utc(one.entry.at)):
        name = one.shoe.strip()[:MAX_SHOE_NAME]
        if name and name.casefold() not in known:
            made.append(Shoe(uuid4(), name, first_day=one.entry.at.date()))
            known[name.casefold()] = made[-1].id
    return known, made


def _in_shoes(run: Run, shoe: str, known: dict[str, UUID]) -> Run:
    named = known.get(shoe.strip()[:MAX_SHOE_NAME].casefold())
    return run if named is None else replace(run, shoe=named)


def _measure(tx: Transaction, person: UUID, measured: Measured, now: datetime) -> UUID:
    """What a watch knows better: start, distance, time and climb; and whence it is known, so that it is met again."""
    before, run = there(runs.run(tx, measured.kept)), measured.run
    pains = diary.pains_of(tx, before.id)
    placed = next((pain for pain in reversed(pains) if pain.regions or pain.side), None)
    place = (placed.side, placed.regions) if placed is not None else (None, ())
    edit = bin_table.before_edit(tx, person, Kind.RUN, before.id, now)
    better = replace(
        before,
        at=run.at,
        distance_m=run.distance_m,
        seconds=before.seconds if run.seconds is None else run.seconds,
        climb_m=before.climb_m if run.climb_m is None else run.climb_m,
        source=run.source,
        digest=run.digest,
    )
    kept = changed(better, before, now)
    runs.keep_run(tx, person, kept)
    diary.keep_pain_entries(tx, person, pains_said(kept, now, place))
    return edit
