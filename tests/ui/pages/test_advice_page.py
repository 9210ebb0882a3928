"""The Advice page: what is open first, a red flag alone, what was found before, and one search over everything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from kneecoach.domain.person import Units
from kneecoach.ui.pages.advice_words import HIDDEN
from tests.ui.pages.advising import GUIDE, advised, an_advice_page, pasts

SORE_RUN = ("0 run 5 max=1 no_limp before=1 hour=1", "1 run 5 before=1 max=4 hour=3 no_limp")
MANY = (*SORE_RUN, "1@21:00 ice 25", "0 shoe 500", "1@22:30 run 12 painkiller", "0@16:00 session warm_up front_lunge=4")


def titles(cards):
    return [card.title.text() for card in cards]


def reads(page):
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def press(page, *keys):
    for key in keys:
        QTest.keyClick(page.window().focusWidget() or page, key)


def type_in(page, text):
    page.search.begin()
    QTest.keyClicks(page.search.edit, text)
    page.search.pause.timeout.emit()


def test_what_is_open_stands_with_its_level_numbers_and_what_clears_it(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, on=1)

    card = page.found.cards[0]
    assert card.title.text() == "Make the next run easier"
    assert card.text.text().startswith("You logged 4 of 10")
    assert card.numbers.text() == "Run of 2 June, 5.0 km: highest pain 4 of 10"
    assert card.clears.text() == "What clears it: a later run without a painkiller: pain 2 or less, and no limp."
    assert "3 open. Warning signs not asked for 7 days" in reads(page)


def test_distances_are_in_the_units_of_the_person(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, on=1, units=Units.MILES)

    assert "3.1 miles" in page.found.cards[0].numbers.text()


def test_the_gravest_comes_first(qtbot):
    page = an_advice_page(qtbot, "0 run 5 max=7 before=1 hour=3", "0@16:00 session warm_up front_lunge=4", on=0)

    assert [card.finding.rule for card in page.found.cards][:1] == ["R11"]
    assert [card.finding.level for card in page.found.cards] == sorted(
        (card.finding.level for card in page.found.cards), reverse=True
    )


def test_a_red_flag_stands_above_all_and_hides_what_trains(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, "1 flag gives_way", on=1)

    assert titles(page.red.cards) == ["Have this knee examined in the next days"]
    assert page.found.cards == []
    assert HIDDEN in reads(page)
    assert "1 open, 1 red flag" in reads(page)
    with qtbot.waitSignal(page.summary_requested):
        page.summary.click()


def test_without_a_red_flag_nothing_is_said_to_be_hidden(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, on=1)

    assert not page.red.cards
    assert HIDDEN not in reads(page)
    assert not page.summary.isVisible()


def test_nothing_open_is_never_called_well(qtbot):
    page = an_advice_page(qtbot, on=0)

    assert "Too little logged to advise you. That is not an all-clear." in reads(page)
    assert "An empty diary does not count as good news." in reads(page)
    assert "None open. Warning signs not asked for 7 days" in reads(page)


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("1 check_in 0",), "None open, no warning sign noted"),
        ((*SORE_RUN, "1 check_in 0"), "3 open, no warning sign noted"),
        (("1 flag locked",), "1 open, 1 red flag"),
    ],
)
def test_no_sign_is_told_only_of_somebody_who_was_asked(qtbot, lines, count):
    assert count in reads(an_advice_page(qtbot, *lines, on=1)).splitlines()


def test_it_is_told_how_many_rules_could_judge(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, on=1)

    assert page.not_a_diagnosis.judged.text() == "10 of 25 could judge"
    assert page.not_a_diagnosis.count.text() == "15 rules"


def test_what_the_rules_lack_is_one_press_away(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, on=1)
    box = page.not_a_diagnosis

    assert "Three morning checks in seven days." not in reads(page)
    QTest.keyClick(box.count, Qt.Key.Key_Return)

    assert "Three morning checks in seven days." in reads(page)
    assert "hide what is lacking" in box.count.accessibleName()
    QTest.keyClick(box.count, Qt.Key.Key_Return)
    assert "Three morning checks in seven days." not in reads(page)


def test_many_notes_are_folded_away_but_nothing_stronger(qtbot):
    page = an_advice_page(qtbot, *MANY, on=1)
    before = len(page.found.cards)

    assert page.found.more is not None
    page.found.more.click()

    assert before >= 5
    assert len(page.found.cards) > before
    assert page.found.more is None
    assert page.window().focusWidget() is page.found.cards[before].why


def test_what_is_over_tells_its_days_and_what_ended_it(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, "3 run 5 before=1 max=1 hour=1 no_limp", on=4)

    said = [row.accessibleName() for row in page.earlier.rows()]
    assert "Make the next run easier, 2 to 3 June, cleared by a run" in said
    with qtbot.waitSignal(page.past_requested) as asked:
        page.earlier.rows()[0].click()
    assert asked.args[0].finding.title in said[0]


def test_three_of_what_is_over_are_shown_until_all_are_asked_for(qtbot):
    lines = [f"{day} run 5 max={4 if day % 4 else 1} no_limp" for day in range(0, 24, 2)]
    page = an_advice_page(qtbot, *lines, on=24)

    assert len(page.earlier.rows()) == 3
    press(page, Qt.Key.Key_H)

    assert len(page.earlier.rows()) == len(pasts(*lines, on=24))
    press(page, Qt.Key.Key_H)
    assert len(page.earlier.rows()) == 3


def test_while_it_is_looked_back_that_is_said_and_nothing_over_too(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, on=1)
    page.show_pasts(None, Units.KM)

    assert "Looking back" in reads(page)
    page.show_pasts((), Units.KM)
    assert "Nothing was found in the last twelve weeks that is over now." in reads(page)


def test_the_arrow_keys_go_through_the_cards_and_enter_asks_why(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, on=1)

    press(page, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert page.window().focusWidget() is page.found.cards[-1].why
    press(page, Qt.Key.Key_Up, Qt.Key.Key_Up)
    with qtbot.waitSignal(page.why_requested) as asked:
        press(page, Qt.Key.Key_Return)

    assert asked.args[0].rule == page.found.cards[0].finding.rule


def test_a_topic_of_the_guide_is_opened(qtbot):
    page = an_advice_page(qtbot, on=0)

    assert [row.text() for row in page.guide.rows.values()] == [topic.title for topic in GUIDE.topics]
    with qtbot.waitSignal(page.topic_requested) as asked:
        QTest.keyClick(page.guide.rows["before_a_run"], Qt.Key.Key_Return)
    assert asked.args == ["before_a_run"]


def test_a_search_finds_in_findings_history_and_guide_together(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, "2 run 5 max=1 before=1 hour=1 no_limp", "3 run 5 max=4 no_limp", on=3)
    press(page, Qt.Key.Key_Slash)
    QTest.keyClicks(page.window().focusWidget(), "downhill")
    page.search.pause.timeout.emit()

    hits = page.hits
    assert titles(hits.found.cards) == ["Make the next run easier"]
    assert hits.found.cards[0].text.marked() == ["downhill"]
    assert "downhill" in hits.cards[0].hit.section.claims[1].text
    assert not page.found.isVisible()
    with qtbot.waitSignal(page.hit_requested) as asked:
        hits.cards[0].read.click()
    assert asked.args[0] is hits.cards[0].hit


def test_a_finding_that_is_over_is_found_and_opened(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, "3 run 5 before=1 max=1 hour=1 no_limp", on=4)
    type_in(page, "next run easier")

    with qtbot.waitSignal(page.past_requested):
        page.hits.past_rows()[0].click()


def test_a_red_flag_stays_where_it_is_while_something_is_searched(qtbot):
    page = an_advice_page(qtbot, "0 flag locked", on=0)
    type_in(page, "shoes")

    assert page.red.cards[0].isVisible()


def test_a_search_without_a_hit_says_so_and_escape_ends_it(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, on=1)
    type_in(page, "unicorn")

    assert "Nothing about “unicorn”" in reads(page)
    press(page, Qt.Key.Key_Escape)

    assert page.search.text() == ""
    assert page.found.isVisible()


def test_escape_on_the_page_ends_a_search_too(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, on=1)
    type_in(page, "ice")
    page.setFocus()

    press(page, Qt.Key.Key_Escape)

    assert page.search.text() == ""


def test_tab_comes_to_cards_in_the_order_they_stand_in(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, "0 flag catches", on=1)
    page.search.setFocus()
    seen: list[QWidget] = []

    for _ in range(len(page.found.cards)):
        press(page, Qt.Key.Key_Tab)
        seen.append(page.window().focusWidget())

    assert seen == [card.why for card in page.found.cards]


@pytest.mark.parametrize("width", [960, 816])
def test_in_a_narrow_window_nothing_is_lost(qtbot, width):
    page = an_advice_page(qtbot, *SORE_RUN, on=1, size=(width, 600))

    card = page.found.cards[0]
    assert card.numbers.isVisible()
    assert page.search.width() == (280 if width < 1_000 else 312)


def test_what_was_advised_is_what_is_shown(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, on=1)

    assert [one.rule for one in page.advised().findings] == [one.rule for one in advised(*SORE_RUN, on=1).findings]


def test_what_is_read_again_keeps_the_keyboard_where_it_was(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, on=1)
    page.found.cards[1].why.setFocus()
    rule = page.found.cards[1].finding.rule

    page.show_advised(advised(*SORE_RUN, "1@21:00 ice 25", on=1), Units.KM)

    (focused,) = [card for card in page.found.cards if card.why.hasFocus()]
    assert focused.finding.rule == rule


def test_what_has_not_changed_is_not_made_anew(qtbot):
    page = an_advice_page(qtbot, *SORE_RUN, on=1)
    before = page.advised()
    cards = list(page.found.cards)

    page.show_advised(before, Units.KM)

    assert page.found.cards == cards


def test_under_a_red_flag_hints_for_training_are_left_out_of_what_is_over(qtbot):
    lines = ("0 run 5 max=4 no_limp", "1 run 5 max=7 no_limp", "2 run 5 max=1 no_limp", "3 flag fever")
    lines += ("3 close fever gone", "5 flag locked")
    page = an_advice_page(qtbot, *lines, on=6)

    told = [row.text() for row in page.earlier.rows()]
    assert {"Contact a doctor today", "No run until it has settled"} <= set(told)
    assert not {"Make the next run easier", "The first run in a month"} & set(told)
    type_in(page, "run easier")
    assert page.hits.past_rows() == []
