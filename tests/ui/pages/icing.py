"""Opening the two pages of the ice over a real store, their time in our hands."""

from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.coaching import diary, people
from kneecoach.coaching.ice import BeforeIce
from kneecoach.domain.exercise import Side
from kneecoach.domain.ice import Ice
from kneecoach.domain.ice_timer import IceTimer
from kneecoach.domain.pain import PainEntry
from kneecoach.ui.pages.ice_before_page import IceBeforePage
from kneecoach.ui.pages.ice_clock import IceClock
from kneecoach.ui.pages.ice_page import IcePage
from tests.builders import PERSON_ID, a_person
from tests.fakes import FickleStore, HandClock, ScriptedAwake, SilentSounds, SilentVoice

SORE = PainEntry(UUID(int=5), HandClock().wall(), 3, Side.LEFT, ("pes_anserine",))
NOTHING = BeforeIce(None, None, asked=True)


def keyed(page, *keys):
    for key in keys:
        QTest.keyClick(page, key)


def a_before_page(qtbot, *, last=None, pain=SORE, asked=True):
    page = IceBeforePage(BeforeIce(last, pain, asked), wall=HandClock().wall)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    with qtbot.waitExposed(page):
        page.show()
    return page


def an_ice(ago=timedelta(hours=1), minutes=20):
    return Ice(UUID(int=9), HandClock().wall() - ago, minutes)


class Icing:
    """An ice that has just begun."""

    def __init__(self, qtbot, store, *, minutes=20, pain=SORE, **edges):
        people.introduce(store, a_person(), {}, SORE.at)
        self.store = FickleStore(store)
        self.time = HandClock()
        self.sounds, self.voice = edges.get("sounds") or SilentSounds(), edges.get("voice") or SilentVoice()
        self.awake = edges.get("awake") or ScriptedAwake()
        timer = IceTimer(minutes, past_caution=minutes > 20)
        clock = IceClock(timer, self.store, PERSON_ID, cloth=True, now=self.time.now, wall=self.time.wall)
        self.page = IcePage(clock, pain, sounds=self.sounds, voice=self.voice, awake=self.awake)
        self.ended = []
        self.page.ended.connect(lambda: self.ended.append(clock.kept))
        qtbot.addWidget(self.page, before_close_func=IcePage.put_away)
        self.page.resize(1280, 800)
        with qtbot.waitExposed(self.page):
            self.page.show()

    def on_for(self, seconds):
        self.time.pass_by(seconds)
        self.page.clock.tick()

    def key(self, *keys):
        keyed(self.page, *keys)

    def click(self, name):
        QTest.mouseClick(getattr(self.page.controls, name), Qt.MouseButton.LeftButton)

    def shown(self):
        return [name for name in BUTTONS if getattr(self.page.controls, name).isVisible()]

    def entries(self):
        found = diary.read_diary(self.store, PERSON_ID).entries
        return [entry for entry in found if isinstance(entry, Ice)]


BUTTONS = ("pause", "fine", "not_fine", "again", "close_page", "longer", "shorter", "end", "leave")
