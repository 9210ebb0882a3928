"""Bad days: files that are not ours, disks that refuse; each a clear sentence, and nothing lost."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy.exc import OperationalError

from kneecoach.domain.errors import CannotStart, DiskTrouble, TooNew
from kneecoach.storage import database, disk, people
from kneecoach.storage.database import open_store, open_to_read
from kneecoach.storage.folder import NOT_A_FOLDER
from kneecoach.storage.revision import DATABASE, FOREIGN, TOO_NEW
from tests.builders import a_person
from tests.storage.opened import a_crowd, kept_by, names_of_people, raw


def test_a_disk_that_can_not_keep_data_safe_is_refused(folder, monkeypatch):
    monkeypatch.setattr(database, "WRITING", (("PRAGMA synchronous = OFF", "PRAGMA synchronous", 2),))

    with pytest.raises(CannotStart, match="can't keep KneeCoach's data safe"):
        open_store(folder)

    monkeypatch.undo()
    open_store(folder).close()


def test_our_own_mistake_in_a_statement_is_no_disk_trouble(store):
    with pytest.raises(OperationalError), store.begin() as tx:
        tx.exec_driver_sql("SELECT nonsense")


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
