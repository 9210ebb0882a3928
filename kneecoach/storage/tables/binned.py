"""What was deleted or changed."""

from sqlalchemy import Column, Index, Table, Text

from kneecoach.storage.tables.shared import metadata, one_of, valid_json, when, whose

# What was deleted or changed, as its rows were then: table by table, column by column
bin_entry = Table(
    "bin",
    metadata,
    *whose(),
    *when(),
    Column("how", Text, one_of("how", "deleted", "edited", "undone"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("entry", Text, nullable=False),
    Column("content", Text, valid_json("content"), nullable=False),
    # Local days: when this was told, and when what stands in its place was, which may be earlier if it was had back
    Column("told_on", Text),
    Column("next_told_on", Text),
    Index("bin_by_person", "person", "at"),
    sqlite_strict=True,
)
