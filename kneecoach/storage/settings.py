"""What was set for this computer: one row."""

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from kneecoach.domain.settings import Settings
from kneecoach.storage.database import Transaction
from kneecoach.storage.rows import settings_of, settings_row, understood
from kneecoach.storage.tables.people import settings as _settings


def read(tx: Transaction) -> Settings:
    """What was set, or what holds when nothing was."""
    row = tx.execute(select(_settings)).mappings().first()
    return understood(settings_of, row) if row else Settings()


def write(tx: Transaction, settings: Settings) -> None:
    """Keep the settings; whose turn it is stays."""
    row = settings_row(settings)
    tx.execute(insert(_settings).values(id=1, **row).on_conflict_do_update(index_elements=["id"], set_=row))
