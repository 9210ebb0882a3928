"""What was told of an entry before it was changed on a later day, as a file of the diary holds it."""

from collections.abc import Mapping
from typing import Any

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.morning import MorningCheck
from kneecoach.domain.pain import PainEntry
from kneecoach.domain.routine import Routine
from kneecoach.domain.run import Run
from kneecoach.domain.session_record import SessionRecord
from kneecoach.domain.told_version import ToldVersion
from kneecoach.exchange.diary_entries import AT, ID, SHAPES, Shape, document
from kneecoach.exchange.diary_played import SESSION, session_document, session_of
from kneecoach.exchange.diary_shapes import (
    Cell,
    Document,
    Field,
    checked_document,
    checked_list,
    day,
    maybe,
    written,
    yes_no,
)

NO_SUCH_ENTRY = "It tells of an entry that is not in the file."
NO_SUCH_KIND = "KneeCoach does not keep what was told of such an entry."
_SHAPES = {SHAPES[kind].type: SHAPES[kind] for kind in (PainEntry, Run, MorningCheck)}

_WAS = Field("value", {"was": Cell.JSON}, lambda value: (_document(value),), checked_document)
_FOLLOWS = Field(
    "follows",
    {"follows": Cell.JSON},
    lambda pains: ([_document(pain) for pain in pains],),
    lambda told: [checked_document(one) for one in checked_list(told)],
)
TOLD = Shape(
    "told",
    ToldVersion,
    (ID, AT, day("told_on"), maybe(day("next_told_on")), yes_no("undone"), _WAS, _FOLLOWS),
)


def told_document(version: ToldVersion) -> Document:
    """The entry as it was told, with when that was and when it was changed."""
    return {"type": TOLD.type, **written(TOLD.fields, version)}


def told_of(told: Document, routines: Mapping[str, Routine]) -> ToldVersion:
    """The version again; `InvalidInput` when it, or the entry in it, can't be."""
    attributes: dict[str, Any] = TOLD.attributes(told)
    follows = tuple(_value(one, _SHAPES["pain"]) for one in attributes["follows"])
    was: Document = attributes["value"]
    if was.get("type") == SESSION.type:
        value = session_of(was, routines)
    else:
        kind = _SHAPES.get(str(was.get("type")))
        if kind is None:
            raise InvalidInput(NO_SUCH_KIND)
        value = kind.value(was)
    return ToldVersion(**attributes | {"value": value, "follows": follows})


def _value(told: Document, shape: Shape) -> Any:
    if told.get("type") != shape.type:
        raise InvalidInput(NO_SUCH_KIND)
    return shape.value(told)


def _document(value: object) -> Document:
    return session_document(value) if isinstance(value, SessionRecord) else document(value, {})
