"""`kneecoach advice --pdf FILE`: the one-page summary for the doctor."""

import argparse
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from kneecoach.coaching import doctor
from kneecoach.domain.doctor_facts import DoctorFacts
from kneecoach.domain.errors import InvalidInput
from kneecoach.exchange.diary_writing import put_whole
from kneecoach.storage import people
from kneecoach.storage.database import open_to_read
from kneecoach.terminal.advice import end_of
from kneecoach.terminal.commands import named_person
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.json_documents import dumped
from kneecoach.terminal.printable import visible

NOBODY = "Nothing was entered yet, so there is nothing to sum up."
NOT_A_PDF = "Give the file a name that ends in .pdf."


def write_summary(
    options: argparse.Namespace, folder: Path, terminal: Terminal, drawn: Callable[[DoctorFacts, bool], bytes]
) -> int:
    """Write it under that name; reads beside an open window. `drawn` makes the page, with the person's name or not."""
    if options.pdf.suffix.casefold() != ".pdf":
        raise InvalidInput(NOT_A_PDF)
    now = terminal.wall()
    at = end_of(options.on, now)
    with closing(open_to_read(folder)) as store:
        person = named_person(store, options.person)
        if person is None:
            with store.begin() as tx:
                person = people.current(tx)
        if person is None:
            raise InvalidInput(NOBODY)
        facts = doctor.facts(store, person.id, at, present=now)
    put_whole(options.pdf, drawn(facts, not options.no_name))
    if terminal.json:
        terminal.document(dumped({"file": str(options.pdf)}))
    else:
        terminal.say(f"The summary for the doctor is in {visible(str(options.pdf))}.")
    return 0
