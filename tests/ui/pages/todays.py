"""Records of a knee for Today, and the page over them."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from kneecoach.domain.exercise import Side
from kneecoach.domain.finding import Record
from kneecoach.domain.flag import FlagEntry
from kneecoach.domain.pain import PainEntry, PainPhase
from kneecoach.domain.settings import Settings
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.storage.glance import Glance
from kneecoach.ui.changes import Changes
from kneecoach.ui.pages.today_page import TodayPage
from tests.made_up import SATURDAY, a_runner, a_session_of

EXERCISES, ROUTINES = load_exercises(), load_routines()


def a_glance(**more) -> Glance:
    person = more.pop("person", None) or a_runner(name="", worst_pain=4)
    flags = tuple(FlagEntry(uuid4(), flag, SATURDAY) for flag in more.pop("flags", ()))
    pains = more.pop("pains", ())
    fields = {
        "person": person,
        "settings": Settings(),
        "record": Record(person=person, flags=flags, pains=pains),
        "last_sessions": (),
        "open_session": None,
    }
    return Glance(**fields | more)


def played(days_ago=0, *, routine="warm-up", before=3, after=2, **more):
    person = more.pop("person", None) or a_runner()
    at = SATURDAY - timedelta(days=days_ago, hours=1)
    return replace(a_session_of(person, routine, at, before=before, after=after), **more)


def left_open(done=6):
    return a_session_of(a_runner(), "warm-up", SATURDAY, before=3, after=None, done=done)


def a_pain(days_ago=1, score=3, regions=("pes_anserine",), side=Side.LEFT):
    return PainEntry(uuid4(), SATURDAY - timedelta(days=days_ago), score, side, regions, PainPhase.AFTER_RUN)


def a_today(qtbot, glance, *, look=None, changes=None, size=(1072, 800)):
    page = TodayPage(
        glance,
        look or (lambda: glance),
        wall=lambda: SATURDAY,
        exercises=EXERCISES,
        routines=ROUTINES,
        changes=changes or Changes(),
    )
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    qtbot.waitExposed(page)
    return page
