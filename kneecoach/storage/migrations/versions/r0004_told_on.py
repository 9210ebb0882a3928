"""The days on which what lies in the bin was told."""

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = (
    "ALTER TABLE bin ADD COLUMN told_on TEXT",
    "ALTER TABLE bin ADD COLUMN next_told_on TEXT",
)


def upgrade() -> None:
    """Add two columns; what was put into the bin before does not say when it was told."""
    for statement in STATEMENTS:
        op.execute(statement)
