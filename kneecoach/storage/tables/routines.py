"""Routines as they were played, routines of one's own, and the stars."""

from sqlalchemy import Column, Integer, Table, Text

from kneecoach.storage.tables.shared import at_least, at_most_long, metadata, one_of, valid_json, yes_or_no

# A routine as it was when it was first played so. `digest` is of the whole content: two versions that carry one
# number but differ are two rows, and a past session never changes
routine_version = Table(
    "routine_version",
    metadata,
    Column("digest", Text, primary_key=True, nullable=False),
    Column("routine", Text, nullable=False),
    Column("version", Integer, at_least("version", 1), nullable=False),
    Column("name", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("calming", Integer, yes_or_no("calming"), nullable=False),
    Column("mood", Text, one_of("mood", "calm", "brisk"), nullable=False),
    Column("pauses", Text, valid_json("pauses"), nullable=False),
    Column("items", Text, valid_json("items"), nullable=False),
    sqlite_strict=True,
)

# A routine of one's own as it is now. One that was deleted stays for a while, so that it can be had back
own_routine = Table(
    "own_routine",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("version", Integer, at_least("version", 1), nullable=False),
    Column("name", Text, at_most_long("name", 200), nullable=False),
    Column("author", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("calming", Integer, yes_or_no("calming"), nullable=False),
    Column("mood", Text, one_of("mood", "calm", "brisk"), nullable=False),
    Column("pauses", Text, valid_json("pauses"), nullable=False),
    Column("items", Text, valid_json("items"), nullable=False),
    Column("based_on", Text),
    Column("based_on_name", Text, nullable=False),
    Column("edited_at", Text, nullable=False),
    Column("edited_zone", Text, nullable=False),
    Column("deleted_at", Text),
    sqlite_strict=True,
)

# The id of a shipped routine or of one's own
favourite = Table(
    "favourite",
    metadata,
    Column("routine", Text, primary_key=True, nullable=False),
    sqlite_strict=True,
)
