"""Tells every page what kind of thing was changed and is on disk."""

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """Told by whoever committed; heard by every page that shows the same things."""

    person = Signal()
    settings = Signal()
    sessions = Signal()
    diary = Signal()
    routines = Signal()
