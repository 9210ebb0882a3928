"""What all tables share: the metadata that knows them, and the columns and checks that come again."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)
from sqlalchemy.schema import SchemaItem

# Alembic can carry a check through the rebuild of a table only when it has a name
metadata = MetaData(
    naming_convention={
        "ck": "%(table_name)s_%(constraint_name)s",
        "uq": "%(table_name)s_%(column_0_N_name)s",
        "fk": "%(table_name)s_%(column_0_name)s",
    }
)

# As Alembic makes it, so that a database made at once and one that was upgraded are the same
alembic_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def within(column: str, low: int, high: int) -> CheckConstraint:
    return CheckConstraint(f"{column} BETWEEN {low} AND {high}", name=column)


def at_least(column: str, low: int) -> CheckConstraint:
    return CheckConstraint(f"{column} >= {low}", name=column)


def one_of(column: str, *words: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(word) for word in words)})", name=column)


def yes_or_no(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN (0, 1)", name=column)


def valid_json(column: str) -> CheckConstraint:
    return CheckConstraint(f"json_valid({column})", name=column)


def at_most_long(column: str, characters: int) -> CheckConstraint:
    return CheckConstraint(f"length({column}) <= {characters}", name=column)


def together(one: str, other: str) -> CheckConstraint:
    return CheckConstraint(f"({one} IS NULL) = ({other} IS NULL)", name=f"{one}_with_{other}")


def whose() -> tuple[SchemaItem, ...]:
    return (
        Column("id", Text, primary_key=True, nullable=False),
        Column("person", Text, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    )


def when() -> tuple[SchemaItem, ...]:
    return Column("at", Text, nullable=False), Column("zone", Text, nullable=False)


def entered() -> tuple[SchemaItem, ...]:
    return Column("entered_at", Text), Column("entered_zone", Text), together("entered_at", "entered_zone")
