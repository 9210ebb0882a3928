"""A name that somebody typed stands apart wherever it is read: its direction and its marks turn nothing around it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from kneecoach.coaching import routines
from kneecoach.domain.exercise import Side
from kneecoach.domain.timeline import plan
from kneecoach.exchange.catalogue import load_exercises, load_routines
from kneecoach.ui.pages.warm_up_card import WarmUpCard
from kneecoach.ui.widgets.crumbs import Crumbs
from tests.ui.pages.playing import Playing
from tests.ui.pages.routining import Opened

NAMES = [("\u05d7\u05d5\u05dd", "\u2068\u05d7\u05d5\u05dd\u2069"), ("Hotel \u202eroom", "Hotel \ufffdroom")]


@pytest.fixture(params=NAMES, ids=["right to left", "turning"])
def names(request):
    return request.param


def words_on(widget):
    labels = [one.text() for one in widget.findChildren(QLabel)]
    return labels + [one.accessibleName() for one in widget.findChildren(QWidget)]


def called(name):
    return replace(load_routines()["warm-up"], name=name)


def test_the_player_and_today_show_a_name_apart(qtbot, names):
    typed, seen = names
    on = Playing(qtbot, timeline=plan(called(typed), load_exercises()))
    card = WarmUpCard(load_exercises())
    qtbot.addWidget(card)

    on.run(0.25)
    card.show_routine(called(typed), Side.LEFT)

    for shown in (words_on(on.view.header), words_on(card)):
        assert seen in shown
        assert typed not in shown


def test_the_routines_page_shows_a_name_apart_and_edits_it_as_it_is(qtbot, store, names):
    typed, seen = names
    opened = Opened(qtbot, store)
    copied = opened.copy()
    own = opened.shelf().own(copied)
    routines.save(opened.store, replace(own.routine, name=typed), opened.clock.wall())

    opened.page.refresh()
    detail = opened.page.detail
    shown = (detail.name.title.text(), detail.accessibleName())
    detail.name.begin()

    assert shown == (seen, seen)
    assert detail.name.field.edit.text() == typed


def test_the_way_back_shows_a_name_apart_and_keeps_it_as_it_is(qtbot, names):
    typed, seen = names
    crumbs = Crumbs("Routines")
    qtbot.addWidget(crumbs)

    crumbs.set_name(typed)

    assert seen in words_on(crumbs)
    assert crumbs.name() == typed
