"""Which routines Today offers: the one for runs, the favourites, and all that ship."""

from collections.abc import Mapping

from kneecoach.domain import equipment
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.routine import Routine
from kneecoach.domain.timeline import unknown_exercises
from kneecoach.exchange.catalogue import SHORT_WARM_UP, WARM_UP, WARM_UPS
from kneecoach.storage.glance import Glance
from kneecoach.ui import words

NAME_SHOWN = 32
MOST_LINKS = 3
"""More would wrap; Change offers them all."""


def at_hand(glance: Glance, shipped: Mapping[str, Routine], exercises: Mapping[str, Exercise]) -> dict[str, Routine]:
    """The shipped routines and one's own of which Today knows, as far as this version knows their exercises."""
    playable = [one.routine for one in glance.own_routines if not unknown_exercises(one.routine, exercises)]
    return {**shipped, **{one.id: one for one in sorted(playable, key=lambda one: one.name.casefold())}}


def playable(glance: Glance, routine: Routine, exercises: Mapping[str, Exercise]) -> Routine:
    """Without what needs a thing that the person said they have none of; all of it when nothing would be left."""
    return equipment.playable(routine, exercises, glance.settings.lacking)


def main(glance: Glance, routines: Mapping[str, Routine]) -> Routine:
    """What is used before runs; the warm-up when that one is gone."""
    return routines.get(glance.settings.before_run, routines[WARM_UP])


def others(glance: Glance, routines: Mapping[str, Routine], chosen: Routine) -> list[Routine]:
    """What one press can bring besides `chosen`: the main routine and the favourites.

    The short version of the warm-up and the warm-up itself have a link of their own beside each other.
    """
    beside = WARM_UPS if chosen.id in WARM_UPS else {chosen.id}
    return [one for one in _first(glance, routines) if one.id not in beside][:MOST_LINKS]


def link_words(routine: Routine, minutes: int) -> str:
    """ "Hotel room, 8 min", a long name cut."""
    return f"{words.named(words.cut(routine.name, NAME_SHOWN))}, {minutes} min"


def to_choose_from(glance: Glance, routines: Mapping[str, Routine]) -> dict[str, Routine]:
    """All of them, the main one and the favourites first."""
    first = {one.id: one for one in _first(glance, routines)}
    return first | {known: one for known, one in routines.items() if known not in first}


def _first(glance: Glance, routines: Mapping[str, Routine]) -> list[Routine]:
    chosen = main(glance, routines)
    stars = [one for known, one in routines.items() if known in glance.favourites and known != chosen.id]
    return [chosen, *stars]


def version_words(other: Routine, minutes: int) -> str:
    """The link to the other version of the warm-up."""
    return f"{'Short version' if other.id == SHORT_WARM_UP else 'Full version'}, {minutes} min"
