"""What has to be at hand: for a routine before it starts, and for an exercise before it is needed."""

import re
from collections.abc import Collection, Iterable, Mapping

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Equipment, Exercise, Position
from kneecoach.domain.routine import Routine, without
from kneecoach.domain.timeline import PlannedSet, Timeline

MAT = "Mat"
UP = "Up on your feet."
OPTIONAL = re.compile("[,;] (if you like|or nothing)$")
"""How a thing says that it can be done without."""


def needed(exercises: Iterable[Exercise]) -> tuple[Equipment, ...]:
    """What they need, each thing once, in the order in which it is first needed."""
    things: dict[str, Equipment] = {}
    for exercise in exercises:
        for thing in exercise.equipment:
            things.setdefault(thing.name, thing)
    return tuple(things.values())


def needs(exercise: Exercise, names: Collection[str]) -> bool:
    """Whether the exercise needs one of these things, told by name."""
    return any(thing.name in names for thing in exercise.equipment)


def is_optional(thing: Equipment, lacking: Collection[str] = ()) -> bool:
    """Whether it can be done without: "Chair, if you like", or instead of a tube "A tied scarf, or nothing"."""
    said = (thing.name, thing.substitute) if thing.name in lacking else (thing.name,)
    return any(OPTIONAL.search(words) for words in said)


def to_bring(routine: Routine, exercises: Mapping[str, Exercise]) -> list[str]:
    """The names of what a routine cannot do without: neither the mat nor what only helps balance, "Chair, if …"."""
    things = needed(exercises[item.exercise] for item in routine.items)
    return [thing.name for thing in things if thing.name != MAT and not is_optional(thing)]


def lacked(routine: Routine, exercises: Mapping[str, Exercise], lacking: Collection[str]) -> list[str]:
    """What the routine needs and the person does not have."""
    return [name for name in to_bring(routine, exercises) if name in lacking]


def possible(routine: Routine, exercises: Mapping[str, Exercise], lacking: Collection[str]) -> Routine | None:
    """The routine without what needs a thing that is lacking; None when nothing would be left."""
    gone = {item.exercise for item in routine.items if needs(exercises[item.exercise], lacking)}
    try:
        return without(routine, gone) if gone else routine
    except InvalidInput:
        return None


def playable(routine: Routine, exercises: Mapping[str, Exercise], lacking: Collection[str]) -> Routine:
    """What is played unless the person asks for more: what is possible, or all of it when nothing would be left."""
    return possible(routine, exercises, lacking) or routine


def to_fetch(planned: PlannedSet, timeline: Timeline) -> tuple[Equipment, ...]:
    """What this exercise needs and none before it needed; nothing before its later sets."""
    if not _begins(planned, timeline):
        return ()
    before = {thing.name for thing in needed(_exercises(timeline, planned.item))}
    return tuple(thing for thing in planned.exercise.equipment if thing.name not in before)


def to_fetch_later(planned: PlannedSet, timeline: Timeline) -> tuple[Equipment, ...]:
    """At the very beginning: what the exercises after the first one need besides."""
    if planned.index:
        return ()
    now = {thing.name for thing in planned.exercise.equipment}
    return tuple(thing for thing in needed(one.exercise for one in timeline.sets) if thing.name not in now)


def name_of(thing: Equipment, lacking: Collection[str] = ()) -> str:
    """The thing in the middle of a sentence, or the first that does instead for a person who has none.

    What follows a comma is left out: whoever lists things says of optional ones that they are.
    """
    name = re.split("[,;]", thing.substitute if thing.name in lacking else thing.name)[0]
    return f"{name[:1].lower()}{name[1:]}"


def fetch_words(planned: PlannedSet, timeline: Timeline, lacking: Collection[str] = ()) -> str:
    """ "You need: foam roller, mat. Later: loop tube.", or nothing; the same words are shown and spoken.

    What is optional is told with the exercise that it is for: "If you like: chair.".
    """
    later = [thing for thing in to_fetch_later(planned, timeline) if not is_optional(thing, lacking)]
    said = (
        _listed("You need", to_fetch(planned, timeline), lacking),
        f"Later: {_names(later, lacking)}." * bool(later),
    )
    return " ".join(filter(None, said))


def needs_words(exercises: Iterable[Exercise], lacking: Collection[str] = ()) -> str:
    """ "You need: foam roller, mat, loop tube.", or nothing: everything, before a session starts."""
    return _listed("You need", needed(exercises), lacking)


def soon_words(planned: PlannedSet, timeline: Timeline, lacking: Collection[str] = (), *, brief: bool = False) -> str:
    """In the last sets of an exercise, to have at hand in time what the next one needs: "… you need: tube."."""
    following = next((one for one in timeline.sets[planned.index :] if one.item > planned.item), None)
    if following is None or planned.number != planned.dosage.sets:
        return ""
    words = "Next you need" if brief else "For the next exercise you need"
    return _listed(words, to_fetch(following, timeline), lacking)


def ends(planned: PlannedSet, timeline: Timeline) -> bool:
    """Whether another exercise follows this set."""
    following = timeline.sets[planned.index + 1 : planned.index + 2]
    return any(one.item != planned.item for one in following)


def _listed(words: str, things: Iterable[Equipment], lacking: Collection[str]) -> str:
    """What is needed, and after it what is optional; "For the next exercise, if you like: chair." when that is all."""
    needs: list[Equipment] = []
    optional: list[Equipment] = []
    for thing in things:
        (optional if is_optional(thing, lacking) else needs).append(thing)
    said = [f"{words}: {_names(needs, lacking)}."] if needs else []
    if optional:
        about = words.removesuffix("you need").rstrip() if not needs else ""
        start = f"{about}, if you like" if about and about != "You need" else "If you like"
        said.append(f"{start}: {_names(optional, lacking)}.")
    return " ".join(said)


def _names(things: Iterable[Equipment], lacking: Collection[str]) -> str:
    return ", ".join(dict.fromkeys(name_of(thing, lacking) for thing in things))


def moving_words(planned: PlannedSet, timeline: Timeline, lacking: Collection[str] = ()) -> str:
    """How the body gets there, before an exercise in another position: "Down on the mat." or "Up on your feet."."""
    if not _begins(planned, timeline):
        return ""
    before = timeline.sets[planned.index - 1].exercise.position if planned.index else Position.STANDING
    if planned.exercise.position is before:
        return ""
    if planned.exercise.position is Position.STANDING:
        return UP
    return "Down on the mat." if needs(planned.exercise, {MAT} - set(lacking)) else "Down on the floor."


def _begins(planned: PlannedSet, timeline: Timeline) -> bool:
    return planned.index == 0 or timeline.sets[planned.index - 1].item != planned.item


def _exercises(timeline: Timeline, before_item: int) -> list[Exercise]:
    return [planned.exercise for planned in timeline.sets if planned.item < before_item]
