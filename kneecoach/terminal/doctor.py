"""`kneecoach doctor`: what works on this computer, and what to do about the rest."""

import errno
import os
import shutil
import stat
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any, Protocol

from kneecoach import espeak
from kneecoach.domain.errors import AlreadyOpen, CannotStart
from kneecoach.installing import voice_advice
from kneecoach.own_programs import ONCE, OPENING_S, PROBE, SPEAKER, neutral_folder, own_command
from kneecoach.storage.examination import examine
from kneecoach.storage.folder_lock import FolderLock
from kneecoach.terminal.console import Terminal
from kneecoach.terminal.display import display_trouble
from kneecoach.terminal.json_documents import dumped
from kneecoach.terminal.printable import visible

DEADLINE_S = 15.0
LITTLE_ROOM = 50_000_000
MEGABYTE = 1_000_000
PLAY_HERE = "`kneecoach start --terminal` plays without a window."
SILENT = "Nothing needs sound: the screen shows every change too."
DARK = "Switch the screen's sleep off for the length of a session."
OTHER_FOLDER = "Choose another folder with --data-dir."
ONLY_YOURS = "Take the rights of others away: chmod 700 on the folder."
NO_ANSWER = "The desktop's speech service does not answer."
UNHEARD = "But nothing can be heard without a sound device."
PLUG_IN = "Connect headphones or a loudspeaker."
KEEP_A_COPY = "Copy the data folder to a safe place before anything else."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; `advice` is empty when nothing is to be done."""

    check: str
    ok: bool
    detail: str
    advice: str = ""


class Probe(Protocol):
    """Runs a command: its exit code and the last line it said."""

    def __call__(self, command: Sequence[str], *, told: bytes = b"", deadline_s: float = DEADLINE_S) -> tuple[int, str]:
        """`told` is what it reads. One that does not answer in time counts as failed."""


def in_a_child(command: Sequence[str], *, told: bytes = b"", deadline_s: float = DEADLINE_S) -> tuple[int, str]:
    """A child process: Qt ends its program when it finds no display, and a sound server may never answer."""
    try:
        done = subprocess.run(
            command, cwd=neutral_folder(), input=told, capture_output=True, timeout=deadline_s, check=False
        )
    except subprocess.TimeoutExpired:
        return 1, f"no answer within {deadline_s:.0f} seconds"
    except OSError as error:
        return 1, f"{error.strerror}"
    said = (done.stdout if done.returncode == 0 else done.stderr).decode(errors="replace").strip().splitlines()
    return done.returncode, said[-1].strip() if said else ""


def doctor(folder: Path, terminal: Terminal, environ: Mapping[str, str], probe: Probe = in_a_child) -> int:
    """Look at everything and say what was found; 0 even when something does not work, since the looking did."""
    sound, kept_in = check_sound(probe), check_folder(folder)
    checks = (
        check_display(environ, probe),
        sound,
        check_voice(probe, heard=sound.ok),
        check_awake(probe),
        kept_in,
        check_database(folder, usable=kept_in.ok),
    )
    if terminal.json:
        terminal.document(dumped([_document(found) for found in checks]))
        return 0
    for found in checks:
        terminal.say(f"{'works' if found.ok else 'check'}  {found.check}: {visible(found.detail)}")
        if found.advice:
            terminal.say(f"       {found.advice}")
    return 0


def check_display(environ: Mapping[str, str], probe: Probe) -> Check:
    """Whether the window can open, with the libraries that Qt needs."""
    if trouble := display_trouble(environ):
        return _lacking("display", f"{trouble}.", PLAY_HERE)
    code, said = probe(own_command(PROBE, "window"))
    if code:
        return _lacking("display", f"Qt can't open a window: {said or 'it ended at once'}.", PLAY_HERE)
    return _working("display", f"Qt opens a window ({said}).")


def check_sound(probe: Probe) -> Check:
    """Whether there is a device to beep on."""
    code, said = probe(own_command(PROBE, "sound"))
    if code:
        return _lacking("sound", f"Sound can't be used: {said or 'it ended at once'}.", SILENT)
    return _working("sound", f"{said}.") if said else _lacking("sound", "No sound device was found.", SILENT)


def check_voice(probe: Probe, *, heard: bool = True) -> Check:
    """Whether anything speaks: Qt through the desktop's speech service, or espeak-ng; `heard` when a device plays."""
    found = _voice(probe)
    return found if heard or not found.ok else _lacking("voice", f"{found.detail} {UNHEARD}", PLUG_IN)


def _voice(probe: Probe) -> Check:
    _, said = probe(own_command(SPEAKER, ONCE), deadline_s=OPENING_S)
    word, _, rest = said.partition(" ")
    if word == "ready":
        return _working("voice", f"Qt speaks through {rest}.")
    why = rest if word == "none" else NO_ANSWER
    trouble = _espeak_trouble(probe)
    if not trouble:
        return _working("voice", f"espeak-ng speaks. {why}")
    return _lacking("voice", f"{why} {trouble}", f"{voice_advice(trouble)} {SILENT}".strip())


def _espeak_trouble(probe: Probe) -> str:
    program = espeak.program()
    if not program:
        return espeak.NOT_INSTALLED
    try:
        with TemporaryDirectory() as folder:
            file = Path(folder) / "ready.wav"
            code, _ = probe(espeak.command(program, file), told=espeak.TRIED_WITH.encode(), deadline_s=OPENING_S)
            return "" if not code and file.stat().st_size else espeak.CANNOT_WRITE
    except OSError:
        return espeak.CANNOT_WRITE


def check_awake(probe: Probe) -> Check:
    """Whether the desktop keeps the screen on when it is asked."""
    code, said = probe(own_command(PROBE, "awake"))
    if code or not said:
        return _lacking("keep-awake", "This desktop would not promise to keep the screen on.", DARK)
    return _working("keep-awake", f"The screen stays on while a session plays ({said}).")


def check_folder(folder: Path) -> Check:
    """Whether the data folder can be used: there or possible, writable, private, with room."""
    if folder.exists() and not folder.is_dir():
        return _lacking("data folder", f"{folder} is a file.", OTHER_FOLDER)
    there = next((parent for parent in (folder, *folder.parents) if parent.exists()), folder)
    if not _takes_a_file(there):
        return _lacking("data folder", f"{folder} can't be written in.", f"Allow it. {OTHER_FOLDER}")
    free = shutil.disk_usage(there).free
    room = f"{free // MEGABYTE} MB free"
    if free < LITTLE_ROOM:
        return _lacking("data folder", f"{folder}, only {room}.", "Free some space on this disk.")
    if there != folder:
        return _working("data folder", f"{folder} will be made at the first start; {room}.")
    if os.name != "nt" and folder.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return _lacking("data folder", f"{folder} can be read by others; {room}.", ONLY_YOURS)
    return _working("data folder", f"{folder}, {room}.")


def _takes_a_file(folder: Path) -> bool:
    """By trying: permissions say nothing of a disk that is read-only, and nothing to root."""
    try:
        with TemporaryFile(dir=folder):
            return True
    except OSError as error:
        return error.errno == errno.ENOSPC


def check_database(folder: Path, *, usable: bool = True) -> Check:
    """Whether the database opens, is whole, and is of a version known here."""
    try:
        found = examine(folder)
    except CannotStart as trouble:
        return _lacking("database", str(trouble), KEEP_A_COPY)
    if found.revision is None:
        return _working("database", "None yet; the first session makes it." if usable else "None yet.")
    if found.problems:
        return _lacking("database", f"It is damaged: {found.problems[0]}.", KEEP_A_COPY)
    if found.lost_routines:
        names = ", ".join(f"“{name}”" for name in found.lost_routines)
        return _lacking("database", f"Whole, but these routines of yours can't be read: {names}.", KEEP_A_COPY)
    in_use = ", open in a window now" if _in_use(folder) else ""
    return _working("database", f"Whole, revision {found.revision} of {found.newest}, SQLite {found.sqlite}{in_use}.")


def _in_use(folder: Path) -> bool:
    lock = FolderLock(folder)
    try:
        lock.acquire()
    except AlreadyOpen:
        return True
    except CannotStart:
        return False
    lock.release()
    return False


def _document(found: Check) -> dict[str, Any]:
    return {"check": found.check, "ok": found.ok, "detail": found.detail, "advice": found.advice or None}


def _working(check: str, detail: str) -> Check:
    return Check(check=check, ok=True, detail=detail)


def _lacking(check: str, detail: str, advice: str) -> Check:
    return Check(check=check, ok=False, detail=detail, advice=advice)
