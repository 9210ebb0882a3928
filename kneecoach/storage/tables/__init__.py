"""The tables as they are today; `migrations/` says how they came to be, and a test holds the two together.

Whoever imports one of them has all of them in the metadata.
"""

from kneecoach.storage.tables import binned, diary, mornings, people, plans, routines, runs, sessions, shared

__all__ = ["binned", "diary", "mornings", "people", "plans", "routines", "runs", "sessions", "shared"]
