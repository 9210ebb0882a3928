"""The easier version: what it replaces, and what a session that was left is gone on with."""

from dataclasses import replace

import pytest

from kneecoach.domain.easier import sore_items, with_easier
from kneecoach.domain.pain_gate import Zones
from kneecoach.domain.speech import set_cues
from tests.builders import a_timeline, counted

TIMELINE = a_timeline(counted(10, sets=2), counted(8))


def test_the_easier_version_takes_the_place_of_every_cue_in_all_sets_of_its_exercise_alone():
    told = with_easier(TIMELINE, {0})

    assert [set_cues(planned) for planned in told.sets] == [("Go down only a little.",)] * 4 + [("Chest tall.",)] * 2


def test_an_exercise_that_has_no_easier_version_keeps_its_cues():
    hard = tuple(replace(planned, exercise=replace(planned.exercise, easier="")) for planned in TIMELINE.sets)

    assert with_easier(replace(TIMELINE, sets=hard), {0}).sets == hard


@pytest.mark.parametrize(
    ("pains", "start", "items"),
    [
        ({}, None, set()),
        ({1: 2}, None, set()),
        ({1: 3}, None, {0}),
        ({1: 4, 5: 5}, 3, {0, 1}),
        ({0: 7}, None, {0}),
        ({9: 4}, None, set()),
    ],
)
def test_what_hurt_from_three_on_is_gone_on_with_in_its_easier_version(pains, start, items):
    assert sore_items(TIMELINE, pains, start) == items


def test_a_persons_own_zones_say_what_hurts_too_much():
    strict = replace(TIMELINE, zones=Zones(green_max=1, named="Mine"))

    assert sore_items(strict, {4: 2}, None) == {1}
