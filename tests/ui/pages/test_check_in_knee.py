"""Where it hurts, and what a mark over bone asks."""

import pytest
from PySide6.QtCore import Qt

from kneecoach.coaching.check_in import read_record
from kneecoach.domain.companions import Asks, Companion
from kneecoach.domain.exercise import Side
from kneecoach.domain.flag import Flag
from kneecoach.domain.pain import PainSize, Tenderness
from kneecoach.ui.widgets.knee_drawing import View
from tests.builders import PERSON_ID
from tests.ui.pages.checking import BONE, HOP, SPOT, answer, click, lead, pressable


def test_a_mark_is_kept_with_its_place(qtbot, open_page, store):
    page = open_page()
    page.form.strip.press_digit(2)
    answer(page)

    at = page.knee.map.knees.spot_position(SPOT).toPoint()
    qtbot.mouseClick(page.knee.map.knees, Qt.MouseButton.LeftButton, pos=at)
    click(qtbot, page.footer.start)

    (pain,) = read_record(store, PERSON_ID).pains
    assert (pain.side, pain.regions, pain.score) == (Side.LEFT, ("pes_anserine",), 2)


def test_a_tap_before_the_pain_asks_for_it(qtbot, open_page):
    page = open_page()

    at = page.knee.map.knees.spot_position(SPOT).toPoint()
    qtbot.mouseClick(page.knee.map.knees, Qt.MouseButton.LeftButton, pos=at)

    assert page.knee.marks() == ()
    assert page.form.strip.hasFocus()
    assert "first" in page.knee.hint.text()


def test_a_mark_can_be_cleared_in_the_list(qtbot, open_page):
    page = open_page()
    page.form.strip.press_digit(2)
    page.knee.map.toggle(SPOT)

    (row,) = page.knee.rows()
    click(qtbot, row.clear)

    assert page.knee.marks() == ()
    assert page.knee.rows() == ()


def test_the_whole_knee_is_marked_on_the_side_of_the_person(qtbot, open_page):
    page = open_page(knee=Side.RIGHT)
    page.form.strip.press_digit(3)

    click(qtbot, page.knee.unplaced[Side.RIGHT, "whole_knee"])

    assert [(mark.side, mark.region) for mark in page.knee.marks()] == [(Side.RIGHT, "whole_knee")]


@pytest.mark.parametrize(
    ("region", "said"), [("deep_inside", "deep inside the knee"), ("moves_around", "moves around, hard to point at")]
)
def test_a_pain_that_no_finger_can_point_at_is_kept_as_told(qtbot, open_page, store, region, said):
    page = open_page(knee=Side.LEFT)
    page.form.strip.press_digit(2)
    answer(page)

    click(qtbot, page.knee.unplaced[Side.LEFT, region])
    assert page.knee.rows()[0].clear.accessibleName() == f"Clear Left, {said}"
    click(qtbot, page.footer.start)

    (pain,) = read_record(store, PERSON_ID).pains
    assert (pain.side, pain.regions, pain.score) == (Side.LEFT, (region,), 2)


def test_pressing_it_again_takes_it_back(qtbot, open_page):
    page = open_page(knee=Side.LEFT)
    page.form.strip.press_digit(2)

    for _ in range(2):
        click(qtbot, page.knee.unplaced[Side.LEFT, "deep_inside"])

    assert page.knee.marks() == ()


def test_an_unknown_side_offers_both_knees(open_page):
    page = open_page(knee=None)

    assert {side for side, _ in page.knee.unplaced} == {Side.LEFT, Side.RIGHT}
    assert len({button.accessibleName() for button in page.knee.unplaced.values()}) == 6


def test_the_views_have_their_keys(qtbot, open_page):
    page = open_page()

    qtbot.keyClick(page.knee.map.knees, Qt.Key.Key_F)

    assert page.knee.map.view() is View.FRONT


def test_a_mark_over_bone_asks_three_questions_and_waits_for_them(qtbot, open_page, store):
    page = open_page()
    page.form.strip.press_digit(3)
    answer(page)

    page.knee.map.toggle(BONE)
    assert page.form.asked() == (Companion(Asks.SIZE), Companion(Asks.TENDERNESS), HOP)
    assert pressable(page) == {"leave"}
    page.form.companion_row(Companion(Asks.SIZE)).press(PainSize.FINGERTIP)
    page.form.companion_row(Companion(Asks.TENDERNESS)).press(Tenderness.CLEAR)
    page.form.companion_row(HOP).press(True)

    assert "bone stress" in lead(page) or "hopping" in lead(page)
    click(qtbot, page.footer.save)
    record = read_record(store, PERSON_ID)
    assert [entry.flag for entry in record.flags] == [Flag.HOP_PAIN]
    assert (record.pains[0].size, record.pains[0].tenderness) == (PainSize.FINGERTIP, Tenderness.CLEAR)


def test_clearing_the_mark_takes_its_questions_away(open_page):
    page = open_page()
    page.form.strip.press_digit(3)
    answer(page)
    page.knee.map.toggle(BONE)

    page.knee.map.toggle(BONE)

    assert page.form.asked() == ()
    assert pressable(page) == {"leave", "short", "start"}
