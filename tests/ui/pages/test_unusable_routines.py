"""Routines of one's own that can't be played stay where they are and say why."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import text

from kneecoach.coaching import routines
from kneecoach.domain.own_routine import copy_of
from kneecoach.domain.routine import Prescription
from kneecoach.storage import own_routines
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
