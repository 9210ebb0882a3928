"""Which stage the player shows and which controls make sense, from where its session stands."""

from enum import Enum

from kneecoach.domain.session import Playing
from kneecoach.domain.timeline import Lead
from kneecoach.ui.pages.player_controls import Mode


class View(Enum):
    """The stages; each has a colour of its own, and a word."""

    WORK = "work"
    REST = "rest"
    PAUSED = "paused"
    HURTS = "hurts"


def view_of(playing: Playing, *, asking: bool, trouble: str) -> View:
    """Which stage shows where a session stands."""
    if trouble or playing.ended:
        return View.PAUSED
    if asking:
        return View.HURTS
    if playing.paused:
        return View.PAUSED
    return View.REST if not playing.working and playing.planned.lead is Lead.REST else View.WORK


def mode_of(view: View, playing: Playing, trouble: str) -> Mode:
    """What the buttons below this stage do."""
    if view is View.PAUSED or view is View.HURTS:
        return Mode.BLOCKED if trouble else Mode.PAUSED
    if view is View.REST:
        return Mode.REST
    return Mode.WORK if playing.working else Mode.LEAD
