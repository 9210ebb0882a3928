"""The diary page: the days, the timeline, and the entry beside it."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.coaching import diary
from kneecoach.domain.bin_kind import Kind
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag
from kneecoach.domain.pain import Symptom
from kneecoach.storage import diary as diary_table
from kneecoach.ui.pages.diary_columns import FIRST_ENTRY
from kneecoach.ui.pages.diary_words import Shown
from tests.ui.pages.diaries import Diaries

DAY = timedelta(days=1)


@pytest.fixture
def open_diary(qtbot, store):
    return lambda **more: Diaries(qtbot, store, **more)


def test_an_empty_diary_says_where_entries_appear_and_offers_both(open_diary):
    opened = open_diary()

    assert FIRST_ENTRY in opened.reads()
    opened.page.columns.first_run.click()
    assert opened.runs == [None]
    opened.page.columns.first_pain.click()
    assert opened.panel.strip.hasFocus()


def test_days_stand_newest_first_with_their_entries_below(open_diary):
    def fill(opened):
        opened.log(2, ago=2 * DAY)
        opened.run(ago=2 * DAY + timedelta(hours=1))
        opened.log(3, ago=timedelta(hours=1), regions=("medial_joint_line",))

    opened = open_diary(fill=fill)

    assert opened.titles() == [
        "Today, Saturday 21",
        "Left, inner joint line",
        "Thursday 19",
        "Left, inner side, below the joint",
        "6.2 km easy, 38:38",
    ]


def test_the_filter_leaves_one_kind_and_says_when_there_is_none(open_diary):
    opened = open_diary(fill=lambda opened: opened.log())

    opened.page.columns.filter.press(Shown.RUNS)

    assert opened.titles() == []
    assert "No runs noted." in opened.reads()


def test_a_digit_saves_a_new_entry_at_the_last_place_and_enter_closes(open_diary):
    opened = open_diary(fill=lambda opened: opened.log(2, ago=DAY, regions=("medial_joint_line",)))

    opened.page.log_pain()
    opened.key(Qt.Key.Key_4)
    opened.key(Qt.Key.Key_Return)

    new = opened.pains()[-1]
    assert (new.score, new.side, new.regions) == (4, Side.LEFT, ("medial_joint_line",))
    assert not opened.page.columns.shows_entry()


def test_one_and_zero_make_ten_in_one_entry_with_nothing_in_the_bin(open_diary):
    opened = open_diary()

    opened.page.log_pain()
    opened.panel.strip._clock = lambda: 0.0
    opened.key(Qt.Key.Key_1)
    opened.key(Qt.Key.Key_0)

    assert [entry.score for entry in opened.pains()] == [10]
    assert diary.binned(opened.store, opened.person.id, opened.clock.wall()) == ()


def test_esc_before_a_digit_keeps_nothing(open_diary):
    opened = open_diary()

    opened.page.log_pain()
    opened.key(Qt.Key.Key_Escape)

    assert opened.pains() == []
    assert not opened.page.columns.shows_entry()


def test_undo_of_a_new_entry_takes_it_away(open_diary):
    opened = open_diary()
    opened.page.log_pain()
    opened.key(Qt.Key.Key_4)

    opened.notice.undo()

    assert opened.pains() == []
    assert not opened.page.columns.shows_entry()


def test_a_click_on_a_row_opens_it_and_a_change_is_kept_at_once(open_diary):
    opened = open_diary(fill=lambda opened: opened.log(3, ago=timedelta(hours=1)))

    opened.click_row(1)
    opened.panel.strip.press_digit(5)

    assert [entry.score for entry in opened.pains()] == [5]
    opened.notice.undo()
    assert [entry.score for entry in opened.pains()] == [3]
    assert opened.panel.strip.value() == 3


def test_delete_offers_undo(open_diary):
    opened = open_diary(fill=lambda opened: opened.log())
    opened.click_row(1)

    opened.key(Qt.Key.Key_Delete)

    assert opened.pains() == []
    assert opened.notice.text() == "The pain entry was deleted."
    opened.notice.undo()
    assert len(opened.pains()) == 1


def test_a_tap_on_the_other_knee_makes_an_entry_of_its_own(open_diary):
    opened = open_diary(fill=lambda opened: opened.log(3))
    opened.click_row(1)

    opened.panel.place.map.toggle((Side.RIGHT, "medial_joint_line"))

    places = {(entry.side, entry.regions) for entry in opened.pains()}
    assert places == {(Side.LEFT, ("pes_anserine",)), (Side.RIGHT, ("medial_joint_line",))}
    assert opened.panel.place.place() == (Side.RIGHT, ("medial_joint_line",))


def test_an_offered_place_moves_to_the_other_knee(open_diary):
    opened = open_diary(fill=lambda opened: opened.log(3, ago=DAY))
    opened.page.log_pain()
    opened.key(Qt.Key.Key_2)

    opened.panel.place.map.toggle((Side.RIGHT, "pes_anserine"))

    assert len(opened.pains()) == 2
    assert opened.pains()[-1].side is Side.RIGHT


def test_a_future_moment_is_refused_in_a_sentence(open_diary):
    opened = open_diary(fill=lambda opened: opened.log(3))
    opened.click_row(1)
    opened.panel.open_more(opened=True)

    fields = opened.panel.more.moment
    fields.time.set_text("23:00")
    fields.time.edit.editingFinished.emit()

    assert fields.error.text() == "That time is in the future."
    assert opened.pains()[0].at == opened.clock.wall()


def test_an_entry_for_a_day_before_is_marked_as_added_later(open_diary):
    opened = open_diary()
    opened.page.calendar.choose(date(2026, 11, 12))

    opened.key(Qt.Key.Key_N)
    opened.key(Qt.Key.Key_3)

    assert opened.pains()[0].at.date() == date(2026, 11, 12)
    assert "added later" in opened.reads().lower()
    assert opened.page.timeline.rows().line(1).later


def test_a_symptom_that_is_a_warning_sign_says_that_it_stays_open(open_diary):
    opened = open_diary(fill=lambda opened: opened.log(3))
    opened.click_row(1)
    opened.panel.open_more(opened=True)

    opened.panel.more.symptoms.chip(Symptom.GIVES_WAY).click()

    assert "warning sign" in opened.notice.text()
    with opened.store.begin() as tx:
        assert [entry.flag for entry in diary_table.flags(tx, opened.person.id)] == [Flag.GIVES_WAY]


def test_what_was_used_that_day_is_yes_no_or_unknown(open_diary):
    opened = open_diary(fill=lambda opened: opened.log(3))
    opened.click_row(1)
    opened.panel.open_more(opened=True)
    answers = opened.panel.more.supports
    assert all(answer.value() is None for answer in answers.values())

    sleeve, painkiller = next(iter(answers)), list(answers)[-1]
    answers[sleeve].press(True)
    answers[painkiller].press(False)

    support = opened.page._book.support_on(opened.clock.wall().date())
    assert (support.used, support.not_used) == ((sleeve,), (painkiller,))


def test_a_note_is_kept_when_the_window_is_closed(open_diary):
    opened = open_diary(fill=lambda opened: opened.log(3))
    opened.click_row(1)
    opened.panel.note.setFocus()
    QTest.keyClicks(opened.panel.note, "On the bend, Peter")

    opened.window.close()

    assert opened.pains()[0].note == "On the bend, Peter"


def test_the_keys_move_days_months_and_back_to_today(open_diary):
    opened = open_diary()
    calendar = opened.page.calendar
    calendar.grid.setFocus()

    opened.key(Qt.Key.Key_Left)
    assert calendar.day() == date(2026, 11, 20)
    opened.key(Qt.Key.Key_Down)
    assert calendar.day() == date(2026, 11, 27)
    opened.key(Qt.Key.Key_PageUp)
    assert calendar.month() == date(2026, 10, 1)
    opened.key(Qt.Key.Key_T)
    assert calendar.day() == date(2026, 11, 21)


def test_a_day_long_ago_is_read_when_it_is_chosen(open_diary):
    def fill(opened):
        opened.log(3)
        opened.log(6, ago=900 * DAY, regions=("patellar_tendon",))

    opened = open_diary(fill=fill)

    opened.page.calendar.choose(opened.clock.wall().date() - 900 * DAY)

    assert "Left, tendon below the kneecap" in opened.titles()


def test_a_full_disk_is_said_and_the_entry_shows_what_is_kept(open_diary):
    opened = open_diary(fill=lambda opened: opened.log(3))
    opened.click_row(1)
    opened.store.full = True

    opened.panel.strip.press_digit(8)

    assert "disk is full" in opened.notice.text()
    assert opened.panel.strip.value() == 3


def test_a_session_opens_its_summary_and_a_run_its_form(open_diary):
    opened = open_diary(fill=lambda opened: opened.run(ago=DAY))
    opened.click_row(1)

    opened.page.columns.other.change.click()

    assert [run.distance_m for run in opened.runs] == [6_200]


def test_a_deleted_run_takes_its_pain_along_and_comes_back_with_it(open_diary):
    opened = open_diary(fill=lambda opened: opened.run(ago=DAY, pain_max=4))
    opened.click_row(1)

    opened.page.columns.other.delete.click()
    assert opened.pains() == []

    opened.notice.undo()
    assert [entry.score for entry in opened.pains()] == [4]


def test_what_was_deleted_elsewhere_is_no_longer_shown(open_diary):
    opened = open_diary(fill=lambda opened: opened.log(3))
    opened.click_row(1)
    (entry,) = opened.pains()

    diary.delete(opened.store, opened.person.id, Kind.PAIN, entry.id, opened.clock.wall())
    opened.changes.diary.emit()

    assert not opened.page.columns.shows_entry()
    assert opened.titles() == []
