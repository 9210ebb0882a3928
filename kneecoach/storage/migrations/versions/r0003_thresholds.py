"""The limits of advice that a physio has set for a person."""

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENT = """
    CREATE TABLE thresholds (
        person TEXT NOT NULL,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        name TEXT NOT NULL CONSTRAINT thresholds_name CHECK (length(name) <= 60),
        made_by TEXT NOT NULL CONSTRAINT thresholds_made_by CHECK (length(made_by) <= 60),
        numbers TEXT NOT NULL CONSTRAINT thresholds_numbers CHECK (json_valid(numbers)),
        PRIMARY KEY (person),
        CONSTRAINT thresholds_person FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
    ) STRICT
    """


def upgrade() -> None:
    """Add a table; nothing that is there is touched."""
    op.execute(STATEMENT)
