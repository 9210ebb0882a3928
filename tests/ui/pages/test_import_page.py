"""The import page by clicks and keys: what it shows while files are read, what it asks, and what it would add."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt

from kneecoach.coaching.imports import Pair, Sorted
from kneecoach.domain.activity import Activity, ActivityKind
from kneecoach.domain.errors import DiskTrouble
from kneecoach.domain.person import Units
from kneecoach.domain.run import Run, RunKind
from kneecoach.exchange.runs.found import Found, NotARun, Refused
from kneecoach.exchange.runs.sources import CUT
from kneecoach.ui.dialogs.compare_runs import CompareRuns
from kneecoach.ui.pages.import_batch import Answer
from tests.scenes_import import a_found
from tests.ui.pages.importing import NOW, Importing

DAY = timedelta(days=1)
RIDE = NotARun(Activity(UUID(int=9), NOW - DAY, ActivityKind.BIKE, 40), "ride.gpx", "A bike ride, 40 minutes.")
BROKEN = Refused("broken.fit", CUT)


def new(number, *, days=1, metres=6_200):
    return a_found(number, NOW - days * DAY, metres, 2_320, f"run_{number}.fit", RunKind.EASY)


def pair(number, *, source="", file=""):
    found = new(number)
    return Pair(found, found.run, Run(UUID(int=number), NOW - DAY, 6_000, source=source), file)


@pytest.fixture
def importing(qtbot):
    return Importing(qtbot)


def test_files_and_folders_are_asked_for_before_anything_was_chosen(importing):
    importing.click(importing.page.start.files)
    importing.click(importing.page.start.folder)

    assert importing.asked == ["files", "folder"]
    assert not importing.page.footer.add.isEnabled()


def test_while_files_are_read_the_foot_says_how_far_and_nothing_can_be_added(importing):
    importing.page.read([Path("a.fit"), Path("b.fit")])
    importing.readings[0].progressed.emit(1, 4, "b.fit")

    assert "Reading, 1 of 4 files" in importing.foot
    assert "b.fit" in importing.foot
    assert importing.page.footer.share() == 0.25
    importing.key(Qt.Key.Key_Return)
    assert importing.added == []


def test_runs_appear_before_the_reading_ends(importing):
    importing.page.read([Path("a.fit")])
    importing.readings[0].came.emit([Sorted(new=(new(1),))])

    importing.qtbot.wait_until(lambda: len(importing.page.new.rows) == 1)
    assert importing.page.reading


def test_pain_and_effort_are_told_by_keys_and_what_is_not_told_stays_unknown(importing):
    importing.read(new(1, days=2), new(2))

    importing.key(Qt.Key.Key_3)
    importing.key(Qt.Key.Key_E)
    importing.key(Qt.Key.Key_5)
    assert "2 runs, 12.4 km. Pain is missing for one." in importing.foot
    importing.key(Qt.Key.Key_Return)

    (chosen,) = importing.added
    told = [(found.run.pain_max, found.run.effort, found.run.kind) for found in chosen.found]
    assert told == [(3, 5, RunKind.EASY), (None, None, RunKind.EASY)]


def test_a_run_that_is_not_ticked_stays_out(importing):
    importing.read(new(1), new(2))

    importing.key(Qt.Key.Key_Space)
    assert importing.page.footer.add.text() == "Add 1 run"
    importing.click(importing.page.new.rows[1].tick)

    assert "No run is ticked." in importing.foot
    assert not importing.page.footer.add.isEnabled()
    importing.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(importing.chosen.found) == 2
    importing.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert importing.chosen.found == []


def test_the_kind_that_was_guessed_can_be_changed_and_taken_away(importing):
    importing.read(new(1))
    choice = importing.page.new.rows[0].kind

    choice.setCurrentIndex(choice.findData(RunKind.HILLS))
    assert importing.chosen.found[0].run.kind is RunKind.HILLS
    choice.setCurrentIndex(0)
    assert importing.chosen.found[0].run.kind is None


def test_of_many_runs_only_the_latest_are_asked_about(importing):
    importing.read(*(new(number, days=2 * number + 1) for number in range(20)))

    assert [row.new.found.file for row in importing.page.new.rows] == [f"run_{n}.fit" for n in (3, 2, 1, 0)]
    assert importing.page.new.folded.rows.rowCount() == 16
    assert "20 runs, 124.0 km. Pain is missing for four." in importing.foot
    importing.click(importing.page.new.lately)
    importing.qtbot.wait_until(lambda: len(importing.page.new.rows) == 20)
    assert not importing.page.new.folded.isVisible()


def test_a_folded_run_is_ticked_and_opened_by_the_mouse(importing):
    importing.read(*(new(number, days=20 + number) for number in range(9)))
    folded = importing.page.new.folded
    line = folded.visualRect(folded.rows.index(1))

    importing.click(folded.viewport(), line.topLeft() + QPoint(10, 10))
    assert len(importing.chosen.found) == 8
    importing.click(folded.viewport(), line.center())

    (row,) = importing.page.new.rows
    assert row.new.found.file == "run_1.fit"
    assert not row.tick.isChecked()
    assert importing.page.focusWidget() is row.strip
    assert folded.rows.rowCount() == 8


def test_a_folded_run_is_ticked_and_opened_by_keys(importing):
    importing.read(*(new(number, days=20 + number) for number in range(9)))
    folded = importing.page.new.folded
    folded.setFocus()

    importing.key(Qt.Key.Key_Down)
    importing.key(Qt.Key.Key_Space)
    assert "run_1.fit" not in [found.file for found in importing.chosen.found]
    importing.key(Qt.Key.Key_Space)
    importing.key(Qt.Key.Key_Right)
    assert [row.new.found.file for row in importing.page.new.rows] == ["run_1.fit"]
    folded.setFocus()
    importing.key(Qt.Key.Key_Return)
    assert len(importing.added[0].found) == 9


def test_what_is_there_already_is_listed_with_its_reason(importing):
    importing.read(skipped=(pair(1), pair(2, source="a.fit"), pair(3, source="a.fit", file="a.fit")), unsure=(pair(4),))

    details = [row._detail.text() for row in importing.page.skipped.rows]
    assert details == [
        "run_1.fit, logged by hand",
        "run_2.fit, same start and distance",
        "run_3.fit, the same as a.fit",
    ]
    assert importing.page.unsure.rows[0]._detail.text() == "run_4.fit, close to a run told by hand"
    assert importing.page.footer.add.text() == "Close"


@pytest.mark.parametrize("answer", list(Answer))
def test_comparing_decides_what_becomes_of_a_run(importing, answer):
    importing.read(unsure=(pair(1),))
    importing.click(importing.page.unsure.rows[0].compare)
    dialog = importing.page.window().findChild(CompareRuns)

    importing.click({Answer.LEAVE: dialog.leave, Answer.TAKE: dialog.take, Answer.MEASURE: dialog.measure}[answer])

    assert len(importing.chosen.found) == (answer is Answer.TAKE)
    assert [one.kept for one in importing.chosen.measured] == ([UUID(int=1)] if answer is Answer.MEASURE else [])
    assert (
        importing.page.footer.add.text()
        == {
            Answer.LEAVE: "Close",
            Answer.TAKE: "Add 1 run",
            Answer.MEASURE: "Add it",
        }[answer]
    )


def test_a_run_that_was_measured_before_is_not_measured_again(importing):
    importing.read(unsure=(pair(1, source="a.fit"),))
    importing.click(importing.page.unsure.rows[0].compare)

    assert not importing.page.window().findChild(CompareRuns).measure.isVisible()


def test_files_that_hold_no_run_are_named_and_other_activities_come_in_when_wanted(importing):
    importing.read(new(1), left_out=(BROKEN, RIDE, Refused("b.fit", CUT)))
    assert len(importing.page.left_out.rows) == 3

    importing.click(importing.page.left_out.others)

    assert "1 run, 6.2 km, 1 other activity." in importing.foot
    assert [type(found.entry) for found in importing.chosen.found] == [Run, Activity]
    assert importing.page.footer.add.text() == "Add them all"


def test_a_long_list_opens_further_when_asked(importing):
    importing.read(left_out=tuple(Refused(f"{number}.fit", CUT) for number in range(60)))
    card = importing.page.left_out
    assert (len(card.rows), card.more.text()) == (5, "Show 50 more")

    importing.click(card.more)
    assert (len(card.rows), card.more.text()) == (55, "Show 5 more")
    importing.click(card.more)
    assert not card.more.isVisible()


def test_when_nothing_is_new_the_button_closes(importing):
    importing.read(skipped=(pair(1),))

    assert importing.page.new._nothing.text() == "Everything here is already in the diary."
    importing.key(Qt.Key.Key_Return)
    assert importing.closed == [1]
    assert importing.added == []


def test_files_dropped_meanwhile_are_read_afterwards(importing):
    importing.page.read([Path("a.fit")])
    importing.page.read([Path("b.fit")])
    assert len(importing.readings) == 1

    importing.readings[0].tell(Sorted(new=(new(1),)))
    assert importing.readings[1].paths == [Path("b.fit")]
    importing.readings[1].tell(Sorted(new=(new(2),)))

    assert "2 runs" in importing.foot
    assert importing.page._when.text() == "2 files, Saturday 21 November"


@pytest.mark.parametrize("leave", ["key", "button", "back"])
def test_leaving_ends_the_reading(importing, leave):
    importing.page.read([Path("a.fit")])

    if leave == "key":
        importing.key(Qt.Key.Key_Escape)
    else:
        importing.click(importing.page.footer.cancel if leave == "button" else importing.page.back)

    assert importing.readings[0].stopped
    assert importing.closed == [1]


def test_a_reading_that_breaks_off_adds_nothing(importing):
    importing.page.read([Path("a.fit")])
    importing.readings[0].came.emit([Sorted(new=(new(1),))])
    importing.readings[0].ended.emit("Reading stopped by itself.")

    assert "Nothing was added. Reading stopped by itself." in importing.foot
    importing.page.read([Path("b.fit")])
    importing.key(Qt.Key.Key_Return)
    assert importing.added == []
    assert len(importing.readings) == 1


def test_a_diary_that_can_not_be_read_ends_the_reading(qtbot):
    def refuse(_told):
        raise DiskTrouble("The disk can't be read.")

    importing = Importing(qtbot, sort=refuse)
    importing.page.read([Path("a.fit")])
    importing.readings[0].came.emit([new(1)])

    assert importing.readings[0].stopped
    assert "The disk can't be read." in importing.foot


def test_what_could_not_be_kept_can_be_tried_again(importing):
    importing.read(new(1))
    importing.key(Qt.Key.Key_Return)
    importing.key(Qt.Key.Key_Escape)
    importing.key(Qt.Key.Key_Return)
    assert (len(importing.added), importing.closed) == (1, [])

    importing.page.refuse("The disk is full.")

    assert "Nothing was added. The disk is full." in importing.foot
    importing.key(Qt.Key.Key_Return)
    assert len(importing.added) == 2


def test_miles_are_shown_where_they_are_wanted(qtbot):
    importing = Importing(qtbot, units=Units.MILES)
    importing.read(new(1, metres=10_000))

    assert "1 run, 6.2 miles." in importing.foot


def test_tab_goes_from_control_to_control(importing):
    importing.read(Found(new(1).run, "a.fit"))
    row = importing.page.new.rows[0]

    importing.key(Qt.Key.Key_Tab)
    assert importing.page.focusWidget() is row.effort
    importing.key(Qt.Key.Key_Backtab)
    assert importing.page.focusWidget() is row.strip
