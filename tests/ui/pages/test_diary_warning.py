"""What a high pain calls for is said in the panel at the moment it is logged, and when it hurt is never made up."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.pain import Amount, PainPhase, Symptom
from kneecoach.ui.pages.pain_entry_panel import UNSAID
from kneecoach.ui.widgets.card import Kind
from tests.ui.pages.diaries import Diaries


@pytest.fixture
def opened(qtbot, store):
    return Diaries(qtbot, store)


def log(opened, key):
    opened.page.log_pain()
    opened.key(key)


def warning(opened):
    """What the banner says; "" while it is not shown."""
    return opened.panel.warning.accessibleName() if opened.panel.warning.isVisible() else ""


def test_eight_is_answered_at_once_and_the_words_stay_while_more_is_said(opened):
    log(opened, Qt.Key.Key_8)

    assert "Calm-down day only." in warning(opened)
    assert "Ask a clinician" in warning(opened)
    opened.panel.note.setPlainText("on the way home")
    opened.panel.settle()
    assert "Ask a clinician" in warning(opened)


def test_a_milder_pain_said_right_after_takes_the_words_back(opened):
    log(opened, Qt.Key.Key_8)

    opened.key(Qt.Key.Key_2)

    assert warning(opened) == ""


def test_six_is_a_calm_down_day_without_a_red_flag(opened):
    log(opened, Qt.Key.Key_6)

    assert "A run needs 2 or less" in warning(opened)
    assert opened.panel.warning._kind is Kind.WARN


def test_little_pain_is_left_in_peace(opened):
    log(opened, Qt.Key.Key_2)

    assert warning(opened) == ""


def test_clear_swelling_and_a_warning_sign_are_answered_too(opened):
    log(opened, Qt.Key.Key_1)
    opened.panel.open_more(opened=True)

    opened.panel.more.swelling.chip(Amount.CLEAR).click()
    assert "swelling" in warning(opened)

    opened.panel.more.symptoms.chip(Symptom.HARD_TO_BEAR_WEIGHT).click()
    assert opened.panel.warning._kind is Kind.STOP


def test_undo_of_a_change_takes_its_words_back(opened):
    log(opened, Qt.Key.Key_1)
    opened.panel.more.swelling.chip(Amount.CLEAR).click()

    opened.notice.undo()

    assert warning(opened) == ""


def test_another_entry_is_shown_without_the_words_of_the_last_one(qtbot, store):
    opened = Diaries(qtbot, store, fill=lambda opened: opened.log(1, ago=timedelta(hours=3)))
    log(opened, Qt.Key.Key_8)

    opened.page.timeline.choose(opened.pains()[0].id)
    opened.page._choose(opened.pains()[0])

    assert warning(opened) == ""


def test_the_other_knee_has_its_own_words(opened):
    log(opened, Qt.Key.Key_8)
    place = opened.panel.place

    place.other_knee.emit((next(iter(place._sides())), "pes_anserine"))

    assert "Ask a clinician" in warning(opened)


def test_what_can_not_be_read_again_is_said(opened):
    log(opened, Qt.Key.Key_2)
    opened.store.full = True

    opened.changes.diary.emit()

    assert opened.notice.text()


def test_when_it_hurt_stays_unsaid_until_it_is_chosen_and_can_be_unsaid_again(opened):
    log(opened, Qt.Key.Key_3)
    phase = opened.panel.phase

    assert (opened.pains()[-1].phase, phase.currentText()) == (None, UNSAID)
    assert phase.isVisible()
    phase.setFocus()
    opened.key(Qt.Key.Key_Down)
    assert opened.pains()[-1].phase is PainPhase.REST
    opened.key(Qt.Key.Key_Up)
    assert opened.pains()[-1].phase is None
