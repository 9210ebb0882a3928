"""Lists as a person reads them: a table on a terminal, aligned columns in a pipe."""

from collections.abc import Mapping, Sequence

from kneecoach.domain.dosage import Dosage, Sides
from kneecoach.domain.exercise import Exercise
from kneecoach.domain.routine import Routine
from kneecoach.domain.session_record import SessionRecord, SessionStatus, SetStatus
from kneecoach.domain.timeline import plan_played
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.printable import number, visible

SHORT_ID = 8
"""So much of an id is shown, and is enough to name an entry by."""
NOTHING_YET = "No sessions yet. `kneecoach start` plays the warm-up."
STATUS = {SessionStatus.OPEN: "unfinished", SessionStatus.COMPLETED: "completed", SessionStatus.STOPPED: "stopped"}


def show_table(terminal: Terminal, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows of cells under their heads."""
    cells = [[visible(cell) for cell in row] for row in rows]
    if terminal.words.isatty():
        _draw(terminal, heads, cells)
        return
    lines = [list(heads), *cells]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    for line in lines:
        terminal.say("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def show_exercises(terminal: Terminal, exercises: Sequence[Exercise]) -> None:
    """The library: code, id, name, usual dose and what is needed."""
    rows = [
        (
            exercise.code or "",
            exercise.id,
            exercise.name,
            dose(exercise.dosage, exercise.each_side),
            ", ".join(item.name for item in exercise.equipment) or "nothing",
        )
        for exercise in exercises
    ]
    show_table(terminal, ("Code", "Id", "Name", "Dose", "Needs"), rows)


def show_routines(terminal: Terminal, routines: Sequence[Routine], exercises: Mapping[str, Exercise]) -> None:
    """Each routine with its length and its exercises in order; those that are not known here by their ids."""
    rows = [
        (
            routine.id,
            routine.name,
            f"{plan_played(routine, exercises).minutes} min",
            ", ".join(_short_name(item.exercise, exercises) for item in routine.items),
        )
        for routine in routines
    ]
    show_table(terminal, ("Id", "Name", "Length", "Exercises"), rows)


def _short_name(known_as: str, exercises: Mapping[str, Exercise]) -> str:
    return exercises[known_as].short_name if known_as in exercises else known_as


def show_sessions(terminal: Terminal, sessions: Sequence[SessionRecord]) -> None:
    """What was played, the earliest first."""
    if not sessions:
        terminal.say(NOTHING_YET)
        return
    rows = [
        (
            f"{record.started_at:%Y-%m-%d %H:%M}",
            record.routine.name,
            STATUS[record.status] + (", rehearsal" if record.rehearsal else ""),
            sets_done(record),
            f"{pain_word(record.pain_before)} to {pain_word(record.pain_after)}",
            str(record.id)[:SHORT_ID],
        )
        for record in sessions
    ]
    show_table(terminal, ("Started", "Routine", "Status", "Sets done", "Pain", "Id"), rows)


def sets_done(record: SessionRecord) -> str:
    """How many of the planned sets were done whole: "12 of 14"."""
    planned = sum(item.dosage.sets * (2 if item.dosage.sides is Sides.EACH else 1) for item in record.routine.items)
    return f"{sum(done.status is SetStatus.DONE for done in record.sets)} of {planned}"


def pain_word(score: int | None) -> str:
    """A score, or a question mark when it is not known."""
    return "?" if score is None else str(score)


def dose(dosage: Dosage, each_side: str) -> str:
    """One prescription in a line: two times 25 s each side."""
    amount = str(dosage.reps) if dosage.seconds is None else f"{number(dosage.seconds)} s"
    return f"{dosage.sets} × {amount}" + (f" {each_side}" if dosage.sides is Sides.EACH else "")


def _draw(terminal: Terminal, heads: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    # rich is slow to import, and a pipe does without it
    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for head in heads:
        table.add_column(Text(head), overflow="fold")
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    Console(file=terminal.words, highlight=False).print(table)
