"""Routines of one's own that can't be played stay where they are, say why, and can be deleted."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import text

from kneecoach.coaching import routines
from kneecoach.domain.own_routine import copy_of
from kneecoach.domain.routine import Prescription
from kneecoach.storage import own_routines
from kneecoach.ui.widgets.buttons import LinkButton
from tests.builders import counted
from tests.ui.pages.routining import ROUTINES, SHIPPED, Opened


def harmed(opened):
    for routine_id in ("warm-up", "calm-down"):
        routines.duplicate(opened.store, ROUTINES[routine_id], opened.clock.wall())
    with opened.store.begin() as tx:
        tx.execute(text("UPDATE own_routine SET items = '[]' WHERE name LIKE 'Calm%'"))


def test_one_that_cannot_be_read_is_named_below_the_others(qtbot, store):
    opened = Opened(qtbot, store, keep=harmed)

    assert opened.names() == [*SHIPPED, "Inner-knee warm-up (mine)"]
    assert "“Calm-down day (mine)” can't be read, so it can't be played. It is kept as it is." in opened.reads()


def test_a_search_leaves_the_remark_out(qtbot, store):
    opened = Opened(qtbot, store, keep=harmed)

    opened.search("warm")

    assert "can't be read" not in opened.reads()


def strange(opened):
    routine = replace(ROUTINES["warm-up"], name="Magic", items=(Prescription("levitate_high", counted()),))
    own = copy_of(routine, UUID(int=1), opened.clock.wall())
    with opened.store.begin() as tx:
        own_routines.keep_own(tx, own)
    routines.use_before_runs(opened.store, own.id)


def test_one_of_another_version_is_named_with_what_is_not_known(qtbot, store):
    opened = Opened(qtbot, store, keep=strange)

    assert opened.names() == SHIPPED
    assert opened.page.list.row("warm-up").line().more == "Today uses this"
    assert (
        "“Magic (mine)” can't be played. This version of KneeCoach does not know the exercise “Levitate high”."
        in opened.reads()
    )


def delete_button(opened, name):
    buttons = opened.page.list.findChildren(LinkButton)
    return next(one for one in buttons if one.isVisible() and one.accessibleName() == f"Delete “{name}”")


@pytest.mark.parametrize(("spoil", "name"), [(harmed, "Calm-down day (mine)"), (strange, "Magic (mine)")])
def test_one_that_cannot_be_played_is_deleted_and_undo_has_it_back_as_it_was(qtbot, store, spoil, name):
    opened = Opened(qtbot, store, keep=spoil)
    before, said = rows(opened), opened.reads()

    delete_button(opened, name).click()
    assert opened.notice.text() == f"“{name}” was deleted."
    assert f"“{name}” can't be" not in opened.reads().replace(opened.notice.text(), "")
    opened.notice.undo()

    assert rows(opened) == before
    assert f"“{name}” can't be" in said
    assert f"“{name}” can't be" in opened.reads()


def test_the_keyboard_reaches_its_delete_and_goes_on_in_the_list(qtbot, store):
    opened = Opened(qtbot, store, keep=strange)
    button = delete_button(opened, "Magic (mine)")
    button.setFocus(Qt.FocusReason.TabFocusReason)

    opened.key(Qt.Key.Key_Space)

    assert "Magic" not in opened.reads()
    assert opened.window.focusWidget() is opened.page.list.row(opened.page.chosen().id)


def rows(opened):
    with opened.store.begin() as tx:
        return tx.execute(text("SELECT * FROM own_routine ORDER BY id")).all()
