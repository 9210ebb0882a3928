"""A diary leaves as a file, comes back equal, and never twice."""

from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from kneecoach.coaching import diary, diary_files
from kneecoach.coaching.diary_files import Form
from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.errors import CannotStart, InvalidInput
from kneecoach.domain.flag import Closed, Closing, Flag, FlagEntry
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.novelty import NewThing, Novelty
from kneecoach.domain.pain import PainEntry, PainPhase
from kneecoach.domain.plan import Plan
from kneecoach.domain.review import Change, WeeklyReview
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionStatus
from kneecoach.domain.shoe import Shoe
from kneecoach.domain.support import Support, SupportUsed
from kneecoach.exchange.diary_file import Read, as_json
from kneecoach.storage import people, whole_diary
from tests.builders import a_person, a_session_record, a_set_record
from tests.coaching.diaries import DAY, HOUR, NOW, OTHER, Folder, fill


@pytest.fixture
def here():
    folder = Folder()
    with closing(folder.store):
        yield folder


@pytest.fixture
def there():
    folder = Folder()
    with closing(folder.store):
        yield folder


@pytest.mark.parametrize("form", Form)
def test_an_empty_folder_takes_in_a_diary_and_is_equal_to_it(here, there, tmp_path, form):
    fill(here)
    path = tmp_path / f"diary{form.value}"

    diary_files.export(here.store, here.person.id, path, NOW)
    brought = diary_files.take_in(there.store, there.person.id, path, NOW)

    assert there.everything() == here.everything()
    once = (
        "shoe",
        "check_in",
        "session",
        "run",
        "activity",
        "morning",
        "ice",
        "support",
        "review",
        "injury",
        "pain",
        "plan",
        "changed",
        "began",
    )
    assert dict(brought.new) == dict.fromkeys(once, 1) | {"flag": 2}
    # The hour that comes twice is the same one again
    assert [run.at.isoformat() for run in there.everything() if isinstance(run, Run)] == ["2026-10-25T02:30:00+01:00"]


@pytest.mark.parametrize("form", Form)
def test_the_same_file_twice_brings_nothing_new(here, tmp_path, form):
    fill(here)
    path = tmp_path / f"diary{form.value}"
    diary_files.export(here.store, here.person.id, path, NOW)
    before = here.everything()

    brought = diary_files.take_in(here.store, here.person.id, path, NOW)

    assert (dict(brought.new), brought.duplicates) == ({}, 16)
    assert here.everything() == before


def test_what_was_changed_here_stays_as_it_is_here(here, tmp_path):
    run = Run(uuid4(), NOW - DAY, 6_000, 2_200, pain_max=4, pain_after=3)
    diary.log_run(here.store, here.person.id, run, NOW)
    text = as_json(here.everything()).encode()
    diary.change_run(here.store, here.person.id, replace(run, pain_max=1, pain_after=None), NOW)
    before = here.everything()

    (tmp_path / "d.json").write_bytes(text)
    brought = diary_files.take_in(here.store, here.person.id, tmp_path / "d.json", NOW)

    assert (dict(brought.new), brought.duplicates) == ({}, 1)
    assert here.everything() == before


def test_the_same_run_told_twice_comes_in_once(here):
    diary.log_run(here.store, here.person.id, Run(uuid4(), NOW - HOUR, 6_000, pain_max=3), NOW)
    diary.log_activity(here.store, here.person.id, Activity(uuid4(), NOW - HOUR, ActivityKind.BIKE, 40), NOW)
    again = Run(uuid4(), NOW - HOUR + timedelta(minutes=1), 6_050, pain_max=3)
    pain = PainEntry(uuid4(), NOW - HOUR, 3, phase=PainPhase.DURING_RUN, of=again.id)
    bike = Activity(uuid4(), NOW - HOUR, ActivityKind.BIKE, 40)

    brought = here.take(pain, again, bike)

    assert (dict(brought.new), brought.duplicates) == ({}, 2)
    assert len(here.everything()) == 3


def test_a_day_or_a_week_that_is_answered_here_keeps_its_answer(here):
    fill(here)
    before = here.everything()

    brought = here.take(
        MorningCheck(uuid4(), date(2026, 10, 26), NOW, 9),
        SupportUsed(uuid4(), NOW, (Support.BRACE,)),
        WeeklyReview(uuid4(), date(2026, 11, 9), NOW, Change.WORSE),
        Plan(uuid4(), NOW, "Another goal"),
    )

    assert brought.duplicates == 4
    assert here.everything() == before


def test_what_a_run_or_a_morning_says_of_pain_is_in_the_list_of_pains_too(here):
    run, check = Run(uuid4(), NOW - DAY, 6_000, pain_max=4), MorningCheck(uuid4(), NOW.date(), NOW, 2)

    brought = here.take(run, check)

    pains = [entry for entry in here.everything() if isinstance(entry, PainEntry)]
    assert [(pain.of, pain.score) for pain in pains] == [(run.id, 4), (check.id, 2)]
    assert dict(brought.new) == {"run": 1, "morning": 1}


def test_a_link_to_nothing_is_left_out(here):
    pain = PainEntry(uuid4(), NOW, 3, of=OTHER)

    here.take(pain, a_session_record(check_in=OTHER))

    played, kept = here.everything()
    assert (played.check_in, kept.of) == (None, None)


@pytest.mark.parametrize(
    "entry",
    [
        PainEntry(OTHER, NOW + HOUR, 3),
        PainEntry(OTHER, NOW, 3, entered=NOW + HOUR),
        a_session_record(started_at=NOW + HOUR),
        a_session_record(started_at=NOW - HOUR, ended_at=NOW + HOUR),
        MorningCheck(OTHER, date(2026, 11, 23), NOW, 3),
        WeeklyReview(OTHER, date(2026, 11, 23), NOW),
        Plan(OTHER, NOW + HOUR),
        Novelty(OTHER, date(2026, 11, 24), NOW, (NewThing.SHOES,)),
        FlagEntry(OTHER, Flag.LIMP, NOW, Closed(Closing.SEEN, date(2026, 11, 23))),
    ],
)
def test_what_has_not_been_yet_is_refused(here, entry):
    with pytest.raises(InvalidInput, match=r"^Entry 1 \(x\): That time is in the future\.$"):
        here.take(Run(uuid4(), NOW - DAY, 6_000), entry)

    assert here.everything() == ()


def test_a_day_that_was_lived_further_east_is_none_of_the_future(here):
    auckland = datetime(2026, 11, 22, 2, tzinfo=ZoneInfo("Pacific/Auckland"))

    here.take(MorningCheck(uuid4(), date(2026, 11, 22), auckland, 2))

    assert len(here.everything()) == 2


def test_a_session_that_ended_before_it_began_is_refused(here):
    record = a_session_record(started_at=NOW, ended_at=NOW - HOUR, status=SessionStatus.STOPPED)

    with pytest.raises(InvalidInput, match="It ended before it began"):
        here.take(record)


def test_shoes_that_are_nowhere_are_refused(here):
    with pytest.raises(InvalidInput, match="It names shoes that are not in the file"):
        here.take(Run(uuid4(), NOW, 6_000, shoe=OTHER))


def test_nothing_is_taken_from_the_diary_of_somebody_else(here):
    fill(here)
    patient = a_person(id=OTHER)
    with here.store.begin() as tx:
        people.add(tx, patient)
    entries = [Read("Entry 7 (x)", one) for one in here.everything()]

    with pytest.raises(InvalidInput, match=r"Entry 7 \(x\): It is in the diary of somebody else here"):
        diary_files.keep(here.store, patient.id, entries, NOW)


def test_a_set_of_another_session_is_refused(here):
    fill(here)

    with pytest.raises(InvalidInput, match="One of its sets belongs to another session here"):
        here.take(a_session_record(id=OTHER, sets=(a_set_record(0),)))


def test_what_contradicts_what_is_here_is_refused_and_nothing_is_kept(here):
    twice = [WeeklyReview(uuid4(), date(2026, 11, 9), NOW) for _ in range(2)]

    with pytest.raises(InvalidInput, match="contradicts"):
        here.take(Shoe(uuid4(), "Pegasus"), *twice)

    assert here.everything() == ()


def test_some_days_of_a_diary_leave_alone(here, there, tmp_path):
    fill(here)
    path = tmp_path / "november.json"

    diary_files.export(here.store, here.person.id, path, NOW, date(2025, 11, 24), date(2026, 10, 25))
    diary_files.take_in(there.store, there.person.id, path, NOW)

    kinds = [type(entry).__name__ for entry in there.everything()]
    assert kinds == [
        "Shoe",
        "CheckIn",
        "SessionRecord",
        "Run",
        "Plan",
        "Beginning",
        "PainEntry",
        "PainEntry",
        "PainEntry",
    ]


@pytest.mark.parametrize("name", ["diary", "diary.txt", "diary.json.gpx"])
def test_a_file_is_named_for_what_it_is(here, tmp_path, name):
    with pytest.raises(InvalidInput, match=r"ends in \.json or \.csv"):
        diary_files.export(here.store, here.person.id, tmp_path / name, NOW)

    assert not list(tmp_path.iterdir())


def test_a_diary_is_told_from_other_files(here, tmp_path):
    ours, other = tmp_path / "DIARY.JSON", tmp_path / "run.gpx"
    diary_files.export(here.store, here.person.id, ours, NOW)
    other.write_text("<gpx/>")

    assert diary_files.is_diary(ours)
    assert not diary_files.is_diary(other)
    assert not diary_files.is_diary(tmp_path)
    assert not diary_files.is_diary(tmp_path / "nowhere")


def test_diaries_are_sorted_out_of_folders_and_what_else_lies_there_is_left(here, tmp_path, monkeypatch):
    for name in ("both", "alone", "closed"):
        (tmp_path / name).mkdir()
        diary_files.export(here.store, here.person.id, tmp_path / name / "d.json", NOW)
    run = tmp_path / "both" / "run.gpx"
    run.write_text("<gpx/>")
    really = Path.iterdir

    def closed(folder):
        if folder.name == "closed":
            raise PermissionError
        return really(folder)

    monkeypatch.setattr(Path, "iterdir", closed)
    paths = [tmp_path / "both", tmp_path / "alone", tmp_path / "closed", run, tmp_path / "alone" / "d.json"]

    diaries, others = diary_files.sorted_out(paths)

    alone = tmp_path / "alone" / "d.json"
    assert diaries == [tmp_path / "both" / "d.json", alone, alone]
    assert others == [tmp_path / "both", tmp_path / "closed", run]


def test_a_full_disk_while_taking_in_leaves_nothing_behind(here, monkeypatch):
    def refuse(*_):
        raise CannotStart("The disk is full.")

    monkeypatch.setattr(whole_diary.routines, "keep_version", refuse)

    with pytest.raises(CannotStart):
        here.take(Run(uuid4(), NOW, 6_000), a_session_record())

    assert here.everything() == ()
