"""What was typed after `kneecoach`, and the exit code that answers it. Only what a command needs is imported."""

import argparse
import errno
import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kneecoach.domain.errors import CannotStart, InvalidInput, KneeCoachError
from kneecoach.error_log import ErrorLog
from kneecoach.own_programs import OWN_PROGRAMS, READER, SPEAKER
from kneecoach.paths import data_folder, spare_folders
from kneecoach.terminal.console import Terminal, this_terminal
from kneecoach.terminal.last_resort import LastResort
from kneecoach.terminal.printable import visible

if TYPE_CHECKING:
    from kneecoach.domain.routine import Routine
    from kneecoach.ui.opening import Opening

DONE, ENDED, REFUSED, CANNOT = 0, 1, 2, 3
ENDED_EARLY = "Ended before anything was started."
NO_ROOM = "What this command prints could not be written: the disk it goes to is full."
NO_LIBRARIES = "The window's libraries can't be loaded here"
PLAYED_HERE = "{trouble}, so the warm-up plays in this terminal."
TERMINAL_ONLY = "Only the terminal knows {options}, so this plays here."
FOR_THE_TERMINAL = ("pain_after", "json", "person")


def main(
    arguments: Sequence[str] | None = None,
    *,
    terminal: Terminal | None = None,
    environ: Mapping[str, str] | None = None,
) -> int:
    """Do what was typed. Exit codes: 0 done, 1 ended early, 2 refused input, 3 could not start."""
    typed = sys.argv[1:] if arguments is None else arguments
    if typed and typed[0] in OWN_PROGRAMS:
        return _own_program(typed)
    terminal = terminal or this_terminal()
    environ = os.environ if environ is None else environ
    try:
        options = _options(typed)
        terminal = replace(terminal, json=options.json)
        folder = data_folder(options.data_dir, environ)
        log = ErrorLog(folder, partial(spare_folders, environ), terminal.wall)
        with LastResort(log, terminal.warn):
            return _guarded(options, folder, terminal, environ)
        return CANNOT
    except InvalidInput as refused:
        return _say_no(terminal, refused)
    except SystemExit:
        # argparse ends the program after --help and --version
        return DONE


def window() -> int:
    """The window, as a desktop entry starts it."""
    return main(sys.argv[1:])


def _options(typed: Sequence[str]) -> argparse.Namespace:
    if typed:
        from kneecoach.terminal.arguments import parsed  # noqa: PLC0415

        return parsed(typed)
    # The window must not wait for a parser of commands that were not given
    return argparse.Namespace(command=None, data_dir=None, json=False, person=None)


def _own_program(typed: Sequence[str]) -> int:
    if typed[0] == SPEAKER:
        from kneecoach.ui import speaker  # noqa: PLC0415

        return speaker.main(typed[1:])
    if typed[0] == READER:
        from kneecoach.ui import reader  # noqa: PLC0415

        return reader.main(typed[1:])
    from kneecoach.ui import probe  # noqa: PLC0415

    return probe.main(typed[1:])


def _guarded(options: argparse.Namespace, folder: Path, terminal: Terminal, environ: Mapping[str, str]) -> int:
    try:
        return _run(options, folder, terminal, environ)
    except KneeCoachError as refused:
        return _say_no(terminal, refused)
    except KeyboardInterrupt:
        terminal.warn(ENDED_EARLY)
        return ENDED
    except OSError as error:
        return _lost_reader(terminal, error)


def _run(options: argparse.Namespace, folder: Path, terminal: Terminal, environ: Mapping[str, str]) -> int:
    if options.command is None or (options.command == "start" and not options.terminal):
        return _window(options, folder, terminal, environ)
    return _in_the_terminal(options, folder, terminal)


def _in_the_terminal(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    # The window must not wait for what only the commands need
    from kneecoach.terminal.commands import COMMANDS  # noqa: PLC0415

    if options.command == "advice" and options.pdf is not None and options.doing is None:
        return _write_summary(options, folder, terminal)
    return COMMANDS[options.command](options, folder, terminal)


def _write_summary(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`advice --pdf`: the one command that draws, and so the one that asks Qt."""
    from kneecoach.terminal.summary import write_summary  # noqa: PLC0415

    try:
        from kneecoach.ui.paper.in_terminal import drawn  # noqa: PLC0415
    except ImportError:
        raise CannotStart(f"{NO_LIBRARIES}.") from None
    return write_summary(options, folder, terminal, drawn)


def _window(options: argparse.Namespace, folder: Path, terminal: Terminal, environ: Mapping[str, str]) -> int:
    from kneecoach.terminal.display import display_trouble  # noqa: PLC0415

    trouble = display_trouble(environ)
    asked = _for_the_terminal(options)
    if not trouble and asked:
        terminal.warn(TERMINAL_ONLY.format(options=" and ".join(asked)))
        return _in_the_terminal(options, folder, terminal)
    opening = _opening(options, folder) if options.command and not trouble else None
    if not trouble:
        # Nearly all that is made before the first paint stays; the window collects when that is done
        gc.disable()
        try:
            from kneecoach import app  # noqa: PLC0415
        except ImportError:
            trouble = NO_LIBRARIES
        else:
            return app.run(folder, opening)
        finally:
            gc.enable()
    terminal.warn(PLAYED_HERE.format(trouble=trouble))
    from kneecoach.terminal.commands import play_the_warm_up  # noqa: PLC0415

    return (
        _in_the_terminal(options, folder, terminal) if options.command else play_the_warm_up(options, folder, terminal)
    )


def _for_the_terminal(options: argparse.Namespace) -> list[str]:
    """The options given to `start` that the window does not have."""
    if not options.command:
        return []
    given = {name: getattr(options, name) for name in FOR_THE_TERMINAL}
    # A pain of 0 was said too
    asked = [f"--{name.replace('_', '-')}" for name, value in given.items() if value is not None and value is not False]
    return [*(["--speed"] if options.speed != 1.0 else []), *asked]


def _opening(options: argparse.Namespace, folder: Path) -> "Opening":
    """What the window is to do; `InvalidInput` before it opens."""
    from kneecoach.domain.exercise import Side  # noqa: PLC0415
    from kneecoach.exchange.catalogue import asked_routine  # noqa: PLC0415
    from kneecoach.terminal.arguments import RETURN  # noqa: PLC0415
    from kneecoach.ui.opening import Opening  # noqa: PLC0415

    if options.routine == RETURN and not options.short and not options.resume:
        return Opening(returning=True)
    named = options.routine is not None or options.short
    return Opening(
        asked_routine(options.routine, short=options.short, mine=lambda: _mine(folder)) if named else None,
        first=Side(options.first) if options.first else None,
        pain=options.pain_before,
        resume=options.resume,
        discard=options.discard,
    )


def _mine(folder: Path) -> "Sequence[Routine]":
    # Only a name that no shipped routine has waits for the real store
    from kneecoach.coaching.routines import mine  # noqa: PLC0415
    from kneecoach.storage.database import open_to_read  # noqa: PLC0415

    with closing(open_to_read(folder)) as store:
        return mine(store)


def _say_no(terminal: Terminal, refused: KneeCoachError) -> int:
    from kneecoach.terminal.questions import NoAnswer  # noqa: PLC0415

    terminal.warn(visible(str(refused)))
    if isinstance(refused, NoAnswer):
        return ENDED
    return CANNOT if isinstance(refused, CannotStart) else REFUSED


def _lost_reader(terminal: Terminal, error: OSError) -> int:
    """Nobody reads any more: quiet. A full disk behind standard output: a sentence. Anything else is our mistake."""
    if error.errno not in {errno.EPIPE, errno.EIO, errno.ENOSPC}:
        raise error
    if error.errno == errno.ENOSPC:
        terminal.warn(NO_ROOM)
    # What is left in the buffer would fail again when Python ends
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return CANNOT if error.errno == errno.ENOSPC else ENDED
