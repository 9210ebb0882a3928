"""Updates lose nothing: every released schema comes up with its data, and a step that fails changes nothing."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from kneecoach.domain.errors import AlreadyOpen, CannotStart
from kneecoach.domain.novelty import NewThing
from kneecoach.domain.plan import Use
from kneecoach.storage import database, people, plans, revision, sessions, tables, thresholds, upgrade
from kneecoach.storage.database import WRITING, open_store, open_to_read
from kneecoach.storage.folder_lock import FolderLock
from kneecoach.storage.revision import DATABASE, NEWEST, REVISIONS, TABLES
from tests.builders import PERSON_ID, a_person, a_session_record, a_set_record

RELEASED = Path(__file__).parent.parent / "data"

A_STEP = '''"""A step that rebuilds a table that others point to."""

from alembic import op
import sqlalchemy as sa

revision = "9999"
down_revision = "0004"


def upgrade():
    with op.batch_alter_table("session", recreate="always") as batch:
        batch.add_column(sa.Column("mood", sa.Text))
    op.execute("INSERT INTO person SELECT '{0}', role, '', 2000, NULL, NULL, NULL, NULL, 'km', 'unknown', NULL, "
               "0, 0, 0 FROM person WHERE {1}")
'''


def schema_of(path):
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        (sign,) = connection.execute("PRAGMA application_id").fetchone()
    return sign, [
        (*row[:3], " ".join(row[3].replace("(", " ( ").replace(")", " ) ").split())) for row in rows if row[3]
    ]


def engine_of(path):
    return lambda: database._engine(path, WRITING)


@pytest.fixture
def next_step(tmp_path, monkeypatch):
    """Writes a second step; it doubles a person, if told to one that exists already."""
    steps = tmp_path / "migrations"
    shutil.copytree(upgrade.MIGRATIONS, steps)
    monkeypatch.setattr(upgrade, "MIGRATIONS", steps)

    def write(*, fails: bool):
        step = A_STEP.format(PERSON_ID, "1" if fails else "0")
        (steps / "versions" / "r9999_next.py").write_text(step)

    return write


@pytest.fixture
def used(folder):
    with closing(open_store(folder)) as store, store.begin() as tx:
        people.add(tx, a_person(name="Ada"))
        sessions.add(tx, a_session_record(sets=(a_set_record(0), a_set_record(1))))
    return folder / DATABASE


def test_a_fresh_schema_is_the_upgraded_one(folder, tmp_path):
    open_store(folder).close()
    upgraded = tmp_path / "upgraded.db"

    upgrade.upgrade(upgraded, None, engine_of(upgraded))

    assert schema_of(upgraded) == schema_of(folder / DATABASE)
    with closing(sqlite3.connect(upgraded)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(NEWEST,)]


def test_a_look_knows_every_table():
    assert set(tables.shared.metadata.tables) == TABLES


@pytest.mark.parametrize("number", [int(name) for name in REVISIONS])
def test_every_released_schema_comes_up_with_its_data(folder, number):
    folder.mkdir()
    shutil.copyfile(RELEASED / f"schema_{number}.db", folder / DATABASE)

    with closing(open_store(folder)) as store, store.begin() as tx:
        (ada,) = people.people(tx)
        (session,) = sessions.sessions(tx)

    assert ada.name == "Ada"
    assert [done.reps for done in session.sets] == [10, 8]
    assert session.routine.items[0].exercise == "exercise_0"


def test_when_a_change_was_told_comes_up_with_the_fourth_schema(folder):
    folder.mkdir()
    shutil.copyfile(RELEASED / "schema_4.db", folder / DATABASE)

    with closing(open_store(folder)) as store, store.begin() as tx:
        kept = tx.execute(select(tables.binned.bin_entry.c.told_on, tables.binned.bin_entry.c.next_told_on)).all()

    assert kept == [("2026-11-01", "2026-11-02")]


def test_chosen_limits_come_up_with_the_third_schema(folder):
    folder.mkdir()
    shutil.copyfile(RELEASED / "schema_3.db", folder / DATABASE)

    with closing(open_store(folder)) as store, store.begin() as tx:
        (ada,) = people.people(tx)
        profile = thresholds.chosen(tx, ada.id).profile

    assert (profile.name, profile.made_by) == ("After an operation", "A physio")
    assert (profile.green_max, profile.amber_max, profile.rise) == (1, 4, 3)


def test_a_plan_and_what_changed_come_up_with_the_second_schema(folder):
    folder.mkdir()
    shutil.copyfile(RELEASED / "schema_2.db", folder / DATABASE)

    with closing(open_store(folder)) as store, store.begin() as tx:
        (ada,) = people.people(tx)
        plan = plans.plan(tx, ada.id)
        (novelty,) = plans.novelties(tx, ada.id)

    assert (plan.goal, plan.days_for(Use.RUN)) == ("Run to the lake and back", (1, 5))
    assert (novelty.on.isoformat(), novelty.things) == ("2026-11-03", (NewThing.SHOES,))


def test_what_was_kept_before_there_was_a_plan_has_none(folder):
    folder.mkdir()
    shutil.copyfile(RELEASED / "schema_1.db", folder / DATABASE)

    with closing(open_store(folder)) as store, store.begin() as tx:
        (ada,) = people.people(tx)

        assert plans.plan(tx, ada.id) is None
        assert plans.novelties(tx, ada.id) == ()


def test_a_step_that_rebuilds_a_table_keeps_the_rows_that_point_to_it(used, next_step):
    next_step(fails=False)

    upgrade.upgrade(used, NEWEST, engine_of(used), to="9999")

    with closing(sqlite3.connect(used)) as connection:
        assert connection.execute("SELECT count(*) FROM session_set").fetchone() == (2,)
        assert connection.execute("SELECT mood FROM session").fetchall() == [(None,)]


def test_a_step_that_fails_leaves_the_file_as_it_was(used, next_step):
    next_step(fails=True)
    before = schema_of(used)

    with pytest.raises(IntegrityError):
        upgrade.upgrade(used, NEWEST, engine_of(used), to="9999")

    assert schema_of(used) == before
    with closing(open_store(used.parent)) as store, store.begin() as tx:
        assert len(sessions.sessions(tx)[0].sets) == 2


def test_links_that_a_step_broke_are_noticed_and_undone(used, tmp_path, next_step):
    next_step(fails=False)
    step = tmp_path / "migrations" / "versions" / "r9999_next.py"
    step.write_text(step.read_text() + '    op.execute("DELETE FROM person")\n')

    with pytest.raises(CannotStart, match="damaged"):
        upgrade.upgrade(used, NEWEST, engine_of(used), to="9999")

    with closing(open_store(used.parent)) as store, store.begin() as tx:
        assert people.current(tx).name == "Ada"


def test_a_copy_is_set_aside_and_can_be_opened(used, next_step):
    next_step(fails=False)
    used.with_name("kneecoach-before-upgrade-from-0004.part").write_text("of a start that was killed")

    upgrade.upgrade(used, NEWEST, engine_of(used), to="9999")

    aside = used.with_name("kneecoach-before-upgrade-from-0004.db")
    assert aside.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(aside)) as connection:
        assert connection.execute("SELECT name FROM person").fetchall() == [("Ada",)]
    assert not aside.with_suffix(".part").exists()


def test_a_file_that_is_damaged_is_not_upgraded(used, next_step):
    next_step(fails=False)
    with closing(sqlite3.connect(used, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_master WHERE name = 'session_open'")
    before = used.read_bytes()

    with pytest.raises(CannotStart, match="damaged"):
        upgrade.upgrade(used, NEWEST, engine_of(used), to="9999")

    assert used.read_bytes() == before


@pytest.fixture
def newer(used, next_step, monkeypatch):  # noqa: ARG001 - which is older
    """A KneeCoach that has one step more."""
    next_step(fails=False)
    monkeypatch.setattr(revision, "REVISIONS", (*REVISIONS, "9999"))
    monkeypatch.setattr(database, "NEWEST", "9999")
    monkeypatch.setattr(upgrade.upgrade, "__defaults__", ("9999",))


@pytest.mark.usefixtures("newer")
@pytest.mark.parametrize("open_it", [open_store, open_to_read])
def test_an_older_file_is_upgraded_by_whoever_opens_it_first_with_a_copy_set_aside(used, open_it):
    before = used.read_bytes()

    open_it(used.parent).close()

    assert revision.revision_of(used.parent) == "9999"
    (copy,) = used.parent.glob("*before-upgrade*")
    assert len(copy.read_bytes()) == len(before)
    open_to_read(used.parent).close()


@pytest.mark.usefixtures("newer")
def test_an_older_file_that_somebody_has_open_is_not_upgraded_beside_them(used):
    waits = []
    lock = FolderLock(used.parent)
    lock.acquire()
    try:
        with pytest.raises(AlreadyOpen):
            open_to_read(used.parent, waits.append)
    finally:
        lock.release()
    assert sum(waits) < 3

    assert revision.revision_of(used.parent) == NEWEST


@pytest.mark.usefixtures("newer")
def test_a_reader_waits_for_another_one_that_upgrades_the_file(used):
    lock = FolderLock(used.parent)
    lock.acquire()
    waits = []

    def finish(seconds):
        waits.append(seconds)
        if len(waits) == 2:
            upgrade.upgrade(used, NEWEST, engine_of(used))
            lock.release()

    open_to_read(used.parent, finish).close()

    assert len(waits) == 2
    assert len(list(used.parent.glob("*before-upgrade*"))) == 1
