"""What can be typed after the commands of the diary."""

import argparse
from collections.abc import Callable
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from kneecoach.domain.activity import ActivityKind
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Mechanism
from kneecoach.domain.novelty import NewThing
from kneecoach.domain.pain import Amount, PainPhase, PainSize, Quality, Symptom, Tenderness
from kneecoach.domain.person import Began
from kneecoach.domain.plan import Use
from kneecoach.domain.run import Onset, RunKind, Surface

Adding = Callable[[str, str], argparse.ArgumentParser]
"""Adds a parser of this name that says this text."""
Score = Callable[[str], int]
Day = Callable[[str], date]
TYPES = ("pain", "run", "activity", "morning", "ice", "flag", "injury", "support", "session")
WEEK_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ID = "the first letters of its id, as `--json` or the list shows it"


def add_log(entry: Adding, score: Score, day: Day) -> None:
    """`log` of everything but flags."""
    pain = entry("pain", "note how much it hurts, where and when")
    pain.add_argument("score", type=score, metavar="SCORE", help="0 to 10")
    pain.add_argument("--region", action="append", default=[], metavar="ID", help="a place of the knee map")
    _choose(pain, "--side", Side)
    _choose(pain, "--phase", PainPhase)
    _choose(pain, "--quality", Quality, several=True)
    _choose(pain, "--swelling", Amount)
    _choose(pain, "--size", PainSize)
    _choose(pain, "--tenderness", Tenderness)
    _choose(pain, "--symptom", Symptom, several=True)
    _add_run(entry("run", "note a run"), score)
    activity = entry("activity", "note other training")
    _choose(activity, "kind", ActivityKind)
    activity.add_argument("minutes", metavar="MINUTES", help="such as 40 or 1:10:00")
    activity.add_argument("--effort", metavar="N", help="0 to 10")
    morning = entry("morning", "say how the knee was this morning")
    morning.add_argument("score", type=score, metavar="SCORE", help="pain, 0 to 10")
    _yes_or_no(morning, "stiff")
    _choose(morning, "--swelling", Amount)
    morning.add_argument("--night", type=score, metavar="N", help="pain in the night, 0 to 10; 0 for none")
    ice = entry("ice", "note that the knee was cooled")
    ice.add_argument("minutes", metavar="MINUTES", help="1 to 30")
    _yes_or_no(ice, "cloth")
    injury = entry("injury", "note an incident, or answer it as gone or seen by a clinician")
    _choose(injury, "mechanism", Mechanism)
    _yes_or_no(injury, "pop", "snap", "bruise", "fast-swelling")
    answer = injury.add_mutually_exclusive_group()
    answer.add_argument("--gone", action="store_true", help="it has gone")
    answer.add_argument("--seen", type=day, metavar="DATE", help="a clinician saw it on this day")
    for parser in (pain, activity, morning, ice, injury):
        parser.add_argument("--at", metavar="TIME", help="when it was, if not now")
    for parser in (pain, activity):
        parser.add_argument("--note", default="", metavar="TEXT")


def _add_run(run: argparse.ArgumentParser, score: Score) -> None:
    run.add_argument("km", metavar="KM", help="such as 6 or 6.2")
    run.add_argument("--minutes", metavar="M", help="such as 38 or 37:50")
    _choose(run, "--kind", RunKind)
    _choose(run, "--surface", Surface)
    run.add_argument("--climb", default="", metavar="M", help="metres")
    run.add_argument("--shoe", metavar="NAME", help="one of your pairs")
    run.add_argument("--effort", metavar="N", help="0 to 10")
    _choose(run, "--onset", Onset)
    _yes_or_no(run, "limp", "stopped-early", "painkiller")
    for name in ("pain-before", "pain", "pain-after", "pain-60"):
        run.add_argument(f"--{name}", type=score, metavar="N", help="0 to 10")
    run.add_argument("--note", default="", metavar="TEXT")
    run.add_argument("--at", metavar="TIME", help="its start, if it has not just ended")


def add_shoes(nested: Adding, day: Day) -> None:
    """`shoes`."""
    new = nested("add", "add a pair")
    new.add_argument("name", metavar="NAME")
    new.add_argument("--km", default="0", metavar="N", help="how far it had gone before")
    new.add_argument("--first-day", type=day, metavar="DATE", help="its first day")
    old = nested("retire", "use a pair no longer")
    old.add_argument("name", metavar="NAME")
    old.add_argument("--on", type=day, metavar="DATE", help="its last day, if not today")


def add_plan(nested: Adding, day: Day) -> None:
    """`plan` and what is said in it."""
    nested("goal", "say what you want to be able to do").add_argument("text", metavar="TEXT", help="'' for none")
    one = nested("day", "say what a day of the week is for; nothing after its name plans nothing")
    one.add_argument("name", type=_word, choices=WEEK_DAYS, metavar="DAY", help=", ".join(WEEK_DAYS))
    one.add_argument("uses", type=_word, nargs="*", metavar="USE", help=", ".join(use.value for use in Use))
    one.add_argument("--km", metavar="N", help="how far the run is to be")
    _choose(nested("began", "say how the pain began"), "began", Began)
    changed = nested("changed", "note what changed for the knee")
    changed.add_argument(
        "things", type=_word, nargs="*", metavar="THING", help=", ".join(one.value for one in NewThing)
    )
    changed.add_argument("--note", default="", metavar="TEXT", help="in your own words")
    changed.add_argument("--on", type=day, metavar="DATE", help="on which day, if not today")
    nested("forget", "put something that changed into the bin, for 30 days").add_argument("id", metavar="ID", help=ID)


def add_sessions(nested: Adding, score: Score) -> None:
    """`sessions correct` and `sessions delete`."""
    right = nested("correct", "correct what was said of a session")
    right.add_argument("id", metavar="ID", help=ID)
    right.add_argument("--pain-before", type=score, metavar="N", help="0 to 10")
    right.add_argument("--pain-after", type=score, metavar="N", help="0 to 10")
    right.add_argument("--effort", metavar="N", help="0 to 10")
    right.add_argument("--note", metavar="TEXT")
    nested("delete", "put a session into the bin, for 30 days").add_argument("id", metavar="ID", help=ID)


def add_diary(diary: argparse.ArgumentParser, nested: Adding, day: Day) -> None:
    """`diary` and `diary delete`."""
    add_days(diary, day)
    diary.add_argument("--type", action="append", choices=TYPES, metavar="TYPE", help=", ".join(TYPES))
    nested("delete", "put an entry into the bin, for 30 days").add_argument("id", metavar="ID", help=ID)


def add_bin(nested: Adding) -> None:
    """`bin` and `bin restore`."""
    nested("restore", "put something back").add_argument("id", metavar="ID", help=ID)


def add_export(nested: Adding, day: Day, path: Callable[[str], Path]) -> None:
    """`export diary`."""
    diary = nested("diary", "write the whole diary, to keep it or to take it to another computer")
    add_days(diary, day)
    diary.add_argument(
        "--to", type=path, required=True, metavar="FILE", help="a name that ends in .json or .csv; - prints JSON"
    )


def add_days(parser: argparse.ArgumentParser, day: Day) -> None:
    """From one local day to another."""
    parser.add_argument("--since", type=day, metavar="DATE", help="from this day on")
    parser.add_argument("--until", type=day, metavar="DATE", help="up to this day")


def _choose(parser: argparse.ArgumentParser, name: str, kind: type[Enum], *, several: bool = False) -> None:
    words = [member.value for member in kind]
    more: dict[str, Any] = {"action": "append", "default": []} if several else {}
    parser.add_argument(name, type=_word, choices=words, metavar=name.strip("-").upper(), help=", ".join(words), **more)


def _yes_or_no(parser: argparse.ArgumentParser, *names: str) -> None:
    for name in names:
        parser.add_argument(f"--{name}", action=argparse.BooleanOptionalAction)


def _word(text: str) -> str:
    return text.strip().casefold().replace("-", "_")
