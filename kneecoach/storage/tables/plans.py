"""The plan of a week, what was new, and the look back at a week."""

from sqlalchemy import Column, Index, Integer, Table, Text, UniqueConstraint

from kneecoach.storage.tables.shared import at_most_long, metadata, valid_json, when, whose, within

week_plan = Table(
    "week_plan",
    metadata,
    *whose(),
    *when(),
    Column("goal", Text, at_most_long("goal", 200), nullable=False),
    Column("days", Text, valid_json("days"), nullable=False),
    UniqueConstraint("person"),
    sqlite_strict=True,
)

novelty = Table(
    "novelty",
    metadata,
    *whose(),
    Column("day", Text, nullable=False),
    *when(),
    Column("things", Text, valid_json("things"), nullable=False),
    Column("note", Text, at_most_long("note", 2000), nullable=False),
    Index("novelty_by_person", "person", "day"),
    sqlite_strict=True,
)

weekly_review = Table(
    "weekly_review",
    metadata,
    *whose(),
    Column("week", Text, nullable=False),
    *when(),
    Column("change", Text),
    Column("sure", Integer, within("sure", 0, 10)),
    UniqueConstraint("person", "week"),
    sqlite_strict=True,
)
