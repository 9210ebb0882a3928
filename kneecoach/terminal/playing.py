"""One session on this terminal: which screen, which keys, and how it ended."""

import math
import os
from contextlib import ExitStack
from dataclasses import dataclass

from kneecoach.coaching import play
from kneecoach.coaching.check_in import good_check_in
from kneecoach.domain.check_in import GOOD_FOR_S
from kneecoach.domain.session import Session
from kneecoach.domain.session_record import SessionRecord
from kneecoach.storage import sessions, settings
from kneecoach.storage.database import Store
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.interrupts import Interrupts
from kneecoach.terminal.plain_lines import PlainLines
from kneecoach.terminal.player import Ending, Player, Screen

ONLY_FORWARD = ("", "dumb")
"""Terminals that can't be drawn on."""


@dataclass(frozen=True, slots=True)
class Played:
    """How it ended; `trouble` is what the disk said when that is why, `hung_up` that nobody can read any more."""

    ending: Ending
    trouble: str
    hurt: bool
    hung_up: bool


def play_session(store: Store, session: Session, terminal: Terminal) -> Played:
    """Play to the end, or until somebody ends it."""
    with store.begin() as tx:
        record = sessions.session(tx, session.id)
        bell = settings.read(tx).beeps
    with Interrupts() as interrupts, ExitStack() as stage:
        player = Player(
            session,
            _screen(terminal, stage, bell=bell),
            stage.enter_context(terminal.open_keys(terminal)),
            keep=lambda events: play.keep(store, session, events, terminal.wall()),
            now=terminal.now,
            answers=terminal.answers,
            pain_at_start=record.pain_before if record else None,
        )
        ending = player.play(interrupts, _good_until_s(store, record, terminal))
    return Played(ending, player.trouble, player.hurt, player.hung_up)


def _good_until_s(store: Store, record: SessionRecord | None, terminal: Terminal) -> float:
    """The boot-time second at which the check-in has become too old; never, where nobody was asked."""
    wall = terminal.wall()
    check_in = good_check_in(store, record.person, wall) if record and record.person else None
    if check_in is None:
        return math.inf
    return terminal.now().boot + GOOD_FOR_S - (wall - check_in.at).total_seconds()


def _screen(terminal: Terminal, stage: ExitStack, *, bell: bool) -> Screen:
    if not terminal.answers or os.environ.get("TERM", "") in ONLY_FORWARD:
        return PlainLines(terminal)
    # rich takes a while to import, and lines do without it
    from kneecoach.terminal.awake import StayAwake  # noqa: PLC0415
    from kneecoach.terminal.live_screen import LiveScreen  # noqa: PLC0415

    awake = stage.enter_context(StayAwake())
    return stage.enter_context(LiveScreen(terminal, bell=bell, note=awake.note))
