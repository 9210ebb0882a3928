"""Warning signs and injuries in the diary: answered, the answer taken back, never deleted."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kneecoach.coaching import check_in
from kneecoach.domain.flag import ONLY_LOGGED, Closed, Closing, Flag, answers_of
from kneecoach.storage import diary as diary_table
from kneecoach.ui.pages.diary_answer import AnswerBox
from kneecoach.ui.widgets.segmented import Segment
from tests.ui.pages.diaries import Diaries

DAY = timedelta(days=1)


@pytest.fixture
def answering(qtbot, store):
    """The panel of a sign that was noted three days ago."""

    def of(flag):
        def fill(opened):
            check_in.note_flags(opened.store, opened.person.id, (flag,), opened.clock.wall() - 3 * DAY)

        opened = Diaries(qtbot, store, fill=fill, size=(1024, 640))
        opened.click_row(1)
        return opened

    return of


def flag_of(opened):
    with opened.store.begin() as tx:
        (flag,) = diary_table.flags(tx, opened.person.id)
    return flag


def asked(opened):
    return opened.page.columns.other.row


def test_a_warning_sign_is_answered_and_never_deleted(answering):
    opened = answering(Flag.CATCHES)
    assert not opened.page.columns.other.delete.isVisible()

    opened.key(Qt.Key.Key_Delete)
    asked(opened).choice.press(Closing.GONE)
    opened.page.delete_chosen()

    assert flag_of(opened).closed == Closed(Closing.GONE, opened.clock.wall().date())
    assert "Gone, 21 November" in opened.reads()
    assert asked(opened) is None


def test_an_answer_is_taken_back_while_the_notice_stands(answering):
    opened = answering(Flag.CATCHES)
    asked(opened).choice.press(Closing.GONE)

    opened.notice.undo()

    assert flag_of(opened).is_open
    assert asked(opened) is not None


def test_seen_needs_its_day(answering):
    opened = answering(Flag.CATCHES)

    asked(opened).choice.press(Closing.SEEN)
    assert flag_of(opened).is_open
    opened.key(Qt.Key.Key_Down)
    opened.key(Qt.Key.Key_Down)

    assert flag_of(opened).closed.how is Closing.SEEN


def test_an_emergency_is_never_gone(answering):
    opened = answering(Flag.FOOT_COLD_PALE)

    assert "This needs a clinician's answer" in opened.reads()
    asked(opened).choice.press(Closing.MISTAKE)

    assert flag_of(opened).closed.how is Closing.MISTAKE


def test_all_of_the_question_is_seen_in_a_small_window(answering):
    opened = answering(Flag.CATCHES)

    panel, choice = opened.page.columns.other, asked(opened).choice
    right = choice.mapTo(panel, choice.rect().topRight()).x()
    assert right < panel.width()


def test_a_sign_of_the_same_day_that_is_gone_can_still_be_answered_as_seen_and_taken_back(answering):
    opened = answering(Flag.LOCKED)
    asked(opened).choice.press(Closing.GONE)
    was = flag_of(opened).closed
    assert "Gone or not, it should be looked at" in opened.reads()

    asked(opened).choice.press(Closing.SEEN)
    opened.key(Qt.Key.Key_Down)
    opened.key(Qt.Key.Key_Down)

    assert flag_of(opened).closed.how is Closing.SEEN
    assert asked(opened) is None
    opened.notice.undo()
    assert flag_of(opened).closed == was


def test_soreness_over_bone_that_is_open_again_is_answered_as_seen_only(qtbot):
    box = AnswerBox(date(2026, 11, 20), date(2026, 11, 21), answers=answers_of(Flag.BONE_SORE))
    qtbot.addWidget(box)

    assert [segment.text() for segment in box.findChildren(Segment)] == ["Seen"]
    assert any(label.text() == ONLY_LOGGED for label in box.findChildren(QLabel))
