"""Puts the window together: the one module that knows everyone."""

import os
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kneecoach import clock
from kneecoach.domain.errors import AlreadyOpen, CannotStart
from kneecoach.domain.moment import Moment
from kneecoach.domain.settings import Settings
from kneecoach.error_log import ErrorLog
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.paths import resource, spare_folders
from kneecoach.storage.folder_lock import FolderLock
from kneecoach.storage.glance import glance
from kneecoach.ui.awake import Awake, ScreenAwake
from kneecoach.ui.edges import Edges
from kneecoach.ui.flows import Flows
from kneecoach.ui.late_store import LateStore
from kneecoach.ui.main_window import MainWindow
from kneecoach.ui.mishap import Mishap
from kneecoach.ui.prompts import DesktopPrompts, Prompts
from kneecoach.ui.sounds import QtSounds, Sounds
from kneecoach.ui.theme import apply_theme, new_application
from kneecoach.ui.voice import GuardedVoice, Voice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kneecoach.ui.opening import Opening

# PySide6 reads the source of every module that is imported after it. Nothing above asks for it before the domain,
# the storage and the catalogue are there, which have no use for it; so it is not named here either
# ruff: noqa: PLC0415

REFUSED_TO_START = 3


def build(  # noqa: PLR0913
    folder: Path,
    *,
    now: Callable[[], Moment],
    wall: Callable[[], datetime],
    sounds: Sounds,
    voice: Voice,
    awake: Awake,
    prompts: Prompts,
    lock: FolderLock | None = None,
    opening: "Opening | None" = None,
) -> MainWindow:
    """The whole window on a data folder, at Today or first run, not yet shown. Closing it closes the store.

    `lock` is one that is already held; `opening` is where to go from Today. `CannotStart` and its kinds when the folder
    can't be used.
    """
    from PySide6.QtWidgets import QApplication

    first = glance(folder, wall())
    settings = first.settings if first else Settings()
    app = QApplication.instance()
    if isinstance(app, QApplication):
        apply_theme(app, settings.theme)
    sounds.set_volume(settings.volume)
    sounds.unmute() if settings.beeps else sounds.mute()
    voice.set_volume(settings.voice_volume)
    voice.unmute() if settings.voice else voice.mute()
    window = MainWindow()
    late = LateStore(folder, lock, window)
    edges = Edges(now=now, wall=wall, sounds=sounds, voice=voice, awake=awake, prompts=prompts)
    flows = Flows(window, late, folder, edges=edges, exercises=load_exercises(), routines=load_routines(), first=first)
    window.closed.connect(late.close)
    window.closed.connect(voice.close)
    window.set_full_screen(settings.window_full_screen)
    flows.begin(opening)
    return window


def run(folder: Path, opening: "Opening | None" = None) -> int:
    """Open the window on a data folder and stay until it is closed; 0, or 3 when it could not start.

    A second start on the same folder brings the first window to the front. That is all it was asked for unless there
    is an `opening`, which the first window does not hear of.
    """
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or new_application(sys.argv[0])
    assert isinstance(app, QApplication)
    app.setApplicationName("KneeCoach")
    app.setDesktopFileName("kneecoach")
    try:
        window = build(
            folder,
            now=clock.moment,
            wall=clock.wall_now,
            sounds=QtSounds(resource("sounds")),
            voice=GuardedVoice(folder / "cache" / "voice", parent=app),
            awake=ScreenAwake(app),
            prompts=DesktopPrompts(),
            lock=_held(folder),
            opening=opening,
        )
    except AlreadyOpen as error:
        return _come_to_the_front(folder, app, error, opening)
    except CannotStart as error:
        return _refuse(app, error)
    _watch(window, folder)
    window.show()
    return app.exec()


def _held(folder: Path) -> FolderLock | None:
    """The lock on a folder that exists; the store makes and locks one that does not."""
    if not folder.is_dir():
        return None
    lock = FolderLock(folder)
    lock.acquire()
    return lock


def _watch(window: MainWindow, folder: Path) -> None:
    """What can wait until the first paint: signals, later starts, and the hook for our own mistakes."""
    from PySide6.QtCore import QTimer

    def tell(sentence: str) -> None:
        window.notice().say(sentence)

    sys.excepthook = Mishap(
        ErrorLog(folder, partial(spare_folders, os.environ), clock.wall_now), window.give_up_flow, tell
    )

    def listen() -> None:
        from kneecoach.ui.hang_up import HangUp
        from kneecoach.ui.one_window import OneWindow
        from kneecoach.ui.tidying import Tidying

        Tidying(window)
        one = OneWindow(folder, window)
        one.raise_requested.connect(window.raise_up)
        hang_up = HangUp(window)
        hang_up.asked.connect(window.close)
        window.closed.connect(hang_up.close)
        window.closed.connect(one.close)

    window.painted.connect(lambda: QTimer.singleShot(0, window, listen))


def _come_to_the_front(folder: Path, app: "QApplication", error: AlreadyOpen, opening: "Opening | None") -> int:
    from kneecoach.ui.one_window import raise_first

    if not raise_first(folder):
        return _refuse(app, error)
    if opening is None:
        return 0
    sys.stderr.write(f"{error}\n")
    return REFUSED_TO_START


def _refuse(app: "QApplication", error: CannotStart) -> int:
    from kneecoach.ui.dialogs.cannot_start import CannotStartWindow

    sys.stderr.write(f"{error}\n")
    apply_theme(app, Settings().theme)
    window = CannotStartWindow(str(error))
    window.show()
    app.exec()
    return REFUSED_TO_START
