"""The people of this computer, and whose turn it is."""

from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, bindparam, delete, insert, literal_column, select, update

from kneecoach.domain.flag import Flag
from kneecoach.domain.once import OnceAnswer
from kneecoach.domain.person import Began, Person
from kneecoach.storage import settings
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import Row, instant, moment_of, person_of, person_row, understood, word, zone_name
from kneecoach.storage.tables.people import once_answer as _once
from kneecoach.storage.tables.people import person as _person
from kneecoach.storage.tables.people import settings as _settings

_ADDED_FIRST: ColumnElement[int] = literal_column("rowid")
_ONE = select(_person).where(_person.c.id == bindparam("person_id"))


def add(tx: Transaction, person: Person) -> None:
    """Keep a new person; the first one is current from then on."""
    tx.execute(insert(_person), person_row(person))
    if _current_id(tx) is None:
        make_current(tx, person.id)


def replace(tx: Transaction, person: Person) -> None:
    """Keep a person's changed answers."""
    tx.execute(update(_person).where(_person.c.id == str(person.id)), person_row(person))


def keep_began(tx: Transaction, person_id: UUID, began: Began | None) -> None:
    """Keep how it began, None for not said; all else of the person stays."""
    tx.execute(update(_person).where(_person.c.id == str(person_id)).values(began=word(began)))


def people(tx: Transaction) -> tuple[Person, ...]:
    """Everyone, in the order they were added."""
    rows = tx.execute(select(_person).order_by(_ADDED_FIRST)).mappings()
    return tuple(understood(person_of, row) for row in rows)


def person(tx: Transaction, person_id: UUID) -> Person | None:
    """The person with this id, if there is one."""
    row = tx.execute(_ONE, {"person_id": str(person_id)}).mappings().first()
    return understood(person_of, row) if row else None


def current(tx: Transaction) -> Person | None:
    """Whose turn it is; None before the first person."""
    found = _current_id(tx)
    return person(tx, UUID(found)) if found else None


def make_current(tx: Transaction, person_id: UUID) -> None:
    """From now on it is this person's turn."""
    settings.write(tx, settings.read(tx))
    tx.execute(update(_settings), {"person": str(person_id)})


def ensure(tx: Transaction) -> Person:
    """Whose turn it is, or a new person who has answered nothing yet and so has accepted nothing either."""
    found = current(tx)
    if found is None:
        found = Person(uuid4())
        add(tx, found)
    return found


def once_answers(tx: Transaction, person_id: UUID) -> dict[Flag, OnceAnswer]:
    """The questions asked once that were answered; one that is missing never was."""
    rows = tx.execute(select(_once).where(_once.c.person == str(person_id))).mappings()
    return {answer.flag: answer for answer in (understood(_once_of, row) for row in rows)}


def keep_once(tx: Transaction, person_id: UUID, answer: OnceAnswer) -> None:
    """Keep this answer instead of the one before, if there was one."""
    forget_once(tx, person_id, answer.flag)
    row = {
        "person": str(person_id),
        "flag": answer.flag.value,
        "yes": int(answer.yes),
        "at": instant(answer.at),
        "zone": zone_name(answer.at),
    }
    tx.execute(insert(_once), row)


def forget_once(tx: Transaction, person_id: UUID, flag: Flag) -> None:
    """The question is unanswered again."""
    tx.execute(delete(_once).where(_once.c.person == str(person_id), _once.c.flag == flag.value))


def _once_of(row: Row) -> OnceAnswer:
    return OnceAnswer(Flag(row["flag"]), bool(row["yes"]), moment_of(row["at"], row["zone"]))


def _current_id(tx: Transaction) -> str | None:
    return tx.execute(select(_settings.c.person)).scalar()
