"""The Routines page as values: groups of the list, and the detail of one routine."""

from collections.abc import Sequence
from dataclasses import replace

from kneecoach.domain import equipment
from kneecoach.domain.own_routine import DeletedRoutine, OwnRoutine, is_for_runs
from kneecoach.domain.routine import Routine
from kneecoach.domain.routine_edits import Edits
from kneecoach.domain.timeline import plan, unknown_words
from kneecoach.domain.warm_up_order import OrderNote, warm_up_notes
from kneecoach.exchange.catalogue import CALM_DOWN, WARM_UPS
from kneecoach.ui import words
from kneecoach.ui.pages import routine_words as say
from kneecoach.ui.pages.routine_detail import RoutinePicture
from kneecoach.ui.pages.routine_list import ListGroup, Remark, Shown
from kneecoach.ui.pages.routine_row import RoutineLine
from kneecoach.ui.pages.routines_known import Known
from kneecoach.ui.pages.sequence_row import Step
from kneecoach.ui.pages.warm_up_card import groups_of

SHIPPED, MINE, DELETED = "In KneeCoach", "Mine", "Recently deleted"
NONE_YET = "Duplicate any routine to change it."
NOT_CHANGED = "In KneeCoach, cannot be changed"
IN_ORDER = OrderNote(
    "The order matters.",
    "Loosen first, move last. You may change it in a copy; KneeCoach then says why it matters.",
)
LONGEST_WORD = 24
"""Of what is searched for: one word alone can't wrap."""
HAVE_BACK = "Have it back"
AS_IT_WAS = OrderNote("Nothing is lost yet.", "It comes back as it was, with its star. Past sessions stay either way.")
KEPT = OrderNote("Yours to change.", "Each change is kept at once. Past sessions stay as they were.")


def playable(known: Known, routine: Routine) -> Routine:
    """The routine without what can't be done for want of equipment; whole when nothing would be left."""
    return equipment.playable(routine, known.exercises, known.lacking)


def groups(known: Known, shown: Shown, text: str) -> tuple[ListGroup, ...]:
    """The rows that pass filter and search, shipped ones first; on a sore day the calm-down day leads."""
    shipped = [one for one in known.shelf.shipped if _passes(known, one, shown, text)]
    if known.sore:
        shipped.sort(key=lambda routine: routine.id != CALM_DOWN)
    mine = [own for own in known.shelf.mine if _passes(known, own.routine, shown, text)]
    untouched = shown is Shown.ALL and not text
    return (
        ListGroup(SHIPPED, tuple(_line(known, one, _hint(known, one)) for one in shipped)),
        ListGroup(
            MINE,
            tuple(_line(known, own.routine, say.edited_on(own.edited_at.date(), known.today)) for own in mine),
            otherwise=NONE_YET if untouched and not known.shelf.mine else "",
            remarks=_remarks(known) if untouched else (),
        ),
        ListGroup(DELETED, _deleted_lines(known, text) if shown is Shown.ALL else ()),
    )


def _deleted_lines(known: Known, text: str) -> tuple[RoutineLine, ...]:
    found = [one for one in known.deleted if _passes(known, one.own.routine, Shown.ALL, text)]
    return tuple(
        replace(_line(known, one.own.routine, ""), more=say.deleted_on(one.at.date(), known.today), starred=False)
        for one in found
    )


def _remarks(known: Known) -> tuple[Remark, ...]:
    """Why some of one's own routines are not among the rows."""
    shelf = known.shelf
    unknown = [
        Remark(one.id, one.name, say.unknown(one.name, unknown_words(one, known.exercises))) for one in shelf.unknown
    ]
    return (*unknown, *(Remark(known_as, name, say.unreadable(name)) for known_as, name in shelf.unreadable))


def count(groups: Sequence[ListGroup], whole: int) -> str:
    """ "3 of 6 routines" while a filter or a search leaves some out; one that was deleted is not counted."""
    listed = sum(len(group.lines) for group in groups if group.title != DELETED)
    return f"{whole} in your list" if listed >= whole else f"{listed} of {whole} shown"


def nothing(shown: Shown, text: str) -> str:
    """Why the list is empty."""
    if text:
        return f"No routine called {words.quoted(text, LONGEST_WORD)}."
    return "No favourites yet. The star beside a routine makes it one." if shown is Shown.FAVOURITES else ""


def picture(known: Known, routine: Routine, edits: Edits | None = None) -> RoutinePicture:
    """One routine at length; `edits` is of one's own."""
    gone = known.gone(routine.id)
    return _whole(known, routine, edits) if gone is None else _of_deleted(known, gone)


def _of_deleted(known: Known, gone: DeletedRoutine) -> RoutinePicture:
    until = words.plain_day(gone.kept_until.date(), known.today)
    return replace(
        _whole(known, gone.own.routine, None),
        whose=f"{DELETED}, kept until {until}",
        start=HAVE_BACK,
        notes=(AS_IT_WAS,),
        ready=False,
        deleted=True,
    )


def _whole(known: Known, routine: Routine, edits: Edits | None) -> RoutinePicture:
    own = known.shelf.own(routine.id)
    played = playable(known, routine)
    timeline = plan(played, known.exercises)
    lacked = equipment.lacked(routine, known.exercises, known.lacking)
    allowed = known.permission.allows(routine)
    return RoutinePicture(
        id=routine.id,
        whose=_whose(own),
        name=routine.name,
        favourite=routine.id in known.shelf.favourites,
        minutes=timeline.minutes,
        start=_start(lacked if played != routine else [], allowed=allowed),
        needs=say.things_line(equipment.to_bring(routine, known.exercises)),
        lacking=bool(lacked),
        room=say.room_line(routine, known.exercises),
        last=say.last_done(known.last.get(routine.id), known.today),
        groups=tuple(groups_of(timeline)),
        steps=_steps(known, routine, played),
        notes=_notes(known, routine, own),
        mine=own is not None,
        ready=allowed,
        undo=edits is not None and bool(edits.before),
        redo=edits is not None and bool(edits.undone),
    )


def _is_for_runs(known: Known, routine_id: str) -> bool:
    own = known.shelf.own(routine_id)
    return is_for_runs(routine_id, own, warm_ups=WARM_UPS, before_run=known.shelf.before_run)


def _passes(known: Known, routine: Routine, shown: Shown, text: str) -> bool:
    if text:
        return text.casefold() in routine.name.casefold()
    if shown is Shown.FAVOURITES:
        return routine.id in known.shelf.favourites
    return shown is Shown.ALL or _is_for_runs(known, routine.id)


def _line(known: Known, routine: Routine, hint: str) -> RoutineLine:
    return RoutineLine(
        routine.id,
        plan(routine, known.exercises).minutes,
        routine.name,
        say.things_line(equipment.to_bring(routine, known.exercises)),
        "Today uses this" if routine.id == known.shelf.before_run else hint,
        lacking=bool(equipment.lacked(routine, known.exercises, known.lacking)),
        favourite=routine.id in known.shelf.favourites,
    )


def _hint(known: Known, routine: Routine) -> str:
    if known.sore and routine.id == CALM_DOWN:
        return "Suits today"
    return routine.how_often


def _whose(own: OwnRoutine | None) -> str:
    if own is None:
        return NOT_CHANGED
    return f"Mine, made from {words.named(own.based_on_name)}" if own.based_on_name else MINE


def _start(lacked: list[str], *, allowed: bool) -> str:
    if not allowed:
        return "Check in again"
    return say.start_without(lacked) if lacked else "Start"


def _steps(known: Known, routine: Routine, played: Routine) -> tuple[Step, ...]:
    lengths = say.lengths(plan(routine, known.exercises))
    there = {item.exercise for item in played.items}
    steps = []
    for number, (item, seconds) in enumerate(zip(routine.items, lengths, strict=True), start=1):
        exercise = known.exercises[item.exercise]
        dose = words.dose(item.dosage, exercise.each_side)
        gone = item.exercise not in there
        lacking = equipment.needs(exercise, known.lacking)
        rest = "" if gone else say.rest_line(item.dosage)
        steps.append(Step(exercise.id, number, exercise.name, dose, rest, say.clock(seconds), lacking, gone))
    return tuple(steps)


def _notes(known: Known, routine: Routine, own: OwnRoutine | None) -> tuple[OrderNote, ...]:
    if own is None:
        return (IN_ORDER,) if routine.id in WARM_UPS else (OrderNote("", routine.description),)
    notes = warm_up_notes(routine, known.exercises) if _is_for_runs(known, routine.id) else ()
    return notes or (KEPT,)
