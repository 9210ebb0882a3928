"""Opening a data folder: what is made, what is checked, what is refused, and that nothing is left half done."""

import os
import subprocess
import sys
from contextlib import closing
from uuid import uuid4

import pytest
from sqlalchemy.exc import IntegrityError

from kneecoach.domain.errors import AlreadyOpen, DiskTrouble
from kneecoach.storage import people
from kneecoach.storage.database import open_in_memory, open_store, open_to_read
from kneecoach.storage.revision import DATABASE, NEWEST
from tests.builders import a_person
from tests.storage.opened import kept_by, names_of_people, raw, rights


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
