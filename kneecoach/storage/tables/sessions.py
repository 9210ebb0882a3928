"""The check-in, the session, and its sets."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, text
from sqlalchemy.types import REAL

from kneecoach.storage.tables.shared import at_least, metadata, one_of, together, valid_json, within, yes_or_no

check_in = Table(
    "check_in",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("person", Text, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("at", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("pain", Integer, within("pain", 0, 10)),
    Column("answers", Text, valid_json("answers"), nullable=False),
    Column("marks", Text, valid_json("marks"), nullable=False),
    Column("denied", Text, valid_json("denied"), nullable=False),
    Column("asked", Integer, yes_or_no("asked"), nullable=False),
    Index("check_in_by_person", "person", "at"),
    sqlite_strict=True,
)

session = Table(
    "session",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("person", Text, ForeignKey("person.id", ondelete="CASCADE")),
    Column("routine", Text, ForeignKey("routine_version.digest"), nullable=False),
    Column("first_side", Text, one_of("first_side", "left", "right", "both"), nullable=False),
    Column("started_at", Text, nullable=False),
    Column("started_zone", Text, nullable=False),
    Column("ended_at", Text),
    Column("ended_zone", Text),
    Column("status", Text, one_of("status", "open", "completed", "stopped"), nullable=False),
    Column("rehearsal", Integer, yes_or_no("rehearsal"), nullable=False),
    Column("check_in", Text, ForeignKey("check_in.id", ondelete="SET NULL")),
    Column("pain_before", Integer, within("pain_before", 0, 10)),
    Column("pain_after", Integer, within("pain_after", 0, 10)),
    Column("effort", Integer, within("effort", 0, 10)),
    Column("note", Text, nullable=False),
    Column("stop_reason", Text, nullable=False),
    Column("position", Integer, at_least("position", 0), nullable=False),
    Column("agreed", Text, valid_json("agreed"), nullable=False),
    Column("pains", Text, valid_json("pains"), nullable=False),
    together("ended_at", "ended_zone"),
    Index("session_by_start", "started_at"),
    Index("session_open", "person", sqlite_where=text("status = 'open'")),
    sqlite_strict=True,
)

session_set = Table(
    "session_set",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("session", Text, ForeignKey("session.id", ondelete="CASCADE"), nullable=False),
    Column("idx", Integer, at_least("idx", 0), nullable=False),
    Column("exercise", Text, nullable=False),
    Column("number", Integer, at_least("number", 1), nullable=False),
    Column("side", Text, one_of("side", "left", "right", "both"), nullable=False),
    Column("reps", Integer, within("reps", 0, 1000)),
    Column("seconds", REAL, within("seconds", 0, 86400), nullable=False),
    Column("status", Text, one_of("status", "done", "partial", "skipped"), nullable=False),
    Column("pain", Integer, within("pain", 0, 10)),
    UniqueConstraint("session", "idx"),
    sqlite_strict=True,
)
