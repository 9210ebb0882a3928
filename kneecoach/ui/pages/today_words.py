"""Short texts of Today: whose knee it is, and what has to be at hand."""

from kneecoach.domain.equipment import is_optional
from kneecoach.domain.exercise import Equipment, Exercise, Side
from kneecoach.storage.glance import Glance
from kneecoach.ui import words
from kneecoach.ui.pages.today_picture import Note, Weight, Wish

NAME_SHOWN = 40


def knee_words(glance: Glance) -> str:
    person = glance.person
    parts = []
    if person is not None and person.name:
        parts.append(words.named(words.cut(person.name, NAME_SHOWN)))
    if person is not None and person.knee is not None:
        parts.append("both knees" if person.knee is Side.BOTH else f"{person.knee.value} knee")
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def region_name(region: str) -> str:
    from kneecoach.ui.widgets import knee_drawing  # noqa: PLC0415

    return knee_drawing.region_name(region)


def needed(exercises: list[Exercise]) -> Note:
    things = [f"a {thing.name[0].lower()}{thing.name[1:]}" for thing in first_things(exercises)]
    text = f"{words.listed([*things, 'two metres of clear floor'])}. Not at hand? Change leaves it out."
    return Note(Weight.INFO, "You will need", text, Wish.NOTHING)


def first_things(exercises: list[Exercise]) -> list[Equipment]:
    """What one has to fetch: not a wall, nor what is there only for balance."""
    things = {item.name: item for exercise in exercises for item in exercise.equipment}
    return [item for name, item in things.items() if not is_optional(item) and "Wall" not in name]
