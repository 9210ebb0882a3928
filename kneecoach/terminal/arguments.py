"""The commands and their options, and what of them is refused before anything is opened."""

import argparse
import math
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import NoReturn

from kneecoach import __version__
from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.moment_input import comes_twice, shown_by_a_clock
from kneecoach.terminal.diary_arguments import (
    Adding,
    add_bin,
    add_diary,
    add_export,
    add_log,
    add_plan,
    add_sessions,
    add_shoes,
)

MAX_SPEED = 1_000.0
MAX_PAIN = 10
NO_PAIN = f"Pain is a whole number from 0 to {MAX_PAIN}."
NO_SPEED = f"The speed is more than 0 and at most {MAX_SPEED:.0f}."
NO_DAY = "A day is written year first, such as 2026-11-21."
FIRST_YEAR, LAST_YEAR = 1900, 2999
OUT_OF_TIME = f"The year is from {FIRST_YEAR} to {LAST_YEAR}."
TWICE = "{clock} came twice that day: the first one was taken, {first}. The second one is {second}."
NO_TIME = "A time is written such as 07:30 for today, or 2026-11-21T07:30."
NO_FOLDER = "The data folder needs a name."
NO_FILE = "A file to import needs a name."
RETURN = "return"
"""What `start` is given for today's stage of returning to running."""
# Offered after the command as well as before it, and what holds when they are not given
EVERYWHERE = {"data_dir": None, "json": False, "person": None}


class Parser(argparse.ArgumentParser):
    """Refuses in one sentence."""

    def error(self, message: str) -> NoReturn:
        """`InvalidInput` with what argparse found."""
        raise InvalidInput(f"{message[:1].upper()}{message[1:].rstrip('.')}. See {self.prog} --help.")


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The command and its options; `InvalidInput` for what can't be meant."""
    options = argparse.Namespace(command=None, **EVERYWHERE)
    return _parser().parse_args(arguments, options)


def pain(text: str) -> int:
    """A score from 0 to 10."""
    if not (text.isascii() and text.isdecimal() and int(text) <= MAX_PAIN):
        raise InvalidInput(NO_PAIN)
    return int(text)


def speed(text: str) -> float:
    """How many times faster than real."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 < value <= MAX_SPEED:
        raise InvalidInput(NO_SPEED)
    return value


def day(text: str) -> date:
    """A date of the calendar."""
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput(NO_DAY) from error
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise InvalidInput(OUT_OF_TIME)
    return found


def moment_of_day(text: str, now: datetime) -> datetime:
    """A time of today, or a date with a time, in the zone of `now` unless it names its own."""
    at = _told(text, now)
    if at.tzinfo is None:
        return shown_by_a_clock(at.replace(tzinfo=now.tzinfo))
    return at.astimezone(now.tzinfo)


def which_was_taken(text: str, now: datetime) -> str:
    """What has to be said of a time that the clocks showed twice; "" where it is clear which one is meant."""
    told = _told(text, now)
    at = told.replace(tzinfo=now.tzinfo)
    if told.tzinfo is not None or not comes_twice(at):
        return ""
    second = at.replace(fold=1).isoformat(timespec="minutes")
    return TWICE.format(clock=f"{at:%H:%M}", first=at.isoformat()[-6:], second=second)


def _told(text: str, now: datetime) -> datetime:
    try:
        at = datetime.fromisoformat(text if "-" in text else f"{now.date().isoformat()}T{text}")
    except ValueError as error:
        raise InvalidInput(NO_TIME) from error
    # Other zones and the windows of the rules reach a little further than the time itself
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise InvalidInput(OUT_OF_TIME)
    return at


def folder(text: str) -> Path:
    """The data folder as named."""
    if not text or "\0" in text:
        raise InvalidInput(NO_FOLDER)
    return Path(text)


def path(text: str) -> Path:
    """A file or folder as named."""
    if not text or "\0" in text:
        raise InvalidInput(NO_FILE)
    return Path(text)


@cache
def _parser() -> Parser:
    """Made once: a process that takes command after command would otherwise spend most of its time here."""
    everywhere = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    everywhere.add_argument("--data-dir", type=folder, metavar="DIR", help="the folder that holds everything")
    everywhere.add_argument("--json", action="store_true", help="print one JSON document and nothing else")
    everywhere.add_argument("--person", metavar="NAME", help="whose record: a name or an id")
    everywhere.add_argument("--version", action="version", version=f"KneeCoach {__version__}")
    parser = Parser(
        prog="kneecoach",
        description="Leads runners with sore knees through their warm-up. With no command the window opens.",
        parents=[everywhere],
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, parents=[everywhere], allow_abbrev=False)

    def under(outer: argparse.ArgumentParser, named: str = "", *, required: bool = False) -> Adding:
        entries = outer.add_subparsers(dest="doing", metavar=named or "WHAT", required=required, parser_class=Parser)

        def entry(name: str, text: str) -> argparse.ArgumentParser:
            return entries.add_parser(name, help=text, description=text, parents=[everywhere], allow_abbrev=False)

        return entry

    _add_start(command("start", "play a routine; the one used before runs unless another is named"))
    command("routines", "list the routines")
    command("exercises", "list the exercises")
    _add_import(
        command(
            "import", "take in runs (GPX, TCX, FIT, CSV, an export of Strava) or a diary; importing twice adds none"
        )
    )
    _add_advice(command("advice", "what the rules find in the record, with their reasons"), under)
    returning = command("return", "returning to running: today's stage, and why it is that one")
    returning.add_argument("--on", type=day, metavar="DATE", help="at the end of that day")
    command("doctor", "what works on this computer, and what to do about the rest")
    _add_diary(command, under)
    return parser


def _add_diary(command: Adding, under: Callable[..., Adding]) -> None:
    sessions = command("sessions", "list what was played")
    sessions.add_argument("--since", type=day, metavar="DATE", help="from this day on")
    add_sessions(under(sessions), pain)
    diary = command("diary", "list what the diary holds")
    add_diary(diary, under(diary), day)
    add_shoes(under(command("shoes", "list your shoes and how far they have gone")), day)
    add_plan(under(command("plan", "your goal, the week, how it began and what changed")), day)
    add_bin(under(command("bin", "list what was deleted or changed in the last 30 days")))
    command("undo", "take back what was deleted or changed last")
    add_export(under(command("export", "write a file to keep, or for another computer"), required=True), day, path)
    entry = under(command("log", "note something"), "ENTRY", required=True)
    add_log(entry, pain, day)
    _add_flag(entry("flag", "note red flags, or answer them as gone or seen by a clinician"))


def _add_start(start: argparse.ArgumentParser) -> None:
    start.add_argument("routine", nargs="?", metavar="ROUTINE", help="its id or its name; “return” is today's stage")
    start.add_argument("--terminal", action="store_true", help="play here, without a window")
    start.add_argument(
        "--speed", type=speed, default=1.0, metavar="X", help="rehearse X times faster; counts for nothing"
    )
    start.add_argument("--pain-before", type=pain, metavar="N", help="pain now, 0 to 10")
    start.add_argument("--pain-after", type=pain, metavar="N", help="pain after, 0 to 10")
    start.add_argument("--short", action="store_true", help="the short warm-up")
    start.add_argument("--first", choices=("left", "right"), help="the side that begins")
    unfinished = start.add_mutually_exclusive_group()
    unfinished.add_argument("--resume", action="store_true", help="go on with the unfinished session")
    unfinished.add_argument("--discard", action="store_true", help="end the unfinished session and begin anew")


def _add_advice(advice: argparse.ArgumentParser, under: Callable[..., Adding]) -> None:
    advice.add_argument("--on", type=day, metavar="DATE", help="at the end of that day")
    advice.add_argument("--pdf", type=path, metavar="FILE", help="write the one-page summary for the doctor instead")
    advice.add_argument("--no-name", action="store_true", help="without name and year of birth on that page")
    limits = under(advice)("thresholds", "the limits it goes by; a physio may set others for a person")
    limits.add_argument("file", nargs="?", metavar="FILE", help="limits to go by from now on; “default” goes back")
    limits.add_argument("--write", type=path, metavar="FILE", help="write them to a file to change, and choose nothing")


def _add_import(files: argparse.ArgumentParser) -> None:
    files.add_argument("paths", nargs="+", type=path, metavar="PATH", help="a file, a folder or a zip")
    files.add_argument("--dry-run", action="store_true", help="only say what would come in")
    files.add_argument("--others", action="store_true", help="other activities too, such as rides and walks")


def _add_flag(flag: argparse.ArgumentParser) -> None:
    flag.add_argument("names", nargs="+", metavar="NAME", help="such as swollen, locked, gives_way")
    answer = flag.add_mutually_exclusive_group()
    answer.add_argument("--gone", action="store_true", help="it has gone")
    answer.add_argument("--seen", type=day, metavar="DATE", help="a clinician saw it on this day")
    flag.add_argument("--at", metavar="TIME", help="when it was, if not now")
