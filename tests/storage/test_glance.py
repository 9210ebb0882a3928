"""The first look: what Today needs, without the real store, without a byte changed."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from kneecoach.domain.check_in import CheckIn
from kneecoach.domain.errors import CannotStart, TooNew
from kneecoach.domain.flag import Flag, FlagEntry, Injury
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.own_routine import copy_of
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionStatus
from kneecoach.domain.settings import Settings, Theme
from kneecoach.storage import diary, mornings, own_routines, people, revision, runs, sessions, settings
from kneecoach.storage import glance as glance_module
from kneecoach.storage.database import open_store, open_to_read
from kneecoach.storage.glance import glance
from kneecoach.storage.revision import DATABASE
from tests.builders import A_DAY, PERSON_ID, a_person, a_routine, a_session_record, a_set_record

A_DAY_LATER = timedelta(days=1)
NOW = A_DAY + 20 * A_DAY_LATER
BO = UUID(int=77)


def files_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def a_session_on(day, **more):
    started_at = A_DAY + day * A_DAY_LATER
    fields = {"id": UUID(int=1_000 + day), "started_at": started_at, "status": SessionStatus.COMPLETED}
    return a_session_record(**fields | more)


@pytest.fixture
def used(folder):
    with closing(open_store(folder)) as store, store.begin() as tx:
        people.add(tx, a_person(id=BO, name="Bo"))
        people.add(tx, a_person(name="Ada"))
        people.make_current(tx, PERSON_ID)
        settings.write(tx, Settings(theme=Theme.DARK))
        sessions.add(tx, a_session_on(5, person=BO))
        sessions.add(tx, a_session_on(0))
        sessions.add(tx, a_session_on(10, sets=(a_set_record(0), a_set_record(1))))
        sessions.add(tx, a_session_on(20))
        diary.add_pain(tx, PERSON_ID, PainEntry(UUID(int=2), A_DAY + A_DAY_LATER, 4))
        diary.add_pain(tx, PERSON_ID, PainEntry(UUID(int=1), A_DAY, 1))
        diary.add_flag(tx, PERSON_ID, FlagEntry(UUID(int=1), Flag.LOCKED, A_DAY))
        diary.add_injury(tx, PERSON_ID, Injury(UUID(int=1), A_DAY, A_DAY))
        diary.add_check_in(tx, PERSON_ID, CheckIn(UUID(int=1), A_DAY, pain=1))
    return folder


def test_before_the_first_start_there_is_nothing_to_see_and_nothing_is_made(folder):
    assert glance(folder, NOW) is None
    assert not folder.exists()


def test_a_first_start_that_was_killed_shows_nothing_yet(folder):
    folder.mkdir()
    (folder / DATABASE).touch()

    assert glance(folder, NOW) is None


def test_a_new_database_shows_nobody(folder):
    open_store(folder).close()

    seen = glance(folder, NOW)

    assert (seen.person, seen.settings, seen.last_sessions, seen.record.pains) == (None, Settings(), (), ())


def test_it_sees_what_the_store_keeps_of_the_current_person(used):
    seen = glance(used, NOW)

    with closing(open_store(used)) as store, store.begin() as tx:
        assert seen.person == people.current(tx)
        assert seen.settings == settings.read(tx)
        assert seen.record.pains == diary.pains(tx, PERSON_ID)
        assert seen.record.flags == diary.flags(tx, PERSON_ID)
        assert seen.record.injuries == diary.injuries(tx, PERSON_ID)
        assert seen.record.check_ins == diary.check_ins(tx, PERSON_ID)
        assert seen.last_sessions == sessions.sessions(tx, person=PERSON_ID)[1:]
    assert seen.record.pains[-1].score == 4
    assert seen.open_session is None


def test_an_open_session_is_seen_however_old_it_is(used):
    with closing(open_store(used)) as store, store.begin() as tx:
        left = a_session_on(-90, id=UUID(int=900), status=SessionStatus.OPEN, position=3)
        sessions.add(tx, replace(left, sets=(a_set_record(0, id=UUID(int=901)),)))

    assert glance(used, NOW).open_session == replace(left, sets=(a_set_record(0, id=UUID(int=901)),))


def test_a_session_dated_in_the_future_does_not_hide_those_of_today(used):
    with closing(open_store(used)) as store, store.begin() as tx:
        sessions.add(tx, a_session_on(400))

    seen = glance(used, NOW)

    assert [session.id.int - 1_000 for session in seen.last_sessions] == [10, 20, 400]


def test_a_look_changes_nothing(used):
    before = files_of(used)

    glance(used, NOW)

    assert files_of(used) == before


def test_it_sees_what_a_killed_program_left_in_the_log(used, tmp_path):
    with closing(open_store(used)) as store:
        with store.begin() as tx:
            people.replace(tx, a_person(name="Ada the Second"))
        left = shutil.copytree(used, tmp_path / "left")

    assert (left / f"{DATABASE}-wal").stat().st_size
    assert glance(left, NOW).person.name == "Ada the Second"


def test_it_sees_beside_an_open_window(used):
    with closing(open_store(used)) as store, store.begin() as tx:
        people.replace(tx, a_person(name="Not yet"))

        assert glance(used, NOW).person.name == "Ada"


class ReadOnlyFolder(sqlite3.Connection):
    """As SQLite is where it may not even make the shared memory: at a loss with anything but a still file."""

    still = False

    def execute(self, *command):
        if not self.still:
            raise sqlite3.OperationalError("unable to open database file")
        return super().execute(*command)


class StillFile(ReadOnlyFolder):
    still = True


def in_a_read_only_folder(path, how):
    kind = StillFile if "immutable" in how else ReadOnlyFolder
    return sqlite3.connect(path.as_uri() + how, uri=True, factory=kind)


def test_in_a_folder_that_may_only_be_read_the_file_is_read_as_one_that_never_changes(used, monkeypatch):
    monkeypatch.setattr(revision, "_connect", in_a_read_only_folder)

    with closing(open_to_read(used)) as store, store.begin() as tx:
        assert people.current(tx).name == "Ada"


def test_in_a_folder_that_may_only_be_read_a_log_is_not_passed_over(used, monkeypatch):
    (used / f"{DATABASE}-wal").write_text("sets that were kept")
    monkeypatch.setattr(revision, "_connect", in_a_read_only_folder)

    with pytest.raises(sqlite3.OperationalError):
        revision.open_read_only(used / DATABASE)


def test_an_older_schema_is_left_to_the_real_store(used, monkeypatch):
    monkeypatch.setattr(glance_module, "NEWEST", "9999")

    assert glance(used, NOW) is None


def test_a_newer_and_a_damaged_file_say_so(used):
    with closing(sqlite3.connect(used / DATABASE, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(TooNew):
        glance(used, NOW)

    (used / DATABASE).write_bytes(b"not a database" * 400)
    with pytest.raises(CannotStart, match="damaged"):
        glance(used, NOW)


@pytest.mark.parametrize(
    "harm",
    ["UPDATE session SET started_at = 'soon'", "UPDATE pain_entry SET phase = 'flying'", "DROP TABLE settings"],
)
def test_a_row_that_makes_no_sense_is_damage(used, harm):
    with closing(sqlite3.connect(used / DATABASE, isolation_level=None)) as connection:
        connection.execute(harm)

    with pytest.raises(CannotStart, match="damaged"):
        glance(used, NOW)


def test_a_favourite_that_cannot_be_read_does_not_keep_today_from_showing(used):
    with closing(open_store(used)) as store, store.begin() as tx:
        for number, name in enumerate(["Whole", "Harmed"]):
            own = copy_of(a_routine(name=name), UUID(int=number), A_DAY)
            own_routines.keep_own(tx, own)
            own_routines.add_favourite(tx, own.id)
    with closing(sqlite3.connect(used / DATABASE, isolation_level=None)) as connection:
        connection.execute("UPDATE own_routine SET items = '[]' WHERE name LIKE 'Harmed%'")

    assert [own.routine.name for own in glance(used, NOW).own_routines] == ["Whole (mine)"]


def test_it_imports_nothing_that_is_slow(used):
    question = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path; "
        "from kneecoach.storage.glance import glance; "
        "seen = glance(Path(sys.argv[1]), datetime(2026, 1, 1, tzinfo=UTC)); "
        "print(seen.person.name, [name for name in sys.modules if 'alchemy' in name])"
    )

    answer = subprocess.run([sys.executable, "-c", question, str(used)], capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "Ada []"


@pytest.mark.parametrize("what", ["run", "morning"])
def test_a_run_or_a_morning_of_long_ago_is_known_to_be_there(used, what):
    before = glance(used, NOW)
    long_ago = NOW - timedelta(days=900)
    with closing(open_store(used)) as store, store.begin() as tx:
        if what == "run":
            runs.keep_run(tx, PERSON_ID, Run(uuid4(), long_ago, 5_000))
        else:
            mornings.keep_check(tx, PERSON_ID, MorningCheck(uuid4(), long_ago.date(), long_ago, 1))

    after = glance(used, NOW)

    assert (before.logged, after.logged) == (False, True)
    assert after.trained == before.trained
