"""`kneecoach advice thresholds`: the limits that a person's advice goes by, chosen, put back and written out."""

import argparse
from contextlib import closing
from pathlib import Path

from kneecoach.coaching import thresholds
from kneecoach.coaching.thresholds import Holding
from kneecoach.domain.person import Units
from kneecoach.domain.red_flag_words import day_words
from kneecoach.storage.database import open_store, open_to_read
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.diary_people import reader, writer
from kneecoach.terminal.json_documents import Document, dumped
from kneecoach.terminal.listing import show_table
from kneecoach.terminal.printable import visible

USUAL = "default"
RED_FLAGS = "The red flags are the same for everybody."
GO_BACK = "`kneecoach advice thresholds default` goes back to those of KneeCoach."
HOW_TO = "`kneecoach advice thresholds --write FILE` writes them to change; with a FILE those in it hold."
WRITTEN = "The limits are in {file}."
NONE_DIFFER = "None of them differs from KneeCoach's own."


def choose_thresholds(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """`advice thresholds`; without a change it reads beside an open window."""
    if options.file is None or options.write is not None:
        return _show_or_write(options, folder, terminal)
    with closing(open_store(folder)) as store:
        person = writer(store, options)
        if options.file == USUAL:
            thresholds.put(store, person.id, None)
        else:
            thresholds.choose(store, person.id, Path(options.file), terminal.wall())
        _tell(thresholds.holding(store, person.id), person.units, terminal)
    return 0


def _show_or_write(options: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    """With `--write` nothing is chosen: those that hold are written, or KneeCoach's own, or a whole file of others."""
    with closing(open_to_read(folder)) as store:
        person = reader(store, options)
        known = None if person is None else person.id
        if options.file not in (None, USUAL):
            found = thresholds.in_file(Path(options.file), terminal.wall())
        else:
            found = thresholds.holding(store, None if options.file == USUAL else known)
    if options.write is not None:
        thresholds.write_out(found.profile, options.write)
        if not terminal.json:
            terminal.say(WRITTEN.format(file=visible(str(options.write))))
            return 0
    _tell(found, person.units if person is not None else Units.KM, terminal)
    return 0


def _tell(found: Holding, units: Units, terminal: Terminal) -> None:
    if terminal.json:
        terminal.document(dumped(_document(found)))
        return
    if found.at is None:
        terminal.say(f"Limits: {found.profile.name}, the usual ones. {RED_FLAGS}")
        terminal.say(HOW_TO)
        return
    by = f", made by {visible(found.profile.made_by)}" if found.profile.made_by else ""
    chosen = f"{day_words(found.at.date())} {found.at.year}"
    terminal.say(f"Limits: “{visible(found.profile.name)}”{by}; chosen on {chosen}.")
    rows = [(one.threshold.rule, one.threshold.words, *one.values(units)[::-1]) for one in found.changed]
    if rows:
        show_table(terminal, ("Rule", "Limit", "Now", "In place of"), rows)
    else:
        terminal.say(NONE_DIFFER)
    terminal.say(f"{RED_FLAGS} {GO_BACK}")


def _document(found: Holding) -> Document:
    """What `advice thresholds --json` prints: every threshold as it is now and as KneeCoach has it."""
    return {
        "name": found.profile.name,
        "made_by": found.profile.made_by or None,
        "chosen_at": None if found.at is None else found.at.isoformat(),
        "thresholds": [
            {
                "name": one.name,
                "rule": one.threshold.rule,
                "words": one.threshold.words,
                "unit": one.threshold.unit.value,
                "now": one.now,
                "usual": one.usual,
                "lowest": one.threshold.low,
                "highest": one.threshold.high,
            }
            for one in found.all
        ],
    }
