"""The goal and the plan of the week, what changed for the knee, and what R20 last found."""

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    """
    CREATE TABLE week_plan (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        goal TEXT NOT NULL CONSTRAINT week_plan_goal CHECK (length(goal) <= 200),
        days TEXT NOT NULL CONSTRAINT week_plan_days CHECK (json_valid(days)),
        PRIMARY KEY (id),
        CONSTRAINT week_plan_person UNIQUE (person),
        CONSTRAINT week_plan_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    """
    CREATE TABLE novelty (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        day TEXT NOT NULL,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        things TEXT NOT NULL CONSTRAINT novelty_things CHECK (json_valid(things)),
        note TEXT NOT NULL CONSTRAINT novelty_note CHECK (length(note) <= 2000),
        PRIMARY KEY (id),
        CONSTRAINT novelty_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX novelty_by_person ON novelty (person, day)",
    """
    CREATE TABLE pattern (
        person TEXT NOT NULL,
        runs TEXT NOT NULL,
        found TEXT NOT NULL CONSTRAINT pattern_found CHECK (json_valid(found)),
        PRIMARY KEY (person),
        CONSTRAINT pattern_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """,
)


def upgrade() -> None:
    """Add three tables; nothing that is there is touched."""
    for statement in STATEMENTS:
        op.execute(statement)
