"""The first schema: persons, routines as played, sessions with their sets, check-ins, diary and settings."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """
    CREATE TABLE person (
        id TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('runner', 'physio')),
        name TEXT NOT NULL CHECK (length(name) <= 200),
        birth_year INTEGER,
        knee TEXT CHECK (knee IN ('left', 'right', 'both')),
        hurting_for TEXT,
        began TEXT,
        worst_pain INTEGER CHECK (worst_pain BETWEEN 0 AND 10),
        units TEXT NOT NULL,
        country TEXT NOT NULL,
        cancer_history INTEGER CHECK (cancer_history IN (0, 1)),
        seen_by_clinician INTEGER NOT NULL CHECK (seen_by_clinician IN (0, 1)),
        safety_accepted INTEGER NOT NULL CHECK (safety_accepted IN (0, 1)),
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE routine_version (
        digest TEXT NOT NULL,
        routine TEXT NOT NULL,
        version INTEGER NOT NULL CHECK (version >= 1),
        name TEXT NOT NULL,
        author TEXT NOT NULL,
        description TEXT NOT NULL,
        calming INTEGER NOT NULL CHECK (calming IN (0, 1)),
        pauses TEXT NOT NULL CHECK (json_valid(pauses)),
        items TEXT NOT NULL CHECK (json_valid(items)),
        PRIMARY KEY (digest)
    ) STRICT
    """,
    """
    CREATE TABLE settings (
        id INTEGER NOT NULL CHECK (id = 1),
        person TEXT,
        theme TEXT NOT NULL,
        reduced_motion INTEGER NOT NULL CHECK (reduced_motion IN (0, 1)),
        beeps INTEGER NOT NULL CHECK (beeps IN (0, 1)),
        volume INTEGER NOT NULL CHECK (volume BETWEEN 0 AND 10),
        keep_awake INTEGER NOT NULL CHECK (keep_awake IN (0, 1)),
        window_full_screen INTEGER NOT NULL CHECK (window_full_screen IN (0, 1)),
        PRIMARY KEY (id),
        FOREIGN KEY(person) REFERENCES person (id) ON DELETE SET NULL
    ) STRICT
    """,
    """
    CREATE TABLE check_in (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        pain INTEGER CHECK (pain BETWEEN 0 AND 10),
        answers TEXT NOT NULL CHECK (json_valid(answers)),
        marks TEXT NOT NULL CHECK (json_valid(marks)),
        denied TEXT NOT NULL CHECK (json_valid(denied)),
        asked INTEGER NOT NULL CHECK (asked IN (0, 1)),
        PRIMARY KEY (id),
        FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX check_in_by_person ON check_in (person, at)",
    """
    CREATE TABLE pain_entry (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
        side TEXT CHECK (side IN ('left', 'right', 'both')),
        regions TEXT NOT NULL CHECK (json_valid(regions)),
        phase TEXT NOT NULL,
        qualities TEXT NOT NULL CHECK (json_valid(qualities)),
        swelling TEXT,
        size TEXT,
        tenderness TEXT,
        note TEXT NOT NULL CHECK (length(note) <= 2000),
        PRIMARY KEY (id),
        FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX pain_entry_by_person ON pain_entry (person, at)",
    """
    CREATE TABLE flag_entry (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        flag TEXT NOT NULL,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        closed_how TEXT CHECK (closed_how IN ('gone', 'seen', 'mistake')),
        closed_on TEXT,
        PRIMARY KEY (id),
        CHECK ((closed_how IS NULL) = (closed_on IS NULL)),
        FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX flag_entry_by_person ON flag_entry (person, at)",
    """
    CREATE TABLE injury (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        entered_at TEXT NOT NULL,
        entered_zone TEXT NOT NULL,
        mechanism TEXT NOT NULL,
        pop INTEGER CHECK (pop IN (0, 1)),
        snap INTEGER CHECK (snap IN (0, 1)),
        bruise INTEGER CHECK (bruise IN (0, 1)),
        fast_swelling INTEGER CHECK (fast_swelling IN (0, 1)),
        closed_how TEXT CHECK (closed_how IN ('gone', 'seen', 'mistake')),
        closed_on TEXT,
        PRIMARY KEY (id),
        CHECK ((closed_how IS NULL) = (closed_on IS NULL)),
        FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX injury_by_person ON injury (person, at)",
    """
    CREATE TABLE session (
        id TEXT NOT NULL,
        person TEXT,
        routine TEXT NOT NULL,
        first_side TEXT NOT NULL CHECK (first_side IN ('left', 'right', 'both')),
        started_at TEXT NOT NULL,
        started_zone TEXT NOT NULL,
        ended_at TEXT,
        ended_zone TEXT,
        status TEXT NOT NULL CHECK (status IN ('open', 'completed', 'stopped')),
        rehearsal INTEGER NOT NULL CHECK (rehearsal IN (0, 1)),
        check_in TEXT,
        pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
        pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),
        note TEXT NOT NULL,
        stop_reason TEXT NOT NULL,
        position INTEGER NOT NULL CHECK (position >= 0),
        PRIMARY KEY (id),
        CHECK ((ended_at IS NULL) = (ended_zone IS NULL)),
        FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE,
        FOREIGN KEY(routine) REFERENCES routine_version (digest),
        FOREIGN KEY(check_in) REFERENCES check_in (id) ON DELETE SET NULL
    ) STRICT
    """,
    "CREATE INDEX session_by_start ON session (started_at)",
    "CREATE INDEX session_open ON session (person) WHERE status = 'open'",
    """
    CREATE TABLE session_set (
        id TEXT NOT NULL,
        session TEXT NOT NULL,
        idx INTEGER NOT NULL CHECK (idx >= 0),
        exercise TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 1),
        side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
        reps INTEGER CHECK (reps BETWEEN 0 AND 1000),
        seconds REAL NOT NULL CHECK (seconds BETWEEN 0 AND 86400),
        status TEXT NOT NULL CHECK (status IN ('done', 'partial', 'skipped')),
        pain INTEGER CHECK (pain BETWEEN 0 AND 10),
        PRIMARY KEY (id),
        UNIQUE (session, idx),
        FOREIGN KEY(session) REFERENCES session (id) ON DELETE CASCADE
    ) STRICT
    """,
)


def upgrade() -> None:
    """Make every table and index."""
    for statement in STATEMENTS:
        op.execute(statement)
