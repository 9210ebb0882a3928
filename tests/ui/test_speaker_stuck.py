"""The speaker with a service that never comes back: it ends, whether or not anybody is left to end it."""

import os
import select
import signal
import subprocess
import sys

import pytest

from tests.ui.speaking import a_qt

LONG_ENOUGH_S = 30
STUCK_QT = """
import ctypes, os
from enum import Enum

class Stop:
    def connect(self, slot): pass

class QTextToSpeech:
    State = Enum("State", "Ready Error")
    stateChanged = Stop()
    def __init__(self, engine): pass
    @staticmethod
    def availableEngines(): return ["stuck"]
    def state(self): return self.State.Ready
    def availableLocales(self): return [Locale()]
    def setLocale(self, locale): pass
    def stop(self): pass
    def say(self, text):
        os.write(int(os.environ["LIFELINE"]), b"stuck")
        # Waits in C and keeps the interpreter to itself, as the real one does
        while True:
            ctypes.PyDLL(None).pause()

class Locale:
    def name(self): return "en_GB"
"""
SAY = b'{"say": "One."}\n'
# Qt itself with another text to speech, and a service that is given up after a moment
SPEAKER_ON_IT = """
import sys
from importlib import util
import PySide6
PySide6.__path__.insert(0, sys.argv[1])
from kneecoach.ui import speaker
speaker.STUCK_S = float(sys.argv[2])
sys.exit(speaker.main())
"""
# Starts what is left, says one line to it, and waits to be killed
WINDOW = """
import os, subprocess, sys, threading
speaker = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, pass_fds=[int(os.environ["LIFELINE"])])
speaker.stdin.write(b'{"say": "One."}\\n')
speaker.stdin.flush()
threading.Event().wait()
"""


@pytest.fixture
def stuck(tmp_path, monkeypatch):
    """How to start a speaker that gets stuck, and the end of a line that is cut when the last of it is gone."""
    qt = a_qt(tmp_path, QtTextToSpeech=STUCK_QT)
    ours, theirs = os.pipe()
    monkeypatch.setenv("LIFELINE", str(theirs))

    def command(stuck_s):
        return [sys.executable, "-c", SPEAKER_ON_IT, f"{qt}/PySide6", str(stuck_s)]

    yield command, ours, theirs
    os.close(ours)


def heard(end):
    ready, _, _ = select.select([end], [], [], LONG_ENOUGH_S)
    return os.read(end, 100) if ready else b"nothing came"


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no alarm on this system")
def test_a_speaker_ends_when_the_service_does_not_come_back_from_a_line(stuck):
    command, ours, theirs = stuck

    speaker = subprocess.Popen(command(0.2), stdin=subprocess.PIPE, pass_fds=[theirs])
    os.close(theirs)
    speaker.stdin.write(SAY)
    speaker.stdin.flush()
    told = heard(ours), heard(ours)
    speaker.kill()
    speaker.communicate()

    assert told == (b"stuck", b"")
    assert speaker.returncode == -signal.SIGALRM


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")
def test_a_stuck_speaker_does_not_outlive_a_window_that_is_killed(stuck):
    command, ours, theirs = stuck

    window = subprocess.Popen([sys.executable, "-c", WINDOW, *command(4 * LONG_ENOUGH_S)], pass_fds=[theirs])
    os.close(theirs)
    before = heard(ours)
    window.kill()
    window.wait()

    assert (before, heard(ours)) == (b"stuck", b"")
