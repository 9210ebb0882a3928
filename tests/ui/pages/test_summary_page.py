"""The summary: what was done, corrections, pain after, and what is next."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.domain.errors import InvalidInput
from kneecoach.domain.session_record import SessionStatus, SetStatus
from tests.fakes import FULL_DISK
from tests.ui.pages.summing import Summed, a_record

Key = Qt.Key


@pytest.fixture
def summed(qtbot):
    def make(record=None, **more):
        return Summed(qtbot, record or a_record(), **more)

    return make


def test_it_shows_minutes_sets_and_what_was_cut_short(summed):
    on = summed()

    assert on.page.title.text() == "A routine done"
    assert on.page.active.text() == "3:20"
    assert on.page.done_sets.text() == "5"
    assert on.page._of_sets.text() == "of 6 sets"
    assert on.page._missing.text() == "1 of exercise 1 cut short"
    assert [row.done.text() for row in on.page.table.rows] == ["2 of 2 sets", "36 of 40 reps"]


def test_a_count_is_corrected_where_it_stands(summed):
    on = summed()
    row = on.page.table.rows[1]

    QTest.keyClick(row.done, Key.Key_Return)
    box = row.boxes()[5]
    opened = box.isVisible()
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "10")
    QTest.keyClick(box, Key.Key_Return)

    assert opened
    assert on.kept().sets[5].reps == 10
    assert on.kept().sets[5].status is SetStatus.DONE
    assert row.done.text() == "40 of 40 reps"
    assert on.page.done_sets.text() == "6"
    assert on.changed
    assert on.finished == []


def test_timed_work_is_not_corrected(summed):
    row = summed().page.table.rows[0]

    assert not row.done.isEnabled()
    assert row.boxes() == {}


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (None, "Not given yet. You can finish without it; Today asks once later."),
        (3, "The same as before."),
        (2, "One point lower than before. That is within normal day-to-day change."),
        (4, "One point higher than before. That is within normal day-to-day change."),
        (1, "Two points lower than before. One session alone proves little; the trend tells more."),
        (5, "Two points higher than before. Walk today, and leave the run for another day."),
    ],
)
def test_the_change_of_pain_is_said_honestly(summed, after, said):
    on = summed()

    if after is not None:
        QTest.keyClick(on.page, str(after))

    assert on.page.pain.change() == said


def test_two_points_up_mean_walking_and_a_caution(summed):
    on = summed()

    QTest.keyClick(on.page, "5")

    assert on.titles()[0] == "Walk today, no run"
    assert on.page.pain._icon.isVisible()


def test_without_a_complete_check_in_no_run_is_suggested(summed):
    on = summed()

    QTest.keyClick(on.page, "2")

    assert on.titles() == ["Keep it easy today", "Notice tomorrow morning"]


def test_without_a_score_it_asks_for_one_before_it_says_what_is_next(summed):
    on = summed()

    assert on.titles()[0] == "How is the knee now?"
    assert not on.page.save.isEnabled()


def test_enter_saves_the_pain_and_finishes(summed):
    on = summed()

    QTest.keyClick(on.page, "2")
    QTest.keyClick(on.page, Key.Key_Return)

    assert on.kept().pain_after == 2
    assert on.finished == [1]


def test_escape_keeps_the_session_without_the_pain(summed):
    on = summed()
    QTest.keyClick(on.page, "2")
    on.page.note.edit.setText("lunges pulled on the right")

    QTest.keyClick(on.page, Key.Key_Escape)
    on.page.put_away()

    assert on.kept().pain_after is None
    assert on.kept().note == "lunges pulled on the right"
    assert on.finished == [1]


def test_a_window_closed_on_it_keeps_what_was_given(summed):
    on = summed()
    QTest.keyClick(on.page, "1")

    on.page.put_away()

    assert on.kept().pain_after == 1


def test_a_note_is_saved_when_it_is_left_and_has_an_end(summed):
    on = summed()
    QTest.keyClicks(on.page.note.edit, "easy <b>")

    on.page.note.edit.editingFinished.emit()

    assert on.kept().note == "easy <b>"
    assert on.page.note.edit.maxLength() == 2_000


def test_digits_in_the_note_are_no_pain(summed):
    on = summed()

    QTest.keyClicks(on.page.note.edit, "7 km planned")

    assert on.page.note.text() == "7 km planned"
    assert on.page.pain.strip.value() is None


def test_ended_early_asks_for_the_reason_once(summed):
    on = summed(a_record(status=SessionStatus.STOPPED))

    on.page.reasons.chip("pain").click()
    on.page.reasons.chip("time").click()

    assert on.page.title.text() == "Stopped early"
    assert on.kept().stop_reason == "time"
    assert on.page.reasons.value() == {"time"}


def test_a_reason_that_is_known_is_not_asked_again(summed):
    on = summed(a_record(status=SessionStatus.STOPPED, stop_reason="pain"))
    QTest.keyClick(on.page, "2")

    assert not hasattr(on.page, "reasons")
    assert on.titles() == ["Walk today, no run", "Pain that stays or returns", "Notice tomorrow morning"]
    assert on.page.next.steps()[0].text.startswith("Stopping for pain is doing it right.")


def test_a_full_disk_is_told_and_the_page_stays(summed):
    on = summed()
    QTest.keyClick(on.page, "2")
    on.store.full = True

    QTest.keyClick(on.page, Key.Key_Return)

    assert on.finished == []
    assert on.page.footer.accessibleName() == FULL_DISK
    on.store.full = False
    QTest.keyClick(on.page, Key.Key_Return)
    assert on.finished == [1]


def test_a_correction_that_the_disk_refuses_shows_the_old_count(summed):
    on = summed()
    row = on.page.table.rows[1]
    on.store.full = True

    row.boxes()[5].setValue(9)

    assert on.page.footer.accessibleName() == FULL_DISK
    assert row.boxes()[5].value() == 6


def test_a_session_some_days_back_asks_for_pain_after_and_says_nothing_of_now(summed):
    on = summed(a_record(pain_after=2), later=timedelta(days=3))

    assert not on.page.next.isVisible()
    assert on.page.pain.strip.value() == 2
    assert not on.page.skip.isVisible()
    assert on.page.save.isEnabled()


def test_a_session_never_asked_before_is_not_compared(summed):
    on = summed(a_record(pain_before=None))

    QTest.keyClick(on.page, "2")

    assert on.page.pain.change() == "There is no score from before to compare it with."


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_the_foot_stays_in_the_window_and_nothing_is_cut_off_sideways(summed, size):
    on = summed(a_record(status=SessionStatus.STOPPED), size=size)
    on.page.table.rows[1].done.click()
    on.page.grab()

    inside = on.page._right.parentWidget()
    assert on.page.footer.geometry().bottom() < size[1]
    assert inside.minimumSizeHint().width() <= on.page.width()
    assert on.page._right.geometry().right() <= inside.width()


def test_a_deleted_session_is_refused_in_a_sentence(summed):
    on = summed()
    with on.store.begin() as tx:
        tx.exec_driver_sql("DELETE FROM session")

    with pytest.raises(InvalidInput, match="This session was deleted"):
        on.page._read()


def test_a_session_of_skipped_sets_asks_once_what_kept_you(summed):
    skipped = tuple(replace(one, status=SetStatus.SKIPPED, reps=None, seconds=0.0) for one in a_record().sets)
    on = summed(a_record(sets=skipped))
    assert on.page.title.text() == "Nothing done this time"
    on.page.reasons.chip("time").click()

    again = summed(a_record(sets=skipped, stop_reason="time"))

    assert on.kept().stop_reason == "time"
    assert not hasattr(again.page, "reasons")


def test_how_hard_it_was_is_kept_at_once_with_the_load_beside_it(summed):
    here = summed()
    assert here.page.effort.scale.value() is None
    assert here.page.effort.load.text() == "Load –"

    here.page.effort.scale.press_digit(6)

    assert here.kept().effort == 6
    assert here.kept().pain_after is None
    assert here.page.effort.load.text() != "Load –"


def test_an_effort_that_the_disk_refuses_is_said_at_the_foot(summed):
    here = summed()
    here.store.full = True

    here.page.effort.scale.press_digit(6)
    here.store.full = False

    assert here.kept().effort is None
    assert here.page.footer.accessibleName().startswith(FULL_DISK)
