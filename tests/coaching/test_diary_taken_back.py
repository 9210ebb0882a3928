"""A diary that came in goes again in one step, and comes again: for 30 days, and whole."""

import json
from contextlib import closing
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from kneecoach.coaching import diary, diary_files, imports, mornings
from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.errors import CannotStart, DiskTrouble
from kneecoach.domain.ice import Ice
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.person import Began
from kneecoach.domain.plan import Plan
from kneecoach.domain.review import WeeklyReview
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord, SessionStatus
from kneecoach.domain.shoe import Shoe
from kneecoach.exchange.diary_file import Read
from kneecoach.storage import bin_imports
from kneecoach.storage.tables.binned import bin_entry
from tests.builders import a_session_record, a_set_record
from tests.coaching.diaries import DAY, HOUR, NOW, Folder, fill


@pytest.fixture
def here():
    folder = Folder()
    with closing(folder.store):
        yield folder


@pytest.fixture
def from_elsewhere():
    folder = Folder()
    with closing(folder.store):
        fill(folder)
        yield folder.everything()


def back(folder, brought):
    imports.undo(folder.store, folder.person.id, brought.taken, NOW)


def again(folder, brought):
    imports.put_back(folder.store, folder.person.id, brought.taken.kept, NOW)


def ended(check):
    times = {"started_at": NOW - HOUR, "ended_at": NOW - HOUR / 2, "status": SessionStatus.STOPPED}
    return a_session_record(check_in=check.id, sets=(a_set_record(0), a_set_record(1)), **times)


def all_of(folder, kind):
    return [entry for entry in folder.everything() if isinstance(entry, kind)]


def test_all_that_came_in_is_gone_again_and_what_was_here_is_as_it_was(here, from_elsewhere):
    own = Run(uuid4(), NOW - 3 * HOUR, 6_000, 2_200, pain_max=4)
    diary.log_run(here.store, here.person.id, own, NOW)
    before = here.everything()
    brought = here.take(*from_elsewhere)
    assert len(here.everything()) > len(before)

    back(here, brought)

    assert here.everything() == before
    assert diary.binned(here.store, here.person.id, NOW) == ()


def test_a_diary_is_taken_back_and_had_again_whole_any_number_of_times(here, from_elsewhere):
    brought = here.take(*from_elsewhere)

    for _ in range(3):
        back(here, brought)
        assert here.everything() == ()
        again(here, brought)
        assert here.everything() == from_elsewhere


def test_for_thirty_days_it_is_one_import_that_says_what_it_brought(here, from_elsewhere):
    brought = here.take(*from_elsewhere)

    (one,) = imports.imported(here.store, here.person.id, NOW + 30 * DAY)

    assert (one.taken, one.at) == (brought.taken, NOW)
    assert one.taken.words == (
        "1 run, 1 other activity, 1 session, 1 pain entry, 1 morning, 1 time of ice, 2 signs, 1 injury,"
        " 1 day of support, 1 weekly review, 1 change, 1 answer on how it began, 1 plan, 1 pair of shoes and 1 check-in"
    )
    assert imports.imported(here.store, here.person.id, NOW + 30 * DAY + HOUR) == ()


def test_what_was_taken_back_can_come_in_again_from_its_file_and_go_again(here, from_elsewhere):
    back(here, here.take(*from_elsewhere))

    second = here.take(*from_elsewhere)
    assert here.everything() == from_elsewhere
    back(here, second)

    assert here.everything() == ()


def test_how_it_began_stays_as_it_was_said_here_before_and_since(here, from_elsewhere):
    said = here.said_began
    here.say_began(Began.INCIDENT)
    back(here, here.take(*from_elsewhere))
    assert said() is Began.INCIDENT

    here.say_began(None)
    brought = here.take(*from_elsewhere)
    assert said() is Began.GRADUALLY
    here.say_began(None)
    back(here, brought)
    again(here, brought)
    assert said() is None

    here.say_began(Began.GRADUALLY)
    back(here, brought)
    here.say_began(Began.INCIDENT)
    again(here, brought)
    assert said() is Began.INCIDENT


def test_what_brings_nothing_new_is_no_import(here, from_elsewhere):
    here.take(*from_elsewhere)
    read = [Read("Entry 1 (x)", one) for one in from_elsewhere]

    assert here.take(*from_elsewhere).taken is None
    assert diary_files.keep(here.store, here.person.id, read, NOW, dry=True).taken is None

    assert len(imports.imported(here.store, here.person.id, NOW)) == 1


def test_what_was_said_of_it_since_goes_with_it_and_comes_with_it(here, from_elsewhere):
    played = ended(CheckIn(uuid4(), NOW, 2))
    brought = here.take(*(one for one in from_elsewhere if not isinstance(one, SessionRecord)), played)
    store, person = here.store, here.person.id
    (run,) = all_of(here, Run)
    diary.change_run(store, person, replace(run, note="Windy", pain_max=6, limp=True), NOW)
    diary.log_pain(store, person, PainEntry(uuid4(), NOW, 6, of=run.id), NOW)
    changed = replace(played, sets=(replace(played.sets[0], pain=5), *played.sets[1:]))
    diary.change_session(store, person, changed, NOW)
    said = here.everything()

    back(here, brought)
    assert all_of(here, Run) == all_of(here, PainEntry) == all_of(here, SessionRecord) == []
    again(here, brought)

    assert here.everything() == said


def test_a_pair_that_a_later_run_wears_stays(here, from_elsewhere):
    brought = here.take(*from_elsewhere)
    (shoe,) = all_of(here, Shoe)
    mine = Run(uuid4(), NOW - 2 * HOUR, 5_000, shoe=shoe.id)
    diary.log_run(here.store, here.person.id, mine, NOW)

    back(here, brought)
    assert (all_of(here, Shoe), all_of(here, Run)[0].shoe) == ([shoe], shoe.id)
    again(here, brought)

    assert set(from_elsewhere) < set(here.everything())


def test_what_was_deleted_since_can_still_be_had_back(here):
    shoe, check = Shoe(uuid4(), "Pegasus"), CheckIn(uuid4(), NOW - DAY, 2)
    run = Run(uuid4(), NOW - DAY, 6_000, shoe=shoe.id)
    played = ended(check)
    brought = here.take(shoe, check, run, played, replace(check, id=uuid4()))
    for kind, one in ((Kind.RUN, run), (Kind.SESSION, played)):
        diary.delete(here.store, here.person.id, kind, one.id, NOW)

    back(here, brought)
    assert [one.id for one in here.everything()] == [shoe.id, check.id]

    for one in diary.binned(here.store, here.person.id, NOW):
        diary.put_back(here.store, one.id, NOW)
    assert [one.id for one in here.everything()] == [shoe.id, check.id, played.id, run.id]


def test_a_day_that_has_another_answer_by_now_keeps_it(here, from_elsewhere):
    brought = here.take(*from_elsewhere)
    (check,) = all_of(here, MorningCheck)
    back(here, brought)
    mornings.answer(here.store, here.person.id, MorningCheck(uuid4(), check.on, NOW, 7), NOW)

    again(here, brought)

    assert [one.pain for one in all_of(here, MorningCheck)] == [7]
    assert check.id not in {one.of for one in all_of(here, PainEntry)}
    assert len(all_of(here, Run)) == 1


def test_a_pain_that_came_alone_goes_alone(here):
    mine = Run(uuid4(), NOW - DAY, 6_000)
    diary.log_run(here.store, here.person.id, mine, NOW)
    before = here.everything()

    brought = here.take(PainEntry(uuid4(), NOW - DAY, 3, of=mine.id), PainEntry(uuid4(), NOW, 2))
    assert brought.taken.words == "1 pain entry"
    assert len(all_of(here, PainEntry)) == 2
    back(here, brought)

    assert here.everything() == before


def test_a_session_that_lies_damaged_in_the_bin_stays_there(here, from_elsewhere):
    brought = here.take(*from_elsewhere)
    back(here, brought)
    with here.store.begin() as tx:
        content = json.loads(tx.execute(select(bin_entry.c.content)).scalar())
        content["session"][0]["routine"] = "none"
        tx.execute(update(bin_entry).values(content=json.dumps(content)))

    with pytest.raises(CannotStart):
        again(here, brought)

    assert here.everything() == ()


def test_several_files_are_one_import_and_an_entry_of_two_comes_with_the_first(here, from_elsewhere):
    run = next(one for one in from_elsewhere if isinstance(one, Run))
    bike = Activity(uuid4(), NOW - 5 * DAY, ActivityKind.BIKE, 40)
    same = (replace(run, id=uuid4()), replace(bike, id=uuid4()), Plan(uuid4(), NOW, "Another"))
    files = [
        [Read("Entry 1 (x)", one) for one in (*from_elsewhere, bike)],
        [Read("Entry 1 (x)", one) for one in (*from_elsewhere[:4], *same, Ice(uuid4(), NOW, 10, cloth=True))],
        [Read("Entry 7 (ice)", Ice(uuid4(), NOW + DAY, 20, cloth=True))],
    ]

    looked = diary_files.keep_all(here.store, here.person.id, files, NOW, dry=True)
    came = diary_files.keep_all(here.store, here.person.id, files, NOW)

    assert looked[:2] == came[:2]
    assert [str(one[2]) for one in (looked, came)] == ["Entry 7 (ice): That time is in the future."] * 2
    assert (dict(came[1].new), came[1].duplicates) == ({"ice": 1}, 7)
    assert came[0].taken == came[1].taken
    back(here, came[0])
    assert here.everything() == ()


def test_a_file_that_contradicts_itself_leaves_the_one_before_it_alone(here):
    twice = [Read("Entry 1 (x)", WeeklyReview(uuid4(), date(2026, 11, 9), NOW)) for _ in range(2)]
    ice = Ice(uuid4(), NOW, 20, cloth=True)

    first, second = diary_files.keep_all(here.store, here.person.id, [[Read("Entry 1 (ice)", ice)], twice], NOW)

    assert (dict(first.new), str(second)) == ({"ice": 1}, "Something in it contradicts what is kept here.")
    assert here.everything() == (ice,)


def test_a_full_disk_takes_nothing_back(here, from_elsewhere, monkeypatch):
    brought = here.take(*from_elsewhere)

    def refuse(*_, **_more):
        raise DiskTrouble("The disk is full.")

    monkeypatch.setattr(bin_imports, "_note", refuse)
    with pytest.raises(DiskTrouble):
        back(here, brought)

    assert here.everything() == from_elsewhere


def test_thousands_go_in_one_step(here):
    brought = here.take(*(Ice(uuid4(), NOW - n * DAY, 20, cloth=True) for n in range(1_100)))
    assert len(here.everything()) == 1_100

    back(here, brought)
    assert here.everything() == ()
    again(here, brought)

    assert len(here.everything()) == 1_100
