"""Routines of one's own that can't be played stay where they are and say why."""

from sqlalchemy import text

from kneecoach.coaching import routines
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
