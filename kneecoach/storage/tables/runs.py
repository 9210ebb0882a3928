"""Shoes, runs and activities, and what R20 found in the runs."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, text

from kneecoach.storage.tables.shared import at_most_long, entered, metadata, valid_json, when, whose, within, yes_or_no

shoe = Table(
    "shoe",
    metadata,
    *whose(),
    Column("name", Text, at_most_long("name", 200), nullable=False),
    Column("start_m", Integer, within("start_m", 0, 10_000_000), nullable=False),
    Column("first_day", Text),
    Column("retired", Text),
    Index("shoe_by_person", "person"),
    sqlite_strict=True,
)

run = Table(
    "run",
    metadata,
    *whose(),
    *when(),
    Column("distance_m", Integer, within("distance_m", 1, 500_000), nullable=False),
    Column("seconds", Integer, within("seconds", 1, 259_200)),
    Column("kind", Text),
    Column("surface", Text),
    Column("climb_m", Integer, within("climb_m", 0, 20_000)),
    Column("shoe", Text, ForeignKey("shoe.id", ondelete="SET NULL")),
    Column("effort", Integer, within("effort", 0, 10)),
    Column("pain_before", Integer, within("pain_before", 0, 10)),
    Column("pain_max", Integer, within("pain_max", 0, 10)),
    Column("pain_after", Integer, within("pain_after", 0, 10)),
    Column("pain_60", Integer, within("pain_60", 0, 10)),
    Column("onset", Text),
    Column("limp", Integer, yes_or_no("limp")),
    Column("stopped_early", Integer, yes_or_no("stopped_early")),
    Column("painkiller", Integer, yes_or_no("painkiller")),
    Column("note", Text, at_most_long("note", 2000), nullable=False),
    Column("source", Text, nullable=False),
    Column("digest", Text, nullable=False),
    *entered(),
    Index("run_by_person", "person", "at"),
    # Holds the distance too: how far a pair has gone is then read from the index alone
    Index("run_by_shoe", "shoe", "distance_m", sqlite_where=text("shoe IS NOT NULL")),
    sqlite_strict=True,
)

activity = Table(
    "activity",
    metadata,
    *whose(),
    *when(),
    Column("kind", Text, nullable=False),
    Column("minutes", Integer, within("minutes", 1, 1440), nullable=False),
    Column("effort", Integer, within("effort", 0, 10)),
    Column("note", Text, at_most_long("note", 2000), nullable=False),
    Column("source", Text, nullable=False),
    Column("digest", Text, nullable=False),
    *entered(),
    Index("activity_by_person", "person", "at"),
    sqlite_strict=True,
)

# What R20 last found, and the runs it read; worked out again whenever these are others
pattern = Table(
    "pattern",
    metadata,
    Column("person", Text, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, nullable=False),
    Column("runs", Text, nullable=False),
    Column("found", Text, valid_json("found"), nullable=False),
    sqlite_strict=True,
)
