"""The morning after, ice, and what supported the knee on a day."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from kneecoach.storage.tables.shared import at_least, entered, metadata, valid_json, when, whose, within, yes_or_no

morning = Table(
    "morning",
    metadata,
    *whose(),
    Column("day", Text, nullable=False),
    *when(),
    Column("pain", Integer, within("pain", 0, 10), nullable=False),
    Column("stiff", Integer, yes_or_no("stiff")),
    Column("swelling", Text),
    Column("night", Integer, yes_or_no("night")),
    UniqueConstraint("person", "day"),
    sqlite_strict=True,
)

# How often the question of a morning was put off
morning_wave = Table(
    "morning_wave",
    metadata,
    Column("person", Text, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, nullable=False),
    Column("morning", Text, primary_key=True, nullable=False),
    Column("times", Integer, at_least("times", 1), nullable=False),
    sqlite_strict=True,
)

ice = Table(
    "ice",
    metadata,
    *whose(),
    *when(),
    Column("minutes", Integer, within("minutes", 1, 30), nullable=False),
    Column("cloth", Integer, yes_or_no("cloth")),
    *entered(),
    Index("ice_by_person", "person", "at"),
    sqlite_strict=True,
)

support = Table(
    "support",
    metadata,
    *whose(),
    Column("day", Text, nullable=False),
    *when(),
    Column("used", Text, valid_json("used"), nullable=False),
    Column("not_used", Text, valid_json("not_used"), nullable=False),
    *entered(),
    UniqueConstraint("person", "day"),
    Index("support_by_person", "person", "at"),
    sqlite_strict=True,
)
