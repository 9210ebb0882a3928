"""What is still open from before, and what became of it."""

from datetime import timedelta

import pytest

from kneecoach.coaching.check_in import read_record
from kneecoach.domain.companions import Asks, Companion
from kneecoach.domain.flag import Closed, Closing, Flag
from kneecoach.domain.pain import Amount, PainPhase, PainSize, Tenderness
from kneecoach.ui.pages.check_in_rows import STILL
from kneecoach.ui.widgets.segmented import Segment
from tests.builders import PERSON_ID
from tests.screening import NOW, PLATEAU, a_flag, a_pain, an_injury
from tests.ui.pages.checking import answer, click, pressable


def test_an_open_flag_is_listed_by_name_and_closed_as_gone(qtbot, open_page, store):
    page = open_page(a_flag(Flag.LIMP, 6))
    page.form.strip.press_digit(1)
    answer(page)
    assert "save" in pressable(page)

    (row,) = page.form.open_rows()
    row.choice.press(Closing.GONE)
    click(qtbot, page.footer.start)

    assert page.heard == [("warm-up", 1)]
    assert read_record(store, PERSON_ID).flags[0].closed.how is Closing.GONE


def test_seen_wants_the_day_of_the_visit(qtbot, open_page, store):
    page = open_page(a_flag(Flag.LIMP, 6))
    page.form.strip.press_digit(1)
    answer(page)
    (row,) = page.form.open_rows()

    row.choice.press(Closing.SEEN)
    assert pressable(page) == {"leave"}
    row.day.setCurrentIndex(2)
    row.day.activated.emit(2)
    click(qtbot, page.footer.start)

    closed = read_record(store, PERSON_ID).flags[0].closed
    assert (closed.how, closed.on) == (Closing.SEEN, NOW.date() - timedelta(days=2))
    assert row.day.count() == 7


def test_still_there_leaves_the_flag_open(qtbot, open_page, store):
    page = open_page(a_flag(Flag.CATCHES, 6))
    page.form.strip.press_digit(1)
    answer(page)
    (row,) = page.form.open_rows()

    row.choice.press(STILL)
    click(qtbot, page.footer.start)

    assert read_record(store, PERSON_ID).flags[0].is_open


def test_an_emergency_offers_by_mistake_and_never_gone(qtbot, open_page, store):
    page = open_page(a_flag(Flag.DEFORMITY, 2))
    page.form.strip.press_digit(1)
    answer(page)
    (row,) = page.form.open_rows()
    assert page.footer.number.isVisible()

    row.choice.press(Closing.MISTAKE)
    click(qtbot, page.footer.start)

    assert read_record(store, PERSON_ID).flags[0].closed.how is Closing.MISTAKE
    with pytest.raises(ValueError, match="GONE"):
        row.choice.press(Closing.GONE)


def test_an_open_injury_is_listed_and_asks_what_is_not_known(qtbot, open_page, store):
    injury = an_injury(2, told_days=1, pop=None)
    page = open_page(injury)
    page.form.strip.press_digit(1)
    answer(page)

    asked = page.form.asked()
    assert Companion(Asks.POP, injury=injury.id) in asked
    assert Companion(Asks.FLAG, flag=Flag.KNEECAP_TENDER) in asked
    for one in asked:
        page.form.companion_row(one).press(Amount.NONE if one.asks is Asks.SWELLING else False)
    assert pressable(page) == {"leave", "start"}
    click(qtbot, page.footer.start)

    assert read_record(store, PERSON_ID).injuries[0].pop is False


def test_soreness_over_bone_that_nobody_ticked_is_listed_and_answered_as_seen_only(qtbot, open_page, store):
    spot = {"regions": PLATEAU, "size": PainSize.FINGERTIP, "tenderness": Tenderness.CLEAR}
    page = open_page(a_pain(3, 2, PainPhase.WALKING, **spot))
    (row,) = page.form.open_rows()
    assert [segment.text() for segment in row.choice.findChildren(Segment)] == ["Still there", "Seen"]

    row.choice.press(Closing.SEEN)
    row.day.setCurrentIndex(1)
    row.day.activated.emit(1)
    page.form.strip.press_digit(1)
    answer(page)
    for one in page.form.asked():
        page.form.companion_row(one).press(Tenderness.CLEAR if one.asks is Asks.TENDERNESS else False)
    click(qtbot, page.footer.start)

    (kept,) = read_record(store, PERSON_ID).flags
    assert (kept.flag, kept.closed) == (Flag.BONE_SORE, Closed(Closing.SEEN, NOW.date() - timedelta(days=1)))
    assert page.heard == [("warm-up", 1)]
