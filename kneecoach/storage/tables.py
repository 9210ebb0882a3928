"""The tables as they are today; `migrations/` says how they came to be, and a test holds the two together."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import REAL

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


def _within(column: str, low: int, high: int) -> CheckConstraint:
    return CheckConstraint(f"{column} BETWEEN {low} AND {high}", name=column)


def _at_least(column: str, low: int) -> CheckConstraint:
    return CheckConstraint(f"{column} >= {low}", name=column)


def _one_of(column: str, *words: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(word) for word in words)})", name=column)


def _flag(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN (0, 1)", name=column)


def _json(column: str) -> CheckConstraint:
    return CheckConstraint(f"json_valid({column})", name=column)


def _at_most_long(column: str, characters: int) -> CheckConstraint:
    return CheckConstraint(f"length({column}) <= {characters}", name=column)


def _together(one: str, other: str) -> CheckConstraint:
    return CheckConstraint(f"({one} IS NULL) = ({other} IS NULL)", name=f"{one}_with_{other}")


def _whose() -> tuple[SchemaItem, ...]:
    return (
        Column("id", Text, primary_key=True, nullable=False),
        Column("person", Text, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    )


def _when() -> tuple[SchemaItem, ...]:
    return Column("at", Text, nullable=False), Column("zone", Text, nullable=False)


def _entered() -> tuple[SchemaItem, ...]:
    return Column("entered_at", Text), Column("entered_zone", Text), _together("entered_at", "entered_zone")


person = Table(
    "person",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("role", Text, _one_of("role", "runner", "physio"), nullable=False),
    Column("name", Text, _at_most_long("name", 200), nullable=False),
    Column("birth_year", Integer),
    Column("knee", Text, _one_of("knee", "left", "right", "both")),
    Column("hurting_for", Text),
    Column("began", Text),
    Column("worst_pain", Integer, _within("worst_pain", 0, 10)),
    Column("units", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("cancer_history", Integer, _flag("cancer_history")),
    Column("seen_by_clinician", Integer, _flag("seen_by_clinician"), nullable=False),
    Column("safety_accepted", Integer, _flag("safety_accepted"), nullable=False),
    Column("may_ice", Integer, _flag("may_ice"), nullable=False),
    sqlite_strict=True,
)

settings = Table(
    "settings",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="only_one"), primary_key=True),
    Column("person", Text, ForeignKey("person.id", ondelete="SET NULL")),
    Column("theme", Text, nullable=False),
    Column("reduced_motion", Integer, _flag("reduced_motion"), nullable=False),
    Column("beeps", Integer, _flag("beeps"), nullable=False),
    Column("volume", Integer, _within("volume", 0, 10), nullable=False),
    Column("keep_awake", Integer, _flag("keep_awake"), nullable=False),
    Column("window_full_screen", Integer, _flag("window_full_screen"), nullable=False),
    Column("voice", Integer, _flag("voice"), nullable=False),
    Column("voice_volume", Integer, _within("voice_volume", 0, 10), nullable=False),
    Column("count_aloud", Integer, _flag("count_aloud"), nullable=False),
    Column("before_run", Text, nullable=False),
    Column("screen", Text, nullable=False),
    Column("distance", Integer, _flag("distance"), nullable=False),
    Column("lacking", Text, _json("lacking"), nullable=False),
    sqlite_strict=True,
)

# A routine as it was when it was first played so. `digest` is of the whole content: two versions that carry one
# number but differ are two rows, and a past session never changes
routine_version = Table(
    "routine_version",
    metadata,
    Column("digest", Text, primary_key=True, nullable=False),
    Column("routine", Text, nullable=False),
    Column("version", Integer, _at_least("version", 1), nullable=False),
    Column("name", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("calming", Integer, _flag("calming"), nullable=False),
    Column("mood", Text, _one_of("mood", "calm", "brisk"), nullable=False),
    Column("pauses", Text, _json("pauses"), nullable=False),
    Column("items", Text, _json("items"), nullable=False),
    sqlite_strict=True,
)

# A routine of one's own as it is now. One that was deleted stays for a while, so that it can be had back
own_routine = Table(
    "own_routine",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("version", Integer, _at_least("version", 1), nullable=False),
    Column("name", Text, _at_most_long("name", 200), nullable=False),
    Column("author", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("calming", Integer, _flag("calming"), nullable=False),
    Column("mood", Text, _one_of("mood", "calm", "brisk"), nullable=False),
    Column("pauses", Text, _json("pauses"), nullable=False),
    Column("items", Text, _json("items"), nullable=False),
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

check_in = Table(
    "check_in",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("person", Text, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("at", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("pain", Integer, _within("pain", 0, 10)),
    Column("answers", Text, _json("answers"), nullable=False),
    Column("marks", Text, _json("marks"), nullable=False),
    Column("denied", Text, _json("denied"), nullable=False),
    Column("asked", Integer, _flag("asked"), nullable=False),
    Index("check_in_by_person", "person", "at"),
    sqlite_strict=True,
)

session = Table(
    "session",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("person", Text, ForeignKey("person.id", ondelete="CASCADE")),
    Column("routine", Text, ForeignKey("routine_version.digest"), nullable=False),
    Column("first_side", Text, _one_of("first_side", "left", "right", "both"), nullable=False),
    Column("started_at", Text, nullable=False),
    Column("started_zone", Text, nullable=False),
    Column("ended_at", Text),
    Column("ended_zone", Text),
    Column("status", Text, _one_of("status", "open", "completed", "stopped"), nullable=False),
    Column("rehearsal", Integer, _flag("rehearsal"), nullable=False),
    Column("check_in", Text, ForeignKey("check_in.id", ondelete="SET NULL")),
    Column("pain_before", Integer, _within("pain_before", 0, 10)),
    Column("pain_after", Integer, _within("pain_after", 0, 10)),
    Column("effort", Integer, _within("effort", 0, 10)),
    Column("note", Text, nullable=False),
    Column("stop_reason", Text, nullable=False),
    Column("position", Integer, _at_least("position", 0), nullable=False),
    Column("agreed", Text, _json("agreed"), nullable=False),
    Column("pains", Text, _json("pains"), nullable=False),
    _together("ended_at", "ended_zone"),
    Index("session_by_start", "started_at"),
    Index("session_open", "person", sqlite_where=text("status = 'open'")),
    sqlite_strict=True,
)

session_set = Table(
    "session_set",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("session", Text, ForeignKey("session.id", ondelete="CASCADE"), nullable=False),
    Column("idx", Integer, _at_least("idx", 0), nullable=False),
    Column("exercise", Text, nullable=False),
    Column("number", Integer, _at_least("number", 1), nullable=False),
    Column("side", Text, _one_of("side", "left", "right", "both"), nullable=False),
    Column("reps", Integer, _within("reps", 0, 1000)),
    Column("seconds", REAL, _within("seconds", 0, 86400), nullable=False),
    Column("status", Text, _one_of("status", "done", "partial", "skipped"), nullable=False),
    Column("pain", Integer, _within("pain", 0, 10)),
    UniqueConstraint("session", "idx"),
    sqlite_strict=True,
)

pain_entry = Table(
    "pain_entry",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("person", Text, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("at", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("score", Integer, _within("score", 0, 10), nullable=False),
    Column("side", Text, _one_of("side", "left", "right", "both")),
    Column("regions", Text, _json("regions"), nullable=False),
    Column("phase", Text),
    Column("qualities", Text, _json("qualities"), nullable=False),
    Column("swelling", Text),
    Column("size", Text),
    Column("tenderness", Text),
    Column("note", Text, _at_most_long("note", 2000), nullable=False),
    Column("symptoms", Text, _json("symptoms"), nullable=False),
    *_entered(),
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
    Column("closed_how", Text, _one_of("closed_how", "gone", "seen", "mistake")),
    Column("closed_on", Text),
    _together("closed_how", "closed_on"),
    Index("flag_entry_by_person", "person", "at"),
    sqlite_strict=True,
)

# No row: not answered. What a rule reads is the entry in `flag_entry`, never this
once_answer = Table(
    "once_answer",
    metadata,
    Column("person", Text, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("flag", Text, nullable=False),
    Column("yes", Integer, _flag("yes"), nullable=False),
    Column("at", Text, nullable=False),
    Column("zone", Text, nullable=False),
    PrimaryKeyConstraint("person", "flag"),
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
    Column("pop", Integer, _flag("pop")),
    Column("snap", Integer, _flag("snap")),
    Column("bruise", Integer, _flag("bruise")),
    Column("fast_swelling", Integer, _flag("fast_swelling")),
    Column("closed_how", Text, _one_of("closed_how", "gone", "seen", "mistake")),
    Column("closed_on", Text),
    _together("closed_how", "closed_on"),
    Index("injury_by_person", "person", "at"),
    sqlite_strict=True,
)

shoe = Table(
    "shoe",
    metadata,
    *_whose(),
    Column("name", Text, _at_most_long("name", 200), nullable=False),
    Column("start_m", Integer, _within("start_m", 0, 10_000_000), nullable=False),
    Column("first_day", Text),
    Column("retired", Text),
    Index("shoe_by_person", "person"),
    sqlite_strict=True,
)

run = Table(
    "run",
    metadata,
    *_whose(),
    *_when(),
    Column("distance_m", Integer, _within("distance_m", 1, 500_000), nullable=False),
    Column("seconds", Integer, _within("seconds", 1, 259_200)),
    Column("kind", Text),
    Column("surface", Text),
    Column("climb_m", Integer, _within("climb_m", 0, 20_000)),
    Column("shoe", Text, ForeignKey("shoe.id", ondelete="SET NULL")),
    Column("effort", Integer, _within("effort", 0, 10)),
    Column("pain_before", Integer, _within("pain_before", 0, 10)),
    Column("pain_max", Integer, _within("pain_max", 0, 10)),
    Column("pain_after", Integer, _within("pain_after", 0, 10)),
    Column("pain_60", Integer, _within("pain_60", 0, 10)),
    Column("onset", Text),
    Column("limp", Integer, _flag("limp")),
    Column("stopped_early", Integer, _flag("stopped_early")),
    Column("painkiller", Integer, _flag("painkiller")),
    Column("note", Text, _at_most_long("note", 2000), nullable=False),
    Column("source", Text, nullable=False),
    Column("digest", Text, nullable=False),
    *_entered(),
    Index("run_by_person", "person", "at"),
    # Holds the distance too: how far a pair has gone is then read from the index alone
    Index("run_by_shoe", "shoe", "distance_m", sqlite_where=text("shoe IS NOT NULL")),
    sqlite_strict=True,
)

activity = Table(
    "activity",
    metadata,
    *_whose(),
    *_when(),
    Column("kind", Text, nullable=False),
    Column("minutes", Integer, _within("minutes", 1, 1440), nullable=False),
    Column("effort", Integer, _within("effort", 0, 10)),
    Column("note", Text, _at_most_long("note", 2000), nullable=False),
    Column("source", Text, nullable=False),
    Column("digest", Text, nullable=False),
    *_entered(),
    Index("activity_by_person", "person", "at"),
    sqlite_strict=True,
)

morning = Table(
    "morning",
    metadata,
    *_whose(),
    Column("day", Text, nullable=False),
    *_when(),
    Column("pain", Integer, _within("pain", 0, 10), nullable=False),
    Column("stiff", Integer, _flag("stiff")),
    Column("swelling", Text),
    Column("night", Integer, _flag("night")),
    UniqueConstraint("person", "day"),
    sqlite_strict=True,
)

# How often the question of a morning was put off
morning_wave = Table(
    "morning_wave",
    metadata,
    Column("person", Text, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, nullable=False),
    Column("morning", Text, primary_key=True, nullable=False),
    Column("times", Integer, _at_least("times", 1), nullable=False),
    sqlite_strict=True,
)

ice = Table(
    "ice",
    metadata,
    *_whose(),
    *_when(),
    Column("minutes", Integer, _within("minutes", 1, 30), nullable=False),
    Column("cloth", Integer, _flag("cloth")),
    *_entered(),
    Index("ice_by_person", "person", "at"),
    sqlite_strict=True,
)

support = Table(
    "support",
    metadata,
    *_whose(),
    Column("day", Text, nullable=False),
    *_when(),
    Column("used", Text, _json("used"), nullable=False),
    Column("not_used", Text, _json("not_used"), nullable=False),
    *_entered(),
    UniqueConstraint("person", "day"),
    Index("support_by_person", "person", "at"),
    sqlite_strict=True,
)

weekly_review = Table(
    "weekly_review",
    metadata,
    *_whose(),
    Column("week", Text, nullable=False),
    *_when(),
    Column("change", Text),
    Column("sure", Integer, _within("sure", 0, 10)),
    UniqueConstraint("person", "week"),
    sqlite_strict=True,
)

week_plan = Table(
    "week_plan",
    metadata,
    *_whose(),
    *_when(),
    Column("goal", Text, _at_most_long("goal", 200), nullable=False),
    Column("days", Text, _json("days"), nullable=False),
    UniqueConstraint("person"),
    sqlite_strict=True,
)

novelty = Table(
    "novelty",
    metadata,
    *_whose(),
    Column("day", Text, nullable=False),
    *_when(),
    Column("things", Text, _json("things"), nullable=False),
    Column("note", Text, _at_most_long("note", 2000), nullable=False),
    Index("novelty_by_person", "person", "day"),
    sqlite_strict=True,
)

# What R20 last found, and the runs it read; worked out again whenever these are others
pattern = Table(
    "pattern",
    metadata,
    Column("person", Text, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, nullable=False),
    Column("runs", Text, nullable=False),
    Column("found", Text, _json("found"), nullable=False),
    sqlite_strict=True,
)

# The limits that a physio has set for a person, whole; no row: those of KneeCoach
thresholds = Table(
    "thresholds",
    metadata,
    Column("person", Text, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, nullable=False),
    *_when(),
    Column("name", Text, _at_most_long("name", 60), nullable=False),
    Column("made_by", Text, _at_most_long("made_by", 60), nullable=False),
    Column("numbers", Text, _json("numbers"), nullable=False),
    sqlite_strict=True,
)

# What was deleted or changed, as its rows were then: table by table, column by column
bin_entry = Table(
    "bin",
    metadata,
    *_whose(),
    *_when(),
    Column("how", Text, _one_of("how", "deleted", "edited", "undone"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("entry", Text, nullable=False),
    Column("content", Text, _json("content"), nullable=False),
    # Local days: when this was told, and when what stands in its place was, which may be earlier if it was had back
    Column("told_on", Text),
    Column("next_told_on", Text),
    Index("bin_by_person", "person", "at"),
    sqlite_strict=True,
)
