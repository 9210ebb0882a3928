"""A diary with something of everything that it can hold, and the folder of somebody."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from kneecoach.coaching import diary, diary_files, mornings
from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.check_in import CheckIn, Family
from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry, Injury, Mechanism
from kneecoach.domain.ice import Ice
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.novelty import NewThing, Novelty
from kneecoach.domain.pain import Amount, PainEntry, Symptom
from kneecoach.domain.person import Began
from kneecoach.domain.plan import NOTHING_PLANNED, Plan, PlannedDay, Use
from kneecoach.domain.review import Change, WeeklyReview
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.shoe import Shoe
from kneecoach.domain.support import Support, SupportUsed
from kneecoach.exchange.diary_file import Read
from kneecoach.storage import diary as diary_table
from kneecoach.storage import mornings as morning_table
from kneecoach.storage import people, plans, sessions, whole_diary
from kneecoach.storage.database import open_in_memory
from tests.builders import a_person, a_session_record, a_set_record

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 21, 15, 0, tzinfo=BERLIN)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
OTHER = UUID(int=77)


class Folder:
    """One data folder with one person."""

    def __init__(self, person=None):
        self.store = open_in_memory()
        self.person = person or a_person(id=uuid4())
        with self.store.begin() as tx:
            people.add(tx, self.person)

    def close(self):
        self.store.close()

    def everything(self):
        with self.store.begin() as tx:
            found = whole_diary.everything(tx, self.person.id)
        return tuple(replace(one, person=None) if isinstance(one, SessionRecord) else one for one in found)

    def say_began(self, began):
        with self.store.begin() as tx:
            people.keep_began(tx, self.person.id, began)

    def said_began(self):
        with self.store.begin() as tx:
            return people.person(tx, self.person.id).began

    def take(self, *entries):
        return diary_files.keep(self.store, self.person.id, [Read("Entry 1 (x)", entry) for entry in entries], NOW)


def fill(folder):
    """Something of everything that a diary holds."""
    store, person = folder.store, folder.person.id
    shoe = Shoe(uuid4(), "=Pegasus; 41", 361_000, date(2026, 3, 1))
    diary.keep_shoe(store, person, shoe)
    # The hour that comes twice, the second time
    night = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1)
    run = Run(uuid4(), night, 6_200, 2_270, shoe=shoe.id, pain_before=1, pain_max=4, pain_60=3, limp=False)
    diary.log_run(store, person, run, NOW, (None, ("pes_anserine",)))
    diary.log_pain(store, person, PainEntry(uuid4(), NOW, 3, symptoms=(Symptom.GIVES_WAY,), note="-1\n“x”"), NOW)
    diary.log_activity(store, person, Activity(uuid4(), NOW - HOUR, ActivityKind.BIKE, 40, 3), NOW)
    diary.log_ice(store, person, Ice(uuid4(), NOW - HOUR, 20, cloth=True), NOW)
    diary.log_support(store, person, SupportUsed(uuid4(), NOW, (Support.TAPE,), (Support.BRACE,)), NOW)
    diary.log_injury(store, person, Injury(uuid4(), NOW - DAY, NOW, Mechanism.TWIST, pop=True), NOW)
    check = MorningCheck(uuid4(), date(2026, 10, 26), NOW, 2, stiff=True, swelling=Amount.LITTLE, night=True)
    mornings.answer(store, person, check, NOW, night_score=5)
    check_in = CheckIn(uuid4(), NOW, 2, ((Family.WEIGHT, False),))
    with store.begin() as tx:
        diary_table.add_check_in(tx, person, check_in)
        closed = Closed(Closing.SEEN, date(2026, 11, 20))
        diary_table.add_flag(tx, person, FlagEntry(uuid4(), Flag.LOCKED, NOW - 2 * DAY, closed))
        morning_table.keep_review(tx, person, WeeklyReview(uuid4(), date(2026, 11, 9), NOW, Change.BETTER, 7))
        goal = Plan(uuid4(), NOW, "=Run to the lake; and back", (PlannedDay((Use.RUN,), 6_200), *NOTHING_PLANNED[1:]))
        plans.keep_plan(tx, person, goal)
        people.keep_began(tx, person, Began.GRADUALLY)
        plans.keep_novelty(tx, person, Novelty(uuid4(), date(2026, 11, 3), NOW, (NewThing.SHOES,), "firmer"))
        played = a_session_record(
            person=person, check_in=check_in.id, sets=(a_set_record(0, pain=2), a_set_record(1, seconds=12.345))
        )
        sessions.add(tx, played)
