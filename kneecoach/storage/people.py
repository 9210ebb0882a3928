"""The people of this computer, and whose turn it is."""

from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, bindparam, insert, literal_column, select, update

from kneecoach.domain.person import Person
from kneecoach.storage import settings
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import person_of, person_row, understood
from kneecoach.storage.tables import person as _person
from kneecoach.storage.tables import settings as _settings

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


def _current_id(tx: Transaction) -> str | None:
    return tx.execute(select(_settings.c.person)).scalar()
