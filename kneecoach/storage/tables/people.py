"""Who uses KneeCoach, how it is set, and what was chosen or answered once."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, PrimaryKeyConstraint, Table, Text

from kneecoach.storage.tables.shared import at_most_long, metadata, one_of, valid_json, when, within, yes_or_no

person = Table(
    "person",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("role", Text, one_of("role", "runner", "physio"), nullable=False),
    Column("name", Text, at_most_long("name", 200), nullable=False),
    Column("birth_year", Integer),
    Column("knee", Text, one_of("knee", "left", "right", "both")),
    Column("hurting_for", Text),
    Column("began", Text),
    Column("worst_pain", Integer, within("worst_pain", 0, 10)),
    Column("units", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("cancer_history", Integer, yes_or_no("cancer_history")),
    Column("seen_by_clinician", Integer, yes_or_no("seen_by_clinician"), nullable=False),
    Column("safety_accepted", Integer, yes_or_no("safety_accepted"), nullable=False),
    Column("may_ice", Integer, yes_or_no("may_ice"), nullable=False),
    sqlite_strict=True,
)

settings = Table(
    "settings",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="only_one"), primary_key=True),
    Column("person", Text, ForeignKey("person.id", ondelete="SET NULL")),
    Column("theme", Text, nullable=False),
    Column("reduced_motion", Integer, yes_or_no("reduced_motion"), nullable=False),
    Column("beeps", Integer, yes_or_no("beeps"), nullable=False),
    Column("volume", Integer, within("volume", 0, 10), nullable=False),
    Column("keep_awake", Integer, yes_or_no("keep_awake"), nullable=False),
    Column("window_full_screen", Integer, yes_or_no("window_full_screen"), nullable=False),
    Column("voice", Integer, yes_or_no("voice"), nullable=False),
    Column("voice_volume", Integer, within("voice_volume", 0, 10), nullable=False),
    Column("count_aloud", Integer, yes_or_no("count_aloud"), nullable=False),
    Column("before_run", Text, nullable=False),
    Column("screen", Text, nullable=False),
    Column("distance", Integer, yes_or_no("distance"), nullable=False),
    Column("lacking", Text, valid_json("lacking"), nullable=False),
    sqlite_strict=True,
)

# No row: not answered. What a rule reads is the entry in `flag_entry`, never this
once_answer = Table(
    "once_answer",
    metadata,
    Column("person", Text, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("flag", Text, nullable=False),
    Column("yes", Integer, yes_or_no("yes"), nullable=False),
    Column("at", Text, nullable=False),
    Column("zone", Text, nullable=False),
    PrimaryKeyConstraint("person", "flag"),
    sqlite_strict=True,
)

# The limits that a physio has set for a person, whole; no row: those of KneeCoach
thresholds = Table(
    "thresholds",
    metadata,
    Column("person", Text, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, nullable=False),
    *when(),
    Column("name", Text, at_most_long("name", 60), nullable=False),
    Column("made_by", Text, at_most_long("made_by", 60), nullable=False),
    Column("numbers", Text, valid_json("numbers"), nullable=False),
    sqlite_strict=True,
)
