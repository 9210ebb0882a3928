"""Driving the check-in page as a person does."""

from PySide6.QtCore import Qt

from kneecoach.domain.companions import Asks, Companion
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag, FlagEntry, Injury
from kneecoach.domain.person import Country
from kneecoach.domain.run import Run
from kneecoach.storage import diary, people, runs
from kneecoach.ui.changes import Changes
from kneecoach.ui.pages.check_in_page import CheckInPage
from tests.builders import PERSON_ID, a_person, a_routine
from tests.screening import NOW

SPOT = (Side.LEFT, "pes_anserine")
BONE = (Side.LEFT, "medial_tibial_plateau")
HOP = Companion(Asks.FLAG, flag=Flag.HOP_PAIN)


class Opener:
    """Opens the check-in over a real store, and hears what it signals in `heard`."""

    def __init__(self, qtbot, store):
        self._qtbot, self._store = qtbot, store
        self.heard = []

    def __call__(self, *entries, size=(1280, 800), routine="warm-up", needs="", **person):
        about = {"birth_year": 1990, "knee": Side.LEFT, "country": Country.EUROPE} | person
        with self._store.begin() as tx:
            people.add(tx, a_person(**about))
            for entry in entries:
                add = {FlagEntry: diary.add_flag, Injury: diary.add_injury, Run: runs.keep_run}.get(
                    type(entry), diary.add_pain
                )
                add(tx, PERSON_ID, entry)
        played = a_routine(id=routine, name="Warm-up")
        page = CheckInPage(self._store, PERSON_ID, played, wall=lambda: NOW, needs=needs, changes=Changes())
        page.heard = self.heard
        page.session_requested.connect(lambda routine_id, check_in: self.heard.append((routine_id, check_in.pain)))
        page.stopped.connect(lambda permission: self.heard.append(permission.verdict))
        page.back_requested.connect(lambda: self.heard.append("back"))
        self._qtbot.addWidget(page)
        page.resize(*size)
        with self._qtbot.waitExposed(page):
            page.show()
        page.setFocus()
        return page


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def answer(page, *yes):
    for family, row in page.form.questions.rows.items():
        row.answer.press(family in yes)


def chip(page, family, flag):
    return page.form.questions.rows[family].chips.chip(flag)


def lead(page):
    return page.footer.accessibleName()


def pressable(page):
    footer = page.footer
    buttons = {
        "leave": footer.leave,
        "short": footer.short,
        "start": footer.start,
        "calm": footer.calm,
        "save": footer.save,
        "summary": footer.summary,
    }
    return {name for name, button in buttons.items() if button.isVisibleTo(page) and button.isEnabled()}
