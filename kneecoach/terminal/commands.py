"""The commands behind their names: each opens what it needs, does one thing, and answers with an exit code."""

import argparse
import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from kneecoach.coaching.routines import mine, unreadable
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.exercise import Side
from kneecoach.domain.person import Person
from kneecoach.domain.timeline import unknown_words
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.storage import diary, people, sessions
from kneecoach.storage.database import Store, open_store, open_to_read
from kneecoach.terminal import listing
from kneecoach.terminal.arguments import moment_of_day, which_was_taken
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.json_documents import dumped, exercise_document, routine_document, session_document
from kneecoach.terminal.printable import visible
from kneecoach.terminal.start import Wish, start

NOT_READ = "“{name}” can't be read. It is kept as it is."

Command = Callable[[argparse.Namespace, Path, Terminal], int]


def play(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`start`."""
    wish = Wish(
        routine=options.routine,
        short=options.short,
        speed=options.speed,
        pain_before=options.pain_before,
        pain_after=options.pain_after,
        first=Side(options.first) if options.first else None,
        resume=options.resume,
        discard=options.discard,
    )
    with closing(open_store(folder)) as store:
        return start(store, wish, terminal, person=named_person(store, options.person))


def play_the_warm_up(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """What happens in place of the window where there is no display."""
    with closing(open_store(folder)) as store:
        return start(store, Wish(), terminal, person=named_person(store, options.person))


def list_exercises(_options: argparse.Namespace, _folder: Path, terminal: Terminal) -> int:
    """`exercises`."""
    exercises = tuple(load_exercises().values())
    if terminal.json:
        terminal.document(dumped([exercise_document(exercise) for exercise in exercises]))
    else:
        listing.show_exercises(terminal, exercises)
    return 0


def list_routines(_options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`routines`, the shipped ones first; reads beside an open window."""
    with closing(open_to_read(folder)) as store:
        exercises, routines = load_exercises(), (*load_routines().values(), *mine(store))
        lost = unreadable(store)
    if terminal.json:
        terminal.document(dumped([routine_document(routine, exercises) for routine in routines]))
    else:
        listing.show_routines(terminal, routines, exercises)
    for routine in routines:
        if why := unknown_words(routine, exercises):
            terminal.warn(f"“{visible(routine.name)}” can't be played. {visible(why)}")
    for name in lost:
        terminal.warn(NOT_READ.format(name=visible(name)))
    return 0


def list_sessions(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`sessions`; reads beside an open window."""
    if options.doing:
        return _of_the_diary("sessions")(options, folder, terminal)
    with closing(open_to_read(folder)) as store:
        person = named_person(store, options.person)
        with store.begin() as tx:
            records = sessions.sessions(tx, options.since, person.id if person else None)
            found = (diary.check_in(tx, record.check_in) for record in records if record.check_in)
            check_ins = {check_in.id: check_in for check_in in found if check_in}
    if terminal.json:
        terminal.document(dumped([session_document(record, check_ins) for record in records]))
    else:
        listing.show_sessions(terminal, records)
    return 0


def note(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`log`."""
    command = note_flags if options.doing == "flag" else _of_the_diary("log")
    return command(options, folder, terminal)


def note_flags(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`log flag`."""
    # The shapes of the diary's entries are needed by no command but those of the diary
    from kneecoach.terminal.log_flag import FlagWish, log_flag  # noqa: PLC0415

    at = moment_of_day(options.at, terminal.wall()) if options.at is not None else None
    wish = FlagWish(options.names, gone=options.gone, seen=options.seen, at=at)
    if at is not None and not terminal.json and (which := which_was_taken(options.at, terminal.wall())):
        terminal.say(which)
    with closing(open_store(folder)) as store:
        return log_flag(store, wish, terminal, person=named_person(store, options.person))


def advise(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`advice` and `advice thresholds`; the former reads beside an open window."""
    # The rules are needed by no other command
    from kneecoach.terminal.advice import advice  # noqa: PLC0415
    from kneecoach.terminal.thresholds import choose_thresholds  # noqa: PLC0415

    if options.doing == "thresholds":
        return choose_thresholds(options, folder, terminal)

    with closing(open_to_read(folder)) as store:
        person = named_person(store, options.person)
        if person is None:
            with store.begin() as tx:
                person = people.current(tx)
        return advice(store, None if person is None else person.id, options.on, terminal)


def return_to_running(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`return`; reads beside an open window."""
    from kneecoach.terminal.returning import show_return  # noqa: PLC0415

    with closing(open_to_read(folder)) as store:
        person = named_person(store, options.person)
        if person is None:
            with store.begin() as tx:
                person = people.current(tx)
        return show_return(store, None if person is None else person.id, options.on, terminal)


def examine(_options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`doctor`."""
    from kneecoach.terminal.doctor import doctor  # noqa: PLC0415

    return doctor(folder, terminal, os.environ)


def take_in_runs(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`import`; a dry run reads beside an open window."""
    # XML, archives and watches are needed by no other command
    from kneecoach.coaching.diary_files import sorted_out  # noqa: PLC0415
    from kneecoach.terminal.diary_import import import_diaries  # noqa: PLC0415
    from kneecoach.terminal.import_runs import ImportWish, import_runs  # noqa: PLC0415

    diaries, paths = sorted_out(options.paths)
    wish = ImportWish(paths, dry=options.dry_run, others=options.others)
    with closing(open_to_read(folder) if wish.dry else open_store(folder)) as store:
        person = named_person(store, options.person)
        if person is None:
            with store.begin() as tx:
                person = people.current(tx) or (Person(uuid4()) if wish.dry else people.ensure(tx))
        taken = import_diaries(store, person.id, diaries, terminal.wall(), dry=wish.dry)
        return import_runs(store, replace(wish, diaries=taken), terminal, person.id)


def named_person(store: Store, name: str | None) -> Person | None:
    """The person with this name or id; None when nobody was named."""
    if name is None:
        return None
    with store.begin() as tx:
        everyone = people.people(tx)
    wanted = name.strip().casefold()
    found = [person for person in everyone if wanted in {str(person.id), person.name.strip().casefold()}]
    if len(found) == 1:
        return found[0]
    if found:
        raise InvalidInput(f"Several people are called {visible(name)}: give the id of one.")
    raise InvalidInput(f"There is nobody called {visible(name)}.")


def _of_the_diary(name: str) -> Command:
    """A command of the diary; no other command waits for its modules."""

    def run(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
        from kneecoach.terminal.diary_commands import DIARY_COMMANDS  # noqa: PLC0415

        return DIARY_COMMANDS[name](options, folder, terminal)

    return run


COMMANDS: dict[str, Command] = {
    "start": play,
    "exercises": list_exercises,
    "routines": list_routines,
    "sessions": list_sessions,
    "log": note,
    "diary": _of_the_diary("diary"),
    "shoes": _of_the_diary("shoes"),
    "plan": _of_the_diary("plan"),
    "bin": _of_the_diary("bin"),
    "undo": _of_the_diary("undo"),
    "export": _of_the_diary("export"),
    "advice": advise,
    "return": return_to_running,
    "import": take_in_runs,
    "doctor": examine,
}
