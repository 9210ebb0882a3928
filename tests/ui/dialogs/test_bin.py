"""The list of what was deleted or changed: what it says, and the way back."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from kneecoach.domain.diary import Binned, How, Kind
from kneecoach.domain.exercise import Side
from kneecoach.domain.pain import PainEntry, PainPhase
from kneecoach.ui.dialogs.bin import EMPTY, BinDialog, to_show
from kneecoach.ui.pages.diary_words import Terms

NOW = datetime(2026, 11, 21, 17, 20, tzinfo=UTC)
AN_ENTRY = PainEntry(uuid4(), NOW - timedelta(days=2), 3, Side.LEFT, ("pes_anserine",), PainPhase.STAIRS)


def binned(minutes_ago, how=How.EDITED, entry=AN_ENTRY):
    return Binned(uuid4(), NOW - timedelta(minutes=minutes_ago), how, Kind.PAIN, entry.id, entry)


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


def test_changes_that_follow_each_other_are_one_row_with_what_was_before_them():
    first, second, long_before = binned(4), binned(2), binned(90)

    assert to_show([second, first, long_before]) == (first, long_before)


def test_a_deletion_stays_a_row_of_its_own():
    deleted, changed = binned(1, How.DELETED), binned(2)

    assert to_show([deleted, changed]) == (deleted, changed)
