"""The page of returning to running: any stage can be looked at, keys lead on, and what it read is read again."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kneecoach.coaching.returning import Returning
from kneecoach.domain.advice.ready import Before, Condition
from kneecoach.domain.advice.returning import STAGES, Standing, Step
from kneecoach.domain.advice.stage_words import return_finding
from kneecoach.domain.finding import Finding, Level, Record
from kneecoach.domain.flag import Flag, FlagEntry
from kneecoach.domain.screening import may_start
from kneecoach.ui.changes import Changes
from kneecoach.ui.pages.return_page import ReturnPage
from kneecoach.ui.theme import Theme, apply_theme
from tests.domain.advice.logs import PROFILE, day, moment
from tests.domain.advice.test_vectors import clean

NOW = moment(9, 10)
MET = Condition(Before.REST, "A day off since the last run", met=True, said="5 June")
NOT_MET = replace(MET, met=False, said="9 June")


def a_returning(
    *attempts, stage=2, step=Step.REPEAT, conditions=(MET,), from_day=9, read=(), record=None, clean_ones=0
):
    stands = Standing(STAGES[stage], step, day(from_day), read, clean_ones)
    permission = may_start(record or Record(), NOW)
    return Returning(
        NOW, permission, stands, attempts, return_finding(stands, attempts, PROFILE), conditions, 2, PROFILE
    )


class Opened:
    def __init__(self, qtbot):
        self.found = a_returning()
        self.changes = Changes()
        self.page = ReturnPage(self.read, changes=self.changes)
        self.reads = 0
        qtbot.addWidget(self.page)
        self.page.resize(1072, 800)

    def read(self):
        self.reads += 1
        return self.found

    def show(self, found=None):
        self.found = found or self.found
        self.page.show() if not self.page.isVisible() else self.page.refresh()
        return self.page


@pytest.fixture
def opened(qtbot):
    return Opened(qtbot)


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Return, "warm_up_requested"),
        (Qt.Key.Key_Enter, "warm_up_requested"),
        (Qt.Key.Key_T, "timer_requested"),
        (Qt.Key.Key_R, "log_requested"),
        (Qt.Key.Key_Escape, "back_requested"),
    ],
)
def test_keys_lead_on(qtbot, opened, key, signal):
    page = opened.show()

    with qtbot.waitSignal(getattr(page, signal)):
        QTest.keyClick(page, key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_T])
def test_the_walk_needs_no_warm_up(qtbot, opened, key):
    page = opened.show(a_returning(stage=0, step=Step.BEGIN))
    assert not page.today.warm_up.isVisible()

    with qtbot.waitSignal(page.timer_requested):
        QTest.keyClick(page, key)


@pytest.mark.parametrize(
    "found",
    [
        a_returning(conditions=(NOT_MET,), from_day=11),
        a_returning(from_day=11),
        a_returning(stage=6, step=Step.DONE),
        a_returning(record=Record(flags=(FlagEntry(UUID(int=1), Flag.LOCKED, NOW),))),
    ],
)
def test_where_it_may_not_be_done_no_key_begins_it(qtbot, opened, found):
    page = opened.show(found)

    with qtbot.assertNotEmitted(page.timer_requested), qtbot.assertNotEmitted(page.warm_up_requested):
        QTest.keyClick(page, Qt.Key.Key_T)
        QTest.keyClick(page, Qt.Key.Key_Return)


def test_other_keys_and_held_ones_do_nothing(qtbot, opened):
    page = opened.show()

    with qtbot.assertNotEmitted(page.timer_requested):
        QTest.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(page, Qt.Key.Key_X)


def test_any_stage_is_looked_at_by_arrows_and_clicks_and_none_is_begun_by_it(opened):
    page = opened.show()
    QTest.keyClick(page.ladder, Qt.Key.Key_Right)
    QTest.keyClick(page.ladder, Qt.Key.Key_Right)
    assert page.ladder.stage_looked_at() is STAGES[4]

    QTest.mouseClick(page.ladder, Qt.MouseButton.LeftButton, pos=page.ladder.columns()[6].center())
    QTest.keyClick(page.ladder, Qt.Key.Key_Right)
    assert page.ladder.stage_looked_at() is STAGES[6]
    assert page.ladder.accessibleDescription().startswith("Stage 6: 22 minutes of easy running")

    QTest.keyClick(page.ladder, Qt.Key.Key_Home)
    QTest.mouseClick(page.ladder, Qt.MouseButton.RightButton, pos=QPoint(4, 4))
    QTest.keyClick(page.ladder, Qt.Key.Key_Left)
    assert page.ladder.stage_looked_at() is STAGES[5]
    assert page.found.standing.stage is STAGES[2]


def test_a_day_of_the_table_leads_to_its_run(qtbot, opened):
    attempts = (clean(5, 2), clean(7, 2, pain_max=4))
    page = opened.show(a_returning(*attempts, step=Step.HOLD, read=(attempts[-1].id,)))

    with qtbot.waitSignal(page.run_requested) as told:
        page.move_on.days[1].click()

    assert told.args == [attempts[1].id]
    assert [one.text() for one in page.move_on.days] == ["Sat 6", "Mon 8"]


def test_what_changes_is_read_again_while_it_is_seen(opened):
    page = opened.show()
    before = opened.reads

    opened.changes.diary.emit()
    assert opened.reads == before + 1
    page.hide()
    opened.changes.diary.emit()
    assert opened.reads == before + 1


def test_a_stop_of_another_rule_stands_before_the_stage(opened):
    stop = Finding("R13", Level.STOP, None, "Rest today", "You logged 5.", (), "source", "later")
    found = a_returning()
    found = replace(found, permission=replace(found.permission, findings=(stop, replace(stop, title="No run"))))

    page = opened.show(found)

    assert page.banner.isVisible()
    assert page.banner.accessibleName() == "Rest today. You logged 5. No run."
    assert page.today.isVisible()


def test_a_red_flag_hides_every_hint(opened):
    page = opened.show()
    assert page.today.isVisible()

    record = Record(flags=(FlagEntry(UUID(int=2), Flag.BREATHLESS_OR_CHEST_PAIN, NOW),))
    opened.show(a_returning(record=record))

    assert not page.today.isVisible()
    assert not page.ladder.isVisible()
    assert "112" in page.banner.accessibleName()
    opened.show(a_returning())
    assert page.today.isVisible()
    assert not page.banner.isVisible()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_it_paints_at_any_text_size(qapp, opened, theme):
    attempts = (clean(3, 1), clean(5, 1, limp=True), clean(7, 2, swelling=None))
    page = opened.show(a_returning(*attempts, clean_ones=1))

    apply_theme(qapp, theme, text_scale=1.35)

    assert not page.grab().isNull()
    assert page.today.height() > 0


def test_in_a_narrow_window_the_table_gives_way(opened):
    page = opened.show()
    wide = page.move_on.width()

    page.resize(900, 640)

    assert page.move_on.width() < wide


def test_with_large_letters_the_table_stands_below(qapp, opened):
    page = opened.show()
    assert page.move_on.x() > page.today.x()

    apply_theme(qapp, Theme.LIGHT, text_scale=1.35)
    page.grab()

    assert page.move_on.x() == page.today.x()
    assert page.move_on.y() > page.today.y()
