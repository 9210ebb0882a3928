"""The list of what was deleted or changed: what it says, and the way back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from kneecoach.coaching.imports import Imported, TakenIn
from kneecoach.domain.bin_kind import How, Kind
from kneecoach.domain.diary import Binned
from kneecoach.domain.exercise import Side
from kneecoach.domain.novelty import NewThing, Novelty
from kneecoach.domain.pain import PainEntry, PainPhase
from kneecoach.ui.dialogs.bin import EMPTY, BinDialog, to_show
from kneecoach.ui.pages.diary_words import Terms
from kneecoach.ui.widgets.text import Label

NOW = datetime(2026, 11, 21, 17, 20, tzinfo=UTC)
AN_ENTRY = PainEntry(uuid4(), NOW - timedelta(days=2), 3, Side.LEFT, ("pes_anserine",), PainPhase.STAIRS)


def binned(minutes_ago, how=How.EDITED, entry=AN_ENTRY):
    return Binned(uuid4(), NOW - timedelta(minutes=minutes_ago), how, Kind.PAIN, entry.id, entry)


def imported(minutes_ago, taken):
    return Imported(uuid4(), NOW - timedelta(minutes=minutes_ago), taken)


def shown(qtbot, *found):
    dialog = BinDialog(NOW)
    qtbot.addWidget(dialog)
    dialog.show_binned(found, Terms())
    return dialog


def test_an_empty_bin_says_so(qtbot):
    dialog = shown(qtbot)

    assert dialog.rows() == ()
    assert dialog._nothing.text() == EMPTY


def test_a_row_asks_for_what_it_shows(qtbot):
    one = binned(30, How.DELETED)
    dialog = shown(qtbot, one)

    with qtbot.waitSignal(dialog.put_back_requested) as asked:
        dialog.rows()[0].back.click()

    assert asked.args == [one.id]
    assert dialog.rows()[0].back.accessibleName().startswith("Put back Pain 3: Left, inner side")


def test_an_import_can_be_taken_back_as_a_whole(qtbot):
    few = imported(20, TakenIn(runs=(uuid4(),)))
    many = imported(40, TakenIn(runs=(uuid4(),) * 4, edits=(uuid4(),), activities=(uuid4(),) * 2))
    dialog = BinDialog(NOW)
    qtbot.addWidget(dialog)
    dialog.show_binned([binned(10, How.DELETED), binned(30, How.DELETED)], Terms(), [few, many])
    rows = dialog.rows()

    assert [type(row).__name__ for row in rows] == ["BinRow", "ImportRow", "BinRow", "ImportRow"]
    assert rows[1].back.accessibleName() == "Take back the import of 1 run"
    assert rows[3].back.accessibleName() == "Take back the import of 5 runs and 2 other activities"
    with qtbot.waitSignal(dialog.take_back_requested) as asked:
        rows[3].back.click()
    assert asked.args == [many.taken]


def test_what_a_diary_brought_stands_under_its_title(qtbot):
    dialog = BinDialog(NOW)
    qtbot.addWidget(dialog)
    dialog.show_binned([], Terms(), [imported(9, TakenIn(runs=(uuid4(),), others={"flag": 2, "pain": 1}))])

    (row,) = dialog.rows()

    assert [label.text() for label in row.findChildren(Label)][:2] == [
        "Import of a diary",
        "1 run, 1 pain entry and 2 signs",
    ]
    assert row.back.accessibleName() == "Take back the import of 1 run, 1 pain entry and 2 signs"


def test_an_import_that_was_taken_back_can_be_had_again(qtbot):
    gone = replace(imported(20, TakenIn(runs=(uuid4(),))), gone=True)
    dialog = BinDialog(NOW)
    qtbot.addWidget(dialog)
    dialog.show_binned([], Terms(), [gone])
    (row,) = dialog.rows()

    assert row.back.accessibleName() == "Put back the import of 1 run"
    with qtbot.waitSignal(dialog.import_requested) as asked:
        row.back.click()
    assert asked.args == [gone.id]


def test_changes_that_follow_each_other_are_one_row_with_what_was_before_them():
    first, second, long_before = binned(4), binned(2), binned(90)

    assert to_show([second, first, long_before]) == (first, long_before)


def test_a_deletion_stays_a_row_of_its_own():
    deleted, changed = binned(1, How.DELETED), binned(2)

    assert to_show([deleted, changed]) == (deleted, changed)


def test_what_changed_is_listed_in_its_own_words(qtbot):
    shoes = Novelty(uuid4(), NOW.date() - timedelta(days=3), NOW, (NewThing.SHOES,), "firmer")
    dialog = shown(qtbot, Binned(uuid4(), NOW, How.DELETED, Kind.NOVELTY, shoes.id, shoes))

    (row,) = dialog.rows()
    assert row.back.accessibleName().startswith("Put back Changed: Shoes")
    assert any("\u201cfirmer\u201d" in label.text() for label in row.findChildren(Label))
