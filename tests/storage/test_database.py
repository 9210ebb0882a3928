"""Opening a data folder: what is made, what is checked, what is refused, and that nothing is left half done."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from uuid import uuid4

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from kneecoach.domain.errors import AlreadyOpen, CannotStart, DiskTrouble, TooNew
from kneecoach.storage import database, disk, people
from kneecoach.storage.database import open_in_memory, open_store, open_to_read
from kneecoach.storage.folder import NOT_A_FOLDER
from kneecoach.storage.revision import DATABASE, FOREIGN, NEWEST, TOO_NEW
from tests.builders import a_person


def rights(path):
    return stat.S_IMODE(path.stat().st_mode)


def raw(folder):
    return closing(sqlite3.connect(folder / DATABASE, isolation_level=None))


def names_of_people(folder):
    with closing(open_to_read(folder)) as store, store.begin() as tx:
        return [person.name for person in people.people(tx)]


def kept_by(folder, name="Ada"):
    with closing(open_store(folder)) as store, store.begin() as tx:
        people.add(tx, a_person(name=name))


def a_crowd(store):
    with store.begin() as tx:
        for number in range(200):
            people.add(tx, a_person(id=uuid4(), name=f"{number}" * 60))


@pytest.mark.usefixtures("store")
def test_a_first_start_makes_a_folder_and_files_for_their_owner_only(folder):
    found = {path.name: rights(path) for path in folder.iterdir()}

    assert rights(folder) == 0o700
    assert found["kneecoach.db"] == 0o600
    assert set(found.values()) == {0o600}


def test_the_rights_do_not_depend_on_the_umask(folder):
    before = os.umask(0)
    try:
        kept_by(folder)
    finally:
        os.umask(before)

    assert rights(folder) == 0o700
    assert {rights(path) for path in folder.iterdir()} == {0o600}


def test_an_empty_folder_is_closed_to_others_but_gains_no_right(folder):
    folder.mkdir(mode=0o755)
    open_store(folder).close()

    assert rights(folder) == 0o700


def test_a_folder_with_other_things_keeps_its_rights(folder):
    folder.mkdir(mode=0o755)
    (folder / "letter.txt").write_text("mine")
    open_store(folder).close()

    assert rights(folder) == 0o755


def test_every_connection_is_safe_against_a_power_cut(store):
    with store.begin() as tx:
        said = [
            tx.exec_driver_sql(question).scalar()
            for question in ("PRAGMA journal_mode", "PRAGMA synchronous", "PRAGMA foreign_keys", "PRAGMA busy_timeout")
        ]

    assert said == ["wal", 2, 1, 2000]


def test_a_disk_that_can_not_keep_data_safe_is_refused(folder, monkeypatch):
    monkeypatch.setattr(database, "WRITING", (("PRAGMA synchronous = OFF", "PRAGMA synchronous", 2),))

    with pytest.raises(CannotStart, match="can't keep KneeCoach's data safe"):
        open_store(folder)

    monkeypatch.undo()
    open_store(folder).close()


def test_a_transaction_that_fails_leaves_nothing_behind(store):
    def half_a_thing():
        with store.begin() as tx:
            people.add(tx, a_person())
            tx.exec_driver_sql("CREATE TABLE half (id INTEGER)")
            people.add(tx, a_person())

    with pytest.raises(IntegrityError):
        half_a_thing()

    with store.begin() as tx:
        assert people.people(tx) == ()
        assert not tx.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'half'").first()


def test_our_own_mistake_in_a_statement_is_no_disk_trouble(store):
    with pytest.raises(OperationalError), store.begin() as tx:
        tx.exec_driver_sql("SELECT nonsense")


def test_what_was_kept_is_there_at_the_next_start(folder):
    kept_by(folder, "Ada")

    assert names_of_people(folder) == ["Ada"]


def test_a_folder_name_with_a_question_mark_is_a_folder_name(tmp_path):
    kept_by(tmp_path / "who? me%20#1")

    assert names_of_people(tmp_path / "who? me%20#1") == ["Ada"]
    assert [path.name for path in tmp_path.iterdir()] == ["who? me%20#1"]


def test_closing_twice_is_fine_and_frees_the_folder(folder):
    store = open_store(folder)
    store.close()
    store.close()

    open_store(folder).close()


def test_a_second_start_on_one_folder_says_so(folder, store):
    with pytest.raises(AlreadyOpen, match="already open on this data folder"):
        open_store(folder)

    with store.begin() as tx:
        assert people.people(tx) == ()


def test_a_reader_works_beside_an_open_window(folder, store):
    with store.begin() as tx:
        people.add(tx, a_person(name="Ada"))

    assert names_of_people(folder) == ["Ada"]
    with store.begin() as tx:
        people.add(tx, a_person(id=uuid4(), name="Bo"))
        assert names_of_people(folder) == ["Ada"]
    assert names_of_people(folder) == ["Ada", "Bo"]


def test_a_reader_can_not_write(folder):
    kept_by(folder)

    with closing(open_to_read(folder)) as store, pytest.raises(DiskTrouble), store.begin() as tx:
        people.add(tx, a_person(id=uuid4()))


def test_a_reader_of_nothing_reads_nothing_and_makes_nothing(folder):
    assert names_of_people(folder) == []
    assert not folder.exists()


@pytest.mark.parametrize("open_it", [open_store, open_to_read])
def test_a_data_folder_that_is_a_file_is_refused_and_kept(folder, open_it):
    folder.write_text("a letter")

    with pytest.raises(CannotStart, match=NOT_A_FOLDER):
        open_it(folder)
    with pytest.raises(CannotStart):
        open_it(folder / "below")

    assert folder.read_text() == "a letter"


@pytest.mark.parametrize("open_it", [open_store, open_to_read])
def test_a_file_that_is_no_database_is_refused_and_kept(folder, open_it):
    folder.mkdir()
    junk = b"this is a shopping list, and a long one at that" * 100
    (folder / DATABASE).write_bytes(junk)

    with pytest.raises(CannotStart, match="damaged"):
        open_it(folder)

    assert (folder / DATABASE).read_bytes() == junk


@pytest.mark.parametrize("open_it", [open_store, open_to_read])
def test_the_database_of_another_program_is_refused_and_kept(folder, open_it):
    folder.mkdir()
    with raw(folder) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
    before = (folder / DATABASE).read_bytes()

    with pytest.raises(CannotStart, match=FOREIGN):
        open_it(folder)

    assert (folder / DATABASE).read_bytes() == before


@pytest.mark.parametrize("open_it", [open_store, open_to_read])
def test_data_of_a_newer_version_is_refused_untouched(folder, open_it):
    kept_by(folder)
    with raw(folder) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = (folder / DATABASE).read_bytes()

    with pytest.raises(TooNew, match=TOO_NEW):
        open_it(folder)

    assert (folder / DATABASE).read_bytes() == before
    assert {path.name for path in folder.iterdir()} <= {DATABASE, "kneecoach.lock"}


@pytest.mark.parametrize("command", ["DROP TABLE alembic_version", "DELETE FROM alembic_version"])
def test_a_database_that_does_not_know_its_revision_is_damaged(folder, command):
    kept_by(folder)
    with raw(folder) as connection:
        connection.execute(command)

    with pytest.raises(CannotStart, match="damaged"):
        open_store(folder)


def test_a_refusal_frees_the_folder(folder):
    folder.mkdir()
    (folder / DATABASE).write_bytes(b"x" * 5_000)
    with pytest.raises(CannotStart):
        open_store(folder)

    (folder / DATABASE).unlink()

    open_store(folder).close()


@pytest.mark.parametrize("start", ["", "empty file", "head only", "empty log"])
def test_a_first_start_that_was_killed_is_taken_up_again(folder, start):
    folder.mkdir()
    if start == "head only":
        with raw(folder) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA user_version = 0")
    elif start:
        (folder / DATABASE).touch()
    if start == "empty log":
        (folder / f"{DATABASE}-wal").touch()

    kept_by(folder)

    assert names_of_people(folder) == ["Ada"]


def test_the_second_start_imports_nothing_of_alembic_and_nothing_ever_the_orm(folder):
    kept_by(folder)
    question = (
        "import sys; from pathlib import Path; from kneecoach.storage.database import open_store; "
        "open_store(Path(sys.argv[1])).close(); "
        "print([name for name in ('alembic', 'sqlalchemy.orm') if name in sys.modules])"
    )

    answer = subprocess.run([sys.executable, "-c", question, str(folder)], capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "[]"


def test_a_store_in_memory_has_the_same_schema():
    with closing(open_in_memory()) as store, store.begin() as tx:
        assert tx.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == NEWEST


def test_a_disk_that_is_full_says_what_to_do_and_works_again_when_it_is_not(store):
    with store.begin() as tx:
        pages = tx.exec_driver_sql("PRAGMA page_count").scalar()
        tx.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(DiskTrouble, match=disk.FULL):
        a_crowd(store)

    with store.begin() as tx:
        assert people.people(tx) == ()
        tx.exec_driver_sql("PRAGMA max_page_count = 1000000")
    with store.begin() as tx:
        people.add(tx, a_person(name="Ada"))
        assert people.current(tx).name == "Ada"


def test_a_file_that_another_program_holds_says_so(folder, store):
    with store.begin() as tx:
        tx.exec_driver_sql("PRAGMA busy_timeout = 0")

    with raw(folder) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DiskTrouble, match="Another program"), store.begin() as tx:
            people.add(tx, a_person())
        other.execute("ROLLBACK")

    with store.begin() as tx:
        people.add(tx, a_person())


def test_a_torn_file_is_damage_not_a_crash(folder):
    kept_by(folder)
    whole = (folder / DATABASE).read_bytes()
    (folder / DATABASE).write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))

    with pytest.raises(CannotStart, match="damaged"), closing(open_store(folder)) as store, store.begin() as tx:
        people.people(tx)


def test_a_word_nobody_knows_is_damage_not_a_crash(folder):
    kept_by(folder)
    with raw(folder) as connection:
        connection.execute("UPDATE person SET units = 'furlongs'")

    with pytest.raises(CannotStart, match="damaged"):
        names_of_people(folder)


def test_a_mistake_of_ours_passes_through_the_look_at_the_disk():
    with pytest.raises(sqlite3.OperationalError, match="no such column"), disk.faults():
        sqlite3.connect(":memory:").execute("SELECT nonsense")


def test_each_error_of_a_file_system_has_its_sentence():
    said = [str(disk.file_trouble(OSError(number, "no"))) for number in (28, 13, 30, 5)]

    assert said == [disk.FULL, disk.READ_ONLY, disk.READ_ONLY, disk.REFUSED]


def test_an_error_that_is_not_the_drivers_is_ours():
    assert disk.sql_trouble(ValueError("ours")) is None
    assert disk.sql_trouble(None) is None
