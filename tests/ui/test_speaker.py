"""The process that speaks: the mock is never taken for a voice, and each wish reaches the speech service."""

import sys
from enum import Enum
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale, QObject, Signal

from kneecoach.ui import speaker


class State(Enum):
    Ready = 0
    Error = 1


class ScriptedSpeech(QObject):
    """A speech service that does what it is told, and keeps it."""

    stateChanged = Signal(object)  # noqa: N815 - Qt's own name

    State = State

    def __init__(self, state=State.Ready, locales=("de_DE", "en_GB")):
        super().__init__()
        self._state, self._locales = state, locales
        self.told = []

    def state(self):
        return self._state

    def locale(self):
        return QLocale(self._locales[0])

    def availableLocales(self):  # noqa: N802
        return [QLocale(name) for name in self._locales]

    def setLocale(self, locale):  # noqa: N802
        self.told.append(("locale", locale.name()))

    def setVolume(self, volume):  # noqa: N802
        self.told.append(("volume", volume))

    def setRate(self, rate):  # noqa: N802
        self.told.append(("rate", rate))

    def stop(self):
        self.told.append(("stop",))

    def say(self, text):
        self.told.append(("say", text))


@pytest.fixture
def speaking(qapp, monkeypatch):  # noqa: ARG001 - signals need an application
    """A speaker on a scripted service; it would end this process when nobody writes to it, so it does not listen."""
    monkeypatch.setattr(speaker.Speaker, "_listen", lambda _self: None)

    def build(**more):
        speech = ScriptedSpeech(**more)
        made = speaker.Speaker(speech, "speechd")
        made.begin()
        return made, speech

    return build


def engines(monkeypatch, *names):
    module = ModuleType("PySide6.QtTextToSpeech")
    module.QTextToSpeech = type("QTextToSpeech", (), {"availableEngines": staticmethod(lambda: list(names))})
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", module)
    monkeypatch.setattr(speaker, "QCoreApplication", lambda _arguments: None)


def test_the_mock_is_not_taken_for_a_voice(monkeypatch, capsys):
    engines(monkeypatch, "mock")

    code = speaker.main()

    assert code == 0
    assert capsys.readouterr().out == "none The desktop has no speech service.\n"


def test_it_tells_what_speaks_and_prefers_english(speaking, capsys):
    _, speech = speaking()

    assert capsys.readouterr().out == "ready speechd, English\n"
    assert speech.told == [("locale", "en_GB")]


def test_a_service_that_gets_ready_later_is_told_then(speaking, capsys):
    _, speech = speaking(state=None)
    before = capsys.readouterr().out
    speech._state = State.Ready

    speech.stateChanged.emit(State.Ready)

    assert before == ""
    assert capsys.readouterr().out.startswith("ready")


def test_a_service_without_a_voice_is_refused(speaking, capsys):
    speaking(locales=())

    assert capsys.readouterr().out == "none The desktop's speech service has no voice.\n"


def test_each_wish_reaches_the_service_and_what_is_said_is_answered(speaking, capsys):
    made, speech = speaking()
    capsys.readouterr()

    for line in ('{"volume": 0.4}', '{"slow": true}', '{"say": "One."}', '{"stop": true}'):
        made.obey(line)

    assert speech.told[1:] == [("volume", 0.4), ("rate", speaker.SLOWER), ("stop",), ("say", "One."), ("stop",)]
    assert capsys.readouterr().out == "said\n"
