"""Whose diary a command reads or writes."""

import argparse

from kneecoach.domain.person import Person
from kneecoach.storage import people
from kneecoach.storage.database import Store
from kneecoach.terminal.commands import named_person


def writer(store: Store, options: argparse.Namespace) -> Person:
    """The person who was named, else the current one, made if need be."""
    person = named_person(store, options.person)
    if person is not None:
        return person
    with store.begin() as tx:
        return people.ensure(tx)


def reader(store: Store, options: argparse.Namespace) -> Person | None:
    """The same, None where nobody is yet."""
    person = named_person(store, options.person)
    if person is not None:
        return person
    with store.begin() as tx:
        return people.current(tx)
