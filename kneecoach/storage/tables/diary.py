"""Pain, warning signs and injuries."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, text

from kneecoach.storage.tables.shared import (
    at_most_long,
    entered,
    metadata,
    one_of,
    together,
    valid_json,
    within,
    yes_or_no,
)

pain_entry = Table(
    "pain_entry",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("person", Text, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("at", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("score", Integer, within("score", 0, 10), nullable=False),
    Column("side", Text, one_of("side", "left", "right", "both")),
    Column("regions", Text, valid_json("regions"), nullable=False),
    Column("phase", Text),
    Column("qualities", Text, valid_json("qualities"), nullable=False),
    Column("swelling", Text),
    Column("size", Text),
    Column("tenderness", Text),
    Column("note", Text, at_most_long("note", 2000), nullable=False),
    Column("symptoms", Text, valid_json("symptoms"), nullable=False),
    *entered(),
    Column("of", Text),
    Index("pain_entry_by_person", "person", "at"),
    Index("pain_entry_of", "of", sqlite_where=text('"of" IS NOT NULL')),
    sqlite_strict=True,
)

flag_entry = Table(
    "flag_entry",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("person", Text, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("flag", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("closed_how", Text, one_of("closed_how", "gone", "seen", "mistake")),
    Column("closed_on", Text),
    together("closed_how", "closed_on"),
    Index("flag_entry_by_person", "person", "at"),
    sqlite_strict=True,
)

injury = Table(
    "injury",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("person", Text, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("at", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("entered_at", Text, nullable=False),
    Column("entered_zone", Text, nullable=False),
    Column("mechanism", Text, nullable=False),
    Column("pop", Integer, yes_or_no("pop")),
    Column("snap", Integer, yes_or_no("snap")),
    Column("bruise", Integer, yes_or_no("bruise")),
    Column("fast_swelling", Integer, yes_or_no("fast_swelling")),
    Column("closed_how", Text, one_of("closed_how", "gone", "seen", "mistake")),
    Column("closed_on", Text),
    together("closed_how", "closed_on"),
    Index("injury_by_person", "person", "at"),
    sqlite_strict=True,
)
