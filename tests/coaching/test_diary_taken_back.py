"""A diary that came in goes again in one step, without what was changed since."""

from contextlib import closing
from dataclasses import replace
from uuid import uuid4

import pytest

from kneecoach.coaching import diary, diary_files
from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.diary import Kind
from kneecoach.domain.errors import DiskTrouble
from kneecoach.domain.ice import Ice
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord, SessionStatus
from kneecoach.domain.shoe import Shoe
from kneecoach.exchange.diary_file import Read
from kneecoach.storage import diary_removal
from tests.builders import a_session_record, a_set_record
from tests.coaching.test_diary_files import DAY, HOUR, NOW, Folder, fill


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
    return diary_files.take_back(folder.store, folder.person.id, brought.added)


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

    assert back(here, brought) == 0

    assert here.everything() == before
    assert diary.binned(here.store, here.person.id, NOW) == ()


def test_what_was_taken_back_can_come_in_again_and_taking_back_twice_does_nothing(here, from_elsewhere):
    brought = here.take(*from_elsewhere)
    back(here, brought)

    assert back(here, brought) == 0
    assert here.take(*from_elsewhere).new == brought.new
    assert here.everything() == from_elsewhere


def test_a_dry_run_brings_nothing_to_take_back(here, from_elsewhere):
    read = [Read("Entry 1 (x)", one) for one in from_elsewhere]

    brought = diary_files.keep(here.store, here.person.id, read, NOW, dry=True)

    assert (brought.added, here.everything()) == ((), ())


def test_a_run_that_was_changed_since_stays_with_its_pains_and_its_shoes(here, from_elsewhere):
    brought = here.take(*from_elsewhere)
    (run,) = all_of(here, Run)
    better = replace(run, note="Windy", limp=True)
    diary.change_run(here.store, here.person.id, better, NOW)

    assert back(here, brought) == 2

    assert [type(one) for one in here.everything()[:2]] == [Shoe, Run]
    assert {(one.of, one.score) for one in all_of(here, PainEntry)} == {(run.id, 1), (run.id, 4), (run.id, 3)}
    assert len(here.everything()) == 5


def test_a_pair_that_a_later_run_wears_stays(here, from_elsewhere):
    brought = here.take(*from_elsewhere)
    (shoe,) = all_of(here, Shoe)
    mine = Run(uuid4(), NOW - 2 * HOUR, 5_000, shoe=shoe.id)
    diary.log_run(here.store, here.person.id, mine, NOW)

    assert back(here, brought) == 1

    assert here.everything()[0] == shoe
    assert all_of(here, Run)[0].shoe == shoe.id


def test_what_was_deleted_since_can_still_be_had_back(here):
    shoe, check = Shoe(uuid4(), "Pegasus"), CheckIn(uuid4(), NOW - DAY, 2)
    run = Run(uuid4(), NOW - DAY, 6_000, shoe=shoe.id)
    played = ended(check)
    brought = here.take(shoe, check, run, played)
    for kind, one in ((Kind.RUN, run), (Kind.SESSION, played)):
        diary.delete(here.store, here.person.id, kind, one.id, NOW)

    assert back(here, brought) == 2

    for one in diary.binned(here.store, here.person.id, NOW):
        diary.put_back(here.store, one.id, NOW)
    assert [one.id for one in here.everything()] == [shoe.id, check.id, played.id, run.id]


def test_a_session_of_which_a_set_was_changed_since_stays_with_its_check_in(here):
    check = CheckIn(uuid4(), NOW - DAY, 2)
    played = ended(check)
    brought = here.take(check, played, replace(check, id=uuid4()))
    changed = replace(played, sets=(replace(played.sets[0], pain=5), *played.sets[1:]))
    diary.change_session(here.store, here.person.id, changed, NOW)

    assert back(here, brought) == 2

    assert here.everything()[0] == check
    assert all_of(here, SessionRecord)[0].sets[0].pain == 5


def test_an_entry_of_which_a_pain_was_told_since_stays(here):
    bike, run = Activity(uuid4(), NOW - HOUR, ActivityKind.BIKE, 40), Run(uuid4(), NOW - DAY, 6_000, pain_max=2)
    brought = here.take(bike, run)
    told = PainEntry(uuid4(), NOW, 6, of=run.id)
    diary.log_pain(here.store, here.person.id, told, NOW)

    assert back(here, brought) == 1

    assert all_of(here, Run) == [run]
    assert [pain.score for pain in all_of(here, PainEntry)] == [2, 6]


def test_a_full_disk_takes_nothing_back(here, from_elsewhere, monkeypatch):
    brought = here.take(*from_elsewhere)

    def refuse(*_):
        raise DiskTrouble("The disk is full.")

    monkeypatch.setattr(diary_removal, "_named_in_bin", refuse)
    with pytest.raises(DiskTrouble):
        back(here, brought)

    assert here.everything() == from_elsewhere


def test_thousands_go_in_one_step(here):
    brought = here.take(*(Ice(uuid4(), NOW - n * DAY, 20, cloth=True) for n in range(1_100)))
    assert len(here.everything()) == 1_100

    assert back(here, brought) == 0
    assert here.everything() == ()
